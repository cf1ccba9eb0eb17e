"""The registers as books: complete, in order, printable; what is void stays and says why."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from docx import Document as WordDocument

from ctdesk.desk import Desk
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import Document
from ctdesk.domain.registers import REGISTERS, SHARES, columns_of
from ctdesk.domain.terms import terms
from ctdesk.memo.table import Column, Table
from ctdesk.memo.table_docx import table_docx
from ctdesk.memo.table_xlsx import table_xlsx

YEAR = 2026


def registered(desk: Desk, subject: str, **fields: str) -> Document:
    return desk.documents.register(
        Document(kind="report", direction="incoming", subject=subject, **fields)
    )


def test_every_number_of_a_year_stands_in_its_place(desk: Desk) -> None:
    count = desk.registers.count("incoming", YEAR)
    rows = desk.registers.rows("incoming", YEAR)
    assert [row.seq for row in rows] == list(range(1, count + 1))
    assert desk.registers.rows("incoming", YEAR, offset=3, limit=2) == rows[3:5]
    assert desk.registers.gaps("incoming", YEAR) == []
    assert desk.registers.years("incoming") == [YEAR]
    assert desk.registers.years("outgoing")


def test_a_void_entry_stays_with_its_reason(desk: Desk) -> None:
    document = registered(desk, "سُجّل سهواً")
    desk.documents.change_state(document.uid, "void", "تكرار")
    row = desk.registers.rows("incoming", YEAR)[-1]
    assert (row.void, row.void_reason) == (True, "تكرار")
    table = desk.registers.table("incoming", YEAR, "ar")
    assert table.struck == {len(table.rows) - 1}
    assert "ملغى: تكرار" in table.rows[-1]


def test_a_number_is_jumped_to_as_people_type_it(desk: Desk) -> None:
    for typed in ("7", "٧", "7/2026", " 7 "):
        assert desk.registers.find("incoming", YEAR, typed) == 6
    with pytest.raises(Refused):
        desk.registers.find("incoming", YEAR, "7000")


def test_an_entry_above_the_officers_clearance_keeps_its_number_and_hides_the_rest(
    desk: Desk,
) -> None:
    document = registered(desk, "أمر سري للغاية", classification="top_secret")
    desk._session.officer = replace(desk._session.officer, clearance="secret")
    assert not desk._session.access.may_see("top_secret")
    row = desk.registers.rows("incoming", YEAR)[-1]
    assert row.hidden
    assert row.uid == ""
    assert document.register_number in row.cells
    assert not any("أمر" in cell for cell in row.cells)


def test_provisional_numbers_are_told_apart(desk: Desk) -> None:
    desk.settings.change(laptop="L2")
    registered(desk, "على الطريق")
    assert desk.registers.rows("incoming", YEAR)[-1].provisional


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_year_is_printed_in_both_languages(
    desk: Desk, tmp_path: Path, register: str, language: str
) -> None:
    target = tmp_path / "register.docx"
    desk.registers.export(register, YEAR, target, language)  # type: ignore[arg-type]
    document = WordDocument(str(target))
    heads = [cell.text for cell in document.tables[0].rows[0].cells]
    assert heads == [
        terms()(f"field.document.{spec.key}", language)  # type: ignore[arg-type]
        for spec in columns_of(register)  # type: ignore[arg-type]
    ]
    assert len(document.tables[0].rows) == 1 + desk.registers.count(register, YEAR)  # type: ignore[arg-type]
    xml = zipfile.ZipFile(target).read("word/document.xml").decode("utf-8")
    assert ("w:bidiVisual" in xml) == (language == "ar")
    assert "w:tblHeader" in xml
    seal = document.paragraphs[-1].text
    assert any(c.isdigit() for c in seal)


def test_a_sheet_holds_dates_as_dates_and_never_a_formula(desk: Desk, tmp_path: Path) -> None:
    registered(desk, "=HYPERLINK(1)", their_date="2026-11-20")
    target = tmp_path / "register.xlsx"
    desk.registers.export("incoming", YEAR, target, "ar")
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    assert sheet.sheet_view.rightToLeft
    row = sheet[sheet.max_row - 2]
    assert row[5].value == "=HYPERLINK(1)"
    assert row[5].data_type == "s"
    assert row[3].is_date


def test_the_printing_is_recorded_and_a_wrong_name_prints_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    before = desk._store.read.connection.execute("SELECT count(*) FROM act").fetchone()[0]
    with pytest.raises(BadInput):
        desk.registers.export("incoming", YEAR, tmp_path / "register.pdf", "ar")
    with pytest.raises(BadInput):
        desk.registers.export("incoming", YEAR, tmp_path / "none" / "register.docx", "ar")
    acts = "SELECT count(*) FROM act"
    assert desk._store.read.connection.execute(acts).fetchone()[0] == before
    desk.registers.export("incoming", YEAR, tmp_path / "register.docx", "ar")
    assert desk._store.read.connection.execute(acts).fetchone()[0] == before + 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_equal_lists_are_equal_bytes(language: str) -> None:
    table = Table("قائمة", (Column("الرقم", 1), Column("اليوم", 2, "date")), (("1", "2026-11-20"),))
    day = "2026-11-23"
    for make in (
        lambda: table_docx(table, language, digits="western", day=day),  # type: ignore[arg-type]
        lambda: table_xlsx(table, language, day=day),  # type: ignore[arg-type]
    ):
        assert make() == make()
    with zipfile.ZipFile(io.BytesIO(table_xlsx(table, "ar", day=day))) as package:
        assert b"2026-11-23T00:00:00Z" in package.read("docProps/core.xml")


def test_every_column_has_a_width_and_a_label() -> None:
    for register in REGISTERS:
        for spec in columns_of(register):
            assert SHARES[spec.key]
            assert f"field.document.{spec.key}" in terms()
