"""The check of the desk, as an officer reads it: each finding, what to do, what mends itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from ctdesk.desk.settings import Settings, faults_of
from ctdesk.domain.errors import StoreError
from ctdesk.domain.records import RECORDS, Attachment, Document, Dossier
from ctdesk.domain.terms import Language, terms
from ctdesk.store import mending
from ctdesk.store.changes import now
from ctdesk.store.verifying import PARTS, Finding, Verification
from ctdesk.text.show import isolate

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

Progress = Callable[[str, int, int], bool]
"""Told the part of the check, how much of it is done, of how much; False stops."""

_LAST = "check.last"
_DAYS_BETWEEN = 7
_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NAMES = ("register_number", "code", "name", "name_ar", "their_number", "number", "what", "subject")
"""Fields by which a record is known, the best first."""


@dataclass(frozen=True)
class Checkup:
    """What a check came to."""

    at: str
    findings: tuple[Finding, ...]
    stopped: bool = False
    mended: dict[str, int] = field(default_factory=dict)
    """What was put right since, by the code of its finding: how many."""

    @property
    def sound(self) -> bool:
        """Nothing is wrong with what the desk holds; there may be something worth knowing."""
        return not any(finding.grave for finding in self.findings)

    @property
    def mends(self) -> tuple[str, ...]:
        """The findings that the desk can put right by itself."""
        return tuple(finding.code for finding in self.findings if finding.mends)


@dataclass(frozen=True)
class LastCheck:
    """When the desk was last checked to the end, and how many grave findings there were."""

    at: str
    grave: int


class Checks:
    """Checks of the open desk."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def run(self, progress: Progress = lambda _part, _done, _total: True) -> Checkup:
        """Check everything; the result is remembered, unless the check was stopped."""
        found = self._session.store.verify(progress)
        checkup = Checkup(now(), (*self._flat(found), *self._of_settings()), found.stopped)
        if not checkup.stopped:
            # A database that is damaged may refuse to be written to: what was found is told all
            # the same.
            with suppress(StoreError):
                self._remember(checkup)
        return checkup

    def _remember(self, checkup: Checkup) -> None:
        grave = [finding.code for finding in checkup.findings if finding.grave]
        self._session.store.local.put(_LAST, {"at": checkup.at, "grave": len(grave)})
        if grave:
            with self._session.act("failed_check") as act:
                act.note("failed_check", found=grave)

    def last(self) -> LastCheck | None:
        """The last check that came to its end; None for never."""
        kept = self._session.store.local.get(_LAST)
        return LastCheck(kept["at"], kept["grave"]) if kept else None

    def due(self) -> bool:
        """Whether a week went by without a check."""
        last = self.last()
        return last is None or mending.days_since(last.at) >= _DAYS_BETWEEN

    def mend(
        self, checkup: Checkup, progress: Progress = lambda _part, _done, _total: True
    ) -> dict[str, int]:
        """Put right what the desk can by itself; how many of each finding. Nobody else may use
        the desk meanwhile when the index is among it."""
        mended = mending.mend(self._session.store, checkup.mends, progress)
        if mended:
            with self._session.act("mend") as act:
                act.note("mend", **mended)
        return mended

    def sentence(self, finding: Finding, language: Language) -> str:
        """What was found, in a sentence."""
        words = terms()
        comma = "، " if language == "ar" else ", "
        named = comma.join(self._named(example, language) for example in finding.examples[:3])
        values: dict[str, Any] = {"example": named} | finding.values
        if "register" in values:
            values["register"] = words.term("register", str(values["register"])).label(language)
        if finding.code.startswith("index."):
            code = finding.code.removeprefix("index.")
            if code == "behind":
                values["example"] = words(f"index_part.{values['example']}", language)
            return words(f"index_fault.{code}", language, count=finding.count, **values)
        return words(f"finding.{finding.code}", language, count=finding.count, **values)

    def remedy(self, finding: Finding, language: Language) -> str:
        """What to do about it."""
        if finding.code.startswith("index."):
            return terms()("index_fault.remedy", language)
        return terms()(f"finding_remedy.{finding.code}", language)

    def _named(self, example: str, language: Language) -> str:
        """A record by what a person knows it by, where this officer may see it."""
        table, _, uid = example.rpartition("/")
        read = self._session.store.read
        if not _UID.fullmatch(uid):
            return isolate(example)
        for kind in (RECORDS[table],) if table in RECORDS else (Document, Dossier, Attachment):
            try:
                record = read.get(kind, uid)
            except StoreError:
                # It lies on the damage that the check found.
                break
            if record is not None:
                seen = self._session.access.sees(record)
                name = next((getattr(record, f, "") for f in _NAMES if getattr(record, f, "")), "")
                kept = isolate(str(name)) if seen and name else ""
                return f"{terms()(f'record.{kind.table}', language)} {kept}".strip()
        return isolate(example)

    def _flat(self, found: Verification) -> list[Finding]:
        flat = [
            Finding("chain", examples=(f"{b.device}/{b.seq}",),
                    values={"chain": b.chain, "device": b.device, "seq": b.seq})
            for b in found.chains
        ]  # fmt: skip
        if found.pages:
            flat.append(Finding("page", len(found.pages), found.pages[:3]))
        if found.attachments:
            held = self._session.store
            mends = mending.can_bring_back(held, found.attachments)
            flat.append(
                Finding("attachment", len(found.attachments), found.attachments[:20], mends=mends)
            )
        flat += [
            Finding(f"index.{fault.code}", fault.count, (fault.example,), mends=True)
            for fault in found.index
        ]
        return [*flat, *found.findings]

    def _of_settings(self) -> list[Finding]:
        known = {f.name for f in fields(Settings)}
        try:
            stored = self._session.store.read.settings()
        except StoreError:
            # A database that can't be read was told of already.
            return []
        wrong = faults_of({name: value for name, value in stored.items() if name in known})
        return [Finding("setting", len(wrong), tuple(wrong))] if wrong else []


__all__ = ["PARTS", "Checks", "Checkup", "Finding", "LastCheck"]
