"""Makes `.venv/` from the lock, once: a finished environment carries a stamp and is left alone."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable

from installer import packages, system_libraries
from installer.lock_file import Stamp, contents_hash
from installer.place import Place, environment
from installer.program import last_lines, run_logged
from installer.refusal import Refusal
from installer.turn import turn

# PySide6 holds paths of up to 181 characters below .venv; Windows stops at 259 by default.
LONGEST_INSIDE = 185
WINDOWS_PATH_LIMIT = 259


def stamp_of(place: Place) -> Stamp:
    """The stamp that an environment made now would carry."""
    python = f"{sys.implementation.cache_tag} {sys.platform} {platform.machine()}"
    pyproject = place.project / "pyproject.toml"
    return Stamp(python, str(place.venv), contents_hash(place.lock, pyproject))


def is_ready(place: Place) -> bool:
    """Finished, made from today's lock, and its programs are there. Takes milliseconds."""
    return (
        not place.unfinished.exists()
        and Stamp.read(place.stamp) == stamp_of(place)
        and place.python.exists()
        and place.script("ctdesk").exists()
    )


def can_be_brought_up_to_date(place: Place) -> bool:
    """Whether the environment that stands there can be built on, instead of made anew.

    Not when it was interrupted, was made by another Python or at another path, or doesn't start.
    One without our stamp (a developer's own) is kept if its Python has our version.
    """
    if not place.python.exists() or place.unfinished.exists():
        return False
    held, now = Stamp.read(place.stamp), stamp_of(place)
    if held and (held.python, held.path) != (now.python, now.path):
        return False
    question = "import pip, sys; print(sys.implementation.cache_tag)"
    try:
        answer = subprocess.run(
            [str(place.python), "-c", question],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
            env=environment(),
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return answer.stdout.strip() == sys.implementation.cache_tag


def prepare(place: Place, build: Callable[[Place], None] | None = None) -> bool:
    """Makes the environment ready; True when there was something to do. Raises Refusal."""
    if is_ready(place):
        return False
    _refuse_too_long_path(place)
    with turn(place):
        if is_ready(place):  # another start made it while we waited
            return False
        started = time.monotonic()
        (build or _build)(place)
        print(f"The environment is ready ({time.monotonic() - started:.0f} s).")
    return True


def _build(place: Place) -> None:
    place.log.unlink(missing_ok=True)
    if can_be_brought_up_to_date(place):
        print("Bringing the environment in .venv up to date.")
        place.stamp.unlink(missing_ok=True)
    else:
        if place.venv.exists():
            print("The environment in .venv is unfinished or of another Python: making it anew.")
        _make_empty(place)
    place.unfinished.touch()
    packages.install_all(place)
    stamp_of(place).write(place.stamp)
    place.unfinished.unlink()


def _make_empty(place: Place) -> None:
    """A new .venv with nothing but its pip. Raises Refusal."""
    _clear(place)
    _provide_venv_module(place)
    print(f"Making the environment in {place.venv}")
    place.venv.mkdir(parents=True)
    place.unfinished.touch()
    # Not sys.executable: started from inside an environment, that would chain one to the other.
    base = getattr(sys, "_base_executable", None) or sys.executable
    command = [base, "-m", "venv", str(place.venv)]
    code, output = run_logged(command, place.log, environment())
    if code:
        raise Refusal(f"Python could not make the environment .venv:\n{last_lines(output)}")


def _clear(place: Place) -> None:
    if not place.venv.exists():
        return
    if place.windows and sys.prefix == str(place.venv):
        raise Refusal(
            "The environment must be made anew, but this Python runs from inside it. "
            "Start it with the system's: py -3 installer\\bootstrap.py install"
        )
    try:
        shutil.rmtree(place.venv)
    except OSError as error:
        raise Refusal(
            f"The old environment could not be removed ({error}). Close CTDesk and whatever else "
            f"runs from {place.venv}, then start the same command again."
        ) from error


def _provide_venv_module(place: Place) -> None:
    """Debian ships Python without ensurepip; its package is installed, or named."""
    if _has_venv_module():
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not system_libraries.may_install():
        raise Refusal(
            "This Python lacks the modules venv and ensurepip, so no environment can be made. "
            f"On Debian and its relatives this line brings them:\n"
            f"    {system_libraries.apt_line([package])}"
        )
    print(f"Installing {package}, without which no environment can be made.")
    system_libraries.install_packages([package], place)
    importlib.invalidate_caches()
    if not _has_venv_module():
        raise Refusal(
            f"{package} is installed, yet this Python ({sys.executable}) still lacks ensurepip. "
            "Start the command with the system's own: /usr/bin/python3 installer/bootstrap.py run"
        )


def _has_venv_module() -> bool:
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def _refuse_too_long_path(place: Place) -> None:
    too_long = len(str(place.venv)) + LONGEST_INSIDE > WINDOWS_PATH_LIMIT
    if place.windows and too_long and not _long_paths_allowed():
        most = WINDOWS_PATH_LIMIT - LONGEST_INSIDE - len(os.sep + ".venv")
        raise Refusal(
            f"The path of this folder is too long for Windows ({len(str(place.project))} "
            f"characters; at most {most} fit). Move it to a short one such as C:\\CTDesk."
        )


def _long_paths_allowed() -> bool:
    if sys.platform == "win32":
        import winreg

        folder = r"SYSTEM\CurrentControlSet\Control\FileSystem"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, folder) as key:
                return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
        except OSError:
            return False
    return False
