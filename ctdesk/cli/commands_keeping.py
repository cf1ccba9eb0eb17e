"""Keeping the desk safe: backups, restoring, the check of the whole desk."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ctdesk.cli.speech import Voice, counted, end_of_count, open_desk, passphrase, voice_of
from ctdesk.desk import Desk
from ctdesk.desk.backups import Copied, Preview, backups_in, preview_alone, restore
from ctdesk.domain.errors import BadInput, StoreError
from ctdesk.domain.terms import terms


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """backup, restore, verify."""
    backup = commands.add_parser("backup", parents=[common], help="write a checked copy")
    backup.add_argument("folder", type=Path, metavar="DIR")
    backup.set_defaults(run=_backup)
    back = commands.add_parser(
        "restore", parents=[common], help="put a backup in the desk's place; the desk is set aside"
    )
    back.add_argument("folder", type=Path, metavar="DIR", help="a backup, or a folder of backups")
    back.add_argument("--preview", action="store_true", help="only say what would change")
    back.set_defaults(run=_restore)
    verify = commands.add_parser("verify", parents=[common], help="check the whole desk")
    verify.add_argument("--mend", action="store_true", help="put right what the desk can by itself")
    verify.add_argument(
        "--rebuild-index", action="store_true", help="make the search index anew first"
    )
    verify.set_defaults(run=_verify)


def _backup(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        written = desk.backups.write(options.folder, _steps(voice))
    if written.lost:
        voice.aside("backup_lost", count=len(written.lost))
    voice.say("backup_made", path=written.copied.folder)
    voice.give({"backup": str(written.copied.folder), "files": written.files,
                "lost": len(written.lost)})  # fmt: skip


def _restore(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    found = backups_in(options.folder)
    if not found:
        raise BadInput("no_backup", path=str(options.folder))
    copied, word = found[0], passphrase(voice)
    unlocked = Desk.unlock(copied.folder, word)
    if options.preview:
        _tell(_previewed(options, copied, word, unlocked, voice), voice)
        return
    aside = restore(options.store, copied, unlocked, _steps(voice))
    voice.say("restored", at=copied.at, path=options.store)
    if aside is not None:
        voice.say("set_aside", path=aside)
    voice.give({"restored": copied.at, "set_aside": str(aside) if aside else ""})


def _previewed(
    options: argparse.Namespace, copied: Copied, word: str, unlocked: Any, voice: Voice
) -> Preview:
    """Compared with the desk where that can be opened; else what the backup holds alone."""
    if Desk.exists(options.store):
        try:
            desk = Desk.open(options.store, word)
        except StoreError as error:
            voice.aside("note", text=error.message(voice.language))
        else:
            try:
                return desk.backups.preview(copied, _steps(voice))
            finally:
                desk.close()
    return preview_alone(copied, unlocked, _steps(voice))


def _tell(preview: Preview, voice: Voice) -> None:
    words, language = terms(), voice.language
    voice.say("preview_of", at=preview.copied.at, path=preview.copied.folder)
    for each in preview.differences:
        voice.say(
            "preview_kind",
            kind=words(f"record.{each.table}", language),
            here=each.count_here,
            there=each.count_there,
            changed=each.count_changed,
        )
    for row in preview.rows:
        side = words(f"cli.side_{row.side}", language)
        voice.plain("  ".join(filter(None, (side, row.number, row.title, row.at, row.officer))))
    if preview.desk_readable and not preview.differences:
        voice.say("preview_same")
    voice.give(
        {
            "backup": str(preview.copied.folder),
            "at": preview.copied.at,
            "lost": len(preview.check.lost),
            "counts": preview.check.facts.counts,
            "differences": {
                each.table: {
                    "only_here": each.count_here,
                    "only_there": each.count_there,
                    "changed": each.count_changed,
                }
                for each in preview.differences
            },
        }
    )


def _verify(options: argparse.Namespace) -> int:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        if options.rebuild_index:
            desk.rebuild_index(_steps(voice))
            voice.say("index_rebuilt")
        checkup = desk.checks.run(_steps(voice))
        mended: dict[str, int] = {}
        if options.mend and checkup.mends:
            mended = desk.checks.mend(checkup, _steps(voice))
            voice.say("mended", count=sum(mended.values()))
            checkup = desk.checks.run(_steps(voice))
        told = [
            {
                "code": finding.code,
                "count": finding.count,
                "grave": finding.grave,
                "mends": finding.mends,
                "found": desk.checks.sentence(finding, voice.language),
                "remedy": desk.checks.remedy(finding, voice.language),
                "examples": list(finding.examples),
            }
            for finding in checkup.findings
        ]
    faults = [f"{each['found']} {each['remedy']}" for each in told if each["grave"]]
    more = {"findings": told, "mended": mended}
    answer = {"sound": checkup.sound, "faults": faults}
    voice.give(answer | {name: value for name, value in more.items() if value})
    for each in told:
        voice.plain(f"{each['found']} {each['remedy']}")
    if checkup.sound:
        voice.say("sound")
        return 0
    voice.aside("unsound", count=len(faults))
    return 1


def _steps(voice: Voice) -> Callable[[str, int, int], bool]:
    """Says each step once by name, on a terminal, and counts."""
    begun: set[str] = set()

    def progress(step: str, done: int, total: int) -> bool:
        if sys.stderr.isatty():
            if step not in begun:
                begun.add(step)
                print(terms()(f"step.{step}", voice.language), file=sys.stderr, flush=True)
            counted(done, total)
            if done == total:
                end_of_count()
        return True

    return progress
