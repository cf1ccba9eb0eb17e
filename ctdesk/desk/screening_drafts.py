"""Names of the lists in an opinion before it is issued: looked at by an officer, one by one.

Before its issue (and when it is sent for review) an opinion is compared with the lists. A name that
nobody looked at stops the issue; one that was excluded, confirmed, or left undecided on purpose
doesn't. A delisted entry that a draft mentions is shown and stops nothing. A list of names that is
the opinion's annex must have been approved, row by row, by two officers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ctdesk.desk.rows import Check
from ctdesk.domain.records import ListEntry, Match

if TYPE_CHECKING:
    from ctdesk.desk.screening_gate import NameLists
    from ctdesk.desk.screening_texts import Texts
    from ctdesk.desk.session import Session

_CODES = {
    "candidate": "name_not_looked_at",
    "undecided": "name_undecided",
    "confirmed": "name_confirmed",
}


class DraftNames:
    """The names in a draft."""

    def __init__(self, session: Session, texts: Texts, name_lists: NameLists) -> None:
        self._session = session
        self._name_lists = name_lists
        self._texts = texts

    def screen(self, uid: str) -> None:
        """Compare the draft, as it is saved, with the lists; nothing without a list."""
        self._texts.screen_opinion(uid)

    def checks(self, uid: str) -> Sequence[Check]:
        """What was found in the draft when it was compared last, block by block."""
        read = self._session.store.read
        found = [m for m in self._session.access.where(Match, document=uid) if m.end]
        entries = read.get_many(ListEntry, (match.entry for match in found))
        checks = [
            _check(match, entries[match.entry])
            for match in sorted(found, key=lambda m: (m.place, m.start))
            if match.entry in entries and match.state != "excluded"
        ]
        for annex in self._name_lists.of_document(uid):
            if not annex.ready:
                values = {"title": annex.record.title, "left": str(annex.rows - annex.approved)}
                checks.append(Check("annex_not_approved", blocking=True, values=values))
        return checks


def _check(match: Match, entry: ListEntry) -> Check:
    values = {"name": match.name, "entry": entry.name, "reference": entry.reference}
    block = match.place.partition(":")[0] if ":" in match.place else ""
    if entry.delisted_on:
        return Check("name_delisted", block, values={**values, "date": entry.delisted_on})
    code = _CODES[match.state]
    return Check(code, block, blocking=match.state == "candidate", values=values)
