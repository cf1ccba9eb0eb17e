"""What the question was read as: a chip for each field in it, in one line under the search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ctdesk.desk.searches import Recognised
from ctdesk.ui.context import Context
from ctdesk.ui.icons import icon

_GAP = 6
_WIDEST = 240


class RecognisedChips(QWidget):
    """A chip's click takes its part out of the question. What finds no room is only counted:
    the list below must not move about while one types."""

    dropped = Signal(str)
    """The question without the part."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._parts: tuple[Recognised, ...] = ()
        self._chips: list[QToolButton] = []
        self._more = QLabel(self)
        self._more.setProperty("role", "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self.hide()

    @property
    def chips(self) -> list[QToolButton]:
        """The chips that are shown."""
        return [chip for chip in self._chips if not chip.isHidden()]

    def show_parts(self, parts: Sequence[Recognised]) -> None:
        """A chip for each part; none, and the line is gone."""
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        self.draw()

    def draw(self) -> None:
        """Make the chips anew, in the colours and the language of now."""
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(part) for part in self._parts]
        for place, chip in enumerate(self._chips):
            self._row.insertWidget(place, chip)
            chip.ensurePolished()
        self.setVisible(bool(self._chips))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _chip(self, part: Recognised) -> QToolButton:
        show = self._context.show
        whole = f"{part.name}: \u2068{show.digits(part.value)}\u2069"
        chip = QToolButton(self)
        chip.setProperty("kind", "chip")
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIcon(icon("close", self._context.tokens, colour="accent"))
        cut = chip.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, _WIDEST)
        chip.setText(cut.replace("&", "&&"))
        chip.setAccessibleName(self.tr("Take {0} out of the search").format(whole))
        chip.setToolTip(chip.accessibleName())
        chip.clicked.connect(lambda: self.dropped.emit(part.without))
        return chip

    def _fit(self) -> None:
        room = self.width() - 40
        shown = 0
        for chip in self._chips:
            room -= chip.sizeHint().width() + _GAP
            fits = room >= 0 or shown == 0
            chip.setVisible(fits)
            shown += fits
        left = len(self._chips) - shown
        self._more.setVisible(left > 0)
        self._more.setText(f"+{self._context.show.digits(left)}")
        self._more.setToolTip(" · ".join(chip.text() for chip in self._chips[shown:]))
