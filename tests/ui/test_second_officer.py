"""What takes two officers, in the window; and who works at the desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.domain.records import Document
from ctdesk.ui.form import above, edit
from ctdesk.ui.form.edit import EditDocumentDialog
from ctdesk.ui.form.new_report import NewReportDialog
from ctdesk.ui.keeping import KeepingPage
from ctdesk.ui.second import AgreementsTab, SecondDialog
from ctdesk.ui.settings_officers import OfficerForm, OfficersField
from ctdesk.ui.window import MainWindow
from tests.conftest import CHEAP, PASSPHRASE
from tests.desk.officers import another

THEIRS = "زورق يعبر شط العرب ليلا"


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window("ar", "light")


@pytest.fixture
def secret(desk: Desk) -> Document:
    return desk.documents.register(
        Document(kind="report", direction="incoming", subject="سرية", classification="secret")
    )


def second(window: MainWindow, document: Document) -> SecondDialog:
    request = window.context.desk.approvals.downgrade(document, "restricted")
    dialog = SecondDialog(window.context, request, window)
    dialog.show()
    return dialog


def test_a_colleague_countersigns_and_it_is_done(
    desk: Desk, window: MainWindow, secret: Document, qtbot: QtBot
) -> None:
    fields = {"title_ar": "رئيس القسم", "role": "head", "clearance": "top_secret"}
    desk.officers.add(PASSPHRASE, THEIRS, fields, cost=CHEAP)
    dialog = second(window, secret)
    assert not dialog.sign.isEnabled()
    dialog.reason.setText("نُشر")
    dialog.passphrase.setText("wrong")
    dialog.countersign()
    qtbot.waitUntil(lambda: dialog._told.isVisible() and dialog.isEnabled(), timeout=10_000)
    assert dialog.outcome == ""
    dialog.passphrase.setText(THEIRS)
    dialog.countersign()
    qtbot.waitUntil(lambda: dialog.outcome == "agreed", timeout=10_000)
    assert desk.documents.get(secret.uid).classification == "restricted"


def test_asked_for_later_it_waits_in_the_room_of_the_second_officer(
    desk: Desk, window: MainWindow, secret: Document
) -> None:
    theirs = another(desk)
    dialog = second(window, secret)
    dialog.reason.setText("نُشر")
    dialog.ask.click()
    assert dialog.outcome == "asked"
    page = window.go("go_keeping")
    assert isinstance(page, KeepingPage)
    tab = page.show_tab("agreements")
    assert isinstance(tab, AgreementsTab)
    assert not tab.agree.isEnabled()
    assert "من سري إلى محدود التداول" in tab.mine.item(0).text()
    tab.withdraw.click()
    assert theirs.approvals.waiting() == []


def test_the_second_officer_says_yes_or_no_where_it_waits(
    desk: Desk, window: MainWindow, secret: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = another(desk)
    for degree in ("open", "restricted"):
        theirs.approvals.ask(theirs.approvals.downgrade(secret, degree), "سبب")
    window.count()
    assert window.rail.buttons["go_keeping"]._count == 2
    tab = window.go("go_keeping").show_tab("agreements")  # type: ignore[attr-defined]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("درجة عالية", True))
    tab.refuse.click()
    tab.agree.click()
    assert desk.documents.get(secret.uid).classification == "restricted"
    assert {a.state for a in theirs.approvals.mine()} == {"refused", "agreed"}
    assert window.rail.buttons["go_keeping"]._count == 0


def test_the_form_of_a_document_lowers_by_two_and_saves_the_rest(
    desk: Desk, window: MainWindow, secret: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    another(desk)
    asked: list[str] = []
    monkeypatch.setattr(
        edit, "second_asked", lambda _c, request, _p: asked.append(request.what) or "asked"
    )
    dialog = EditDocumentDialog(window.context, window, secret.uid)
    for name, value in (("classification", "open"), ("summary", "خلاصة")):
        dialog.form.set_value(name, value)
        dialog.form.editors[name].touched = True
    dialog.save()
    after = desk.documents.get(secret.uid)
    assert asked == ["downgrade"]
    assert (after.classification, after.summary) == ("secret", "خلاصة")


def test_before_registering_above_ones_clearance_one_is_asked(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague = another(desk)
    desk.officers.edit(colleague.officer.uid, clearance="restricted")
    desk._session.officer = desk.officers.get(colleague.officer.uid)
    answers: list[bool] = [False, True]
    monkeypatch.setattr(above, "_asked", lambda *_: answers.pop(0))
    dialog = NewReportDialog(window.context, window)
    dialog.form.set_value("subject", "سري للغاية")
    dialog.form.set_value("classification", "top_secret")
    assert not dialog.register(go_on=True)
    assert dialog.register(go_on=True)
    assert desk.documents.list('subject:"سري للغاية"').total == 0
    dialog.close()


def test_an_officer_is_changed_and_let_go_in_the_settings(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague = another(desk).officer
    field = OfficersField(window.context, window)
    field.table.setCurrentCell(1, 0)
    assert field.chosen == colleague
    form = OfficerForm(window.context, colleague, window)
    form.choices["clearance"].choose("secret")
    form.save()
    assert desk.officers.get(colleague.uid).clearance == "secret"
    monkeypatch.setattr(OfficersField, "_sure", lambda *_: True)
    field.let_go.click()
    assert [o.uid for o in desk.officers.list()] == [desk.officer.uid]
    assert not field.let_go.isEnabled(), "nobody lets themselves go"


def test_who_may_not_sees_the_reason_and_no_button(desk: Desk, window: MainWindow) -> None:
    colleague = another(desk)
    desk._session.officer = colleague.officer
    field = OfficersField(window.context, window)
    field.show()
    QApplication.processEvents()
    assert not field.add.isEnabled()
    assert "مدير المكتب" in field._why.text()
    field.table.setCurrentCell(0, 0)
    assert not field.edit.isEnabled()
    field.table.setCurrentCell(1, 0)
    assert field.edit.isEnabled(), "their own name"
    form = OfficerForm(window.context, colleague.officer, window)
    form.choices["clearance"].choose("top_secret")
    form.choices["role"].choose("administrator")
    form.save()
    assert form._told.text()
    assert desk.officers.get(colleague.officer.uid).role == "officer"
