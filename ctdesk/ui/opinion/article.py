"""An article row: number and position, the text received, the wording proposed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from ctdesk.domain.blocks import Block
from ctdesk.domain.terms import LANGUAGES, terms
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated
from ctdesk.ui.opinion.writing import WritingField

_TEXTS = ("received", "proposed")
POINTS = {True: 12.0, False: 11.0}
"""Size of an article row's texts, Arabic and other: a table is denser than a letter."""


class ArticleFields(Retranslated, QWidget):
    """What an article row has besides the division's remarks."""

    edited = Signal(object)
    undone = Signal(bool)
    moved = Signal(int)
    stepped = Signal(int)
    focused = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._block: Block | None = None
        self.number = QLineEdit(self)
        self.number.setFixedWidth(64)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.textEdited.connect(lambda text: self.edited.emit({"number": text}))
        self.position = QComboBox(self)
        self.position.setMinimumWidth(150)
        # the wheel over the page scrolls the page: it must not change a position in passing
        self.position.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.position.activated.connect(
            lambda _: self.edited.emit({"position": self.position.currentData()})
        )
        for widget in (self.number, self.position):
            widget.setProperty("kind", "dense")
            widget.installEventFilter(self)
        self._labels = {name: QLabel(self) for name in ("number", "position", *_TEXTS)}
        self.fields = {
            f"{name}_{language}": self._field(f"{name}_{language}", language == "ar")
            for name in _TEXTS
            for language in LANGUAGES
        }
        self._arranged = ""
        self._lay_out()
        self._arrange("both")
        self.retranslate()
        self.hide()

    def show_block(self, block: Block, view: str, *, frozen: bool) -> None:
        """Show an article row; hidden for blocks of other kinds."""
        self._block = block
        self.setVisible(block.kind == "article")
        if block.kind != "article":
            return
        if self.number.text() != block.number:
            self.number.setText(block.number)
        self.number.setReadOnly(frozen)
        self.position.setCurrentIndex(max(0, self.position.findData(block.position)))
        self.position.setEnabled(not frozen)
        for name, field in self.fields.items():
            field.set_text(getattr(block, name))
            field.set_frozen(frozen)
            field.setVisible(view in (name[-2:], "both"))
        self._arrange(view)

    def retranslate(self) -> None:
        self._labels["number"].setText(self.tr("Article"))
        self._labels["position"].setText(self._context.field("item", "position"))
        self._labels["received"].setText(self.tr("Text received"))
        self._labels["proposed"].setText(self.tr("Proposed wording"))
        self.number.setAccessibleName(self._labels["number"].text())
        self.position.setAccessibleName(self._labels["position"].text())
        for name, field in self.fields.items():
            language = self.tr("Arabic") if name.endswith("ar") else self.tr("English")
            field.setAccessibleName(f"{self._labels[name[:-3]].text()} ({language})")
        chosen = self._block.position if self._block else ""
        self.position.clear()
        self.position.addItem("—", "")
        for term in terms().vocabulary("position"):
            self.position.addItem(term.label(self._context.lang), term.code)
        self.position.setCurrentIndex(max(0, self.position.findData(chosen)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        passing = event.type() == QEvent.Type.Wheel and not self.position.hasFocus()
        if passing and watched is self.position:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _field(self, name: str, rtl: bool) -> WritingField:
        field = WritingField(rtl, self)
        field.set_face(POINTS[rtl])
        field.edited.connect(lambda text: self.edited.emit({name: text}))
        field.entered.connect(lambda _at: self.focusNextChild())
        field.undone.connect(self.undone)
        field.moved.connect(self.moved)
        field.stepped.connect(self.stepped)
        field.focused.connect(self.focused)
        return field

    def _arrange(self, view: str) -> None:
        """One language: received beside proposed, as the memo's table. Both: twins in columns."""
        if view == self._arranged:
            return
        self._arranged = view
        for widget in (*self.fields.values(), *(self._labels[name] for name in _TEXTS)):
            self._grid.removeWidget(widget)
        # the page reads as its language does, whatever the window's
        self._table.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if view == "en" else Qt.LayoutDirection.RightToLeft
        )
        top = Qt.AlignmentFlag.AlignTop
        for place, name in enumerate(_TEXTS):
            if view == "both":
                self._grid.addWidget(self._labels[name], 2 * place, 0, 1, 2)
                for column, language in enumerate(LANGUAGES):
                    field = self.fields[f"{name}_{language}"]
                    self._grid.addWidget(field, 2 * place + 1, column, top)
            else:
                self._grid.addWidget(self._labels[name], 0, place)
                self._grid.addWidget(self.fields[f"{name}_{view}"], 1, place, top)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for name, widget in (("number", self.number), ("position", self.position)):
            head.addWidget(self._labels[name])
            head.addWidget(widget)
            head.addSpacing(8)
        head.addStretch(1)
        for name, label in self._labels.items():
            label.setProperty("role", "muted")
            label.setContentsMargins(*((7, 0, 7, 0) if name != "position" else (0, 0, 0, 0)))
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._grid.setHorizontalSpacing(10)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        for part in (*self.fields.values(), *(self._labels[name] for name in _TEXTS)):
            part.setParent(self._table)
        lines = QGridLayout(self)
        lines.setContentsMargins(0, 3, 0, 0)
        lines.setVerticalSpacing(6)
        lines.addLayout(head, 0, 0)
        lines.addWidget(self._table, 1, 0)
