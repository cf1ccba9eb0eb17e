"""Registering through the form: pasted, typed, dropped; with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.text.sentences import first_sentence
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.form.edit import EditDocumentDialog
from ctdesk.ui.form.new_report import NewReportDialog

ARABIC = "اتفق الجانبان على تبادل المعلومات بشأن المقاتلين العائدين. وستعقد جولة ثانية قريباً."
ENGLISH = (
    "The two sides agreed to exchange information on returning fighters. A second round follows."
)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def open_form(desk: Desk, look: Appearance) -> Iterator[Callable[..., NewReportDialog]]:
    """Opens the form in a language."""

    dialogs: list[NewReportDialog] = []

    def open_(language: str = "ar") -> NewReportDialog:
        desk.settings.change(language=language, digits="arabic" if language == "ar" else "western")
        look.apply("ar" if language == "ar" else "en", "light")
        dialog = NewReportDialog(Context(desk))
        dialogs.append(dialog)
        dialog.show()
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog

    yield open_
    for dialog in dialogs:
        dialog.done(0)  # unlike close and Esc it asks nothing
        dialog.deleteLater()
    look.apply("ar", "light")


@pytest.fixture
def stay(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answers the question before leaving with "stay"; gives the questions that were asked."""
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: None)
    return asked


def _focused() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def _paste(text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(_focused(), Qt.Key.Key_V, CTRL)


def _key(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers))


@pytest.mark.parametrize(("language", "text"), [("ar", ARABIC), ("en", ENGLISH)])
def test_a_pasted_report_is_registered_without_the_mouse(
    desk: Desk, open_form: Callable[..., NewReportDialog], language: str, text: str
) -> None:
    dialog = open_form(language)
    uids: list[str] = []
    dialog.registered.connect(uids.append)
    _paste(text)
    QTest.keyClick(_focused(), Qt.Key.Key_Return, CTRL)
    document = desk.documents.get(uids[0])
    assert document.text == text
    assert document.subject == first_sentence(text)
    assert document.language == language
    assert document.register_number
    assert not dialog.isVisible()
    assert desk.documents.list("العائدين" if language == "ar" else "returning fighters").total >= 1


def test_the_number_is_said_and_the_next_report_begins(
    desk: Desk, open_form: Callable[..., NewReportDialog]
) -> None:
    dialog = open_form("en")
    uids: list[str] = []
    dialog.registered.connect(uids.append)
    for text in (ENGLISH, "A second report on another matter."):
        _paste(text)
        QTest.keyClick(
            dialog.text.field, Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier
        )
        assert dialog.isVisible()
        assert dialog.text.value() == ""
        number = desk.documents.get(uids[-1]).register_number
        assert dialog._context.show.plain(dialog._context.show.number(number)) in dialog.told
    assert len(set(uids)) == 2


def test_a_subject_that_was_written_is_not_replaced(
    open_form: Callable[..., NewReportDialog],
) -> None:
    dialog = open_form()
    subject = dialog.form.editors["subject"]
    QTest.keyClicks(subject.field, "mine")
    dialog.text.setFocus()
    _paste(ARABIC)
    assert subject.value() == "mine"


def test_nothing_is_registered_from_an_empty_form(
    desk: Desk, open_form: Callable[..., NewReportDialog]
) -> None:
    before = desk.documents.counts().documents
    dialog = open_form()
    assert not dialog.register()
    assert dialog.told
    assert desk.documents.counts().documents == before


@pytest.mark.parametrize(
    "typed", ["22/11/2026", "٢٢/١١/٢٠٢٦", "22 تشرين الثاني 2026", "22 November 2026"]
)
def test_a_day_is_typed_as_people_write_it(
    open_form: Callable[..., NewReportDialog], typed: str
) -> None:
    dialog = open_form()
    editor = dialog.form.editors["their_date"]
    editor.field.setFocus()
    _paste(typed)
    assert editor.value() == "2026-11-22"
    assert "تشرين الثاني" in editor.told


def test_what_is_no_day_is_said_beside_its_field_and_nothing_is_registered(
    desk: Desk, open_form: Callable[..., NewReportDialog]
) -> None:
    before = desk.documents.counts().documents
    dialog = open_form("en")
    _paste(ENGLISH)
    editor = dialog.form.editors["their_date"]
    QTest.keyClicks(editor.field, "someday")
    assert not dialog.register()
    assert "someday" in editor.told
    assert QApplication.focusWidget() is editor.field
    assert desk.documents.counts().documents == before


def test_a_term_is_found_by_typing_it_in_either_language(
    open_form: Callable[..., NewReportDialog],
) -> None:
    dialog = open_form("ar")
    box = dialog.form.editors["urgency"].field
    assert isinstance(box, Choice)
    box.choose("routine")
    QTest.keyClicks(box, "imm")
    assert dialog.form.editors["urgency"].value() == "immediate"


def test_topics_become_chips_and_stop_at_three(open_form: Callable[..., NewReportDialog]) -> None:
    dialog = open_form("en")
    editor = dialog.form.editors["topics"]
    labels = [term.en for term in dialog._context.desk.vocabulary("topic")[:4]]
    line = editor.field.focusProxy()
    assert isinstance(line, QLineEdit)
    for label in labels:
        line.setFocus()
        QTest.keyClicks(line, label)
        _key(line, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert len(editor.value()) == 3
    assert "3" in editor.told
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert len(editor.value()) == 2


def test_a_new_name_is_taken_and_said_to_be_new(
    desk: Desk, open_form: Callable[..., NewReportDialog]
) -> None:
    dialog = open_form("en")
    _paste(ENGLISH)
    editor = dialog.form.editors["sender"]
    editor.set_value("")
    QTest.keyClicks(editor.field, "Liaison office of the eleventh river")
    assert "new" in editor.told.lower()
    assert dialog.register()
    assert desk.parties.resolve("Liaison office of the eleventh river")


def test_a_duplicate_is_pointed_out_and_not_refused(
    desk: Desk, open_form: Callable[..., NewReportDialog], qtbot: QtBot
) -> None:
    there = desk.documents.find("LON/118/26")
    dialog = open_form("en")
    _paste(ENGLISH)
    form = dialog.form
    form.set_value("sender", there.sender)
    form.set_value("their_date", there.their_date)
    QTest.keyClicks(form.editors["their_number"].field, there.their_number)
    qtbot.waitUntil(lambda: there.register_number in dialog.desktop.warned, timeout=5_000)
    assert dialog.register()


def test_escape_leaves_an_untouched_form_without_a_question(
    open_form: Callable[..., NewReportDialog], stay: list[str]
) -> None:
    dialog = open_form()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert stay == []


def test_escape_asks_when_something_would_be_lost(
    open_form: Callable[..., NewReportDialog], stay: list[str]
) -> None:
    dialog = open_form()
    _paste(ARABIC)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert len(stay) == 1


LETTER = (
    "سفارة جمهورية العراق / عمّان\nالعدد: 4/7/512\nالتاريخ: 20/11/2026\n"
    "الموضوع: لقاء في البنك المركزي\n\nعرض الجانب الآخر خطته الوطنية.\n"
)


def test_what_the_head_of_a_pasted_letter_says_is_proposed_and_taken_at_a_yes(
    desk: Desk, open_form: Callable[..., NewReportDialog], qtbot: QtBot
) -> None:
    dialog = open_form()
    uids: list[str] = []
    dialog.registered.connect(uids.append)
    _paste(LETTER)
    qtbot.waitUntil(lambda: "their_number" in dialog.proposals.fields, timeout=5_000)
    assert dialog.form.editors["their_number"].value() == ""
    _key(dialog, Qt.Key.Key_A, ALT)
    assert dialog.proposals.fields == []
    assert dialog.form.editors["their_number"].value() == "4/7/512"
    assert dialog.register()
    assert desk.documents.get(uids[0]).their_date == "2026-11-20"


def test_one_proposal_is_taken_by_its_figure_and_a_written_field_is_left_alone(
    open_form: Callable[..., NewReportDialog], qtbot: QtBot
) -> None:
    dialog = open_form()
    _paste(LETTER)
    qtbot.waitUntil(lambda: "their_number" in dialog.proposals.fields, timeout=5_000)
    open_before = dialog.proposals.fields
    assert open_before[0] != "from"
    _key(dialog, Qt.Key.Key_1, ALT)
    assert dialog.proposals.fields == open_before[1:]
    QTest.keyClicks(dialog.form.editors["sender"].field, "77")
    assert "from" not in dialog.proposals.fields


@pytest.mark.parametrize("language", ["ar", "en"])
def test_tab_goes_from_the_text_through_every_field_to_the_acts(
    open_form: Callable[..., NewReportDialog], language: str
) -> None:
    dialog = open_form(language)
    dialog.text.setFocus()
    seen: list[QWidget] = []
    for _ in range(len(dialog.form.specs) + 3):
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
        seen.append(_focused())
    assert seen[-3:] == [dialog.register_button, dialog.next_button, dialog.cancel_button]
    assert all(widget.accessibleName() for widget in seen[:-3])


def test_a_registered_document_is_edited_in_the_same_form(
    desk: Desk, look: Appearance, qtbot: QtBot
) -> None:
    document = desk.documents.find("LON/118/26")
    dialog = EditDocumentDialog(Context(desk), None, document.uid)
    qtbot.addWidget(dialog)
    dialog.show()
    edited: list[str] = []
    dialog.edited.connect(edited.append)
    assert not dialog.save_button.isEnabled()
    line = dialog.form.editors["subject"].field
    line.setFocus()
    line.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(line, "A clearer subject")
    QTest.keyClick(line, Qt.Key.Key_Return, CTRL)
    assert edited == [document.uid]
    after = desk.documents.get(document.uid)
    assert after.subject == "A clearer subject"
    assert (after.sender, after.text, after.their_date) == (
        document.sender,
        document.text,
        document.their_date,
    )


def test_what_was_changed_is_not_given_up_without_a_question(
    desk: Desk, look: Appearance, stay: list[str]
) -> None:
    dialog = EditDocumentDialog(Context(desk), None, desk.documents.find("LON/118/26").uid)
    dialog.show()
    QTest.keyClicks(dialog.form.editors["subject"].field, "x")
    dialog.reject()
    assert dialog.isVisible()
    assert len(stay) == 1
    dialog.done(0)
    dialog.deleteLater()
