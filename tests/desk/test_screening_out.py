"""What screening puts on paper: evidence, tables of names, and the gate that names pass."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ctdesk.desk import Desk
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import BadInput, Refused, StoreError
from ctdesk.domain.records import NameList, NameRow
from ctdesk.memo.paper_docx import paper_text
from tests.conftest import CHEAP, PASSPHRASE
from tests.desk.screened import NAME, as_officer, register, take
from tests.screening.lists.made import FUND, NADIR, TARIQ, sheet

BASIS = "قرار لجنة تجميد أموال الإرهابيين رقم 7 لسنة 2026"


@pytest.fixture
def listed(bare_desk: Desk, tmp_path: Path) -> Desk:
    take(bare_desk, tmp_path, "2026-01-01", NADIR, FUND, TARIQ)
    return bare_desk


def test_the_sheet_of_a_match_names_what_was_compared_decided_and_by_whom(
    listed: Desk, tmp_path: Path
) -> None:
    document = register(listed, classification="secret")
    (row, _) = listed.screening.of_document(document.uid)
    listed.screening.decisions.exclude(row.match.uid, "تاريخ ولادته مختلف")
    for language, degree in (("ar", "سري"), ("en", "Secret")):
        path = listed.screening.evidence.of_match(row.match.uid, tmp_path / "e.docx", language)
        said = paper_text(path.read_bytes())
        force = listed.screening.lists.in_force()[0]
        for words in (degree, NAME, "QDi.901", force.sha256, "تاريخ ولادته مختلف",
                      "NADIR SALIM AL-QASABI", document.register_number):  # fmt: skip
            assert words in said, words


def test_the_sheet_of_a_name_that_no_list_has_says_so_with_the_lists(
    listed: Desk, tmp_path: Path
) -> None:
    path = listed.screening.evidence.of_name("سمير نوري الحداد", tmp_path / "e.docx", "en")
    said = paper_text(path.read_bytes())
    assert "no name that reaches" in said
    assert listed.screening.lists.in_force()[0].sha256 in said
    path = listed.screening.evidence.of_name(NAME, tmp_path / "f.docx", "en", birth_year=1977)
    assert "QDi.901" in paper_text(path.read_bytes())


def test_no_sheet_of_a_match_in_a_document_above_ones_clearance(
    listed: Desk, tmp_path: Path
) -> None:
    document = register(listed, classification="top_secret")
    uid = listed.screening.of_document(document.uid)[0].match.uid
    as_officer(listed, clearance="restricted")
    with pytest.raises(Refused):
        listed.screening.evidence.of_match(uid, tmp_path / "e.docx", "ar")
    assert not (tmp_path / "e.docx").exists()


def test_a_table_of_names_with_any_headings_is_compared_row_by_row(
    listed: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "names.xlsx"
    path.write_bytes(
        sheet(
            ["ت", "الاسم الرباعي", "المواليد", "الجنسية"],
            [1, "نادر سالم القصابي", 1976, "العراق"],
            [2, "سمير نوري الحداد", "", ""],
            [3, "", "", ""],
            [4, "Tarek Hamdan al-Bazzaz", "", ""],
        )
    )
    table = listed.screening.tables.open(path)
    assert (table.name, table.birth, table.nationality) == (1, 2, 3)
    rows = listed.screening.tables.screen(table)
    assert [(row.number, [hit.entry.reference for hit in row.hits]) for row in rows] == [
        (2, ["QDi.901"]),
        (3, []),
        (5, ["IQi.903"]),
    ]
    assert rows[0].birth_year == 1976
    listed.screening.tables.export(rows, tmp_path / "out.xlsx", "ar")
    cells = [c.value for row in load_workbook(tmp_path / "out.xlsx").active for c in row]
    assert "QDi.901" in cells
    listed.screening.tables.export(rows, tmp_path / "out.docx", "en")
    assert "IQi.903" in paper_text((tmp_path / "out.docx").read_bytes())
    stopped = listed.screening.tables.screen(table, progress=lambda done, _total: done < 1)
    assert len(stopped) == 1


@pytest.fixture
def annex(listed: Desk) -> tuple[NameList, list[NameRow]]:
    names = listed.screening.name_lists
    record = names.new("قائمة الأسماء المقترح تجميد أموالها")
    entry = listed.screening.entries.list("QDi.901").rows[0].uid
    rows = [
        names.add(record.uid, NAME, name_other="Nadir al-Qasabi", entry=entry, basis=BASIS),
        names.add(record.uid, "سمير نوري الحداد", basis="القرار 1373 (2001)"),
    ]
    return record, rows


def approved_by_two(desk: Desk, record: NameList, rows: list[NameRow]) -> None:
    names = desk.screening.name_lists
    names.approve(record.uid, [row.uid for row in rows])
    as_officer(desk, title_ar="مدير القسم")
    names.approve(record.uid, [row.uid for row in rows])


def test_names_leave_only_when_two_officers_approved_each_row(
    listed: Desk, annex: tuple[NameList, list[NameRow]], tmp_path: Path
) -> None:
    record, rows = annex
    names = listed.screening.name_lists
    out = tmp_path / "names.docx"
    names.approve(record.uid, [row.uid for row in rows])
    with pytest.raises(Refused, match="1، 2"):
        names.export(record.uid, out, "ar")
    with pytest.raises(Refused) as refused:
        names.approve(record.uid, [rows[0].uid])
    assert refused.value.code == "approved_already"
    as_officer(listed, title_ar="مدير القسم")
    names.approve(record.uid, [rows[0].uid])
    with pytest.raises(Refused, match="2"):
        names.export(record.uid, out, "ar")
    assert not out.exists()
    names.approve(record.uid, [rows[1].uid])
    names.export(record.uid, out, "ar")
    said = paper_text(out.read_bytes())
    assert names.get(record.uid).sha256 in said
    for words in (NAME, "Nadir al-Qasabi", BASIS, "QDi.901", "مدير القسم"):
        assert words in said
    names.export(record.uid, tmp_path / "names.xlsx", "ar")


def test_a_list_of_names_leaves_with_its_degree_and_its_officers_in_its_own_language(
    listed: Desk, annex: tuple[NameList, list[NameRow]], tmp_path: Path
) -> None:
    record, rows = annex
    names = listed.screening.name_lists
    uids = [row.uid for row in rows]
    names.approve(record.uid, uids)
    as_officer(listed, title_ar="مدير القسم", title_en="Division director")
    names.approve(record.uid, uids)
    said = paper_text(names.export(record.uid, tmp_path / "names.docx", "en").read_bytes())
    assert "Division director" in said
    degree = listed.label("classification", record.classification, "en")
    with zipfile.ZipFile(tmp_path / "names.docx") as parts:
        edges = [name for name in parts.namelist() if re.search(r"word/(header|footer)\d", name)]
        marked = [name for name in edges if degree in parts.read(name).decode()]
    assert {name[5:11] for name in marked} == {"header", "footer"}


@pytest.mark.parametrize(
    "change",
    [{"name": "نادر سليم الحداد"}, {"basis": "قرار آخر"}, {"detail": "مواليد 1980"}, {"entry": ""}],
    ids=lambda change: next(iter(change)),
)
def test_a_row_that_changes_after_its_approval_has_lost_it(
    listed: Desk,
    annex: tuple[NameList, list[NameRow]],
    tmp_path: Path,
    change: dict[str, str],
) -> None:
    record, rows = annex
    approved_by_two(listed, record, rows)
    names = listed.screening.name_lists
    names.edit(rows[0].uid, **change)
    assert [view.approvals for view in names.rows(record.uid)] == [0, 2]
    with pytest.raises(Refused) as refused:
        names.export(record.uid, tmp_path / "names.docx", "ar")
    assert refused.value.code == "names_not_approved"


def test_a_change_behind_the_gates_back_is_found_when_the_list_leaves(
    listed: Desk, annex: tuple[NameList, list[NameRow]], tmp_path: Path
) -> None:
    record, rows = annex
    approved_by_two(listed, record, rows)
    with listed._session.act("edit") as act:
        act.update(NameRow, rows[1].uid, name="سمير نوري الحداد الموصلي")
    names = listed.screening.name_lists
    assert [view.lost for view in names.rows(record.uid)] == [False, True]
    with pytest.raises(Refused):
        names.export(record.uid, tmp_path / "names.docx", "ar")


def test_a_delisting_takes_the_approval_of_its_row_away(
    listed: Desk, annex: tuple[NameList, list[NameRow]], tmp_path: Path
) -> None:
    record, rows = annex
    approved_by_two(listed, record, rows)
    take(listed, tmp_path, "2026-02-01", FUND, TARIQ)
    names = listed.screening.name_lists
    assert [view.approvals for view in names.rows(record.uid)] == [0, 2]
    as_officer(listed)
    with pytest.raises(Refused) as refused:
        names.approve(record.uid, [rows[0].uid])
    assert refused.value.code == "row_delisted"


def test_a_new_title_or_a_withdrawn_yes_takes_approvals_away(
    listed: Desk, annex: tuple[NameList, list[NameRow]]
) -> None:
    record, rows = annex
    approved_by_two(listed, record, rows)
    names = listed.screening.name_lists
    names.withdraw(rows[1].uid)
    assert [view.approvals for view in names.rows(record.uid)] == [2, 1]
    names.edit_list(record.uid, title="قائمة أخرى")
    assert [view.approvals for view in names.rows(record.uid)] == [0, 0]


def test_no_row_is_approved_without_a_legal_basis(
    listed: Desk, annex: tuple[NameList, list[NameRow]]
) -> None:
    record, rows = annex
    names = listed.screening.name_lists
    bare = names.add(record.uid, "اسم بلا سند")
    with pytest.raises(BadInput) as refused:
        names.approve(record.uid, [rows[0].uid, bare.uid])
    assert refused.value.code == "row_without_basis"
    assert [view.approvals for view in names.rows(record.uid)] == [0, 0, 0], "all of them or none"


def test_a_colleague_approves_on_the_spot_with_their_own_passphrase(
    listed: Desk, annex: tuple[NameList, list[NameRow]]
) -> None:
    record, rows = annex
    theirs = "زورق يعبر شط العرب ليلا"
    fields = {"title_ar": "موظف ثان", "role": "officer", "clearance": "secret"}
    colleague = listed.officers.add(PASSPHRASE, theirs, fields, cost=CHEAP)
    names, uids = listed.screening.name_lists, [row.uid for row in rows]
    names.approve(record.uid, uids)
    with pytest.raises(StoreError):
        names.approve(record.uid, uids, colleague.slot, "not theirs at all")
    names.approve(record.uid, uids, colleague.slot, theirs)
    assert names.list()[0].ready


def test_a_removed_row_keeps_its_number_from_being_given_again(
    listed: Desk, annex: tuple[NameList, list[NameRow]]
) -> None:
    record, rows = annex
    names = listed.screening.name_lists
    names.remove(rows[1].uid)
    names.add(record.uid, "طارق حمدان البزاز", basis=BASIS)
    assert [view.row.number for view in names.rows(record.uid)] == [1, 3]


def test_an_opinion_with_an_unapproved_annex_is_not_issued(listed: Desk) -> None:
    report = register(listed, "تقرير بلا أسماء.")
    blocks = [Block("b1", "paragraph", "نقترح التجميد.", "We propose freezing.")]
    opinion = listed.opinions.new(subject="رأي", on=[report.uid], blocks=blocks)
    names = listed.screening.name_lists
    record = names.new("ملحق الأسماء", document=opinion.uid)
    row = names.add(record.uid, NAME, basis=BASIS)
    with pytest.raises(Refused) as refused:
        listed.opinions.issue(opinion.uid)
    assert refused.value.code == "annex_not_approved"
    head = listed.officer
    approved_by_two(listed, record, [row])
    listed._session.officer = head
    assert listed.opinions.issue(opinion.uid).register_number


def test_lists_of_names_above_ones_clearance_are_not_shown(
    listed: Desk, annex: tuple[NameList, list[NameRow]]
) -> None:
    secret = listed.screening.name_lists.new("سري", classification="top_secret")
    as_officer(listed, clearance="secret")
    names = listed.screening.name_lists
    assert [row.record.uid for row in names.list()] == [annex[0].uid]
    with pytest.raises(Refused):
        names.rows(secret.uid)
    with pytest.raises(Refused):
        names.add(secret.uid, NAME)


def test_the_memo_of_an_opinion_prints_its_annex_as_it_was_approved(
    listed: Desk, tmp_path: Path
) -> None:
    report = register(listed, "تقرير بلا أسماء.")
    blocks = [Block("b1", "paragraph", "نقترح التجميد.", "We propose freezing.")]
    opinion = listed.opinions.new(subject="رأي", on=[report.uid], blocks=blocks)
    names = listed.screening.name_lists
    record = names.new("ملحق الأسماء", document=opinion.uid)
    row = names.add(record.uid, NAME, basis=BASIS)
    draft = paper_text(listed.memos.write(opinion.uid, "ar"))
    assert NAME not in draft, "nobody approved it"
    head = listed.officer
    approved_by_two(listed, record, [row])
    listed._session.officer = head
    listed.opinions.issue(opinion.uid)
    for language in ("ar", "en", "both"):
        said = paper_text(listed.memos.write(opinion.uid, language))
        digest = names.digest(record, names.rows(record.uid))
        assert all(words in said for words in ("ملحق الأسماء", NAME, BASIS, digest)), language
    assert listed.memos.write(opinion.uid, "ar") == listed.memos.write(opinion.uid, "ar")
    names.edit(row.uid, basis="قرار آخر")
    with pytest.raises(Refused) as refused:
        listed.memos.export(opinion.uid, tmp_path / "memo.docx", "ar")
    assert refused.value.code == "names_not_approved"
