"""Work handed from one officer to another."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ctdesk.cli.speech import open_desk, voice_of
from ctdesk.domain.terms import LANGUAGES, terms


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """handover."""
    hand = commands.add_parser(
        "handover", parents=[common], help="hand an officer's open work to another"
    )
    hand.add_argument("--from", dest="giver", required=True, metavar="NAME")
    hand.add_argument("--to", dest="taker", required=True, metavar="NAME")
    hand.add_argument("--out", type=Path, metavar="FILE.docx", help="the page for both to sign")
    hand.add_argument("--lang", choices=LANGUAGES, help="of the page; default: the desk's")
    hand.add_argument("--preview", action="store_true", help="only say what would change hands")
    hand.set_defaults(run=_hand_over)


def _hand_over(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        giver = desk.history.officer_called(options.giver)
        taker = desk.history.officer_called(options.taker)
        done = None
        rows = desk.handovers.preview(giver, taker, voice.language)
        if not options.preview:
            done = desk.handovers.hand_over(giver, taker, path=options.out, language=options.lang)
    for row in rows:
        section = terms()(f"handover.{row.section}", voice.language)
        if not row.above:
            voice.say(
                "handover_row", section=section, number=row.number, what=row.what, due=row.due
            )
        voice.give(
            {
                "section": row.section,
                "table": row.table,
                "uid": row.uid,
                "number": row.number,
                "title": row.what,
                "due": row.due,
                "handed": done is not None and not row.above and bool(row.fields),
            }
        )
    if done is not None:
        count = sum(bool(row.fields) for row in done.rows)
        voice.say("handed_over", count=count, seal=done.seal)
        if done.path is not None:
            voice.say("handover_paper", path=done.path)
