"""Names against the lists: one name, a file, a registered document, all that waits."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctdesk.cli.speech import Voice, counted, end_of_count, open_desk, voice_of
from ctdesk.domain.errors import BadInput, Refused

if TYPE_CHECKING:
    from ctdesk.desk import Desk
    from ctdesk.desk.screening_rows import EntryRow
    from ctdesk.domain.records import Match

_AT_ONCE = 200
"""Documents that an import compares with the lists before it ends: more are left for later."""


@dataclass(frozen=True)
class _Said:
    """One hit, as it is told."""

    entry: EntryRow
    score: float
    explanation: tuple[str, ...]
    passage: str
    decided: Match | None


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """screen."""
    screen = commands.add_parser("screen", parents=[common], help="names against the lists")
    screen.add_argument("what", nargs="?", default="", metavar="FILE|NUMBER|UID")
    screen.add_argument("--name", default="", metavar="NAME")
    screen.add_argument("--born", type=int, metavar="YEAR")
    screen.add_argument("--nationality", default="", metavar="COUNTRY")
    screen.add_argument("--limit", type=int, metavar="N")
    screen.add_argument("--due", action="store_true", help="every document that waits")
    screen.set_defaults(run=_screen)


def screened_after(desk: Desk) -> int:
    """Compare what was just registered with the lists, unless it is much; how much waits still."""
    if desk.screening.texts.due() <= _AT_ONCE:
        desk.screening.texts.catch_up()
    return desk.screening.texts.due()


def _screen(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        if not desk.screening.lists.in_force():
            raise Refused("no_list")
        if options.due:
            done = desk.screening.texts.catch_up(counted)
            end_of_count()
            voice.say("screened", count=done.documents, matches=done.matches)
            voice.give({"documents": done.documents, "matches": done.matches})
            return
        found = sorted(_found(desk, options), key=lambda one: -one.score)
        for one in found[: options.limit] if options.limit is not None else found:
            _tell(one, desk, voice)
        if not found:
            voice.say("no_names")


def _found(desk: Desk, options: argparse.Namespace) -> Iterable[_Said]:
    if options.name:
        limit = options.limit or 10
        hits = desk.screening.find(
            options.name, birth_year=options.born, nationality=options.nationality, limit=limit
        )
        return [_Said(h.entry, h.score, h.explanation, options.name, h.decided) for h in hits]
    if not options.what:
        raise BadInput("screen_what")
    path = Path(options.what)
    if path.is_file():
        texts = [str(draft.fields.get("text", "")) for draft in desk.intake.read(path)]
        return [
            _Said(n.hit.entry, n.hit.score, n.hit.explanation, n.passage, n.hit.decided)
            for text in texts
            for n in desk.screening.in_text(text)
        ]
    document = desk.documents.find(options.what)
    return [
        _Said(
            row.entry,
            row.match.score / 1000,
            row.explanation,
            row.match.passage,
            row.match if row.match.state != "candidate" else None,
        )
        for row in desk.screening.of_document(document.uid)
    ]


def _tell(one: _Said, desk: Desk, voice: Voice) -> None:
    list_ = desk.label("list_kind", one.entry.list, voice.language)
    decision = one.decided.state if one.decided else ""
    voice.give(
        {
            "entry": one.entry.permanent_id,
            "reference": one.entry.reference,
            "list": one.entry.list,
            "name": one.entry.name,
            "score": round(one.score, 4),
            "explanation": list(one.explanation),
            "passage": one.passage,
            "decision": decision,
        }
    )
    names = " · ".join(filter(None, (one.entry.name, one.entry.name_original)))
    voice.say("name_hit", percent=round(one.score * 100), reference=one.entry.reference,
              name=names, list=list_)  # fmt: skip
    voice.say("name_passage", passage=" ".join(one.passage.split()))
    for line in one.explanation:
        voice.plain(f"    {line}")
    if one.decided:
        label = desk.label("match_state", decision, voice.language)
        voice.say("name_decided", decision=label, reason=one.decided.reason)
