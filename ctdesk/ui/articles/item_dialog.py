"""An article of a dossier: our position, the wording we propose, on which basis; and what was said
before on articles of its kind."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.articles import Clause
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Item
from ctdesk.domain.terms import terms
from ctdesk.ui.articles.clauses import ClauseList
from ctdesk.ui.context import Context
from ctdesk.ui.errors import show_error
from ctdesk.ui.form.editors import running_text
from ctdesk.ui.form.unsaved import WordsKeeper


class ItemDialog(QDialog):
    """Edits one item; `Keep` writes it."""

    def __init__(self, context: Context, parent: QWidget, item: Item) -> None:
        super().__init__(parent)
        self._context = context
        self._item = item
        number = context.show.number(item.number)
        self.setWindowTitle(f"{context.label('item_type', item.type)} {number}".strip())
        self.resize(960, 560)
        self.kind = self._choice("article_type", item.article_type)
        self.position = self._choice("position", item.position)
        self.received = running_text(self, item.text_ar or item.text_en)
        self.received.setReadOnly(True)
        self.proposed = running_text(self, item.proposed)
        self.basis = QLineEdit(item.basis, self)
        self.clauses = ClauseList(context, self)
        self.clauses.taken.connect(self._take)
        for box in (self.kind, self.position):
            box.currentIndexChanged.connect(lambda _index: self._ask())
        self._keeper = WordsKeeper(self, context, "item", self._words, item.uid)
        self._take_back(self._keeper.left())
        self._lay_out()
        self._ask()

    def done(self, result: int) -> None:
        # closed by the officer, whichever way: the words are saved, or given up
        self._keeper.drop()
        self._keeper.stop()
        super().done(result)

    def _fields(self) -> dict[str, str]:
        return {
            "article_type": self.kind.currentData(),
            "position": self.position.currentData(),
            "proposed": self.proposed.toPlainText().strip(),
            "basis": self.basis.text().strip(),
        }

    def _words(self) -> dict[str, str]:
        """What is not as the record has it."""
        return {n: v for n, v in self._fields().items() if v != getattr(self._item, n)}

    def _take_back(self, words: Mapping[str, str]) -> None:
        for name, box in (("article_type", self.kind), ("position", self.position)):
            if name in words:
                box.setCurrentIndex(max(0, box.findData(words[name])))
        if "proposed" in words:
            self.proposed.setPlainText(words["proposed"])
        if "basis" in words:
            self.basis.setText(words["basis"])

    def _choice(self, vocabulary: str, chosen: str) -> QComboBox:
        box = QComboBox(self)
        box.addItem("—", "")
        for term in terms().vocabulary(vocabulary):
            box.addItem(term.label(self._context.lang), term.code)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _ask(self) -> None:
        text = self.received.toPlainText()
        self.clauses.ask(self.kind.currentData(), text, self.position.currentData())

    def _take(self, clause: Clause) -> None:
        wording = clause.wording
        if wording:
            self.proposed.setPlainText(wording)

    def _keep(self) -> None:
        try:
            self._context.desk.dossiers.edit_item(self._item.uid, **self._fields())
        except CtdeskError as error:
            show_error(self, error, self._context.lang)
            return
        self.accept()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("text_ar" if self._item.text_ar else "text_en", self.received),
            ("article_type", self.kind),
            ("position", self.position),
            ("proposed", self.proposed),
            ("basis", self.basis),
        )
        for key, widget in rows:
            label = self._context.field("item", key)
            widget.setAccessibleName(label)
            form.addRow(label, widget)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("Keep"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(form, 3)
        both.addWidget(self.clauses, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(both, 1)
        layout.addWidget(buttons)
