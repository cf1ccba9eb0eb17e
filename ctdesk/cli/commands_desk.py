"""Making a desk, importing into it, keeping it safe."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ctdesk.cli.speech import (
    Voice,
    counted,
    end_of_count,
    open_desk,
    passphrase,
    progress_of_index,
    voice_of,
)
from ctdesk.desk import Desk, Registered
from ctdesk.domain.terms import terms


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """init, import, backup, verify."""
    init = commands.add_parser("init", parents=[common], help="make a desk")
    init.add_argument("--sample", action="store_true", help="with the sample desk's records")
    init.set_defaults(run=_init)
    take = commands.add_parser("import", parents=[common], help="register files or a .jsonl")
    take.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    take.add_argument("--keep-going", action="store_true", help="pass over wrong lines of a .jsonl")
    take.set_defaults(run=_import)
    backup = commands.add_parser("backup", parents=[common], help="write a checked copy")
    backup.add_argument("folder", type=Path, metavar="DIR")
    backup.set_defaults(run=_backup)
    verify = commands.add_parser("verify", parents=[common], help="check the whole store")
    verify.add_argument(
        "--rebuild-index", action="store_true", help="make the search index anew first"
    )
    verify.set_defaults(run=_verify)


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
    end_of_count()
    for source, error in result.refused:
        voice.aside("refused", source=source, reason=error.message(voice.language))
    if result.duplicates:
        voice.aside("duplicates", count=result.duplicates)
    if result.skipped:
        voice.aside("skipped", count=result.skipped)
    voice.say("registered", count=result.registered)
    return 1 if result.refused else 0


def _backup(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        path = desk.back_up(options.folder)
    voice.say("backup_made", path=path)
    voice.give({"backup": str(path)})


def _verify(options: argparse.Namespace) -> int:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        if options.rebuild_index:
            desk.rebuild_index(progress_of_index(voice))
            voice.say("index_rebuilt")
        found = desk.verify(counted)
        end_of_count()
    faults = _faults(found, voice)
    voice.give({"sound": found.sound, "faults": faults})
    if found.sound:
        voice.say("sound")
        return 0
    for fault in faults:
        voice.plain(fault)
    voice.aside("unsound", count=len(faults))
    return 1


def _faults(found: Any, voice: Voice) -> list[str]:
    words = terms()
    return [
        *(
            words("cli.broken_chain", voice.language, chain=b.chain, device=b.device, seq=b.seq)
            for b in found.chains
        ),
        *(words("cli.broken_page", voice.language, detail=d) for d in found.pages),
        *(words("cli.broken_attachment", voice.language, uid=u) for u in found.attachments),
        *(_index_fault(fault, voice) for fault in found.index),
    ]


def _index_fault(fault: Any, voice: Voice) -> str:
    words, example = terms(), fault.example
    if fault.code == "behind":
        example = words(f"index_part.{example}", voice.language)
    said = words(f"index_fault.{fault.code}", voice.language, count=fault.count, example=example)
    return f"{said} {words('index_fault.remedy', voice.language)}"
