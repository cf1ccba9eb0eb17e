"""A morning's files, by keyboard alone: dropped, read, looked at, registered or set aside."""

from __future__ import annotations

import sys
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from docx import Document as WordDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.ui.form.leaving import LeavingQuestion
from ctdesk.ui.incoming import IncomingPage
from ctdesk.ui.incoming.encoding import EncodingDialog
from ctdesk.ui.incoming.same import DifferenceDialog
from ctdesk.ui.window import MainWindow

DATA = Path(__file__).parents[1] / "data" / "files"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CITIES = (
    "عمّان",
    "أنقرة",
    "بيروت",
    "القاهرة",
    "طهران",
    "الرياض",
    "الكويت",
    "الدوحة",
    "روما",
    "باريس",
)
_MOST_KEYS = 12


class Keyboard:
    """Presses keys where the keyboard is, and counts them as fingers do: modifiers as well."""

    def __init__(self) -> None:
        self.pressed = 0

    def __call__(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, key, held)
        QApplication.processEvents()
        self.pressed += 1 + len(modifiers)


def letter(number: int) -> str:
    city = CITIES[number % len(CITIES)]
    return (
        f"سفارة جمهورية العراق في {city}\nالعدد: 4/7/{number}\nالتاريخ: 2026/11/{number % 28 + 1}\n"
        f"الموضوع: تقرير رقم {number} عن الموقف في {city}\n\n"
        f"التقت السفارة الجهة المعنية في {city}، وبُحث في البند {number * 7} من جدول الأعمال.\n"
    )


def a_morning(folder: Path, count: int = 30) -> Path:
    """Letters as Word, mail and plain text in two encodings, in one folder."""
    for number in range(1, count + 1):
        path, text = folder / f"{number:02d}", letter(number)
        if number % 4 == 0:
            document = WordDocument()
            for line in text.splitlines():
                document.add_paragraph(line)
            document.save(str(path.with_suffix(".docx")))
        elif number % 4 == 1:
            mail = EmailMessage()
            mail["From"], mail["To"] = "Embassy <a@b.iq>", "Desk <c@d.iq>"
            mail["Subject"] = f"تقرير {number}"
            mail.set_content(text)
            mail.add_attachment(
                b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf"
            )
            path.with_suffix(".eml").write_bytes(mail.as_bytes())
        else:
            encoding = "utf-8" if number % 4 == 2 else "windows-1256"
            path.with_suffix(".txt").write_text(text, encoding=encoding)
    return folder


@pytest.fixture
def queue(window: MainWindow, desk: Desk, qtbot: QtBot) -> Callable[..., IncomingPage]:
    """The page of what arrived, after these files were dropped and read."""

    def drop(*paths: Path) -> IncomingPage:
        window.intake.take(list(paths))
        page = window.page
        assert isinstance(page, IncomingPage)
        qtbot.waitUntil(
            lambda: not page.arrivals.busy and not desk.incoming.unread(), timeout=60_000
        )
        qtbot.waitUntil(lambda: len(page.model.rows) == desk.incoming.count(), timeout=5_000)
        page.refresh()
        return page

    return drop


def test_thirty_mixed_files_are_registered_by_keyboard(
    desk: Desk, queue: Callable[..., IncomingPage], tmp_path: Path
) -> None:
    before = desk.documents.counts().documents
    page = queue(a_morning(tmp_path))
    press = Keyboard()
    assert page.list.hasFocus()
    for _ in range(30):
        press(Qt.Key.Key_A, ALT)
        press(Qt.Key.Key_1)
        press(Qt.Key.Key_Return, CTRL)
    sys.stdout.write(f"keys per document: {press.pressed / 30:.1f}\n")
    assert press.pressed / 30 <= _MOST_KEYS
    assert desk.documents.counts().documents == before + 30
    assert desk.incoming.count() == 0
    for number in range(1, 31):
        document = desk.documents.find(f"4/7/{number}")
        assert document.their_date == f"2026-11-{number % 28 + 1:02d}"
        assert document.state == "assigned"
        assert any(file.original for file in desk.documents.attachments(document.uid))
        assert desk.parties.name(document.sender, "ar")


def test_nothing_that_was_read_is_applied_without_a_yes(
    desk: Desk, queue: Callable[..., IncomingPage], tmp_path: Path
) -> None:
    page = queue(a_morning(tmp_path, 2))
    assert page.hand.form.editors["their_number"].value() == ""
    assert "their_number" in page.hand.proposals.fields
    press = Keyboard()
    press(Qt.Key.Key_A, ALT)
    assert page.hand.form.editors["their_number"].value() == "4/7/1"


def test_what_was_written_is_there_when_one_comes_back_to_the_file(
    desk: Desk, queue: Callable[..., IncomingPage], tmp_path: Path, qtbot: QtBot
) -> None:
    page = queue(a_morning(tmp_path, 3))
    first = page.current_uid
    subject = page.hand.form.editors["subject"]
    subject.field.setFocus()
    QTest.keyClicks(subject.field, "mine")
    press = Keyboard()
    press(Qt.Key.Key_PageDown, CTRL)
    assert page.current_uid != first
    assert desk.incoming.open(first).edits["values"]["subject"] == "mine"
    press(Qt.Key.Key_PageUp, CTRL)
    assert page.current_uid == first
    assert subject.value() == "mine"
    qtbot.waitUntil(lambda: page.model.rows[0].subject == "mine", timeout=5_000)
    assert "subject" not in page.hand.proposals.fields


def test_a_file_is_set_aside_and_brought_back_by_one_key(
    desk: Desk, queue: Callable[..., IncomingPage], tmp_path: Path
) -> None:
    page = queue(a_morning(tmp_path, 2))
    first = page.current_uid
    press = Keyboard()
    press(Qt.Key.Key_Delete)
    assert [row.uid for row in desk.incoming.rows(aside=True)] == [first]
    page.turn_aside()
    page.list.setFocus()
    assert page.current_uid == first
    assert not page.can("register_arrival")
    press(Qt.Key.Key_Delete)
    assert desk.incoming.count() == 2
    assert page.model.rows == []


def test_what_was_set_aside_is_dropped_after_a_question(
    desk: Desk,
    queue: Callable[..., IncomingPage],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = queue(a_morning(tmp_path, 2))
    page.set_aside()
    page.turn_aside()
    monkeypatch.setattr(LeavingQuestion, "leaves", lambda _question: True)
    assert page.can("drop_arrivals")
    page.drop_arrivals()
    assert desk.incoming.rows(aside=True) == []
    assert desk.incoming.count() == 1


def test_a_file_that_can_not_be_read_says_why_and_is_registered_all_the_same(
    desk: Desk, queue: Callable[..., IncomingPage], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    page = queue(broken)
    assert "broken.docx" in page.hand.warned
    page.hand.form.editors["subject"].set_value("ملف تالف ورد بالبريد")
    page.register_arrival()
    (row,) = desk.documents.list("ملف تالف ورد").rows
    assert [file.name for file in desk.documents.attachments(row.uid)] == ["broken.docx"]


def test_a_letter_that_is_registered_is_told_and_its_changes_shown(
    desk: Desk,
    queue: Callable[..., IncomingPage],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, again = tmp_path / "a.txt", tmp_path / "b.txt"
    body = letter(3) + "\n".join(f"الفقرة {n} من التقرير كما وردت في الأصل." for n in range(9))
    first.write_text(body, encoding="utf-8")
    page = queue(first)
    page.accept_proposals()
    page.register_arrival()
    again.write_text(body.replace("الفقرة 4 من", "المادة 4 من"), encoding="utf-8")
    page = queue(again)
    qtbot.waitUntil(lambda: len(page.hand.same.told) >= 1, timeout=5_000)
    qtbot.waitUntil(lambda: bool(page.hand._alike), timeout=5_000)
    shown: list[DifferenceDialog] = []
    monkeypatch.setattr(DifferenceDialog, "exec", lambda dialog: shown.append(dialog))
    page.show_difference(page.hand._alike[0])
    assert "المادة" in shown[0].view.toPlainText()


def test_wrong_letters_are_mended_by_choosing_the_encoding(
    desk: Desk, queue: Callable[..., IncomingPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = queue(DATA / "report_ar_cp1256.txt")
    right = page.hand.text.value()
    desk.incoming.read_again(page.current_uid, "windows-1252")
    page.reread(page.current_uid)
    assert page.hand.text.value() != right

    def choose(dialog: EncodingDialog) -> int:
        texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        assert len(texts) == len(set(texts)) > 4
        dialog.list.setCurrentRow(0)
        assert dialog.preview.toPlainText()[:20] == right[:20]
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(EncodingDialog, "exec", choose)
    assert page.can("choose_encoding")
    page.choose_encoding()
    assert page.hand.text.value() == right


def test_an_empty_queue_teaches(window: MainWindow) -> None:
    page = window.go("go_incoming")
    assert isinstance(page, IncomingPage)
    assert "F7" in page._empty.text()
    assert not page.can("register_arrival")


def test_a_register_of_reports_is_asked_for_before_it_is_imported(
    window: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = tmp_path / "reports.jsonl"
    reports.write_text('{"text": "تقرير قصير"}\n', encoding="utf-8")
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: None)
    before = desk.documents.counts().documents
    window.intake.take([reports])
    assert "reports.jsonl" in asked[0]
    assert desk.documents.counts().documents == before
