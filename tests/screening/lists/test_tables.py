"""The national list and OFAC's: rows, each checked, all or none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import LANGUAGES
from ctdesk.screening.lists import RowsRefused, national_template, read_list
from tests.screening.lists.made import sheet

HEAD = ["رقم القيد", "الاسم بالعربية", "Name in English", "أسماء أخرى", "النوع", "تاريخ الولادة",
        "الجنسية", "السند القانوني", "تاريخ الإدراج"]  # fmt: skip
BASIS = "قرار لجنة تجميد أموال الإرهابيين رقم 7 لسنة 2026"
ROWS = [
    ["و-1", "نادر سليم القصابي", "Nadir Salim al-Qasabi", "أبو هدى؛ نادر القصاب", "شخص",
     "1975-1979", "العراق", BASIS, "٢٠٢٦/٣/١"],
    ["و-2", "صندوق النخلة الخضراء", None, None, "كيان", None, None, BASIS, "1/3/2026"],
]  # fmt: skip


def test_a_national_list_is_read_with_the_basis_of_every_row() -> None:
    file = read_list(sheet(HEAD, *ROWS), "national.xlsx", dated="2026-03-02")
    person, group = (one.entry for one in file.entries)
    assert (file.list, file.date) == ("national", "2026-03-02")
    assert [name.text for name in person.names] == [
        "نادر سليم القصابي", "Nadir Salim al-Qasabi", "أبو هدى", "نادر القصاب",
    ]  # fmt: skip
    assert (person.basis, person.listed_on, person.nationality) == (BASIS, "2026-03-01", ("IQ",))
    assert (person.births[0].start, person.births[0].end) == ("1975", "1979")
    assert (group.kind, group.listed_on) == ("group", "2026-03-01")


def test_a_csv_is_read_as_well_as_a_sheet() -> None:
    lines = [";".join(str(cell or "").replace(";", ",") for cell in row) for row in [HEAD, *ROWS]]
    for encoding in ("utf-8-sig", "cp1256"):
        rows = "\r\n".join(lines).replace("٢٠٢٦/٣/١", "2026/3/1").encode(encoding)
        file = read_list(rows, "list.csv", dated="2026-03-02")
        assert file.entries[0].entry.names[0].text == "نادر سليم القصابي"


def test_every_fault_of_every_row_is_told_at_once_and_nothing_is_taken() -> None:
    rows = [
        ["و-1", "نادر", None, None, "سفينة", None, None, BASIS, "غداً"],
        ["و-1", None, None, None, "شخص", None, None, None, None],
        [],
        [None, "طارق", None, None, None, None, None, BASIS, None],
    ]
    with pytest.raises(RowsRefused) as refused:
        read_list(sheet(HEAD, *rows), "list.xlsx", dated="2026-03-02")
    assert [(fault.row, fault.code, fault.column) for fault in refused.value.faults] == [
        (2, "not_a_day", "listed_on"),
        (2, "no_kind", "kind"),
        (3, "missing", "basis"),
        (3, "no_name", ""),
        (3, "twice", "number"),
        (5, "missing", "number"),
    ]
    for language in LANGUAGES:
        assert len(refused.value.message(language).splitlines()) == 7


def test_a_list_without_the_column_of_bases_is_refused() -> None:
    with pytest.raises(RowsRefused):
        read_list(sheet(HEAD[:3], ["و-1", "نادر", "Nadir"]), "list.xlsx", dated="2026-03-02")
    with pytest.raises(BadInput, match="template"):
        read_list(sheet(["a", "b"], ["c", "d"]), "list.xlsx", dated="2026-03-02")


def test_the_template_is_a_list_that_only_lacks_its_rows() -> None:
    for language in LANGUAGES:
        with pytest.raises(BadInput) as refused:
            read_list(national_template(language), "template.xlsx", dated="2026-03-02")
        assert refused.value.code == "list_empty"


SDN = (
    b'101,"QASABI, Nadir Salim",individual,SDGT,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    b'"DOB 03 Feb 1976; alt. DOB 1977; nationality Iraq; Passport A0000001 (Iraq); Gender Male."\n'
    b'102,"GREEN PALM RELIEF FUND",-0- ,SDGT,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n\x1a'
)
ALT = b'101,1,aka,"KASSABI, Nader",-0- \n101,2,aka,"ABU HUDA","weak a.k.a."\n'
ADD = b'102,1,"12 Cotton Street","Mosul 41001","Iraq",-0- \n'


def test_the_sdn_list_comes_in_its_three_files() -> None:
    beside = {"alt.csv": ALT, "add.csv": ADD}
    file = read_list(SDN, "sdn.csv", dated="2026-03-02", beside=beside)
    person, group = (one.entry for one in file.entries)
    assert [(name.text, name.quality) for name in person.names] == [
        ("Nadir Salim QASABI", "primary"),
        ("Nader KASSABI", "good"),
        ("ABU HUDA", "low"),
    ]
    assert [birth.start for birth in person.births] == ["1976", "1977"]
    assert (person.nationality, person.gender, person.kind) == (("IQ",), "male", "person")
    assert group.kind == "group"
    assert group.places == ("12 Cotton Street, Mosul 41001, Iraq",)


@pytest.mark.parametrize("end", [20, 150, -4])
def test_an_sdn_list_cut_off_is_refused(end: int) -> None:
    with pytest.raises(BadInput):
        read_list(SDN[:end], "sdn.csv", dated="2026-03-02")
    with pytest.raises(BadInput):
        read_list(SDN, "sdn.csv", dated="2026-03-02", beside={"alt.csv": b"7,1,aka,X,-0- \n"})


WHOLE = sheet(HEAD, *ROWS)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=8), st.integers(0, 60))
def test_whatever_happens_to_a_sheet_it_is_read_or_refused(at: int, new: bytes, gone: int) -> None:
    try:
        file = read_list(WHOLE[:at] + new + WHOLE[at + gone :], "list.xlsx", dated="2026-03-02")
    except BadInput:
        return
    assert all(one.entry.basis for one in file.entries)
