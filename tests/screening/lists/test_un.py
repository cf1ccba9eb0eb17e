"""The UN's list is read whole, tolerantly, or refused whole."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctdesk.domain.errors import BadInput
from ctdesk.screening.entry import Birth, ListedName
from ctdesk.screening.lists import read_list
from tests.screening.lists.made import FUND, NADIR, TARIQ, un_xml

LIST = un_xml("2026-02-27", NADIR, FUND, TARIQ)


def refusal(data: bytes, name: str = "list.xml") -> str:
    with pytest.raises(BadInput) as refused:
        read_list(data, name)
    assert refused.value.message("ar")
    assert refused.value.message("en")
    return refused.value.code


def test_an_entry_has_its_names_by_script_and_quality() -> None:
    file = read_list(LIST, "list.xml")
    assert (file.list, file.date, len(file.entries)) == ("un", "2026-02-27", 3)
    entry = file.entries[0].entry
    assert entry.names == (
        ListedName("NADIR SALIM AL-QASABI", "latin", "primary"),
        ListedName("نادر سليم القصابي", "arabic", "original"),
        ListedName("Nader Salem al-Kassabi", "latin", "good"),
        ListedName("Nadir al-Qassabi", "latin", "good"),
        ListedName("Abu Huda", "latin", "low"),
    )
    assert entry.births == (
        Birth("between", "1975", "1979"),
        Birth("exact", "1976-02-03"),
    )
    assert entry.nationality == ("IQ", "SY")
    assert entry.documents == ("Passport, A0000001",)
    assert (entry.reference, entry.kind, entry.regime) == ("QDi.901", "person", "Al-Qaida")
    assert [one.entry.kind for one in file.entries] == ["person", "person", "group"]


def test_a_packed_list_is_the_same_list() -> None:
    plain, packed = read_list(LIST, "list.xml"), read_list(gzip.compress(LIST), "list.xml.gz")
    assert plain == packed


def test_a_list_cut_off_anywhere_is_refused() -> None:
    for end in range(0, len(LIST) - 1, 97):
        refusal(LIST[:end])
    for end in (10, 200):
        assert refusal(gzip.compress(LIST)[:end]) == "list_packed_damaged"


def test_a_list_that_lost_a_part_or_all_entries_is_refused() -> None:
    assert refusal(LIST.replace(b"ENTITIES>", b"OTHERS>")) == "list_part_missing"
    assert refusal(un_xml("2026-02-27")) == "list_empty"
    assert refusal(b"") == "list_file_empty"
    assert refusal(b"<html><body/></html>") == "list_other_file"


def test_an_entry_without_its_permanent_id_or_name_refuses_the_list() -> None:
    assert refusal(LIST.replace(b"<DATAID>9000002</DATAID>", b"")) == "list_entry_without_id"
    assert refusal(LIST.replace(b"9000002", b"9000001")) == "list_entry_twice"
    nameless = LIST.replace(b"<FIRST_NAME>TARIQ</FIRST_NAME>", b"<FIRST_NAME/>")
    assert refusal(nameless) == "list_entry_without_name"


def test_a_list_in_another_encoding_is_refused() -> None:
    text = LIST.decode()
    assert refusal(text.encode("cp1256")) == "list_not_utf8"
    assert refusal(text.encode("utf-16")) in ("list_not_utf8", "list_broken")
    lost = text.encode("cp1252", "replace").decode("cp1252").encode()
    assert refusal(lost) == "list_letters_lost"
    twice = LIST.decode("latin-1").encode()
    assert refusal(twice) == "list_letters_lost"


def test_definitions_of_entities_are_never_opened() -> None:
    bomb = b'<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    assert refusal(LIST.replace(b"?>\n", b"?>\n" + bomb)) == "list_unsafe"
    assert refusal(LIST.replace(b"Huda.", b"&unknown;")) == "list_broken"


def test_an_undated_list_is_refused() -> None:
    undated = LIST.replace(b"2026-02-27T00:00Z", b"soon")
    assert refusal(undated) == "list_undated"
    assert read_list(undated, "list.xml", dated="2014-01-01").date == "2014-01-01"


@settings(max_examples=120, deadline=None)
@given(st.integers(0, len(LIST) - 1), st.binary(max_size=12), st.integers(0, 40))
def test_whatever_happens_to_a_file_it_is_read_or_refused(at: int, new: bytes, gone: int) -> None:
    try:
        file = read_list(LIST[:at] + new + LIST[at + gone :], "list.xml")
    except BadInput:
        return
    assert all(one.permanent_id and one.entry.names for one in file.entries)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.xml", "a.csv", "a.xlsx", "sdn.csv", "a"]))
def test_noise_is_refused_under_every_name(data: bytes, name: str) -> None:
    with pytest.raises(BadInput):
        read_list(data, name, dated="2026-11-23")
