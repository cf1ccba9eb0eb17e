"""An article row: number and position, the text received, the wording proposed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from ctdesk.domain.blocks import Block
from ctdesk.domain.terms import LANGUAGES, terms
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated
from ctdesk.ui.opinion.writing import WritingField

_TEXTS = ("received", "proposed")


class ArticleFields(Retranslated, QWidget):
    """What an article row has besides the division's remarks."""

    edited = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._block: Block | None = None
        self.number = QLineEdit(self)
        self.number.setFixedWidth(90)
        self.number.textEdited.connect(lambda text: self.edited.emit({"number": text}))
        self.position = QComboBox(self)
        self.position.activated.connect(
            lambda _: self.edited.emit({"position": self.position.currentData()})
        )
        self._labels = {name: QLabel(self) for name in ("number", "position", *_TEXTS)}
        self.fields = {
            f"{name}_{language}": self._field(f"{name}_{language}", language == "ar")
            for name in _TEXTS
            for language in LANGUAGES
        }
        self._lay_out()
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
            field.setReadOnly(frozen)
            field.setVisible(view in (name[-2:], "both"))

    def retranslate(self) -> None:
        self._labels["number"].setText(self.tr("Article"))
        self._labels["position"].setText(self._context.field("item", "position"))
        self._labels["received"].setText(self.tr("Text received"))
        self._labels["proposed"].setText(self.tr("Proposed wording"))
        self.number.setAccessibleName(self._labels["number"].text())
        self.position.setAccessibleName(self._labels["position"].text())
        for name, field in self.fields.items():
            field.setAccessibleName(self._labels[name[:-3]].text())
        chosen = self._block.position if self._block else ""
        self.position.clear()
        self.position.addItem("", "")
        for term in terms().vocabulary("position"):
            self.position.addItem(term.label(self._context.lang), term.code)
        self.position.setCurrentIndex(max(0, self.position.findData(chosen)))

    def _field(self, name: str, rtl: bool) -> WritingField:
        field = WritingField(rtl, self)
        field.edited.connect(lambda text: self.edited.emit({name: text}))
        return field

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for name, widget in (("number", self.number), ("position", self.position)):
            self._labels[name].setProperty("role", "muted")
            head.addWidget(self._labels[name])
            head.addWidget(widget)
        head.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setVerticalSpacing(1)
        grid.addLayout(head, 0, 0, 1, 2)
        for row, name in enumerate(_TEXTS):
            self._labels[name].setProperty("role", "muted")
            grid.addWidget(self._labels[name], 1 + 2 * row, 0, 1, 2)
            for column, language in enumerate(LANGUAGES):
                grid.addWidget(self.fields[f"{name}_{language}"], 2 + 2 * row, column)
                grid.setColumnStretch(column, 1)
