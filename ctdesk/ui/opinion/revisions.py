"""Any two saved revisions of an opinion side by side, the changed words marked."""

from __future__ import annotations

from html import escape

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
from ctdesk.text.difference import changes
from ctdesk.text.direction import base_direction
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
        rows = (self._row(change) for change in (found if self.all.isChecked() else changed))
        self.view.setHtml(f"<table width='100%' cellpadding='6'>{''.join(rows)}</table>")

    def _row(self, change: BlockChange) -> str:
        before, after = self._sides(change)
        sign = _PHRASES[change.how]
        cells = [
            f"<td width='48%' valign='top'>{before}</td>",
            f"<td width='4%' valign='top' align='center'>{sign}</td>",
            f"<td width='48%' valign='top'>{after}</td>",
        ]
        # a table of rich text isn't mirrored by Qt: the older text stands at the leading side
        return f"<tr>{''.join(reversed(cells) if self._context.rtl else cells)}</tr>"

    def _sides(self, change: BlockChange) -> tuple[str, str]:
        old, new = [], []
        for name in _TEXTS:
            was, now = _text(change.before, name), _text(change.after, name)
            if was or now:
                taken, put = self._marked(was, now)
                old.append(_paragraph(was, taken))
                new.append(_paragraph(now, put))
        return "".join(old), "".join(new)

    def _marked(self, was: str, now: str) -> tuple[str, str]:
        tokens = self._context.tokens
        taken, put = [], []
        for step in changes(was, now):
            gone = escape(was[step.old_start : step.old_end])
            come = escape(now[step.new_start : step.new_end])
            if step.op == "same":
                taken.append(gone)
                put.append(come)
                continue
            taken.append(f"<s style='color:{tokens.danger}'>{gone}</s>" if gone else "")
            put.append(f"<u style='color:{tokens.accent}'>{come}</u>" if come else "")
        return "".join(taken), "".join(put)

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


def _paragraph(text: str, marked: str) -> str:
    if not text:
        return ""
    return f"<p dir='{base_direction(text)}'>{marked.replace(chr(10), '<br>')}</p>"
