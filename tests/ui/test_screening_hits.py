"""Names found in reports, decided about in the window as an officer does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.domain.records import Document, Officer
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.documents import DocumentsPage
from ctdesk.ui.reading import ReadingView
from ctdesk.ui.screening.decide_dialogs import ConfirmDialog, ExcludeDialog
from ctdesk.ui.screening.entries_tab import EntriesTab
from ctdesk.ui.screening.hits_tab import HitsTab
from ctdesk.ui.window import MainWindow
from tests.conftest import PASSPHRASE
from tests.screening.lists.made import FUND, NADIR, TARIQ, un_xml

TEXT = (
    "أفادت السفارة بأن نادر سليم القصابي سافر إلى الموصل.\n\n"
    "ويُذكر أن طارق حمدان البزاز رافقه في سفره هذا."
)
SECOND = "عبارة الزميل الثاني هنا"
Accept = Callable[[type[QDialog], Callable[[QDialog], None]], None]


@pytest.fixture
def desk(bare_desk: Desk) -> Desk:
    """A desk without documents and without lists: the window opens on it."""
    return bare_desk


@pytest.fixture
def report(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A report that mentions two listed names, compared with the list."""
    path = tmp_path_factory.mktemp("list") / "list.xml"
    path.write_bytes(un_xml("2026-01-01", NADIR, FUND, TARIQ))
    lists = desk.screening.lists
    lists.apply(lists.preview(path))
    document = desk.documents.register(
        Document(kind="report", direction="incoming", subject="سفر اثنين", text=TEXT)
    )
    desk.screening.texts.catch_up()
    return document


@pytest.fixture
def tab(report: Document, window: MainWindow) -> HitsTab:
    found = window.go("go_screening").show_tab("hits")  # type: ignore[attr-defined]
    assert isinstance(found, HitsTab)
    return found


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Accept:
    """Answers a dialog as soon as it is shown."""

    def answer_(dialog: type[QDialog], fill: Callable[[QDialog], None]) -> None:
        def exec_(shown: QDialog) -> int:
            shown.show()
            fill(shown)
            QApplication.processEvents()
            return shown.result()

        monkeypatch.setattr(dialog, "exec", exec_)

    return answer_


def names(tab: HitsTab) -> set[str]:
    return {row.match.name for row in tab.model.rows}


def shown(view: ReadingView) -> str:
    """The text from the passage on that was gone to."""
    return view.original[view._shown.in_original(view.textCursor().position()) :]


def choose(tab: HitsTab, name: str) -> None:
    tab._choose(next(n for n, row in enumerate(tab.model.rows) if name in row.match.name))


def test_what_waits_is_counted_in_the_rail_and_shown_in_its_text(
    tab: HitsTab, window: MainWindow
) -> None:
    assert window.rail.buttons["go_screening"]._count == 2
    choose(tab, "نادر")
    assert tab.view.original.startswith(TEXT)
    assert shown(tab.view).startswith("نادر")
    said = tab.hit_panel.sheet.toPlainText()
    for part in ("NADIR SALIM AL-QASABI", "QDi.901", "A0000001"):
        assert part in said
    assert any(part in said for part in ("قوي", "متوسط"))


def test_an_excluded_name_leaves_the_list_with_its_reason(
    tab: HitsTab, desk: Desk, answer: Accept, window: MainWindow
) -> None:
    choose(tab, "نادر")
    uid = tab.hit.match.uid  # type: ignore[union-attr]

    def third_reason(dialog: QDialog) -> None:
        assert isinstance(dialog, ExcludeDialog)
        assert not dialog.go.isEnabled()
        QTest.keyClicks(dialog.reason, "3")
        dialog.go.click()

    answer(ExcludeDialog, third_reason)
    window.run(act("exclude_name"))
    match = desk.screening.decisions.get(uid)
    reason = [term.ar for term in desk.vocabulary("exclusion_reason")][2]
    assert (match.state, match.reason) == ("excluded", reason)
    assert len(names(tab)) == 1
    assert "طارق" in tab.hit.match.name  # type: ignore[union-attr]
    assert window.rail.buttons["go_screening"]._count == 1


def test_a_name_is_confirmed_with_the_second_officer_on_the_spot(
    tab: HitsTab, desk: Desk, qtbot: QtBot, answer: Accept, window: MainWindow
) -> None:
    second = desk.officers.add(
        PASSPHRASE, SECOND, {"title_ar": "معاون", "role": "head", "clearance": "top_secret"}
    )
    choose(tab, "طارق")
    uid = tab.hit.match.uid  # type: ignore[union-attr]

    def sign(dialog: QDialog) -> None:
        assert isinstance(dialog, ConfirmDialog)
        dialog.passphrase.setText("not theirs")
        dialog.go.click()
        qtbot.waitUntil(lambda: dialog._work is None, timeout=20_000)
        assert dialog.isVisible()
        assert dialog.said.text()
        assert desk.screening.decisions.get(uid).state == "candidate"
        dialog.passphrase.setText(SECOND)
        dialog.go.click()
        qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)

    answer(ConfirmDialog, sign)
    window.run(act("confirm_name"))
    match = desk.screening.decisions.get(uid)
    assert (match.state, match.by, match.second_by) == (
        "confirmed",
        desk.officer.uid,
        second.uid,
    )


def test_alone_a_name_waits_and_the_same_officer_cannot_be_the_second(
    tab: HitsTab, desk: Desk, qtbot: QtBot, answer: Accept, window: MainWindow
) -> None:
    choose(tab, "نادر")
    uid = tab.hit.match.uid  # type: ignore[union-attr]

    def leave(dialog: QDialog) -> None:
        assert isinstance(dialog, ConfirmDialog)
        assert not dialog.here.isVisible() or not dialog.here.isEnabled()
        dialog.go.click()
        qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)

    answer(ConfirmDialog, leave)
    window.run(act("confirm_name"))
    assert desk.screening.decisions.get(uid).proposed == "confirmed"
    choose(tab, "نادر")
    assert not tab.can("confirm_name")
    assert desk.officer.title_ar in tab.why_not("confirm_name")
    with desk._store.act("test") as made:
        colleague = made.create(
            Officer(name_ar="زينب", role="officer", clearance="top_secret", slot="z")
        )
    other = MainWindow(Context(Desk(desk._store, colleague)))
    try:
        theirs = other.go("go_screening").show_tab("hits")  # type: ignore[attr-defined]
        theirs.mine.setChecked(True)
        assert theirs.model.rowCount() == 1
        theirs.confirm_name()
    finally:
        other.names.stop()
        other.deleteLater()
        QApplication.sendPostedEvents(other, QEvent.Type.DeferredDelete.value)
    assert desk.screening.decisions.get(uid).state == "confirmed"


def test_undecided_goes_on_to_the_next_name_and_stays_to_be_seen(
    tab: HitsTab, window: MainWindow
) -> None:
    tab._choose(0)
    first = tab.hit.match.name  # type: ignore[union-attr]
    window.run(act("undecided_name"))
    assert tab.hit.match.name != first  # type: ignore[union-attr]
    assert first in names(tab)
    window.run(act("previous_name"))
    assert tab.hit.match.state == "undecided"  # type: ignore[union-attr]


def test_a_report_has_its_names_beside_its_text(
    report: Document, page: DocumentsPage, window: MainWindow, answer: Accept, desk: Desk
) -> None:
    page.open(report.uid)
    assert "٢" in page.pane.names_button.text()
    page.pane.names_button.click()
    assert not page.hit_panel.isHidden()
    assert shown(page.pane.text).startswith("نادر")
    window.run(act("next_name"))
    assert shown(page.pane.text).startswith("طارق")

    def own_words(dialog: QDialog) -> None:
        assert isinstance(dialog, ExcludeDialog)
        dialog.reason.setText("قاضٍ معروف")
        dialog.go.click()

    answer(ExcludeDialog, own_words)
    window.run(act("exclude_name"))
    rows = desk.screening.of_document(report.uid, screen=False)
    assert [row.match.state for row in rows] == ["candidate", "excluded"]
    assert "القصابي" in page.hit.match.name  # type: ignore[union-attr]
    page.open(
        desk.documents.register(
            Document(kind="report", direction="incoming", text="لا اسم هنا")
        ).uid
    )
    assert page.hit_panel.isHidden()
    assert not page.can("show_names")


def test_a_remembered_decision_says_that_it_is_one(
    tab: HitsTab, desk: Desk, window: MainWindow
) -> None:
    choose(tab, "نادر")
    desk.screening.decisions.exclude(tab.hit.match.uid, "غيره")  # type: ignore[union-attr]
    again = desk.documents.register(
        Document(kind="report", direction="incoming", subject="تتمة", text=TEXT)
    )
    desk.screening.texts.catch_up()
    page = window.go("go_documents")
    assert isinstance(page, DocumentsPage)
    page.open(again.uid)
    page.show_names()
    said = page.hit_panel.sheet.toPlainText()
    assert "غيره" in said
    assert window.context.word("screening.remembered") in said


def test_a_report_that_comes_in_is_compared_in_the_background(
    report: Document, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.documents.register(
        Document(kind="report", direction="incoming", subject="جديد", text="زار نادر سليم القصابي")
    )
    assert desk.screening.texts.due() == 1
    window.names.look_now()
    qtbot.waitUntil(lambda: not window.names.busy, timeout=20_000)
    QApplication.processEvents()
    assert desk.screening.texts.due() == 0
    assert window.rail.buttons["go_screening"]._count == 3
    assert window.notices.text


def test_a_name_typed_in_the_other_script_finds_its_entry(
    tab: HitsTab, window: MainWindow, qtbot: QtBot
) -> None:
    entries = window.page.show_tab("entries")  # type: ignore[attr-defined]
    assert isinstance(entries, EntriesTab)
    for typed in ("نادر صالم القسابي", "Tareq Hamdaan el Bazzaz"):
        entries.field.setText(typed)
        entries.refresh()
        qtbot.waitUntil(lambda: entries._work is None, timeout=20_000)
        assert [row.reference for row in entries.model.rows[:1]] == [
            "QDi.901" if "نادر" in typed else "IQi.903"
        ]


def test_the_entry_of_a_name_opens_and_the_way_goes_back_to_the_document(
    tab: HitsTab, window: MainWindow, report: Document
) -> None:
    choose(tab, "طارق")
    window.run(act("open_entry"))
    assert isinstance(window.page.actor, EntriesTab)
    assert window.page.actor.pane.name.startswith("TARIQ")
    window.page.show_tab("hits").focus_first()  # type: ignore[attr-defined]
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    assert tab.view.hasFocus()
    tab.hit_panel.sheet.linked.emit(f"document:{report.uid}")
    assert window.page.shown_uid == report.uid


def test_comparing_can_be_stopped_and_what_waits_is_said_and_taken_up_again(
    tab: HitsTab,
    window: MainWindow,
    desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ctdesk.desk.screening_texts._BATCH", 1)
    for number in range(4):
        desk.documents.register(
            Document(kind="report", direction="incoming", subject=str(number), text=TEXT)
        )
    window.names.look_now()
    window.names.stop()
    QApplication.processEvents()
    waiting = desk.screening.texts.due()
    assert waiting > 0
    assert window.names.due == waiting
    assert not tab.compare_button.isHidden()
    tab.compare_button.click()
    qtbot.waitUntil(lambda: not window.names.busy, timeout=20_000)
    QApplication.processEvents()
    assert desk.screening.texts.due() == 0
    assert tab.compare_button.isHidden()
