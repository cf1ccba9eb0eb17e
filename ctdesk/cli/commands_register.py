"""The registers as files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ctdesk.cli.speech import open_desk, voice_of
from ctdesk.desk.registers import REGISTERS
from ctdesk.domain.terms import LANGUAGES


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """register."""
    register = commands.add_parser("register", parents=[common], help="print a year's register")
    register.add_argument("register", choices=REGISTERS)
    register.add_argument("--year", type=int, metavar="Y", help="default: the latest")
    register.add_argument("--out", type=Path, required=True, metavar="FILE.docx|.xlsx")
    register.add_argument("--lang", choices=LANGUAGES, help="default: the desk's")
    register.add_argument(
        "--full", action="store_true",
        help="with the content of classified entries, once a second officer agreed",
    )  # fmt: skip
    register.set_defaults(run=_register)


def _register(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        year = options.year or desk.registers.years(options.register)[0]
        language = options.lang or desk.settings.all().lang
        path = desk.registers.export(
            options.register, year, options.out, language, full=options.full
        )
        count = desk.registers.count(options.register, year)
    voice.say("register_written", path=path, count=count)
    voice.give({"file": str(path), "register": options.register, "year": year, "rows": count})
