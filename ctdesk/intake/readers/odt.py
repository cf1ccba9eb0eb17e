"""OpenDocument texts (`.odt`): paragraphs, tables, notes; what was deleted under tracking is out.

Source: OASIS OpenDocument 1.3, part 3, sections 5 (paragraphs), 6 (text in them), 9 (tables).
"""

from __future__ import annotations

from collections.abc import Mapping

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import Note
from ctdesk.intake.readers.package import Nothing, Package
from ctdesk.intake.readers.reading import Reading, cleaned

_SPACES = {
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}": "text:",
    "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}": "table:",
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}": "office:",
}
_COUNT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}c"
_LEFT_OUT = frozenset(
    ("text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text")
)
_PARAGRAPHS = frozenset(("text:p", "text:h"))
_MOST_BLANKS = 100


def read(data: bytes) -> Reading:
    """The text of an `.odt`, table cells apart by tabs, notes at the end.

    Raises BadInput for what is encrypted, damaged, no text document, or over the limits of
    `package`.
    """
    package = Package(data)
    if "content.xml" not in package:
        raise BadInput("file_other_format")
    if "META-INF/manifest.xml" in package:
        manifest = _Manifest()
        package.feed("META-INF/manifest.xml", manifest)
        if manifest.encrypted:
            raise BadInput("file_encrypted")
    body = _Body()
    package.feed("content.xml", body)
    macros = any(name.startswith(("Basic/", "Scripts/")) for name in package.names)
    return Reading(cleaned(body.text), notes=(Note("macros"),) if macros else ())


class _Manifest(Nothing):
    """Whether any part is encrypted."""

    def __init__(self) -> None:
        self.encrypted = False

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        self.encrypted |= tag.endswith("}encryption-data")


class _Body(Nothing):
    """Gathers the lines of the document."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._notes: list[str] = []
        self._paragraph: list[list[str]] = []
        self._cells: list[list[list[str]]] = []
        self._note: list[list[str]] = []
        self._out = 0

    @property
    def text(self) -> str:
        notes = [f"[{number}] {note}" for number, note in enumerate(self._notes, start=1)]
        return "\n".join(self._lines + (["", *notes] if notes else []))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = _name(tag)
        if name in _LEFT_OUT or self._out:
            self._out += 1
        elif name in _PARAGRAPHS:
            self._paragraph.append([])
        elif name == "table:table-row":
            self._cells.append([])
        elif name == "table:table-cell" and self._cells:
            self._cells[-1].append([])
        elif name == "text:note":
            self._note.append([])
        elif self._paragraph:
            self._put_sign(name, attributes)

    def _put_sign(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "text:s":
            count = attributes.get(_COUNT, "1")
            self._paragraph[-1].append(
                " " * min(int(count) if count.isdigit() else 1, _MOST_BLANKS)
            )
        elif name == "text:tab":
            self._paragraph[-1].append("\t")
        elif name == "text:line-break":
            self._paragraph[-1].append("\n")

    def end(self, tag: str) -> None:
        name = _name(tag)
        if self._out:
            self._out -= 1
        elif name in _PARAGRAPHS and self._paragraph:
            self._take("".join(self._paragraph.pop()).strip())
        elif name == "table:table-row" and self._cells:
            self._end_row(self._cells.pop())
        elif name == "text:note" and self._note:
            self._notes.append(" ".join(filter(None, self._note.pop())))
            if self._paragraph:
                self._paragraph[-1].append(f" [{len(self._notes)}]")

    def data(self, text: str) -> None:
        if self._paragraph and not self._out:
            # blanks and line ends of the XML are one blank (section 6.1.2)
            self._paragraph[-1].append(" ".join(text.split("\n")) if "\n" in text else text)

    def _take(self, line: str) -> None:
        if self._note:
            self._note[-1].append(line)
        elif self._cells and self._cells[-1]:
            self._cells[-1][-1].append(line)
        else:
            self._lines.append(line)

    def _end_row(self, cells: list[list[str]]) -> None:
        cells = [[line for line in cell if line] for cell in cells]
        if all(len(cell) <= 1 for cell in cells):
            self._take("\t".join("".join(cell) for cell in cells))
        else:
            for cell in cells:
                for line in cell:
                    self._take(line)


def _name(tag: str) -> str:
    space, closed, name = tag.partition("}")
    return _SPACES.get(space + closed, "") + name if closed else tag
