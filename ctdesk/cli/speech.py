"""How a command answers: sentences for people, JSON for scripts; the passphrase it needs."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ctdesk.desk import Desk
from ctdesk.domain.errors import Refused
from ctdesk.domain.terms import Language, terms


class Voice:
    """Speaks one language, or JSON."""

    def __init__(self, language: Language, as_json: bool) -> None:
        self.language = language
        self.as_json = as_json

    def say(self, key: str, **values: object) -> None:
        """A sentence on stdout; nothing when a script listens."""
        if not self.as_json:
            print(terms()(f"cli.{key}", self.language, **values))

    def plain(self, text: str) -> None:
        """A line as it is; nothing when a script listens."""
        if not self.as_json:
            print(text)

    def give(self, value: dict[str, Any]) -> None:
        """One JSON object, at once, when a script listens."""
        if self.as_json:
            print(json.dumps(value, ensure_ascii=False), flush=True)

    def aside(self, key: str, **values: object) -> None:
        """A sentence on stderr: progress, notes, what was refused."""
        print(terms()(f"cli.{key}", self.language, **values), file=sys.stderr, flush=True)


def voice_of(options: argparse.Namespace) -> Voice:
    """The voice that the options ask for."""
    from ctdesk.cli.main import language_of

    return Voice(language_of(options), options.json)


def passphrase(voice: Voice, *, twice: bool = False) -> str:
    """From CTDESK_PASSPHRASE or the terminal; Refused where there is neither."""
    given = os.environ.get("CTDESK_PASSPHRASE")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise Refused("passphrase_missing")
    typed = getpass.getpass(terms()("cli.passphrase", voice.language))
    if twice and getpass.getpass(terms()("cli.passphrase_again", voice.language)) != typed:
        raise Refused("passphrases_differ")
    return typed


@contextmanager
def open_desk(options: argparse.Namespace, voice: Voice) -> Iterator[Desk]:
    """The desk of `--store`, unlocked for the length of the command."""
    if not Desk.exists(options.store):
        Desk.peek(options.store)
    desk = Desk.open(options.store, passphrase(voice))
    try:
        for warning in desk.warnings:
            voice.aside("note", text=terms()(f"warning.{warning}", voice.language))
        yield desk
    finally:
        desk.close()
