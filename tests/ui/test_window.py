"""The window around the rooms: languages, themes, keys, the command box, errors, the lock."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QColor, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.domain.errors import Refused
from ctdesk.ui.actions import ACTS, MENUS, act
from ctdesk.ui.arabic_keys import _LATIN_OF
from ctdesk.ui.command_box import CommandBox
from ctdesk.ui.documents import DocumentsPage
from ctdesk.ui.documents.delegate import RecordDelegate
from ctdesk.ui.rail import ROOMS
from ctdesk.ui.theme import DARK, LIGHT, Tokens
from ctdesk.ui.window import MainWindow
from ctdesk.ui.work import Work

ARABIC = re.compile("[\u0600-\u06ff]")
LATIN_WORD = re.compile("[A-Za-z]{2,}")
OWN_NAMES = re.compile(r"Ctrl|Shift|Alt|CTDesk|Esc|Return|F\d+|English|[A-Z]{2,}[\w/-]*")


def x_of(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, QPoint(0, 0)).x()


def phrases(window: QWidget) -> Iterator[str]:
    """Everything the program itself says in a window: labels, buttons, tooltips, names, acts."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.property("role") == "muted"
        ):
            yield widget.text()
            yield widget.toolTip()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        yield widget.accessibleName()
    for action in window.findChildren(QAction):
        yield action.text()


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 computes it."""

    def light(colour: str) -> float:
        parts = QColor(colour).getRgbF()[:3]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def open_box(window: MainWindow) -> CommandBox:
    window.open_command_box()
    box = QApplication.activePopupWidget()
    assert isinstance(box, CommandBox)
    return box


def test_the_arabic_window_mirrors_the_english_one(
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window("ar")
    page = window.page
    assert isinstance(page, DocumentsPage)
    places = [x_of(w, window) for w in (page.pane, page.list, window.rail)]
    assert places == sorted(places)
    window.switch_language()
    QApplication.processEvents()
    places = [x_of(w, window) for w in (window.rail, page.list, page.pane)]
    assert places == sorted(places)


def test_the_language_switches_at_once_and_back(window: MainWindow) -> None:
    arabic = window.menus.actions_by_id["new_report"].text()
    window.switch_language()
    QApplication.processEvents()
    assert window.menus.actions_by_id["new_report"].text() == "New report"
    assert not window.isRightToLeft()
    window.switch_language()
    QApplication.processEvents()
    assert window.menus.actions_by_id["new_report"].text() == arabic
    assert window.isRightToLeft()


def test_the_language_is_kept_in_the_desk(window: MainWindow, desk: Desk) -> None:
    window.switch_language()
    assert desk.settings.all().language == "en"


def test_no_phrase_of_the_arabic_window_is_left_in_english(window: MainWindow) -> None:
    open_ = [
        phrase
        for phrase in phrases(window)
        if LATIN_WORD.search(OWN_NAMES.sub("", phrase)) and not ARABIC.search(phrase)
    ]
    assert open_ == []


def test_no_phrase_of_the_english_window_is_in_arabic(
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window("en")
    page = window.page
    assert isinstance(page, DocumentsPage)
    quoted = page.pane.header.findChildren(QWidget)
    found = [
        phrase
        for phrase in phrases(window)
        if ARABIC.search(phrase) and not any(phrase in _said(widget) for widget in quoted)
    ]
    assert found == []


def _said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{text}\n{widget.accessibleName()}\n{widget.toolTip()}"


def test_plurals_are_said_right_in_english(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("en")
    page = window.page
    assert isinstance(page, DocumentsPage)
    assert "(s)" not in page.search.found.whole
    assert re.search(r"\d+ documents", page.search.found.whole)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_text_keeps_a_contrast_of_four_and_a_half(tokens: Tokens) -> None:
    pairs = [
        (ink, ground)
        for ink in ("ink", "muted", "accent", "urgent", "danger")
        for ground in ("panel", "background")
    ]
    pairs += [("ink", "raised"), ("ink", "selection"), ("muted", "selection"), ("accent", "tint")]
    pairs += [("ink", "hit"), ("ink", "current_hit"), ("on_accent", "accent")]
    pairs += [("urgent", "selection")]
    weak = {
        pair: ratio
        for pair in pairs
        if (ratio := contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1]))) < 4.5
    }
    weak |= {
        (code, code): ratio
        for code, (ground, ink) in tokens.classification.items()
        if (ratio := contrast(ground, ink)) < 4.5
    }
    assert weak == {}


def test_the_theme_switches_at_once(window: MainWindow, qapp: QApplication) -> None:
    window.switch_theme()
    assert qapp.palette().window().color() == QColor(DARK.background)
    middle = window.grab().toImage().pixelColor(window.width() // 2, window.height() - 3)
    assert middle == QColor(DARK.background)


def test_no_two_acts_of_one_room_have_the_same_keys(window: MainWindow) -> None:
    for room in ROOMS:
        page = window.go(room)
        here = [row for row in ACTS if hasattr(window, row.handler) or hasattr(page, row.handler)]
        keys = [QKeySequence(key).toString() for row in here for key in row.keys]
        assert len(keys) == len(set(keys)), room


def test_every_act_of_the_table_has_a_known_menu() -> None:
    assert len({row.id for row in ACTS}) == len(ACTS)
    assert {row.menu for row in ACTS} <= {name for name, _ in MENUS}


def test_the_acts_of_every_hour_have_a_function_key() -> None:
    for name in ("new_report", "search", "draft_opinion", "register_files", "cite", "export_memo"):
        assert any(re.fullmatch(r"F\d+", key) for key in act(name).keys)


def test_shortcuts_work_under_a_latin_layout(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    assert isinstance(page, DocumentsPage)
    qtbot.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.field.hasFocus()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_F3)
    assert page.search.field.hasFocus()


def test_shortcuts_work_under_an_arabic_layout(
    window: MainWindow, press: Callable[..., None]
) -> None:
    page = window.page
    assert isinstance(page, DocumentsPage)
    press(page.list, "ب")
    assert page.search.field.hasFocus()
    press(page.search.field, "ن")
    box = QApplication.activePopupWidget()
    assert isinstance(box, CommandBox)
    box.close()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(page.list, "م", both)
    assert not window.isRightToLeft()


def test_editing_keys_work_under_an_arabic_layout(
    window: MainWindow, press: Callable[..., None]
) -> None:
    page = window.page
    assert isinstance(page, DocumentsPage)
    field = page.search.field
    field.setText("تمويل")
    field.setFocus()
    press(field, "ش")
    press(field, "ؤ")
    assert QApplication.clipboard().text() == "تمويل"
    press(field, "ء")
    assert field.text() == ""


def test_an_arabic_letter_without_ctrl_is_a_letter(
    window: MainWindow, press: Callable[..., None]
) -> None:
    page = window.page
    assert isinstance(page, DocumentsPage)
    press(page.search.field, "ب", Qt.KeyboardModifier.NoModifier)
    assert page.search.field.text() == "ب"


def test_the_arabic_layout_has_a_key_for_every_shortcut_letter() -> None:
    wanted = {
        key.rpartition("+")[2]
        for row in ACTS
        for key in row.keys
        if len(key.rpartition("+")[2]) == 1
    }
    assert wanted <= set(_LATIN_OF.values())


def test_tab_goes_through_the_page_in_the_order_of_reading(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.page
    assert isinstance(page, DocumentsPage)
    page.search.field.setFocus()
    met: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in met:
            break
        met.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    order = [page.search.field, page.search.new, page.list, page.pane.text]
    order.append(page.pane.buttons["draft_opinion"])
    places = [met.index(widget) for widget in order]
    assert places == sorted(places)


def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QAbstractItemView | QTextBrowser)
        and widget.isVisible()
        and widget.objectName() != "qt_menubar_ext_button"
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
        and not isinstance(widget.parent(), QLineEdit)
    ]
    assert nameless == []


def test_the_command_box_finds_an_act_by_its_name_in_both_languages(
    window: MainWindow, qtbot: QtBot
) -> None:
    box = open_box(window)
    for words in (act("switch_theme").phrase, "light / dark", "Ctrl+Shift+D"):
        box.field.setText(words)
        box._fill()
        assert box.choices[0].text == act("switch_theme").phrase
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert window.context.tokens.name == "dark"


def test_the_command_box_opens_a_record_by_its_number(
    window: MainWindow, qtbot: QtBot, desk: Desk
) -> None:
    page = window.page
    assert isinstance(page, DocumentsPage)
    row = next(r for r in desk.documents.list("", page.filters.filters).rows if r.kind == "report")
    box = open_box(window)
    box.field.setText(row.their_number)
    box._fill()
    place = next(i for i, choice in enumerate(box.choices) if choice.text == row.title)
    box.list.setCurrentRow(place)
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert page.current_uid == row.uid


def test_acts_that_are_not_possible_are_grey(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, DocumentsPage)
    assert window.menus.actions_by_id["draft_opinion"].isEnabled()
    assert not window.menus.actions_by_id["cite"].isEnabled()
    page.search.field.setText('"كلمة لا توجد في أي مكان"')
    page.search.search_now()
    assert not window.menus.actions_by_id["draft_opinion"].isEnabled()
    assert not window.menus.actions_by_id["next_hit"].isEnabled()


def test_the_rail_counts_what_waits(window: MainWindow, desk: Desk) -> None:
    counts = desk.documents.counts()
    assert str(counts.documents) in window.rail.buttons["go_documents"].accessibleName()


def test_an_error_is_said_in_the_language_of_the_window(window: MainWindow) -> None:
    error = Refused("reason_needed")
    window.fail(error)
    assert window.notices.isVisible()
    assert window.notices.text == error.message("ar")
    window.switch_language()
    QApplication.processEvents()
    assert window.notices.text == error.message("en")


def test_digits_follow_their_setting_not_the_language(window: MainWindow) -> None:
    assert window.context.show.digits("2026") == "٢٠٢٦"
    window.switch_digits()
    assert window.context.show.digits("٢٠٢٦") == "2026"
    assert window.isRightToLeft()


def test_dropped_files_reach_the_queue(
    window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "تقرير.txt"
    file.write_text("نص", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    window.dropEvent(
        QDropEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert window.rail.marked == "go_incoming"
    qtbot.waitUntil(lambda: [r.state for r in desk.incoming.rows()] == ["read"], timeout=30_000)


def test_long_work_reports_and_can_be_stopped(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    done: list[int] = []

    def count(_desk: Desk, step: Callable[..., bool]) -> int:
        for number in range(1, 10_000):
            done.append(number)
            if not step(number, 10_000):
                return number
            QThreadRest.rest()
        return 10_000

    work = Work(desk, count)
    window.notices.follow(work, "…")
    with qtbot.waitSignal(work.finished_with, timeout=20_000) as finished:
        work.start()
        qtbot.waitUntil(lambda: len(done) > 3)
        work.cancel()
    assert finished.args[0] < 10_000
    qtbot.waitUntil(work.isFinished)


class QThreadRest:
    """Lets the window's thread have its turn."""

    @staticmethod
    def rest() -> None:
        from PySide6.QtCore import QThread

        QThread.msleep(1)


def test_a_row_is_as_high_as_its_two_lines(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, DocumentsPage)
    delegate = RecordDelegate(window.context)
    lines = delegate._first_height + delegate._second_height
    assert page.list.rowHeight(0) >= lines
