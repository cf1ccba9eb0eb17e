"""The window's start: one application, the locked screen, the open desk, and back."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ctdesk.desk import Desk, Peek, Unsaved
from ctdesk.desk.backups import Copied
from ctdesk.desk.slots import NewWords
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.absence import Absence
from ctdesk.ui.actions import act
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.arabic_keys import KeyWatch
from ctdesk.ui.capture import keep_from_capture
from ctdesk.ui.clipboard import ClipboardGuard
from ctdesk.ui.context import Context
from ctdesk.ui.faults import Faults
from ctdesk.ui.files import clear_left_behind
from ctdesk.ui.form.loose_words import open_words
from ctdesk.ui.icons import icon
from ctdesk.ui.page import Page
from ctdesk.ui.recovery_sheet import RecoverySheet
from ctdesk.ui.relaunch import relaunch, take_place
from ctdesk.ui.reminders import reminders
from ctdesk.ui.restoring import back_up_before_closing, restore_desk
from ctdesk.ui.resuming import resume
from ctdesk.ui.theme import LIGHT
from ctdesk.ui.unlock import UnlockView
from ctdesk.ui.veil import Veil
from ctdesk.ui.window import MainWindow


def run_window(folder: Path) -> int:
    """Open the window on the desk in `folder` (made there on the first run); the exit code."""
    application = make_application()
    faults = Faults()
    faults.install()
    shell = Shell(application, folder)
    take_place(shell)
    shell.show()
    shell.absence.listen_to_system(int(shell.winId()))
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
    """The top window: holds the locked screen, or the window of the open desk.

    `relaunch` ends the process after a lock; where it comes back, this one goes on locked.
    """

    def __init__(
        self,
        application: QApplication,
        folder: Path,
        appearance: Appearance | None = None,
        relaunch: Callable[[Path, QWidget], None] = relaunch,
    ) -> None:
        super().__init__()
        self._folder = folder
        self._relaunch = relaunch
        self.appearance = appearance or Appearance(application)
        self.context: Context | None = None
        # at the start, and not only once the desk is open: the copies of a crash don't wait
        clear_left_behind()
        self.absence = Absence(self)
        self.absence.noticed.connect(lambda _why: self.lock_now())
        self._clipboard = ClipboardGuard(self)
        self._veil: Veil | None = None
        self._left: list[Unsaved] = []
        self._words: NewWords | None = None
        self._watch = KeyWatch(self._trigger, self.absence.alive, self, self._lock_over_dialog)
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
        peek = Peek()
        with suppress(CtdeskError):
            # a key file that can't be read is told of by the screen itself
            peek = Desk.peek(self._folder) if Desk.exists(self._folder) else peek
        self.appearance.apply("ar" if peek.language == "ar" else "en", peek.theme)
        view = UnlockView(self._folder, self.appearance)
        view.made.connect(self._remember_words)
        view.unlocked.connect(self.open)
        view.restored.connect(self.show_locked, Qt.ConnectionType.QueuedConnection)
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
        context.restore_wanted.connect(self.restore, Qt.ConnectionType.QueuedConnection)
        self._replace(window)
        window.notices.remind(reminders(context))
        self._follow_settings()
        words, self._words = self._words, None
        QTimer.singleShot(0, lambda: self._begin(window, words))

    def _begin(self, window: MainWindow, words: NewWords | None) -> None:
        """What comes first in a window: the recovery words of a new desk, or what was left."""
        if self.window_of_desk is not window:
            return
        if words is not None:
            RecoverySheet(window.context, words, window).exec()
        resume(window)

    def _remember_words(self, words: NewWords) -> None:
        self._words = words

    def lock_now(self) -> None:
        """Lock without a question, whatever is open: nobody may be there to answer.

        Words are kept as drafts first. Where they can't be, a veil hides them until they can, or
        until somebody gives them up: the desk shows nothing, but it is not closed yet.
        """
        window = self.window_of_desk
        if window is None:
            return
        # first of all: a dialog that is hidden goes, and its words with it
        self._left += open_words()
        kept = _tried_twice(lambda: self._keep_left(window))
        for dialog in QApplication.topLevelWidgets():
            if dialog is not self and dialog.isVisible():
                dialog.hide()
        # what now waits for work in hand (a backup) shows nothing meanwhile
        self.hide()
        if kept and _quietly(window, lambda: _tried_twice(window.may_leave)):
            window.locked.emit()
            return
        if self._veil is None:
            self._veil = veil = Veil(self)
            veil.again.connect(self.lock_now)
            veil.given_up.connect(window.locked)
        self.show()

    def _keep_left(self, window: MainWindow) -> bool:
        while self._left:
            window.context.desk.unsaved.keep(self._left[0])
            self._left.pop(0)
        return True

    def restore(self, copied: Copied) -> None:
        """Put a backup in the place of the desk that is open, and begin anew, locked."""
        window, context = self.window_of_desk, self.context
        if window is None or context is None or not window.may_leave():
            return
        try:
            unlocked, role = context.desk.backups.to_restore()
        except CtdeskError as error:
            window.fail(error)
            return
        language = context.lang
        self._drop_view()
        self._close_desk()
        restore_desk(self, language, self._folder, copied, unlocked, role)
        self.lock()

    def lock(self) -> None:
        """Close the desk and begin anew at the locked screen."""
        self._drop_view()
        self._close_desk()
        with suppress(OSError):
            self._relaunch(self._folder, self)
        # the program could not be started anew: this process is left, with what lingers in it
        self.show_locked()
        self.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        window = self.window_of_desk
        if window is not None and not window.may_leave():
            event.ignore()
            return
        if self.context is not None:
            back_up_before_closing(self, self.context.lang, self.context.desk)
        self._drop_view()
        self._close_desk()
        event.accept()

    def _wear(self) -> None:
        context = self.context
        if context is not None:
            self.appearance.apply(context.lang, context.settings.theme)
            self._follow_settings()
            window = self.window_of_desk
            if window is not None:
                window.look_changed()

    def _close_desk(self) -> None:
        self.absence.lock_after(0)
        context, self.context = self.context, None
        if context is not None:
            self._clipboard.clear()
            context.opened_files.clear()
            with suppress(CtdeskError):
                # what was acknowledged is in the log file; the next opening folds it in
                context.desk.close()

    def _replace(self, widget: UnlockView | MainWindow) -> None:
        self._drop_view()
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def _drop_view(self) -> None:
        """The view is gone before anything may ask its closed desk."""
        if self._veil is not None:
            self._veil.deleteLater()
            self._veil = None
        self._left = []
        while (old := self.widget(0)) is not None:
            self.removeWidget(old)
            old.deleteLater()
            QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete.value)

    def _trigger(self, keys: QKeySequence) -> bool:
        window = self.window_of_desk
        modal = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return window is not None and modal is None and window.trigger(keys)

    def _lock_over_dialog(self, keys: QKeySequence) -> bool:
        """The key of the lock counts also where a dialog keeps the window from its keys."""
        wanted = keys == QKeySequence(act("lock").keys[0])
        if not wanted or QApplication.activeModalWidget() is None:
            return False
        QTimer.singleShot(0, self.lock_now)
        return True

    def _follow_settings(self) -> None:
        settings = self.context.settings if self.context else None
        self.absence.lock_after(settings.lock_after_minutes if settings else 0)
        self._clipboard.clear_after(settings.clipboard_seconds if settings else 0)
        keep_from_capture(self, bool(settings and settings.hide_from_capture))

    def _fitting(self) -> QSize:
        screen = QGuiApplication.primaryScreen()
        room = screen.availableSize() if screen else QSize(1366, 768)
        return QSize(1366, 768).boundedTo(room) if room.width() < 1600 else room * 0.9


def _tried_twice(act: Callable[[], bool]) -> bool:
    """Whether it could be done: a full disk refuses the first time and gives its reserve back."""
    for _ in range(2):
        # told by what is returned: the caller hides the words and asks what to do
        with suppress(CtdeskError):
            if act():
                return True
    return False


def _quietly(window: MainWindow, act: Callable[[], bool]) -> bool:
    """Do something without a word to anybody: nobody is there to close a message."""
    blockers = [QSignalBlocker(page) for page in window.findChildren(Page)]
    try:
        return act()
    finally:
        for blocker in blockers:
            blocker.unblock()
