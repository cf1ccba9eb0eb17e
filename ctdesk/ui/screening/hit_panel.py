"""One name that was found beside the entry it may mean: how near, why, what speaks for and against,
what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated
from ctdesk.ui.screening.sheet import Sheet, SheetView
from ctdesk.ui.screening.words import decision_lines, entry_facts, score_title

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import MatchRow

DECISIONS = ("confirm_name", "exclude_name", "undecided_name")
FURTHER = ("evidence_sheet", "open_entry", "reopen_name")
_STEPS = ("previous_name", "next_name")


class HitPanel(Retranslated, QFrame):
    """Shows one MatchRow; the page that holds it does what its buttons ask for."""

    act_wanted = Signal(str)
    """Id of an act of the table."""
    opened = Signal(str, str)
    """Table and uid of a record that a link leads to."""
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self.row: MatchRow | None = None
        self.invitation = ""
        """What is said while there is nothing to show, where that can be helped."""
        self._where = (0, 0)
        self._with_document = False
        self._line = QLabel(self)
        self.sheet = SheetView(context, self)
        self.buttons = {name: QPushButton(self) for name in (*DECISIONS, *FURTHER)}
        self.steps = {name: QToolButton(self) for name in _STEPS}
        for name, button in (*self.buttons.items(), *self.steps.items()):
            button.clicked.connect(lambda _=False, n=name: self.act_wanted.emit(n))
        self.sheet.linked.connect(lambda target: self.opened.emit(*target.split(":", 1)))
        self._lay_out()
        self.retranslate()

    def show_row(
        self, row: MatchRow | None, place: int, count: int, *, with_document: bool = False
    ) -> None:
        """Show the name at `place` of `count`; `with_document` says which document it stands in."""
        self.row, self._where, self._with_document = row, (place, count), with_document
        self._fill()

    def enable(self, page_can: dict[str, bool]) -> None:
        """Grey what is not possible with this name."""
        for name, possible in page_can.items():
            self.buttons[name].setEnabled(possible)

    def retranslate(self) -> None:
        tokens = self._context.tokens
        self.sheet.setAccessibleName(self.tr("The name and the entry"))
        for name, button in self.buttons.items():
            row = act(name)
            button.setText(row.phrase)
            button.setToolTip(f"{row.phrase}  \u2068{row.keys[0]}\u2069" if row.keys else "")
        for name, picture in zip(_STEPS, ("up", "down"), strict=True):
            row, step = act(name), self.steps[name]
            step.setIcon(icon(picture, tokens, colour="muted"))
            step.setAccessibleName(row.phrase)
            step.setToolTip(f"{row.phrase}  \u2068{row.keys[0]}\u2069")
        self._fill()

    def _fill(self) -> None:
        place, count = self._where
        number = self._context.show.number
        self._line.setText(
            self.tr("Name {0} of {1}").format(number(place + 1), number(count)) if self.row else ""
        )
        for step in self.steps.values():
            step.setEnabled(count > 1)
        sheet = Sheet(self._context)
        if self.row is None:
            said = self.invitation or self.tr("No name of the lists is chosen.")
            sheet.paragraph(said, quiet=True)
        else:
            try:
                self._tell(sheet, self.row)
            except CtdeskError as error:
                self.failed.emit(error)
        self.sheet.show_sheet(sheet)

    def _tell(self, sheet: Sheet, row: MatchRow) -> None:
        context, match = self._context, row.match
        sheet.title(match.name, score_title(context, match.score / 1000))
        if row.delisted:
            sheet.paragraph(self._gone(row), marked=True)
        for line in decision_lines(context, row):
            sheet.paragraph(line, marked=row.waits_for_second)
        if self._with_document and row.document is not None:
            show = context.show
            number = show.number(row.document.number or row.document.their_number)
            about = show.joined(row.document.mission, number, show.short_day(row.document.date))
            sheet.heading(self.tr("In the document"))
            sheet.link(row.document.title, f"document:{row.document.uid}", quiet=about)
        sheet.heading(self.tr("Side by side"))
        sheet.facts(
            [
                (
                    self.tr("In the text") if match.document else self.tr("Asked for"),
                    [match.passage],
                ),
                (self.tr("On the list"), [match.listed_name]),
            ]
        )
        sheet.points(map(context.show.digits, row.explanation))
        sheet.heading(self.tr("The entry"))
        sheet.link(row.entry.name, f"list_entry:{row.entry.uid}")
        sheet.facts(entry_facts(context, context.desk.screening.entries.entry(row.entry.uid)))

    def _gone(self, row: MatchRow) -> str:
        day = self._context.show.day(row.entry.delisted_on)
        return self.tr("This entry is listed no more since {0}.").format(day)

    def _lay_out(self) -> None:
        self._line.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._line, 1)
        for step in self.steps.values():
            head.addWidget(step)
        foot = QGridLayout()
        foot.setSpacing(6)
        for column, name in enumerate(DECISIONS):
            foot.addWidget(self.buttons[name], 0, column)
        for column, name in enumerate(FURTHER):
            self.buttons[name].setProperty("kind", "quiet")
            foot.addWidget(self.buttons[name], 1, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.sheet, 1)
        layout.addLayout(foot)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
