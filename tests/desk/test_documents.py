"""Documents: registered once, found at once, never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ctdesk.desk import Desk, Filters, NewFile
from ctdesk.desk.history_rows import HistoryFilter
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import Document


def a_report(desk: Desk, mission: str = "السفارة في عمّان", **fields: object) -> Document:
    document = Document(kind="report", direction="incoming", text="ورد خبر عن التهريب.")
    return desk.documents.register(replace(document, **fields), sender=mission)  # type: ignore[arg-type]


def test_who_opens_a_secret_document_is_recorded_once_a_day(bare_desk: Desk) -> None:
    secret = a_report(bare_desk, classification="secret", subject="يُسجل من يفتحها")
    shown = a_report(bare_desk, classification="restricted", subject="لا يُسجل")
    for uid in (secret.uid, shown.uid, secret.uid):
        bare_desk.documents.read(uid)
    opened = bare_desk.history.page(HistoryFilter(act="open_secret"))
    assert [(row.officer, row.room[1]) for row in opened] == [
        (bare_desk.officer.title_ar, secret.uid)
    ]


def test_a_registered_document_has_a_number_and_is_found_at_once(bare_desk: Desk) -> None:
    document = a_report(bare_desk, subject="تهريب الآثار")
    assert document.register_number == "1/2026"
    assert document.state == "registered"
    assert [r.uid for r in bare_desk.documents.list("الاثار").rows] == [document.uid]
    assert bare_desk.documents.find("1/2026") == document


def test_a_missing_subject_is_the_first_sentence_and_the_language_is_seen(
    bare_desk: Desk,
) -> None:
    document = a_report(bare_desk, text="Talks began today. They will go on.")
    assert document.subject == "Talks began today."
    assert document.language == "en"


def test_numbers_follow_each_other_per_register(bare_desk: Desk) -> None:
    a_report(bare_desk)
    letter = bare_desk.documents.register(
        Document(kind="letter", direction="outgoing", subject="إجابة"),
        addressees=["السفارة في روما"],
    )
    assert letter.register_number == "1/2026"
    assert a_report(bare_desk).register_number == "2/2026"


def test_a_void_number_is_never_given_again(bare_desk: Desk) -> None:
    document = a_report(bare_desk)
    with pytest.raises(Refused):
        bare_desk.documents.change_state(document.uid, "void")
    bare_desk.documents.change_state(document.uid, "void", "registered twice")
    assert a_report(bare_desk).register_number == "2/2026"
    assert bare_desk.documents.find("1/2026").void_reason == "registered twice"


def test_a_mission_is_one_party_in_every_spelling(bare_desk: Desk) -> None:
    names = (
        "السفارة في عمّان",
        "سفارة جمهورية العراق في عمان",
        "Embassy, Amman",
        "Embassy of the Republic of Iraq in Amman",
    )
    assert len({a_report(bare_desk, name).sender for name in names}) == 1


def test_the_state_s_own_name_does_not_make_every_mission_iraqi(bare_desk: Desk) -> None:
    a_report(bare_desk, "سفارة جمهورية العراق في عمّان")
    assert bare_desk.documents.list("mission:Iraq").total == 0
    assert bare_desk.documents.list("mission:Amman").total == 1


def test_a_new_sender_becomes_a_party_to_be_checked(bare_desk: Desk) -> None:
    document = a_report(bare_desk, "Honorary Consulate in Valparaíso")
    party = bare_desk.parties.get(document.sender)
    assert party is not None
    assert party.to_be_checked
    assert party.kind == "mission"


def test_who_sent_and_who_received_are_asked_apart(bare_desk: Desk) -> None:
    bare_desk.documents.register(
        Document(kind="report", direction="incoming", subject="s"),
        sender="Embassy in Rome",
        addressees=["Embassy in Oslo"],
    )
    counts = [
        bare_desk.documents.list(q).total
        for q in ("from:Rome", "to:Rome", "to:Oslo", "mission:Oslo", "mission:Rome")
    ]
    assert counts == [1, 0, 1, 1, 1]


def test_a_duplicate_is_flagged_and_not_refused(bare_desk: Desk) -> None:
    first = a_report(bare_desk, their_number="4/7", their_date="2026-03-01")
    again = a_report(bare_desk, their_number="4/7", their_date="2026-03-01")
    assert [r.uid for r in bare_desk.documents.duplicates(again)] == [first.uid]
    with pytest.raises(Refused) as refused:
        bare_desk.documents.find("4/7")
    assert refused.value.code == "ambiguous_number"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": ""}, "field_required"),
        ({"kind": "novel"}, "field_value"),
        ({"topics": ("CTFN", "SANC", "EVID", "CVEX")}, "too_many"),
        ({"topics": ("NOPE",)}, "field_value"),
        ({"their_date": "31/02/2026"}, "field_value"),
    ],
)
def test_a_field_that_breaks_its_description_is_refused_and_nothing_is_kept(
    bare_desk: Desk, fields: dict[str, object], code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        a_report(bare_desk, "Embassy in Nowhere", **fields)
    assert refused.value.code == code
    assert "field." not in refused.value.message("ar")
    assert bare_desk.documents.counts().documents == 0
    assert bare_desk.parties.resolve("Embassy in Nowhere") is None
    assert a_report(bare_desk).register_number == "1/2026"


def test_unknown_handling_from_outside_is_kept_as_text(bare_desk: Desk) -> None:
    assert a_report(bare_desk, handling="EYES ONLY").handling == "EYES ONLY"


def test_the_original_is_kept_bit_for_bit(bare_desk: Desk) -> None:
    data = bytes(range(256)) * 40
    document = bare_desk.documents.register(
        Document(kind="report", direction="incoming", subject="s"),
        attachments=[NewFile("scan.pdf", "application/pdf", data, original=True)],
    )
    (file,) = bare_desk.documents.attachments(document.uid)
    assert file.original
    assert bare_desk.documents.attachment_data(file.uid) == data


def test_an_edit_is_found_under_its_new_words_and_shown_in_the_history(bare_desk: Desk) -> None:
    document = a_report(bare_desk, subject="قديم")
    bare_desk.documents.edit(document.uid, subject="جديد", urgency="urgent")
    assert bare_desk.documents.list("قديم").total == 0
    assert bare_desk.documents.list("جديد").total == 1
    rows = bare_desk.documents.history(document.uid)
    assert {(r.field, r.before, r.after) for r in rows if r.field} == {
        ("الموضوع", "قديم", "جديد"),
        ("درجة الاستعجال", "عادي", "عاجل"),
    }


def test_given_fields_are_not_typed(bare_desk: Desk) -> None:
    document = a_report(bare_desk)
    for field in ("register_number", "state"):
        with pytest.raises(Refused):
            bare_desk.documents.edit(document.uid, **{field: "7"})


def test_a_corrected_date_moves_the_document_in_the_list(bare_desk: Desk) -> None:
    old = a_report(bare_desk, their_date="2026-01-05", subject="أ")
    new = a_report(bare_desk, their_date="2026-03-05", subject="ب")
    assert [r.uid for r in bare_desk.documents.list().rows] == [new.uid, old.uid]
    bare_desk.documents.edit(old.uid, their_date="2026-06-01")
    assert [r.uid for r in bare_desk.documents.list().rows] == [old.uid, new.uid]


def test_referral_assigns_the_officer(bare_desk: Desk) -> None:
    document = a_report(bare_desk)
    officer = bare_desk.officers.list()[0].uid
    referred = bare_desk.documents.refer(document.uid, officer)
    assert (referred.state, referred.officer) == ("assigned", officer)


def test_the_form_begins_with_the_sticky_fields_of_the_last_document(bare_desk: Desk) -> None:
    last = a_report(bare_desk, classification="secret", subject="لا ينتقل")
    start = bare_desk.documents.defaults()
    assert start.sender == last.sender
    assert start.classification == "secret"
    assert start.subject == ""


def test_what_is_above_the_clearance_is_not_found_counted_or_opened(
    bare_desk: Desk,
) -> None:
    secret = a_report(bare_desk, classification="top_secret", subject="حساس جداً")
    shown = a_report(bare_desk, classification="restricted", subject="حساس")
    bare_desk.officers.edit(bare_desk.officer.uid, clearance="restricted")
    page = bare_desk.documents.list("حساس")
    assert [r.uid for r in page.rows] == [shown.uid]
    assert page.total == 1
    with pytest.raises(Refused):
        bare_desk.documents.get(secret.uid)
    with pytest.raises(Refused):
        bare_desk.documents.find(secret.register_number)


@pytest.mark.parametrize("clearance", ["top_secret", "restricted"])
def test_the_newest_are_read_in_the_order_of_their_keys_and_not_sorted(
    desk: Desk, clearance: str
) -> None:
    desk.officers.edit(desk.officer.uid, clearance=clearance)
    connection = desk._store.read.connection
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    desk.documents.list(limit=20)
    connection.set_trace_callback(None)
    (newest,) = (query for query in asked if "ORDER BY e.fts_key DESC" in query)
    steps = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + newest)]
    assert not any("TEMP B-TREE" in step or "entry_above" in step for step in steps), steps


def test_filters_narrow_the_list_and_facets_count_it(desk: Desk) -> None:
    everything = desk.documents.list(limit=1)
    secret = desk.documents.list(filters=Filters(classification=("secret",)), limit=100)
    assert 0 < secret.total < everything.total
    assert {r.classification for r in secret.rows} == {"secret"}
    values = desk.documents.facet_values()["classification"]
    assert ("secret", "سري", secret.total) in values


def test_links_lead_both_ways(desk: Desk) -> None:
    report = desk.documents.find("4/7/431")
    links = desk.documents.links(report.uid)
    assert {link.link.type for link in links} == {"answers", "belongs_to"}
    opinion = next(link.other for link in links if link.link.type == "answers")
    back = desk.documents.links(opinion.uid)
    assert report.uid in [link.other.uid for link in back]


def test_a_page_of_the_list_goes_on_where_the_last_one_ended(desk: Desk) -> None:
    whole = [r.uid for r in desk.documents.list(limit=100).rows]
    pages = [
        r.uid for at in range(0, 50, 10) for r in desk.documents.list(offset=at, limit=10).rows
    ]
    assert pages == whole


def test_a_worker_s_desk_sees_what_the_window_s_desk_wrote(bare_desk: Desk) -> None:
    a_report(bare_desk, subject="مشترك")
    other = bare_desk.for_worker()
    try:
        assert other.documents.list("مشترك").total == 1
        a_report(other, subject="من العامل")
    finally:
        other.close()
    assert bare_desk.documents.list("العامل").total == 1
    assert bare_desk.verify().sound


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=200), query=st.text(max_size=40))
def test_no_text_and_no_query_breaks_the_desk(bare_desk: Desk, text: str, query: str) -> None:
    document = bare_desk.documents.register(
        Document(kind="report", direction="incoming", subject="s", text=text)
    )
    assert bare_desk.documents.get(document.uid).text == text
    page = bare_desk.documents.list(query, snippets=True)
    assert page.total >= 0


def test_a_desk_opens_again_with_everything(
    sample_folder: Path, open_copy: Callable[..., Desk]
) -> None:
    desk = open_copy(sample_folder)
    assert desk.documents.counts().documents == 43
    assert desk.verify().sound
