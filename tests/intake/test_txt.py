from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.domain.errors import BadInput
from ctdesk.intake.readers import txt

LETTER = (
    "إلى وزارة الخارجية\nنود إعلامكم بأن الجانب الأردني أبدى استعداده لتوقيع مذكرة تفاهم "
    "في مجال تبادل المعلومات راجين التفضل بالاطلاع وإبداء الرأي بشأن المادة (5)."
)
ARABIC_WORDS = st.lists(
    st.text("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي", min_size=2, max_size=9), min_size=8, max_size=40
)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("report_ar_utf8.txt", "utf-8"),
        ("report_ar_utf8_bom.txt", "utf-8"),
        ("report_ar_utf16le.txt", "utf-16-le"),
        ("report_ar_cp1256.txt", "windows-1256"),
        ("report_ar_iso8859_6.txt", "iso-8859-6"),
    ],
)
def test_an_embassy_letter_is_read_in_each_encoding_it_may_arrive_in(
    data: Path, name: str, encoding: str
) -> None:
    reading = txt.read((data / name).read_bytes())
    (proposal,) = reading.proposals
    assert (proposal.field, proposal.value) == ("encoding", encoding)
    assert "الموضوع: عودة المقاتلين الإرهابيين الأجانب" in reading.text
    assert reading.text.endswith("مع التقدير")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "windows-1256", "cp720", "utf-16"]
)
def test_arabic_comes_back_the_same_from_every_encoding(encoding: str) -> None:
    assert txt.detected(LETTER.encode(encoding))[0] == LETTER


def test_western_accents_are_not_taken_for_arabic() -> None:
    text = "Le ministère a réitéré sa position à l’égard de la Syrie. El señor Peña añadió."
    assert txt.detected(text.encode("windows-1252"))[0] == text


@given(ARABIC_WORDS, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "windows-1256"]))
def test_the_frame_of_a_letter_is_enough_to_find_its_encoding(
    words: list[str], encoding: str
) -> None:
    text = f"إلى وزارة الخارجية في بغداد من السفارة: {' '.join(words)}"
    assert txt.detected(text.encode(encoding))[0] == text


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_are_either_clean_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(BadInput):
        text = txt.read(data).text
        assert not set(text) & set("\x00\x07\x1b\r\u202e\u2066\ufeff")
        assert text.encode("utf-8").decode("utf-8") == text


def test_the_officer_may_choose_another_encoding() -> None:
    reading = txt.read("ÇáÎÇÑÌíÉ".encode("windows-1252"), "windows-1256")
    assert reading.text == "الخارجية"


def test_direction_overrides_are_taken_out_of_a_text(data: Path) -> None:
    raw = (data / "bidi_controls.txt").read_bytes()
    assert "\u202e" in raw.decode("utf-8")
    assert "\u202e" not in txt.read(raw).text


def test_a_text_cut_off_inside_its_last_letter_is_still_read() -> None:
    assert txt.detected("العراق".encode()[:-1]) == ("العرا", "utf-8")


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"PK\x03\x04", bytes(range(256)) * 4])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        txt.read(data)
