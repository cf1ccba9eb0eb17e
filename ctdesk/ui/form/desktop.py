"""The two sides of entering a document: its text with what was read, and the form beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Document
from ctdesk.text.show import strip_isolates
from ctdesk.ui.context import Context
from ctdesk.ui.form.editors import BodyEditor
from ctdesk.ui.form.form import RecordForm
from ctdesk.ui.form.proposals import ProposalPanel

_SIZE = (1240, 676)
"""Fits on a screen of 1366x768 with the frame and the bar of the system."""


class EntryDesktop(QWidget):
    """What the dialogs of a new and of a registered document have in common."""

    def __init__(self, context: Context, parent: QWidget, *, without: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self._context = context
        self._file, self._notes = QLabel(self), QLabel(self)
        self._duplicate, self._told = QLabel(self), QLabel(self)
        self.proposals = ProposalPanel(context, self)
        self.text = BodyEditor(context, field_of(Document, "text"), self)
        self.form = RecordForm(context, Document, without=("text", *without), parent=self)
        self._acts: tuple[QPushButton, ...] = ()
        for label, role in (
            (self._file, "heading"),
            (self._notes, "warning"),
            (self._duplicate, "warning"),
        ):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.hide()
        self._told.setWordWrap(True)

    @property
    def told(self) -> str:
        """What was last said at the foot."""
        return strip_isolates(self._told.text())

    @property
    def warned(self) -> str:
        """The lines on the file and the one on duplicates, as far as they are shown."""
        shown = [label for label in (self._notes, self._duplicate) if not label.isHidden()]
        return "\n".join(strip_isolates(label.text()) for label in shown)

    def say(self, sentence: str, role: str) -> None:
        """Say a sentence at the foot."""
        self._told.setProperty("role", role)
        self._told.style().polish(self._told)
        self._told.setText(self._context.show.mark + sentence if sentence else "")

    def show_file(self, line: str) -> None:
        """Which file stands in the form; "" when it is none."""
        self._file.setText(line)
        self._file.setVisible(bool(line))

    def show_notes(self, sentences: Sequence[str]) -> None:
        """What to know of the file that stands in the form; none hides the lines."""
        mark = self._context.show.mark
        self._notes.setText("\n".join(f"{mark}⚠ {sentence}" for sentence in sentences))
        self._notes.setVisible(bool(sentences))

    def show_duplicates(self, numbers: Sequence[str]) -> None:
        """Warn of documents with the same number, date and sender; none takes it back."""
        show = self._context.show
        listed = show.names(show.number(number) for number in numbers)
        self._duplicate.setText(
            show.mark
            + self.tr("⚠ Registered before with this number, date and sender: {0}").format(listed)
        )
        self._duplicate.setVisible(bool(numbers))

    def words(self) -> dict[str, Any]:
        """What a person wrote here; empty for nothing."""
        fields = {n: e.value() for n, e in self.form.editors.items() if e.touched}
        if not fields and not self.text.touched:
            return {}
        return {"text": self.text.value() if self.text.touched else None, "fields": fields}

    def take_back(self, words: Mapping[str, Any]) -> bool:
        """Write what was left of `words`; whether there was anything."""
        editors = self.form.editors
        written = {n: v for n, v in words.get("fields", {}).items() if n in editors}
        if words.get("text") is not None:
            self.text.set_value(words["text"])
            self.text.touched = True
        for name, value in written.items():
            editors[name].set_value(value)
            editors[name].touched = True
        if words:
            self.say(self.tr("What you were writing was kept. It is not saved yet."), "number")
        return bool(words)

    def enter(self) -> None:
        """What Enter does outside the text: presses a button, goes on from a field."""
        here = QApplication.focusWidget()
        if isinstance(here, QPushButton):
            here.click()
        elif isinstance(here, QLineEdit | QComboBox):
            self.focusNextChild()

    def set_acts(self, *buttons: QPushButton) -> None:
        """The buttons of the foot: the first is the one that is meant, the last leaves."""
        self._acts = buttons
        buttons[0].setProperty("kind", "primary")
        for button in buttons:
            button.setAutoDefault(False)

    def fill(self, dialog: QDialog) -> None:
        """Lay everything out in a dialog, text first for the keyboard."""
        dialog.resize(*_SIZE)
        self.lay_out()
        around = QVBoxLayout(dialog)
        around.setContentsMargins(16, 14, 16, 14)
        around.addWidget(self)

    def lay_out(self, *below: QWidget) -> None:
        """Lay everything out; `below` stand between the two sides and the foot."""
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in self._acts[:-1]:
            foot.addWidget(button)
        foot.addSpacing(8)
        foot.addWidget(self._told, 1)
        foot.addWidget(self._acts[-1])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._sides(), 1)
        for widget in (self._duplicate, *below):
            layout.addWidget(widget)
        layout.addLayout(foot)
        stops = [self.text, *self.form.chain(), *self._acts]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _sides(self) -> QWidget:
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        # a mirrored splitter cuts a pixel off its children
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(8)
        for widget in (self._file, self._notes, self.proposals):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(scroll)
        around = QVBoxLayout(inside)
        around.setContentsMargins(6, 0, 6, 0)
        around.addWidget(self.form)
        scroll.setWidget(inside)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(12)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(beside)
        splitter.addWidget(scroll)
        splitter.setSizes([560, 640])
        return splitter
