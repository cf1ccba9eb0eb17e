"""The national list: rows of a sheet, each with its legal basis.

The decision by which a name is frozen is what makes the row lawful: a row without one refuses the
whole file. (A gazetted decision of 2025 carried two rows that its committee had not approved.)
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import LANGUAGES, Language, terms
from ctdesk.screening.lists.listed import NATIONAL, Listed, ListFile
from ctdesk.screening.lists.sheets import rows_of
from ctdesk.screening.lists.template import sheet_of
from ctdesk.text.fold import fold

COLUMNS = (
    "number", "name_ar", "name_en", "aliases", "kind", "birth", "birth_place", "nationality",
    "documents", "designation", "address", "basis", "listed_on", "comments",
)  # fmt: skip
"""The columns, in the template's order; their headings stand under `list_column.`."""
REQUIRED = ("number", "basis")
_KINDS = {
    "person": ("person", "individual", "شخص", "فرد", "شخص طبيعي"),
    "group": ("group", "entity", "كيان", "جماعة", "شركة", "منظمة", "شخص معنوي"),
}
_HEAD_WITHIN = 10
_MOST_TOLD = 40
_DATE = re.compile(r"(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})")


@dataclass(frozen=True)
class RowFault:
    """What is wrong with a row. `code` is a key under `row_fault.`; `row` is the sheet's number."""

    row: int
    code: str
    column: str = ""
    value: str = ""

    def message(self, language: Language) -> str:
        """The fault in one line."""
        words = terms()
        column = words(f"list_column.{self.column}", language) if self.column else ""
        return words(
            f"row_fault.{self.code}", language, row=self.row, column=column, value=self.value
        )


class RowsRefused(BadInput):
    """Rows that can't be taken; nothing of the file is."""

    def __init__(self, faults: Sequence[RowFault]) -> None:
        super().__init__("list_rows", count=len({fault.row for fault in faults}))
        self.faults = tuple(faults)

    def message(self, language: Language) -> str:
        """The sentence, and every fault with its row (the first forty)."""
        told = [fault.message(language) for fault in self.faults[:_MOST_TOLD]]
        more = len(self.faults) - len(told)
        rest = [terms()("row_fault.more", language, count=more)] if more else []
        return "\n".join((super().message(language), *told, *rest))


def read_national(data: bytes, name: str, dated: str) -> ListFile:
    """The list of a sheet, of the day `dated`. RowsRefused tells every fault of every row."""
    rows = rows_of(data, name)
    place, columns = _head(rows)
    entries: list[Listed] = []
    faults: list[RowFault] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows[place + 1 :], start=place + 2):
        if not row or _is_note(row):
            continue
        values = {key: row[at] for key, at in columns.items() if at < len(row) and row[at]}
        said, wrong = _checked(number, values)
        permanent_id = said.get("number", "")
        if permanent_id in seen:
            wrong.append(RowFault(number, "twice", "number", permanent_id))
        seen.setdefault(permanent_id, number)
        faults += wrong
        told = {key: [said[key]] for key in COLUMNS if key != "number" and said.get(key)}
        entries.append(Listed(NATIONAL, permanent_id, told))
    if faults:
        raise RowsRefused(faults)
    if not entries:
        raise BadInput("list_empty")
    digest = hashlib.sha256(data).hexdigest()
    return ListFile(NATIONAL, dated, digest, tuple(entries))


def national_template(language: Language) -> bytes:
    """A sheet (.xlsx) to begin from: the columns, and of each what goes into it."""
    words = terms()
    return sheet_of(
        words("list_column.sheet", language),
        [words(f"list_column.{key}", language) for key in COLUMNS],
        [words(f"list_hint.{key}", language) for key in COLUMNS],
        right_to_left=language == "ar",
    )


def _head(rows: Sequence[Sequence[str]]) -> tuple[int, Mapping[str, int]]:
    """The row of headings, and the place of every column that is known."""
    headings = _headings()
    for place, row in enumerate(rows[:_HEAD_WITHIN]):
        columns: dict[str, int] = {}
        for at, text in enumerate(row):
            key = headings.get(_plain(text))
            if key:
                columns.setdefault(key, at)
        if len(columns) >= 2:
            missing = [key for key in REQUIRED if key not in columns]
            if missing:
                raise RowsRefused([RowFault(place + 1, "no_column", key) for key in missing])
            if "name_ar" not in columns and "name_en" not in columns:
                raise RowsRefused([RowFault(place + 1, "no_column", "name_ar")])
            return place, columns
    raise BadInput("list_no_heading")


def _headings() -> dict[str, str]:
    known = {key: key for key in COLUMNS}
    for key in COLUMNS:
        for language in LANGUAGES:
            known[_plain(terms()(f"list_column.{key}", language))] = key
    return {_plain(heading): key for heading, key in known.items()}


def _plain(heading: str) -> str:
    """A heading without its star, its blanks and its spelling."""
    return fold(heading.replace("_", " "))


def _is_note(row: Sequence[str]) -> bool:
    """Whether a row is the template's line of hints."""
    filled = [text for text in row if text]
    return all(text in _hints() for text in filled)


def _hints() -> set[str]:
    return {terms()(f"list_hint.{key}", side) for key in COLUMNS for side in LANGUAGES}


def _checked(number: int, values: Mapping[str, str]) -> tuple[dict[str, str], list[RowFault]]:
    """A row as it is kept, and what is wrong with it."""
    said = {key: value.strip() for key, value in values.items()}
    faults = [RowFault(number, "missing", key) for key in REQUIRED if not said.get(key)]
    if not (said.get("name_ar") or said.get("name_en")):
        faults.append(RowFault(number, "no_name"))
    if "listed_on" in said:
        day = _day(said["listed_on"])
        if day:
            said["listed_on"] = day
        else:
            faults.append(RowFault(number, "not_a_day", "listed_on", said["listed_on"]))
    kind = next((k for k, words in _KINDS.items() if said.get("kind", "person") in words), "")
    if not kind:
        plain = fold(said["kind"])
        kind = next((k for k, words in _KINDS.items() if plain in map(fold, words)), "")
    if kind:
        said["kind"] = kind
    else:
        faults.append(RowFault(number, "no_kind", "kind", said["kind"]))
    return said, faults


def _day(text: str) -> str:
    """A day as people write it (year first or last), as ISO; "" where it is none."""
    western = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    found = _DATE.fullmatch(western.strip())
    if not found:
        return ""
    first, month, last = (int(part) for part in found.groups())
    year, day = (first, last) if len(found.group(1)) == 4 else (last, first)
    try:
        return date(year, month, day).isoformat() if year >= 1900 else ""
    except ValueError:
        return ""
