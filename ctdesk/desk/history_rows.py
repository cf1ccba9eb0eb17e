"""What a page of the history shows: acts as rows, and what an act unfolds to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from ctdesk.store.deeds import Key, Wanted

GROUPS: dict[str, tuple[str, ...]] = {
    "left": (
        "export", "export_list", "export_evidence", "open_attachment", "save_attachment",
        "open_incoming", "pack_out", "card_out", "backup", "month_summary", "handover",
        "print_recovery_words",
    ),
    "door": (
        "unlock", "failed_unlock", "recovered", "create_desk", "failed_check", "countersign",
        "change_passphrase", "recovery_words", "drop_recovery_words", "rename_slot", "remove_slot",
    ),
}  # fmt: skip
"""Kinds of acts that are looked for together, by their word under `history.group.`."""


UNDONE = frozenset(("document", "dossier", "item", "action", "party", "officer", "link"))
"""Tables in whose records a field's past may be brought back."""


@dataclass(frozen=True)
class HistoryFilter:
    """Which acts are shown; what is empty asks for nothing."""

    since: str = ""
    """ISO day of this machine's calendar."""
    until: str = ""
    """ISO day, included."""
    officer: str = ""
    act: str = ""
    """An act, or a key of `GROUPS`."""
    device: str = ""
    record: str = ""
    """Uid: the acts that wrote it, its parts or its ties, or that noted it."""

    def wanted(self, records: tuple[str, ...] = ()) -> Wanted:
        """The question for the store. ValueError for a day that is none."""
        acts = GROUPS.get(self.act) or ((self.act,) if self.act else ())
        return Wanted(
            officer=self.officer,
            acts=acts,
            device=self.device,
            since=midnight(self.since),
            until=midnight(self.until, days=1),
            records=records,
        )


@dataclass(frozen=True)
class DeedRow:
    """One act of an officer as a row."""

    key: Key
    at: str
    """UTC, to the second."""
    officer: str
    device: str
    act: str
    sentence: str
    """What was done and with what, in words."""
    number: str = ""
    """Of the record, as it stands in the sentence."""
    about: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """What was noted with it: label and value."""
    seal: str = ""
    """The 16 digits that left with it."""
    room: tuple[str, str] = ("", "")
    """Table and uid of the record that the window opens."""
    entries: int = 0
    """How many writes of fields it unfolds to."""
    hidden: bool = False
    """It is about a record above this officer's clearance."""

    @property
    def local(self) -> str:
        """Day and minute by this machine's clock."""
        return local_minute(self.at)


@dataclass(frozen=True)
class DeedLine:
    """One write of an act."""

    record: str
    """What was written, in words."""
    table: str
    uid: str
    field: str = ""
    """The field's label; "" for a record above the clearance."""
    name: str = ""
    before: str = ""
    after: str = ""
    was: object = ""
    """What the field held before, as the record holds it."""
    new: bool = False
    """The record was made by this act."""
    may_go_back: bool = False
    """Its field is of a kind that can be given its earlier value again."""


def midnight(day: str, days: int = 0) -> int:
    """The milliseconds at which a day of this machine begins, so many days later; 0 for no day."""
    if not day:
        return 0
    start = datetime.combine(date.fromisoformat(day) + timedelta(days), time.min).astimezone()
    return int(start.timestamp() * 1000)


def moment(millis: int) -> str:
    """Milliseconds as records hold a time: UTC, to the second."""
    return datetime.fromtimestamp(millis / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def local_minute(utc: str) -> str:
    """Day and minute at which a stored time was, by this machine's clock."""
    return datetime.fromisoformat(utc).astimezone().strftime("%Y-%m-%d %H:%M")
