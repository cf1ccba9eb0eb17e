"""One opinion open: its header, the page that is written on, its sources, its acts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QDateTime, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Opinion
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Document
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.flow import FlowLayout
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated
from ctdesk.ui.opinion.beside import Beside
from ctdesk.ui.opinion.column import BlockColumn
from ctdesk.ui.opinion.sheet_text import page_count

_AUTOSAVE_MS = 2000
FOOT_ACTS = ("export_memo", "submit", "return_for_changes", "approve", "issue")


class Workspace(Retranslated, QWidget):
    """Edits one opinion; autosaves it two seconds after the last key."""

    failed = Signal(object)
    act_wanted = Signal(str)
    opened = Signal(str, str)
    frame_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.opinion: Opinion | None = None
        self._dirty = self._unsaved = self._refused = False
        self._saved_at, self._pages = "", 0
        self.subject = QLabel(self)
        self.subject.setProperty("role", "title")
        self.subject.setWordWrap(True)
        self._line = QLabel(self)
        self._line.setProperty("role", "muted")
        self._line.setWordWrap(True)
        self._frozen = QLabel(self)
        self._frozen.setProperty("role", "warning")
        self._frozen.setWordWrap(True)
        self.frame_button = QPushButton(self)
        self.frame_button.setProperty("kind", "link")
        self.frame_button.clicked.connect(self.frame_wanted)
        self.column = BlockColumn(context, self)
        self.beside = Beside(context, self.column, self)
        self.sources = self.beside.sources
        self.buttons = {name: self._button(name) for name in FOOT_ACTS}
        self.views = {view: QPushButton(self) for view in ("ar", "en", "both")}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AUTOSAVE_MS)
        self._timer.timeout.connect(self.autosave)
        self._connect()
        self._lay_out()
        self.retranslate()

    @property
    def document(self) -> Document | None:
        return self.opinion.document if self.opinion else None

    def show_opinion(self, opinion: Opinion) -> None:
        """Open an opinion for writing, or for reading when its text is not to be changed."""
        self._timer.stop()
        same = self.opinion is not None and self.opinion.document.uid == opinion.document.uid
        self.opinion = opinion
        self._dirty, self._unsaved, self._refused = False, bool(opinion.autosaved_at), False
        self._saved_at = opinion.autosaved_at or (opinion.revision.at if opinion.revision else "")
        writable = opinion.document.state in ("draft", "returned") and not opinion.hidden
        frozen = opinion.frozen or not writable
        if not (same and self.column.draft.blocks == opinion.blocks):
            self.column.open(opinion.blocks, frozen=frozen)
        else:
            self.column.frozen = frozen
            self.column.set_view(self.column.view)
        self.sources.set_documents(self._reports(opinion))
        self.sources.set_markers(self.column.draft.markers())
        self.beside.show_opinion(opinion)
        self._count_pages()
        self._say()

    def show_acts(self, can: Callable[[str], bool]) -> None:
        """Show the buttons of those acts that are possible now."""
        for name, button in self.buttons.items():
            button.setVisible(can(name))

    def autosave(self) -> None:
        """Keep what was written where a crash can't reach it."""
        if self.opinion is None or not self._dirty:
            return
        try:
            self._saved_at = self._context.desk.opinions.autosave(
                self.opinion.document.uid, self.column.draft.blocks
            )
        except CtdeskError as error:
            # The words stay on the page and are tried again; it is told once, not at each try.
            self._timer.start()
            told, self._refused = self._refused, True
            self._say()
            if not told:
                self.failed.emit(error)
            return
        self._dirty, self._unsaved, self._refused = False, True, False
        self.column.draft.pause()
        self._count_pages()
        self._say()

    def _count_pages(self) -> None:
        """After a rest, for it lays the whole memo out; in the language that is shown."""
        if self.opinion is None:
            return
        memos, uid = self._context.desk.memos, self.opinion.document.uid
        try:
            self._pages = page_count(memos.sheet(uid, self.column.view))
        except CtdeskError as error:
            self.failed.emit(error)

    def save(self) -> bool:
        """Make a revision of what was written; False if it could not be kept."""
        self._timer.stop()
        if self.opinion is None or not (self._dirty or self._unsaved):
            return True
        try:
            revision = self._context.desk.opinions.save(
                self.opinion.document.uid, self.column.draft.blocks
            )
            self.opinion = self._context.desk.opinions.open(self.opinion.document.uid)
        except CtdeskError as error:
            self.failed.emit(error)
            return False
        self._dirty = self._unsaved = self._refused = False
        self._saved_at = revision.at
        self._say()
        return True

    def cite(self) -> bool:
        """Let the current block stand on what is selected in the report."""
        selected = self.sources.text.selected_range()
        document = self.sources.document
        if selected is None or document is None:
            return False
        source = self._context.desk.opinions.source(document.uid, *selected)
        return bool(source.quote) and self.column.cite(source)

    def next_pane(self) -> None:
        """From the page to the report and back, the caret where it was left."""
        if self.sources.isAncestorOf(self.focusWidget() or self):
            self.column.editor(self.column.current).resume()
        else:
            self.sources.text.setFocus()

    def retranslate(self) -> None:
        tokens, rtl = self._context.tokens, self._context.rtl
        for name, button in self.buttons.items():
            row = act(name)
            button.setText(row.phrase)
            primary = name == "export_memo"
            button.setIcon(
                icon(row.icon, tokens, rtl=rtl, colour="on_accent" if primary else "ink")
            )
            if row.keys:
                button.setToolTip(f"{row.phrase}  \u2068{row.keys[0]}\u2069")
        self.views["ar"].setText(self.tr("Arabic"))
        self.views["en"].setText(self.tr("English"))
        self.views["both"].setText(self.tr("Both"))
        self.frame_button.setText(self.tr("Change subject, addressee, classification…"))
        self.column.retranslate()
        self._say()

    def _edited(self) -> None:
        self._dirty = True
        self._timer.start()
        self.sources.set_markers(self.column.draft.markers())
        self._say()

    def _reports(self, opinion: Opinion) -> list[Document]:
        cited = [source.document for block in opinion.blocks for source in block.sources]
        found = []
        for uid in dict.fromkeys((*opinion.on, *cited)):
            try:
                found.append(self._context.desk.documents.get(uid))
            except CtdeskError:
                # a report above this officer's clearance is not shown, as everywhere
                continue
        return found

    def _say(self) -> None:
        if self.opinion is None:
            return
        document, context, show = self.opinion.document, self._context, self._context.show
        english = not context.rtl and document.subject_en
        self.subject.setText(document.subject_en if english else document.subject)
        revision = self.opinion.revision.number if self.opinion.revision else 0
        self._line.setText(
            show.joined(
                context.label("opinion_state", document.state),
                show.number(document.register_number),
                context.label("memo_kind", document.memo_kind),
                self.tr("Revision {0}").format(show.number(revision)),
                self._saved(),
                show.digits(self.tr("%n word(s)", "", self.column.draft.words())),
                show.digits(self.tr("%n page(s)", "", self._pages)) if self._pages else "",
            )
        )
        frozen = self.column.frozen
        self._frozen.setVisible(frozen)
        self._frozen.setText(
            self.tr("Issued: the text is frozen. A later opinion may amend or supersede it.")
            if self.opinion.frozen
            else self.tr(
                "Part of this opinion is above your clearance: it can be read, not edited."
            )
            if self.opinion.hidden
            else self.tr("Under review: the text can't be changed until it is returned.")
        )
        self.frame_button.setVisible(not frozen)
        self.sources.set_frozen(frozen)

    def _saved(self) -> str:
        if self._refused:
            return self.tr("not kept yet: it is tried again")
        if self._dirty:
            return self.tr("being written…")
        if not self._saved_at:
            return ""
        return self.tr("saved {0}").format(self._moment(self._saved_at))

    def _moment(self, utc: str) -> str:
        """The hour of today's work; the day too of what is older."""
        local = QDateTime.fromString(utc, Qt.DateFormat.ISODate).toLocalTime()
        if local.date() == QDate.currentDate():
            return self._context.show.number(local.toString("HH:mm"))
        return self._context.show.moment(utc)

    def _connect(self) -> None:
        self.column.edited.connect(self._edited)
        self.column.source_chosen.connect(self.sources.show_source)
        self.beside.opened.connect(self.opened)
        self.beside.failed.connect(self.failed)
        self.sources.cite_wanted.connect(lambda: self.act_wanted.emit("cite"))
        self.sources.opened.connect(self.opened)
        group = QButtonGroup(self)
        for view, button in self.views.items():
            button.setCheckable(True)
            button.setChecked(view == self.column.view)
            button.clicked.connect(lambda _=False, v=view: self.column.set_view(v))
            group.addButton(button)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        if name == "export_memo":
            button.setProperty("kind", "primary")
        button.clicked.connect(lambda: self.act_wanted.emit(name))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.frame_button)
        head.addWidget(self._frozen, 1)
        head.addStretch(0)
        for button in self.views.values():
            button.setProperty("kind", "segment")
            head.addWidget(button)
        rule = QFrame(self)
        rule.setProperty("rule", True)
        foot_line = QWidget(self)
        foot = FlowLayout(foot_line, gap=8)
        for button in self.buttons.values():
            foot.addWidget(button)
        paper = QFrame(self)
        paper.setProperty("card", True)
        page = QVBoxLayout(paper)
        page.setContentsMargins(14, 12, 14, 12)
        page.setSpacing(5)
        page.addWidget(self.subject)
        page.addWidget(self._line)
        page.addLayout(head)
        page.addWidget(rule)
        page.addWidget(self.column, 1)
        page.addWidget(foot_line)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(paper)
        splitter.addWidget(self.beside)
        splitter.setStretchFactor(0, 58)
        splitter.setStretchFactor(1, 42)
        splitter.setSizes([560, 330])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
