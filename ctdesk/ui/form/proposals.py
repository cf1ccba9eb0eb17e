"""What was read from a file's header: each proposal with its place, taken by a click or key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.fields import FieldSpec, field_of
from ctdesk.domain.records import Document
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context
from ctdesk.ui.elided import ElidedLabel
from ctdesk.ui.language import Retranslated

if TYPE_CHECKING:
    from ctdesk.desk import Proposal


_MOST_LINES = 8.5
"""More proposals are scrolled to: half a line shows that there are more, and the text has room."""


class ProposalPanel(Retranslated, QFrame):
    """The proposals that are still open; Alt and a figure takes one, Alt+A takes all."""

    taken = Signal(str, object)
    """Field key and the value that the officer said yes to."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._open: list[Proposal] = []
        self.setProperty("card", True)
        self._title = QLabel(self)
        self._title.setProperty("role", "heading")
        self.take_all = QPushButton(self)
        self.take_all.setAutoDefault(False)
        self.take_all.clicked.connect(self.accept_all)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.take_all)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._rows = QWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._scroll)
        self.retranslate()
        self.show_proposals(())

    @property
    def fields(self) -> list[str]:
        """Keys of the fields for which something is proposed and still open."""
        return [proposal.field for proposal in self._open]

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Offer these; none hides the panel."""
        self._open = [p for p in proposals if _spec(p.field) is not None]
        self._fill()

    def accept(self, number: int) -> None:
        """Say yes to the proposal of that place in the list, from 1; out of it nothing happens."""
        if 1 <= number <= len(self._open):
            self._accept(self._open[number - 1])

    def accept_all(self) -> None:
        """Say yes to every proposal that is open."""
        for proposal in list(self._open):
            self._accept(proposal)

    def drop(self, key: str) -> None:
        """A person wrote the field: what was read for it is no longer offered."""
        if key in self.fields:
            self._open = [p for p in self._open if p.field != key]
            self._fill()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Read from the file"))
        self.take_all.setText(self.tr("Accept all"))
        self.take_all.setToolTip(isolate("Alt+A"))

    def _accept(self, proposal: Proposal) -> None:
        self._open.remove(proposal)
        self.taken.emit(proposal.field, proposal.value)
        self._fill()

    def _fill(self) -> None:
        self._rows = QWidget(self)
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        for row, proposal in enumerate(self._open):
            self._add(grid, row, proposal)
        # the area takes the rows over, and lets go of those it had
        self._scroll.setWidget(self._rows)
        self._rows.setAutoFillBackground(False)
        height = self._rows.sizeHint().height()
        line = height / max(len(self._open), 1)
        self._scroll.setFixedHeight(round(min(height, _MOST_LINES * line)))
        self.setVisible(bool(self._open))

    def _add(self, grid: QGridLayout, row: int, proposal: Proposal) -> None:
        spec = _spec(proposal.field)
        assert spec is not None
        show = self._context.show
        field = self._context.field("document", spec.key)
        label = QLabel(field, self._rows)
        label.setProperty("role", "muted")
        value = ElidedLabel(self._rows)
        value.setText(show.mark + self._shown(spec, proposal.value))
        where = ElidedLabel(self._rows)
        where.setProperty("role", "muted")
        # the words as they stand in the file: nothing of them is put in other digits
        words = " ".join(proposal.where.split())
        where.setText(f"{show.mark}«{isolate(words)}»" if words else "")
        accept = QPushButton(self.tr("Accept"), self._rows)
        accept.setProperty("kind", "link")
        accept.setAutoDefault(False)
        accept.setToolTip(isolate(f"Alt+{row + 1}"))
        accept.setAccessibleName(f"{accept.text()} {field}")
        accept.clicked.connect(lambda _=False, p=proposal: self._accept(p))
        for column, widget in enumerate((label, value, where, accept)):
            grid.addWidget(widget, row, column)

    def _shown(self, spec: FieldSpec, value: object) -> str:
        context = self._context
        values = value if isinstance(value, list | tuple) else [value]
        if spec.vocabulary:
            return context.show.names(context.label(spec.vocabulary, str(v)) for v in values)
        if spec.type == "date":
            return context.show.day(str(value))
        return context.show.names(str(v) for v in values)


def _spec(key: str) -> FieldSpec | None:
    try:
        return field_of(Document, key)
    except KeyError:
        # a proposal about the file itself (its encoding), not about the document
        return None
