"""The reports beside the opinion: read, select, cite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.blocks import Source
from ctdesk.domain.records import Document
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.flow import FlowLayout
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated
from ctdesk.ui.opinion.marks import SourceMarks
from ctdesk.ui.reading import ReadingView


class SourcesPane(Retranslated, QFrame):
    """One report at a time, its cited passages marked."""

    cite_wanted = Signal()
    opened = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._documents: dict[str, Document] = {}
        self._markers: Mapping[Source, int] = {}
        self._shown = ""
        self._frozen = False
        self._title = QLabel(self)
        self._title.setProperty("role", "heading")
        self.chooser = QComboBox(self)
        self.chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.chooser.activated.connect(lambda _: self.show_document(self.chooser.currentData()))
        self._line = QLabel(self)
        self._line.setProperty("role", "muted")
        self._line.setWordWrap(True)
        self.passages = SourceMarks(context, self)
        self.passages.frozen = True
        self.passages.chosen.connect(self.show_source)
        self.text = ReadingView(context.tokens, self)
        self.cite_button = QPushButton(self)
        self.cite_button.clicked.connect(self.cite_wanted)
        self.open_button = QPushButton(self)
        self.open_button.clicked.connect(lambda: self.opened.emit("document", self._shown))
        self._empty = QLabel(self)
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._lay_out()
        self.retranslate()
        self._say()

    @property
    def document(self) -> Document | None:
        """The report that is shown."""
        return self._documents.get(self._shown)

    def set_documents(self, documents: Sequence[Document]) -> None:
        """Offer these reports, the first one open unless the one shown is among them."""
        self._documents = {document.uid: document for document in documents}
        self._fill_chooser()
        if self._shown not in self._documents:
            self._shown = ""
            self.show_document(next(iter(self._documents), ""))
        self._say()

    def set_markers(self, markers: Mapping[Source, int]) -> None:
        """Mark the passages that the opinion stands on."""
        before = {s: n for s, n in self._markers.items() if s.document == self._shown}
        self._markers = dict(markers)
        if {s: n for s, n in self._markers.items() if s.document == self._shown} != before:
            at = self.text.verticalScrollBar().value()
            self._show_text()
            self.text.verticalScrollBar().setValue(at)
            self._say()

    def set_frozen(self, frozen: bool) -> None:
        """With a frozen opinion the reports are read, not cited."""
        self._frozen = frozen
        self._say()

    def show_document(self, uid: str) -> None:
        """Open one of the reports."""
        if uid and uid != self._shown:
            self._shown = uid
            self.chooser.setCurrentIndex(self.chooser.findData(uid))
            self._show_text()
        self._say()

    def show_source(self, source: Source) -> None:
        """Open the report of a passage at the passage."""
        self.show_document(source.document)
        self.text.show_range(source.start, source.end)

    def retranslate(self) -> None:
        self.text.set_tokens(self._context.tokens)
        self._title.setText(self.tr("Sources of the opinion"))
        self.chooser.setAccessibleName(self.tr("Report"))
        self.text.setAccessibleName(self.tr("Text of the report"))
        row = act("cite")
        self.cite_button.setText(self.tr("Cite the selection"))
        self.cite_button.setToolTip(f"{row.phrase}  \u2068{row.keys[0]}\u2069")
        rtl = self._context.rtl
        self.cite_button.setIcon(icon(row.icon, self._context.tokens, rtl=rtl))
        self.open_button.setText(self.tr("Open the document"))
        self._empty.setText(
            self.tr(
                "No report is attached to this opinion yet.\n"
                "Open a document and choose “Draft opinion”, or add it from its page."
            )
        )
        self._fill_chooser()
        self._say()

    def _fill_chooser(self) -> None:
        chosen = self._shown
        self.chooser.clear()
        for document in self._documents.values():
            self.chooser.addItem(self._name(document), document.uid)
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(chosen)))

    def _name(self, document: Document) -> str:
        show, context = self._context.show, self._context
        mission = context.desk.parties.name(document.sender, context.lang)
        return show.joined(mission, show.number(document.their_number or document.register_number))

    def _say(self) -> None:
        document = self.document
        for widget in (self.chooser, self._line, self.text, self.open_button):
            widget.setVisible(document is not None)
        self.cite_button.setVisible(document is not None and not self._frozen)
        self.passages.show_marks(
            {s: n for s, n in self._markers.items() if s.document == self._shown}
        )
        self._empty.setVisible(document is None)
        if document is not None:
            show = self._context.show
            self._line.setText(
                show.joined(
                    document.subject, show.day(document.their_date or document.register_date)
                )
            )

    def _show_text(self) -> None:
        if self.document is None:
            self.text.set_text("")
            return
        passages = [(s.start, s.end) for s in self._markers if s.document == self._shown]
        self.text.set_text(self.document.text, passages)

    def _lay_out(self) -> None:
        foot_line = QWidget(self)
        foot = FlowLayout(foot_line, gap=8)
        foot.addWidget(self.cite_button)
        foot.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self.chooser)
        layout.addWidget(self._line)
        layout.addWidget(self.passages, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._empty)
        layout.addWidget(self.text, 1)
        layout.addStretch(0)
        layout.addWidget(foot_line)
