"""The search field, what it found, and in which order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Page
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.elided import ElidedLabel
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated

_PAUSE_MS = 120
"""So long a pause in typing, and the search runs."""
_FORMS_SHOWN = 5


class SearchBar(Retranslated, QWidget):
    """`changed` when the words or the order have changed; searches while one types."""

    changed = Signal()
    down = Signal()
    """Down or Enter was pressed in the field: on to the list."""
    new_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._page: Page | None = None
        self._filtered = False
        self._by_rank = False
        self.field = QLineEdit(self)
        self.field.setProperty("kind", "search")
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(1000)
        self._glass = QAction(self.field)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._wait)
        self.field.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.new = QPushButton(self)
        self.new.setProperty("kind", "primary")
        self.new.clicked.connect(self.new_wanted)
        self.found = ElidedLabel(self)
        self.found.setProperty("role", "muted")
        self.notice = QLabel(self)
        self.notice.setProperty("role", "warning")
        self.notice.setWordWrap(True)
        self.notice.hide()
        self.order = QToolButton(self)
        self.order.setProperty("kind", "filter")
        self.order.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.order.clicked.connect(self._turn_order)
        self._lay_out()
        self.retranslate()

    @property
    def query(self) -> str:
        """The words, without the isolates that a paste may bring along."""
        return self._context.show.plain(self.field.text()).strip()

    @property
    def sort(self) -> str:
        return "rank" if self._by_rank and self.query else "date"

    def search_now(self) -> None:
        """Don't wait for the pause."""
        self._pause.stop()
        self.changed.emit()

    def show_found(self, page: Page, *, filtered: bool) -> None:
        """Say what the search found and how it was understood."""
        self._page, self._filtered = page, filtered
        self._say_found()

    def retranslate(self) -> None:
        tokens = self._context.tokens
        self._glass.setIcon(icon("search", tokens, colour="muted"))
        self.field.setPlaceholderText(self.tr('Search: words, "phrase", mission:Amman, dated:2026'))
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
        self._say_found()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                self.search_now()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._pause.isActive():
                    self.search_now()
                self.down.emit()
                return True
        return super().eventFilter(watched, event)

    def _wait(self) -> None:
        self._pause.start()

    def _turn_order(self) -> None:
        self._by_rank = not self._by_rank
        self.retranslate()
        self.search_now()

    def _say_found(self) -> None:
        page = self._page
        if page is None:
            self.found.setText("")
            return
        show = self._context.show
        count = show.digits(self.tr("%n document(s)", "", page.total))
        forms = self._forms(page)
        order = self.tr("best match first") if self.sort == "rank" else self.tr("newest first")
        text = show.joined(
            count,
            order if page.total > 1 else "",
            self.tr("includes: {0}").format(forms) if forms else "",
        )
        self.found.setText(text)
        self.order.setEnabled(bool(self.query))
        notices = [self._context.word(key) for key in page.notices]
        self.notice.setText(" ".join(notices))
        self.notice.setVisible(bool(notices))

    def _forms(self, page: Page) -> str:
        """The forms that the words were widened to; the words themselves are no news."""
        forms = [form for word in page.words for form in word.forms if form != word.word]
        shown = self._context.show.names(forms[:_FORMS_SHOWN])
        return shown + (" …" if len(forms) > _FORMS_SHOWN else "")

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.field, 1)
        first.addWidget(self.new)
        second = QHBoxLayout()
        self.found.setIndent(6)
        second.addWidget(self.found, 1)
        second.addWidget(self.order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self.notice)
