from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.domain.errors import BadInput
from ctdesk.intake.readers import docx

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_the_arabic_letter_reads_as_its_plain_text_twin(data: Path) -> None:
    text = docx.read((data / "report_ar.docx").read_bytes()).text
    letter = (data / "report_ar_utf8.txt").read_text(encoding="utf-8").strip()
    assert text.startswith(letter)
    assert "1\tالمادة (5)\tتُعاد الصياغة" in text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("readonly_protection.docx", "Readonly senza password."),
        ("tracked_changes.docx", "Tracked changed senza password."),
    ],
)
def test_a_protected_document_without_password_is_read(data: Path, name: str, text: str) -> None:
    assert docx.read((data / name).read_bytes()).text == text


def test_text_in_content_controls_is_read(a_docx) -> None:
    inline = p(r("before "), f"<w:sdt><w:sdtContent>{r('inside')}</w:sdtContent></w:sdt>")
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('a block'))}</w:sdtContent></w:sdt>"
    assert docx.read(a_docx(inline + block)).text == "before inside\na block"


def test_the_prompt_of_an_empty_content_control_is_not_text(a_docx) -> None:
    empty = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{r('Click here to enter text')}</w:sdtContent></w:sdt>"
    )
    assert docx.read(a_docx(p(r("To: "), empty))).text == "To:"


def test_insertions_are_accepted_and_deletions_dropped(a_docx) -> None:
    deleted = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('moved')}</w:moveFrom>"
    body = p(r("The "), deleted, f"<w:ins>{r('new')}</w:ins>", moved, r(" text"))
    assert docx.read(a_docx(body)).text == "The new text"


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(a_docx) -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert docx.read(a_docx(p(mark, r("one ")) + p(r("two")))).text == "one two"


def test_a_deleted_table_row_is_gone_and_the_others_stay(a_docx) -> None:
    rows = (
        f"<w:tr><w:tc>{p(r('1'))}</w:tc><w:tc>{p(r('stays'))}</w:tc></w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r('gone'))}</w:tc></w:tr>"
    )
    assert docx.read(a_docx(f"<w:tbl>{rows}</w:tbl>")).text == "1\tstays"


def test_a_letter_laid_out_in_a_table_keeps_its_paragraphs(a_docx) -> None:
    cell = f"<w:tc>{p(r('first'))}{p(r('second'))}</w:tc><w:tc>{p(r('beside'))}</w:tc>"
    assert docx.read(a_docx(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")).text == "first\nsecond\nbeside"


def test_a_text_box_follows_its_paragraph_and_is_read_once(a_docx) -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    body = p(r("around "), f"<w:r>{both}</w:r>", r("it"))
    assert docx.read(a_docx(body)).text == "around it\nboxed"


def test_footnotes_are_numbered_where_they_stand_and_written_at_the_end(a_docx) -> None:
    notes = (
        f'<w:footnotes xmlns:w="{_W}"><w:footnote w:type="separator" w:id="0">{p()}</w:footnote>'
        f'<w:footnote w:id="7">{p(r("S/RES/2396."))}</w:footnote></w:footnotes>'
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_RELS}/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    body = p(r("Resolution"), '<w:r><w:footnoteReference w:id="7"/></w:r>', r(" says so."))
    parts = {"word/footnotes.xml": notes, "word/_rels/document.xml.rels": rels}
    assert docx.read(a_docx(body, parts)).text == "Resolution [1] says so.\n\n[1] S/RES/2396."


def test_breaks_and_tabs_are_kept_but_tab_stops_are_not_text(a_docx) -> None:
    stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
    body = p(stops, "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>")
    assert docx.read(a_docx(body)).text == "a\tb\nc"


@given(st.lists(st.text("ابتثجabc S/RES2379()٥ ", max_size=40), min_size=1, max_size=12))
def test_the_text_is_that_of_its_runs(a_docx, words: list[str]) -> None:
    text = docx.read(a_docx(p(*(r(word) for word in words)))).text
    assert text == "".join(words).strip()


def document(xml: str) -> dict[str, str]:
    return {"word/document.xml": xml}


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (document('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "file_unsafe"),
        (
            document('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
            "file_unsafe",
        ),
        (document("<a>" + "x" * 20_000_000 + "</a>"), "file_unsafe"),
        ({**document("<a/>"), "../../evil.txt": "x"}, "file_unsafe"),
        ({**document("<a/>"), "C:\\evil.txt": "x"}, "file_unsafe"),
        ({**document("<a/>"), **{f"word/{n}": "" for n in range(2_001)}}, "file_unsafe"),
        (document("<a><b></a>"), "file_damaged"),
        ({"mimetype": "application/epub+zip"}, "file_other_format"),
    ],
    ids=["entities", "external", "bomb", "slip", "drive", "crowd", "broken", "not-word"],
)
def test_a_hostile_or_broken_package_is_refused(a_package, parts, code) -> None:
    with pytest.raises(BadInput) as caught:
        docx.read(a_package(parts))
    assert caught.value.code == code


def test_a_directory_that_lies_about_sizes_gains_nothing() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<a>" + b" " * 70_000_000 + b"</a>")
    lying = bytearray(file.getvalue())
    entry = lying.rfind(b"PK\x01\x02")
    lying[entry + 24 : entry + 28] = (1_000).to_bytes(4, "little")
    with pytest.raises(BadInput):
        docx.read(bytes(lying))


def test_an_encrypted_document_is_told_from_an_old_one() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    with pytest.raises(BadInput) as encrypted:
        docx.read(ole + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(BadInput) as old:
        docx.read(ole + "WordDocument".encode("utf-16-le"))
    assert encrypted.value.code == "file_encrypted"
    assert old.value.code == "file_other_format"


@given(st.integers(0, 37_000), st.integers(0, 255))
def test_a_document_cut_off_or_changed_anywhere_is_read_or_refused(
    data: Path, place: int, byte: int
) -> None:
    whole = (data / "report_ar.docx").read_bytes()
    changed = bytearray(whole)
    changed[place] = byte
    codes: set[str] = set()
    for broken in (whole[:place], bytes(changed)):
        try:
            assert isinstance(docx.read(broken).text, str)
        except BadInput as refusal:
            codes.add(refusal.code)
    assert codes <= {"file_damaged", "file_other_format", "file_unsafe", "file_encrypted"}
