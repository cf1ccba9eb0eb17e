"""The three commands, once the Python is known to fit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from installer import checks, system_libraries, translations, virtual_environment
from installer.place import Place, environment
from installer.refusal import Refusal

# Guards nothing: the sample desk holds texts written for it. Printed so that it can be typed.
SAMPLE_PASSPHRASE = "a sample desk for looking around"


def has_display(variables: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Whether a window can be shown: always on Windows, on Linux when a display is named."""
    if system == "win32":
        return True
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def act(command: str, project: Path) -> int:
    """Prepares everything, then does the command. Raises Refusal; returns the exit code."""
    place = Place(project)
    display = has_display()
    system_libraries.provide_system_libraries(place, display)
    virtual_environment.prepare(place)
    translations.compile_translations(place, translations.outdated(place))
    if command == "test":
        return checks.run_checks(checks.checks(place))
    if command == "run":
        return open_window(place) if display else do_a_day(place)
    print(f"Ready: {place.script('ctdesk')}")
    return 0


def open_window(place: Place) -> int:
    """The window on the sample desk, which is made the first time."""
    desk = place.demo / "desk"
    variables = environment(CTDESK_PASSPHRASE=SAMPLE_PASSPHRASE)
    if not desk.exists():
        making = place.demo / "desk.unfinished"
        # Made beside and then renamed: an interrupted start leaves no half desk to be opened.
        shutil.rmtree(making, ignore_errors=True)
        print("Making the sample desk.")
        code = _ctdesk(place, variables, "--store", str(making), "init", "--sample")
        if code:
            return code
        _put_in_place(making, desk)
    print(f"The sample desk lies in {desk}; its passphrase: {SAMPLE_PASSPHRASE}")
    return _ctdesk(place, variables, "--store", str(desk))


def _put_in_place(made: Path, wanted: Path) -> None:
    """Renames the folder; on Windows a virus scanner may hold its new files for a moment."""
    for _ in range(5):
        try:
            made.rename(wanted)
        except PermissionError:
            time.sleep(1)
        else:
            return
    raise Refusal(f"{made} could not be renamed to {wanted.name}: another program holds its files.")


def do_a_day(place: Place) -> int:
    """The same day's work without a display; says where its memos and pictures lie."""
    print("No display here: doing a day's work on the sample desk without the window.")
    variables = environment(QT_QPA_PLATFORM="offscreen")
    code = _ctdesk(place, variables, "demo", "--out", str(place.demo))
    if code:
        return code
    memos, pictures = (sorted(place.demo.rglob(ending)) for ending in ("*.docx", "*.png"))
    if not memos:
        raise Refusal(f"The day's work ended, but no memo lies in {place.demo}.")
    print("\nMemos:")
    for memo in memos:
        print(f"  {memo}")
    print(f"Pictures of the screens: {len(pictures)} in {place.demo}")
    for picture in pictures:
        print(f"  {picture}")
    return 0


def _ctdesk(place: Place, variables: Mapping[str, str], *arguments: str) -> int:
    command = [str(place.script("ctdesk")), *arguments]
    return subprocess.run(command, cwd=place.project, env=dict(variables)).returncode
