"""How to search, by examples that are tried with a click."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.documents.search_popover import Popover
from ctdesk.ui.language import QT_TRANSLATE_NOOP

REFERENCE = "S/RES/2379"
"""The same in every language."""
EXAMPLES: tuple[tuple[str, str], ...] = (
    (
        QT_TRANSLATE_NOOP("SearchHelp", "financing of terrorism"),
        QT_TRANSLATE_NOOP(
            "SearchHelp", "All the words, in any of their forms and in both languages"
        ),
    ),
    (
        QT_TRANSLATE_NOOP("SearchHelp", '"border security"'),
        QT_TRANSLATE_NOOP("SearchHelp", "These words side by side"),
    ),
    (
        QT_TRANSLATE_NOOP("SearchHelp", "=financing"),
        QT_TRANSLATE_NOOP("SearchHelp", "This spelling only, no other forms"),
    ),
    (
        QT_TRANSLATE_NOOP("SearchHelp", "mission:Amman"),
        QT_TRANSLATE_NOOP("SearchHelp", "In one field: from or to this mission"),
    ),
    (
        QT_TRANSLATE_NOOP("SearchHelp", "dated:March 2026"),
        QT_TRANSLATE_NOOP("SearchHelp", "A day, a month or a year"),
    ),
    (
        QT_TRANSLATE_NOOP("SearchHelp", "dated:[1/1/2026 to 31/3/2026]"),
        QT_TRANSLATE_NOOP("SearchHelp", "Between two days"),
    ),
    (
        QT_TRANSLATE_NOOP("SearchHelp", "returns OR repatriation"),
        QT_TRANSLATE_NOOP("SearchHelp", "One of the two, or both"),
    ),
    (
        QT_TRANSLATE_NOOP("SearchHelp", "financing NOT British"),
        QT_TRANSLATE_NOOP("SearchHelp", "The first without the second"),
    ),
    (
        QT_TRANSLATE_NOOP("SearchHelp", "terroris*"),
        QT_TRANSLATE_NOOP("SearchHelp", "Words that begin so"),
    ),
    (
        QT_TRANSLATE_NOOP("SearchHelp", "Ottowa~"),
        QT_TRANSLATE_NOOP("SearchHelp", "A name whose spelling is not certain"),
    ),
    (
        REFERENCE,
        QT_TRANSLATE_NOOP("SearchHelp", "A resolution or a letter by its number"),
    ),
)
"""What to write and what it finds; each finds something on the sample desk."""
_WIDTH = 560


def example(text: str) -> str:
    """An example as it is written in the language of the window."""
    return QCoreApplication.translate("SearchHelp", text)


class SearchHelp(Popover):
    """The examples, one a line; the chosen one is `tried`."""

    tried = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent, width=_WIDTH)
        title = QLabel(act("search_help").phrase, self)
        title.setProperty("role", "heading")
        self.setAccessibleName(title.text())
        self.body.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        self.buttons = [self._row(grid, *row) for row in EXAMPLES]
        self.body.addLayout(grid)
        foot = QLabel(
            self.tr(
                "Field names and their values are offered while one types, in both languages. "
                "What can't be read as a question is searched for as words."
            ),
            self,
        )
        foot.setProperty("role", "muted")
        foot.setWordWrap(True)
        foot.setFixedWidth(_WIDTH - 24)
        self.body.addWidget(foot)
        self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _row(self, grid: QGridLayout, text: str, meaning: str) -> QPushButton:
        written, says = example(text), QCoreApplication.translate("SearchHelp", meaning)
        button = QPushButton(self.context.show.number(written), self)
        button.setProperty("kind", "link")
        button.setAutoDefault(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(self.tr("Try {0}: {1}").format(written, says))
        button.clicked.connect(lambda: self._try(written))
        label = QLabel(says, self)
        label.setProperty("role", "small")
        row = grid.rowCount()
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(button, row, 0, leading)
        grid.addWidget(label, row, 1)
        return button

    def _try(self, written: str) -> None:
        self.close()
        self.tried.emit(written)
