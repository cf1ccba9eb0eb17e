"""What stands above a document's text: its subject, one quiet line, its fields, files and ties."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import LinkRow
from ctdesk.domain.records import Attachment, Document
from ctdesk.text.direction import base_direction
from ctdesk.ui.context import Context
from ctdesk.ui.documents.delegate import quiet_line
from ctdesk.ui.flow import FlowLayout
from ctdesk.ui.fonts import SECOND_LINE_POINTS, interface_font
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated

_HALF = 170
"""Values up to this width in pixels stand two to a line."""


class DocumentHeader(Retranslated, QFrame):
    """Shows a document's fields quietly; only those that hold something."""

    attachment_chosen = Signal(object)
    """An Attachment to open or save."""
    record_chosen = Signal(str, str)
    """Table and uid of a linked record."""
    past_wanted = Signal(str)
    """Key of a field whose past is asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document: Document | None = None
        self._attachments: Sequence[Attachment] = ()
        self._links: Sequence[LinkRow] = ()
        self._marks: Sequence[tuple[int, int]] = ()
        self._subject = QLabel(self)
        self._subject.setProperty("role", "title")
        self._subject.setWordWrap(True)
        self._subject.setTextFormat(Qt.TextFormat.RichText)
        self._subject.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._quiet = QLabel(self)
        self._quiet.setProperty("role", "muted")
        self._quiet.setWordWrap(True)
        self._toggle = QToolButton(self)
        self._toggle.setCheckable(True)
        self._toggle.setChecked(True)
        self._toggle.toggled.connect(self._fold)
        self._fields = QWidget(self)
        self._grid = QGridLayout(self._fields)
        self._grid.setContentsMargins(0, 4, 0, 2)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(1)
        self._ties = QWidget(self)
        self._flow = FlowLayout(self._ties, gap=4)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._quiet, 1)
        self.aside = QHBoxLayout()
        self.aside.setSpacing(2)
        line.addLayout(self.aside)
        line.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 14, 8)
        layout.setSpacing(3)
        layout.addWidget(self._subject)
        layout.addLayout(line)
        layout.addWidget(self._fields)
        layout.addWidget(self._ties)

    def show_document(
        self,
        document: Document,
        attachments: Sequence[Attachment],
        links: Sequence[LinkRow],
        marks: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Show another document; `marks` are the hits in its subject."""
        self._document, self._attachments, self._links = document, attachments, links
        self._marks = marks
        self.retranslate()

    def retranslate(self) -> None:
        document = self._document
        self._toggle.setAccessibleName(self.tr("Fields of the document"))
        self._toggle.setToolTip(self._toggle.accessibleName())
        self._toggle.setIcon(icon("details", self._context.tokens, colour="muted"))
        if document is None:
            return
        self._subject.setText(_marked(document.subject, self._marks, self._context.tokens.hit))
        self._subject.setAccessibleName(document.subject)
        rtl = base_direction(document.subject) == "rtl"
        # the subject keeps its own direction and stands at the leading side of the window
        self._subject.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        same = rtl == self._context.rtl
        self._subject.setAlignment(
            Qt.AlignmentFlag.AlignLeading if same else Qt.AlignmentFlag.AlignTrailing
        )
        self._quiet.setText(self._quiet_line(document))
        self._show_fields(document)
        self._show_ties()

    def _quiet_line(self, document: Document) -> str:
        show = self._context.show
        number = show.number(document.their_number)
        register = show.number(document.register_number)
        return show.joined(
            self._context.desk.parties.name(document.sender, self._context.lang),
            self.tr("No. {0}").format(number) if number else "",
            show.day(document.their_date),
            self.tr("Reg. {0}").format(register) if register else "",
        )

    def _values(self, document: Document) -> list[tuple[str, str]]:
        """Field key and value, in reading order; empty ones left out by the caller."""
        context, desk, show = self._context, self._context.desk, self._context.show

        def names(uids: Sequence[str]) -> str:
            return show.names(desk.parties.name(uid, context.lang) for uid in uids)

        def codes(vocabulary: str, values: Sequence[str]) -> str:
            return show.names(context.label(vocabulary, value) for value in values)

        officers = {
            officer.uid: officer.title_ar if context.rtl else officer.title_en
            for officer in desk.officers.list(everybody=True)
        }
        state = "opinion_state" if document.kind == "opinion" else "document_state"
        return [
            ("classification", context.label("classification", document.classification)),
            ("urgency", context.label("urgency", document.urgency)),
            ("state", context.label(state, document.state)),
            ("due", show.day(document.due)),
            ("kind", context.label("document_kind", document.kind)),
            ("handling", context.label("handling", document.handling)),
            ("to", names(document.addressees)),
            ("copies", names(document.copies)),
            ("countries", codes("country", document.countries)),
            ("topics", codes("topic", document.topics)),
            ("officer", officers.get(document.officer, "")),
            ("void_reason", document.void_reason),
            ("margin_note", document.margin_note),
        ]

    def _show_fields(self, document: Document) -> None:
        """Short values two by two, then the long ones, each on a line of its own."""
        show = self._context.show
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        texts = [(key, show.joined(value)) for key, value in self._values(document) if value]
        metrics = QFontMetrics(interface_font(SECOND_LINE_POINTS))
        short = [pair for pair in texts if metrics.horizontalAdvance(pair[1]) <= _HALF]
        wide = [pair for pair in texts if pair not in short]
        for number, pair in enumerate(short):
            self._place(pair, number // 2, 2 * (number % 2), 1)
        for row, pair in enumerate(wide, start=(len(short) + 1) // 2):
            self._place(pair, row, 0, 3)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)

    def _place(self, pair: tuple[str, str], row: int, column: int, span: int) -> None:
        key, value = pair
        name = self._context.field("document", key)
        self._grid.addWidget(self._name(key, name), row, column)
        content = self._label(value, "small")
        content.setAccessibleName(f"{name}: {value}")
        self._grid.addWidget(content, row, column + 1, 1, span)

    def _name(self, key: str, name: str) -> QLabel:
        """The name of a field; a click on it asks for the field's past."""
        label = self._label("", "muted")
        label.setTextFormat(Qt.TextFormat.RichText)
        muted = self._context.tokens.muted
        style = f"color:{muted};text-decoration:none"
        label.setText(f'<a href="{key}" style="{style}">{escape(name)}</a>')
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        label.setToolTip(self.tr("What was here before: {0}").format(name))
        label.setAccessibleName(name)
        label.linkActivated.connect(self.past_wanted)
        return label

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self._fields)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        label.setWordWrap(role == "small")
        return label

    def _show_ties(self) -> None:
        self._flow.empty()
        for attachment in self._attachments:
            size = self._context.show.number(max(1, round(attachment.size / 1024)))
            text = self.tr("{0} ({1} KB)").format(f"\u2068{attachment.name}\u2069", size)
            button = self._tie("attachment", text)
            button.clicked.connect(lambda _=False, a=attachment: self.attachment_chosen.emit(a))
        for link in self._links:
            kind = self._context.label("link_type", link.link.type)
            number = self._context.show.number(link.other.number or link.other.their_number)
            arrow = kind if link.outward else self.tr("{0} (from there)").format(kind)
            button = self._tie("link", self._context.show.joined(arrow, number or link.other.title))
            button.setToolTip(f"{link.other.title}\n{quiet_line(self._context, link.other)}")
            other = link.other
            button.clicked.connect(lambda _=False, o=other: self.record_chosen.emit(o.table, o.uid))
        self._ties.setVisible(bool(self._attachments or self._links))

    def _tie(self, picture: str, text: str) -> QPushButton:
        button = QPushButton(text, self._ties)
        button.setProperty("kind", "link")
        button.setIcon(icon(picture, self._context.tokens, colour="accent"))
        button.setAccessibleName(text)
        button.setToolTip(text)
        self._flow.addWidget(button)
        return button

    def _fold(self, unfolded: bool) -> None:
        self._fields.setVisible(unfolded)


def _marked(text: str, marks: Sequence[tuple[int, int]], ground: str) -> str:
    """A line as rich text, its hits on a ground of their own."""
    out, at = [], 0
    for start, end in sorted(marks):
        hit = escape(text[max(start, at) : end])
        out += [escape(text[at:start]), f"<span style='background:{ground}'>{hit}</span>"]
        at = max(at, end)
    return "".join((*out, escape(text[at:])))
