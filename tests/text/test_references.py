"""Mentions of messages and resolutions in running text, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.text.references import mention_keys, mentions, number_keys


@pytest.mark.parametrize(
    ("text", "number", "direction", "sender"),
    [
        ("not given satisfactory response (Deptel 1538).", "1538", "", "department"),
        ("remarks made to me Thursday’s meeting (mytel 1792).", "1792", "ours", ""),
        ("U Kyin alluded to some questions your 1924", "1924", "yours", ""),
        ("as reported in Embtel 44, the Minister", "44", "", "mission"),
        ("كتابكم المرقم 4/7/123 في 3/4/2025", "4/7/123", "yours", ""),
        ("إشارةً إلى كتابكم المرقّم (٤/٧/١٢٣) في ٣/٤/٢٠٢٥", "4/7/123", "yours", ""),
        ("برقيتنا ذات العدد 55 في 1/2/2025", "55", "ours", ""),
        ("مذكرتكم الشفوية رقم 12/3 المؤرخة في 5 آذار 2025", "12/3", "yours", ""),
    ],
)
def test_a_message_is_found_by_its_number_and_whose_it_is(
    text: str, number: str, direction: str, sender: str
) -> None:
    (mention,) = mentions(text)
    assert (mention.number, mention.direction, mention.sender_hint) == (number, direction, sender)
    assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("كتابكم المرقم 4/7/123 في 3/4/2025", "2025-04-03"),
        ("كتابكم المرقم ٤/٧/١٢٣ والمؤرخ في ١٢ آذار ٢٠٢٥", "2025-03-12"),
        ("(Deptel 1170, Jan 30)", "01-30"),
        ("your telegram No. 12 of 30 January 1953", "1953-01-30"),
    ],
)
def test_the_date_that_is_said_belongs_to_the_mention(text: str, day: str) -> None:
    (mention,) = mentions(text)
    assert mention.date == day


@pytest.mark.parametrize(
    "text", ["S/RES/2379 (2017)", "UNSCR 2379", "resolution 2379 (2017)", "القرار ٢٣٧٩ (٢٠١٧)"]
)
def test_a_resolution_has_one_key_however_it_is_written(text: str) -> None:
    assert mention_keys(text) == {"res:2379"} == set(number_keys("S/RES/2379 (2017)"))


@pytest.mark.parametrize(
    "text",
    [
        "In 1924 your soldiers came",
        "your 1924 soldiers",
        "my 26 January visit",
        "اجتمعنا في 3/4/2025",
        "ارتفعت النسبة إلى 12/3",
        "page 12 of the report",
    ],
)
def test_a_number_that_is_no_message_is_left_alone(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("number", "key"),
    [("4/7/123", "4/7/123"), ("٤/٧/١٢٣", "4/7/123"), ("State 1538", "1538"), ("A-012", "a/12")],
)
def test_a_document_is_met_under_its_own_number(number: str, key: str) -> None:
    assert key in number_keys(number)


@given(st.text(max_size=300))
def test_mentions_lie_in_the_text_in_order_and_apart(text: str) -> None:
    at = 0
    for mention in mentions(text):
        assert at <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        at = mention.end


@pytest.mark.parametrize(
    "piece", ["1/", "Deptel ", "your 1 ", "كتابكم المرقم ", "القرار 2379 و", "a ", "(((", "in 19 "]
)
def test_a_long_text_of_half_mentions_is_read_to_its_end(piece: str) -> None:
    text = piece * (160_000 // len(piece)) + "\n\nكتابكم المرقم 4/7/123"
    assert mentions(text)[-1].number == "4/7/123"
