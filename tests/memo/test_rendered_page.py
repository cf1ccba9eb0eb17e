"""The page as LibreOffice prints it: where things stand, not only what the file says.

Skipped where LibreOffice or poppler's tools are absent. Lengths are points from the top left.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from ctdesk.memo.content import MemoContent, MemoLanguage
from ctdesk.memo.package import unpack
from ctdesk.memo.readback import read_identity, read_text
from ctdesk.memo.write import write_memo
from tests.memo.samples import MOU, NOTE, REPORTS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")),
        reason="LibreOffice and poppler's tools print the pages",
    ),
]

A4 = (595, 842)
MARGIN = 56
DOCUMENTS: dict[str, tuple[MemoContent, MemoLanguage]] = {
    "reports-ar": (REPORTS, "ar"),
    "reports-en": (REPORTS, "en"),
    "reports-both": (REPORTS, "both"),
    "mou-ar": (MOU, "ar"),
    "mou-en": (MOU, "en"),
    "mou-both": (MOU, "both"),
    "note-ar": (NOTE, "ar"),
    "note-both": (NOTE, "both"),
    "long-ar": (replace(REPORTS, blocks=REPORTS.blocks * 3), "ar"),
}


@dataclass(frozen=True)
class Word:
    """A printed word; Arabic ones come from poppler in either order."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def reads(self, text: str) -> bool:
        return text in (self.text, self.text[::-1])


Pages = list[list[Word]]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Path], str], None]:
    profile = tmp_path_factory.mktemp("office")

    def convert(files: list[Path], wanted: str) -> None:
        subprocess.run(
            ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to",
             wanted, "--outdir", str(files[0].parent / "out"), *map(str, files)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip

    return convert


@pytest.fixture(scope="module")
def printed(
    office: Callable[[list[Path], str], None], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Pages]:
    """The words of every page of every document."""
    folder = tmp_path_factory.mktemp("memos")
    for name, (content, language) in DOCUMENTS.items():
        (folder / f"{name}.docx").write_bytes(write_memo(content, language))
    office(sorted(folder.glob("*.docx")), "pdf")
    return {name: words_of(folder / "out" / f"{name}.pdf") for name in DOCUMENTS}


def words_of(pdf: Path) -> Pages:
    listed = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True
    ).stdout
    parser = etree.XMLParser(recover=True)
    pages: list[Any] = list(etree.fromstring(listed, parser).iter("{*}page"))
    return [
        [
            Word(bare(word.text), *(float(word.get(k)) for k in ("xMin", "yMin", "xMax", "yMax")))
            for word in page.iter("{*}word")
        ]
        for page in pages
    ]


def bare(text: str | None) -> str:
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text or "")


def find(page: list[Word], text: str) -> list[Word]:
    return [word for word in page if word.reads(text)]


@pytest.fixture(params=list(DOCUMENTS))
def pages(request: pytest.FixtureRequest, printed: dict[str, Pages]) -> Pages:
    return printed[request.param]


def test_nothing_stands_outside_the_margins(pages: Pages) -> None:
    for word in (word for page in pages for word in page):
        assert word.left >= MARGIN - 3, word
        assert word.right <= A4[0] - MARGIN + 3, word
        assert word.top >= 15, word
        assert word.bottom <= A4[1] - 15, word


def test_no_page_is_left_almost_empty(pages: Pages) -> None:
    for page in pages:
        body = [word for word in page if 90 < word.top < 770]
        assert len(body) >= 12


def test_a_bracketed_abbreviation_is_not_cut_at_a_line_end(pages: Pages) -> None:
    """LibreOffice breaks lines after a bracket that opens before Latin, unless it is held."""
    for page in pages:
        for word in page:
            if re.fullmatch(r"\W*(UNODC|FTF|VASP|FATF|UNOCT)\W*", word.text) and around(page, word):
                assert around(page, word) == 2, word


def around(page: list[Word], word: Word) -> int:
    """Brackets in a word and right beside it on its line."""
    near = [
        other
        for other in page
        if abs(other.top - word.top) < 6
        and (abs(other.left - word.right) < 3 or abs(word.left - other.right) < 3)
    ]
    return sum(len(re.findall("[()]", other.text)) for other in (word, *near))


@pytest.mark.parametrize("name", ["reports-ar", "mou-ar", "long-ar"])
def test_the_classification_stands_at_top_and_bottom_of_every_page(
    printed: dict[str, Pages], name: str
) -> None:
    for page in printed[name]:
        marks = find(page, "سري")
        assert any(mark.bottom < 70 for mark in marks)
        assert any(mark.top > 770 for mark in marks)
        for mark in marks:
            if mark.bottom < 70 or mark.top > 770:
                assert 200 < mark.left < 400, "in the middle"


def test_an_open_note_carries_no_mark(printed: dict[str, Pages]) -> None:
    (page,) = printed["note-ar"]
    assert not find(page, "سري")
    assert not find(page, "عاجل")


def test_the_number_stands_at_the_right_margin_in_arabic(printed: dict[str, Pages]) -> None:
    label = find(printed["reports-ar"][0], "العدد:")
    assert label
    assert label[0].right > 520


def test_the_number_stands_at_the_left_margin_in_english(printed: dict[str, Pages]) -> None:
    (label, *_) = find(printed["reports-en"][0], "No.:")
    assert label.left < 70


@pytest.mark.parametrize("name", ["reports-ar", "mou-ar"])
def test_the_signature_stands_in_the_left_half_with_the_closing_on_its_page(
    printed: dict[str, Pages], name: str
) -> None:
    page = next(p for p in printed[name] if any(w.left < 300 for w in find(p, "رئيس")))
    (signer,) = [word for word in find(page, "رئيس") if word.left < 300]
    assert signer.right < A4[0] / 2 + 10
    closing = find(page, "للتفضل")
    assert closing
    assert min(word.top for word in closing) < signer.top


@pytest.mark.parametrize("name", ["reports-ar", "mou-ar", "note-ar", "note-both"])
def test_a_resolution_symbol_is_printed_in_one_piece(printed: dict[str, Pages], name: str) -> None:
    text = " ".join(word.text for page in printed[name] for word in page)
    for symbol in re.findall(r"\S*S/RES/\S*", text):
        assert re.search(r"S/RES/\d{4}([()]\d{4}[()])?", symbol), symbol


def test_the_head_of_the_table_comes_back_on_the_next_page(printed: dict[str, Pages]) -> None:
    pages = printed["mou-ar"]
    assert len(pages) > 1
    assert [page for page in pages if find(page, "الوارد")][1:]


def test_pages_are_counted(printed: dict[str, Pages]) -> None:
    for number, page in enumerate(printed["long-ar"], start=1):
        foot = " ".join(word.text for word in page if word.top > 760)
        assert str(number) in foot
        assert str(len(printed["long-ar"])) in foot


def test_the_pages_that_follow_name_the_memo(printed: dict[str, Pages]) -> None:
    for page in printed["long-ar"][1:]:
        assert any(word.top < 90 for word in find(page, "431/2026"))


def test_a_note_verbale_is_one_page_and_names_its_addressee_below_the_text(
    printed: dict[str, Pages],
) -> None:
    for name in ("note-ar", "note-both"):
        (page,) = printed[name]
        lowest = max(word.top for word in page if word.reads("(UNOCT)"))
        assert lowest > max(word.top for word in find(page, "وتغتنم"))


def test_twins_face_each_other(printed: dict[str, Pages]) -> None:
    (page,) = printed["note-both"]
    arabic, english = find(page, "تهدي")[0], find(page, "presents")[0]
    assert arabic.left > A4[0] / 2 > english.right
    assert abs(arabic.top - english.top) < 12


@pytest.mark.parametrize("name", ["reports-ar", "mou-ar", "note-both"])
def test_a_memo_saved_again_by_libreoffice_keeps_its_words_and_its_identity(
    office: Callable[[list[Path], str], None], tmp_path: Path, name: str
) -> None:
    content, language = DOCUMENTS[name]
    first = write_memo(content, language)
    (tmp_path / "memo.docx").write_bytes(first)
    office([tmp_path / "memo.docx"], "docx:MS Word 2007 XML")
    again = (tmp_path / "out" / "memo.docx").read_bytes()
    assert read_identity(again) == read_identity(first)
    assert [line for line in read_text(again) if line] == [x for x in read_text(first) if x]
    assert "word/document.xml" in unpack(again)
