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
        "references": ["كتابكم المرقم (4/2/5567)", "قرار مجلس الأمن 2396 (2017)"],
        "topics": ["FTFR"],
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
        "countries": ["JO"],
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


CABLE = """C O N F I D E N T I A L
LIMDIS
121430Z NOV 1975
FM AMEMBASSY BAGHDAD
TO RUEHC/SECSTATE WASHDC PRIORITY 1234
INFO AMEMBASSY TEHRAN
     AMEMBASSY AMMAN
BT
SUBJECT: BORDER TALKS
REF: STATE 4567

1. The Foreign Ministry told us that talks resume in May.
"""


def test_a_cable_gives_the_fields_of_its_routing() -> None:
    found = fields(CABLE)
    assert found["from"] == "AMEMBASSY BAGHDAD"
    assert found["to"] == ["SECSTATE WASHDC"]
    assert found["copies"] == ["AMEMBASSY TEHRAN", "AMEMBASSY AMMAN"]
    assert found["their_number"] == "1234"
    assert found["their_date"] == "1975-11-12"
    assert found["urgency"] == "urgent"
    assert found["classification"] == "restricted"
    assert found["handling"] == "Limdis"
    assert found["subject"] == "BORDER TALKS"


@pytest.mark.parametrize(
    "head",
    [
        "FM AMEMBASSY BAGHDAD TO SECSTATE WASHDC IMMEDIATE 1234 INFO AMEMBASSY AMMAN",
        "FM AMEMBASSY BAGHDAD TO SECSTATE WASHDC IMMEDIATE 1234 INFO AMEMBASSY AMMAN SUBJ: X",
    ],
)
def test_a_cable_on_one_line_is_read_as_well(head: str) -> None:
    found = fields(f"{head}\nThe Foreign Ministry told us that talks resume in May.")
    assert (found["from"], found["to"]) == ("AMEMBASSY BAGHDAD", ["SECSTATE WASHDC"])
    assert (found["copies"], found["their_number"]) == (["AMEMBASSY AMMAN"], "1234")


def test_a_printed_telegram_gives_title_date_and_serial() -> None:
    found = fields(
        "Telegram From the Embassy in Iraq to the Department of State\n"
        "Baghdad, November 12, 1958, 6 p.m.\n\n1538. The Prime Minister received me today."
    )
    assert (found["from"], found["to"]) == ("Embassy in Iraq", ["Department of State"])
    assert (found["their_date"], found["their_number"]) == ("1958-11-12", "1538")


LETTER = """جمهورية العراق
وزارة الداخلية

العدد: 12/45
التاريخ: 20/11/2026
يفتح بالذات
السادة/ وزارة الخارجية المحترمون
م/ طلب معلومات

نرجو تزويدنا بالمعلومات. مع التقدير.

نسخة منه إلى:
- مكتب السيد الوزير / للتفضل بالاطلاع مع التقدير
- جهاز مكافحة الإرهاب
"""


def test_a_ministrys_letter_gives_sender_addressee_copies_and_handling() -> None:
    found = fields(LETTER)
    assert found["from"] == "وزارة الداخلية"
    assert found["to"] == ["وزارة الخارجية"]
    assert found["copies"] == ["مكتب السيد الوزير", "جهاز مكافحة الإرهاب"]
    assert found["handling"] == "by_name"
    assert found["subject"] == "طلب معلومات"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("مذكرة شفوية", "note_verbale"),
        ("محضر اجتماع اللجنة الفنية", "minutes"),
        ("Memorandum of Understanding between Iraq and Jordan", "instrument"),
        ("وصلتنا مذكرة شفوية من السفارة", None),
    ],
)
def test_the_kind_of_paper_is_read_from_its_title_alone(line: str, kind: str | None) -> None:
    assert fields(f"{line}\n\nنص الوثيقة.").get("kind") == kind


def test_countries_and_topics_are_proposed_when_the_words_leave_no_doubt() -> None:
    text = (
        "الموضوع: التعاون مع الأردن في مكافحة تمويل الإرهاب\n\nبحث الجانبان مكافحة تمويل الإرهاب "
        "وغسل الأموال، وأشار الجانب الآخر إلى تجربة سوريا."
    )
    found = fields(text)
    assert found["countries"] == ["JO"]
    assert found["topics"] == ["CTFN"]
    assert not {"countries", "topics"} & fields("لقاء في البنك المركزي مع السيد المدير.").keys()


def test_a_text_without_a_head_proposes_nothing_of_one() -> None:
    text = "قال مصدر إن الوفد وصل إلى بغداد أمس. وأضاف أن اللقاء سيعقد غداً في عمّان."
    assert fields(text).keys() <= {"language", "subject", "countries", "topics", "references"}
