"""What an officer keeps of searches: under a name, the recent ones, and up to where they looked."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any

from uuid_utils import uuid7

from ctdesk.desk.searches import SavedSearch
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.search import Filters
from ctdesk.search.language import parse
from ctdesk.search.written import LANGUAGE_VERSION, from_json, to_json, written

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

_RECENT = 12
_LONGEST_NAME = 80


class KeptByOfficer:
    """Saved searches are acts of the desk; what is recent or seen is the officer's own affair and
    leaves no trace in the history."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._setting = f"searches:{session.officer.uid}"

    def saved(self) -> list[SavedSearch]:
        """The searches kept under a name, by name."""
        kept = [_saved(entry) for entry in self._entries()]
        return sorted(kept, key=lambda saved: saved.name)

    def save(self, name: str, query: str, filters: Filters, sort: str) -> SavedSearch:
        """Keep a question; one of the same name is replaced. BadInput for a name of no letters."""
        name = _checked(name)
        entry = {
            "uid": str(uuid7()),
            "name": name,
            "text": query,
            "tree": to_json(parse(query, self._session.today()).tree),
            "version": LANGUAGE_VERSION,
            "filters": {k: v for k, v in asdict(filters).items() if v},
            "sort": sort,
        }
        self._keep([*(e for e in self._entries() if e["name"] != name), entry])
        return _saved(entry)

    def rename(self, uid: str, name: str) -> SavedSearch:
        """Give a kept search another name. Refused when there is none, or the name is taken."""
        name, entries = _checked(name), self._entries()
        entry = next((entry for entry in entries if entry["uid"] == uid), None)
        if entry is None:
            raise Refused("not_found", what=name)
        if any(other["name"] == name and other is not entry for other in entries):
            raise BadInput("name_taken", name=name)
        entry["name"] = name
        self._keep(entries)
        return _saved(entry)

    def remove(self, uid: str) -> None:
        """Keep it no longer."""
        self._keep([entry for entry in self._entries() if entry["uid"] != uid])

    def _entries(self) -> list[dict[str, Any]]:
        kept = self._session.store.read.settings().get(self._setting, [])
        return [dict(entry) for entry in kept]

    def _keep(self, entries: list[dict[str, Any]]) -> None:
        with self._session.act("saved_search") as act:
            act.change_setting(self._setting, entries)

    def recent(self) -> list[str]:
        """The questions asked last, the newest first."""
        return [str(query) for query in self._own("recent") or []]

    def remember(self, query: str) -> None:
        """Count a question among the recent; one that was only its beginning gives way."""
        query = " ".join(query.split())
        if len(query) < 2:
            return
        before = self.recent()
        if before[:1] == [query]:
            return
        if before and query.startswith(before[0]):
            before = before[1:]
        self._keep_own("recent", [query, *(q for q in before if q != query)][:_RECENT])

    def forget_recent(self) -> None:
        """Forget which questions were asked."""
        self._session.store.drop_draft(self._own_uid("recent"))

    def last_looked(self) -> str:
        """When this officer last said that everything was seen (UTC); "" for never."""
        kept = self._session.store.read.draft(self._own_uid("looked"))
        return kept[0] if kept else ""

    def looked(self) -> None:
        """Everything registered so far has been seen."""
        self._keep_own("looked", time.time_ns() // 1_000_000)

    def new_since(self) -> str:
        """The bound for `Filters.since`: identities of later records are greater; "" for never.

        UUIDs of version 7 begin with the milliseconds of their making (RFC 9562, section 5.7).
        """
        looked = self._own("looked")
        if not looked:
            return ""
        digits = f"{int(looked):012x}"
        return f"{digits[:8]}-{digits[8:]}-7"

    def _own(self, what: str) -> Any:
        kept = self._session.store.read.draft(self._own_uid(what))
        return json.loads(kept[1]) if kept else None

    def _keep_own(self, what: str, value: Any) -> None:
        text = json.dumps(value, ensure_ascii=False)
        self._session.store.keep_draft(self._own_uid(what), self._session.officer.uid, text)

    def _own_uid(self, what: str) -> str:
        return f"{what}:{self._session.officer.uid}"


def _checked(name: str) -> str:
    name = " ".join(name.split())[:_LONGEST_NAME]
    if not name:
        raise BadInput("name_needed")
    return name


def _saved(entry: dict[str, Any]) -> SavedSearch:
    """A kept search as it is asked today: its text is written anew from its tree where the language
    of questions has changed since."""
    known = {field.name for field in fields(Filters)}
    ticked: dict[str, Any] = {
        name: value if isinstance(value, str) else tuple(value)
        for name, value in entry["filters"].items()
        if name in known
    }
    text = entry["text"]
    if entry["version"] != LANGUAGE_VERSION:
        text = written(from_json(entry["tree"]))
    filters = replace(Filters(), **ticked)
    return SavedSearch(entry["uid"], entry["name"], text, filters, entry["sort"])
