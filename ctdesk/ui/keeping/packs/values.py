"""Values that stand side by side, with whose they are; one may be chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.pack_rows import FieldRow, HeadRow
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context

_CHOOSABLE = ("both", "text")


class SideBySide(QFrame):
    """A conflict: a head, then one column for each value."""

    def __init__(
        self, context: Context, title: str, field: FieldRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.field = field
        self._group = QButtonGroup(self)
        self.setProperty("card", True)
        head = QLabel(f"{context.show.mark}{title} \u00b7 {field.label}", self)
        head.setProperty("role", "heading")
        head.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(head)
        lead = self._lead()
        if lead:
            told = QLabel(lead, self)
            told.setProperty("role", "muted")
            told.setWordWrap(True)
            layout.addWidget(told)
        columns = QHBoxLayout()
        columns.setSpacing(10)
        for value in field.heads:
            columns.addWidget(self._column(value), 1)
        layout.addLayout(columns)

    @property
    def chosen(self) -> str:
        """The id of the value that was chosen; "" while it is left open."""
        button = self._group.checkedButton()
        return str(button.property("head")) if button else ""

    def choose(self, head: str) -> None:
        """Choose a value by its id."""
        for button in self._group.buttons():
            button.setChecked(button.property("head") == head)

    def _lead(self) -> str:
        told = {
            "frozen": self.tr(
                "The opinion was issued: what another desk wrote afterwards is not applied."
            ),
            "issued_twice": self.tr("Two desks issued it. The earlier issue, the first, holds."),
            "number": self.tr("Two documents carry this number. Void one of them."),
            "text": self.tr("The text was written on two desks; the first shows."),
        }
        return told.get(self.field.kind, "")

    def _column(self, value: HeadRow) -> QFrame:
        show = self._context.show
        box = QFrame(self)
        box.setProperty("well", True)
        text = QLabel(show.mark + (value.text or self.tr("(empty)")), box)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        whose = [isolate(each) for each in (value.desk, value.officer) if each]
        told = QLabel(show.mark + " \u00b7 ".join((*whose, show.short_day(value.at[:10]))), box)
        told.setProperty("role", "muted")
        told.setWordWrap(True)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        if self.field.kind in _CHOOSABLE:
            name = self.tr("Shown now") if value.shown else self.tr("Take this one")
            button = QRadioButton(name, box)
            button.setProperty("head", value.id)
            button.setAccessibleName(f"{name}: {self.field.label}: {value.text}")
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addWidget(text, 1)
        layout.addWidget(told)
        return box
