"""Where nothing is found: which part of the question is in the way, and what is there without."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ctdesk.desk import Filters
from ctdesk.desk.searches import Advice
from ctdesk.ui.context import Context
from ctdesk.ui.documents.search_asking import Asking
from ctdesk.ui.language import Retranslated

_LINES = 6


class SearchAdvice(Retranslated, QWidget):
    """Lines to be clicked: "3 documents if you drop mission:"."""

    chosen = Signal(str, object)
    """The question that finds something, and its Filters."""
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asking = Asking(context, self)
        self._asking.failed.connect(self.failed)
        self._advice: Sequence[Advice] = ()
        self.lines: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 16, 0)
        self._column.setSpacing(2)

    def ask(self, query: str, filters: Filters) -> bool:
        """Show what would be found with less asked; whether there is anything to say."""
        self._advice = self._asking(lambda searches: searches.advice(query, filters), ())
        self.retranslate()
        return bool(self._advice)

    def retranslate(self) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(advice) for advice in self._advice[:_LINES]]
        for line in self.lines:
            self._column.addWidget(line, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _line(self, advice: Advice) -> QPushButton:
        show = self._context.show
        said = self.tr("%n document(s) if you drop {0}", "", advice.count)
        line = QPushButton(self)
        line.setProperty("kind", "link")
        line.setCursor(Qt.CursorShape.PointingHandCursor)
        before, _, after = said.partition("{0}")
        dropped = show.number(advice.dropped)
        whole = f"{show.mark}{show.digits(before)}{dropped}{show.digits(after)}"
        cut = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, 420)
        line.setText(cut.replace("&", "&&"))
        line.setAccessibleName(whole)
        line.setToolTip(whole if cut != whole else "")
        line.clicked.connect(lambda: self.chosen.emit(advice.query, advice.filters))
        return line
