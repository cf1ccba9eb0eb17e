"""Hand over work: from whom, to whom, what of it; then it changes hands, with a page to sign."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.handover_page import SECTIONS, HandoverRow
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui import files
from ctdesk.ui.context import Context
from ctdesk.ui.fonts import INTERFACE_POINTS, interface_font
from ctdesk.ui.form.choice import Choice

if TYPE_CHECKING:
    from ctdesk.ui.window import MainWindow

_ROW = 32
_UID = Qt.ItemDataRole.UserRole
_CHECKABLE = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled


class HandoverDialog(QDialog):
    """What is open of one officer as a tree to tick, section by section."""

    handed_over = Signal(str)
    """A sentence that says what changed hands."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: list[HandoverRow] = []
        self._items: list[QTreeWidgetItem] = []
        self.setWindowTitle(self.tr("Hand over work"))
        self.resize(880, 600)
        self.giver, self.taker = Choice(self), Choice(self)
        self.tree = QTreeWidget(self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setProperty("role", "muted")
        self.page_button = QPushButton(self.tr("Hand over, with a page to sign…"), self)
        self.plain_button = QPushButton(self.tr("Hand over without a page"), self)
        self._lay_out()
        self._offer_officers()
        self.giver.currentIndexChanged.connect(lambda _at: self.preview())
        self.taker.currentIndexChanged.connect(lambda _at: self.preview())
        self.tree.itemChanged.connect(lambda _item, _column: self._grey())
        self.page_button.clicked.connect(self._with_page)
        self.plain_button.clicked.connect(lambda: self.hand_over(None))
        self.preview()

    def preview(self) -> None:
        """Show what is open of the one and what the other may get."""
        self._rows = []
        said = ""
        try:
            if self._pair[1]:
                desk = self._context.desk
                self._rows = list(desk.handovers.preview(*self._pair, self._context.lang))
                if not self._rows:
                    said = self.tr("Nothing is open of this officer.")
            else:
                said = self.tr("Choose who takes the work over.")
        except CtdeskError as error:
            said = error.message(self._context.lang)
        self._fill()
        self.told.setText(said)
        self._grey()

    def hand_over(self, path: Path | None) -> None:
        """Let what is ticked change hands; the page is written to `path`."""
        try:
            done = self._context.desk.handovers.hand_over(
                *self._pair, only=self._ticked(), path=path, language=self._context.lang
            )
        except CtdeskError as error:
            self.told.setText(error.message(self._context.lang))
            return
        count = sum(bool(row.fields) for row in done.rows)
        said = self.tr("%n record(s) changed hands; the history can take it back.", "", count)
        if path is not None:
            said += " " + self.tr("The page lies at {0}.").format(f"\u2068{path}\u2069")
        self.handed_over.emit(self._context.show.digits(said) if path is None else said)
        self.accept()

    @property
    def _pair(self) -> tuple[str, str]:
        return str(self.giver.currentData() or ""), str(self.taker.currentData() or "")

    def _ticked(self) -> set[str]:
        checked = Qt.CheckState.Checked
        return {str(item.data(0, _UID)) for item in self._items if item.checkState(0) == checked}

    def _with_page(self) -> None:
        name = f"{self._context.word('handover.title')}.docx"
        target = files.ask_where(self, name)
        if target is not None:
            docx = target.suffix.lower() == ".docx"
            self.hand_over(target if docx else target.with_name(f"{target.name}.docx"))

    def _fill(self) -> None:
        context, show = self._context, self._context.show
        self.tree.blockSignals(True)
        self.tree.clear()
        self._items = []
        for name in SECTIONS:
            rows = [row for row in self._rows if row.section == name]
            if not rows:
                continue
            head = context.word("handover.head", name=context.word(f"handover.{name}"),
                                count=show.number(len(rows)))  # fmt: skip
            section = QTreeWidgetItem(self.tree, [head])
            section.setFirstColumnSpanned(True)
            section.setFlags(Qt.ItemFlag.ItemIsEnabled)
            section.setFont(0, interface_font(INTERFACE_POINTS, strong=True))
            section.setSizeHint(0, QSize(0, _ROW))
            for row in rows:
                self._items.append(self._item(row))
                section.addChild(self._items[-1])
        self.tree.expandAll()
        self.tree.blockSignals(False)

    def _item(self, row: HandoverRow) -> QTreeWidgetItem:
        show = self._context.show
        state = self.tr("above their clearance") if row.above else row.state
        item = QTreeWidgetItem([row.what, show.number(row.number), state, show.day(row.due)])
        item.setData(0, _UID, row.uid)
        item.setToolTip(0, row.what)
        item.setSizeHint(0, QSize(0, _ROW))
        goes = bool(row.fields) and not row.above
        item.setFlags(_CHECKABLE if goes else Qt.ItemFlag.NoItemFlags)
        item.setCheckState(0, Qt.CheckState.Checked if goes else Qt.CheckState.Unchecked)
        return item

    def _grey(self) -> None:
        ready = bool(self._ticked())
        self.page_button.setEnabled(ready)
        self.plain_button.setEnabled(ready)

    def _offer_officers(self) -> None:
        desk, own = self._context.desk, self._context.desk.officer.uid
        here = [officer for officer in desk.officers.list() if not officer.left_on]
        called = [(self._context.officer_name(o), o.uid, (o.name_ar, o.name_en)) for o in here]
        self.giver.offer([row for row in called if desk.handovers.may(row[1])], own)
        self.taker.offer([("", "", ()), *called])

    def _lay_out(self) -> None:
        self.tree.setColumnCount(4)
        self.tree.setProperty("kind", "framed")
        self.tree.setHeaderLabels(
            [self._context.word(f"handover.column.{c}") for c in ("what", "number", "state", "due")]
        )
        self.tree.setAccessibleName(self.tr("What is open"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.giver.setAccessibleName(self.tr("From"))
        self.taker.setAccessibleName(self.tr("To"))
        form = QFormLayout()
        form.addRow(self.tr("From"), self.giver)
        form.addRow(self.tr("To"), self.taker)
        buttons = QDialogButtonBox(self)
        self.page_button.setProperty("kind", "primary")
        for button in (self.page_button, self.plain_button):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.told)
        layout.addWidget(buttons)


def hand_over(window: MainWindow) -> None:
    """Ask what is to change hands, and say what did."""
    dialog = HandoverDialog(window.context, window)
    dialog.handed_over.connect(window.notices.say)
    if dialog.exec():
        window.read_again()
