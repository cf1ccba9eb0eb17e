"""The security check: what keeps the desk safe here, what does not, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from ctdesk.desk import surroundings
from ctdesk.desk.hardening import hardened
from ctdesk.desk.history_rows import DeedRow, HistoryFilter
from ctdesk.domain.terms import Language, terms
from ctdesk.store.folder import in_cloud_folder
from ctdesk.store.permissions import is_private

if TYPE_CHECKING:
    from ctdesk.desk.history import Histories
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

State = Literal["good", "look", "unknown"]
_BACKUP_DAYS = 7


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; its words stand under `security.<key>` in the terms."""

    key: str
    state: State
    values: dict[str, Any] = field(default_factory=dict)

    def name(self, language: Language) -> str:
        """What was looked at."""
        return terms()(f"security.{self.key}.name", language)

    def sentence(self, language: Language) -> str:
        """How it stands, and what to do where it doesn't."""
        return terms()(f"security.{self.key}.{self.state}", language, **self.values)


class Security:
    """What the desk knows of its own safety."""

    def __init__(self, session: Session, settings: SettingsBook, history: Histories) -> None:
        self._session = session
        self._settings = settings
        self._history = history

    def check(self) -> Sequence[Finding]:
        """Look at everything; on Windows it takes some seconds, for a worker thread."""
        folder = self._session.store.folder
        days = self._days_since_backup()
        backup: State = "good" if days is not None and days <= _BACKUP_DAYS else "look"
        minutes = self._settings.all().lock_after_minutes
        return [
            _finding("disk", surroundings.disk_encrypted(folder)),
            _finding("swap", surroundings.swap_encrypted()),
            _finding("hibernation", surroundings.hibernation_encrypted()),
            _finding("dumps", hardened()),
            _finding("folder", is_private(folder)),
            _finding("cloud", not in_cloud_folder(folder)),
            Finding("backup_never" if days is None else "backup", backup, {"days": days or 0}),
            _finding("words", self._session.store.vault.recovery is not None),
            Finding("idle", "good" if minutes else "look", {"minutes": minutes}),
        ]

    def left(self) -> Sequence[DeedRow]:
        """What left this desk since it was last unlocked, the newest first."""
        unlocked = self._history.page(HistoryFilter(act="unlock"), limit=1)
        since = unlocked[0].key if unlocked else ("", "")
        rows = self._history.page(HistoryFilter(act="left"), limit=200)
        return [row for row in rows if row.key > since]

    def _days_since_backup(self) -> int | None:
        found = self._history.page(HistoryFilter(act="backup"), limit=1)
        if not found:
            return None
        return (datetime.now(UTC) - datetime.fromisoformat(found[0].at)).days


def _finding(key: str, answer: bool | None) -> Finding:
    return Finding(key, "unknown" if answer is None else "good" if answer else "look")
