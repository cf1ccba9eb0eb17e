"""The forms that each word was widened to, and the choice to keep a word as typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ctdesk.desk import Page
from ctdesk.ui.context import Context
from ctdesk.ui.documents.search_popover import Popover
from ctdesk.ui.documents.search_words import as_typed, exact_words, exactly, in_any_form

_WIDTH = 400
_TALLEST = 420


def widened(page: Page) -> list[tuple[str, tuple[str, ...]]]:
    """The words that were looked for in other forms too, with those forms only: the words
    themselves are no news."""
    others = [(w.word, tuple(form for form in w.forms if form != w.word)) for w in page.words]
    return [(word, forms) for word, forms in others if forms]


class FormsCard(Popover):
    """A tick keeps a word as typed: it puts = before it in the question."""

    changed = Signal(str)
    """The question as it is to be asked now."""

    def __init__(self, context: Context, query: str, page: Page, parent: QWidget) -> None:
        super().__init__(context, parent, width=_WIDTH)
        self._query = query
        self.boxes: list[QCheckBox] = []
        title = QLabel(self.tr("Words and their forms"), self)
        title.setProperty("role", "heading")
        self.setAccessibleName(title.text())
        self.body.addWidget(title)
        inside = QWidget(self)
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        for word in exact_words(query):
            self._add(word, (), exact=True)
        for word, forms in widened(page):
            self._add(word, forms, exact=False)
        self._scroll(inside)
        if self.boxes:
            self.boxes[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _add(self, word: str, forms: Sequence[str], *, exact: bool) -> None:
        written = word if exact else as_typed(self._query, word)
        name = QLabel(written, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        changed = in_any_form(self._query, word) if exact else exactly(self._query, word)
        box = QCheckBox(self.tr("Only as typed"), self)
        box.setChecked(exact)
        box.setAccessibleName(self.tr("Search for {0} only as typed").format(written))
        # a word that the question does not hold by itself, as inside a phrase, has no mark to take
        box.setEnabled(changed != self._query)
        box.clicked.connect(lambda: self._choose(changed))
        self.boxes.append(box)
        line = QHBoxLayout()
        line.addWidget(name, 1)
        line.addWidget(box)
        self._lines.addLayout(line)
        if forms:
            listed = QLabel(self.context.show.names(forms), self)
            listed.setTextFormat(Qt.TextFormat.PlainText)
            listed.setProperty("role", "muted")
            listed.setWordWrap(True)
            self._lines.addWidget(listed)
        self._lines.addSpacing(6)

    def _scroll(self, inside: QWidget) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        for ground in (area.viewport(), inside):
            ground.setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        height = self._lines.heightForWidth(_WIDTH - 40)
        area.setFixedHeight(min(max(height, 60), _TALLEST))
        self.body.addWidget(area)

    def _choose(self, query: str) -> None:
        self.close()
        self.changed.emit(query)
