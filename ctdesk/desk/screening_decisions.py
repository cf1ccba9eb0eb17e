"""What officers decide about a name and an entry, and how long it holds.

    decisions.exclude(uid, reason)                    it is somebody else
    decisions.confirm(uid)                            it is them: the first officer says so
    decisions.confirm(uid) by another officer         ... and the second one confirms it
    decisions.confirm(uid, slot, passphrase)          both at once, the second with their passphrase
    decisions.leave_undecided(uid, reason)            looked at, not to be told from what is known
    decisions.reopen(uid)                             to decide anew
    decisions.note(name, entry, ...)                  a name that was asked for becomes a match

A decision is about a folded name and an entry: it is written to every open match of the two that
the officer may see, and later texts come with it (`Match.remembered`). It holds while the entry
says what it said; a new wording opens it again (`screening_lists`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ctdesk.desk.screening_texts import decided
from ctdesk.domain.classification import cleared, rank
from ctdesk.domain.errors import Refused
from ctdesk.domain.records import Document, ListEntry, Match, Officer
from ctdesk.domain.roles import check_right
from ctdesk.domain.states import MATCH
from ctdesk.screening.matcher import MATCHER_VERSION
from ctdesk.store.acting import Act
from ctdesk.store.screening import ScreeningReader
from ctdesk.text.fold import fold

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

_OPEN = ("candidate", "undecided")


class Decisions:
    """Decisions about matches."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, uid: str) -> Match:
        """A match that the officer may see; Refused for any other."""
        found = self._session.store.read.get(Match, uid)
        return self._session.access.demand(found, uid)

    def exclude(self, uid: str, reason: str) -> Match:
        """The name means somebody else; `reason` is required."""
        match = self.get(uid)
        MATCH.check(match.state, "excluded", reason)
        return self._decide(match, state="excluded", reason=reason.strip(), proposed="")

    def leave_undecided(self, uid: str, reason: str = "") -> Match:
        """Nobody can tell from what is known; that it was looked at is kept."""
        match = self.get(uid)
        MATCH.check(match.state, "undecided")
        return self._decide(match, state="undecided", reason=reason.strip(), proposed="")

    def confirm(self, uid: str, slot: str = "", passphrase: str = "", *, reason: str = "") -> Match:
        """The name means the entry. It takes two officers: without a colleague's `slot` and
        `passphrase` the match waits for the second one, who confirms it at their own desk.

        Refused for the same officer twice, for a second one without the right or the clearance;
        StoreError for a wrong passphrase (takes about a second).
        """
        match = self.get(uid)
        MATCH.check(match.state, "confirmed")
        own = self._session.officer
        if match.proposed == "confirmed" and match.by != own.uid:
            first, second = match.by, own
        elif slot:
            first, second = own.uid, self._session.countersigned(slot, passphrase)
        elif match.proposed == "confirmed":
            raise Refused("second_is_the_same")
        else:
            return self._decide(
                match, state="undecided", proposed="confirmed", reason=reason or match.reason
            )
        self._check_second(match, second)
        return self._decide(
            match,
            state="confirmed",
            proposed="",
            by=first,
            second_by=second.uid,
            reason=reason or match.reason,
        )

    def reopen(self, uid: str) -> Match:
        """Decide anew."""
        match = self.get(uid)
        MATCH.check(match.state, "candidate")
        with self._session.act("reopen_match") as act:
            return act.update(
                Match, uid, state="candidate", proposed="", by="", second_by="", remembered=""
            )

    def note(
        self, name: str, entry: str, *, score: float = 0.0, explanation: str = "", found: str = ""
    ) -> Match:
        """Keep a name that was asked for, and the entry that it may mean, so that it is decided
        about like one in a document. What is kept already is given back."""
        key = fold(name)
        record = self._session.store.read.get(ListEntry, entry)
        if record is None or not key:
            raise Refused("not_found", what=name or entry)
        known = self._session.store.read.where(Match, document="", entry=entry, name_key=key)
        if known:
            return known[0]
        with self._session.act("screen") as act:
            match = Match(
                passage=name,
                name=name,
                entry=entry,
                score=round(score * 1000),
                explanation=explanation or json.dumps({}),
                state="candidate",
                matcher_version=MATCHER_VERSION,
                list_date=_list_date(act, record),
                listed_name=found or record.name,
                name_key=key,
                version=record.version,
            )
            earlier = decided(act, match)
            if earlier is None:
                return act.create(match)
            kept = act.create(match)
            return act.update(Match, kept.uid, **_as(earlier))

    def decided(self, name: str, entry: ListEntry) -> Match | None:
        """What holds for a name and an entry now."""
        known = self._session.store.read.where(
            Match, entry=entry.uid, name_key=fold(name), version=entry.version
        )
        taken = [m for m in known if m.state in ("excluded", "confirmed") or m.by]
        seen = self._session.access.visible(taken)
        return max(seen, key=lambda m: m.updated_at, default=None)

    def _decide(self, match: Match, **fields: Any) -> Match:
        """Write a decision to the match and to the other open ones of the same name and entry."""
        fields = {"by": self._session.officer.uid, "second_by": "", **fields}
        with self._session.act("decide_match") as act:
            entry = act.read.get(ListEntry, match.entry)
            fields["version"] = entry.version if entry else match.version
            done = act.update(Match, match.uid, **fields, remembered="")
            for other in self._same(act, match):
                act.update(Match, other.uid, **fields, remembered=match.uid)
            act.note("decide_match", uid=match.uid, state=done.state)
        return done

    def _same(self, act: Act, match: Match) -> Sequence[Match]:
        known = act.read.where(Match, entry=match.entry, name_key=match.name_key)
        others = [m for m in known if m.uid != match.uid and m.state in _OPEN]
        return self._session.access.visible(others)

    def _check_second(self, match: Match, second: Officer) -> None:
        if second.uid == match.by:
            raise Refused("second_is_the_same")
        check_right(second.role, "second")
        document = self._session.store.read.get(Document, match.document)
        if document and rank(document.classification) > cleared(second.clearance):
            raise Refused("second_not_cleared")


def _as(earlier: Match) -> dict[str, Any]:
    names = ("state", "reason", "by", "second_by")
    return {name: getattr(earlier, name) for name in names} | {"remembered": earlier.uid}


def _list_date(act: Act, entry: ListEntry) -> str:
    dates = {head.list: head.date for head in ScreeningReader(act.read).imports()}
    return dates.get(entry.list, "")
