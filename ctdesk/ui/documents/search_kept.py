"""The searches that are kept: under a name, and those asked last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Filters
from ctdesk.desk.searches import SavedSearch
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.documents.search_asking import Asking
from ctdesk.ui.documents.search_popover import Popover
from ctdesk.ui.icons import icon

_WIDTH = 400
_RECENT = 6
_LONGEST_NAME = 80


class KeptSearches(Popover):
    """Keep the question in force under a name; take, rename or remove one that is kept."""

    saved_taken = Signal(object)
    """The SavedSearch to be asked again."""
    recent_taken = Signal(str)
    kept_changed = Signal()

    def __init__(
        self,
        context: Context,
        asking: Asking,
        now: tuple[str, Filters, str],
        parent: QWidget,
    ) -> None:
        super().__init__(context, parent, width=_WIDTH)
        self._asking = asking
        self._now = now
        self._removed: SavedSearch | None = None
        self._renamed = ""
        self.name = QLineEdit(self)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("Name of the search"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.name.setText(now[0][:_LONGEST_NAME])
        self.name.returnPressed.connect(self._save)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setAccessibleName(self.tr("Save this search"))
        self.save.clicked.connect(self._save)
        self.setAccessibleName(act("saved_searches").phrase)
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.save)
        self.body.addLayout(top)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(1)
        self.body.addLayout(self._lists)
        self._inside: QWidget | None = None
        self._next: QWidget | None = None
        self._draw()

    def start(self) -> None:
        """The keyboard where one begins: the name, when there is a question to be kept."""
        worth = bool(self._now[0]) or self._now[1] != Filters(tbl=self._now[1].tbl)
        for widget in (self.name, self.save):
            widget.setVisible(worth)
        if worth:
            self.choose_text(self.name)
        else:
            self.setFocus()
            self.focusNextPrevChild(True)

    # --- acts ---

    def _save(self) -> None:
        name = self.name.text().strip()
        if name and self._asking(lambda s: s.save(name, *self._now), None) is not None:
            self.kept_changed.emit()
            self.close()

    def _take(self, saved: SavedSearch) -> None:
        self.close()
        self.saved_taken.emit(saved)

    def _take_recent(self, query: str) -> None:
        self.close()
        self.recent_taken.emit(query)

    def _remove(self, saved: SavedSearch) -> None:
        self._asking(lambda s: s.remove(saved.uid), None)
        self._removed = saved
        self._changed()

    def _put_back(self, saved: SavedSearch) -> None:
        self._asking(lambda s: s.save(saved.name, saved.query, saved.filters, saved.sort), None)
        self._removed = None
        self._changed()

    def _rename(self, saved: SavedSearch, field: QLineEdit) -> None:
        name = field.text().strip()
        self._renamed = ""
        if name and name != saved.name:
            self._asking(lambda s: s.rename(saved.uid, name), None)
        self._changed()

    def _ask_name(self, saved: SavedSearch) -> None:
        self._renamed = saved.uid
        self._draw()

    def _forget(self) -> None:
        self._asking(lambda s: s.forget_recent(), None)
        self._changed()

    def _changed(self) -> None:
        self.kept_changed.emit()
        self._draw()

    # --- what it shows ---

    def _draw(self) -> None:
        """The lists anew; after a removal the way back stands in the place of what is gone."""
        if self._inside is not None:
            self._lists.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self)
        self._next = None
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        saved = self._asking.saved()
        recent = self._asking.recent()[:_RECENT]
        column.addWidget(self._heading(self.tr("Saved searches")))
        for one in saved:
            column.addLayout(self._saved_row(one))
        if self._removed is not None:
            column.addLayout(self._removed_row(self._removed))
        if not saved and self._removed is None:
            column.addWidget(self._quiet(self.tr("None yet: a search is kept under a name here.")))
        if recent:
            head = QHBoxLayout()
            head.addWidget(self._heading(self.tr("Recent searches")), 1)
            head.addWidget(self._link(self.tr("Forget them"), self._forget))
            column.addLayout(head)
            for query in recent:
                column.addWidget(self._link(query, partial(self._take_recent, query), wide=True))
        self._lists.addWidget(self._inside)
        if self.isVisible():
            self._inside.show()
            self.adjustSize()
            self._find_focus()

    def _find_focus(self) -> None:
        """The keyboard to where the act just done goes on: what had it may be gone."""
        if self._next is not None:
            self._next.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.focusNextPrevChild(True)

    def _saved_row(self, saved: SavedSearch) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        if saved.uid == self._renamed:
            field = QLineEdit(saved.name, self)
            field.setProperty("kind", "dense")
            field.setMaxLength(_LONGEST_NAME)
            field.setAccessibleName(self.tr("New name of {0}").format(saved.name))
            field.returnPressed.connect(partial(self._rename, saved, field))
            field.selectAll()
            row.addWidget(field, 1)
            self._next = field
            return row
        row.addWidget(self._link(saved.name, partial(self._take, saved), wide=True), 1)
        row.addWidget(
            self._tool("edit", self.tr("Rename {0}"), saved, partial(self._ask_name, saved))
        )
        row.addWidget(
            self._tool("close", self.tr("Remove {0}"), saved, partial(self._remove, saved))
        )
        return row

    def _removed_row(self, saved: SavedSearch) -> QHBoxLayout:
        row = QHBoxLayout()
        said = self._quiet(self.tr("Removed: {0}").format(f"\u2068{saved.name}\u2069"))
        row.addWidget(said, 1)
        self._next = self._link(self.tr("Put back"), partial(self._put_back, saved))
        row.addWidget(self._next)
        return row

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "muted")
        label.setContentsMargins(4, 6, 4, 0)
        return label

    def _quiet(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "muted")
        label.setContentsMargins(4, 2, 4, 2)
        label.setWordWrap(True)
        return label

    def _link(self, text: str, do: Callable[[], None], *, wide: bool = False) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "line" if wide else "link")
        button.setAutoDefault(True)
        room = _WIDTH - 110
        cut = button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        button.setText("\u2068{}\u2069".format(cut.replace("&", "&&")))
        button.setAccessibleName(text)
        button.setToolTip(text if cut != text else "")
        button.clicked.connect(lambda: do())
        return button

    def _tool(
        self, picture: str, phrase: str, saved: SavedSearch, do: Callable[[], None]
    ) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIcon(icon(picture, self.context.tokens, rtl=self.context.rtl, colour="muted"))
        button.setAccessibleName(phrase.format(saved.name))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(lambda: do())
        return button
