"""Random days at several desks: what officers do, which packs go and come, late or twice."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from ctdesk.desk import Desk
from ctdesk.desk.rows import NewFile
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Action, Comment, Document, Dossier, Item, Link, Party
from ctdesk.store import changes
from tests.conftest import CHEAP, PASSPHRASE
from tests.exchange.desks import EVERYTHING, TODAY, history_of, introduce, state_of

WORDS = ["تمويل", "حدود", "مخيم", "عائدون", "شبكة", "border", "finance", "camp", "report"]
TOPICS = ["FTFR", "CTFN", "SANC", "EVID", "BORD", "CAMP"]
SECOND = "موظف ثان"
SKEWS = (0.0, -7200.0, 3600.0, 90.0)
"""Seconds by which each desk's clock is wrong."""


def templates(folder: Path, count: int) -> list[Path]:
    """New desks, closed, each with a second officer; the first is the main desk."""
    made = []
    for number in range(count):
        desk = Desk.create(
            folder / f"template{number}", PASSPHRASE, cost=CHEAP, today=lambda: TODAY
        )
        desk.officers.add(
            PASSPHRASE,
            SECOND,
            {"name_ar": SECOND, "role": "head", "clearance": "top_secret"},
            cost=CHEAP,
        )
        if number:
            desk.settings.change(laptop=f"L{number}")
        desk.close()
        made.append(folder / f"template{number}")
    return made


class Days:
    """Some desks, and one stream of chance that says what happens to them."""

    def __init__(self, folder: Path, made: list[Path], seed: int) -> None:
        self.chance = random.Random(seed)
        self._folder = folder
        self._packs = 0
        self._waiting: list[tuple[int, Path]] = []
        self._clock = changes.time.time
        self.desks: list[Desk] = []
        for number, template in enumerate(made):
            place = folder / f"desk{number}"
            shutil.copytree(template, place, ignore=shutil.ignore_patterns("lock"))
            self.desks.append(Desk.open(place, PASSPHRASE, today=lambda: TODAY))
        introduce(self.desks)

    def close(self) -> None:
        for desk in self.desks:
            desk.close()

    def pass_(self, steps: int, clock: Callable[[Callable[[], float]], None]) -> None:
        """So many things happen; `clock` sets the time of day for the desk that acts."""
        for _ in range(steps):
            number = self.chance.randrange(len(self.desks))
            self._as(number, clock)
            roll = self.chance.random()
            if roll < 0.75:
                self._work(self.desks[number])
            elif roll < 0.92:
                self._send(number)
            else:
                self._deliver(clock)

    def settle_down(self, clock: Callable[[Callable[[], float]], None]) -> None:
        """What still lies about arrives; then everybody tells everybody, twice."""
        while self._waiting:
            self._deliver(clock)
        for _ in range(2):
            pairs = [(i, j) for i in range(len(self.desks)) for j in range(len(self.desks))]
            self.chance.shuffle(pairs)
            for source, target in pairs:
                if source != target:
                    self._as(source, clock)
                    path = self._pack(source, target)
                    self._as(target, clock)
                    self.desks[target].packs.take(path)

    def differing(self) -> list[str]:
        """What of the first desk's state another desk does not share; nothing when all is well."""
        states = [state_of(desk) for desk in self.desks]
        found = []
        for number, state in enumerate(states[1:], 1):
            for part, told in states[0].items():
                if state[part] != told:
                    found.append(f"desk {number}: {part}: {_difference(told, state[part])}")
        histories = [history_of(desk) for desk in self.desks]
        found += [
            f"desk {number} lost history"
            for number, history in enumerate(histories)
            if history != set().union(*histories)
        ]
        return found

    def _as(self, number: int, clock: Callable[[Callable[[], float]], None]) -> None:
        clock(lambda: self._clock() + SKEWS[number])

    def _send(self, source: int) -> None:
        target = self.chance.choice([n for n in range(len(self.desks)) if n != source])
        path = self._pack(source, target)
        if self.chance.random() < 0.7:  # else it is lost
            self._waiting.append((target, path))
            if self.chance.random() < 0.2:
                self._waiting.append((target, path))

    def _pack(self, source: int, target: int) -> Path:
        self._packs += 1
        path = self._folder / f"pack{self._packs}.ctx"
        device = self.desks[target].desks.card().device
        self.desks[source].packs.out(
            path, EVERYTHING, to=device, ceiling="top_secret", second=(SECOND, SECOND)
        )
        return path

    def _deliver(self, clock: Callable[[Callable[[], float]], None]) -> None:
        if not self._waiting:
            return
        target, path = self._waiting.pop(self.chance.randrange(len(self._waiting)))
        self._as(target, clock)
        try:
            self.desks[target].packs.take(path)
        except CtdeskError as error:
            if error.code != "pack_already_merged":
                raise

    def _work(self, desk: Desk) -> None:
        act = self.chance.choice(_ACTS)
        with suppress(CtdeskError):  # what the desk's rules forbid is refused: that is no loss
            act(desk, self.chance)


def _difference(one: Any, other: Any) -> str:
    if isinstance(one, dict):
        keys = [k for k in {**one, **other} if one.get(k) != other.get(k)]
        return f"{keys[:3]}: {_difference(one.get(keys[0]), other.get(keys[0]))}"
    if isinstance(one, list) and isinstance(other, list):
        return (
            f"{[x for x in one if x not in other][:3]} | {[x for x in other if x not in one][:3]}"
        )
    return f"{one} | {other}"


def _some(chance: random.Random, count: int = 4) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def _any(desk: Desk, chance: random.Random, kind: Any, /, **equal: Any) -> Any:
    found = desk._store.read.where(kind, **equal)
    if not found:
        raise CtdeskError("not_found", what="")
    return chance.choice(found)


def _register(desk: Desk, chance: random.Random) -> None:
    files = [NewFile("scan.txt", "text/plain", _some(chance).encode())]
    desk.documents.register(
        Document(
            kind="report",
            direction=chance.choice(["incoming", "outgoing"]),
            subject=_some(chance),
            text=_some(chance, 12),
            topics=tuple(chance.sample(TOPICS, 2)),
        ),
        sender=f"السفارة {chance.randrange(4)}",
        attachments=files if chance.random() < 0.4 else (),
    )


def _edit(desk: Desk, chance: random.Random) -> None:
    name = chance.choice(["subject", "text", "summary", "due", "urgency"])
    value = {
        "due": f"2026-12-{chance.randrange(10, 29)}",
        "urgency": chance.choice(["routine", "urgent", "immediate"]),
    }.get(name, _some(chance))
    desk.documents.edit(_any(desk, chance, Document).uid, **{name: value})


def _edit_sets(desk: Desk, chance: random.Random) -> None:
    document = _any(desk, chance, Document)
    topics = set(document.topics) ^ {chance.choice(TOPICS)}
    with desk._session.act("edit") as act:
        if not document.register_number or document.kind != "opinion":
            act.update(Document, document.uid, topics=tuple(sorted(topics)))


def _address(desk: Desk, chance: random.Random) -> None:
    document = _any(desk, chance, Document)
    to = [f"جهة {chance.randrange(5)}" for _ in range(chance.randrange(3))]
    desk.documents.edit(document.uid, addressees=to)


def _step(desk: Desk, chance: random.Random) -> None:
    document = _any(desk, chance, Document, kind="report")
    state = chance.choice(desk.documents.next_states(document.uid))
    desk.documents.change_state(document.uid, state, "سبب")


def _dossier(desk: Desk, chance: random.Random) -> None:
    items = [Item(dossier="-", number="1", text_ar=_some(chance))]
    dossier = Dossier(code=f"C{chance.randrange(99)}", kind="committee", title_ar=_some(chance))
    desk.dossiers.add(dossier, items)


def _item(desk: Desk, chance: random.Random) -> None:
    desk.dossiers.edit_item(_any(desk, chance, Item).uid, text_ar=_some(chance))


def _belong(desk: Desk, chance: random.Random) -> None:
    desk.dossiers.put(_any(desk, chance, Dossier).uid, _any(desk, chance, Document).uid)


def _unlink(desk: Desk, chance: random.Random) -> None:
    link = _any(desk, chance, Link)
    with desk._session.act("unlink") as act:
        act.update(Link, link.uid, removed=not link.removed)


def _party(desk: Desk, chance: random.Random) -> None:
    party = _any(desk, chance, Party)
    names = set(party.spellings) ^ {chance.choice(WORDS)}
    desk.parties.edit(party.uid, name_en=_some(chance, 2), spellings=tuple(sorted(names)))


def _action(desk: Desk, chance: random.Random) -> None:
    desk.actions.add(Action(what=_some(chance), document=_any(desk, chance, Document).uid))


def _action_step(desk: Desk, chance: random.Random) -> None:
    action = _any(desk, chance, Action)
    desk.actions.change_state(action.uid, chance.choice(["in_hand", "done", "dropped"]), "سبب")


def _opinion(desk: Desk, chance: random.Random) -> None:
    on = [_any(desk, chance, Document, kind="report").uid]
    desk.opinions.new(subject=_some(chance), on=on)


def _write(desk: Desk, chance: random.Random) -> None:
    opinion = _any(desk, chance, Document, kind="opinion")
    block = Block("", "paragraph", _some(chance), _some(chance))
    desk.opinions.save(opinion.uid, [*desk.opinions.open(opinion.uid).blocks, block])


def _frame(desk: Desk, chance: random.Random) -> None:
    opinion = _any(desk, chance, Document, kind="opinion")
    desk.opinions.edit(opinion.uid, subject=_some(chance), opening=_some(chance))


def _issue(desk: Desk, chance: random.Random) -> None:
    desk.opinions.issue(_any(desk, chance, Document, kind="opinion").uid)


def _supersede(desk: Desk, chance: random.Random) -> None:
    earlier = _any(desk, chance, Document, kind="opinion", state="issued")
    desk.opinions.after(earlier.uid, chance.choice(["supersedes", "amends"]))


def _comment(desk: Desk, chance: random.Random) -> None:
    opinion = _any(desk, chance, Document, kind="opinion")
    with desk._session.act("comment") as act:
        act.create(Comment(document=opinion.uid, text=_some(chance)))


def _resolve(desk: Desk, chance: random.Random) -> None:
    rows = desk.conflicts.list()
    if rows:
        row = chance.choice(rows)
        desk.conflicts.settle(row, chance.choice(row.field.heads).id)


_ACTS: tuple[Callable[[Desk, random.Random], None], ...] = (
    _register, _register, _edit, _edit, _edit, _edit_sets, _address, _step, _step, _dossier,
    _item, _belong, _unlink, _party, _action, _action_step, _opinion, _opinion, _write, _write,
    _frame, _issue, _issue, _supersede, _comment, _resolve, _resolve,
)  # fmt: skip
