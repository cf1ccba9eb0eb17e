"""The numbers after a paragraph's last word: the passages that it stands on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ctdesk.domain.blocks import Source
from ctdesk.ui.context import Context

_SHOWN_OF_A_QUOTE = 300


class SourceMarks(QWidget):
    """One button for each passage; its menu takes the passage away."""

    chosen = Signal(object)
    """The Source that is to be shown."""
    dropped = Signal(object)
    """The Source that the paragraph is to stand on no longer."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.buttons: dict[Source, QPushButton] = {}
        self.frozen = False
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_marks(self, markers: Mapping[Source, int]) -> None:
        """Show these passages under their numbers."""
        for source in [source for source in self.buttons if source not in markers]:
            button = self.buttons.pop(source)
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        for place, (source, number) in enumerate(markers.items()):
            button = self.buttons.get(source) or self._made(source)
            self._line.insertWidget(place, button)
            button.setText(f"[{self._context.show.digits(number)}]")
            name = self.tr("Source {0}").format(self._context.show.digits(number))
            button.setAccessibleName(name)
        self.setVisible(bool(self.buttons))
        self.adjustSize()

    def _made(self, source: Source) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "mark")
        button.setToolTip(source.quote[:_SHOWN_OF_A_QUOTE])
        button.clicked.connect(lambda: self.chosen.emit(source))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(lambda point: self._offer(source, point))
        self.buttons[source] = button
        return button

    def _offer(self, source: Source, point: QPoint) -> None:
        self.menu_of(source).exec(self.buttons[source].mapToGlobal(point))

    def menu_of(self, source: Source) -> QMenu:
        """What can be done with a passage."""
        menu = QMenu(self)
        menu.addAction(self.tr("Show the passage"), lambda: self.chosen.emit(source))
        drop = menu.addAction(self.tr("Take this source away"), lambda: self.dropped.emit(source))
        drop.setEnabled(not self.frozen)
        return menu
