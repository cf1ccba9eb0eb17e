"""The acts of the desk as a list, one of them unfolded beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.history_rows import DeedLine, DeedRow
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui import files
from ctdesk.ui.context import Context
from ctdesk.ui.documents.record_view import RecordView
from ctdesk.ui.keeping.history.deed_list import DeedDelegate, DeedList, quiet_line
from ctdesk.ui.keeping.history.filters import DeedFilters
from ctdesk.ui.keeping.history.unfolded import LINES_AT_ONCE, Unfolded
from ctdesk.ui.language import Retranslated


class ActsView(Retranslated, QWidget):
    """Filters, the list, the act that is chosen."""

    notice = Signal(str)
    failed = Signal(object)
    opened = Signal(str, str)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._told = 0
        self.filters = DeedFilters(context, self)
        self.model = DeedList(lambda row: quiet_line(context, row))
        self.list = RecordView(self.model, DeedDelegate(context), self)
        self.pane = Unfolded(context, self)
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self.word_button, self.excel_button = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def chosen(self) -> DeedRow | None:
        """The act that is chosen on the list."""
        return self.model.row_at(self.list.currentIndex())

    def refresh(self) -> None:
        """Read the history again."""
        try:
            self.filters.offer()
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.load()

    def load(self) -> None:
        """Show the acts that the filters ask for."""
        history, asked = self._context.desk.history, self.filters.asked
        try:
            self.model.load(lambda key, limit: history.page(asked, after=key, limit=limit))
        except CtdeskError as error:
            self.failed.emit(error)
            return
        found = self.model.rowCount()
        self.list.setVisible(found > 0)
        self._nothing.setVisible(found == 0)
        self.word_button.setEnabled(found > 0)
        self.excel_button.setEnabled(found > 0)
        if found:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._unfold()

    def undo(self) -> None:
        """Take back the act that is chosen."""
        row = self.chosen
        if row is None:
            return
        try:
            done = self._context.desk.history.undo(row.key)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        said = self.tr("Taken back in %n record(s).", "", done.records)
        if done.left:
            said += " " + self.tr("%n left as they were:", "", len(done.left))
            said += " " + done.left[0][1].message(self._context.lang)
        self._acted(self._context.show.digits(said))

    def bring_back(self, line: DeedLine) -> None:
        """Write again what one field held before."""
        try:
            self._context.desk.history.bring_back(line.table, line.uid, line.name, line.was)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self._acted(self.tr("Written again: {0}").format(line.field))

    def export(self, extension: str) -> None:
        """Ask where what is shown is to lie as a file, and write it there."""
        name = self._context.word("history.title")
        target = files.ask_where(self, f"{name}.{extension}")
        if target is None:
            return
        if target.suffix.lower() != f".{extension}":
            target = target.with_name(f"{target.name}.{extension}")
        try:
            self._context.desk.history.export(
                self.filters.asked, target, self._context.lang, details=True
            )
        except CtdeskError as error:
            self.failed.emit(error)
            return
        written = self.tr("The history lies at {0}. It is not encrypted there.")
        self.notice.emit(written.format(f"\u2068{target}\u2069"))
        self.load()

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Acts, the newest first"))
        self._nothing.setText(self.tr("No act is like that. Show all acts to begin anew."))
        self.word_button.setText(self.tr("Word…"))
        self.word_button.setToolTip(self.tr("The acts that are shown, with their fields"))
        self.excel_button.setText(self.tr("Excel…"))
        self.excel_button.setToolTip(self.word_button.toolTip())

    def _acted(self, sentence: str) -> None:
        self.notice.emit(sentence)
        self.changed.emit()
        self.load()

    def _open(self) -> None:
        row = self.chosen
        if row is not None and row.room[1]:
            self.opened.emit(*row.room)

    def _unfold(self, lines: int = LINES_AT_ONCE) -> None:
        row, history = self.chosen, self._context.desk.history
        self._told = lines
        try:
            told = history.lines(row.key, limit=lines) if row and row.entries else []
            undoable = row is not None and not row.hidden and history.may_undo(row.key)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        more = row is not None and row.entries > lines
        self.pane.show_deed(row, told, more=more, undoable=undoable)

    def _connect(self) -> None:
        self.filters.changed.connect(self.load)
        self.filters.failed.connect(self.failed)
        self.model.failed.connect(self.failed)
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._unfold())
        self.list.activated.connect(lambda _index: self._open())
        self.pane.open_wanted.connect(self._open)
        self.pane.undo_wanted.connect(self.undo)
        self.pane.back_wanted.connect(self.bring_back)
        self.pane.more_wanted.connect(lambda: self._unfold(self._told * 4))
        self.word_button.clicked.connect(lambda: self.export("docx"))
        self.excel_button.clicked.connect(lambda: self.export("xlsx"))

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("card", True)
        left = QVBoxLayout(card)
        left.setContentsMargins(6, 6, 6, 6)
        left.addWidget(self.list, 1)
        left.addWidget(self._nothing, 1)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(card)
        splitter.addWidget(self.pane)
        splitter.setSizes([620, 480])
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.filters, 1)
        head.addWidget(self.word_button)
        head.addWidget(self.excel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(splitter, 1)
