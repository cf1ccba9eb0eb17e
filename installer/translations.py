"""The window's phrases: `.ts` for translators, `.qm` for Qt (not kept in git)."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from installer.place import Place, environment
from installer.program import last_lines, run_logged
from installer.refusal import Refusal


def sources(place: Place) -> list[Path]:
    """The `.ts` files, by name."""
    return sorted(place.translations.glob("*.ts"))


def outdated(place: Place) -> list[Path]:
    """The sources without a compiled file, or newer than it."""
    return [
        source
        for source in sources(place)
        if not (compiled := source.with_suffix(".qm")).exists()
        or compiled.stat().st_mtime < source.stat().st_mtime
    ]


def compile_translations(place: Place, files: list[Path]) -> None:
    """By Qt's own compiler, which comes with PySide6. Raises Refusal."""
    for source in files:
        made = source.with_suffix(".qm")
        command = [str(place.script("pyside6-lrelease")), str(source), "-qm", str(made)]
        code, output = run_logged(command, place.log, environment())
        if code or not made.exists():
            raise Refusal(f"{source.name} could not be compiled:\n{last_lines(output)}")


def unfinished(source: Path) -> list[str]:
    """Phrases of a `.ts` without a finished translation; dropped (vanished) ones don't count."""
    # Our own files, from our own repository: no untrusted XML.
    phrases = ElementTree.parse(source).getroot().iter("message")
    return [
        phrase.findtext("source", default="")
        for phrase in phrases
        if (translation := phrase.find("translation")) is None
        or translation.get("type") == "unfinished"
    ]
