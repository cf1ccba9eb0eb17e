"""A window on a copy of the sample desk; phrases compiled once; nothing shown on a screen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ctdesk.desk import Desk
from ctdesk.domain.resources import translation
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.arabic_keys import KeyWatch
from ctdesk.ui.context import Context
from ctdesk.ui.documents import DocumentsPage
from ctdesk.ui.window import MainWindow


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs Qt."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.ui)


@pytest.fixture(scope="session")
def qm() -> None:
    """The window's phrases, compiled by Qt's own compiler where their source is newer."""
    for source in translation("").glob("*.ts"):
        made = source.with_suffix(".qm")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            lrelease = Path(sys.executable).with_name("pyside6-lrelease")
            subprocess.run([lrelease, source, "-qm", made], check=True, capture_output=True)


@pytest.fixture(scope="session")
def look(qapp: QApplication, qm: None) -> Appearance:
    """What the application wears; `look.apply("ar", "light")`."""
    return Appearance(qapp)


@pytest.fixture
def open_window(
    desk: Desk, look: Appearance, qapp: QApplication
) -> Iterator[Callable[..., MainWindow]]:
    """Opens the window of the sample desk in a language and a theme."""
    windows: list[MainWindow] = []

    def open_(language: str = "ar", theme: str = "light") -> MainWindow:
        desk.settings.change(
            language=language, theme=theme, digits="arabic" if language == "ar" else "western"
        )
        context = Context(desk)
        look.apply(context.lang, theme)
        window = MainWindow(context)

        def wear() -> None:
            look.apply(context.lang, context.settings.theme)
            window.look_changed()

        context.settings_changed.connect(wear)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        watch = KeyWatch(window.trigger, lambda: None, window)
        qapp.installEventFilter(watch)
        qapp.processEvents()
        windows.append(window)
        return window

    yield open_
    for window in windows:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    """The window in Arabic and light."""
    return open_window()


@pytest.fixture
def page(window: MainWindow) -> DocumentsPage:
    """The documents page of the Arabic window."""
    assert isinstance(window.page, DocumentsPage)
    return window.page


@pytest.fixture
def press() -> Callable[..., None]:
    """Sends a key as a keyboard with an Arabic layout does: the letter stands for the key."""

    def press_(
        widget: QWidget,
        letter: str,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier,
    ) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter[0]), modifiers, letter)
        QApplication.sendEvent(widget, event)
        QApplication.processEvents()

    return press_
