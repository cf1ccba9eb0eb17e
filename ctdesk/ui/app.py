"""The window's start: one application, the locked screen, the open desk, and back."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget

from ctdesk.desk import Desk
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.arabic_keys import KeyWatch
from ctdesk.ui.context import Context
from ctdesk.ui.icons import icon
from ctdesk.ui.theme import LIGHT
from ctdesk.ui.unlock import UnlockView
from ctdesk.ui.window import MainWindow


def run_window(folder: Path) -> int:
    """Open the window on the desk in `folder` (made there on the first run); the exit code."""
    application = make_application()
    shell = Shell(application, folder)
    shell.show()
    # the same way in as on the command line; nothing that this process starts may inherit it
    shell.unlock_with(os.environ.pop("CTDESK_PASSPHRASE", ""))
    return application.exec()


def make_application() -> QApplication:
    """The one QApplication of this process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("CTDesk")
    application.setDesktopFileName("ctdesk")
    return application


class Shell(QStackedWidget):
    """The top window: holds the locked screen, or the window of the open desk."""

    def __init__(
        self, application: QApplication, folder: Path, appearance: Appearance | None = None
    ) -> None:
        super().__init__()
        self._folder = folder
        self.appearance = appearance or Appearance(application)
        self.context: Context | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._idle_too_long)
        self._watch = KeyWatch(self._trigger, self._alive, self)
        application.installEventFilter(self._watch)
        self.setWindowTitle("CTDesk")
        self.setWindowIcon(icon("ctdesk", LIGHT, colour="accent"))
        self.setMinimumSize(980, 600)
        self.resize(self._fitting())
        self.show_locked()

    @property
    def window_of_desk(self) -> MainWindow | None:
        """The window of the open desk; None while it is locked."""
        widget = self.currentWidget()
        return widget if isinstance(widget, MainWindow) else None

    def show_locked(self) -> None:
        """The screen that makes or unlocks the desk."""
        if Desk.exists(self._folder):
            peek = Desk.peek(self._folder)
            self.appearance.apply("ar" if peek.language == "ar" else "en", peek.theme)
        else:
            self.appearance.apply("ar", "light")
        view = UnlockView(self._folder, self.appearance)
        view.unlocked.connect(self.open)
        self._replace(view)

    def unlock_with(self, passphrase: str) -> None:
        """Unlock without asking; nothing happens without a passphrase or a desk."""
        view = self.currentWidget()
        if passphrase and isinstance(view, UnlockView):
            view.passphrase.setText(passphrase)
            view.submit()

    def open(self, desk: Desk) -> None:
        """The window of a desk that was just unlocked."""
        self.context = context = Context(desk, self)
        self.appearance.apply(context.lang, context.settings.theme)
        window = MainWindow(context)
        # queued: the window must have returned from its own act before it goes
        window.locked.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        context.settings_changed.connect(self._wear)
        self._replace(window)
        self._restart_idle()

    def lock(self) -> None:
        """Close the desk and go back to the locked screen.

        Keys and texts that this process held may linger in its memory until it ends.
        """
        self._drop_view()
        self._close_desk()
        self.show_locked()

    def closeEvent(self, event: QCloseEvent) -> None:
        window = self.window_of_desk
        if window is not None and not window.may_leave():
            event.ignore()
            return
        self._drop_view()
        self._close_desk()
        event.accept()

    def _alive(self) -> None:
        if self._idle.isActive():
            self._idle.start()

    def _wear(self) -> None:
        context = self.context
        if context is not None:
            self.appearance.apply(context.lang, context.settings.theme)
            self._restart_idle()
            window = self.window_of_desk
            if window is not None:
                window.look_changed()

    def _close_desk(self) -> None:
        self._idle.stop()
        if self.context is not None:
            QGuiApplication.clipboard().clear()
            self.context.opened_files.clear()
            self.context.desk.close()
            self.context = None

    def _replace(self, widget: UnlockView | MainWindow) -> None:
        self._drop_view()
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def _drop_view(self) -> None:
        """The view is gone before anything may ask its closed desk."""
        while (old := self.widget(0)) is not None:
            self.removeWidget(old)
            old.deleteLater()
            QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete.value)

    def _trigger(self, keys: QKeySequence) -> bool:
        window = self.window_of_desk
        modal = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return window is not None and modal is None and window.trigger(keys)

    def _restart_idle(self) -> None:
        minutes = self.context.settings.lock_after_minutes if self.context else 0
        if minutes > 0:
            self._idle.start(minutes * 60_000)
        else:
            self._idle.stop()

    def _idle_too_long(self) -> None:
        window = self.window_of_desk
        if window is not None and QApplication.activeModalWidget() is None:
            window.lock()
        else:
            # a dialog holds unsaved words: ask again after the next rest
            self._restart_idle()

    def _fitting(self) -> QSize:
        screen = QGuiApplication.primaryScreen()
        room = screen.availableSize() if screen else QSize(1366, 768)
        return QSize(1366, 768).boundedTo(room) if room.width() < 1600 else room * 0.9
