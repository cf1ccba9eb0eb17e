"""What was copied in this program: kept out of histories, and taken back after a while.

Sources: Microsoft Learn, "Clipboard Formats" (cloud clipboard and history); the hint of KDE's
Klipper, which other clipboard managers on Linux follow as well. A manager that does neither keeps
its copy: that is out of our reach, and the help says so.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

_INSIDE = ("offscreen", "minimal")
"""Platforms whose clipboard no other program shares, and which say of nothing that they own it."""
_NO = b"\0\0\0\0"
_WINDOWS = 'application/x-qt-windows-mime;value="{0}"'
MARKS = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _NO,
    _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
    "x-kde-passwordManagerHint": b"secret",
}
"""Formats beside the content that ask others not to keep it."""


def marked(copied: QMimeData) -> QMimeData:
    """The same content with the marks."""
    made = QMimeData()
    for kind in copied.formats():
        made.setData(kind, copied.data(kind))
    for kind, value in MARKS.items():
        made.setData(kind, value)
    return made


class ClipboardGuard(QObject):
    """Watches the clipboard for as long as the program runs; touches only what came from it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._seconds = 0
        self._writing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._changed)

    def clear_after(self, seconds: int) -> None:
        """How long what is copied from now on stays; 0: until the desk is locked."""
        self._seconds = seconds

    def clear(self) -> None:
        """Take back what was copied here; what came from another program stays."""
        self._timer.stop()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            if self._owned(mode):
                self._clipboard.clear(mode)

    def _owned(self, mode: QClipboard.Mode) -> bool:
        if mode == QClipboard.Mode.Selection:
            return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard() or QGuiApplication.platformName() in _INSIDE

    def _changed(self) -> None:
        if self._writing or not self._owned(QClipboard.Mode.Clipboard):
            return
        copied = self._clipboard.mimeData()
        if copied is None or not copied.formats():
            return
        self._writing = True
        try:
            self._clipboard.setMimeData(marked(copied))
        finally:
            self._writing = False
        if self._seconds:
            self._timer.start(self._seconds * 1000)
