"""What Word finds inside a memo: directions, order of elements, nothing that does not belong."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ctdesk.memo.content import MemoContent, MemoKind, MemoLanguage
from ctdesk.memo.readback import read_text
from ctdesk.memo.write import write_memo
from tests.memo.samples import DRAFT, MOU, NOTE, REPORTS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STORY = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
KINDS: dict[str, MemoContent] = {
    kind: {"opinion_mou": MOU, "note_verbale": NOTE}.get(kind, replace(REPORTS, kind=kind))
    for kind in get_args(MemoKind)
}
LANGUAGES: tuple[MemoLanguage, ...] = ("ar", "en", "both")

# Order of children by ECMA-376 Part 1, CT_PPrBase and CT_RPr.
PPR = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
    shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
    autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
    suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle
    rPr sectPr pPrChange"""
RPR = """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
    fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"""


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert len(set(package.namelist())) == len(package.namelist())
        return {name: package.read(name) for name in package.namelist()}


def roots(data: bytes, pattern: re.Pattern[str] = STORY) -> Iterator[Any]:
    for name, part in parts_of(data).items():
        if pattern.fullmatch(name):
            yield etree.fromstring(part)


def all_of(data: bytes, tag: str) -> Iterator[Any]:
    for root in roots(data):
        yield from root.iter(W + tag)


def said(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(W + "t"))


@pytest.fixture(
    scope="module", params=[(k, lang) for k in KINDS for lang in LANGUAGES], ids="-".join
)
def memo(request: pytest.FixtureRequest) -> bytes:
    kind, language = request.param
    return write_memo(KINDS[kind], language)


def test_every_paragraph_says_its_direction(memo: bytes) -> None:
    for paragraph in all_of(memo, "p"):
        bidi = paragraph.find(f"{W}pPr/{W}bidi")
        assert bidi is not None, said(paragraph)
        text = said(paragraph)
        if len(re.findall("[\u0620-\u064a]{3,}", text)) > 2 and not re.search("[A-Za-z]", text):
            assert bidi.get(W + "val") != "0", text


def test_no_letter_stands_in_a_run_of_the_other_direction(memo: bytes) -> None:
    for run in all_of(memo, "r"):
        rtl = run.find(f"{W}rPr/{W}rtl") is not None
        letters = [c for c in said(run) if unicodedata.category(c)[0] == "L"]
        classes = set(map(unicodedata.bidirectional, letters))
        assert classes.isdisjoint({"L"} if rtl else {"R", "AL"}), said(run)


def test_arabic_runs_speak_the_arabic_of_iraq(memo: bytes) -> None:
    for run in all_of(memo, "r"):
        if run.find(f"{W}rPr/{W}rtl") is not None:
            assert run.find(f"{W}rPr/{W}lang").get(W + "bidi") == "ar-IQ"


def test_bold_italic_and_size_are_said_for_both_scripts(memo: bytes) -> None:
    pattern = re.compile(r"word/(?:document|styles|header\d*|footer\d*)\.xml")
    for root in roots(memo, pattern):
        for rpr in root.iter(W + "rPr"):
            names = {child.tag.removeprefix(W) for child in rpr}
            for latin, arabic in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
                assert (latin in names) == (arabic in names), etree.tostring(rpr)


@pytest.mark.parametrize(("tag", "order"), [("pPr", PPR), ("rPr", RPR)])
def test_properties_stand_in_the_order_of_the_schema(memo: bytes, tag: str, order: str) -> None:
    pattern = re.compile(r"word/(?:document|styles|header\d*|footer\d*)\.xml")
    names = order.split()
    for root in roots(memo, pattern):
        for properties in root.iter(W + tag):
            places = [names.index(child.tag.removeprefix(W)) for child in properties]
            assert places == sorted(places), etree.tostring(properties)


def test_only_sides_that_both_programs_read_alike_are_written(memo: bytes) -> None:
    pattern = re.compile(r"word/(?:document|styles|header\d*|footer\d*)\.xml")
    found = {jc.get(W + "val") for root in roots(memo, pattern) for jc in root.iter(W + "jc")}
    assert found <= {"left", "right", "center", "both"}


def test_tables_are_whole_and_run_their_language_s_way(memo: bytes) -> None:
    for table in all_of(memo, "tbl"):
        grid = [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]
        assert sum(grid) == int(table.find(f"{W}tblPr/{W}tblW").get(W + "w"))
        assert table.find(f"{W}tblPr/{W}tblLayout").get(W + "type") == "fixed"
        for row in table.iter(W + "tr"):
            assert len(row.findall(W + "tc")) == len(grid)
            assert all(cell[-1].tag == W + "p" for cell in row.findall(W + "tc"))
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
        if re.search("المادة", said(table)):
            assert table.find(f"{W}tblPr/{W}bidiVisual") is not None


def test_controls_are_inline_rich_text_with_numbers_of_their_own(memo: bytes) -> None:
    controls = list(all_of(memo, "sdt"))
    for root in roots(memo):
        ids = [c.find(f"{W}sdtPr/{W}id").get(W + "val") for c in root.iter(W + "sdt")]
        assert len(set(ids)) == len(ids)
    for control in controls:
        assert control.getparent().tag == W + "p"
        assert control.find(f"{W}sdtPr/{W}text") is None
        assert control.find(f"{W}sdtContent/{W}p") is None


def test_nothing_of_a_person_machine_or_program_is_inside(memo: bytes) -> None:
    parts = parts_of(memo)
    assert not [n for n in parts if "thumbnail" in n or "stylesWithEffects" in n or "vba" in n]
    for name, data in parts.items():
        if not name.endswith(".png"):
            text = data.decode()
            assert not re.search(r"rsid|python-docx|Macintosh|attachedTemplate|External", text), (
                name
            )
            assert not re.search(r"/home/|/root|/work|/tmp|C:\\", text), name
    assert b"creator" not in parts["docProps/core.xml"]
    assert b"lastModifiedBy" not in parts["docProps/core.xml"]


def test_section_and_settings_are_made_for_the_memo_s_language(memo: bytes) -> None:
    parts = parts_of(memo)
    assert b'w:name="compatibilityMode"' in parts["word/settings.xml"]
    assert re.search(b'compatibilityMode"[^>]*w:val="15"', parts["word/settings.xml"])
    defaults = etree.fromstring(parts["word/styles.xml"]).find(f"{W}docDefaults")
    assert defaults.find(f".//{W}lang").get(W + "bidi") == "ar-IQ"
    assert defaults.find(f".//{W}rFonts").get(W + "cs")
    section = etree.fromstring(parts["word/document.xml"]).find(f"{W}body/{W}sectPr")
    assert section.find(W + "titlePg") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_section_runs_right_to_left_in_arabic_memos(language: MemoLanguage) -> None:
    (document,) = roots(write_memo(REPORTS, language), re.compile("word/document.xml"))
    bidi = document.find(f"{W}body/{W}sectPr/{W}bidi")
    assert (bidi is not None) == (language != "en")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_resolution_symbol_is_one_run(language: MemoLanguage) -> None:
    runs = [said(run) for run in all_of(write_memo(MOU, language), "r")]
    assert any("S/RES/2379(2017)" in text for text in runs)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_articles_are_a_table_of_four_columns_whose_head_comes_back(
    language: MemoLanguage,
) -> None:
    head = "المادة" if language == "ar" else "Article"
    tables = [t for t in all_of(write_memo(MOU, language), "tbl") if said(t).startswith(head)]
    (table,) = tables
    rows = table.findall(W + "tr")
    assert len(rows) == 1 + sum(block.kind == "article" for block in MOU.blocks)
    assert [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows] == [True] + [False] * (
        len(rows) - 1
    )
    assert {len(r.findall(W + "tc")) for r in rows} == {4}


def test_paragraphs_are_numbered_in_words_in_arabic_and_in_digits_in_english() -> None:
    arabic, english = (read_text(write_memo(MOU, side)) for side in ("ar", "en"))
    assert any(line.startswith("أولاً: لا مانع") for line in arabic)
    assert any(line.startswith("رابعاً: عرض المسودة") for line in arabic)
    assert any(line.startswith("1. The Division") for line in english)


def test_markers_follow_the_paragraphs_that_cite() -> None:
    lines = read_text(write_memo(REPORTS, "ar"))
    assert any("النظام رقم (6)" in line and line.endswith("[1] [2]") for line in lines)


def test_letters_that_leave_carry_no_markers() -> None:
    assert not any("[1]" in line for line in read_text(write_memo(NOTE, "ar")))
    answer = replace(REPORTS, kind="answer")
    assert not any("[1]" in line for line in read_text(write_memo(answer, "en")))


def test_the_annex_is_printed_only_when_asked_for() -> None:
    quote = REPORTS.sources[0].quote
    assert quote not in "\n".join(read_text(write_memo(REPORTS, "ar")))
    assert quote in "\n".join(read_text(write_memo(REPORTS, "ar", annex=True)))


@pytest.mark.parametrize(("language", "word"), [("ar", "مسودة"), ("en", "DRAFT")])
def test_an_unissued_opinion_says_that_it_is_a_draft(language: MemoLanguage, word: str) -> None:
    draft, issued = (write_memo(content, language) for content in (DRAFT, REPORTS))
    marks = [said(root) for root in roots(draft, re.compile(r"word/(?:header|footer)\d\.xml"))]
    assert all(word in mark for mark in marks)
    assert not any(word in said(root) for root in roots(issued))


def test_a_draft_still_counts_its_pages() -> None:
    codes = [code.text.strip() for code in all_of(write_memo(DRAFT, "ar"), "instrText")]
    assert {"PAGE", "NUMPAGES"} <= set(codes)


def test_arabic_digits_are_written_as_characters_and_only_into_arabic_text() -> None:
    text = "\n".join(read_text(write_memo(REPORTS, "ar", digits="arabic")))
    assert "٢٣ تشرين الثاني ٢٠٢٦" in text
    assert "٥/١٢/٤٣١" in text
    assert "S/RES/1373 (2001)" in text
    assert not re.search("[٠-٩]", "\n".join(read_text(write_memo(REPORTS, "en", digits="arabic"))))


@pytest.mark.parametrize("missing", ["ar", "en"])
def test_a_text_without_its_twin_is_printed_in_the_language_it_has(missing: str) -> None:
    block = replace(REPORTS.blocks[1], **{missing: ""})
    there = block.en if missing == "ar" else block.ar
    content = replace(REPORTS, blocks=(block,))
    language: MemoLanguage = "ar" if missing == "ar" else "en"
    text = "\n".join(read_text(write_memo(content, language)))
    assert there.split(".")[0][:40] in text


VALUES = st.text(max_size=60)


@settings(max_examples=40, deadline=None)
@given(VALUES, VALUES, st.sampled_from(LANGUAGES))
def test_any_text_goes_into_a_memo_and_comes_out_as_sound_xml(
    subject: str, words: str, language: MemoLanguage
) -> None:
    block = replace(REPORTS.blocks[1], ar=words, en=words, number=words)
    article = replace(block, kind="article", received_ar=words, proposed_en=words)
    content = replace(
        REPORTS, subject_ar=subject, subject_en=subject, number=words, to_ar=words,
        copies=((words, subject),), blocks=(block, article), signer_name_ar=words,
        prepared_en=words,
    )  # fmt: skip
    data = write_memo(content, language, annex=True)
    for name, part in parts_of(data).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)


def test_markup_is_words_and_controls_of_direction_are_dropped() -> None:
    evil = 'بند\x00 & <w:p/> "quoted" \u202egnp.exe\u202c\u2066 ]]> \ufffe'
    block = replace(REPORTS.blocks[1], ar=evil)
    data = write_memo(replace(REPORTS, blocks=(block,)), "ar")
    text = "\n".join(read_text(data))
    assert 'بند & <w:p/> "quoted" gnp.exe ]]>' in text
    assert not re.search(
        "[\u202a-\u202e\u2066-\u2069\ufffe]", parts_of(data)["word/document.xml"].decode()
    )


def test_equal_opinions_give_equal_bytes_in_any_process(tmp_path: Path) -> None:
    code = (
        "import sys, hashlib; from ctdesk.memo.write import write_memo; from tests.memo.samples "
        "import REPORTS; print(*(hashlib.sha256(write_memo(REPORTS, side)).hexdigest() "
        "for side in ('ar', 'en', 'both')))"
    )
    here = " ".join(hashlib.sha256(write_memo(REPORTS, side)).hexdigest() for side in LANGUAGES)
    root = Path(__file__).parents[2]
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "77",
        "PYTHONPATH": str(root),
        "TZ": "Asia/Tokyo",
    }
    there = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert there.stdout.strip() == here


def test_an_independent_validator_finds_no_fault(memo: bytes, tmp_path: Path) -> None:
    openxml_audit = pytest.importorskip("openxml_audit")
    path = tmp_path / "memo.docx"
    path.write_bytes(memo)
    result = openxml_audit.OpenXmlValidator().validate(path)
    assert result.is_valid, [str(error) for error in result.errors][:5]
