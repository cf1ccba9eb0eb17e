from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.intake.draft import Draft, Proposal
from ctdesk.intake.markings import classification_of, urgency_of
from ctdesk.intake.propose import proposed, with_proposals
from ctdesk.intake.readers.reading import Reading
from ctdesk.intake.subject import LONGEST, proposed_subject

ENGLISH = """Ministry of Foreign Affairs
SECRET / URGENT
No.: 4/2/5567
Date: 12 October 2026
To: Counter-Terrorism Division
Subject: Draft memorandum with Jordan

Please find enclosed the draft.
"""


def fields(text: str) -> dict[str, object]:
    return {proposal.field: proposal.value for proposal in proposed(text)}


def subject(text: str) -> object:
    proposal = proposed_subject(text)
    return proposal and proposal.value


def test_the_head_of_an_arabic_letter_gives_its_fields(data: Path) -> None:
    letter = (data / "report_ar_utf8.txt").read_text(encoding="utf-8")
    assert fields(letter) == {
        "language": "ar",
        "their_number": "٢/٤/١٢٣",
        "their_date": "2026-11-23",
        "subject": "عودة المقاتلين الإرهابيين الأجانب",
        "from": "سفارة جمهورية العراق – عمّان",
        "to": ["وزارة الخارجية – دائرة المنظمات الدولية – قسم مكافحة الإرهاب"],
    }


def test_the_head_of_an_english_letter_gives_its_fields() -> None:
    assert fields(ENGLISH) == {
        "language": "en",
        "their_number": "4/2/5567",
        "their_date": "2026-10-12",
        "subject": "Draft memorandum with Jordan",
        "to": ["Counter-Terrorism Division"],
        "classification": "secret",
        "urgency": "urgent",
    }


def test_every_proposal_says_where_it_was_read() -> None:
    for proposal in proposed(ENGLISH):
        if proposal.field != "language":
            assert proposal.where in ENGLISH


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("التاريخ: ٢٣ تشرين الثاني ٢٠٢٦", "2026-11-23"),
        ("التاريخ / 23-11-2026", "2026-11-23"),
        ("التاريخ: 14/6/1448هـ الموافق 23/11/2026م", "2026-11-23"),
        ("Date: 23 November 2026", "2026-11-23"),
    ],
)
def test_a_labelled_date_is_read_in_every_way_offices_write_it(line: str, day: str) -> None:
    assert fields(f"{line}\n\nتحية طيبة").get("their_date") == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("العدد: 5/3/1147      التاريخ: 1/2/2026\n", "5/3/1147"),
        ("العدد / م.خ / ٤٤٢\n", "م.خ / ٤٤٢"),
        ("790. From Murray to Creel.", "790"),
        ("Polto 1695. Department pass Treasury.", "Polto 1695"),
        ("Ref: Tehran 4253\nWe agree.", None),
        ("1. First point. 2. Second point.", None),
        ("العدد: كبير من الزوار\n", None),
    ],
)
def test_a_number_is_proposed_only_where_an_office_puts_it(text: str, number: str | None) -> None:
    assert fields(text).get("their_number") == number


@pytest.mark.parametrize(
    ("line", "classification", "urgency"),
    [
        ("سري للغاية", "top_secret", ""),
        ("(سرّي وعاجل)", "secret", "urgent"),
        ("سري وشخصي", "personal", ""),
        ("محدود التداول - عاجل جداً", "restricted", "very_urgent"),
        ("درجة السرية: عادي", "open", ""),
        ("درجة الاستعجال / فوري", "", "immediate"),
        ("TOP SECRET", "top_secret", ""),
        ("Confidential/Priority", "restricted", "urgent"),
        ("NIACT IMMEDIATE", "", "immediate"),
        ("Open", "", ""),
        ("عقد اجتماع سري مع الوفد", "", ""),
        ("Secret talks were held", "", ""),
        ("أمر عاجل", "", ""),
    ],
)
def test_a_stamp_is_read_and_the_same_word_in_a_sentence_is_not(
    line: str, classification: str, urgency: str
) -> None:
    assert (classification_of(line), urgency_of(line)) == (classification, urgency)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "790. From Murray to Creel. “I am proceeding in accordance with instructions.”",
            "I am proceeding in accordance with instructions",
        ),
        (
            "4261. Subj: Annual Review. Ref: Tehran 4253; A–578. Dept pass DOD for ISA.",
            "Annual Review",
        ),
        (
            "577. Deptel 384. The Cabinet met this morning on oil.",
            "The Cabinet met this morning on oil",
        ),
        (
            "Top Secret\n\n3382. We are disturbed at recent suggestions.",
            "We are disturbed at recent suggestions",
        ),
        ("م/ اجتماع اللجنة المشتركة\n\nتحية طيبة", "اجتماع اللجنة المشتركة"),
        (
            "جمهورية العراق\nوزارة الخارجية\nتحية طيبة...\nإشارةً إلى كتابكم (4/2) في "
            "2026/10/12، نود إعلامكم بأن الجانب الأردني أبدى استعداده للتوقيع.",
            "الجانب الأردني أبدى استعداده للتوقيع",
        ),
        ("تحية", "تحية"),
        ("12. 34.", None),
        ("", None),
    ],
)
def test_the_subject_is_the_first_thing_that_says_something(text: str, wanted: str | None) -> None:
    assert subject(text) == wanted


@given(st.lists(st.text("abcdefg ابتث .,،؟\n12", max_size=60), max_size=8).map(" ".join))
def test_a_subject_is_short_on_one_line_and_made_of_whole_words(text: str) -> None:
    proposal = proposed_subject(text)
    if proposal is not None:
        value = str(proposal.value)
        assert 0 < len(value) <= LONGEST
        assert "\n" not in value
        assert value.endswith("…") or set(value.split()) <= set(text.replace(".", ". ").split()) | {
            word.rstrip(".") for word in text.split()
        } | {value.split()[0], value.split()[-1]}


@given(st.text(max_size=500))
def test_any_text_can_be_asked_for_proposals(text: str) -> None:
    for proposal in proposed(text):
        assert proposal.value


def test_what_the_format_says_comes_before_what_the_text_says() -> None:
    reading = Reading(ENGLISH, (Proposal("subject", "The mail's subject", "Subject: ..."),))
    values = {p.field: p.value for p in with_proposals(reading, "a.eml").proposals}
    assert values["subject"] == "The mail's subject"
    assert values["their_number"] == "4/2/5567"


def test_a_mail_marked_in_its_subject_is_proposed_as_marked() -> None:
    reading = Reading("نص", (Proposal("subject", "كتاب السفارة – سري", ""),))
    values = {p.field: p.value for p in with_proposals(reading, "a.eml").proposals}
    assert values["classification"] == "secret"


def test_a_document_without_words_is_named_after_its_file() -> None:
    values = {p.field: p.value for p in with_proposals(Reading(""), "site_map.docx").proposals}
    assert values["subject"] == "site map"


def test_an_accepted_draft_takes_proposals_only_where_it_says_nothing_itself() -> None:
    proposals = (
        Proposal("subject", "proposed", ""),
        Proposal("language", "ar", ""),
        Proposal("encoding", "utf-8", ""),
    )
    accepted = Draft({"subject": "own"}, proposals).accepted()
    assert accepted.fields == {
        "subject": "own",
        "language": "ar",
        "kind": "report",
        "direction": "incoming",
    }
