"""Only what is new: registered since the officer last said that everything was seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.documents.search_asking import Asking
from ctdesk.ui.documents.search_lines import CutLink
from ctdesk.ui.icons import icon


class OnlyNew(QWidget):
    """A switch, and while it is on, the word that what it shows has been seen."""

    changed = Signal()

    def __init__(self, context: Context, asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._asking = asking
        self.switch = QToolButton(self)
        self.switch.setProperty("kind", "filter")
        self.switch.setCheckable(True)
        self.switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.seen = CutLink(self)
        self.seen.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.seen)
        row.addWidget(self.switch)
        self.switch.clicked.connect(self._turned)
        self.seen.clicked.connect(self._have_seen)

    @property
    def since(self) -> str:
        """The bound of what was seen when only the new is wanted, else ""."""
        return self._asking(lambda s: s.new_since(), "") if self.switch.isChecked() else ""

    def draw(self) -> None:
        """Say the phrases and wear the colours of now."""
        on = self.switch.isChecked()
        says = self.tr("Only what was registered since you last looked")
        looked = self._asking(lambda s: s.last_looked(), "")
        self.switch.setText(self.tr("Only new"))
        self.switch.setAccessibleName(says)
        when = f": {self._context.show.moment(looked)}" if looked else ""
        keys = " / ".join(act("only_new").keys)
        self.switch.setToolTip(f"{says}{when}  \u2068{keys}\u2069")
        self.switch.setIcon(
            icon("history", self._context.tokens, colour="accent" if on else "muted")
        )
        self.switch.setProperty("active", on)
        self.switch.style().unpolish(self.switch)
        self.switch.style().polish(self.switch)
        self.seen.say(self.tr("I have seen these") if on else "")

    def _turned(self) -> None:
        self.draw()
        self.changed.emit()

    def _have_seen(self) -> None:
        self._asking(lambda s: s.looked(), None)
        self.switch.setChecked(False)
        self.switch.setFocus()
        self._turned()
