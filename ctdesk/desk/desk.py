"""The Desk: the one door of the window and the command line to everything an officer can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ctdesk.desk import locked
from ctdesk.desk.approvals import Approvals
from ctdesk.desk.articles import Articles
from ctdesk.desk.backups import Backups
from ctdesk.desk.bulk import Bulk
from ctdesk.desk.checks import Checks
from ctdesk.desk.conflicts import Conflicts
from ctdesk.desk.desks import Desks
from ctdesk.desk.documents import Documents
from ctdesk.desk.handover import Handovers
from ctdesk.desk.history import Histories
from ctdesk.desk.incoming import Incoming
from ctdesk.desk.intake import Intake
from ctdesk.desk.lists import Lists
from ctdesk.desk.locked import Peek
from ctdesk.desk.memos import Memos
from ctdesk.desk.officers import Officers
from ctdesk.desk.opinions import Opinions
from ctdesk.desk.packs import Packs
from ctdesk.desk.parties import Parties
from ctdesk.desk.records import Actions, Dossiers
from ctdesk.desk.references import References
from ctdesk.desk.registers import Registers
from ctdesk.desk.returned import Returned
from ctdesk.desk.review import Review
from ctdesk.desk.sameness import Sameness
from ctdesk.desk.sample import load_sample
from ctdesk.desk.screening import Screening
from ctdesk.desk.screening_matcher import KeptMatchers
from ctdesk.desk.searching import Searches
from ctdesk.desk.security import Security
from ctdesk.desk.seed import seed_parties
from ctdesk.desk.session import Session
from ctdesk.desk.settings import Settings, SettingsBook
from ctdesk.desk.slots import Slots
from ctdesk.desk.unsaved import UnsavedForms
from ctdesk.domain.errors import CtdeskError, StoreError
from ctdesk.domain.records import Officer
from ctdesk.domain.terms import Language, Term, terms
from ctdesk.store.rebuild import Progress
from ctdesk.store.store import Store, Unlocked
from ctdesk.store.vault import Cost
from ctdesk.store.verifying import Verification


@dataclass(frozen=True)
class NewOfficer:
    """Who makes the desk."""

    name_ar: str = ""
    name_en: str = ""
    title_ar: str = ""
    title_en: str = ""


class Desk:
    """An open desk."""

    def __init__(
        self,
        store: Store,
        officer: Officer,
        today: Callable[[], date] = date.today,
        kept: KeptMatchers | None = None,
    ) -> None:
        self._store = store
        self._session = session = Session(store, officer, today)
        self.settings = SettingsBook(session)
        self.parties = Parties(session)
        self.approvals = Approvals(session)
        lists = Lists(session, self.settings, self.parties)
        self.history = Histories(session, self.settings, self.parties)
        self.handovers = Handovers(session, self.settings, self.parties)
        self.documents = Documents(session, self.settings, self.parties, lists, self.history)
        self.searches = Searches(session, self.settings, self.parties, lists)
        self.references = References(session, self.parties, lists)
        self.bulk = Bulk(session, self.settings, self.parties, self.approvals)
        self.registers = Registers(session, self.settings, self.parties, self.approvals)
        self.intake = Intake(session, self.documents, self.parties)
        self.sameness = Sameness(session, self.documents, self.parties, lists, self.searches)
        self.incoming = Incoming(session, self.documents, self.parties, self.sameness)
        self.screening = Screening(session, self.settings, lists, kept or KeptMatchers())
        names = self.screening.drafts
        self.opinions = Opinions(session, self.settings, self.parties, lists, names, self.approvals)
        self.review = Review(session, self.opinions, self.approvals)
        self.memos = Memos(session, self.settings, self.parties, self.screening.name_lists)
        self.dossiers = Dossiers(session, lists)
        self.returned = Returned(session, self.documents, self.opinions, self.memos)
        self.articles = Articles(session, self.dossiers)
        self.actions = Actions(session, self.settings, self.parties)
        self.desks = Desks(session, self.settings)
        self.packs = Packs(session, self.settings, self.parties, self.desks, self.screening.lists)
        self.conflicts = Conflicts(session, self.settings, self.parties, self.desks)
        self.officers = Officers(session)
        self.slots = Slots(session, self.officers)
        self.security = Security(session, self.settings, self.history)
        self.unsaved = UnsavedForms(session)
        self.backups = Backups(session, self.settings)
        self.checks = Checks(session)

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a desk lies in the folder."""
        return Store.exists(folder)

    peek = staticmethod(locked.peek)
    recover = staticmethod(locked.recover)

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        officer: NewOfficer | None = None,
        *,
        language: str = "ar",
        digits: str = "arabic",
        sample: bool = False,
        cost: Cost | None = None,
        today: Callable[[], date] = date.today,
        progress: Callable[[int, int | None], bool] = lambda _done, _total: True,
    ) -> Desk:
        """Make a desk; with `sample` it has the sample desk's records.

        `cost` is the price of one try at the passphrase; None: tuned to this machine.
        """
        given = officer or NewOfficer()
        store = Store.create(
            folder, passphrase, look={"language": language, "digits": digits}, cost=cost
        )
        try:
            with store.act("create_desk") as act:
                first = act.create(
                    Officer(
                        name_ar=given.name_ar,
                        name_en=given.name_en,
                        title_ar=given.title_ar,
                        title_en=given.title_en,
                        role="administrator",
                        clearance="top_secret",
                        slot=store.slot,
                    )
                )
                for name, value in Settings(language=language, digits=digits).__dict__.items():
                    act.change_setting(name, value)
                seed_parties(act)
            desk = cls(store, first, today)
            if sample:
                load_sample(desk, progress)
        except BaseException:
            store.close()
            raise
        return desk

    @classmethod
    def open(
        cls,
        folder: Path,
        passphrase: str,
        *,
        slot: str | None = None,
        today: Callable[[], date] = date.today,
        progress: Progress = lambda _part, _done, _total: True,
    ) -> Desk:
        """Unlock and open a desk. StoreError says why not."""
        unlocked = cls.unlock(folder, passphrase, slot)
        return cls.open_unlocked(folder, unlocked, today=today, progress=progress)

    @staticmethod
    def unlock(folder: Path, passphrase: str, slot: str | None = None) -> Unlocked:
        """The slow half of opening, for a worker thread; touches no database."""
        return Store.unlock(folder, passphrase, slot)

    @staticmethod
    def bring_up(folder: Path, unlocked: Unlocked, progress: Progress) -> Unlocked:
        """Do what the first opening by a newer program has to do, on a worker thread: tables, and
        the search index, of which `progress` is told (part, done, of how many; False stops).

        After it `open_unlocked` is quick. StoreError("index_unfinished") when it was stopped.
        """
        Store.open_unlocked(folder, unlocked, progress).close()
        return unlocked

    @classmethod
    def open_unlocked(
        cls,
        folder: Path,
        unlocked: Unlocked,
        *,
        today: Callable[[], date] = date.today,
        progress: Progress = lambda _part, _done, _total: True,
    ) -> Desk:
        """The quick half of opening (but see `bring_up`); the Desk belongs to the thread that
        calls this."""
        store = Store.open_unlocked(folder, unlocked, progress)
        try:
            if "vault_copy" in store.warnings:
                store.adopt(store.vault)
            officer = locked.enter(store)
        except BaseException:
            store.close()
            raise
        return cls(store, officer, today)

    @property
    def unlocked(self) -> Unlocked:
        """With this a desk made on a worker thread, and closed there, is opened elsewhere."""
        return self._store.unlocked

    def for_worker(self) -> Desk:
        """The same desk for another thread: a connection of its own; close it there."""
        return Desk(self._store.sibling(), self.officer, self._session.today, self.screening.kept)

    def close(self) -> None:
        """Lock the desk."""
        self._store.close()

    @property
    def officer(self) -> Officer:
        return self._session.officer

    @property
    def folder(self) -> Path:
        return self._store.folder

    @property
    def warnings(self) -> tuple[str, ...]:
        """Keys under `warning.` of what was noticed at the opening."""
        return self._store.warnings

    def may_see(self, classification: str) -> bool:
        """Whether the officer who is here is cleared for a degree."""
        return self._session.access.may_see(classification)

    def may(self, right: str) -> bool:
        """Whether the officer's role has a right of `domain.roles.RIGHTS`."""
        return self._session.may(right)

    def why_not(self, right: str) -> str:
        """Why the officer's role has not a right, in the desk's language; "" when it has."""
        try:
            self._session.check_right(right)
        except CtdeskError as refusal:
            return refusal.message(self.settings.all().lang)
        return ""

    def vocabulary(self, name: str) -> Sequence[Term]:
        """The terms of a vocabulary, in order."""
        return terms().vocabulary(name)

    def label(self, vocabulary: str, code: str, language: Language | None = None) -> str:
        """The word for a code, in the desk's language or the one asked for."""
        return terms().term(vocabulary, code).label(language or self.settings.all().lang)

    def back_up(self, target: Path, progress: Progress = lambda _step, _done, _total: True) -> Path:
        """Write an encrypted, checked copy of the desk into a folder; the act is recorded."""
        return self.backups.write(target, progress).copied.folder

    def verify(self, progress: Progress = lambda _part, _done, _total: True) -> Verification:
        """Check everything that the desk holds; see `Checks.run` for what it comes to."""
        return self._store.verify(progress)

    def rebuild_index(self, progress: Progress = lambda _part, _done, _total: True) -> None:
        """Make the search index anew from the records; nobody else may use the desk meanwhile.

        StoreError("index_unfinished") when `progress` stopped it: the next opening goes on.
        """
        if not self._store.rebuild_index(progress):
            raise StoreError("index_unfinished")


__all__ = ["CtdeskError", "Desk", "NewOfficer", "Peek"]
