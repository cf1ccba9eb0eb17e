"""Shortcuts under an Arabic keyboard layout: the key that is pressed counts, not its letter.

Where the platform reports Ctrl+ب for the key of F, no shortcut named Ctrl+F is found.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ctdesk.text.keyboard import ARABIC, LATIN

_LATIN_OF = dict(zip(ARABIC + "٠١٢٣٤٥٦٧٨٩", LATIN.upper() + "0123456789", strict=True)) | {
    "أ": "H",
    "إ": "Y",
    "آ": "N",
    "لا": "B",
    "ﻻ": "B",
}
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)


def latin_key(event: QKeyEvent) -> Qt.Key | None:
    """The key of the Latin layout at the same place; None unless it is Ctrl or Alt and Arabic."""
    if not event.modifiers() & _WITH:
        return None
    for letter in (_letter(event.key()), event.text()):
        latin = _LATIN_OF.get(letter)
        if latin is not None:
            return Qt.Key(ord(latin))
    return None


def _letter(key: int) -> str:
    return chr(key) if 0 < key < 0x110000 else ""


class KeyWatch(QObject):
    """The one event filter of the application.

    `trigger` runs the act of a key sequence and tells whether there was one; other combinations
    (Ctrl+C in a field) reach their widget as the Latin key they stand for. `alive` is told of
    every sign that somebody is at the desk. `always` is asked first, of every combination with
    Ctrl: it may act while a dialog is open.
    """

    def __init__(
        self,
        trigger: Callable[[QKeySequence], bool],
        alive: Callable[[], None],
        parent: QObject | None = None,
        always: Callable[[QKeySequence], bool] = lambda _keys: False,
    ) -> None:
        super().__init__(parent)
        self._trigger = trigger
        self._alive = alive
        self._always = always

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _SIGNS_OF_LIFE:
            return False
        self._alive()
        # a window hands the key on to its focus widget: only the widget's turn counts
        if kind != QEvent.Type.KeyPress or not watched.isWidgetType():
            return False
        assert isinstance(event, QKeyEvent)
        key = latin_key(event)
        combined = QKeyCombination(event.modifiers(), key or Qt.Key(event.key()))
        if event.modifiers() & _WITH and self._always(QKeySequence(combined)):
            return True
        if key is None:
            return False
        if self._trigger(QKeySequence(combined)):
            return True
        latin = QKeyEvent(
            QEvent.Type.KeyPress, key, event.modifiers(), "", event.isAutoRepeat(), event.count()
        )
        return QCoreApplication.sendEvent(watched, latin)
