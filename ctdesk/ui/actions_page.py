"""Follow-up: what is owed, by whom, by when, and for whom it waits."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import ActionRow
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.fields import FieldSpec, fields_of
from ctdesk.domain.records import Action
from ctdesk.domain.states import ACTION
from ctdesk.ui.context import Context
from ctdesk.ui.page import Page

_COLUMNS = tuple(spec for spec in fields_of(Action) if spec.listed)


class ActionsPage(Page):
    """A table of actions, the earliest due first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: list[ActionRow] = []
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.line = QLabel(self)
        self.line.setProperty("role", "muted")
        self.table = QTableWidget(self)
        self.table.setColumnCount(len(_COLUMNS))
        self.state_button = QPushButton(self)
        self.state_button.clicked.connect(self.change_state)
        self.open_button = QPushButton(self)
        self.open_button.clicked.connect(self.open_document)
        self.table.itemActivated.connect(lambda _item: self.open_document())
        self.table.itemSelectionChanged.connect(self._grey)
        self._lay_out()
        self.retranslate()

    def refresh(self) -> None:
        """Read the actions again."""
        try:
            self._rows = list(self.context.desk.actions.list())
        except CtdeskError as error:
            self.failed.emit(error)
            return
        at = max(0, self.table.currentRow())
        self._fill()
        if self._rows:
            self.table.setCurrentCell(min(at, len(self._rows) - 1), 0)
        self._grey()

    def focus_first(self) -> None:
        self.table.setFocus()

    def can(self, handler: str) -> bool:
        if handler in ("change_state", "show_history"):
            return self.chosen is not None
        return super().can(handler)

    @property
    def chosen(self) -> ActionRow | None:
        """The action that is selected."""
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def open(self, uid: str) -> None:
        """Select an action that another page asked for."""
        for row, found in enumerate(self._rows):
            if found.action.uid == uid:
                self.table.setCurrentCell(row, 0)

    def show_history(self) -> None:
        """What was written of the chosen action."""
        from ctdesk.ui.documents.history_dialog import HistoryDialog

        if self.chosen is None:
            return
        dialog = HistoryDialog(self.context, self.chosen.action.uid, self, table="action")
        dialog.brought_back.connect(lambda _record: self.refresh())
        dialog.exec()

    def change_state(self) -> None:
        """Offer the steps that may follow."""
        chosen = self.chosen
        if chosen is None:
            return
        menu = QMenu(self)
        for state in ACTION.next_states(chosen.action.state):
            entry = menu.addAction(self.context.label("action_state", state))
            entry.triggered.connect(lambda _=False, s=state: self.step(s))
        menu.exec(self.state_button.mapToGlobal(QPoint(0, self.state_button.height())))

    def step(self, state: str) -> None:
        """Take the chosen action to a state, asking why where a reason is needed."""
        chosen, reason = self.chosen, ""
        if chosen is None:
            return
        if state in ACTION.needs_reason:
            reason, said = QInputDialog.getText(
                self,
                self.context.label("action_state", state),
                self.context.field("action", "drop_reason"),
            )
            if not said:
                return
        try:
            self.context.desk.actions.change_state(chosen.action.uid, state, reason)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.refresh()
        self.changed.emit()
        self.notice.emit(
            self.context.show.joined(
                self.tr("The state was changed."), self.context.label("action_state", state)
            )
        )

    def open_document(self) -> None:
        """Show the document that the action comes from."""
        if self.chosen is not None and self.chosen.action.document:
            self.opened.emit("document", self.chosen.action.document)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Follow-up"))
        self.table.setAccessibleName(self.title.text())
        self.state_button.setText(self.tr("Change the state"))
        self.open_button.setText(self.tr("Open its document"))
        self.table.setHorizontalHeaderLabels(
            [self.context.field("action", spec.key) for spec in _COLUMNS]
        )
        self._fill()

    def _fill(self) -> None:
        self.table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            for column, spec in enumerate(_COLUMNS):
                self.table.setItem(number, column, self._cell(spec, row))
        self.table.resizeRowsToContents()
        late = sum(row.late for row in self._rows)
        show = self.context.show
        self.line.setText(
            show.joined(
                show.digits(self.tr("%n action(s)", "", len(self._rows))),
                show.digits(self.tr("%n late", "", late)) if late else "",
            )
        )

    def _cell(self, spec: FieldSpec, row: ActionRow) -> QTableWidgetItem:
        cell = QTableWidgetItem(self._shown(spec, row))
        cell.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        cell.setToolTip(cell.text())
        cell.setData(Qt.ItemDataRole.AccessibleTextRole, cell.text())
        if spec.name == "due" and row.late:
            cell.setForeground(QColor(self.context.tokens.danger))
        return cell

    def _shown(self, spec: FieldSpec, row: ActionRow) -> str:
        value = getattr(row.action, spec.name)
        if spec.name == "waiting_for":
            return row.waiting_for
        if spec.name == "due":
            day = self.context.show.day(value)
            return self.context.show.joined(day, self.tr("late")) if row.late else day
        return self.context.label(spec.vocabulary, value) if spec.vocabulary else str(value)

    def _grey(self) -> None:
        self.state_button.setEnabled(self.chosen is not None)
        self.open_button.setEnabled(self.chosen is not None and bool(self.chosen.action.document))
        self.acts_changed.emit()

    def _lay_out(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(lambda *_: table.resizeRowsToContents())
        card = QFrame(self)
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addWidget(table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.state_button)
        foot.addWidget(self.open_button)
        foot.addStretch(1)
        column.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
