"""The folding panel of facets: how what was found divides, and what of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.documents.facet_popup import FacetValue
from ctdesk.ui.documents.filters import FACETS
from ctdesk.ui.language import Retranslated

_SHOWN = 8
"""Values of a facet before the rest is folded away."""
_CODE = Qt.ItemDataRole.UserRole
Values = Callable[[str], Sequence[FacetValue]]
"""For a facet its values with their counts under the question in force."""


class FacetPanel(Retranslated, QFrame):
    """Ticks are told by `ticked`; counts are asked for when there is time, after the hits."""

    ticked = Signal(str, tuple)
    """A facet and the codes now ticked."""
    everything_turned = Signal(bool)
    failed = Signal(object)

    def __init__(self, context: Context, values: Values, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._values = values
        self._chosen: Mapping[str, Sequence[str]] = {}
        self._whole: set[str] = set()
        self.everything = QCheckBox(self)
        self.everything.toggled.connect(self.everything_turned)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setHeaderLabels(["", ""])
        self.tree.header().setMinimumSectionSize(16)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setIndentation(10)
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, self.tree.header().ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, self.tree.header().ResizeMode.ResizeToContents)
        self.tree.itemChanged.connect(self._changed)
        self.tree.itemActivated.connect(self._more)
        self.tree.itemClicked.connect(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 6, 8)
        layout.setSpacing(6)
        layout.addWidget(self.everything)
        layout.addWidget(self.tree, 1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._fill)
        self.retranslate()

    def show_chosen(self, chosen: Mapping[str, Sequence[str]]) -> None:
        """The hits are there: count them, once the window has painted them."""
        self._chosen = chosen
        if self.isVisible():
            self._rest.start()

    def retranslate(self) -> None:
        self.everything.setText(self.tr("Everything on the desk"))
        self.everything.setToolTip(self.tr("Dossiers, their items and follow-up too"))
        self.tree.setAccessibleName(self.tr("Filters with counts"))
        self._rest.start()

    def _fill(self) -> None:
        if not self.isVisible():
            return
        at = self.tree.verticalScrollBar().value()
        self.tree.blockSignals(True)
        self.tree.clear()
        try:
            for name, phrase in FACETS:
                self._facet(name, QCoreApplication.translate("FilterRow", phrase))
        except CtdeskError as error:
            self.failed.emit(error)
        self.tree.blockSignals(False)
        self.tree.verticalScrollBar().setValue(at)

    def _facet(self, name: str, phrase: str) -> None:
        values = self._values(name)
        if not values:
            return
        head = QTreeWidgetItem(self.tree, [phrase, ""])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setExpanded(True)
        face = head.font(0)
        face.setBold(True)
        head.setFont(0, face)
        chosen = self._chosen.get(name, ())
        shown = values if name in self._whole else values[:_SHOWN]
        late = [value for value in values[len(shown) :] if value.code in chosen]
        for value in (*shown, *late):
            item = QTreeWidgetItem(head, [value.label, self._context.show.number(value.count)])
            item.setData(0, _CODE, (name, value.code))
            item.setToolTip(0, value.label)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            ticked = value.code in chosen
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        if len(values) > len(shown):
            left = self._context.show.digits(self.tr("%n more", "", len(values) - len(shown)))
            more = QTreeWidgetItem(head, [left, ""])
            more.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            more.setData(0, _CODE, (name, None))
            more.setForeground(0, self._context.tokens.colour("accent"))

    def _more(self, item: QTreeWidgetItem, _column: int) -> None:
        name, code = item.data(0, _CODE) or ("", "")
        if name and code is None:
            self._whole.add(name)
            self._rest.start()

    def _changed(self, item: QTreeWidgetItem, _column: int) -> None:
        name, _code = item.data(0, _CODE)
        head = item.parent()
        if head is None:
            return
        rows = filter(None, (head.child(place) for place in range(head.childCount())))
        codes = [
            row.data(0, _CODE)[1]
            for row in rows
            if row.data(0, _CODE)[1] is not None and row.checkState(0) == Qt.CheckState.Checked
        ]
        self.ticked.emit(name, tuple(codes))
