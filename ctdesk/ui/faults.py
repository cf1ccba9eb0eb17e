"""What becomes of a fault of the program: a report without content, and a word to the officer.

Nothing of it is written to the terminal or to the session's log, where the message of an exception
would quote what an officer wrote. Of Qt's own messages only the kinds are counted.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import sys
import threading
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QApplication, QMessageBox

from ctdesk.desk.fault_report import report_of, reports_folder, save
from ctdesk.text.show import isolate
from ctdesk.ui.language import QT_TRANSLATE_NOOP

_SAID = QT_TRANSLATE_NOOP(
    "Faults",
    "The program made a mistake, and what you asked for may not have been done. What was "
    "acknowledged as saved is saved.\n\nA report lies at {0}. It says where in the program it "
    "happened and holds nothing of what you wrote or read. Give it to whoever looks after the "
    "program; if this happens again, lock the desk and open it anew.",
)
_UNWRITTEN = QT_TRANSLATE_NOOP(
    "Faults",
    "The program made a mistake, and what you asked for may not have been done. What was "
    "acknowledged as saved is saved. No report could be written: note what you were doing and tell "
    "whoever looks after the program.",
)
_NATIVE = "native-fault.txt"


class Faults(QObject):
    """Takes every exception that nobody caught, on whichever thread."""

    met = Signal(str)
    """Path of the report, "" when none could be written; comes on the window's thread."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder or reports_folder()
        self._messages: Counter[str] = Counter()
        self._showing = False
        self._native: IO[str] | None = None
        self.met.connect(self._say)

    def install(self) -> None:
        """From now on; for the length of the process."""
        sys.excepthook = lambda _kind, error, trace: self.take(error, trace)
        threading.excepthook = lambda given: (
            self.take(given.exc_value, given.exc_traceback) if given.exc_value else None
        )
        sys.unraisablehook = lambda given: (
            self.take(given.exc_value, given.exc_traceback) if given.exc_value else None
        )
        qInstallMessageHandler(self.count_message)
        with contextlib.suppress(OSError):
            # without a place to write there is no report of a fault below Python
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            # places in the program and nothing else: faulthandler knows no values
            self._native = (self._folder / _NATIVE).open("a", encoding="utf-8")
            faulthandler.enable(self._native)

    def take(self, error: BaseException, trace: TracebackType | None) -> None:
        """Write the report of a fault and tell the officer."""
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.exit(1)
            return
        report = report_of(error, trace)
        report["qt"] = {"version": qVersion(), "messages": dict(self._messages)}
        try:
            path = str(save(report, self._folder))
        except OSError:
            path = ""
        sys.stderr.write(json.dumps(report["faults"]) + "\n")
        self.met.emit(path)

    def count_message(self, kind: QtMsgType, where: object, _message: str) -> None:
        """A message of Qt: its text may quote a name of a file, so only its kind is kept."""
        self._messages[f"{kind.name} {getattr(where, 'category', '') or 'default'}"] += 1

    def _say(self, path: str) -> None:
        if self._showing or QApplication.instance() is None:
            return
        self._showing = True
        translate = QCoreApplication.translate
        text = translate("Faults", _SAID).format(isolate(path))
        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(text if path else translate("Faults", _UNWRITTEN))
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.exec()
        self._showing = False
