"""A memo that came back beside the one that went out, paragraph by paragraph."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.domain.errors import BadInput
from ctdesk.memo.content import MemoLanguage
from ctdesk.memo.package import Parts, pack, unpack
from ctdesk.memo.readback import (
    MOST_PARAGRAPHS,
    read_identity,
    read_margins,
    read_text,
    read_traces,
)
from ctdesk.memo.returned import ParagraphChange, compared, lines_compared
from ctdesk.memo.write import write_memo
from tests.memo.samples import MOU, NOTE, REPORTS

DOCUMENT = "word/document.xml"
FIRST = "نؤيد ما ورد في التقرير عن التعاون مع الجانب النمساوي."
SECOND = "نقترح تعديل المادة الخامسة من المذكرة."
THIRD = "لا ترى الدائرة القانونية مانعاً من التوقيع."
SENT = [FIRST, SECOND, THIRD]


def memo(body: str = "", parts: Parts | None = None) -> bytes:
    """A memo with Word elements put behind its text."""
    parts = parts or unpack(write_memo(REPORTS, "ar"))
    text = parts[DOCUMENT].decode()
    place = text.index("<w:sectPr")
    return pack({**parts, DOCUMENT: (text[:place] + body + text[place:]).encode()})


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_word_replaced_is_one_paragraph_changed() -> None:
    back = [FIRST, SECOND.replace("الخامسة", "السادسة"), THIRD]
    assert compared(SENT, back) == [ParagraphChange("changed", SECOND, back[1])]


def test_what_came_and_what_went_are_told_apart() -> None:
    new = "ورد كتاب لاحق من وزارة المالية."
    assert compared(SENT, [FIRST, THIRD, new]) == [
        ParagraphChange("removed", SECOND, ""),
        ParagraphChange("added", "", new),
    ]


def test_a_paragraph_that_stands_elsewhere_has_moved() -> None:
    assert [c.how for c in compared(SENT, [SECOND, THIRD, FIRST])] == ["moved"]


def test_a_paragraph_that_was_carried_away_and_changed_is_one_change() -> None:
    changed = SECOND.replace("الخامسة", "السادسة")
    assert compared([SECOND, FIRST, THIRD], [FIRST, THIRD, changed]) == [
        ParagraphChange("changed", SECOND, changed)
    ]


def test_paragraphs_counted_anew_have_not_changed() -> None:
    sent = [f"{number}. {text}" for number, text in enumerate(SENT, start=1)]
    back = [f"١. {SECOND}", f"٢. {THIRD}"]
    assert compared(sent, back) == [ParagraphChange("removed", sent[0], "")]


def test_a_paragraph_that_stands_twice_was_added_once() -> None:
    assert compared(SENT, [*SENT, FIRST]) == [ParagraphChange("added", "", FIRST)]


def test_blanks_harakat_and_tatweel_are_no_changes() -> None:
    back = [FIRST.replace(" ", "  "), "", SECOND.replace("تعديل", "تَعديـل"), THIRD]
    assert compared(SENT, back) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("بنسبة 87.5% سنوياً", "بنسبة 87.5 سنوياً"),
        ("مبلغ $500", "مبلغ €500"),
        ("كتاب 5/12", "كتاب 5-12"),
    ],
)
def test_a_sign_that_means_something_is_a_change(before: str, after: str) -> None:
    assert compared([before], [after]) == [ParagraphChange("changed", before, after)]


def test_paragraphs_run_together_lose_no_word() -> None:
    changes = compared(SENT, [FIRST, f"{SECOND} {THIRD}"])
    assert {c.how for c in changes} == {"changed", "removed"}


@given(st.lists(st.text(max_size=30), max_size=8), st.lists(st.text(max_size=30), max_size=8))
def test_what_was_removed_stood_there_and_what_was_added_stands_there_now(
    sent: list[str], back: list[str]
) -> None:
    old, new = ({" ".join(p.split()) for p in side} for side in (sent, back))
    for change in compared(sent, back):
        assert change.before in old if change.before else change.how == "added"
        assert change.after in new if change.after else change.how == "removed"
    assert compared(sent, sent) == []


def test_a_memo_written_anew_from_end_to_end_is_told_in_bounded_time() -> None:
    draw = random.Random(4)
    words = [f"كلمة{n}" for n in range(400)]
    back = [" ".join(draw.sample(words, 12)) for _ in range(MOST_PARAGRAPHS)]
    sent = [" ".join(draw.sample(words, 12)) for _ in range(60)]
    assert len(compared(sent, back)) == len(sent) + len(back)


def test_runs_that_word_split_read_as_before() -> None:
    text = unpack(memo())[DOCUMENT].decode()
    split = text.replace(
        "التقارير أسماء", 'التقا</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>رير أسماء'
    )
    assert split != text
    parts = unpack(memo())
    assert read_text(pack({**parts, DOCUMENT: split.encode()})) == read_text(memo())


def test_a_tracked_end_of_a_paragraph_joins_it_with_the_next() -> None:
    gone = '<w:pPr><w:rPr><w:del w:id="9" w:author="x"/></w:rPr></w:pPr>'
    back = memo(paragraph(gone + run("الأول ")) + paragraph(run("والثاني")))
    before = read_text(memo())
    assert read_text(back) == [*before, "الأول والثاني"]
    assert read_text(back, "original") == [*before, "الأول", "والثاني"]


def test_a_text_box_is_read_once() -> None:
    box = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        '2006"><mc:Choice Requires="wps"><w:txbxContent>{0}</w:txbxContent></mc:Choice>'
        "<mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    )
    back = memo(paragraph(f"<w:r>{box.format(paragraph(run('في مربع')))}</w:r>"))
    assert read_text(back).count("في مربع") == 1


def test_a_classification_changed_on_the_margins_is_seen() -> None:
    parts = unpack(memo())
    for name in ("word/header1.xml", "word/header2.xml"):
        parts[name] = parts[name].replace("سري".encode(), "محدود".encode())
    sent, back = read_margins(memo()), read_margins(pack(parts))
    assert compared(read_text(memo()), read_text(pack(parts))) == []
    (change,) = lines_compared(sent, back)
    assert "محدود" in change.after


def test_the_number_of_a_page_is_not_a_line_of_the_margins() -> None:
    parts = unpack(memo())
    for name in ("word/footer1.xml", "word/footer2.xml"):
        parts[name] = parts[name].replace(b"<w:t>1</w:t>", b"<w:t>7</w:t>")
    assert lines_compared(read_margins(memo()), read_margins(pack(parts))) == []


def test_tracked_changes_and_comments_are_said() -> None:
    assert read_traces(memo()).tracked is False
    change = f'<w:ins w:id="3" w:author="x">{run("زيادة")}</w:ins>'
    comments = (
        b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:comment w:id="0" w:author="x"/></w:comments>'
    )
    parts = {**unpack(memo(paragraph(change))), "word/comments.xml": comments}
    traces = read_traces(pack(parts))
    assert (traces.tracked, traces.comments) == (True, 1)


def test_a_file_longer_than_any_memo_is_refused() -> None:
    many = "".join(paragraph(run(f"سطر {n}")) for n in range(MOST_PARAGRAPHS + 1))
    with pytest.raises(BadInput) as caught:
        read_text(memo(many))
    assert caught.value.code == "memo_unsafe"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice saves the memos anew")
def test_a_memo_that_libreoffice_saved_anew_says_the_same(tmp_path: Path) -> None:
    languages: tuple[MemoLanguage, ...] = ("ar", "en", "both")
    samples = {"reports": REPORTS, "mou": MOU, "note": NOTE}
    sent = {
        f"{name}-{language}.docx": write_memo(content, language, annex=True)
        for name, content in samples.items()
        for language in languages
    }
    for name, data in sent.items():
        (tmp_path / name).write_bytes(data)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx",
         "--outdir", str(tmp_path / "out"), *(str(tmp_path / name) for name in sent)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    for name, data in sent.items():
        back = (tmp_path / "out" / name).read_bytes()
        assert read_identity(back) == read_identity(data), name
        assert compared(read_text(data), read_text(back)) == [], name
        assert lines_compared(read_margins(data), read_margins(back)) == [], name
