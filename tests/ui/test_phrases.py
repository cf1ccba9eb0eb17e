"""The division words its phrases in the settings."""

from __future__ import annotations

from ctdesk.desk import Desk
from ctdesk.desk.phrases import KEYS, Phrases
from ctdesk.ui.settings_phrases import PhrasesDialog
from ctdesk.ui.window import MainWindow


def test_a_phrase_is_worded_anew_and_goes_back_when_emptied(window: MainWindow, desk: Desk) -> None:
    row = KEYS.index("closing.answer")
    for text, said in (("مع الشكر.", "مع الشكر."), ("", "")):
        dialog = PhrasesDialog(window.context, window)
        item = dialog.table.item(row, 1)
        assert item is not None
        item.setText(text)
        dialog.keep()
        phrases = Phrases(desk.settings)
        assert phrases.text("closing.answer", "ar") == (
            said or phrases.standard("closing.answer", "ar")
        )
        dialog.deleteLater()


def test_an_honorific_without_its_name_is_told_and_nothing_changes(
    window: MainWindow, desk: Desk
) -> None:
    dialog = PhrasesDialog(window.context, window)
    item = dialog.table.item(KEYS.index("honorific.person"), 1)
    assert item is not None
    item.setText("المحترم")
    dialog.keep()
    assert "{party}" in dialog.said.text()
    assert desk.settings.all().phrases == {}
    dialog.deleteLater()
