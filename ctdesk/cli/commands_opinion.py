"""Opinions and their memos."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import uuid4

from ctdesk.cli.speech import open_desk, voice_of
from ctdesk.desk import Desk
from ctdesk.desk.returned import MemoChange
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import terms
from ctdesk.text.difference import changes


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """opinion new, opinion issue, memo, memo-check."""
    opinion = commands.add_parser("opinion", parents=[common], help="begin or issue an opinion")
    acts = opinion.add_subparsers(dest="act", required=True, metavar="new|issue")
    new = acts.add_parser("new", parents=[common])
    kinds = [term.code for term in terms().vocabulary("memo_kind")]
    new.add_argument("--kind", choices=kinds, default="opinion_reports")
    new.add_argument("--subject", required=True, metavar="S")
    new.add_argument("--subject-en", default="", metavar="S")
    new.add_argument("--on", action="append", default=[], metavar="NUMBER")
    new.add_argument("--to", action="append", default=[], metavar="NAME")
    new.add_argument("--text", type=Path, metavar="FILE", help="paragraphs in Arabic, one a line")
    new.add_argument(
        "--text-en", type=Path, metavar="FILE", help="their English twins, line by line"
    )
    new.set_defaults(run=_new)
    issue = acts.add_parser("issue", parents=[common])
    issue.add_argument("id", metavar="ID")
    issue.set_defaults(run=_issue)
    memo = commands.add_parser("memo", parents=[common], help="write an opinion's Word memo")
    memo.add_argument("id", metavar="ID")
    memo.add_argument("--out", type=Path, required=True, metavar="FILE.docx")
    memo.add_argument("--lang", choices=("ar", "en", "both"), default="ar")
    memo.add_argument("--annex", action="store_true", help="with the sources, for the inside copy")
    memo.set_defaults(run=_memo)
    check = commands.add_parser("memo-check", parents=[common], help="which opinion a memo is of")
    check.add_argument("file", type=Path, metavar="FILE.docx")
    check.set_defaults(run=_check)


def _new(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    written = _written(options)
    with open_desk(options, voice) as desk:
        on = [desk.documents.find(number).uid for number in options.on]
        opinion = desk.opinions.new(
            subject=options.subject,
            subject_en=options.subject_en,
            memo_kind=options.kind,
            on=on,
            to=options.to,
        )
        if written:
            drafted = desk.opinions.open(opinion.uid).blocks
            desk.opinions.save(opinion.uid, [*drafted, *written])
    voice.say("opinion_made", uid=opinion.uid)
    voice.give({"uid": opinion.uid, "kind": options.kind, "on": on})


def _written(options: argparse.Namespace) -> list[Block]:
    arabic, english = _lines(options.text), _lines(options.text_en)
    count = max(len(arabic), len(english))
    pairs = zip(_padded(arabic, count), _padded(english, count), strict=True)
    blocks = [Block(str(uuid4()), "paragraph", ar, en) for ar, en in pairs]
    if not blocks:
        return []
    words = terms()
    heading = Block(str(uuid4()), "heading", words("draft.view", "ar"), words("draft.view", "en"))
    return [heading, *blocks]


def _lines(path: Path | None) -> list[str]:
    if path is None:
        return []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise BadInput("file_missing", path=str(path)) from None
    return [line.strip() for line in text.splitlines() if line.strip()]


def _padded(lines: list[str], count: int) -> list[str]:
    return lines + [""] * (count - len(lines))


def _issue(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        opinion = desk.opinions.issue(desk.documents.find(options.id).uid)
    voice.say("issued", number=opinion.register_number)
    voice.give({"uid": opinion.uid, "number": opinion.register_number})


def _memo(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        uid = desk.documents.find(options.id).uid
        path = desk.memos.export(uid, options.out, options.lang, annex=options.annex)
    voice.say("memo_written", path=path)
    voice.give({"uid": uid, "file": str(path)})


def _check(options: argparse.Namespace) -> int:
    voice = voice_of(options)
    try:
        data = options.file.read_bytes()
    except OSError:
        raise BadInput("file_missing", path=str(options.file)) from None
    with open_desk(options, voice) as desk:
        return _told(desk, data, voice)


def _told(desk: Desk, data: bytes, voice: Any) -> int:
    found = desk.returned.read(data)
    number = found.document.register_number or found.document.uid
    voice.give(
        {
            "uid": found.document.uid,
            "number": found.document.register_number,
            "revision": found.revision,
            "latest": found.latest,
            "language": found.language,
            "same": found.same,
            "tracked": found.tracked,
            "comments": found.comments,
            "changes": [asdict(change) for change in found.changes],
        }
    )
    voice.say("memo_is", uid=number, revision=found.revision)
    if not found.latest:
        voice.say("memo_later")
    if found.tracked:
        voice.plain(terms()("returned.tracked", voice.language))
    if found.comments:
        voice.plain(terms()("returned.comments", voice.language, count=found.comments))
    if found.same:
        voice.say("memo_unchanged")
        return 0
    voice.say("memo_changed", count=len(found.changes))
    for change in found.changes:
        _print_change(change, voice)
    return 0


def _print_change(change: MemoChange, voice: Any) -> None:
    """One paragraph: its words, with [-what was taken out-] and {+what came in+}."""
    words = []
    if change.margin:
        words.append(f"({terms()('returned.margin', voice.language)})")
    if change.how == "moved":
        words.append(f"({terms()('returned.moved', voice.language)})")
    for step in changes(change.before, change.after):
        gone = change.before[step.old_start : step.old_end].rstrip()
        come = change.after[step.new_start : step.new_end].rstrip()
        if step.op == "same":
            words.append(come)
        else:
            words += [f"[-{gone}-]"] if gone else []
            words += [f"{{+{come}+}}"] if come else []
    voice.plain(f"{change.lead} {' '.join(words)}".strip())
