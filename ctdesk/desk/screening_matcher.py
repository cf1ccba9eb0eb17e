"""The matcher of the lists in force: made at the first question, kept, made anew after an import.

One `KeptMatchers` serves a Desk and its copies for other threads; it goes with the Desk, so that no
name of a list stays in memory after the desk is locked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from ctdesk.desk.screening_lists import entry_uid
from ctdesk.screening.entry import Entry
from ctdesk.screening.lists import entry_of
from ctdesk.screening.matcher import MATCHER_VERSION, Matcher
from ctdesk.store.screening import ImportHead, ScreeningReader, Wording

if TYPE_CHECKING:
    from ctdesk.desk.session import Session


class KeptMatchers:
    """Matchers by the state of the lists that they were made of; the last two states' at most."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: dict[tuple[str, bool], Matcher] = {}

    def has(self, state: str) -> bool:
        """Whether the matcher of a state is at hand: the next question costs nothing extra."""
        return (state, False) in self._made

    def of(self, state: str, delisted: bool, entries: Iterable[Entry]) -> Matcher:
        """The matcher of a state; `entries` is read only when it has to be made."""
        key = (state, delisted)
        with self._lock:
            if key not in self._made:
                for old in [known for known in self._made if known[0] != state]:
                    del self._made[old]
                self._made[key] = Matcher(entries)
            return self._made[key]


class ListNames:
    """The names of the lists: of those in force, of those delisted, of those that changed."""

    def __init__(self, session: Session, kept: KeptMatchers) -> None:
        self._read = ScreeningReader(session.store.read)
        self._kept = kept

    @property
    def state(self) -> str:
        """What texts are compared with: the matcher's version and the newest file of each list;
        "" without any list."""
        newest = {head.list: head.uid for head in self._read.imports()}
        return " ".join((MATCHER_VERSION, *sorted(newest.values()))) if newest else ""

    @property
    def ready(self) -> bool:
        """Whether the matcher is at hand; making it takes a second for the UN's list."""
        return self._kept.has(self.state)

    def in_force(self) -> Matcher:
        """The matcher of every entry in force."""
        return self._kept.of(self.state, False, self._entries(delisted=False))

    def delisted(self) -> Matcher:
        """The matcher of the entries that are listed no more."""
        return self._kept.of(self.state, True, self._entries(delisted=True))

    def changed_since(self, state: str) -> Matcher | None:
        """The matcher of the entries that were added or changed since a state, or None where all
        have to be compared: the state is unknown here, or the matcher was another."""
        heads = {head.uid: head for head in self._read.imports()}
        version, *uids = state.split() if state else [""]
        if version != MATCHER_VERSION or not all(uid in heads for uid in uids):
            return None
        known = {(heads[uid].list, *item) for uid in uids for item in self._manifest(heads[uid])}
        wordings = self._read.wordings(delisted=False)
        fresh = [w for w in wordings if (w.list, w.permanent_id, w.hash) not in known]
        return Matcher(map(_entry, fresh))

    def dates(self) -> dict[str, str]:
        """The day of each list in force."""
        return {head.list: head.date for head in self._read.imports()}

    def _manifest(self, head: ImportHead) -> Iterable[tuple[str, str]]:
        return self._read.manifest(head.manifest).items()

    def _entries(self, *, delisted: bool) -> Iterable[Entry]:
        """Read when the first one is taken."""
        for wording in self._read.wordings(delisted=delisted):
            yield _entry(wording)


def uid_of(entry: Entry) -> str:
    """The identity of an entry's record."""
    return entry_uid(entry.list, entry.permanent_id)


def _entry(wording: Wording) -> Entry:
    entry = entry_of(wording.list, wording.permanent_id, json.loads(wording.content))
    return replace(entry, narrative=wording.narrative)
