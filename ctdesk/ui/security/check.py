"""The security check, and what left the desk since it was unlocked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ctdesk.desk import Desk
from ctdesk.desk.security import Finding
from ctdesk.domain.errors import CtdeskError
from ctdesk.text.show import strip_isolates
from ctdesk.ui.context import Context
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated
from ctdesk.ui.work import Work

_PICTURES = {
    "good": ("done", "accent"),
    "look": ("warning", "danger"),
    "unknown": ("info", "muted"),
}
_MOST = 8


class CheckField(Retranslated, QWidget):
    """One line for each thing that was looked at: a picture with its word, how it stands."""

    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Work | None = None
        self._found: Sequence[Finding] = ()
        self._rows: list[QLabel] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(2, 1)
        self.again = QPushButton(self)
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self._grid)
        layout.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignLeading)
        self.retranslate()

    @property
    def said(self) -> list[str]:
        """The lines as they are read."""
        return [strip_isolates(label.text()) for label in self._rows]

    def look(self) -> None:
        """Look at everything, in a worker."""
        if self._work is not None:
            return
        self.again.setEnabled(False)
        self._work = Work(self._context.desk, _checked, self)
        self._work.finished_with.connect(self._show_found)
        self._work.failed.connect(self.failed)
        self._work.finished.connect(self._ended)
        self._work.start()

    def wait(self) -> None:
        """Let a look that was begun come to its end."""
        if self._work is not None:
            self._work.wait()

    def retranslate(self) -> None:
        self.again.setText(self.tr("Look again"))
        self._show_found(self._found)

    def _ended(self) -> None:
        self._work = None
        self.again.setEnabled(True)

    def _show_found(self, found: Sequence[Finding]) -> None:
        self._found = found
        _empty(self._grid)
        self._rows = []
        context = self._context
        for row, finding in enumerate(found):
            picture, name, sentence = (QLabel(self) for _ in range(3))
            drawn, colour = _PICTURES[finding.state]
            picture.setPixmap(icon(drawn, context.tokens, colour=colour).pixmap(18, 18))
            # the word as well: no state by picture and colour alone
            state = context.word(f"security.state.{finding.state}")
            picture.setToolTip(state)
            picture.setAccessibleName(state)
            name.setText(finding.name(context.lang))
            name.setProperty("role", "heading")
            name.setWordWrap(True)
            name.setMinimumWidth(150)
            sentence.setText(
                f"{context.show.mark}{state}: "
                + context.show.digits(finding.sentence(context.lang))
            )
            sentence.setWordWrap(True)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(picture, row, 0, top)
            self._grid.addWidget(name, row, 1, top)
            self._grid.addWidget(sentence, row, 2, top)
            self._rows.append(sentence)


class LeftField(Retranslated, QWidget):
    """What left the desk since it was unlocked: memos, lists, attachments, backups."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        self.retranslate()

    @property
    def said(self) -> str:
        return strip_isolates(self._text.text())

    def retranslate(self) -> None:
        context = self._context
        try:
            rows = context.desk.security.left()
        except CtdeskError as error:
            self._text.setText(error.message(context.lang))
            return
        lines = [f"{context.show.mark}{row.local[-5:]}  {row.sentence}" for row in rows[:_MOST]]
        if len(rows) > _MOST:
            more = context.show.number(len(rows) - _MOST)
            lines.append(self.tr("and {0} more, in the history").format(more))
        head = (
            self.tr("Left this desk since it was unlocked; delete what is not needed any more:")
            if rows
            else self.tr("Nothing left this desk since it was unlocked.")
        )
        self._text.setText("\n".join((head, *(context.show.digits(line) for line in lines))))


def _checked(desk: Desk, _step: object) -> Sequence[Finding]:
    return desk.security.check()


def _empty(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
