"""Everything that must hold before a change is kept: what `bootstrap.py test` and .ci/run run."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from installer import translations
from installer.place import Place, environment
from installer.refusal import Refusal


@dataclass(frozen=True)
class Check:
    """`act` returns whether it holds, having printed whatever is wrong."""

    name: str
    act: Callable[[], bool]


def checks(place: Place) -> list[Check]:
    """The quick ones first; all run, so that one round shows everything that is wrong."""
    variables = environment(QT_QPA_PLATFORM="offscreen")
    python = str(place.python)

    def program(name: str, *command: str) -> Check:
        return Check(name, lambda: _runs(command, place, variables))

    return [
        program("packages", python, "-m", "pip", "check"),
        program("lint", python, "-m", "ruff", "check", "."),
        program("format", python, "-m", "ruff", "format", "--check", "."),
        Check("translations", lambda: _translations_are_finished(place)),
        program("house", str(place.script("lint-imports"))),
        program("types", python, "-m", "mypy", "ctdesk", "installer"),
        program("tests", python, "-m", "pytest", "-q", "-n", "2"),
    ]


def run_checks(which: list[Check]) -> int:
    """Runs all; prints a summary; 0 when every one holds, else 1."""
    results: list[tuple[str, bool, float]] = []
    for check in which:
        print(f"\n== {check.name}", flush=True)
        started = time.monotonic()
        holds = check.act()
        results.append((check.name, holds, time.monotonic() - started))
    print("\n== summary")
    for name, holds, seconds in results:
        print(f"{'ok    ' if holds else 'FAILED'}  {name:<14}{seconds:6.1f} s")
    return 0 if all(holds for _, holds, _ in results) else 1


def _runs(command: tuple[str, ...], place: Place, variables: Mapping[str, str]) -> bool:
    return subprocess.run(command, cwd=place.project, env=dict(variables)).returncode == 0


def _translations_are_finished(place: Place) -> bool:
    files = translations.sources(place)
    try:
        translations.compile_translations(place, files)
    except Refusal as refused:
        print(refused, file=sys.stderr)
        return False
    finished = True
    for source in files:
        for phrase in translations.unfinished(source):
            print(f"{source.name}: not translated: {phrase!r}")
            finished = False
    print(f"{len(files)} files compiled")
    return finished
