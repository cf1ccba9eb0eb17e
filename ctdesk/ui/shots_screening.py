"""The room of names in pictures: a made-up national list, and a report that mentions it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ctdesk.domain.records import Document

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import Preview
    from ctdesk.ui.window import MainWindow

_DAYS = ("2026-09-01", "2026-11-02")
_HEAD = "number,name_ar,name_en,aliases,kind,birth,nationality,basis,listed_on,comments"
_ROWS = (
    "1,نادر سليم القصابي,Nadir Salim al-Qasabi,Abu Huda; Nader Salem Kassabi,person,1976,العراق,"
    "قرار لجنة تجميد الأموال 14 لسنة 2024,2024-05-14,",
    "2,طارق حمدان البزاز,Tariq Hamdan al-Bazzaz,,person,1981,العراق,"
    "قرار لجنة تجميد الأموال 14 لسنة 2024,2024-05-14,",
    "3,صندوق النخلة الخضراء,Green Palm Relief Fund,Green Palm,group,,العراق,"
    "قرار لجنة تجميد الأموال 3 لسنة 2025,2025-02-02,",
)
_LATER = (
    "2,طارق حمدان البزاز,Tariq Hamdan al-Bazzaz,Abu Yaqzan,person,1981,العراق,"
    "قرار لجنة تجميد الأموال 14 لسنة 2024,2024-05-14,Moved to another province in 2025.",
    "4,شركة وادي السدر للصرافة,Wadi al-Sidr Exchange Company,,group,,العراق,"
    "قرار لجنة تجميد الأموال 21 لسنة 2026,2026-10-20,",
)


_TABLE = (
    "ت,الاسم,المواليد,الجنسية\n1,نادر سليم القصابي,1976,العراق\n"
    "2,Tareq Hamdan al-Bazzaz,1981,العراق\n3,سلام جبار الموسوي,1990,العراق\n"
)
_REPORT = (
    "أفادت السفارة بأن نادر سليم القصابي زار مكاتب صندوق النخلة الخضراء في الأسبوع الماضي.\n\n"
    "وذكرت مصادرها أن Tariq Hamdan Bazzaz رافقه، وأن الغرض من الزيارة لم يُعلن."
)
_SUBJECT = "زيارة إلى مكاتب صندوق خيري"
_OUT = "أسماء مقترحة للتجميد، تشرين الثاني 2026"


def _preview(window: MainWindow, later: bool) -> Preview:
    rows = (_ROWS[0], *_LATER) if later else _ROWS
    with tempfile.TemporaryDirectory(prefix="ctdesk-shots-") as scratch:
        path = Path(scratch) / "national.csv"
        path.write_text("\n".join((_headings(window), *rows)), encoding="utf-8")
        return window.context.desk.screening.lists.preview(path, as_="national", dated=_DAYS[later])


def _headings(window: MainWindow) -> str:
    return ",".join(window.context.word(f"list_column.{key}") for key in _HEAD.split(","))


def _with_list(window: MainWindow) -> None:
    lists = window.context.desk.screening.lists
    if not lists.in_force():
        lists.apply(_preview(window, later=False))


def _tab(name: str) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        _with_list(window)
        window.go("go_screening").show_tab(name)  # type: ignore[attr-defined]

    return show


def _looked_at(window: MainWindow) -> None:
    _tab("lists")(window)
    window.page.tab("lists").show_preview(_preview(window, later=True))  # type: ignore[attr-defined]


def _with_report(window: MainWindow) -> None:
    _with_list(window)
    desk = window.context.desk
    if not desk.documents.list(f'"{_SUBJECT}"').rows:
        report = Document(kind="report", direction="incoming", subject=_SUBJECT, text=_REPORT,
                          classification="restricted", their_number="4/7/512",
                          their_date="2026-11-21")  # fmt: skip
        desk.documents.register(report)
    desk.screening.texts.catch_up()


def _hits(window: MainWindow) -> None:
    _with_report(window)
    _tab("hits")(window)


def _beside(window: MainWindow) -> None:
    """The names of a report beside its text."""
    _with_report(window)
    page = window.go("go_documents")
    row = window.context.desk.documents.list(f'"{_SUBJECT}"').rows[0]
    page.open(row.uid)
    page.show_names()  # type: ignore[attr-defined]


def _exclude(window: MainWindow) -> QWidget:
    from ctdesk.ui.screening.decide_dialogs import ExcludeDialog

    _hits(window)
    tab: Any = window.page.actor
    dialog = ExcludeDialog(window.context, tab, tab.hit)
    dialog.show()
    return dialog


def _confirm(window: MainWindow) -> QWidget:
    from ctdesk.ui.screening.decide_dialogs import ConfirmDialog

    _hits(window)
    tab: Any = window.page.actor
    dialog = ConfirmDialog(window.context, tab, tab.hit)
    dialog.show()
    return dialog


def _name(window: MainWindow) -> None:
    from ctdesk.ui.screening.name_form import Asked

    _tab("names")(window)
    tab: Any = window.page.actor
    asked = Asked("طارق حمدان البزاز", 1981)
    tab.form.name.setText(asked.name)
    found = window.context.desk.screening.find(asked.name, birth_year=asked.birth_year)
    tab.show_answer(asked, found)


def _table(window: MainWindow) -> None:
    _tab("names")(window)
    tab: Any = window.page.actor
    with tempfile.TemporaryDirectory(prefix="ctdesk-shots-") as scratch:
        path = Path(scratch) / "names.csv"
        path.write_text(_TABLE, encoding="utf-8")
        tab.open_table(path)
    tab.show_result(window.context.desk.screening.tables.screen(tab.table.table))


def _gate(window: MainWindow) -> None:
    """A list of names half approved."""
    _with_list(window)
    screening = window.context.desk.screening
    names = screening.name_lists
    if not any(each.record.title == _OUT for each in names.list()):
        record = names.new(_OUT)
        entry = screening.entries.list("القصابي").rows[0]
        basis = "قرار لجنة تجميد الأموال 14 لسنة 2024"
        names.add(record.uid, entry.name, name_other=entry.name_original, entry=entry.uid,
                  basis=basis)  # fmt: skip
        names.add(record.uid, "شركة وادي السدر للصرافة")
        names.approve(record.uid, [names.rows(record.uid)[0].row.uid])
    window.go("go_screening").show_tab("out")  # type: ignore[attr-defined]


def _which_list(window: MainWindow) -> QWidget:
    from ctdesk.ui.screening.list_dialog import ListKindDialog

    _tab("lists")(window)
    return _shown(ListKindDialog(window.context, window.page, "national-2026.csv"))


def _new_names(window: MainWindow) -> QWidget:
    from ctdesk.ui.screening.out_dialogs import NewListDialog

    _gate(window)
    return _shown(NewListDialog(window.context, window.page))


def _joined(window: MainWindow) -> QWidget:
    from ctdesk.ui.screening.out_dialogs import JoinDialog

    _gate(window)
    lists = window.context.desk.screening.name_lists.list()
    about = window.context.show.joined("نادر سليم القصابي", "Nadir Salim al-Qasabi")
    basis = "قرار لجنة تجميد الأموال 14 لسنة 2024"
    return _shown(JoinDialog(window.context, window.page, about, lists, basis))


def _shown(dialog: QWidget) -> QWidget:
    dialog.show()
    return dialog


SCREENS: dict[str, Callable[[Any], QWidget | None]] = {
    "names-waiting": _hits,
    "names-beside": _beside,
    "name-excluded": _exclude,
    "name-confirmed": _confirm,
    "name-compared": _name,
    "names-table": _table,
    "names-out": _gate,
    "names-new": _new_names,
    "names-joined": _joined,
    "list-kind": _which_list,
    "lists": _tab("lists"),
    "list-preview": _looked_at,
    "entries": _tab("entries"),
}
