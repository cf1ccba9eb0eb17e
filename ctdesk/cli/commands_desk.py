"""Making a desk, importing into it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ctdesk.cli.commands_screen import screened_after
from ctdesk.cli.speech import (
    counted,
    end_of_count,
    open_desk,
    passphrase,
    voice_of,
)
from ctdesk.desk import Desk, Registered


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """init, import."""
    init = commands.add_parser("init", parents=[common], help="make a desk")
    init.add_argument("--sample", action="store_true", help="with the sample desk's records")
    init.set_defaults(run=_init)
    take = commands.add_parser("import", parents=[common], help="register files or a .jsonl")
    take.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    take.add_argument("--keep-going", action="store_true", help="pass over wrong lines of a .jsonl")
    take.set_defaults(run=_import)


def _init(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    desk = Desk.create(
        options.store,
        passphrase(voice, twice=True),
        language=voice.language,
        digits="arabic" if voice.language == "ar" else "western",
        sample=options.sample,
    )
    count = desk.documents.counts().documents
    desk.close()
    voice.say("desk_made", path=options.store)
    voice.give({"store": str(options.store), "documents": count})


def _import(options: argparse.Namespace) -> int:
    voice = voice_of(options)

    def progress(done: int, total: int | None, registered: Registered | None) -> bool:
        if registered is not None:
            voice.give(
                {"uid": registered.uid, "number": registered.number, "file": registered.file}
            )
        return done % 100 != 0 or counted(done, total)

    with open_desk(options, voice) as desk:
        result = desk.intake.import_paths(
            options.paths, keep_going=options.keep_going, progress=progress
        )
        due = screened_after(desk)
    end_of_count()
    for source, error in result.refused:
        voice.aside("refused", source=source, reason=error.message(voice.language))
    if result.duplicates:
        voice.aside("duplicates", count=result.duplicates)
    if result.skipped:
        voice.aside("skipped", count=result.skipped)
    if due:
        voice.aside("screening_due", count=due)
    voice.say("registered", count=result.registered)
    return 1 if result.refused else 0
