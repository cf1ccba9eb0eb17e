"""Word documents: the text as it stands when all tracked changes are accepted.

Our own walk over `w:t`, because python-docx does not see text inside content controls, and because
a whole tree of a large document would not fit the worker's memory. Headers, footers, comments and
automatic numbers are not part of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import AttachedFile, Note
from ctdesk.intake.formats import media_type
from ctdesk.intake.names import safe_name, told_apart
from ctdesk.intake.readers.ole import object_file
from ctdesk.intake.readers.package import Package
from ctdesk.intake.readers.reading import Reading, cleaned

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PREFIXES = {_WORD: "w:", _STRICT: "w:", _MATH: "m:", _COMPATIBILITY: "mc:"}

_LEFT_OUT = frozenset(("w:del", "w:moveFrom", "w:rt", "mc:Fallback"))
"""Deleted or moved text, readings above a line, and the second copy of a drawing's text."""
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
}
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
_NOT_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read(data: bytes) -> Reading:
    """The text of a `.docx` in document order, table cells apart by tabs, notes at the end.

    Raises BadInput for what is encrypted, damaged, not a Word document, or over the limits of
    `package`.
    """
    package = Package(data)
    main = package.relations("").get("officeDocument", "word/document.xml")
    if main not in package:
        raise BadInput("file_other_format")
    body = _Walk()
    body.over(package, main)
    lines = body.lines + _notes(package, main, body.notes)
    macros = any(name.endswith("/vbaProject.bin") for name in package.names)
    return Reading(
        cleaned("\n".join(lines)),
        attachments=tuple(_embedded(package)),
        notes=(Note("macros"),) if macros else (),
    )


def _embedded(package: Package) -> Iterator[AttachedFile]:
    """Files that were put into the document as objects: whole ones, and those in a package."""
    taken: set[str] = set()
    for part in package.names:
        folder, _, name = part.rpartition("/")
        if folder != "word/embeddings":
            continue
        data = package.bytes_of(part)
        file = object_file(data) if name.endswith(".bin") else None
        if file is None:
            if name.endswith(".bin"):
                continue
            file = AttachedFile(safe_name(name), media_type(name), data)
        name = told_apart(file.name, taken)
        taken.add(name.lower())
        yield AttachedFile(name, file.media_type, file.data)


def _notes(package: Package, main: str, wanted: list[tuple[str, str]]) -> list[str]:
    """The notes referred to, numbered as in the text."""
    if not wanted:
        return []
    relations = package.relations(main)
    texts: dict[tuple[str, str], str] = {}
    for kind in {kind for kind, _ in wanted}:
        part = relations.get(kind, "")
        if part in package:
            walk = _Walk()
            walk.over(package, part)
            texts |= {(kind, note): text for note, text in walk.note_texts.items()}
    numbered = enumerate(wanted, start=1)
    return ["", *(f"[{n}] {texts[note]}" for n, note in numbered if note in texts)]


class _Frame:
    """Lines being gathered at one level: the body, a table cell, a text box, a note."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.paragraph: list[str] = []
        self.beside: list[str] = []
        """Lines of text boxes anchored in the paragraph: they follow it."""
        self.joins_next = False
        """The paragraph's mark is deleted: the next one continues it."""


class _Walk:
    """One pass over a part, keeping the text that a reader of the final document sees."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, str]] = []
        self.note_texts: dict[str, str] = {}
        self._frames = [_Frame()]
        self._rows: list[list[list[str]]] = []
        self._row_deleted: list[bool] = []
        self._path: list[str] = []
        self._out = 0
        self._placeholder: list[bool] = []

    @property
    def lines(self) -> list[str]:
        return self._frames[0].lines

    def over(self, package: Package, part: str) -> None:
        for event, element in package.elements(part):
            tag = _tag(element)
            if event == "start":
                self._start(tag, element)
            else:
                self._end(tag, element)
        self._end_paragraph()

    def _start(self, tag: str, element: Element) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(tag)
        if tag in _LEFT_OUT and parent not in ("w:rPr", "w:trPr"):
            self._out += 1
        elif tag in _OPEN:
            _OPEN[tag](self)
        elif tag == "w:del":
            self._deleted_mark(parent)
        elif tag == "w:showingPlcHdr" and self._placeholder:
            self._placeholder[-1] = _is_on(element)

    def _deleted_mark(self, parent: str) -> None:
        """`w:del` among properties: a paragraph mark or a whole table row was deleted."""
        if parent == "w:trPr" and self._row_deleted:
            self._row_deleted[-1] = True
        elif self._path[-3:-2] == ["w:pPr"]:
            self._frames[-1].joins_next = True

    def _end(self, tag: str, element: Element) -> None:
        self._path.pop()
        parent = self._path[-1] if self._path else ""
        if tag in _LEFT_OUT and parent not in ("w:rPr", "w:trPr"):
            self._out -= 1
        elif tag in _CLOSE:
            _CLOSE[tag](self)
        elif tag in ("w:footnote", "w:endnote"):
            self._end_note(element)
        elif not self._out and not any(self._placeholder):
            self._say(tag, parent, element)

    def _say(self, tag: str, parent: str, element: Element) -> None:
        paragraph = self._frames[-1].paragraph
        if tag in ("w:t", "m:t"):
            paragraph.append(element.text or "")
        elif tag in _CHARACTERS and parent == "w:r":
            paragraph.append(_CHARACTERS[tag])
        elif tag in _NOTES:
            self.notes.append((_NOTES[tag], _attribute(element, "id")))
            paragraph.append(f" [{len(self.notes)}]")

    def _end_paragraph(self) -> None:
        frame = self._frames[-1]
        if frame.joins_next:
            frame.joins_next = False
            return
        frame.lines.append("".join(frame.paragraph).strip())
        frame.lines += frame.beside
        frame.paragraph, frame.beside = [], []

    def _open_frame(self) -> None:
        self._frames.append(_Frame())

    def _close_frame(self) -> list[str]:
        if self._frames[-1].paragraph:
            self._end_paragraph()
        return self._frames.pop().lines

    def _close_text_box(self) -> None:
        lines = [line for line in self._close_frame() if line.strip()]
        self._frames[-1].beside += lines

    def _open_row(self) -> None:
        self._rows.append([])
        self._row_deleted.append(False)

    def _close_cell(self) -> None:
        lines = [line for line in self._close_frame() if line.strip()]
        if self._rows:
            self._rows[-1].append(lines)

    def _close_row(self) -> None:
        cells = self._rows.pop()
        if self._row_deleted.pop():
            return
        if all(len(cell) <= 1 for cell in cells):
            self._frames[-1].lines.append("\t".join("".join(cell) for cell in cells))
        else:
            self._frames[-1].lines += [line for cell in cells for line in cell]

    def _end_note(self, element: Element) -> None:
        text = " ".join(line.strip() for line in self._close_frame() if line.strip())
        if _attribute(element, "type") not in _NOT_NOTES:
            self.note_texts[_attribute(element, "id")] = text

    def _open_control(self) -> None:
        self._placeholder.append(False)

    def _close_control(self) -> None:
        self._placeholder.pop()


_OPEN: Mapping[str, Callable[[_Walk], None]] = {
    "w:txbxContent": _Walk._open_frame,
    "w:tc": _Walk._open_frame,
    "w:footnote": _Walk._open_frame,
    "w:endnote": _Walk._open_frame,
    "w:tr": _Walk._open_row,
    "w:sdt": _Walk._open_control,
}
_CLOSE: Mapping[str, Callable[[_Walk], object]] = {
    "w:p": _Walk._end_paragraph,
    "w:txbxContent": _Walk._close_text_box,
    "w:tc": _Walk._close_cell,
    "w:tr": _Walk._close_row,
    "w:sdt": _Walk._close_control,
}


def _tag(element: Element) -> str:
    """`w:t` for the element's name in either edition of the format; other names as they are."""
    space, closed, name = element.tag.partition("}")
    return _PREFIXES.get(space + closed, "") + name if closed else element.tag


def _attribute(element: Element, name: str) -> str:
    return element.get(_WORD + name) or element.get(_STRICT + name) or ""


def _is_on(element: Element) -> bool:
    return _attribute(element, "val") not in ("0", "false", "off")
