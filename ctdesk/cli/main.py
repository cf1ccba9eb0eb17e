"""`ctdesk`: opens the window; with a command it does one act of the Desk and ends.

The contract that scripts rely on: exit 0 done, 1 refused with one line on stderr, 2 usage;
`--json` prints one JSON object, or JSON lines, and nothing else on stdout.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import ctdesk
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import LANGUAGES, Language

OK, REFUSED, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _speak_unicode()
    parser = build_parser()
    options = parser.parse_args(
        arguments, argparse.Namespace(store=default_store(), json=False, language=None)
    )
    try:
        return _run(options)
    except CtdeskError as error:
        from ctdesk.desk.backups import with_newest

        said = with_newest(error, options.store).message(language_of(options))
        print(_one_line(said), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader of our output (head, less) went away: that is not an error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return REFUSED


def _run(options: argparse.Namespace) -> int:
    from ctdesk.desk.hardening import harden

    harden()
    if options.command is None:
        from ctdesk.ui.app import run_window

        return run_window(options.store)
    code = options.run(options)
    return OK if code is None else int(code)


def language_of(options: argparse.Namespace) -> Language:
    """The language to speak: the option, else the desk's, else the machine's."""
    if options.language:
        chosen: Language = options.language
        return chosen
    from ctdesk.desk import Desk

    with contextlib.suppress(CtdeskError):
        if Desk.exists(options.store):
            return "ar" if Desk.peek(options.store).language == "ar" else "en"
    return "ar" if os.environ.get("LANG", "").startswith("ar") else "en"


def default_store() -> Path:
    """Where a desk lies unless `--store` says otherwise: the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("CTDesk", appauthor=False) / "desk"


def build_parser() -> argparse.ArgumentParser:
    """Every command with its options (DESIGN.md section 9)."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--store", type=Path, default=argparse.SUPPRESS, metavar="DIR")
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    common.add_argument("--language", choices=LANGUAGES, default=argparse.SUPPRESS)
    parser = argparse.ArgumentParser(prog="ctdesk", parents=[common], description=__doc__)
    parser.add_argument("--version", action="version", version=f"ctdesk {ctdesk.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    from ctdesk.cli import (
        commands_demo,
        commands_desk,
        commands_handover,
        commands_history,
        commands_keeping,
        commands_lists,
        commands_opinion,
        commands_pack,
        commands_register,
        commands_screen,
        commands_seal,
        commands_show,
    )

    for room in (
        commands_desk,
        commands_keeping,
        commands_opinion,
        commands_show,
        commands_register,
        commands_lists,
        commands_screen,
        commands_history,
        commands_handover,
        commands_seal,
        commands_pack,
        commands_demo,
    ):
        room.add_to(commands, common)
    return parser


def _speak_unicode() -> None:
    """A console of another encoding (Windows, LANG=C) must not stop a report at its first word."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _one_line(text: str) -> str:
    return " ".join(text.split())
