"""The demonstration day and its pictures; and the commands whose rooms are not built yet."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ctdesk.cli.speech import voice_of
from ctdesk.domain.errors import Refused

_LATER = {
    "pack": ("pack out|in FILE", ""),
}


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """demo, shots; and pack, which answers that it is not built yet."""
    demo = commands.add_parser("demo", parents=[common], help="a whole day on the sample desk")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR")
    demo.set_defaults(run=_demo)
    shots = commands.add_parser("shots", parents=[common], help="a picture of every screen")
    shots.add_argument("--out", type=Path, required=True, metavar="DIR")
    shots.set_defaults(run=_shots)
    for name, (what, _) in _LATER.items():
        later = commands.add_parser(name, parents=[common], help="not built yet")
        later.add_argument("rest", nargs=argparse.REMAINDER)
        later.set_defaults(run=_not_yet, what=what)


def _not_yet(options: argparse.Namespace) -> None:
    raise Refused("not_built_yet", what=options.what)


def _demo(options: argparse.Namespace) -> None:
    from ctdesk.cli.demo import demonstrate

    demonstrate(options.out, voice_of(options))


def _shots(options: argparse.Namespace) -> None:
    from ctdesk.ui.shots import shots

    voice = voice_of(options)
    shots(options.out)
    voice.say("demo_pictures", path=options.out)
    voice.give({"pictures": str(options.out)})
