"""Facts as a sheet to read and copy from: headings, labelled lines, tables, names in any script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from ctdesk.text.direction import base_direction
from ctdesk.text.show import strip_isolates
from ctdesk.ui.context import Context
from ctdesk.ui.fonts import interface_font
from ctdesk.ui.reading import wrap_mode

_TAG = re.compile("<[^>]*>")
_FSI, _PDI = "\u2068", "\u2069"


class SheetView(QTextBrowser):
    """Shows what `Sheet` made; what is copied from it has no marks of showing."""

    linked = Signal(str)
    """What the link that was followed leads to."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("kind", "reading")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.document().setDocumentMargin(12)
        self.document().setDefaultFont(interface_font())
        self.anchorClicked.connect(lambda url: self.linked.emit(url.path()))

    def show_sheet(self, sheet: Sheet, *, keep_place: bool = False) -> None:
        """Show a sheet from its top, or from where the last one was read."""
        place = self.verticalScrollBar().value() if keep_place else 0
        option = QTextOption()
        right = Qt.LayoutDirection.RightToLeft
        option.setTextDirection(right if self._context.rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(wrap_mode(sheet.words))
        self.document().setDefaultTextOption(option)
        self.setHtml(sheet.html)
        self.verticalScrollBar().setValue(place)

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(strip_isolates(self.textCursor().selection().toPlainText()))
        return data


class Sheet:
    """Builds the rich text of a sheet, running as the window runs."""

    def __init__(self, context: Context) -> None:
        self._tokens = context.tokens
        self._rtl = context.rtl
        self._parts: list[str] = []

    @property
    def html(self) -> str:
        return "".join(self._parts)

    @property
    def words(self) -> str:
        """What it says, without what it is dressed in."""
        return _TAG.sub(" ", self.html)

    def heading(self, text: str) -> None:
        """Begins a part."""
        self._parts.append(
            f"<p dir='{self._side}' style='margin-top:12px; margin-bottom:4px; font-weight:600;"
            f" color:{self._tokens.accent}'>{escape(text)}</p>"
        )

    def title(self, text: str, quiet: str) -> None:
        """The name that a sheet is about, and a word about it below."""
        self._parts.append(
            self._aside(
                f"<span style='font-size:14pt; font-weight:600'>{_FSI}{escape(text)}{_PDI}</span>"
                f"<br><span style='color:{self._tokens.accent}'>{escape(quiet)}</span>"
            )
        )

    def paragraph(self, text: str, *, quiet: bool = False, marked: bool = False) -> None:
        """A text in its own direction, a line for each of its lines."""
        for line in text.split("\n"):
            self._parts.append(self._own(line, quiet=quiet, marked=marked))

    def points(self, texts: Iterable[str]) -> None:
        """Sentences of the window's language, one under the other."""
        for text in texts:
            self._parts.append(
                f"<p dir='{self._side}' style='margin-top:2px; margin-bottom:2px'>"
                f"•&nbsp;&nbsp;{escape(text)}</p>"
            )

    def facts(self, rows: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Labels, each with its lines."""
        lines = [
            self._row(
                f"<td width='24%'><span style='color:{self._tokens.muted}'>{escape(label)}</span>"
                "</td>",
                f"<td width='76%'>{''.join(map(self._own, texts))}</td>",
            )
            for label, texts in rows
            if any(texts)
        ]
        self._table(lines)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table of texts; the first column is the widest."""
        width = 60 // max(1, len(head) - 1)
        widths = [100 - width * (len(head) - 1), *[width] * (len(head) - 1)]
        muted = f"color:{self._tokens.muted}"
        lines = [
            self._row(
                *(
                    f"<td width='{w}%'><span style='{muted}'>{self._aside(escape(t))}</span></td>"
                    for w, t in zip(widths, head, strict=True)
                )
            )
        ]
        lines += [self._row(*(f"<td>{self._own(text)}</td>" for text in row)) for row in rows]
        self._table(lines)

    def changes(self, head: tuple[str, str, str], rows: Iterable[tuple[str, str, str]]) -> None:
        """Labels with two columns of rich text side by side: what was, what is."""
        label, was, now = (
            f"<span style='color:{self._tokens.muted}'>{self._aside(escape(text))}</span>"
            for text in head
        )
        widths = (20, 40, 40)
        lines = [
            self._row(
                *(
                    f"<td width='{w}%'>{t}</td>"
                    for w, t in zip(widths, (label, was, now), strict=True)
                )
            )
        ]
        lines += [
            self._row(f"<td>{self._aside(escape(name))}</td>", f"<td>{was}</td>", f"<td>{now}</td>")
            for name, was, now in rows
        ]
        self._table(lines)

    def link(self, text: str, target: str, *, quiet: str = "") -> None:
        """A line that leads to a record."""
        style = f"color:{self._tokens.accent}; text-decoration:underline"
        words = f"<a href='{escape(target)}' style='{style}'>{_FSI}{escape(text)}{_PDI}</a>"
        if quiet:
            words += f"<br><span style='color:{self._tokens.muted}'>{escape(quiet)}</span>"
        self._parts.append(self._aside(words, spaced=True))

    @property
    def _side(self) -> str:
        return "rtl" if self._rtl else "ltr"

    def _aside(self, rich: str, *, spaced: bool = False) -> str:
        gap = 4 if spaced else 0
        style = f"margin-top:{gap}px; margin-bottom:{gap}px"
        return f"<p dir='{self._side}' style='{style}'>{rich}</p>"

    def _own(self, text: str, *, quiet: bool = False, marked: bool = False) -> str:
        """A short text in its order at the window's leading side, a long one in its own
        direction."""
        style = f"color:{self._tokens.muted}" if quiet else ""
        if marked:
            style = f"color:{self._tokens.urgent}"
        words = f"<span style='{style}'>{escape(text)}</span>" if style else escape(text)
        if not any(letter.isalpha() for letter in text) or len(text) < _SHORT:
            return self._aside(f"{_FSI}{words}{_PDI}")
        style = "margin-top:2px; margin-bottom:2px"
        return f"<p dir='{base_direction(text)}' style='{style}'>{words}</p>"

    def _row(self, *cells: str) -> str:
        # a table of rich text isn't mirrored by Qt
        return f"<tr>{''.join(reversed(cells) if self._rtl else cells)}</tr>"

    def _table(self, lines: Sequence[str]) -> None:
        if lines:
            self._parts.append(
                f"<table width='100%' cellpadding='3' cellspacing='0'>{''.join(lines)}</table>"
            )


_SHORT = 90
"""A shorter text is one line, kept in its order by isolates alone."""
