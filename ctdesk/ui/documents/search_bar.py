"""The search field, how the question was read, what it found, and in which order."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Filters, Page
from ctdesk.desk.searches import Completion, SavedSearch
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.documents.search_asking import Asking
from ctdesk.ui.documents.search_chips import RecognisedChips
from ctdesk.ui.documents.search_field import SearchField
from ctdesk.ui.documents.search_forms import FormsCard, widened
from ctdesk.ui.documents.search_help import SearchHelp
from ctdesk.ui.documents.search_kept import KeptSearches
from ctdesk.ui.documents.search_lines import CutLink
from ctdesk.ui.documents.search_since import OnlyNew
from ctdesk.ui.elided import ElidedLabel
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated

_PAUSE_MS = 120
"""So long a pause in typing, and the search runs."""
_FORMS_SHOWN = 5
_FEW = 3
"""Fewer than so many found, and the desk is asked whether something else was meant."""


class SearchBar(Retranslated, QWidget):
    """`changed` when the words, the order or the bound of time have changed; searches while one
    types."""

    changed = Signal()
    down = Signal()
    """Down or Enter was pressed in the field: on to the list."""
    new_wanted = Signal()
    filters_wanted = Signal(object)
    """The Filters of a saved search, to be ticked before `changed` comes."""
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._page: Page | None = None
        self._filters = Filters()
        self._by_rank = False
        self._better = ""
        self._asked_typing = False
        self._asking = Asking(context, self)
        self._asking.failed.connect(self.failed)
        self.field = SearchField(
            context, lambda text, at: self._asking(lambda s: s.complete(text, at), ()), self
        )
        self.new = QPushButton(self)
        self.new.setProperty("kind", "primary")
        self.chips = RecognisedChips(context, self)
        self.found = ElidedLabel(self)
        self.found.setProperty("role", "muted")
        self.forms = CutLink(self)
        self.only_new = OnlyNew(context, self._asking, self)
        self.order = QToolButton(self)
        self.order.setProperty("kind", "filter")
        self.order.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.meant = CutLink(self)
        self.notice = QLabel(self)
        self.notice.setProperty("role", "warning")
        self.notice.setWordWrap(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    # --- what is asked for ---

    @property
    def query(self) -> str:
        """The words, without the isolates that a paste may bring along."""
        return self.field.question.strip()

    @property
    def sort(self) -> str:
        return "rank" if self._by_rank and self.query else "date"

    @property
    def typing(self) -> bool:
        """Whether the last word of the question may be the beginning of one."""
        return self.field.typing

    @property
    def since(self) -> str:
        """The bound of what the officer has seen when only the new is wanted, else ""."""
        return self.only_new.since

    def search_now(self) -> None:
        """Don't wait for the pause."""
        self._pause.stop()
        self._asked_typing = self.typing
        self.changed.emit()

    def ask(self, query: str) -> None:
        """Put a whole question and search at once."""
        self.field.put(query)
        self.search_now()
        self.field.setFocus()

    # --- acts ---

    def open_help(self) -> None:
        """How to search, by examples."""
        card = SearchHelp(self._context, self)
        card.tried.connect(self.ask)
        card.open_below(self.field)

    def open_kept(self) -> None:
        """Keep this search, or take one that is kept."""
        now = (self.query, self._filters, self.sort)
        card = KeptSearches(self._context, self._asking, now, self)
        card.saved_taken.connect(self.take)
        card.recent_taken.connect(self.ask)
        card.kept_changed.connect(self._show_kept)
        card.open_below(self.field)
        card.start()

    def open_forms(self) -> None:
        """The forms of the words, and the choice to keep a word as typed."""
        page = self._page or Page([], 0)
        card = FormsCard(self._context, self.query, page, self)
        card.changed.connect(self.ask)
        card.open_below(self.forms)

    def toggle_new(self) -> None:
        """Only what was registered since the officer last looked, or everything again."""
        self.only_new.switch.click()

    def take(self, saved: SavedSearch) -> None:
        """Ask a saved search again, with its filters and its order."""
        self._by_rank = saved.sort == "rank"
        self.filters_wanted.emit(saved.filters)
        self.ask(saved.query)
        self.retranslate()

    # --- what it shows ---

    def show_found(self, page: Page, filters: Filters) -> None:
        """Say what the search found under these filters, and how it was understood."""
        self._page, self._filters = page, filters
        query = self.query
        self.chips.show_parts(self._asking(lambda s: s.recognised(query), ()) if query else ())
        few = bool(query) and page.total < _FEW and not self.since
        self._better = self._asking(lambda s: s.meant(query), "") if few else ""
        self._show_kept()
        self._say_found()

    def retranslate(self) -> None:
        tokens = self._context.tokens
        self.field.show_phrases()
        self.field.setAccessibleName(act("search").phrase)
        self.field.setToolTip(
            self.tr('Words find their other forms too; "quotes" or =word keep to the letter.')
            + f"  \u2068{' / '.join(act('search').keys)}\u2069"
        )
        row = act("new_report")
        self.new.setText(row.phrase)
        self.new.setIcon(icon(row.icon, tokens, colour="on_accent"))
        self.new.setToolTip(f"{row.phrase}  \u2068{' / '.join(row.keys)}\u2069")
        by_rank, by_date = self.tr("Best match first"), self.tr("Newest first")
        self.order.setText(by_rank if self._by_rank else by_date)
        self.order.setAccessibleName(self.tr("Order: {0}").format(self.order.text()))
        self.order.setIcon(icon("sort", tokens, colour="muted"))
        self.chips.draw()
        self.only_new.draw()
        self._show_kept()
        self._say_found()

    def _show_kept(self) -> None:
        query = self.query
        kept = self._asking.saved() if query else ()
        self.field.show_saved(any(saved.query == query for saved in kept))

    def _say_found(self) -> None:
        page = self._page
        if page is None:
            return
        count = self._context.show.digits(self.tr("%n document(s)", "", page.total))
        self.found.setMinimumWidth(self.found.fontMetrics().horizontalAdvance(count) + 16)
        self.found.setText(count)
        forms = self._forms(page)
        self.forms.say(self.tr("includes: {0}").format(forms) if forms else "")
        self.order.setEnabled(bool(self.query))
        better = self._better
        self.meant.say(
            self.tr("Did you mean: {0}").format(f"\u2068{better}\u2069") if better else ""
        )
        notices = [self._context.word(key) for key in page.notices]
        self.notice.setText(" ".join(notices))
        self.notice.setVisible(bool(notices))

    def _forms(self, page: Page) -> str:
        """The forms that the words were widened to; the words themselves are no news."""
        forms = [form for _word, others in widened(page) for form in others]
        shown = self._context.show.names(forms[:_FORMS_SHOWN])
        return shown + (" …" if len(forms) > _FORMS_SHOWN else "")

    # --- what happens in it ---

    def _finished(self) -> None:
        """Enter: the last word is whole now, which may find less than its beginning did."""
        if self._pause.isActive() or self._asked_typing or not self.query:
            self.search_now()

    def _went_down(self) -> None:
        if self._pause.isActive():
            self.search_now()
        query = self.query
        if query:
            self._asking(lambda s: s.remember(query), None)
        self.down.emit()

    def _take_question(self, completion: Completion) -> None:
        saved = self._asking.saved()
        same = [one for one in saved if one.name == completion.label]
        if completion.kind == "saved" and same:
            self.take(same[0])
        else:
            self.ask(completion.text)

    def _turn_order(self) -> None:
        self._by_rank = not self._by_rank
        self.retranslate()
        self.search_now()

    # --- how it is built ---

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.field.finished.connect(self._finished)
        self.field.down.connect(self._went_down)
        self.field.help_wanted.connect(self.open_help)
        self.field.kept_wanted.connect(self.open_kept)
        self.field.question_taken.connect(self._take_question)
        self._pause.timeout.connect(self.search_now)
        self.new.clicked.connect(self.new_wanted)
        self.chips.dropped.connect(self.ask)
        self.forms.clicked.connect(self.open_forms)
        self.only_new.changed.connect(self.search_now)
        self.order.clicked.connect(self._turn_order)
        self.meant.clicked.connect(lambda: self.ask(self._better))

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.field, 1)
        first.addWidget(self.new)
        second = QHBoxLayout()
        second.setSpacing(6)
        self.found.setIndent(6)
        self.found.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        second.addWidget(self.found)
        second.addWidget(self.forms, 1)
        second.addStretch(0)
        second.addWidget(self.only_new)
        second.addWidget(self.order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addWidget(self.chips)
        layout.addLayout(second)
        layout.addWidget(self.meant)
        layout.addWidget(self.notice)
        for quiet in (self.forms, self.meant, self.notice):
            quiet.hide()
