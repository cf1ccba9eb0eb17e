"""Below the text: what lies near to it, what we said before on it, what it refers to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Row
from ctdesk.desk.references import Reference
from ctdesk.desk.searches import Related
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Document
from ctdesk.ui.context import Context
from ctdesk.ui.documents.delegate import quiet_line
from ctdesk.ui.language import Retranslated

_PANES = ("related", "said", "references")
_LIMIT = 8
_SHARED = 5
_REST_MS = 150
"""So long a rest on a document, and what lies near to it is looked for."""
_ROWS = 4


@dataclass(frozen=True)
class _Line:
    """One row of the list: where it leads ("" for nowhere yet) and what it says."""

    target: tuple[str, str]
    text: str


class Nearby(Retranslated, QWidget):
    """Folded to its three buttons until one is pressed; asks only for what is shown."""

    opened = Signal(str, str)
    """Table and uid of a record that was chosen."""
    references_found = Signal(list)
    """The References of the text that is shown."""
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document: Document | None = None
        self._selection = ""
        self._lines: Sequence[_Line] = ()
        self._references: Sequence[Reference] = ()
        self.shown = ""
        self.buttons = {name: QPushButton(self) for name in _PANES}
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self._said = QLabel(self)
        self._said.setProperty("role", "muted")
        self._said.setWordWrap(True)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.clicked.connect(lambda _=False, n=name: self.turn(n))
            head.addWidget(button)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._said)
        layout.addWidget(self.list)
        self._head = head
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)
        self.retranslate()
        self._show_state()

    def add_button(self, button: QPushButton) -> None:
        """Set a further button beside the three."""
        self._head.insertWidget(len(self.buttons), button)

    def show_document(self, document: Document) -> None:
        """Another document is read; what lies near is looked for after a rest."""
        self._document, self._selection = document, ""
        self._references, self._lines = (), ()
        self._fill()
        self._rest.start()

    def turn(self, name: str) -> None:
        """Unfold one of the three, or fold it again."""
        self.shown = "" if self.shown == name else name
        self._selection = ""
        self._look()

    def said_before(self, selection: str) -> None:
        """What we said before on a passage, or on the whole document; the keyboard goes there."""
        self.shown, self._selection = "said", selection
        self._look()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.buttons["related"].setText(self.tr("Related"))
        self.buttons["said"].setText(self.tr("What we said before"))
        self.buttons["references"].setText(self._references_phrase())
        self.list.setAccessibleName(self.tr("Records near to this one"))
        self._fill()

    def _references_phrase(self) -> str:
        phrase = self.tr("References")
        count = self._context.show.number(len(self._references)) if self._references else ""
        return f"{phrase} {count}".strip()

    def _look(self) -> None:
        """Ask for what is shown, and for the references, which are links in the text as well."""
        self._rest.stop()
        document, desk = self._document, self._context.desk
        if document is None:
            return
        try:
            self._references = desk.references.of(document)
            self._lines = self._asked(document)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.references_found.emit(list(self._references))
        self.buttons["references"].setText(self._references_phrase())
        self._fill()

    def _asked(self, document: Document) -> Sequence[_Line]:
        searches = self._context.desk.searches
        if self.shown == "related":
            found = searches.related(uid=document.uid, limit=_LIMIT)
        elif self.shown == "said":
            found = searches.related(
                self._selection, uid=document.uid, kinds=("opinion",), limit=_LIMIT
            )
        elif self.shown == "references":
            return self._reference_lines(document)
        else:
            return ()
        return [_Line((r.row.table, r.row.uid), self._related(r)) for r in found]

    def _related(self, related: Related) -> str:
        shared = self._context.show.names(related.shared[:_SHARED])
        return f"{related.row.title}\n{self._context.show.joined(self._about(related.row), shared)}"

    def _about(self, row: Row) -> str:
        return quiet_line(self._context, row)

    def _reference_lines(self, document: Document) -> Sequence[_Line]:
        lines = []
        show = self._context.show
        for reference in self._references:
            row = reference.target
            said = self.tr("Refers to: {0}").format(f"\u2068{reference.text}\u2069")
            if row is None:
                waits = self.tr("not on this desk, or not told apart")
                lines.append(_Line(("", ""), show.joined(said, waits)))
            else:
                text = f"{row.title}\n{show.joined(said, self._about(row))}"
                lines.append(_Line((row.table, row.uid), text))
        for row in self._context.desk.references.to(document):
            said = self.tr("Refers to this document")
            text = f"{row.title}\n{show.joined(said, self._about(row))}"
            lines.append(_Line((row.table, row.uid), text))
        return lines

    def _fill(self) -> None:
        self.list.clear()
        for line in self._lines:
            item = QListWidgetItem(line.text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, line.target)
            item.setToolTip(line.text)
        self.list.setCurrentRow(0)
        self._show_state()

    def _show_state(self) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == self.shown)
        height = self.fontMetrics().height() * 2 + 12
        self.list.setFixedHeight(min(len(self._lines), _ROWS) * height + 4)
        self.list.setVisible(bool(self.shown and self._lines))
        self._said.setVisible(bool(self.shown and not self._lines))
        self._said.setText(
            {
                "related": self.tr("Nothing on the desk is near to this document."),
                "said": self.tr("No earlier opinion is near to this document."),
                "references": self.tr("The text mentions no other message, and none mentions it."),
            }.get(self.shown, "")
        )

    def _open(self, item: QListWidgetItem) -> None:
        table, uid = item.data(Qt.ItemDataRole.UserRole)
        if uid:
            self.opened.emit(table, uid)
