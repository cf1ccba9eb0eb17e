"""A whole day at the sample desk without a window: log, find, draft, issue, export, pictures."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path
from typing import Literal
from uuid import uuid4

from ctdesk.cli.speech import Voice
from ctdesk.desk import Desk, NewOfficer
from ctdesk.domain.blocks import Block, BlockKind, Source
from ctdesk.domain.terms import terms

_QUERIES = ('"تمويل الإرهاب"', "S/RES/2379", "mission:Amman")
_LANGUAGES: tuple[Literal["ar", "en", "both"], ...] = ("ar", "en", "both")


def demonstrate(out: Path, voice: Voice) -> None:
    """Do the day in a desk that is thrown away, and leave memos and pictures in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="ctdesk-") as scratch:
        desk = Desk.create(
            Path(scratch) / "desk",
            secrets.token_urlsafe(18),
            NewOfficer(title_ar="مسؤول المكتب", title_en="Desk officer"),
            language=voice.language,
            sample=True,
        )
        try:
            _log(desk, voice)
            _find(desk, voice)
            memos = _draft_and_export(desk, out, voice)
        finally:
            desk.close()
    pictures = _pictures(out / "pictures", voice)
    voice.give({"memos": [str(m) for m in memos], "pictures": [str(p) for p in pictures]})


def _log(desk: Desk, voice: Voice) -> None:
    voice.say("demo_registered", count=desk.documents.counts().documents)


def _find(desk: Desk, voice: Voice) -> None:
    for query in _QUERIES:
        page = desk.documents.list(query, limit=1)
        first = page.rows[0].title if page.rows else "-"
        voice.say("demo_search", query=query, total=page.total, first=first)


def _draft_and_export(desk: Desk, out: Path, voice: Voice) -> list[Path]:
    found = desk.documents.list('"تمويل الإرهاب" kind:report', limit=2).rows
    words = terms()
    opinion = desk.opinions.new(
        subject=words("demo.subject", "ar"),
        subject_en=words("demo.subject", "en"),
        on=[row.uid for row in found],
    )
    drafted = desk.opinions.open(opinion.uid).blocks
    desk.opinions.save(opinion.uid, [*drafted, *_view(drafted[-1].sources)])
    issued = desk.opinions.issue(opinion.uid)
    voice.say("demo_opinion", number=issued.register_number)
    memos = []
    for language in _LANGUAGES:
        path = desk.memos.export(opinion.uid, out / f"memo-{language}.docx", language)
        voice.say("memo_written", path=path)
        memos.append(path)
    return memos


def _view(sources: tuple[Source, ...]) -> list[Block]:
    words = terms()
    kinds: tuple[tuple[BlockKind, str], ...] = (
        ("heading", "draft.view"),
        ("paragraph", "demo.view_1"),
        ("paragraph", "demo.view_2"),
    )
    return [
        Block(
            uid=str(uuid4()),
            kind=kind,
            ar=words(key, "ar"),
            en=words(key, "en"),
            sources=sources if key == "demo.view_1" else (),
        )
        for kind, key in kinds
    ]


def _pictures(folder: Path, voice: Voice) -> list[Path]:
    from ctdesk.ui.shots import shots

    pictures = list(shots(folder, few=True))
    voice.say("demo_pictures", path=folder)
    return pictures
