"""The demonstration day and its pictures."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ctdesk.cli.speech import voice_of


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """demo, shots."""
    demo = commands.add_parser("demo", parents=[common], help="a whole day on the sample desk")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR")
    demo.set_defaults(run=_demo)
    shots = commands.add_parser("shots", parents=[common], help="a picture of every screen")
    shots.add_argument("--out", type=Path, required=True, metavar="DIR")
    shots.set_defaults(run=_shots)


def _demo(options: argparse.Namespace) -> None:
    from ctdesk.cli.demo import demonstrate

    demonstrate(options.out, voice_of(options))


def _shots(options: argparse.Namespace) -> None:
    from ctdesk.ui.shots import shots

    voice = voice_of(options)
    shots(options.out)
    voice.say("demo_pictures", path=options.out)
    voice.give({"pictures": str(options.out)})
