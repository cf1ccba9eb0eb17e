"""What waits for this officer's agreement as the second one, and what they asked of others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.approval_rows import ApprovalRow
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Approval
from ctdesk.ui.context import Context
from ctdesk.ui.page import Page


class AgreementsTab(Page):
    """Two lists: to say yes or no to, and one's own."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.waiting, self.mine = QListWidget(self), QListWidget(self)
        self._heads = (QLabel(self), QLabel(self))
        self._rules = QLabel(self)
        self.agree, self.refuse, self.look, self.withdraw = (QPushButton(self) for _ in range(4))
        self.look.clicked.connect(lambda: self._open(self.waiting))
        self.agree.clicked.connect(self.agree_to)
        self.refuse.clicked.connect(self.refuse_it)
        self.withdraw.clicked.connect(self.take_back)
        for listed in (self.waiting, self.mine):
            listed.setWordWrap(True)
            listed.setSpacing(2)
            listed.itemSelectionChanged.connect(self._grey)
            listed.itemActivated.connect(lambda _item, at=listed: self._open(at))
        for head in self._heads:
            head.setProperty("role", "heading")
        self._rules.setProperty("role", "muted")
        self._rules.setWordWrap(True)
        self._lay_out()
        self.retranslate()

    def refresh(self) -> None:
        """Read both lists again."""
        approvals = self.context.desk.approvals
        self._fill(self.waiting, approvals.rows(approvals.waiting(), self.context.lang))
        self._fill(self.mine, approvals.rows(approvals.mine(), self.context.lang))
        self._grey()

    def retranslate(self) -> None:
        texts = (self.tr("Waiting for my agreement"), self.tr("What I asked of colleagues"))
        for head, listed, text in zip(self._heads, (self.waiting, self.mine), texts, strict=True):
            head.setText(text)
            listed.setAccessibleName(text)
        self.agree.setText(self.tr("Agree"))
        self.refuse.setText(self.tr("Refuse…"))
        self.look.setText(self.tr("Open the record"))
        self.withdraw.setText(self.tr("Withdraw"))
        self._rules.setText(
            self.tr(
                "Lowering a classification, confirming a match and handing out classified lists"
                " take two officers. On one encrypted file this is a rule of the house against"
                " mistakes, not a lock against somebody who holds a passphrase."
            )
        )
        self.refresh()

    def agree_to(self) -> None:
        """Say yes; what was asked is done with it."""
        self._do(lambda uid: self.context.desk.approvals.agree(uid), self.waiting)

    def refuse_it(self) -> None:
        """Say no, and why."""
        reason, given = QInputDialog.getText(self, self.refuse.text(), self.tr("Reason"))
        if given and reason.strip():
            self._do(lambda uid: self.context.desk.approvals.refuse(uid, reason), self.waiting)

    def take_back(self) -> None:
        """Ask no longer."""
        self._do(lambda uid: self.context.desk.approvals.withdraw(uid), self.mine)

    def focus_first(self) -> None:
        self.waiting.setFocus()

    def _do(self, act: Callable[[str], Approval], listed: QListWidget) -> None:
        chosen = self._chosen(listed)
        if chosen is None:
            return
        try:
            act(chosen.uid)
        except CtdeskError as error:
            self.failed.emit(error)
        self.refresh()
        self.changed.emit()

    def _fill(self, listed: QListWidget, rows: Sequence[ApprovalRow]) -> None:
        listed.clear()
        for row in rows:
            item = QListWidgetItem(self._text(row, own=listed is self.mine), listed)
            item.setData(Qt.ItemDataRole.UserRole, row.approval)
        if rows:
            listed.setCurrentRow(0)
            return
        empty = self.tr("Nothing waits here.")
        item = QListWidgetItem(empty, listed)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _text(self, row: ApprovalRow, *, own: bool) -> str:
        show = self.context.show
        number = show.number(row.number) if row.number else ""
        first = show.joined(*filter(None, (row.what, number, row.change)))
        who = row.state if own else self.tr("Asked by {0}").format(row.by)
        signed = self.tr("Second officer: {0}").format(row.second_by)
        second = signed if own and row.second_by else ""
        answer = row.approval.answer or row.approval.reason
        at = show.short_day(row.approval.created_at[:10])
        last = show.joined(*filter(None, (who, second, at, answer)))
        return "\n".join(filter(None, (first, row.title, last)))

    def _grey(self) -> None:
        able = self._chosen(self.waiting) is not None
        self.agree.setEnabled(able)
        self.refuse.setEnabled(able)
        asked, mine = self._chosen(self.waiting), self._chosen(self.mine)
        self.look.setEnabled(asked is not None and bool(asked.subject))
        self.withdraw.setEnabled(
            mine is not None and mine.state in ("asked", "agreed") and not mine.used_at
        )

    def _open(self, listed: QListWidget) -> None:
        """To the record that a request is about, to look before saying yes."""
        chosen = self._chosen(listed)
        if chosen is not None and chosen.subject:
            self.opened.emit(chosen.subject_table, chosen.subject)

    def _chosen(self, listed: QListWidget) -> Approval | None:
        """The request that is chosen in a list."""
        for item in listed.selectedItems():
            chosen = item.data(Qt.ItemDataRole.UserRole)
            if isinstance(chosen, Approval):
                return chosen
        return None

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 12, 2, 2)
        layout.setSpacing(8)
        layout.addWidget(self._rules)
        for head, listed, buttons in (
            (self._heads[0], self.waiting, (self.agree, self.refuse, self.look)),
            (self._heads[1], self.mine, (self.withdraw,)),
        ):
            card = QFrame(self)
            card.setProperty("card", True)
            column = QVBoxLayout(card)
            column.setContentsMargins(14, 12, 14, 12)
            column.addWidget(head)
            column.addWidget(listed, 1)
            line = QHBoxLayout()
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)
            layout.addWidget(card, 1)
