"""Parties by name: any spelling finds its party, a new name makes one to be checked."""

from __future__ import annotations

import re

from ctdesk.desk.session import Session
from ctdesk.domain.records import Party
from ctdesk.domain.terms import Language
from ctdesk.store.acting import Act
from ctdesk.text.fold import fold

_MISSION = re.compile(
    r"\b(embassy|mission|consulate|legation|delegation|interests section)\b"
    r"|سفار|ممثلي|قنصلي|بعث|مفوضي",
    re.IGNORECASE,
)


_STATE = re.compile(
    r"\s*\b(of the republic of iraq|لجمهوريه العراق|جمهوريه العراق)\b", re.IGNORECASE
)
"""Official names of missions carry the state's own: `mission:Iraq` must not mean all of them."""


_CABLE = re.compile(r"^(?:us|am|american)?\s*emb(?:assy)?\s+(?!of\b|in\b|at\b)", re.IGNORECASE)
"""How cables call an embassy: AMEMBASSY TEHRAN."""


def name_key(name: str) -> str:
    """What two spellings of one party's name have in common."""
    plain = _CABLE.sub("embassy in ", fold(name))
    return " ".join(_STATE.sub(" ", plain).split()).removeprefix("ال")


class Parties:
    """The desk's address book."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._all: dict[str, Party] | None = None
        self._by_name: dict[str, str] = {}

    def all(self) -> dict[str, Party]:
        """Every party by identity."""
        if self._all is None:
            found = self._session.store.read.where(Party, order="created_at name_ar name_en uid")
            self._all = {party.uid: party for party in found}
            self._by_name = {name: p.uid for p in reversed(found) for name in _folded_names(p)}
        return self._all

    def get(self, uid: str) -> Party | None:
        return self.all().get(uid)

    def name(self, uid: str, language: Language) -> str:
        """The party's name in that language, or in the other where it has none."""
        party = self.get(uid)
        if party is None:
            return ""
        names = (party.name_ar, party.name_en)
        return (names if language == "ar" else names[::-1])[0] or next(filter(None, names), "")

    def resolve(self, name: str) -> str | None:
        """The identity of the party that goes by this name, in any spelling."""
        self.all()
        return self._by_name.get(name_key(name))

    def complete(self, prefix: str, limit: int = 20) -> list[Party]:
        """Parties one of whose names has a word that begins so; names that begin so first."""
        wanted = name_key(prefix)
        if not wanted:
            return list(self.all().values())[:limit]
        ranked: dict[str, int] = {}
        for uid, party in self.all().items():
            for name in _folded_names(party):
                if name.startswith(wanted):
                    ranked[uid] = 0
                elif f" {wanted}" in name:
                    ranked.setdefault(uid, 1)
        best = sorted(ranked, key=ranked.__getitem__)[:limit]
        return [self.all()[uid] for uid in best]

    def resolve_or_add(self, act: Act, name: str) -> str:
        """The party of that name; a new one, marked to be checked, where there is none."""
        name = " ".join(name.split())
        if not name:
            return ""
        found = self.resolve(name)
        if found is not None:
            return found
        arabic = any("\u0600" <= c <= "\u06ff" for c in name)
        party = act.create(
            Party(
                kind="mission" if _MISSION.search(name) else "national_body",
                name_ar=name if arabic else "",
                name_en="" if arabic else name,
                to_be_checked=True,
            )
        )
        self.remember(party)
        return party.uid

    def remember(self, party: Party) -> None:
        """Know a party that was just written."""
        self.all()[party.uid] = party
        for name in _folded_names(party):
            self._by_name.setdefault(name, party.uid)

    def forget(self) -> None:
        """Read the parties anew: an act that added some was not kept."""
        self._all = None
        self._by_name = {}

    def edit(self, uid: str, **fields: object) -> Party:
        """Change a party; documents that name it are found under its new names at once."""
        with self._session.act("edit") as act:
            party = act.update(Party, uid, **fields)
        self.forget()
        return party


def _folded_names(party: Party) -> list[str]:
    return [name_key(n) for n in (party.name_ar, party.name_en, *party.spellings) if n]
