"""What the window relies on in Qt for Python itself."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_nothing_takes_no_reference_of_none() -> None:
    """PySide6 6.12.0 took one with each call: Python 3.11 ends when the last one is gone."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - 100


def test_the_bundled_faces_are_found(look: object) -> None:
    from PySide6.QtGui import QFontDatabase

    from ctdesk.ui.fonts import INTERFACE, READING_ARABIC, READING_LATIN

    assert {INTERFACE, READING_ARABIC, READING_LATIN} <= set(QFontDatabase.families())
