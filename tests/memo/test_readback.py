"""A memo that comes back: whose it is, what it says now, and files that only pretend."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from ctdesk.domain.errors import BadInput
from ctdesk.memo.content import MemoLanguage
from ctdesk.memo.package import pack, unpack
from ctdesk.memo.readback import Identity, read_identity, read_text
from ctdesk.memo.write import write_memo
from tests.memo.samples import MOU, REPORTS

OURS = Identity(REPORTS.opinion_uid, REPORTS.revision, REPORTS.sha256)
DOCUMENT = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize("language", ["ar", "en", "both"])
def test_a_memo_knows_its_opinion_revision_and_hash(language: MemoLanguage) -> None:
    assert read_identity(write_memo(REPORTS, language)) == OURS


@pytest.mark.parametrize("lost", ["customXml", "docProps/custom.xml"])
def test_either_carrier_is_enough(lost: str) -> None:
    parts = unpack(write_memo(REPORTS, "ar"))
    kept = {name: data for name, data in parts.items() if not name.startswith(lost)}
    assert len(kept) < len(parts)
    assert read_identity(pack(kept)) == OURS


def test_a_memo_of_another_hand_has_no_identity_of_ours() -> None:
    parts = unpack(write_memo(REPORTS, "ar"))
    kept = {n: d for n, d in parts.items() if not n.startswith(("customXml", "docProps/custom"))}
    assert read_identity(pack(kept)) is None


def test_text_inside_controls_is_read() -> None:
    text = "\n".join(read_text(write_memo(REPORTS, "ar")))
    assert "431/2026" in text
    assert REPORTS.subject_ar in text


def test_the_words_of_every_block_come_back_as_they_were_written() -> None:
    text = " ".join(read_text(write_memo(MOU, "ar")))
    for block in MOU.blocks:
        for words in (block.ar, block.received_ar, block.proposed_ar):
            assert words in text


def test_tracked_changes_can_be_accepted_or_refused() -> None:
    """The officer who signs struck two words out and wrote two others in, with tracking on."""
    parts = unpack(write_memo(REPORTS, "ar"))
    before = read_text(pack(parts))
    change = (
        f'<w:p {W}><w:r><w:t xml:space="preserve">نرى </w:t></w:r><w:del w:id="901" w:author="x">'
        '<w:r><w:delText>الموافقة</w:delText></w:r></w:del><w:ins w:id="902" w:author="x"><w:r>'
        "<w:t>التريث</w:t></w:r></w:ins></w:p>"
    )
    text = parts[DOCUMENT].decode()
    place = text.index("<w:sectPr")
    changed = pack({**parts, DOCUMENT: (text[:place] + change + text[place:]).encode()})
    assert [*before, "نرى الموافقة"] == read_text(changed, "original")
    assert [*before, "نرى التريث"] == read_text(changed, "final")


def test_a_file_that_is_no_word_document_is_refused() -> None:
    for data in (b"", b"%PDF-1.7", write_memo(REPORTS, "ar")[:4000], pack({"mimetype": b"x"})):
        with pytest.raises(BadInput) as caught:
            read_identity(data)
        assert caught.value.code == "memo_not_docx"


def test_a_document_that_declares_entities_is_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa">]><w>&a;</w>'
    parts = {**unpack(write_memo(REPORTS, "ar")), DOCUMENT: bomb}
    with pytest.raises(BadInput):
        read_text(pack(parts))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(DOCUMENT, b" " * (80 * 1024 * 1024))
    with pytest.raises(BadInput) as caught:
        read_identity(out.getvalue())
    assert caught.value.code == "memo_unsafe"


@pytest.mark.parametrize(
    "name", ["../evil.xml", "/etc/passwd", "word\\..\\x", "C:/x", "word/a/../b"]
)
def test_part_names_that_lead_elsewhere_are_refused(name: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_identity(pack({**unpack(write_memo(REPORTS, "ar")), name: b""}))
    assert caught.value.code == "memo_unsafe"
    assert "{" not in caught.value.message("ar")


def test_an_identity_with_a_strange_revision_is_none_of_ours() -> None:
    parts = unpack(write_memo(replace(REPORTS, revision=3), "ar"))
    parts = {n: d for n, d in parts.items() if n != "docProps/custom.xml"}
    item = parts["customXml/item1.xml"].replace(b'revision="3"', b'revision="three"')
    assert read_identity(pack({**parts, "customXml/item1.xml": item})) is None
