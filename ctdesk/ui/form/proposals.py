"""What was read from a file's header: each proposal with its place, taken by a click or key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ctdesk.domain.fields import FieldSpec, field_of
from ctdesk.domain.records import Document
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated

if TYPE_CHECKING:
    from ctdesk.desk import Proposal


class ProposalPanel(Retranslated, QFrame):
    """The proposals that are still open."""

    taken = Signal(str, object)
    """Field key and the value that the officer said yes to."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._open: list[Proposal] = []
        self._title = QLabel(self)
        self._title.setProperty("role", "heading")
        self.take_all = QPushButton(self)
        self.take_all.clicked.connect(self.accept_all)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.take_all)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._rows)
        self.retranslate()
        self.show_proposals(())

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Offer these; none hides the panel."""
        self._open = [p for p in proposals if _spec(p.field) is not None]
        self._fill()

    def accept_all(self) -> None:
        """Say yes to every proposal that is open."""
        for proposal in list(self._open):
            self._accept(proposal)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Read from the file"))
        self.take_all.setText(self.tr("Accept all (Alt+A)"))
        self.take_all.setShortcut("Alt+A")

    def _accept(self, proposal: Proposal) -> None:
        self._open.remove(proposal)
        self.taken.emit(proposal.field, proposal.value)
        self._fill()

    def _fill(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for proposal in self._open:
            self._rows.addWidget(self._row(proposal))
        self.setVisible(bool(self._open))

    def _row(self, proposal: Proposal) -> QWidget:
        spec = _spec(proposal.field)
        assert spec is not None
        context, show = self._context, self._context.show
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        accept = QPushButton(self.tr("Accept"), row)
        accept.setProperty("kind", "link")
        accept.clicked.connect(lambda _=False, p=proposal: self._accept(p))
        field = context.field("document", spec.key)
        accept.setAccessibleName(f"{accept.text()} {field}")
        told = QLabel(show.joined(f"{field}: {self._shown(spec, proposal.value)}"), row)
        told.setToolTip(self.tr("Read in: {0}").format(proposal.where))
        where = QLabel(f"«{show.number(proposal.where[:60])}»", row)
        where.setProperty("role", "muted")
        line.addWidget(accept)
        line.addWidget(told)
        line.addWidget(where, 1)
        return row

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
