"""How a command answers: sentences for people, JSON for scripts; the passphrase it needs."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator
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
    desk = Desk.open(options.store, passphrase(voice), progress=progress_of_index(voice))
    try:
        for warning in desk.warnings:
            voice.aside("note", text=terms()(f"warning.{warning}", voice.language))
        yield desk
    finally:
        desk.close()


def counted(done: int, total: int | None) -> bool:
    """How far a long work is, on a terminal: one line that is written over."""
    if sys.stderr.isatty():
        of = f" / {total}" if total else ""
        print(f"\r{done}{of}", end="", file=sys.stderr, flush=True)
    return True


def end_of_count() -> None:
    """The line of `counted` is done."""
    if sys.stderr.isatty():
        print(file=sys.stderr)


def progress_of_index(voice: Voice) -> Callable[[str, int, int], bool]:
    """Says once which part of the index is made anew, of how many; then counts."""
    begun: set[str] = set()

    def progress(part: str, done: int, total: int) -> bool:
        if part not in begun:
            begun.add(part)
            name = terms()(f"index_part.{part}", voice.language)
            voice.aside("index_rebuilding", part=name, total=total)
        counted(done, total)
        if done == total:
            end_of_count()
        return True

    return progress
