"""Hides the window of a desk that should be locked but holds words which can't be kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Veil(QFrame):
    """Lies over the whole of its parent and never shows again what is under it: both its ways lead
    to the lock."""

    again = Signal()
    given_up = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAutoFillBackground(True)
        self.again_button, self.give_up_button = QPushButton(self), QPushButton(self)
        self.again_button.setProperty("kind", "primary")
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setText(
            self.tr(
                "The desk should be locked, but what was being written can't be kept: the folder "
                "of the desk can't be written. Nothing is shown until it is. Make room on the disk "
                "or put the medium back, then try again."
            )
        )
        self.again_button.setText(self.tr("Keep the words and lock"))
        self.give_up_button.setText(self.tr("Lock and lose the words"))
        self.again_button.clicked.connect(self.again)
        self.give_up_button.clicked.connect(self.given_up)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.give_up_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(80, 40, 80, 40)
        layout.setSpacing(18)
        layout.addStretch(2)
        layout.addWidget(self._sentence)
        layout.addLayout(buttons)
        layout.addStretch(3)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self.again_button.setFocus()

    @property
    def said(self) -> str:
        return self._sentence.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False
