"""Portable documents: the words that their glyphs stand for, and the files embedded in them.

Nothing in a PDF is run, nothing outside it is looked up; what it says of itself (author, dates) is
not taken for what the document says.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import groupby, islice
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import AttachedFile, Note
from ctdesk.intake.formats import media_type
from ctdesk.intake.names import safe_name, told_apart
from ctdesk.intake.readers.pdf_glyphs import BROKEN, Enough, Glyph, Glyphs, pages
from ctdesk.intake.readers.pdf_layout import text_of_page
from ctdesk.intake.readers.pdf_lines import segments_of
from ctdesk.intake.readers.reading import Reading, cleaned

MOST_PAGES = 1_500
_SCAN_LETTERS = 20
"""A page with fewer letters has no text of its own."""
_SCAN_UNMAPPED = 0.3
"""Of the glyphs of a document: where so many stand for unknown letters its text is none."""
_MOST_FILES, _DEEPEST = 200, 16
_LETTER = re.compile(r"[^\W\d_]")


def read(data: bytes) -> Reading:
    """The text of a PDF, page after page.

    Of a page that breaks off, what it held until then is kept, and a note says that there was
    more; so it is with embedded files. Raises BadInput for what is protected by a password, and
    for what is damaged so far that no page is left.
    """
    document = _opened(data)
    reader = _Pages()
    reader.read(document)
    files = _Files()
    files.read(document)
    notes = (*reader.notes(), *files.notes())
    return Reading(cleaned(reader.text), attachments=tuple(files.found), notes=notes)


def _opened(data: bytes) -> Any:
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        if not document.is_extractable:
            # asked not to be copied, which is no password: a desk may read what it was sent
            document.is_extractable = True
    except PDFPasswordIncorrect as error:
        raise BadInput("file_encrypted") from error
    except PDFEncryptionError as error:
        raise BadInput("pdf_other_lock") from error
    except BROKEN as error:
        raise BadInput("file_damaged") from error
    return document


class _Pages:
    """Gathers the text of the pages and what there is to say of them."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._poor = self._glyphs = self._unmapped = 0
        self._cut = self._broken = False

    @property
    def text(self) -> str:
        unreadable = self._glyphs and self._unmapped / self._glyphs > _SCAN_UNMAPPED
        return "" if unreadable else "\n\n".join(filter(None, self._texts))

    def notes(self) -> Iterator[Note]:
        if self._poor * 2 > len(self._texts) or not self.text:
            yield Note("scan")
        elif self._poor:
            yield Note("scan_pages", {"count": str(self._poor)})
        if self._cut:
            yield Note("cut")
        if self._broken:
            yield Note("pages_unread")

    def read(self, document: Any) -> None:
        try:
            for count, device in enumerate(pages(document, PDFPage.create_pages), start=1):
                self._take_page(device)
                if count >= MOST_PAGES:
                    self._cut = True
                    return
        except Enough:
            self._cut = True
        except BROKEN:  # the tree of pages itself
            self._broken = True
        if not self._texts and not self._cut:
            raise BadInput("file_damaged")

    def _take_page(self, device: Glyphs) -> None:
        self._broken |= device.broken
        if device.found or not device.broken:
            self._take(device.found, device.unmapped, device.pictures)

    def _take(self, glyphs: list[Glyph], unmapped: int, pictures: int) -> None:
        turns = groupby(sorted(glyphs, key=lambda g: g.turned), key=lambda g: g.turned)
        sides = sorted((list(group) for _, group in turns), key=len, reverse=True)
        text = "\n".join(text_of_page(segments_of(side)) for side in sides)
        self._texts.append(text)
        self._glyphs += len(glyphs)
        self._unmapped += unmapped
        unreadable = unmapped > _SCAN_UNMAPPED * len(glyphs)
        self._poor += unreadable or (pictures and len(_LETTER.findall(text)) < _SCAN_LETTERS)


class _Files:
    """The files of the name tree `EmbeddedFiles` (ISO 32000-1, sections 7.7.4 and 7.11.4)."""

    def __init__(self) -> None:
        self.found: list[AttachedFile] = []
        self._taken: set[str] = set()
        self._broken = False

    def notes(self) -> Iterator[Note]:
        if self._broken:
            yield Note("files_unread")

    def read(self, document: Any) -> None:
        try:
            names = dict_value(document.catalog.get("Names", {})).get("EmbeddedFiles")
            leaves = _leaves(names, _DEEPEST) if names is not None else iter(())
            for spec in islice(leaves, _MOST_FILES):
                self._take(spec)
        except BROKEN:  # the tree itself
            self._broken = True

    def _take(self, spec: Any) -> None:
        try:
            described = dict_value(spec)
            held = dict_value(described.get("EF", {}))
            stream = resolve1(held.get("UF") or held.get("F"))
            if not isinstance(stream, PDFStream):
                return
            given = _string(described.get("UF") or described.get("F"))
            data = bytes(stream.get_data())
        except BROKEN:
            self._broken = True
            return
        name = told_apart(safe_name(given, "attachment"), self._taken)
        self._taken.add(name.lower())
        self.found.append(AttachedFile(name, media_type(name), data))


def _leaves(node: Any, deeper: int) -> Iterator[Any]:
    if not deeper:
        return
    held = dict_value(node)
    yield from list_value(held.get("Names", []))[1::2]
    for child in list_value(held.get("Kids", [])):
        yield from _leaves(child, deeper - 1)


def _string(value: Any) -> str:
    found = resolve1(value)
    if not isinstance(found, bytes):
        return ""
    if found.startswith(b"\xfe\xff"):
        return found[2:].decode("utf-16-be", "replace")
    return found.decode("utf-8", "replace")
