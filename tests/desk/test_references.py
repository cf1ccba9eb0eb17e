"""What a document refers to and what refers to it."""

from __future__ import annotations

from dataclasses import replace

from ctdesk.desk import Desk
from ctdesk.domain.records import Document


def message(desk: Desk, sender: str, to: str, number: str, day: str, text: str = "") -> Document:
    document = Document(
        kind="letter",
        direction="incoming",
        subject=f"كتاب {number}",
        their_number=number,
        their_date=day,
        text=text,
        classification="open",
    )
    return desk.documents.register(document, sender=sender, addressees=[to])


AMMAN, CAIRO, HERE = "السفارة في عمّان", "السفارة في القاهرة", "وزارة الخارجية"


def test_your_letter_is_the_one_that_was_sent_to_the_writer(desk: Desk) -> None:
    meant = message(desk, HERE, AMMAN, "4/7/1123", "2025-03-01")
    message(desk, HERE, CAIRO, "4/7/1123", "2025-03-05")
    text = "إشارة إلى كتابكم المرقم ٤/٧/١١٢٣ في 1/3/2025، نود إعلامكم."
    answer = message(desk, AMMAN, HERE, "55", "2025-03-20", text)
    (reference,) = desk.references.of(answer)
    assert reference.target is not None
    assert reference.target.uid == meant.uid
    assert "٤/٧/١١٢٣" in text[reference.start : reference.end]
    assert [row.uid for row in desk.references.to(meant)] == [answer.uid]


def test_a_mention_waits_for_its_target(desk: Desk) -> None:
    text = "كتابكم المرقم 9/9/9911 في 1/3/2025"
    answer = message(desk, AMMAN, HERE, "56", "2025-03-20", text)
    (waiting,) = desk.references.of(answer)
    assert waiting.target is None
    late = message(desk, HERE, AMMAN, "9/9/9911", "2025-03-01")
    (found,) = desk.references.of(answer)
    assert found.target is not None
    assert found.target.uid == late.uid


def test_a_later_message_is_never_meant(desk: Desk) -> None:
    message(desk, HERE, AMMAN, "77", "2025-06-01")
    answer = message(desk, AMMAN, HERE, "57", "2025-03-20", "Your telegram No. 77")
    assert [reference.target for reference in desk.references.of(answer)] == [None]


def test_what_is_above_the_clearance_stays_unknown(desk: Desk) -> None:
    secret = message(desk, HERE, AMMAN, "4/7/1124", "2025-03-01")
    answer = message(desk, AMMAN, HERE, "58", "2025-03-20", "كتابكم المرقم 4/7/1124 في 1/3/2025")
    desk.documents.edit(secret.uid, classification="top_secret")
    lower = Desk(desk._store, replace(desk.officer, clearance="open"))
    assert [reference.target for reference in lower.references.of(answer)] == [None]
