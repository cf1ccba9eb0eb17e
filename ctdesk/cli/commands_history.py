"""Who did what, when."""

from __future__ import annotations

import argparse
from typing import Any

from ctdesk.cli.speech import Voice, open_desk, voice_of
from ctdesk.desk import Desk
from ctdesk.desk.history_rows import DeedRow, HistoryFilter
from ctdesk.domain.errors import Refused
from ctdesk.domain.terms import terms


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """history."""
    history = commands.add_parser("history", parents=[common], help="who did what, when")
    history.add_argument("what", nargs="?", default="", metavar="NUMBER|UID")
    history.add_argument("--day", default="", metavar="YYYY-MM-DD")
    history.add_argument("--officer", default="", metavar="NAME")
    history.add_argument("--limit", type=int, default=50, metavar="N")
    history.set_defaults(run=_history)


def _history(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        asked = HistoryFilter(
            since=options.day,
            until=options.day,
            officer=desk.history.officer_called(options.officer) if options.officer else "",
            record=_record(desk, options.what) if options.what else "",
        )
        rows = desk.history.page(asked, limit=max(0, options.limit), language=voice.language)
        for row in rows:
            _tell(row, voice, desk)
    if not rows:
        voice.say("history_none")


def _record(desk: Desk, what: str) -> str:
    """A document by number or identity; any other record by identity."""
    try:
        return desk.documents.find(what).uid
    except Refused:
        desk.history.of(what)
        return what


def _tell(row: DeedRow, voice: Voice, desk: Desk) -> None:
    facts = [f"{label}: {value}" for label, value in row.facts]
    if row.seal:
        facts.append(terms()("history.sealed", voice.language, seal=row.seal))
    voice.say("history_line", at=row.local, officer=row.officer or "-", sentence=row.sentence)
    for line in (row.about, " · ".join(facts)):
        if line:
            voice.plain(f"    {line}")
    voice.give(
        {
            "at": row.at,
            "officer": row.officer,
            "device": desk.history.device(row.device),
            "act": row.act,
            "sentence": row.sentence,
            "number": row.number,
            "title": row.about,
            "table": row.room[0],
            "uid": row.room[1],
            "entries": row.entries,
            "seal": row.seal,
            "hidden": row.hidden,
        }
    )
