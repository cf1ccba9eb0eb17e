"""The acts on names that are asked for: compare, and write down what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui import files
from ctdesk.ui.screening.hit_acts import HitActs
from ctdesk.ui.screening.name_form import Asked
from ctdesk.ui.screening.sheet_out import write_out
from ctdesk.ui.screening.table_form import TableForm
from ctdesk.ui.work import Work

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import NameHit
    from ctdesk.desk.screening_tables import NameTable, NameTableRow

_MOST_HITS = 10


class NamesActs(HitActs):
    """What is done with names that are asked for; what it shows is the tab's."""

    table: TableForm
    answered: Asked | None
    _work: Work | None = None

    @property
    def question(self) -> Asked:
        """The name that is asked for."""
        raise NotImplementedError

    @property
    def shown_rows(self) -> Sequence[NameTableRow]:
        """The rows of the table that are shown."""
        raise NotImplementedError

    def show_answer(self, asked: Asked, hits: Sequence[NameHit]) -> None:
        """Show what a name may mean."""
        raise NotImplementedError

    def show_table(self, table: NameTable) -> None:
        """Show a sheet that was read."""
        raise NotImplementedError

    def show_result(self, rows: Sequence[NameTableRow]) -> None:
        """Show what the names of a table may mean."""
        raise NotImplementedError

    def can(self, handler: str) -> bool:
        if handler == "name_sheet":
            return self.answered is not None and bool(self.context.desk.screening.names.state)
        if handler in ("table_excel", "table_word"):
            return bool(self.shown_rows)
        return super().can(handler)

    def compare_name(self) -> None:
        """Compare the name with the lists in force, on a worker: it may make the names ready."""
        asked = self.question
        if not asked.name or self._work is not None:
            return
        work = Work(
            self.context.desk,
            lambda desk, _step: desk.screening.find(
                asked.name,
                birth_year=asked.birth_year,
                nationality=asked.nationality,
                kind=asked.kind,
                limit=_MOST_HITS,
            ),
            self,
        )
        work.finished_with.connect(lambda hits: self.show_answer(asked, hits))
        self._begin(work, "" if self.context.desk.screening.ready else self.tr("Comparing…"))

    def choose_table(self) -> None:
        """Ask for a table of names."""
        kinds = self.tr("Tables ({0})").format("*.xlsx *.csv")
        chosen = files.ask_which(self, self.tr("A table of names"), kinds)
        if chosen:
            self.open_table(chosen[0])

    def open_table(self, path: Path) -> None:
        """Read a table and propose which of its columns holds the names."""
        try:
            table = self.context.desk.screening.tables.open(path)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.show_table(table)

    def compare_table(self) -> None:
        """Compare every name of the table; can be stopped, what was compared then is shown."""
        table = self.table.table
        if table is None or self._work is not None:
            return
        places = self.table.places
        work = Work(
            self.context.desk,
            lambda desk, step: desk.screening.tables.screen(
                table, **places, progress=lambda done, total: step(done, total)
            ),
            self,
        )
        work.finished_with.connect(self.show_result)
        self._begin(work, self.tr("Comparing the names of the table…"))

    def name_sheet(self) -> None:
        """The sheet of the name that was asked for, found or not."""
        asked = self.answered
        if asked is None:
            return
        evidence = self.context.desk.screening.evidence
        write_out(
            self,
            asked.name,
            "docx",
            lambda path, language: evidence.of_name(
                asked.name,
                path,
                language,
                birth_year=asked.birth_year,
                nationality=asked.nationality,
                kind=asked.kind,
            ),
        )

    def table_excel(self) -> None:
        self._export("xlsx")

    def table_word(self) -> None:
        self._export("docx")

    def may_leave(self) -> bool:
        if self._work is not None:
            self._work.cancel()
            self._work.wait()
        return True

    def _export(self, extension: str) -> None:
        rows, tables = list(self.shown_rows), self.context.desk.screening.tables
        name = self.context.word("name_table.title")
        write_out(self, name, extension, lambda path, lang: tables.export(rows, path, lang))

    def _begin(self, work: Work, sentence: str) -> None:
        self._work = work
        work.failed.connect(self.failed)
        work.finished.connect(self._ended)
        if sentence:
            self.working.emit(work, sentence)
        work.start()

    def _ended(self) -> None:
        self._work = None
