"""pip inside the environment: only what the lock names, only with the hashes it gives."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from installer import lock_file
from installer.place import Place, environment
from installer.program import last_lines, run_logged
from installer.refusal import Refusal

# No source package is ever built, so no code of a package runs while it is installed; the lock is
# complete, so nothing need be resolved (`pip check` in the tests proves it complete).
_LOCKED = ("--require-hashes", "--only-binary", ":all:", "--no-deps")
# A weak line is met with patience; a dead one is told of after about two minutes.
_PATIENT = ("--retries", "4", "--timeout", "30")


def install_all(place: Place) -> None:
    """pip itself, the locked packages, then the project so that `ctdesk` is there.

    Raises Refusal: what failed, what was kept, what to do.
    """
    lock = place.lock.read_text(encoding="utf-8")
    # First pip: the one that comes with Debian's Python is years old. Its release is locked too.
    pip_entry = place.venv / "pip.txt"
    pip_entry.write_text(lock_file.entry(lock, "pip"), encoding="utf-8")
    _pip(place, [*_LOCKED, "-r", str(pip_entry)])
    pip_entry.unlink()
    count = len(lock_file.packages(lock))
    if place.wheelhouse.is_dir():
        print("Installing the packages from wheelhouse/.")
    else:
        print("Installing the packages of the lock (the first time about 150 MB).")
    _pip(place, [*_LOCKED, "-r", str(place.lock)], _counter(count))
    # hatchling is in the lock: with build isolation pip would fetch one that no hash vouches for.
    _pip(place, ["--no-build-isolation", "--no-deps", "--editable", str(place.project)])
    if not str(place.project).isascii():
        write_path_without_letters(place)


def write_path_without_letters(place: Place) -> None:
    """Lets Python find the project under a path with Arabic letters (a Windows user's folder).

    The build writes the project's path into a .pth file as UTF-8; before 3.13, Python on Windows
    reads such files in the system's code page and would not find it. The line written here
    computes the same path instead.
    """
    line = "import os, sys; sys.path.append(os.path.dirname(sys.prefix))\n"
    for pointer in place.site_packages.glob("_editable_impl_ctdesk*.pth"):
        pointer.write_text(line, encoding="ascii")


def source_arguments(place: Place) -> list[str]:
    """Where pip looks for packages: the wheelhouse alone, or where the user's settings say."""
    if place.wheelhouse.is_dir():
        return ["--no-index", "--find-links", str(place.wheelhouse)]
    return list(_PATIENT)


def _pip(place: Place, what: Sequence[str], each_line: Callable[[str], None] | None = None) -> None:
    command = [str(place.python), "-m", "pip", "install", "--progress-bar", "off"]
    command += [*source_arguments(place), *what]
    # pip names the project's path; a Windows code page may lack its letters.
    variables = environment(PYTHONIOENCODING="utf-8:backslashreplace")
    code, output = run_logged(command, place.log, variables, each_line)
    if code:
        raise Refusal(pip_refusal(output, place))


def pip_refusal(output: str, place: Place) -> str:
    """What a failed pip means for the person in front of it."""
    again = "Start the same command again when that is mended; the whole output: " + str(place.log)
    if "DO NOT MATCH THE HASHES" in output:
        meaning = (
            "A package is not the one that installer/lock.txt vouches for, and was refused. "
            "A damaged download or a mirror that changes files does this: fetch it anew, or from "
            "another source. Do not go around this check."
        )
    elif "No space left" in output or "Errno 28" in output:
        meaning = "The disk is full: about 1.5 GB must be free for the environment."
    elif "No matching distribution" in output and place.wheelhouse.is_dir():
        meaning = f"wheelhouse/ does not hold all packages for this Python.\n{wheelhouse_help()}"
    elif any(sign in output for sign in _NO_DOWNLOAD):
        meaning = (
            "The packages could not be downloaded: the package index does not answer, or does not "
            f"hold them.\n{wheelhouse_help()}"
        )
    else:
        meaning = "pip could not install the packages."
    errors = "\n".join(line for line in output.splitlines() if line.startswith("ERROR:"))
    return f"{meaning}\n{last_lines(errors or output)}\n{again}"


_NO_DOWNLOAD = (
    "Connection broken",
    "ConnectionError",
    "NewConnectionError",
    "Max retries",
    "No matching distribution",
    "Read timed out",
    "ReadTimeout",
    "SSLError",
    "ProxyError",
    "NetworkConnectionError",
    "HTTP error",
)


def wheelhouse_help() -> str:
    """How to bring the packages on a disk to a machine that can't download them."""
    return (
        "For a machine without a network, run this in the project's folder on one that has one, of "
        "the same system and the same Python version, then carry the folder wheelhouse/ over:\n"
        "    python3 -m pip download --no-deps --only-binary :all: --require-hashes "
        "-d wheelhouse -r installer/lock.txt"
    )


def _counter(total: int) -> Callable[[str], None] | None:
    """Shows on a terminal's line how many of the packages pip has reached; None elsewhere."""
    if not sys.stdout.isatty():
        return None
    reached = 0

    def count(line: str) -> None:
        nonlocal reached
        if line.startswith(("Collecting ", "Requirement already satisfied: ")):
            reached += 1
            print(f"\r  {reached} of {total}", end="", flush=True)
        elif line.startswith("Installing collected packages"):
            print("\r  unpacking      ", flush=True)

    return count
