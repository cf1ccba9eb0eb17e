"""The row of filters: kind, mission, classification, state, year; what is on shows as chips."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ctdesk.desk import Filters
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.documents.facet_popup import FacetPopup, FacetValue
from ctdesk.ui.flow import FlowLayout
from ctdesk.ui.icons import icon
from ctdesk.ui.language import QT_TRANSLATE_NOOP, Retranslated

FACETS: tuple[tuple[str, str], ...] = (
    ("kind", QT_TRANSLATE_NOOP("FilterRow", "Kind")),
    ("mission", QT_TRANSLATE_NOOP("FilterRow", "Mission")),
    ("classification", QT_TRANSLATE_NOOP("FilterRow", "Classification")),
    ("state", QT_TRANSLATE_NOOP("FilterRow", "State")),
    ("year", QT_TRANSLATE_NOOP("FilterRow", "Year")),
    ("topic", QT_TRANSLATE_NOOP("FilterRow", "Topic")),
)
_MOST_FIRST = frozenset({"kind", "mission", "topic"})
"""Facets without an order of their own: what the search finds most of comes first."""
Counts = Callable[[str], Mapping[str, int] | None]
"""For a facet its counts under the query in force; None: those of the whole desk."""


class FilterRow(Retranslated, QWidget):
    """Which records the list keeps; `changed` after each tick."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, counts: Counts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._counts = counts
        self._chosen: dict[str, tuple[str, ...]] = {name: () for name, _ in FACETS}
        self._labels: dict[tuple[str, str], str] = {}
        self._popup: FacetPopup | None = None
        self.everything = False
        self._buttons = {name: self._button(name) for name, _ in FACETS}
        row = FlowLayout()
        for button in self._buttons.values():
            row.addWidget(button)
        self._chips = FlowLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addLayout(self._chips)
        self.retranslate()

    @property
    def filters(self) -> Filters:
        """What is ticked; of documents only, unless `everything` is asked."""
        return self._filters(self._chosen)

    def without(self, facet: str) -> Filters:
        """The filters but for one facet: its own values are counted as if it were free."""
        return self._filters({k: v for k, v in self._chosen.items() if k != facet})

    @property
    def active(self) -> bool:
        return any(self._chosen.values())

    def keep(self, facet: str, codes: Sequence[str]) -> None:
        """Tick exactly these values of a facet."""
        self._chosen[facet] = tuple(codes)
        self._show_chosen()
        self.changed.emit()

    def set_folded(self, folded: bool) -> None:
        """With the panel of facets open the buttons would say the same again."""
        for button in self._buttons.values():
            button.setVisible(not folded)

    def take(self, filters: Filters) -> None:
        """Tick what a kept search or an advice has ticked; who asks searches afterwards."""
        self._chosen = {name: getattr(filters, name) for name, _ in FACETS}
        self._show_chosen()

    def clear(self) -> None:
        """Tick nothing."""
        if self.active:
            self._chosen = {name: () for name, _ in FACETS}
            self._show_chosen()
            self.changed.emit()

    def retranslate(self) -> None:
        self._labels.clear()
        for name, phrase in FACETS:
            text = QCoreApplication.translate("FilterRow", phrase)
            self._buttons[name].setAccessibleName(self.tr("Filter: {0}").format(text))
        self._show_chosen()

    @property
    def chosen(self) -> Mapping[str, tuple[str, ...]]:
        """The codes ticked in each facet."""
        return self._chosen

    def _filters(self, chosen: Mapping[str, tuple[str, ...]]) -> Filters:
        ticked: dict[str, Any] = dict(chosen)
        return replace(Filters(tbl=() if self.everything else ("document",)), **ticked)

    def _button(self, facet: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "filter")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.open(facet))
        return button

    def open(self, facet: str) -> None:
        """Open the values of a facet under its button."""
        try:
            values = self.values(facet)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        chosen = self._chosen[facet]
        self._popup = FacetPopup(self._context, self)
        self._popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._popup.ticked.connect(lambda codes: self.keep(facet, codes))
        self._popup.open(values, chosen, self._buttons[facet])

    def values(self, facet: str) -> list[FacetValue]:
        """The values of a facet that the search leaves, and those ticked. Raises CtdeskError."""
        known = self._context.desk.documents.facet_values().get(facet, [])
        counts = self._counts(facet)
        values = [
            FacetValue(
                code,
                self._shown(facet, code, label),
                count if counts is None else counts.get(code, 0),
            )
            for code, label, count in known
        ]
        values = [v for v in values if v.count or v.code in self._chosen[facet]]
        if facet in _MOST_FIRST:
            values.sort(key=lambda value: -value.count)
        return values

    def _shown(self, facet: str, code: str, label: str) -> str:
        label = self._context.show.digits(code) if facet == "year" else label
        self._labels[facet, code] = label
        return label

    def _label(self, facet: str, code: str) -> str:
        if (facet, code) not in self._labels:
            try:
                for known, label, _ in self._context.desk.documents.facet_values().get(facet, []):
                    self._shown(facet, known, label)
            except CtdeskError as error:
                self.failed.emit(error)
        return self._labels.get((facet, code), code)

    def _show_chosen(self) -> None:
        tokens = self._context.tokens
        for name, phrase in FACETS:
            button = self._buttons[name]
            text = QCoreApplication.translate("FilterRow", phrase)
            count = len(self._chosen[name])
            button.setText(f"{text} {self._context.show.number(count)}" if count else text)
            button.setProperty("active", bool(count))
            button.setIcon(icon("down", tokens, colour="accent" if count else "muted"))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.style().unpolish(button)
            button.style().polish(button)
        self._chips.empty()
        for name, codes in self._chosen.items():
            for code in codes:
                self._chips.addWidget(self._chip(name, code))

    def _chip(self, facet: str, code: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("kind", "chip")
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        label = self._label(facet, code)
        chip.setText(label)
        chip.setIcon(icon("close", self._context.tokens, colour="accent"))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setAccessibleName(self.tr("Remove the filter {0}").format(label))
        chip.setToolTip(chip.accessibleName())
        left = tuple(c for c in self._chosen[facet] if c != code)
        chip.clicked.connect(lambda: self.keep(facet, left))
        return chip
