"""Paper against the desk: seals, and the signed summaries of months."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ctdesk.cli.speech import Voice, counted, end_of_count, open_desk, voice_of
from ctdesk.desk import Desk
from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import LANGUAGES, terms

_FILES = (".docx", ".json")


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """seal, month."""
    seal = commands.add_parser(
        "seal", parents=[common], help="compare a seal, or a month's summary, with the history"
    )
    seal.add_argument("what", nargs="+", metavar="DIGITS|FILE.docx|FILE.json")
    seal.set_defaults(run=_seal)
    month = commands.add_parser("month", parents=[common], help="the signed summary of a month")
    month.add_argument("month", metavar="YYYY-MM")
    month.add_argument("--out", type=Path, required=True, metavar="FILE.docx|FILE.json")
    month.add_argument("--lang", choices=LANGUAGES, help="default: the desk's")
    month.set_defaults(run=_month)


def _seal(options: argparse.Namespace) -> int:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        if len(options.what) == 1 and Path(options.what[0]).suffix.lower() in _FILES:
            return _summary(desk, Path(options.what[0]), voice)
        answer = desk.history.seal(" ".join(options.what), counted)
        end_of_count()
    row = answer.row
    voice.give(
        {
            "seal": answer.seal,
            "stands": answer.stands,
            "known": row is not None,
            "at": row.at if row else "",
            "act": row.act if row else "",
            "number": row.number if row else "",
            "officer": row.officer if row else "",
            "device": row.device if row else "",
            "faults": [fault.told(voice.language) for fault in answer.broken],
            "near": list(answer.near),
        }
    )
    return _answered(voice, answer.told(voice.language), answer.stands, answer.broken)


def _summary(desk: Desk, path: Path, voice: Voice) -> int:
    answer = desk.history.check_month(path, counted)
    end_of_count()
    voice.give(
        {
            "month": f"{answer.year}-{answer.month:02d}",
            "holds": answer.holds,
            "device": answer.device,
            "made": answer.made,
            "seal": answer.seal,
            "faults": list(answer.faults),
        }
    )
    return _answered(voice, answer.told(voice.language), answer.holds)


def _answered(voice: Voice, told: str, good: bool, broken: tuple[Any, ...] = ()) -> int:
    voice.plain(told)
    for fault in broken:
        voice.plain(f"  {fault.told(voice.language)}")
    if not good and voice.as_json:
        voice.aside("note", text=told)
    return 0 if good else 1


def _month(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    year, _, month = options.month.partition("-")
    if not (year.isdigit() and month.isdigit()):
        raise BadInput("month_unknown", month=options.month)
    with open_desk(options, voice) as desk:
        language = options.lang or desk.settings.all().lang
        made = desk.history.month(int(year), int(month), options.out, language)
    voice.plain(terms()("month.written", voice.language, path=made.path, seal=made.seal))
    voice.give({"file": str(made.path), "seal": made.seal})
