"""The search field: what it offers, how it shows its reading, what it keeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk, Filters, Page
from ctdesk.desk.searches import Advice, Completion, Recognised, SavedSearch
from ctdesk.domain.errors import StoreError
from ctdesk.search import QueryWord
from ctdesk.ui.documents import DocumentsPage
from ctdesk.ui.documents import search_words as words
from ctdesk.ui.documents.search_advice import SearchAdvice
from ctdesk.ui.documents.search_field import SearchField
from ctdesk.ui.documents.search_forms import FormsCard
from ctdesk.ui.documents.search_help import EXAMPLES, SearchHelp, example
from ctdesk.ui.documents.search_kept import KeptSearches
from ctdesk.ui.window import MainWindow

Card = TypeVar("Card", bound=QWidget)
SECRET = Filters(tbl=("document",), classification=("secret",))


@dataclass
class KnownSearches:
    """A desk whose help is known beforehand; with `broken` its store fails."""

    kept: list[SavedSearch] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    better: str = ""
    broken: bool = False
    bound: str = "ffffffff-ffff-7fff-bfff-ffffffffffff"
    seen: int = 0

    def _work(self) -> None:
        if self.broken:
            raise StoreError("store_busy")

    def recognised(self, query: str) -> Sequence[Recognised]:
        self._work()
        found, parts = [], query.split(" ")
        for part in parts:
            name, colon, value = part.partition(":")
            if colon:
                start = query.index(part)
                left = " ".join(other for other in parts if other != part)
                found.append(Recognised(start, start + len(part), name, value, left))
        return found

    def complete(self, query: str, cursor: int, limit: int = 8) -> Sequence[Completion]:
        self._work()
        if not query:
            saved = [Completion("saved", 0, 0, one.query, one.name) for one in self.kept]
            return saved + [Completion("recent", 0, 0, text, text) for text in self.asked]
        start = query.rfind(" ", 0, cursor) + 1
        typed = query[start:cursor]
        if typed.endswith(":"):
            return [Completion("value", start, cursor, f"{typed}Amman ", "Amman", "3")]
        offered = {
            "mis": ("field", "mission:"),
            "fin": ("word", "financing"),
            "evidence": ("word", "evidences"),
        }
        if typed not in offered:
            return []
        kind, text = offered[typed]
        return [Completion(kind, start, cursor, text, text, "12")][:limit]

    def meant(self, query: str) -> str:
        self._work()
        return self.better if query else ""

    def advice(self, query: str, filters: Filters) -> Sequence[Advice]:
        self._work()
        return [Advice("mission:Amman", "financing", filters, 3)] if query else []

    def saved(self) -> Sequence[SavedSearch]:
        self._work()
        return list(self.kept)

    def save(self, name: str, query: str, filters: Filters, sort: str) -> SavedSearch:
        self._work()
        self.kept.append(SavedSearch(str(len(self.kept)), name, query, filters, sort))
        return self.kept[-1]

    def rename(self, uid: str, name: str) -> None:
        self.kept = [replace(one, name=name) if one.uid == uid else one for one in self.kept]

    def remove(self, uid: str) -> None:
        self.kept = [one for one in self.kept if one.uid != uid]

    def recent(self) -> Sequence[str]:
        self._work()
        return list(self.asked)

    def remember(self, query: str) -> None:
        self._work()
        self.asked.insert(0, query)

    def forget_recent(self) -> None:
        self.asked.clear()

    def new_since(self) -> str:
        return self.bound

    def last_looked(self) -> str:
        return "2026-11-20T09:12:00Z"

    def looked(self) -> None:
        self.seen += 1


@pytest.fixture
def searches(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> KnownSearches:
    known = KnownSearches()
    monkeypatch.setattr(desk, "searches", known, raising=False)
    return known


@pytest.fixture
def page(searches: KnownSearches, open_window: Callable[..., MainWindow]) -> DocumentsPage:
    """The documents page of an English window, the keyboard in its search field."""
    assert not searches.kept
    window = open_window("en")
    assert isinstance(window.page, DocumentsPage)
    window.page.search.field.setFocus()
    return window.page


def type_in(line: SearchField, text: str) -> None:
    """As a keyboard does, of any layout; what may follow is offered without the pause."""
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(line, event)
    line.offer()


def labels(line: SearchField) -> list[str]:
    offers = line.offers
    if not offers.isVisible():
        return []
    return [offers.list.item(row).text() for row in range(offers.list.count())]


def open_card(kind: type[Card]) -> Card:
    card = QApplication.activePopupWidget()
    assert isinstance(card, kind)
    return card


def button(card: QWidget, name: str) -> QAbstractButton:
    """The button of that name that is shown on the card."""
    found = card.findChildren(QAbstractButton)
    return next(one for one in found if one.accessibleName() == name and one.isVisible())


# --- while one types ---


def test_what_is_typed_is_offered_to_be_completed_and_nothing_is_marked(
    page: DocumentsPage,
) -> None:
    line = page.search.field
    type_in(line, "mis")
    assert labels(line) == ["mission:"]
    assert line.offers.current is None
    assert line.text() == "mis"


def test_down_and_enter_take_what_is_offered_and_control_z_takes_it_back(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    line = page.search.field
    type_in(line, "embassy fin")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "embassy financing"
    assert not line.offers.isVisible()
    assert line.hasFocus()
    line.undo()
    assert line.text() == "embassy fin"


def test_after_a_field_its_values_are_offered_at_once(page: DocumentsPage, qtbot: QtBot) -> None:
    line = page.search.field
    type_in(line, "mis")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "mission:"
    assert labels(line) == ["Amman"]
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "mission:Amman "


def test_enter_with_nothing_marked_searches_for_what_is_typed(
    page: DocumentsPage, qtbot: QtBot, searches: KnownSearches
) -> None:
    line = page.search.field
    type_in(line, "evidence")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "evidence"
    assert page.list.hasFocus()
    assert not line.offers.isVisible()
    assert searches.asked == ["evidence"]


def test_the_mark_goes_around_and_comes_back_to_the_field(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    line = page.search.field
    type_in(line, "fin")
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert line.offers.current is not None
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.offers.current is None


def test_escape_closes_the_offers_first_and_then_clears_the_field(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    line = page.search.field
    type_in(line, "fin")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (line.offers.isVisible(), line.text()) == (False, "fin")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""


def test_tab_goes_on_when_nothing_is_marked(page: DocumentsPage, qtbot: QtBot) -> None:
    line = page.search.field
    type_in(line, "fin")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert not line.hasFocus()
    assert not line.offers.isVisible()
    assert line.text() == "fin"


def test_a_letter_beyond_the_first_plane_does_not_shift_what_is_replaced(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    line = page.search.field
    type_in(line, "\U0001d7d9\U0001f30d fin")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "\U0001d7d9\U0001f30d financing"


def test_a_click_takes_an_offer_and_the_field_keeps_the_keyboard(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    line = page.search.field
    type_in(line, "fin")
    rows = line.offers.list
    place = rows.visualItemRect(rows.item(0)).center()
    qtbot.mouseMove(rows.viewport(), place)
    assert line.offers.current is None
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert line.text() == "financing"
    assert line.hasFocus()


def test_the_last_word_is_a_beginning_while_one_types_and_whole_after_enter(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    line, told = page.search.field, []
    type_in(line, "financ")
    told.append(page.search.typing)
    line.setCursorPosition(2)
    told.append(page.search.typing)
    line.end(False)
    with qtbot.waitSignal(page.search.changed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    told.append(page.search.typing)
    assert told == [True, False, False]


def test_a_question_put_whole_is_not_one_being_typed(page: DocumentsPage) -> None:
    page.search.ask("financing")
    assert page.search.query == "financing"
    assert not page.search.typing


def test_a_pasted_paragraph_becomes_one_line_and_the_window_keeps_its_width(
    page: DocumentsPage,
) -> None:
    before = page.search.width()
    QApplication.clipboard().setText("\u2068first line\u2069\nsecond line\t" + "and on " * 300)
    page.search.field.paste()
    page.search.search_now()
    assert page.search.query.startswith("first line second line and on")
    assert page.search.width() == before


def test_a_store_in_trouble_stops_no_typing(
    page: DocumentsPage, searches: KnownSearches, qtbot: QtBot
) -> None:
    searches.broken = True
    with qtbot.waitSignal(page.search.failed):
        type_in(page.search.field, "fin")
    assert page.search.field.text() == "fin"


# --- how the question was read ---


def test_each_field_of_the_question_is_a_chip_that_takes_it_out(page: DocumentsPage) -> None:
    page.search.ask("mission:Amman transfers dated:2026")
    first, second = page.search.chips.chips
    assert [page.context.show.plain(chip.text()) for chip in (first, second)] == [
        "mission: Amman",
        "dated: 2026",
    ]
    second.click()
    assert page.search.query == "mission:Amman transfers"
    assert len(page.search.chips.chips) == 1


def test_chips_take_one_line_however_many_there_are(page: DocumentsPage) -> None:
    page.search.ask("mission:Amman")
    one_line = page.search.chips.height()
    page.search.ask(" ".join(f"mission:Amman{number}" for number in range(20)))
    QApplication.processEvents()
    assert page.search.chips.height() == one_line
    assert 0 < len(page.search.chips.chips) < 20


def test_no_field_no_chips(page: DocumentsPage) -> None:
    page.search.ask("mission:Amman")
    page.search.ask("transfers")
    assert not page.search.chips.isVisible()


def test_where_little_is_found_a_better_spelling_is_offered(
    page: DocumentsPage, searches: KnownSearches
) -> None:
    searches.better = "financing"
    page.search.ask("finansing")
    assert "financing" in page.search.meant.whole
    page.search.meant.click()
    assert page.search.query == "financing"
    assert not page.search.meant.isVisible()


def test_a_word_can_be_kept_as_typed_and_given_its_forms_again(page: DocumentsPage) -> None:
    page.search.ask("financing evidence")
    assert "finance" in page.search.forms.whole
    page.search.forms.click()
    card = open_card(FormsCard)
    assert not card.boxes[0].isChecked()
    card.boxes[0].click()
    assert page.search.query == "=financing evidence"
    page.search.open_forms()
    card = open_card(FormsCard)
    assert card.boxes[0].isChecked()
    card.boxes[0].click()
    assert page.search.query == "financing evidence"


def test_a_form_that_only_a_phrase_holds_has_no_mark_to_take(page: DocumentsPage) -> None:
    entry = QueryWord("border security", ("security of borders",))
    found = Page([], 1, words=[entry])
    card = FormsCard(page.context, '"border security"', found, page.search)
    assert not card.boxes[0].isEnabled()


# --- help ---


def test_f1_in_the_field_shows_how_to_search_not_the_command_box(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.search.field, Qt.Key.Key_F1)
    card = open_card(SearchHelp)
    qtbot.keyClick(card.buttons[0], Qt.Key.Key_Down)
    assert card.buttons[1].hasFocus()
    qtbot.keyClick(card.buttons[1], Qt.Key.Key_Return)
    assert page.search.query == example(EXAMPLES[1][0])
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_example_finds_something_on_the_sample_desk(
    desk: Desk, open_window: Callable[..., MainWindow], language: str
) -> None:
    open_window(language)
    for text, _meaning in EXAMPLES:
        page = desk.documents.list(example(text))
        assert page.total, example(text)
        assert not page.notices, example(text)


# --- what is kept ---


def test_the_empty_field_offers_what_was_asked_before(
    page: DocumentsPage, searches: KnownSearches, qtbot: QtBot
) -> None:
    searches.save("Secret money", "financing", SECRET, "rank")
    searches.remember("evidence")
    line = page.search.field
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert labels(line) == ["Secret money", "evidence"]
    qtbot.keyClick(line, Qt.Key.Key_Up)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.search.query == "evidence"


def test_a_saved_search_comes_back_with_its_filters_and_order(
    page: DocumentsPage, searches: KnownSearches, qtbot: QtBot
) -> None:
    searches.save("Secret money", "financing", SECRET, "rank")
    line = page.search.field
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.search.filters_wanted) as wanted:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert wanted.args == [SECRET]
    assert (page.search.query, page.search.sort) == ("financing", "rank")


def test_a_search_is_saved_under_a_name(
    page: DocumentsPage, searches: KnownSearches, qtbot: QtBot
) -> None:
    page.search.ask("financing")
    page.search.open_kept()
    card = open_card(KeptSearches)
    assert card.name.text() == "financing"
    card.name.setText("Money")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    assert [(one.name, one.query) for one in searches.kept] == [("Money", "financing")]
    assert QApplication.activePopupWidget() is None


def test_with_no_question_there_is_nothing_to_save(page: DocumentsPage) -> None:
    page.search.open_kept()
    assert not open_card(KeptSearches).name.isVisible()


def test_a_removed_search_can_be_put_back(page: DocumentsPage, searches: KnownSearches) -> None:
    saved = searches.save("Money", "financing", SECRET, "date")
    page.search.open_kept()
    card = open_card(KeptSearches)
    button(card, "Remove Money").click()
    assert searches.kept == []
    button(card, "Put back").click()
    assert [replace(one, uid=saved.uid) for one in searches.kept] == [saved]


def test_a_saved_search_is_renamed_where_it_stands(
    page: DocumentsPage, searches: KnownSearches, qtbot: QtBot
) -> None:
    searches.save("Money", "financing", SECRET, "date")
    page.search.open_kept()
    card = open_card(KeptSearches)
    button(card, "Rename Money").click()
    line = QApplication.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, "Funds")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert searches.kept[0].name == "Funds"


def test_recent_searches_are_asked_again_or_forgotten(
    page: DocumentsPage, searches: KnownSearches
) -> None:
    searches.remember("evidence")
    page.search.open_kept()
    button(open_card(KeptSearches), "evidence").click()
    assert page.search.query == "evidence"
    page.search.open_kept()
    button(open_card(KeptSearches), "Forget them").click()
    assert searches.asked == []


def test_only_new_gives_the_bound_until_all_is_seen(
    page: DocumentsPage, searches: KnownSearches
) -> None:
    assert page.search.since == ""
    page.search.toggle_new()
    assert page.search.since == searches.bound
    page.search.only_new.seen.click()
    assert searches.seen == 1
    assert page.search.since == ""


# --- nothing found ---


def test_advice_is_a_line_that_asks_for_less(
    page: DocumentsPage, searches: KnownSearches, qtbot: QtBot
) -> None:
    assert not searches.broken
    advice = SearchAdvice(page.context, page)
    assert advice.ask("mission:Amman financing", SECRET)
    (line,) = advice.lines
    shown = page.context.show.plain(line.accessibleName()).lstrip("\u200e")
    assert "3 document" in shown
    assert shown.endswith("mission:Amman")
    with qtbot.waitSignal(advice.chosen) as chosen:
        line.click()
    assert chosen.args == ["financing", SECRET]
    assert not advice.ask("", SECRET)
    assert advice.lines == []


# --- words of a question ---


@pytest.mark.parametrize(
    ("query", "word", "marked"),
    [
        ("تمويل الإرهاب", "الارهاب", "تمويل =الإرهاب"),
        ("تمويل الإرهاب", "تمويل الارهاب", "=تمويل =الإرهاب"),
        ("subject:financing", "financing", "subject:=financing"),
        ("financing: financing", "financing", "financing: =financing"),
        ('"border security"', "border security", '"border security"'),
        ("(returns OR camps)", "camps", "(returns OR =camps)"),
    ],
)
def test_a_word_is_marked_where_it_stands(query: str, word: str, marked: str) -> None:
    assert words.exactly(query, word) == marked


@given(st.text(max_size=60), st.text(max_size=12))
def test_marking_a_word_of_any_text_only_adds_marks(query: str, word: str) -> None:
    marked = words.exactly(query, word)
    assert marked.replace("=", "") == query.replace("=", "")
    assert len(marked) >= len(query)


@given(st.lists(st.sampled_from(["تمويل", "الإرهاب", "camps", "camp"]), min_size=1, max_size=6))
def test_a_mark_that_is_set_can_be_taken_away(parts: list[str]) -> None:
    query = " ".join(parts)
    marked = words.exactly(query, parts[0])
    assert parts[0] in words.exact_words(marked)
    assert words.in_any_form(marked, parts[0]) == query


@given(st.text())
def test_no_break_is_left_in_a_line(text: str) -> None:
    assert not set(words.without_breaks(text)) & set("\n\r\t\u2028\u2029")
