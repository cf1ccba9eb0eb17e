"""Any two saved revisions of an opinion side by side, the changed words marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.review import BlockChange
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.changed_words import marked_pair, two_columns
from ctdesk.ui.context import Context

_TEXTS = ("ar", "en", "received_ar", "received_en", "proposed_ar", "proposed_en")
_PHRASES = {"same": "", "changed": "≠", "added": "+", "removed": "−", "moved": "⇅"}


class RevisionsDialog(QDialog):
    """Choose two revisions; what was taken out is struck through, what came in underlined."""

    def __init__(self, context: Context, parent: QWidget, uid: str) -> None:
        super().__init__(parent)
        self._context = context
        self._uid = uid
        self.setWindowTitle(self.tr("Compare revisions"))
        self.resize(940, 600)
        self.older, self.newer = QComboBox(self), QComboBox(self)
        self.all = QCheckBox(self.tr("Show what did not change too"), self)
        self.said = QLabel(self)
        self.said.setProperty("role", "muted")
        self.view = QTextBrowser(self)
        self.view.setAccessibleName(self.tr("Changes"))
        self._fill()
        self._lay_out()
        for box in (self.older, self.newer):
            box.currentIndexChanged.connect(lambda _index: self._compare())
        self.all.toggled.connect(lambda _on: self._compare())
        self._compare()

    def _fill(self) -> None:
        show = self._context.show
        revisions = self._context.desk.review.revisions(self._uid)
        for revision in revisions:
            number = self.tr("Revision {0}").format(show.number(revision.number))
            text = show.joined(number, show.moment(revision.at))
            for box in (self.older, self.newer):
                box.addItem(text, revision.number)
        self.older.setCurrentIndex(min(1, len(revisions) - 1))
        self.older.setAccessibleName(self.tr("Older revision"))
        self.newer.setAccessibleName(self.tr("Newer revision"))

    def _compare(self) -> None:
        try:
            found = self._context.desk.review.compare(
                self._uid, self.older.currentData(), self.newer.currentData()
            )
        except CtdeskError as error:
            self.said.setText(error.message(self._context.lang))
            return
        changed = [change for change in found if change.how != "same"]
        count = self.tr("%n block(s) changed", "", len(changed))
        self.said.setText(self._context.show.digits(count))
        shown = found if self.all.isChecked() else changed
        sides = [(self._sides(change), _PHRASES[change.how]) for change in shown]
        rows = [(before, sign, after) for (before, after), sign in sides]
        self.view.setHtml(two_columns(rows, rtl=self._context.rtl))

    def _sides(self, change: BlockChange) -> tuple[str, str]:
        old, new = [], []
        for name in _TEXTS:
            was, now = _text(change.before, name), _text(change.after, name)
            if was or now:
                taken, put = marked_pair(was, now, self._context.tokens)
                old.append(taken)
                new.append(put)
        return "".join(old), "".join(new)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.older, 1)
        head.addWidget(QLabel("→" if not self._context.rtl else "←", self))
        head.addWidget(self.newer, 1)
        line = QHBoxLayout()
        line.addWidget(self.said, 1)
        line.addWidget(self.all)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons, 0, Qt.AlignmentFlag.AlignBottom)


def _text(block: Block | None, name: str) -> str:
    return str(getattr(block, name)) if block else ""
