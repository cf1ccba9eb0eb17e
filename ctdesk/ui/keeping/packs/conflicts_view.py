"""The conflicts that merges left open, each with its values side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ctdesk.desk.conflicts import ConflictRow
from ctdesk.domain.errors import CtdeskError
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context
from ctdesk.ui.keeping.packs.values import SideBySide
from ctdesk.ui.language import Retranslated

_MOST = 50
"""Conflicts shown at a time: each is several widgets."""


class ConflictsView(Retranslated, QWidget):
    """One card for each conflict."""

    notice = Signal(str)
    failed = Signal(object)
    opened = Signal(str, str)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: list[ConflictRow] = []
        self.cards: list[SideBySide] = []
        self._nothing, self._same = QLabel(self), QLabel(self)
        for label in (self._nothing, self._same):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._same)
        self.retranslate()

    def refresh(self) -> None:
        """Read the conflicts again."""
        desk = self._context.desk
        try:
            self.rows = list(desk.conflicts.list())[:_MOST]
            same = desk.conflicts.same_parties()
        except CtdeskError as error:
            self.failed.emit(error)
            return
        inside = QWidget(self._area)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(10)
        self.cards = []
        for row in self.rows:
            layout.addWidget(self._card(row, inside))
        layout.addStretch(1)
        self._area.setWidget(inside)
        self._area.setVisible(bool(self.rows))
        self._nothing.setVisible(not self.rows)
        side = self._context.lang
        names = (isolate(desk.parties.name(one.uid, side)) for one, _ in same)
        told = self.tr("Parties that are here twice under one name, perhaps the same: {0}")
        self._same.setText(told.format(("، " if self._context.rtl else ", ").join(names)))
        self._same.setVisible(bool(same))

    def settle(self, row: ConflictRow, chosen: str) -> None:
        """Let one value hold."""
        try:
            self._context.desk.conflicts.settle(row, chosen)
        except CtdeskError as error:
            self.failed.emit(error)
            self.refresh()
            return
        self.refresh()
        self.notice.emit(self.tr("Settled. Both values stay in the history."))
        self.changed.emit()

    def retranslate(self) -> None:
        self._nothing.setText(
            self.tr(
                "Nothing is in conflict. When two desks wrote the same field, both values are "
                "shown here, side by side."
            )
        )
        self._area.setAccessibleName(self.tr("Conflicts"))
        self.refresh()

    def _card(self, row: ConflictRow, parent: QWidget) -> SideBySide:
        show = self._context.show
        number = f"{show.number(row.number)} \u00b7 " if row.number else ""
        card = SideBySide(self._context, f"{number}{isolate(row.title)}", row.field, parent)
        if row.choosable:
            card.choose(row.field.heads[0].id)
        self.cards.append(card)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addStretch(1)
        if row.table in ("document", "dossier"):
            open_ = QPushButton(self.tr("Open"), card)
            open_.clicked.connect(lambda _=False: self.opened.emit(row.table, row.uid))
            line.addWidget(open_)
        if row.settleable:
            phrase = self.tr("Settle") if row.choosable else self.tr("Noted")
            done = QPushButton(phrase, card)
            done.setProperty("kind", "primary")
            default = row.field.heads[0].id if row.field.heads else ""
            done.clicked.connect(lambda _=False: self.settle(row, card.chosen or default))
            line.addWidget(done)
        layout = card.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(line)
        return card
