"""Shows new recovery words once, to be written down; in force only once they were read back."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.recovery_words import COUNT
from ctdesk.desk.slots import NewWords
from ctdesk.domain.errors import CtdeskError
from ctdesk.text.fold import fold_word
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated
from ctdesk.ui.recovery_print import print_sheet, printer_there

_ROWS = COUNT // 2
_ASKED = 2
"""So many of the words are asked back."""


class RecoverySheet(Retranslated, QDialog):
    """First the words, then the question for two of them."""

    kept = Signal()

    def __init__(self, context: Context, new: NewWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._new = context, new
        self._lead, self._warning, self._told = QLabel(self), QLabel(self), QLabel(self)
        self._asks = QLabel(self)
        self.print_button, self.written, self.later = (QPushButton(self) for _ in range(3))
        self.back, self.keep = QPushButton(self), QPushButton(self)
        drawn = secrets.SystemRandom().sample(range(COUNT), _ASKED)
        self.asked = {place: QLineEdit(self) for place in sorted(drawn)}
        self._names = {place: QLabel(self) for place in self.asked}
        self._stack = QStackedWidget(self)
        self._dress()
        self._lay_out()
        self.retranslate()

    @property
    def told(self) -> str:
        return self._told.text()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Recovery words"))
        self._lead.setText(
            self.tr(
                "These words open the desk for an officer who lost the passphrase. Write them on "
                "paper, in either language, and seal them in the division's safe. They are shown "
                "this once and kept nowhere."
            )
        )
        self._warning.setText(
            self.tr(
                "Whoever holds this sheet and the machine holds the desk. Don't photograph it. "
                "A printer and its queue may keep a copy: writing by hand leaves none."
            )
        )
        self._asks.setText(self.tr("Read two of the words back from your paper:"))
        for place, label in self._names.items():
            label.setText(self.tr("Word {0}").format(self._context.show.number(place + 1)))
            self.asked[place].setAccessibleName(label.text())
        self.print_button.setText(self.tr("Print…"))
        self.written.setText(self.tr("They are written down"))
        self.later.setText(self.tr("Not now"))
        self.back.setText(self.tr("Show the words again"))
        self.keep.setText(self.tr("Put them into force"))
        self.print_button.setToolTip("" if printer_there() else self.tr("No printer is known."))
        self._compare()

    def put_into_force(self) -> None:
        """From now on these words recover the desk."""
        if not self.keep.isEnabled():
            return
        try:
            self._context.desk.slots.keep_words(self._new)
        except CtdeskError as error:
            self._told.setText(error.message(self._context.lang))
            return
        self.kept.emit()
        self.accept()

    def _print(self) -> None:
        if print_sheet(self._context, self._new.words, self):
            try:
                self._context.desk.slots.words_were_printed()
            except CtdeskError as error:
                self._told.setText(error.message(self._context.lang))

    def _turn(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        for button in (self.print_button, self.written):
            button.setVisible(page == 0)
        for button in (self.back, self.keep):
            button.setVisible(page == 1)
        if page:
            next(iter(self.asked.values())).setFocus()

    def _compare(self) -> None:
        words = {side: self._new.words.shown(side) for side in ("ar", "en")}
        right = all(
            fold_word(field.text().strip()) in {fold_word(shown[place]) for shown in words.values()}
            for place, field in self.asked.items()
        )
        self.keep.setEnabled(right)

    def _dress(self) -> None:
        self.setMinimumWidth(620)
        self._warning.setProperty("role", "warning")
        self._told.setProperty("role", "danger")
        for label in (self._lead, self._warning, self._told, self._asks):
            label.setWordWrap(True)
        for button in (self.written, self.keep):
            button.setProperty("kind", "primary")
        for button in (self.print_button, self.written, self.later, self.back, self.keep):
            button.setAutoDefault(False)
        self.print_button.setEnabled(printer_there())
        self.print_button.clicked.connect(self._print)
        self.written.clicked.connect(lambda: self._turn(1))
        self.back.clicked.connect(lambda: self._turn(0))
        self.keep.clicked.connect(self.put_into_force)
        self.later.clicked.connect(self.reject)
        for field in self.asked.values():
            # a word of the sheet is never kept, not even as a draft at a lock
            field.setProperty("secret", True)
            field.textEdited.connect(lambda _text: self._compare())
            field.returnPressed.connect(self.put_into_force)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._words())
        self._stack.addWidget(self._question())
        foot = QHBoxLayout()
        foot.addWidget(self.print_button)
        foot.addStretch(1)
        for button in (self.back, self.written, self.keep, self.later):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        for widget in (self._lead, self._stack, self._warning, self._told):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(foot)
        self._turn(0)

    def _words(self) -> QWidget:
        sheet = QFrame(self)
        sheet.setProperty("card", True)
        grid = QGridLayout(sheet)
        grid.setContentsMargins(22, 16, 22, 16)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(9)
        pairs = zip(self._new.words.shown("ar"), self._new.words.shown("en"), strict=True)
        for at, pair in enumerate(pairs):
            row, column = at % _ROWS, at // _ROWS * 4
            number = QLabel(f"{self._context.show.number(at + 1)}.", sheet)
            number.setProperty("role", "muted")
            number.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(number, row, column)
            for side, word in enumerate(pair):
                label = QLabel(word, sheet)
                label.setProperty("role", "heading")
                # not to be selected: what can't be copied can't stay in a clipboard
                label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
                grid.addWidget(label, row, column + 1 + side)
                grid.setColumnStretch(column + 1 + side, 1)
        grid.setColumnMinimumWidth(3, 18)
        return sheet

    def _question(self) -> QWidget:
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setVerticalSpacing(10)
        grid.addWidget(self._asks, 0, 0, 1, 2)
        for row, (place, field) in enumerate(self.asked.items(), start=1):
            self._names[place].setBuddy(field)
            grid.addWidget(self._names[place], row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(_ASKED + 1, 1)
        return page
