"""Whether the chains hold: all of them, or as far as a seal that stands on paper.

A chain alone does not show that its tail was cut or rewritten, since whoever has the key can make
it anew. A seal that left the machine does: what it names must still be there, and all before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ctdesk.desk.history_rows import DeedRow, local_minute, moment
from ctdesk.desk.history_telling import Telling
from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import Language, terms
from ctdesk.store.chains import Chains
from ctdesk.store.deeds import Deeds, Note
from ctdesk.store.following import Broken, Chain, verify_chains
from ctdesk.text.show import digits as in_digits
from ctdesk.text.show import strip_isolates

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

Progress = Callable[[int, int], bool]
"""Told how many entries were followed, of how many; False stops."""

SEAL_DIGITS = 16
_HEX = frozenset("0123456789abcdef")
_MISREAD = str.maketrans({"o": "0", "l": "1", "i": "1", "|": "1"})
_BETWEEN = frozenset(" -–—.:_/\t\n\u00a0\u202f")


@dataclass(frozen=True)
class BrokenLink:
    """The first entry of a chain that does not hold."""

    how: str
    """`altered`, `missing`, `cut` or `added`."""
    chain: str
    """`change` or `act`."""
    device: str
    seq: int
    at: str = ""
    """UTC; of the entry, or of the last one before it that is there."""
    officer: str = ""
    sentence: str = ""
    """What the entry, or that one, says was done."""

    def told(self, language: Language) -> str:
        """Which machine, which entry, when, which act; and what to do."""
        words = terms()
        values = {
            "device": self.device,
            "chain": words(f"chain.name.{self.chain}", language),
            "seq": self.seq,
            "at": local_minute(self.at) if self.at else "—",
            "officer": self.officer or "—",
            "act": self.sentence or "—",
        }
        told = words(f"chain.{self.how}", language, **values)
        return f"{told} {words('chain.remedy', language, at=values['at'])}"


@dataclass(frozen=True)
class ChainCheck:
    """What following the chains found."""

    entries: int
    devices: int
    broken: tuple[BrokenLink, ...]
    whole: bool
    """False: it was stopped before the end."""
    in_step: bool = True
    """Whether the pages of history show every entry of the chains, and no other."""

    @property
    def sound(self) -> bool:
        return self.whole and self.in_step and not self.broken

    def told(self, language: Language) -> str:
        """The result in one sentence."""
        key = "sound" if self.sound else "stopped" if not self.whole else "unsound"
        values: Mapping[str, object] = {"entries": self.entries, "devices": self.devices}
        return terms()(f"chain.{key}", language, **values)


@dataclass(frozen=True)
class SealAnswer:
    """What the chains say to a seal from paper."""

    seal: str
    row: DeedRow | None = None
    """The act that gave it; None: no chain holds it."""
    broken: tuple[BrokenLink, ...] = ()
    """What no longer holds of all that it stands for."""
    near: tuple[str, ...] = ()
    """Seals of this desk that differ from it in one digit, or in two that changed places."""

    @property
    def stands(self) -> bool:
        return self.row is not None and not self.broken

    def told(self, language: Language) -> str:
        """The answer in words."""
        row, words, shown = self.row, terms(), grouped(self.seal)
        if row is None:
            key = "seal.near" if self.near else "seal.unknown"
            return words(key, language, seal=shown, near=", ".join(map(grouped, self.near)))
        key = "seal.stands" if self.stands else "seal.broken"
        values = {"at": row.local, "act": row.sentence, "officer": row.officer or "—"}
        return words(key, language, seal=shown, **values)


def grouped(seal: str) -> str:
    """A seal as it is read aloud: four digits at a time."""
    return " ".join(seal[n : n + 4] for n in range(0, len(seal), 4))


def seal_of(typed: str) -> str:
    """The 16 digits that somebody typed, however they are parted and written.

    BadInput for another count of digits, and for what can't be one; O is taken for 0, l for 1.
    """
    plain = in_digits(strip_isolates(typed), "western").lower()
    seal = "".join(c for c in plain if c not in _BETWEEN).translate(_MISREAD)
    wrong = next((c for c in seal if c not in _HEX), "")
    if wrong:
        raise BadInput("seal_digit", digit=wrong)
    if len(seal) != SEAL_DIGITS:
        raise BadInput("seal_length", count=len(seal), wanted=SEAL_DIGITS)
    return seal


class Checking:
    """Follows the chains of a desk, and tells what it finds in one language."""

    def __init__(self, session: Session, telling: Telling) -> None:
        self._connection = session.store.read.connection
        self._deeds = Deeds(self._connection)
        self._chains = Chains(self._connection)
        self._telling = telling

    def verify(self, progress: Progress) -> ChainCheck:
        """Follow every chain from its first entry."""
        seen = [0, 0]
        going = True

        def step(done: int, total: int) -> bool:
            nonlocal going
            seen[:] = [done, total]
            going = progress(done, total)
            return going

        broken = verify_chains(self._connection, progress=step)
        return ChainCheck(
            entries=seen[0],
            devices=len(self._chains.ends()),
            broken=tuple(map(self._told, broken)),
            whole=going or seen[0] == seen[1],
            in_step=self._chains.in_step(),
        )

    def seal(self, typed: str, progress: Progress) -> SealAnswer:
        """To which act a seal belongs, and whether all up to it still holds.

        BadInput when what was typed is no seal.
        """
        seal = seal_of(typed)
        found = self._sealed(seal)
        if found is None:
            near = {other for other in _neighbours(seal) if self._sealed(other) is not None}
            return SealAnswer(seal, near=tuple(sorted(near)))
        deed = self._deeds.of_note(found)
        row = self._telling.row(deed) if deed else None
        return SealAnswer(seal, row, tuple(self._breaks(found, progress)))

    def holds(self, device: str, chain: str, seq: int, head: str, progress: Progress) -> bool:
        """Whether a chain is unaltered as far as an entry with that hash (hex digits)."""
        known = Chain(chain, device, seq, bytes.fromhex(head), goes_on=True)
        return known.first_break(self._connection, 0, lambda n: progress(n, seq)) is None

    def _sealed(self, seal: str) -> Note | None:
        begin = bytes.fromhex(seal)
        end = (
            (int(seal, 16) + 1).to_bytes(9, "big")[1:]
            if seal != "f" * SEAL_DIGITS
            else b"\xff" * 33
        )
        return next(iter(self._deeds.sealed_as(begin, end)), None)

    def _breaks(self, note: Note, progress: Progress) -> Iterator[BrokenLink]:
        """What does not hold of the two chains that a seal stands for."""
        changes = int(note.detail.get("changes", 0))
        total = note.seq + changes
        chains = [Chain("act", note.device, note.seq, note.hash, goes_on=True)]
        if changes:
            head = bytes.fromhex(str(note.detail["head"]))
            chains.append(Chain("change", note.device, changes, head, goes_on=True))
        done = 0
        for chain in chains:
            step = partial(_count_on, progress, done, total)
            broken = chain.first_break(self._connection, 0, step)
            if broken is not None:
                yield self._told(Broken(chain.name, chain.device, broken))
            done += chain.end

    def _told(self, broken: Broken) -> BrokenLink:
        """A break with what is known of its entry."""
        entry = self._chains.entry(broken.chain, broken.device, broken.seq)
        end = self._chains.ends()[broken.device][broken.chain].seq
        last = self._chains.last_entry(broken.chain, broken.device)
        if entry is not None:
            how = "altered" if broken.seq <= end else "added"
        else:
            how = "missing" if last > broken.seq else "cut"
            entry = self._chains.entry(broken.chain, broken.device, broken.seq - 1)
        device = self._chains.label_of(broken.device) or broken.device
        link = BrokenLink(how, broken.chain, device, broken.seq)
        if entry is None:
            return link
        words, act = terms(), f"act.{entry.act}"
        names = self._telling.names
        return BrokenLink(
            how,
            broken.chain,
            device,
            broken.seq,
            moment(entry.at_millis),
            names.officer(entry.officer),
            words(act, names.language) if act in words else entry.act,
        )


def _count_on(progress: Progress, before: int, total: int, done: int) -> bool:
    return progress(before + done, total)


def _neighbours(seal: str) -> Iterator[str]:
    """The seals that one slip of the finger away could have been meant."""
    for place in range(len(seal)):
        for digit in sorted(_HEX - {seal[place]}):
            yield seal[:place] + digit + seal[place + 1 :]
        pair = seal[place : place + 2]
        if len(set(pair)) == 2:
            yield seal[:place] + pair[::-1] + seal[place + 2 :]
