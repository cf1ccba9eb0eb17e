"""Texts against the lists, and what officers decide about the names in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ctdesk.desk import Desk
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import Refused
from ctdesk.domain.records import Document, Match
from tests.desk.screened import NAME, TEXT, as_officer, register, take
from tests.screening.lists.made import FUND, NADIR, TARIQ


@pytest.fixture
def listed(bare_desk: Desk, tmp_path: Path) -> Desk:
    """A desk with a list in force and no documents."""
    take(bare_desk, tmp_path, "2026-01-01", NADIR, FUND, TARIQ)
    return bare_desk


def test_a_registered_document_is_screened_with_the_passages_of_its_text(listed: Desk) -> None:
    document = register(listed)
    assert listed.screening.texts.due() == 1
    rows = listed.screening.of_document(document.uid)
    assert [(row.entry.reference, TEXT[row.match.start : row.match.end]) for row in rows] == [
        ("QDi.901", NAME),
        ("IQi.903", "طارق حمدان البزاز"),
    ]
    assert all(row.match.place == "text" and row.explanation for row in rows)
    assert listed.screening.texts.due() == 0


def test_without_a_list_nothing_is_due(bare_desk: Desk) -> None:
    document = register(bare_desk)
    assert bare_desk.screening.ready
    assert bare_desk.screening.texts.due() == 0
    assert bare_desk.screening.of_document(document.uid) == []
    assert bare_desk.screening.find(NAME) == []


def test_registering_in_bulk_does_not_wait_and_catching_up_finds_every_text(
    listed: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "reports.jsonl"
    line = f'{{"kind": "report", "text": "{TEXT}"}}\n'
    path.write_text(line * 5, encoding="utf-8")
    listed.intake.import_paths([path])
    assert (listed.screening.texts.due(), listed.screening.open().total) == (5, 0)
    assert listed.screening.texts.catch_up().matches == 10
    assert (listed.screening.texts.due(), listed.screening.open().total) == (0, 10)


def test_catching_up_stops_when_told_and_goes_on_where_it_was(
    listed: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctdesk.desk.screening_texts._BATCH", 2)
    for _ in range(5):
        register(listed)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> bool:
        told.append((done, total))
        return False

    assert listed.screening.texts.catch_up(stop).stopped
    assert told == [(2, 5)]
    assert listed.screening.texts.due() == 3
    assert listed.screening.texts.catch_up().documents == 3
    assert listed._session.store.read.count(Match) == 10


def test_a_text_that_is_edited_is_screened_again(listed: Desk) -> None:
    document = register(listed)
    listed.screening.texts.catch_up()
    listed.documents.edit(document.uid, text="لا أسماء في هذا النص، إلا طارق حمدان البزاز.")
    assert listed.screening.texts.due() == 1
    (row,) = listed.screening.of_document(document.uid)
    assert (row.entry.reference, row.match.start) == ("IQi.903", 26)
    assert listed.screening.open().total == 1


def test_a_name_written_together_with_a_conjunction_is_the_same_name(listed: Desk) -> None:
    first = register(listed, f"ورد اسم {NAME} في التقرير.")
    (row,) = listed.screening.of_document(first.uid)
    listed.screening.decisions.exclude(row.match.uid, "شخص آخر بالاسم نفسه")
    second = register(listed, f"التقى به أحدهم و{NAME} أيضاً.")
    (row,) = listed.screening.of_document(second.uid)
    assert (row.match.name, row.match.state) == (NAME, "excluded")


def test_an_exclusion_needs_a_reason_and_is_remembered(listed: Desk) -> None:
    (row, _) = listed.screening.of_document(register(listed).uid)
    with pytest.raises(Refused):
        listed.screening.decisions.exclude(row.match.uid, "  ")
    listed.screening.decisions.exclude(row.match.uid, "تاريخ ولادته مختلف")
    (later, _) = listed.screening.of_document(register(listed).uid)
    assert (later.match.state, later.match.reason) == ("excluded", "تاريخ ولادته مختلف")
    assert later.match.remembered == row.match.uid
    (hit,) = listed.screening.find(NAME)
    assert hit.decided is not None
    assert hit.decided.state == "excluded"


def test_a_decision_covers_the_open_matches_of_the_same_name(listed: Desk) -> None:
    first, second = register(listed), register(listed)
    listed.screening.texts.catch_up()
    (row, _) = listed.screening.of_document(first.uid)
    listed.screening.decisions.exclude(row.match.uid, "شخص آخر")
    (other, _) = listed.screening.of_document(second.uid)
    assert other.match.state == "excluded"


def test_it_takes_two_officers_to_confirm(listed: Desk) -> None:
    (row, _) = listed.screening.of_document(register(listed).uid)
    first = listed.officer
    waiting = listed.screening.decisions.confirm(row.match.uid)
    assert (waiting.state, waiting.by, waiting.second_by) == ("undecided", first.uid, "")
    with pytest.raises(Refused) as refused:
        listed.screening.decisions.confirm(row.match.uid)
    assert refused.value.code == "second_is_the_same"
    assert listed.screening.open(waiting=True).total == 0
    second = as_officer(listed)
    assert listed.screening.open(waiting=True).total == 1
    done = listed.screening.decisions.confirm(row.match.uid)
    assert (done.state, done.by, done.second_by) == ("confirmed", first.uid, second.uid)


def test_the_registrar_is_no_second_officer(listed: Desk) -> None:
    (row, _) = listed.screening.of_document(register(listed).uid)
    listed.screening.decisions.confirm(row.match.uid)
    as_officer(listed, role="registrar")
    with pytest.raises(Refused) as refused:
        listed.screening.decisions.confirm(row.match.uid)
    assert refused.value.code == "role_may_not"


def test_a_new_wording_of_the_entry_opens_its_decisions_again(listed: Desk, tmp_path: Path) -> None:
    (nadir, tariq) = listed.screening.of_document(register(listed).uid)
    for row in (nadir, tariq):
        listed.screening.decisions.exclude(row.match.uid, "شخص آخر")
    take(listed, tmp_path, "2026-02-01", {**NADIR, "GENDER": "Male"}, FUND, TARIQ)
    states = {r.entry.reference: r.match.state for r in listed.screening.open().rows}
    assert states == {"QDi.901": "candidate"}
    listed.screening.texts.catch_up()
    assert listed.screening.open().total == 1


def test_an_older_list_opens_no_decision(listed: Desk, tmp_path: Path) -> None:
    (row, _) = listed.screening.of_document(register(listed).uid)
    listed.screening.decisions.exclude(row.match.uid, "شخص آخر")
    take(listed, tmp_path, "2025-01-01", {**NADIR, "GENDER": "Male"}, FUND, TARIQ)
    assert listed.screening.decisions.get(row.match.uid).state == "excluded"


def test_a_new_list_compares_the_archive_with_what_changed_only(
    listed: Desk, tmp_path: Path
) -> None:
    document = register(listed, f"{TEXT} وكذلك سمير نوري الحداد.")
    listed.screening.texts.catch_up()
    new = {**TARIQ, "DATAID": "9000009", "FIRST_NAME": "SAMIR", "SECOND_NAME": "NURI AL-HADDAD",
           "REFERENCE_NUMBER": "IQi.909", "NAME_ORIGINAL_SCRIPT": "سمير نوري الحداد"}  # fmt: skip
    state = listed.screening.names.state
    take(listed, tmp_path, "2026-02-01", NADIR, FUND, TARIQ, new)
    changed = listed.screening.names.changed_since(state)
    assert changed is not None
    assert [name.entry.reference for name in changed.names] == ["IQi.909"] * len(changed.names)
    assert listed.screening.texts.due() == 1
    assert listed.screening.texts.catch_up().matches == 1
    found = [row.entry.reference for row in listed.screening.of_document(document.uid)]
    assert found == ["QDi.901", "IQi.903", "IQi.909"]


def test_names_in_documents_above_ones_clearance_are_neither_listed_nor_counted(
    listed: Desk,
) -> None:
    secret = register(listed, classification="top_secret")
    register(listed, classification="restricted")
    listed.screening.texts.catch_up()
    uid = listed.screening.of_document(secret.uid)[0].match.uid
    assert listed.screening.open().total == 4
    as_officer(listed, clearance="secret")
    assert listed.screening.open().total == 2
    for refused_act in (
        lambda: listed.screening.of_document(secret.uid),
        lambda: listed.screening.row(uid),
        lambda: listed.screening.decisions.exclude(uid, "شخص آخر"),
    ):
        with pytest.raises(Refused):
            refused_act()


def test_what_a_junior_officer_excluded_does_not_hide_a_name_in_a_paper_above_them(
    listed: Desk,
) -> None:
    first = register(listed, classification="restricted")
    head = listed.officer
    as_officer(listed, clearance="restricted")
    (row, _) = listed.screening.of_document(first.uid)
    listed.screening.decisions.exclude(row.match.uid, "شخص آخر")
    listed._session.officer = head
    (above, _) = listed.screening.of_document(register(listed, classification="secret").uid)
    assert above.match.state == "candidate"


def test_a_name_that_was_asked_for_is_decided_about_too(listed: Desk) -> None:
    (hit,) = listed.screening.find("Nader Salim Al Qassabi", birth_year=1977)
    match = listed.screening.note("Nader Salim Al Qassabi", hit)
    assert listed.screening.note("Nader Salim Al Qassabi", hit).uid == match.uid
    listed.screening.decisions.exclude(match.uid, "رجل أعمال معروف")
    (again,) = listed.screening.find("nader salim al-qassabi")
    assert again.decided is not None
    assert again.decided.reason == "رجل أعمال معروف"


def test_entries_are_also_searched_by_sound_once_the_matcher_is_at_hand(listed: Desk) -> None:
    assert listed.screening.entries.list("nadir saleem alkasaby").total == 0
    listed.screening.find(NAME)
    (row,) = listed.screening.entries.list("nadir saleem alkasaby").rows
    assert row.reference == "QDi.901"
    assert row.found == "NADIR SALIM AL-QASABI"


def test_a_copy_of_the_desk_for_a_worker_shares_the_matcher(listed: Desk) -> None:
    assert not listed.screening.ready
    worker = listed.for_worker()
    worker.screening.find(NAME)
    worker.close()
    assert listed.screening.ready


Opinion = Callable[[str], Document]


@pytest.fixture
def opinion(listed: Desk) -> Opinion:
    """Begins an opinion that says something."""

    def begin(text: str) -> Document:
        report = register(listed, "تقرير بلا أسماء.")
        return listed.opinions.new(
            subject="رأي", on=[report.uid], blocks=[Block("b1", "paragraph", text, "As said.")]
        )

    return begin


def test_an_opinion_is_not_issued_while_nobody_looked_at_a_name_in_it(
    listed: Desk, opinion: Opinion
) -> None:
    draft = opinion(f"نقترح متابعة {NAME}.")
    with pytest.raises(Refused) as refused:
        listed.opinions.issue(draft.uid)
    assert refused.value.code == "name_not_looked_at"
    assert NAME in refused.value.message("ar")
    (check,) = [c for c in listed.opinions.checks(draft.uid) if c.code == "name_not_looked_at"]
    assert (check.block, check.blocking) == ("b1", True)
    (row,) = listed.screening.of_document(draft.uid)
    listed.screening.decisions.leave_undecided(row.match.uid, "لا يكفي ما لدينا")
    assert listed.opinions.issue(draft.uid).register_number


def test_a_delisted_name_in_an_opinion_is_shown_and_stops_nothing(
    listed: Desk, opinion: Opinion, tmp_path: Path
) -> None:
    take(listed, tmp_path, "2026-02-01", FUND, TARIQ)
    draft = opinion(f"نقترح متابعة {NAME}.")
    listed.opinions.submit(draft.uid)
    codes = {check.code: check for check in listed.opinions.checks(draft.uid)}
    assert codes["name_delisted"].values["date"] == "2026-02-01"
    assert not codes["name_delisted"].blocking
    assert listed.opinions.issue(draft.uid).register_number


def test_a_nationality_speaks_for_the_entry_however_the_country_is_written(listed: Desk) -> None:
    scores = {
        nation: listed.screening.find(NAME, nationality=nation)[0].score
        for nation in ("IQ", "العراق", "Iraq", "JP")
    }
    assert scores["IQ"] == scores["العراق"] == scores["Iraq"] > scores["JP"]


def test_the_subject_of_an_opinion_is_compared_too(listed: Desk, opinion: Opinion) -> None:
    draft = opinion("نقترح المتابعة.")
    listed.opinions.edit(draft.uid, subject=f"رأي في شأن {NAME}")
    with pytest.raises(Refused) as refused:
        listed.opinions.issue(draft.uid)
    assert refused.value.code == "name_not_looked_at"
    (row,) = listed.screening.of_document(draft.uid)
    assert row.match.place == "subject"
