"""The room of names in pictures: a made-up national list, and a report that mentions it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

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


SCREENS: dict[str, Callable[[Any], QWidget | None]] = {
    "list-preview": _looked_at,
    "lists": _tab("lists"),
    "entries": _tab("entries"),
}
