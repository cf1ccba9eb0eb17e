"""The history as an officer reads it: acts in words, found by record, day, officer; taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ctdesk.desk import Desk
from ctdesk.desk.history_rows import DeedRow, HistoryFilter
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import Action, Document, Dossier, Link, Officer, Party
from tests.desk.officers import another


def newest(desk: Desk, **asked: str) -> DeedRow:
    return desk.history.page(HistoryFilter(**asked), limit=1)[0]


def a_report(desk: Desk, number: str = "4/7/431") -> Document:
    return desk.documents.find(number)


def test_an_act_is_a_sentence_with_its_record(desk: Desk) -> None:
    report = a_report(desk)
    desk.documents.edit(report.uid, urgency="immediate")
    row = newest(desk)
    assert row.sentence == f"تعديل تقرير {report.register_number}"
    assert (row.number, row.about) == (report.register_number, report.subject)
    assert row.room == ("document", report.uid)
    (line,) = desk.history.lines(row.key)
    assert (line.field, line.after) == ("درجة الاستعجال", "فوري")
    english = desk.history.page(limit=1, language="en")[0]
    assert english.sentence == f"edited report {report.register_number}"


def test_an_act_on_several_records_tells_how_many(desk: Desk) -> None:
    rows = desk.documents.list("", limit=100).rows
    uids = [row.uid for row in rows if row.kind == "report" and row.state == "registered"]
    desk.bulk.assign(uids[:3], desk.officer.uid)
    row = newest(desk)
    assert "3" in row.sentence
    assert row.room == ("", "")
    assert row.entries == 6


def test_a_memo_that_left_stands_in_the_history(desk: Desk, tmp_path: Path) -> None:
    opinion = next(r for r in desk.opinions.list().rows if r.state == "issued")
    desk.memos.export(opinion.uid, tmp_path / "memo.docx", "ar")
    row = newest(desk, act="left")
    assert row.sentence == f"تصدير مذكرة رأي فني {opinion.number} بصيغة Word"
    assert ("اللغة", "العربية") in row.facts


def test_a_seal_stands_with_the_act_that_gave_it(desk: Desk) -> None:
    issued = next(r for r in desk.opinions.list().rows if r.state == "issued")
    row = newest(desk, act="issue")
    assert row.seal == desk.memos.content(issued.uid).seal
    assert len(row.seal) == 16


def test_a_document_has_the_acts_of_its_files_and_ties(desk: Desk) -> None:
    report, other = a_report(desk), a_report(desk, "9/2/77")
    desk.documents.link(report.uid, other.uid, "refers_to")
    link = newest(desk, record=report.uid)
    assert link.sentence.endswith(f"صلة – تقرير {report.register_number}")
    assert newest(desk, record=other.uid).key == link.key
    acts = {row.act for row in desk.history.page(HistoryFilter(record=report.uid), limit=100)}
    assert {"link", "import"} <= acts


def test_days_are_those_of_this_machine(desk: Desk) -> None:
    now = datetime.now().astimezone()
    today, tomorrow = now.date().isoformat(), (now + timedelta(1)).date().isoformat()
    assert desk.history.page(HistoryFilter(since=today, until=today))
    assert not desk.history.page(HistoryFilter(since=tomorrow))
    with pytest.raises(BadInput, match="is no day"):
        desk.history.page(HistoryFilter(since="yesterday"))


def test_an_officer_has_a_history_of_their_own(desk: Desk) -> None:
    other = another(desk)
    other.documents.edit(a_report(desk).uid, urgency="immediate")
    assert newest(desk, officer=other.officer.uid).officer == "زينب"
    assert desk.history.officer_called("Zaynab") == other.officer.uid
    with pytest.raises(Refused):
        desk.history.officer_called("nobody")


def test_what_is_above_the_clearance_is_told_without_its_content(desk: Desk) -> None:
    report = a_report(desk)
    desk.documents.edit(report.uid, classification="top_secret", urgency="immediate")
    lower = another(desk)
    lower._session.officer = replace(lower.officer, clearance="restricted")
    row = newest(lower, act="edit")
    assert row.hidden
    assert (row.about, row.number, row.room[1], row.facts) == ("", "", "", ())
    assert report.register_number not in row.sentence
    (line, *_) = lower.history.lines(row.key)
    assert (line.field, line.before, line.after, line.uid) == ("", "", "", "")
    for question in (
        lambda: lower.history.page(HistoryFilter(record=report.uid)),
        lambda: lower.history.of(report.uid),
        lambda: lower.history.undo(row.key),
    ):
        with pytest.raises(Refused, match="no record"):
            question()


def test_a_referral_is_taken_back_whole_and_the_undo_too(desk: Desk) -> None:
    before = a_report(desk)
    desk.documents.refer(before.uid, desk.officer.uid, due="2026-12-24", note="للرد")
    after = a_report(desk)
    referral = newest(desk).key
    assert desk.history.may_undo(referral)
    assert desk.history.undo(referral).records == 1
    fields = ("state", "officer", "due", "margin_note")
    assert [getattr(a_report(desk), f) for f in fields] == [getattr(before, f) for f in fields]
    assert newest(desk).act == "undo"
    desk.history.undo(newest(desk).key)
    assert [getattr(a_report(desk), f) for f in fields] == [getattr(after, f) for f in fields]


def test_a_field_that_was_written_since_is_not_taken_back(desk: Desk) -> None:
    report = a_report(desk)
    desk.documents.edit(report.uid, due="2026-12-01")
    first = newest(desk).key
    desk.documents.edit(report.uid, due="2026-12-02")
    with pytest.raises(Refused, match="changed after"):
        desk.history.undo(first)
    assert a_report(desk).due == "2026-12-02"


def test_every_kind_with_a_safe_undo_is_taken_back(desk: Desk) -> None:
    action = desk.actions.list()[0].action
    desk.actions.change_state(action.uid, "dropped", "لا حاجة")
    desk.history.undo(newest(desk).key)
    assert desk._store.read.get(Action, action.uid) == replace(
        action,
        updated_at=desk._store.read.get(Action, action.uid).updated_at,  # type: ignore[union-attr]
    )
    party = next(iter(desk.parties.all().values()))
    desk.parties.edit(party.uid, name_en="Another name")
    desk.history.undo(newest(desk).key)
    assert desk.parties.name(party.uid, "en") == (party.name_en or party.name_ar)
    item = next(i for d in desk.dossiers.list() for i in desk.dossiers.items(d.uid))
    desk.dossiers.edit_item(item.uid, position="reject")
    desk.history.undo(newest(desk).key)
    assert desk.dossiers.items(item.dossier)[0].position == item.position or item.position == ""
    desk.officers.edit(desk.officer.uid, name_en="Nadia")
    desk.history.undo(newest(desk).key)
    assert desk.officers.list()[0].name_en == ""


def test_a_tie_that_was_made_is_taken_away_by_its_undo(desk: Desk) -> None:
    link = desk.documents.link(a_report(desk).uid, a_report(desk, "9/2/77").uid, "refers_to")
    desk.history.undo(newest(desk).key)
    assert desk._store.read.get(Link, link.uid).removed  # type: ignore[union-attr]


def test_what_is_frozen_is_refused_in_words(desk: Desk) -> None:
    issued = next(r for r in desk.opinions.list().rows if r.state == "issued")
    for row in desk.history.page(HistoryFilter(record=issued.uid), limit=50):
        with pytest.raises(Refused):
            desk.history.undo(row.key)
    report = a_report(desk)
    desk.documents.change_state(report.uid, "void", "مكرر")
    with pytest.raises(Refused, match="Restore the document"):
        desk.history.undo(newest(desk).key)
    with pytest.raises(Refused, match="an act gives it"):
        desk.history.bring_back("document", report.uid, "register_number", "1/2026")
    with pytest.raises(Refused, match="an act gives it"):
        desk.history.bring_back("officer", desk.officer.uid, "clearance", "top_secret")
    with pytest.raises(Refused, match="not taken back from the history"):
        desk.history.bring_back("revision", report.uid, "number", 3)
    assert desk.dossiers.add(Dossier(code="X", kind="committee"))
    with pytest.raises(Refused, match="no record is removed"):
        desk.history.undo(newest(desk).key)


def test_officers_change_each_others_names_only_as_heads(desk: Desk) -> None:
    desk.officers.edit(desk.officer.uid, name_en="Nadia")
    key = newest(desk).key
    with pytest.raises(Refused, match="head of the division"):
        another(desk).history.undo(key)
    assert another(desk, "head").history.undo(key).records == 1


def test_what_is_shown_is_printed_sealed_and_recorded(desk: Desk, tmp_path: Path) -> None:
    report = a_report(desk)
    desk.documents.edit(report.uid, urgency="immediate")
    for name in ("history.docx", "history.xlsx"):
        asked = HistoryFilter(record=report.uid)
        path = desk.history.export(asked, tmp_path / name, "ar", details=True)
        assert path.stat().st_size > 1000
        row = newest(desk)
        assert (row.act, bool(row.seal)) == ("export_list", True)


def test_one_field_has_its_own_past(desk: Desk) -> None:
    report = a_report(desk)
    for day in ("2026-12-01", "2026-12-02"):
        desk.documents.edit(report.uid, due=day, urgency="routine")
    rows = desk.history.of(report.uid, "due")
    assert [row.after for row in rows[:2]] == ["2026-12-02", "2026-12-01"]
    assert desk.history.bring_back("document", report.uid, "due", rows[0].was)
    assert a_report(desk).due == "2026-12-01"


def test_names_of_the_kinds_are_known_for_every_record(desk: Desk) -> None:
    """A record of each kind is told by its name, and none by its table's."""
    with desk._store.act("add", desk.officer.uid) as act:
        made = act.create(Party(kind="person", name_ar="جهة"))
    assert newest(desk).sentence == "إضافة جهة"
    assert newest(desk).about == "جهة"
    assert made.uid
    assert Officer.table == "officer"
