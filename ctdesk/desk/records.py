"""Dossiers with their items, and actions: kept and listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ctdesk.desk.rows import ActionRow, Row
from ctdesk.desk.validation import check_record, check_value
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Action, Dossier, Item, Link
from ctdesk.domain.states import ACTION

if TYPE_CHECKING:
    from ctdesk.desk.lists import Lists
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_OPEN = ("open", "in_hand", "waiting")


class Dossiers:
    """What belongs together."""

    def __init__(self, session: Session, lists: Lists) -> None:
        self._session = session
        self._lists = lists

    def list(self) -> Sequence[Dossier]:
        """Every dossier that this officer may see, by code."""
        return self._session.access.where(Dossier, order="code")

    def get(self, uid: str) -> Dossier:
        return self._session.access.get(Dossier, uid)

    def items(self, uid: str) -> Sequence[Item]:
        """A dossier's items in the order in which they were written."""
        return self._session.store.read.where(Item, dossier=self.get(uid).uid, order="uid")

    def item(self, uid: str) -> Item:
        """One item of a dossier."""
        return self._session.access.demand(self._session.store.read.get(Item, uid), uid)

    def documents(self, uid: str) -> Sequence[Row]:
        """The documents that belong to a dossier, newest first."""
        dossier = self.get(uid).uid
        links = self._session.store.read.where(Link, target=dossier, type="belongs_to", removed=0)
        rows = self._lists.rows_of(link.source for link in links)
        return sorted(rows.values(), key=lambda row: row.date, reverse=True)

    def add(self, dossier: Dossier, items: Sequence[Item] = ()) -> Dossier:
        """Open a dossier, with its items."""
        check_record(dossier)
        with self._session.act("add") as act:
            dossier = act.create(dossier)
            for item in items:
                act.create(_in(item, dossier))
        return dossier

    def put(self, uid: str, document: str) -> None:
        """Let a document belong to a dossier."""
        tie = belongs(document, uid)
        self._session.access.check_named(tie)
        with self._session.act("link") as act:
            act.create(tie)

    def edit_item(self, uid: str, **fields: Any) -> Item:
        """Write fields of an item."""
        for name, value in fields.items():
            check_value(Item, field_of(Item, name), value)
        self._session.access.get(Item, uid)
        with self._session.act("edit") as act:
            return act.update(Item, uid, **fields)


class Actions:
    """What is owed, by whom, by when."""

    def __init__(self, session: Session, settings: SettingsBook, parties: Parties) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties

    def list(self, state: str | None = None) -> Sequence[ActionRow]:
        """Actions, the earliest due first; those without a day last."""
        equal: dict[str, Any] = {"state": state} if state else {}
        found = self._session.access.where(Action, order="due uid", **equal)
        found.sort(key=lambda a: (a.state not in _OPEN, a.due or "9999"))
        today = self._session.today().isoformat()
        language = self._settings.all().lang
        return [
            ActionRow(
                action=action,
                late=bool(action.due) and action.due < today and action.state in _OPEN,
                waiting_for=self._parties.name(action.waiting_for, language),
            )
            for action in found
        ]

    def add(self, action: Action) -> Action:
        """Note that somebody owes a step."""
        action = replace(action, state=action.state or ACTION.first)
        check_record(action)
        self._session.access.check_named(action)
        with self._session.act("add") as act:
            return act.create(action)

    def change_state(self, uid: str, state: str, reason: str = "") -> Action:
        """The next step of an action; dropping needs a reason."""
        action = self._session.access.get(Action, uid)
        ACTION.check(action.state, state, reason)
        with self._session.act("state") as act:
            return act.update(Action, uid, state=state, drop_reason=reason)


def belongs(document: str, dossier: str) -> Link:
    """The tie of a document to its dossier."""
    return Link(
        source=document,
        source_table="document",
        target=dossier,
        target_table="dossier",
        type="belongs_to",
    )


def _in(item: Item, dossier: Dossier) -> Item:
    return replace(item, dossier=dossier.uid)
