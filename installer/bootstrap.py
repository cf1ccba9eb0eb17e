"""The two commands of the README: make the environment, then run the program or its checks.

    python3 installer/bootstrap.py run       the window on a sample desk; no display: a day's work
    python3 installer/bootstrap.py test      every check that .ci/run runs
    python3 installer/bootstrap.py install   only the environment: .venv/ with ctdesk in it

Standard library only, and this file keeps to syntax that an old Python can still read, so that
somebody who starts it with one is told so in a sentence and not by a traceback.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
OLDEST, FIRST_TOO_NEW = (3, 11), (3, 14)
COMMANDS = ("run", "test", "install")


def python_refusal(version: tuple[int, int]) -> str:
    """Why this Python can't carry CTDesk, with a way out; "" when it can."""
    if OLDEST <= version < FIRST_TOO_NEW:
        return ""
    newest_first = range(FIRST_TOO_NEW[1] - 1, OLDEST[1] - 1, -1)
    found = [name for name in (f"python3.{minor}" for minor in newest_first) if shutil.which(name)]
    if sys.platform == "win32":
        way_out = "Install Python 3.12 and start this with: py -3.12 installer\\bootstrap.py run"
    elif found:
        way_out = f"There is one here: {found[0]} installer/bootstrap.py run"
    else:
        way_out = "Install one of them (on Debian 12: apt-get install python3 python3-venv)."
    this = f"this is Python {version[0]}.{version[1]}"
    return f"CTDesk needs Python 3.11, 3.12 or 3.13; {this}. Nothing was changed. {way_out}"


def arguments(argv: list[str]) -> argparse.Namespace:
    """The command asked for; argparse leaves with exit 2 on anything else."""
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        description="Makes the environment in .venv/, then runs CTDesk or its checks.",
        epilog="A folder wheelhouse/ beside installer/ is used instead of the network.",
    )
    parser.add_argument("command", choices=COMMANDS, help="what to do once the environment stands")
    return parser.parse_args(argv)


def main(argv: list[str]) -> int:
    """Exit code: 0 done, 1 refused with one clear line, 2 usage, 130 interrupted."""
    refusal = python_refusal(sys.version_info[:2])
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    command = arguments(argv).command
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace", line_buffering=True)  # type: ignore[union-attr]
    sys.path.insert(0, str(PROJECT))
    # Only now: these modules are written for the Pythons that CTDesk runs on.
    from installer import acts
    from installer.refusal import Refusal

    try:
        return acts.act(command, PROJECT)
    except Refusal as refused:
        print("\n" + str(refused), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Start the same command again: it takes up where it can.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
