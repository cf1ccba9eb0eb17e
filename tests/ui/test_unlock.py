"""The locked screen: a desk is made, a wrong passphrase slows down, the right one opens."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ctdesk.desk import Desk, NewOfficer
from ctdesk.desk.recovery_words import RecoveryWords
from ctdesk.desk.slots import NewWords
from ctdesk.store.tries import count_wrong
from ctdesk.store.vault import Cost
from ctdesk.ui import derivation
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.unlock import UnlockView
from tests.conftest import CHEAP, PASSPHRASE

CHOSEN = "سبعة أنهار وقنطرة حجر"


@pytest.fixture
def locked(
    qtbot: QtBot, look: Appearance, bare_folder: Path, tmp_path: Path
) -> Iterator[UnlockView]:
    """The locked screen of a desk, in Arabic."""
    look.apply("ar", "light")
    folder = tmp_path / "desk"
    shutil.copytree(bare_folder, folder, ignore=shutil.ignore_patterns("lock"))
    yield _shown(qtbot, UnlockView(folder, look))
    look.apply("ar", "light")


@pytest.fixture
def first_run(
    qtbot: QtBot, look: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> UnlockView:
    """The screen of a machine without a desk; making one costs little here."""
    look.apply("ar", "light")
    create = Desk.create

    def cheap(folder: Path, passphrase: str, officer: NewOfficer, **given: object) -> Desk:
        return create(folder, passphrase, officer, cost=CHEAP, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(Desk, "create", cheap)
    return _shown(qtbot, UnlockView(tmp_path / "new", look))


def _shown(qtbot: QtBot, view: UnlockView) -> UnlockView:
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.show()
    view.activateWindow()
    QApplication.processEvents()
    return view


def _opened(qtbot: QtBot, view: UnlockView, act: Callable[[], None]) -> Desk:
    with qtbot.waitSignal(view.unlocked, timeout=20_000) as given:
        act()
    desk: Desk = given.args[0]
    return desk


def _enter(view: UnlockView, word: str) -> None:
    view.passphrase.setText(word)
    QTest.keyClick(view.passphrase, Qt.Key.Key_Return)


def test_the_right_passphrase_opens_the_desk_on_this_thread(
    qtbot: QtBot, locked: UnlockView
) -> None:
    desk = _opened(qtbot, locked, lambda: _enter(locked, PASSPHRASE))
    try:
        assert desk.documents.counts().documents == 0
        assert locked.passphrase.text() == ""
    finally:
        desk.close()


def test_a_wrong_passphrase_says_so_and_makes_one_wait(qtbot: QtBot, locked: UnlockView) -> None:
    _enter(locked, "شيء آخر تماماً")
    qtbot.waitUntil(lambda: "غير صحيحة" in locked.said, timeout=10_000)
    assert not locked.go.isEnabled()
    locked.submit()
    assert locked.passphrase.isEnabled(), "a try during the pause must not start"
    qtbot.waitUntil(locked.go.isEnabled, timeout=10_000)
    desk = _opened(qtbot, locked, lambda: _enter(locked, PASSPHRASE))
    desk.close()


def test_a_pause_goes_on_after_the_program_was_started_anew(
    qtbot: QtBot, locked: UnlockView, look: Appearance
) -> None:
    for _ in range(6):
        count_wrong(locked._folder)
    again = _shown(qtbot, UnlockView(locked._folder, look))
    again.passphrase.setText(PASSPHRASE)
    assert not again.go.isEnabled()
    assert "المحاولة التالية" in again.said
    again._pause.begin(0)
    again._show_state()
    assert again.go.isEnabled()


def test_a_pause_counts_down_to_its_end(qtbot: QtBot, qapp: QApplication) -> None:
    pause = derivation.Pause(qapp)
    pause.begin(2)
    assert pause.left_s == 2
    qtbot.waitUntil(lambda: pause.left_s == 0, timeout=10_000)
    assert not pause._timer.isActive()


@pytest.fixture
def lost(qtbot: QtBot, locked: UnlockView, look: Appearance) -> tuple[UnlockView, NewWords]:
    """The locked screen of a desk that has recovery words, asking for them."""
    desk = Desk.open(locked._folder, PASSPHRASE)
    new = desk.slots.prepare_words(PASSPHRASE)
    desk.slots.keep_words(new)
    desk.close()
    view = _shown(qtbot, UnlockView(locked._folder, look))
    view.lost.click()
    return view, new


def test_without_recovery_words_none_are_asked_for(locked: UnlockView) -> None:
    assert locked.lost.isHidden()


def test_the_words_of_the_sheet_and_a_new_passphrase_open_the_desk(
    qtbot: QtBot, lost: tuple[UnlockView, NewWords]
) -> None:
    view, new = lost
    form = view.recovery
    assert view.recovers
    assert form.words[0].hasFocus()
    for field, word in zip(form.words, new.words.shown("en"), strict=True):
        QTest.keyClicks(field, word)
        assert field.text() == word
        QTest.keyClick(field, Qt.Key.Key_Space)
    assert form.new.hasFocus()
    assert not view.go.isEnabled()
    for field in (form.new, form.again):
        field.setText(CHOSEN)
        field.textEdited.emit(CHOSEN)
    assert view.go.isEnabled()
    desk = _opened(qtbot, view, view.submit)
    desk.close()
    assert form.typed.strip() == ""
    Desk.open(view._folder, CHOSEN).close()


def test_a_whole_sheet_can_be_pasted_into_the_first_field(
    lost: tuple[UnlockView, NewWords],
) -> None:
    view, new = lost
    text = " ".join(new.words.shown("en"))
    view.recovery.words[0].setText(text)
    view.recovery.words[0].textEdited.emit(text)
    assert view.recovery.typed == text


def test_a_slip_in_the_words_is_told_before_anything_is_tried(
    lost: tuple[UnlockView, NewWords],
) -> None:
    view, new = lost
    typed = list(new.words.shown("en"))
    typed[3] = "mistaken"
    text = " ".join(typed)
    view.recovery.words[0].setText(text)
    view.recovery.words[0].textEdited.emit(text)
    assert "mistaken" in view.recovery.said
    assert view.recovery.words[3].property("wrong") is True
    assert not view.go.isEnabled()


def test_words_of_another_desk_are_refused_counted_and_nothing_is_lost(
    qtbot: QtBot, lost: tuple[UnlockView, NewWords]
) -> None:
    view, _ = lost
    form = view.recovery
    for field, word in zip(form.words, RecoveryWords.new().shown("en"), strict=True):
        field.setText(word)
    for field in (form.new, form.again):
        field.setText(CHOSEN)
        field.textEdited.emit(CHOSEN)
    view.submit()
    qtbot.waitUntil(lambda: "ليست كلمات هذا المكتب" in view.said, timeout=10_000)
    assert not view.go.isEnabled(), "a pause, as after a wrong passphrase"
    view.lost.click()
    assert not view.recovers
    Desk.open(view._folder, PASSPHRASE).close()


def test_a_desk_that_is_open_elsewhere_says_so(qtbot: QtBot, locked: UnlockView) -> None:
    folder = locked._folder
    other = Desk.open(folder, PASSPHRASE)
    try:
        _enter(locked, PASSPHRASE)
        qtbot.waitUntil(lambda: bool(locked.said) and locked.go.isEnabled(), timeout=10_000)
        assert "غير صحيحة" not in locked.said
    finally:
        other.close()


def test_the_passphrase_can_be_shown_and_hidden_again(locked: UnlockView) -> None:
    hidden = locked.passphrase.echoMode()
    locked.reveal.click()
    assert locked.passphrase.echoMode() != hidden
    locked.reveal.click()
    assert locked.passphrase.echoMode() == hidden


def test_the_language_is_switched_on_the_locked_screen(locked: UnlockView) -> None:
    assert locked.isRightToLeft()
    locked.language.click()
    QApplication.processEvents()
    assert not locked.isRightToLeft()
    assert locked.go.text() == "Unlock"
    locked.language.click()
    QApplication.processEvents()
    assert locked.isRightToLeft()


def test_a_new_desk_needs_a_fair_passphrase_written_twice_alike(first_run: UnlockView) -> None:
    form = first_run.form
    QTest.keyClicks(form.first, "abc")
    QTest.keyClicks(form.again, "abc")
    assert not first_run.go.isEnabled()
    form.forget()
    QTest.keyClicks(form.first, "seven rivers and a stone bridge")
    QTest.keyClicks(form.again, "seven rivers and a stone")
    assert not first_run.go.isEnabled()
    QTest.keyClicks(form.again, " bridge")
    assert first_run.go.isEnabled()


def test_a_first_desk_is_made_with_its_officer_and_language(
    qtbot: QtBot, first_run: UnlockView
) -> None:
    form = first_run.form
    form.officer["title_ar"].setText("مدير القسم")
    for field in (form.first, form.again):
        field.setText(CHOSEN)
    form._weigh()
    given: list[NewWords] = []
    first_run.made.connect(given.append)
    desk = _opened(qtbot, first_run, first_run.submit)
    try:
        assert len(given) == 1, "recovery words, which are not in force yet"
        assert not desk.slots.has_words
        assert desk.officer.title_ar == "مدير القسم"
        assert desk.settings.all().language == "ar"
        assert desk.settings.all().digits == "arabic"
    finally:
        desk.close()
    Desk.open(first_run._folder, CHOSEN).close()


def test_a_first_desk_may_begin_with_sample_records(qtbot: QtBot, first_run: UnlockView) -> None:
    form = first_run.form
    form.sample.choose("sample")
    for field in (form.first, form.again):
        field.setText(CHOSEN)
    form._weigh()
    desk = _opened(qtbot, first_run, first_run.submit)
    try:
        assert desk.documents.counts().documents > 10
    finally:
        desk.close()


def test_an_index_of_older_rules_is_made_anew_on_the_way_in(
    qtbot: QtBot, look: Appearance, sample_folder: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(sample_folder, tmp_path / "desk"))
    with_old_rules = Desk.open(folder, PASSPHRASE)
    with with_old_rules._store.act("test"):
        with_old_rules._store.read.connection.execute("UPDATE index_state SET version = 'old'")
    with_old_rules.close()
    view = UnlockView(folder, look)
    view.passphrase.setText(PASSPHRASE)
    told: list[str] = []
    with qtbot.waitSignal(view.unlocked, timeout=20_000) as opened:
        view.submit()
        assert view._work is not None
        view._work.told.connect(lambda part, _done, _total: told.append(part))
    assert opened.args is not None
    desk = opened.args[0]
    assert set(told) == {"words"}
    assert desk.verify().sound
    desk.close()


def test_a_screen_that_goes_while_its_key_is_derived_takes_no_harm(
    look: Appearance, bare_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "desk"
    Desk.create(folder, PASSPHRASE, cost=Cost(memory_kib=65_536, iterations=2, lanes=1)).close()
    view = UnlockView(folder, look)
    view.passphrase.setText(PASSPHRASE)
    view.submit()
    work = view._work
    assert work is not None
    view.deleteLater()
    QApplication.sendPostedEvents(view, 0)
    QApplication.processEvents()
    if isValid(work):
        work.wait()
    Desk.open(folder, PASSPHRASE).close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_field_of_the_locked_screen_has_a_name(
    look: Appearance, first_run: UnlockView, language: str
) -> None:
    look.apply("ar" if language == "ar" else "en", "light")
    QApplication.processEvents()
    form = first_run.form
    fields = (form.first, form.again, *form.officer.values(), form.digits, form.sample)
    names = [field.accessibleName() for field in (*fields, first_run.passphrase)]
    assert all(names)
    look.apply("ar", "light")
