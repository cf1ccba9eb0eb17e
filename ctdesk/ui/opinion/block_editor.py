"""One block on the page: its number, its twins, the passages it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import Qt, Signal
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

from ctdesk.domain.blocks import Block, Source
from ctdesk.domain.terms import LANGUAGES, Language
from ctdesk.ui.context import Context
from ctdesk.ui.flow import FlowLayout
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated
from ctdesk.ui.opinion.article import ArticleFields
from ctdesk.ui.opinion.writing import WritingField

View = Literal["ar", "en", "both"]


class BlockEditor(Retranslated, QFrame):
    """Shows a block and tells what was done to it; holds no truth of its own."""

    edited = Signal(str, object)
    """Uid, and the fields written."""
    entered = Signal(str, str, int)
    joined = Signal(str)
    moved = Signal(str, int)
    stepped = Signal(str, int)
    undone = Signal(bool)
    focused = Signal(str)
    source_chosen = Signal(object)
    source_dropped = Signal(str, object)
    menu_wanted = Signal(str)

    def __init__(self, context: Context, block: Block, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.block = block
        self._lead = ("", "")
        self._markers: Mapping[Source, int] = {}
        self._view: View = "ar"
        self._frozen = False
        self.setProperty("block", True)
        self.fields = {language: self._field(language) for language in LANGUAGES}
        self.numbers = {language: QLabel(self) for language in LANGUAGES}
        self.article = ArticleFields(context, self)
        self.article.edited.connect(lambda fields: self.edited.emit(self.block.uid, fields))
        self._remarks = QLabel(self)
        self._remarks.setProperty("role", "muted")
        self._foot = QWidget(self)
        self._chips = FlowLayout(self._foot, gap=4)
        self.handle = QToolButton(self)
        self.handle.clicked.connect(lambda: self.menu_wanted.emit(self.block.uid))
        self.handle.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self.retranslate()

    def show_block(
        self,
        block: Block,
        lead: tuple[str, str],
        markers: Mapping[Source, int],
        view: View,
        *,
        frozen: bool,
    ) -> None:
        """Show the block as it is now."""
        same = (block, lead, view, frozen) == (self.block, self._lead, self._view, self._frozen)
        marks = {source: markers[source] for source in block.sources}
        if same and marks == self._markers:
            return
        self.block, self._lead, self._markers = block, lead, marks
        self._view, self._frozen = view, frozen
        for language, field in self.fields.items():
            field.set_text(getattr(block, language))
            field.setReadOnly(frozen)
            shown = view in (language, "both")
            field.setVisible(shown)
            self.numbers[language].setVisible(shown and bool(lead[0]))
        self.article.show_block(block, view, frozen=frozen)
        self.handle.setVisible(not frozen)
        self.retranslate()

    @property
    def language(self) -> Language:
        """The language that is being written: that of the field in focus, else of the view."""
        for language, field in self.fields.items():
            if field.hasFocus():
                return language
        return "en" if self._view == "en" else "ar"

    def write(self, language: Language | None = None, at: int | None = None) -> None:
        """Put the caret into the block, at its end unless `at` says where."""
        field = self.fields[language or self.language]
        if not field.isVisibleTo(self):
            field = next(f for f in self.fields.values() if f.isVisibleTo(self))
        field.setFocus()
        cursor = field.textCursor()
        length = len(field.toPlainText())
        cursor.setPosition(length if at is None else min(at, length))
        field.setTextCursor(cursor)

    def retranslate(self) -> None:
        heading = self.block.kind == "heading"
        for language, field in self.fields.items():
            font = field.font()
            font.setBold(heading)
            field.setFont(font)
            field.setAccessibleName(
                self.tr("Arabic text of the block")
                if language == "ar"
                else self.tr("English text of the block")
            )
            field.setPlaceholderText(self._placeholder(language))
            self.numbers[language].setText(self._numbered(language))
        self.handle.setIcon(icon("more", self._context.tokens, colour="muted"))
        self.handle.setAccessibleName(self.tr("What can be done with this block"))
        self.handle.setToolTip(self.handle.accessibleName())
        self._remarks.setText(self.tr("Remarks"))
        self._remarks.setVisible(self.block.kind == "article")
        self.setProperty("kindOf", self.block.kind)
        self._show_foot()

    def _placeholder(self, language: Language) -> str:
        if self._view != "both" or self.block.empty:
            return "" if self.block.kind != "heading" else self.tr("Heading")
        return (
            self.tr("The English twin is missing")
            if language == "en"
            else self.tr("The Arabic twin is missing")
        )

    def _numbered(self, language: Language) -> str:
        arabic, english = self._lead
        return self._context.show.digits(arabic) if language == "ar" else english

    def _show_foot(self) -> None:
        while self._chips.count():
            item = self._chips.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for source, number in self._markers.items():
            self._chips.addWidget(self._marker(source, number))
        for sentence in self._warnings():
            label = QLabel(sentence, self._foot)
            label.setProperty("role", "warning")
            self._chips.addWidget(label)
        self._foot.setVisible(self._chips.count() > 0)

    def _warnings(self) -> list[str]:
        block = self.block
        if block.empty or block.kind != "paragraph":
            return []
        found = []
        if not block.sources:
            found.append("⚠ " + self._context.word("check.unsourced"))
        if not (block.ar.strip() and block.en.strip()):
            missing = self.tr("no English twin") if block.ar.strip() else self.tr("no Arabic twin")
            found.append("⚠ " + missing)
        return found

    def _marker(self, source: Source, number: int) -> QPushButton:
        button = QPushButton(f"[{self._context.show.digits(number)}]", self._foot)
        button.setProperty("kind", "link")
        button.setToolTip(source.quote[:300])
        button.setAccessibleName(self.tr("Source {0}").format(number))
        button.clicked.connect(lambda: self.source_chosen.emit(source))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        if not self._frozen:
            button.customContextMenuRequested.connect(
                lambda _point: self.source_dropped.emit(self.block.uid, source)
            )
        return button

    def _field(self, language: Language) -> WritingField:
        field = WritingField(language == "ar", self)
        field.edited.connect(lambda text: self.edited.emit(self.block.uid, {language: text}))
        field.entered.connect(lambda at: self.entered.emit(self.block.uid, language, at))
        field.joined.connect(lambda: self.joined.emit(self.block.uid))
        field.moved.connect(lambda step: self.moved.emit(self.block.uid, step))
        field.stepped.connect(lambda step: self.stepped.emit(self.block.uid, step))
        field.undone.connect(self.undone)
        field.focused.connect(lambda: self.focused.emit(self.block.uid))
        return field

    def _lay_out(self) -> None:
        twins = QGridLayout()
        twins.setContentsMargins(0, 0, 0, 0)
        twins.setHorizontalSpacing(6)
        # Arabic stands on the right in a window of either direction: read as the page reads
        for column, language in enumerate(LANGUAGES):
            cell = QHBoxLayout()
            cell.setSpacing(4)
            self.numbers[language].setProperty("role", "number")
            top = Qt.AlignmentFlag.AlignTop
            cell.addWidget(self.numbers[language], 0, top)
            cell.addWidget(self.fields[language], 1, top)
            twins.addLayout(cell, 0, column)
            twins.setColumnStretch(column, 1)
            self.numbers[language].setContentsMargins(0, 9, 0, 0)
        body = QVBoxLayout()
        body.setSpacing(2)
        body.addWidget(self.article)
        body.addWidget(self._remarks)
        body.addLayout(twins)
        body.addWidget(self._foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 4, 2)
        layout.setSpacing(2)
        layout.addLayout(body, 1)
        layout.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignTop)
