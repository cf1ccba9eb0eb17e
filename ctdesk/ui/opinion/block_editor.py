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
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.blocks import Block, Source
from ctdesk.domain.terms import LANGUAGES, Language
from ctdesk.ui.context import Context
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated
from ctdesk.ui.opinion.article import POINTS, ArticleFields
from ctdesk.ui.opinion.marks import SourceMarks
from ctdesk.ui.opinion.writing import WritingField

View = Literal["ar", "en", "both"]
_WIDEST_LEAD = {"ar": "خامساً:", "en": "VIII."}
"""The numbers stand in a column of this width, so that the texts beside them are flush."""
_NUMBERED = ("heading", "paragraph")


class BlockEditor(Retranslated, QFrame):
    """Shows a block and tells what was done to it; holds no truth of its own."""

    edited = Signal(str, object)
    """Uid, and the fields written."""
    entered = Signal(str, str, int)
    pasted = Signal(str, str, int, list)
    joined = Signal(str, str)
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
        self._dressed: tuple[object, ...] = ()
        self.setProperty("block", True)
        self.fields = {language: self._field(language) for language in LANGUAGES}
        self.numbers = {language: QLabel(self) for language in LANGUAGES}
        self.article = ArticleFields(context, self)
        self._connect_article()
        self._remarks = QLabel(self)
        self._remarks.setProperty("role", "muted")
        self._remarks.setContentsMargins(7, 0, 7, 0)
        self._warning = QLabel(self)
        self._warning.setProperty("role", "warning")
        self._warning.setWordWrap(True)
        self.marks = SourceMarks(context, self.fields["ar"])
        self.marks.chosen.connect(self.source_chosen)
        self.marks.dropped.connect(lambda source: self.source_dropped.emit(self.block.uid, source))
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
        now = (block, lead, view, frozen)
        marks = {source: markers[source] for source in block.sources}
        shown = (self.block, self._lead, self._view, self._frozen)
        if self._dressed and now == shown and marks == self._markers:
            return
        self.block, self._lead, self._markers = block, lead, marks
        self._view, self._frozen = view, frozen
        for language, field in self.fields.items():
            field.set_text(getattr(block, language))
            field.set_frozen(frozen)
        self.article.show_block(block, view, frozen=frozen)
        dress = (block.kind, lead, view, frozen)
        if dress != self._dressed:
            self._dressed = dress
            self._dress()
            self.retranslate()
        else:
            self._show_foot()

    @property
    def language(self) -> Language:
        """The language that is being written: that of the field in focus, else of the view."""
        for language, field in self.fields.items():
            if field.hasFocus():
                return language
        return self._first

    @property
    def warning(self) -> str:
        """What the block lacks, as it is shown; "" when nothing."""
        return self._warning.text()

    def write(self, language: Language | None = None, at: int | None = None) -> None:
        """Put the caret into the block, at its end unless `at` says where."""
        field = self._field_of(language)
        field.setFocus()
        field.set_caret(at)

    def resume(self) -> None:
        """Put the keyboard back where the caret was left."""
        self._field_of(None).setFocus()

    def set_current(self, current: bool) -> None:
        """Whether a cited passage would go to this block."""
        self.setProperty("current", current)
        self.style().polish(self)

    def retranslate(self) -> None:
        for language, field in self.fields.items():
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
        self._show_foot()

    @property
    def _first(self) -> Language:
        """The language whose text comes first on the page."""
        return "en" if self._view == "en" else "ar"

    def _field_of(self, language: Language | None) -> WritingField:
        field = self.fields[language or self.language]
        return field if field.isVisibleTo(self) else self.fields[self._first]

    def _dress(self) -> None:
        """What follows from the kind of the block and from the view."""
        kind, view = self.block.kind, self._view
        for language, field in self.fields.items():
            rtl = language == "ar"
            field.set_face(POINTS[rtl] if kind == "article" else 0, bold=kind == "heading")
            shown = view in (language, "both")
            self._cells[language].setVisible(shown)
            self._grid.setColumnStretch(LANGUAGES.index(language), int(shown))
            number = self.numbers[language]
            number.setVisible(kind in _NUMBERED and (view != "both" or bool(self._lead[0])))
            widest = self._numbered(language) if view == "both" else _WIDEST_LEAD[language]
            number.setFixedWidth(number.fontMetrics().horizontalAdvance(widest) + 4)
        self._twins.setLayoutDirection(_direction(rtl=view != "en"))
        self._remarks.setVisible(kind == "article")
        self.handle.setVisible(not self._frozen)
        self.marks.frozen = self._frozen
        self.marks.setParent(self.fields[self._first])
        self.marks.setLayoutDirection(_direction(rtl=self._first == "ar"))
        self.setProperty("kindOf", kind)
        self.style().polish(self)

    def _placeholder(self, language: Language) -> str:
        if self.block.kind == "heading":
            return self.tr("Heading")
        if self._view != "both" or self.block.empty:
            return ""
        return (
            self.tr("The English twin is missing")
            if language == "en"
            else self.tr("The Arabic twin is missing")
        )

    def _numbered(self, language: Language) -> str:
        """The number, held together in the direction of its own side of the page."""
        arabic, english = self._lead
        if language == "en":
            return english and f"\u200e{english}"
        return arabic and f"\u200f{self._context.show.digits(arabic)}"

    def _show_foot(self) -> None:
        self.marks.show_marks(self._markers)
        field = self.fields[self._first]
        field.reserve(self.marks.sizeHint() if self._markers else self.marks.size() * 0)
        self.marks.move(field.room.topLeft())
        self._warning.setText("   ".join(f"⚠ {sentence}" for sentence in self._warnings()))
        self._warning.setVisible(bool(self._warning.text()))

    def _warnings(self) -> list[str]:
        block = self.block
        if block.empty or block.kind != "paragraph" or self._frozen:
            return []
        found = []
        if not block.sources:
            found.append(self._context.word("check.unsourced"))
        if not (block.ar.strip() and block.en.strip()):
            found.append(
                self.tr("no English twin") if block.ar.strip() else self.tr("no Arabic twin")
            )
        return found

    def _settled(self, language: Language) -> None:
        """The text moved: so do the number beside its first line and the marks after its last."""
        field, number = self.fields[language], self.numbers[language]
        top = max(0, field.first_baseline - number.fontMetrics().ascent())
        if number.contentsMargins().top() != top:
            number.setContentsMargins(0, top, 0, 0)
        if language == self._first:
            self.marks.move(field.room.topLeft())

    def _field(self, language: Language) -> WritingField:
        field = WritingField(language == "ar", self)
        field.edited.connect(lambda text: self.edited.emit(self.block.uid, {language: text}))
        field.entered.connect(lambda at: self.entered.emit(self.block.uid, language, at))
        field.takes_several = True
        field.pasted.connect(
            lambda at, found: self.pasted.emit(self.block.uid, language, at, found)
        )
        field.joined.connect(lambda: self.joined.emit(self.block.uid, language))
        field.moved.connect(lambda step: self.moved.emit(self.block.uid, step))
        field.stepped.connect(lambda step: self.stepped.emit(self.block.uid, step))
        field.undone.connect(self.undone)
        field.focused.connect(lambda: self.focused.emit(self.block.uid))
        return field

    def _connect_article(self) -> None:
        article = self.article
        article.edited.connect(lambda fields: self.edited.emit(self.block.uid, fields))
        article.moved.connect(lambda step: self.moved.emit(self.block.uid, step))
        article.stepped.connect(lambda step: self.stepped.emit(self.block.uid, step))
        article.undone.connect(self.undone)
        article.focused.connect(lambda: self.focused.emit(self.block.uid))

    def _lay_out(self) -> None:
        self._twins = QWidget(self)
        self._grid = grid = QGridLayout(self._twins)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        self._cells = {language: QWidget(self._twins) for language in LANGUAGES}
        for column, language in enumerate(LANGUAGES):
            cell, number = QHBoxLayout(self._cells[language]), self.numbers[language]
            self._cells[language].setLayoutDirection(_direction(rtl=language == "ar"))
            cell.setContentsMargins(0, 0, 0, 0)
            cell.setSpacing(4)
            number.setProperty("role", "number")
            cell.addWidget(number, 0, top)
            cell.addWidget(self.fields[language], 1, top)
            grid.addWidget(self._cells[language], 0, column, top)
            self.fields[language].settled.connect(lambda which=language: self._settled(which))
        body = QVBoxLayout()
        body.setSpacing(2)
        body.addWidget(self.article)
        body.addWidget(self._remarks)
        body.addWidget(self._twins)
        body.addWidget(self._warning)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 3, 2, 3)
        layout.setSpacing(2)
        layout.addLayout(body, 1)
        layout.addWidget(self.handle, 0, top)


def _direction(*, rtl: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
