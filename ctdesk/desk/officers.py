"""Who works at this desk: added, renamed, given a role and a clearance, let go; never deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ctdesk.desk.validation import check_value
from ctdesk.domain.classification import cleared
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Officer
from ctdesk.domain.roles import RIGHTS, may

if TYPE_CHECKING:
    from ctdesk.desk.session import Session
    from ctdesk.store.vault import Cost

_POWERS = ("role", "clearance")


class Officers:
    """The desk's officers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self, *, everybody: bool = False) -> Sequence[Officer]:
        """Those who work here, in the order in which they came; `everybody`: also who has left."""
        found = self._session.store.read.where(Officer)
        return [officer for officer in found if everybody or not officer.left_on]

    def get(self, uid: str) -> Officer:
        """One officer, also one who has left. Refused when there is none."""
        return self._session.access.get(Officer, uid)

    def edit(self, uid: str, **fields: Any) -> Officer:
        """Change an officer's name, title, role or clearance.

        One's own name and title anybody may change. Nobody raises their own role or clearance, nor
        gives or takes what they have not themselves, and the last administrator stays one.
        """
        before = self.get(uid)
        for name, value in fields.items():
            check_value(Officer, field_of(Officer, name), value)
        self._check_own(before)
        for right in self.needed(before, fields):
            self._session.check_right(right)
        self._check_powers(before, fields)
        with self._session.act("edit") as act:
            officer = act.update(Officer, uid, **fields)
        if uid == self._session.officer.uid:
            self._session.officer = officer
        return officer

    def needed(self, officer: Officer, fields: Mapping[str, Any]) -> Sequence[str]:
        """The rights that changing these fields of an officer takes."""
        changed = {name for name, value in fields.items() if getattr(officer, name) != value}
        own = officer.uid == self._session.officer.uid
        powers = ["clearance"] if changed.intersection(_POWERS) and not own else []
        return powers + (["officers"] if changed.difference(_POWERS) and not own else [])

    def add(
        self, own: str, passphrase: str, fields: Mapping[str, str], *, cost: Cost | None = None
    ) -> Officer:
        """Let another officer open this desk with a passphrase of their own.

        `own` is the passphrase of the officer who is here. Refused for a role that may not, or one
        that gives more than it has; StoreError for a wrong passphrase.
        """
        self._session.check_right("officers")
        for name, value in fields.items():
            check_value(Officer, field_of(Officer, name), value)
        self._check_given(fields)
        names = (fields.get(n, "") for n in ("name_ar", "title_ar", "name_en", "title_en"))
        wished = next(filter(None, names), "")
        if not wished:
            raise BadInput("field_required", field="name")
        taken = {officer.slot for officer in self.list(everybody=True)}
        more = (f"{wished} {number}" for number in range(2, len(taken) + 3))
        slot = next(name for name in (wished, *more) if name not in taken)
        self._session.store.add_slot(own, slot, passphrase, cost=cost)
        with self._session.act("add") as act:
            return act.create(Officer(slot=slot, **fields))

    def let_go(self, uid: str) -> Officer:
        """An officer opens the desk no more; the name stays in all that they did.

        Refused for oneself and for the last administrator. Backups that were made before still open
        with that passphrase.
        """
        self._session.check_right("officers")
        officer = self.get(uid)
        self._check_own(officer)
        if uid == self._session.officer.uid:
            raise Refused("officer_is_oneself")
        self._check_over(officer)
        check_administrator_stays(self._session, officer)
        store = self._session.store
        if officer.slot in store.vault.officers:
            store.adopt(store.vault.without_slot(officer.slot))
        with self._session.act("let_go") as act:
            act.note("let_go", uid=uid)
            today = self._session.today().isoformat()
            return act.update(Officer, uid, slot="", left_on=officer.left_on or today)

    def _check_own(self, officer: Officer) -> None:
        if not self._session.store.read.is_own(officer.uid):
            raise Refused("officer_elsewhere")

    def _check_powers(self, before: Officer, fields: Mapping[str, Any]) -> None:
        after = {name: fields.get(name, getattr(before, name)) for name in _POWERS}
        if all(getattr(before, name) == value for name, value in after.items()):
            return
        if before.uid != self._session.officer.uid:
            self._check_over(before)
        self._check_given(after)
        if before.role == "administrator" != after["role"]:
            check_administrator_stays(self._session, before)

    def _check_given(self, fields: Mapping[str, Any]) -> None:
        """Nobody gives what they have not; so nobody raises themselves either."""
        own = self._session.officer
        role = fields.get("role", "")
        if role and any(may(role, right) and not may(own.role, right) for right in RIGHTS):
            raise Refused("role_above_own")
        if cleared(fields.get("clearance", "")) > self._session.clearance:
            raise Refused("clearance_above_own")

    def _check_over(self, officer: Officer) -> None:
        """Nobody takes what they have not: the head does not demote the administrator."""
        own = self._session.officer.role
        if any(may(officer.role, right) and not may(own, right) for right in RIGHTS):
            raise Refused("role_above_own")


def check_administrator_stays(session: Session, leaving: Officer) -> None:
    """Raise Refused when an officer is the last administrator who works at the desk."""
    read = session.store.read
    others = read.where(Officer, role="administrator", left_on="")
    here = (other for other in others if read.is_own(other.uid))
    if leaving.role == "administrator" and all(other.uid == leaving.uid for other in here):
        raise Refused("last_administrator")
