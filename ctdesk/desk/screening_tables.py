"""A table of names against the lists, row by row, at once.

    tables.open(path)                                  -> NameTable    headings, rows, a proposal
    tables.screen(table, name=..., progress=...)       -> [NameTableRow]
    tables.export(rows, path, language)                                .xlsx or .docx, sealed

Nothing of the table is kept at the desk. `screen` belongs on a worker; it stops when `progress`
says so and gives what it has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ctdesk.desk.printing import check_name, print_list
from ctdesk.desk.screening_rows import NameHit
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.table import Column, Table
from ctdesk.screening.lists.kinds import MOST_BYTES
from ctdesk.screening.lists.sheets import rows_of
from ctdesk.screening.matcher import MATCHER_VERSION
from ctdesk.text.fold import fold
from ctdesk.text.show import digits

if TYPE_CHECKING:
    from ctdesk.desk.screening_lists import ListKeeping
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

Find = Callable[..., Sequence[NameHit]]
"""`Screening.find`."""
Progress = Callable[[int, int], bool]

_HITS = 3
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_WORDS = {
    "name": ("name", "full name", "الاسم", "اسم", "الاسم الكامل", "الاسم الثلاثي", "الاسم الرباعي"),
    "birth": ("birth", "date of birth", "born", "dob", "year of birth", "تاريخ الولادة",
              "تاريخ الميلاد", "المواليد", "التولد", "سنة الولادة"),
    "nationality": ("nationality", "citizenship", "country", "الجنسية", "الدولة"),
}  # fmt: skip


@dataclass(frozen=True)
class NameTable:
    """A sheet that was read. Columns are numbered from 0; the proposals are -1 for none."""

    file_name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """The sheet's own number of each row, and its cells."""
    name: int
    birth: int = -1
    nationality: int = -1


@dataclass(frozen=True)
class NameTableRow:
    """A row with the entries that its name may mean, the best first."""

    number: int
    name: str
    birth_year: int | None
    nationality: str
    hits: tuple[NameHit, ...]


class NameTables:
    """Tables of names."""

    def __init__(
        self, session: Session, settings: SettingsBook, lists: ListKeeping, find: Find
    ) -> None:
        self._session = session
        self._settings = settings
        self._lists = lists
        self._find = find

    def open(self, path: Path) -> NameTable:
        """Read a sheet (.xlsx, .csv) with any headings. BadInput for what is none."""
        try:
            if path.stat().st_size > MOST_BYTES:
                raise BadInput("sheet_too_large")
            data = path.read_bytes()
        except OSError as error:
            raise BadInput("file_missing", path=str(path)) from error
        rows = [(n, tuple(row)) for n, row in enumerate(rows_of(data, path.name), 1) if row]
        if len(rows) < 2:
            raise BadInput("table_empty", path=path.name)
        headings = rows[0][1]
        found = {key: _column(headings, words) for key, words in _WORDS.items()}
        if found["name"] < 0:
            found["name"] = _widest(rows[1:])
        return NameTable(path.name, headings, tuple(rows[1:]), **found)

    def screen(
        self,
        table: NameTable,
        *,
        name: int | None = None,
        birth: int | None = None,
        nationality: int | None = None,
        progress: Progress = lambda _done, _total: True,
    ) -> Sequence[NameTableRow]:
        """Compare every row; columns by number, by default those proposed. Refused when no list
        is in force."""
        if not self._lists.in_force():
            raise Refused("no_list")
        places = (
            table.name if name is None else name,
            table.birth if birth is None else birth,
            table.nationality if nationality is None else nationality,
        )
        found = []
        for done, (number, cells) in enumerate(table.rows, start=1):
            person, born, nation = (cells[p] if 0 <= p < len(cells) else "" for p in places)
            if person.strip():
                found.append(self._row(number, person, born, nation))
            if not progress(done, len(table.rows)):
                break
        return found

    def export(self, rows: Sequence[NameTableRow], path: Path, language: Language) -> Path:
        """Write the result as `.docx` or `.xlsx`; the act is recorded and sealed."""
        check_name(path)
        say = terms()
        lists = "، ".join(
            f"{say.term('list_kind', one.list).label(language)} {one.date}"
            for one in self._lists.in_force()
        )
        columns = tuple(
            Column(say(f"name_table.{key}", language), share)
            for key, share in (
                ("row", 7), ("name", 22), ("birth_year", 7), ("nationality", 9), ("reference", 10),
                ("listed_name", 24), ("score", 8), ("decision", 12),
            )
        )  # fmt: skip
        printed, hits = [], 0
        for row in rows:
            about = (str(row.birth_year or ""), row.nationality)
            if not row.hits:
                nothing = say("name_table.nothing", language)
                printed.append((str(row.number), row.name, *about, "", nothing, "", ""))
            for hit in row.hits:
                hits += 1
                decided = hit.decided.state if hit.decided else "candidate"
                printed.append(
                    (
                        str(row.number), row.name, *about, hit.entry.reference, hit.name,
                        f"{round(hit.score * 100)} %",
                        say.term("match_state", decided).label(language),
                    )
                )  # fmt: skip
        table = Table(
            title=say("name_table.title", language),
            subtitle=say("name_table.subtitle", language, rows=len(rows), hits=hits, lists=lists,
                         version=MATCHER_VERSION),
            columns=columns,
            rows=tuple(printed),
        )  # fmt: skip
        print_list(self._session, self._settings, table, path, language)
        return path

    def _row(self, number: int, person: str, born: str, nation: str) -> NameTableRow:
        year = _YEAR.search(digits(born, "western"))
        about = int(year.group()) if year else None
        hits = self._find(person, birth_year=about, nationality=nation, limit=_HITS)
        return NameTableRow(number, person, about, nation, tuple(hits))


def _column(headings: Sequence[str], words: Sequence[str]) -> int:
    """The first column whose heading is, or else begins with or holds, one of the words."""
    known = {fold(word) for word in words}
    plain = [fold(heading) for heading in headings]
    for at, heading in enumerate(plain):
        if heading in known:
            return at
    return next((at for at, h in enumerate(plain) if any(word in h for word in known)), -1)


def _widest(rows: Sequence[tuple[int, tuple[str, ...]]]) -> int:
    """The column with the most letters: of a sheet without telling headings, that of the names."""
    letters: dict[int, int] = {}
    for _, cells in rows[:200]:
        for at, cell in enumerate(cells):
            letters[at] = letters.get(at, 0) + sum(c.isalpha() for c in cell[:60])
    return max(letters, key=lambda at: letters[at], default=0)
