"""Pictures of the packs' screens: a second desk is made on the side, and both wrote one field."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ctdesk.desk import Desk
    from ctdesk.desk.pack_rows import Preview
    from ctdesk.ui.window import MainWindow

_PASSPHRASE = "six plain words of ours"


def _exchanged(window: MainWindow, then: Callable[[Desk, Path], Any]) -> Any:
    """Another desk has one of our documents and changed it, as we did; its pack is in our hands."""
    from ctdesk.desk.packs import Chosen

    desk = window.context.desk
    other = _other_desk(desk)
    reports = [row.uid for row in desk.documents.list(limit=50).rows if row.kind == "report"]
    uid = reports[len(desk.packs.list()) % len(reports)]
    chosen = Chosen(documents=[uid])
    with tempfile.TemporaryDirectory(prefix="ctdesk-shots-") as scratch:
        there, back = Path(scratch) / "a.ctx", Path(scratch) / "b.ctx"
        desk.packs.out(there, chosen, to=other.desks.card().device, ceiling="top_secret")
        other.packs.take(there)
        theirs = "تمويل الإرهاب عبر شركات الصرافة: متابعة"
        other.documents.edit(uid, subject=theirs, due="2026-12-20")
        desk.documents.edit(uid, subject="شبكات تمويل الإرهاب وشركات الصرافة")
        other.packs.out(back, chosen, to=desk.desks.card().device, ceiling="top_secret")
        other.close()
        return then(desk, back)


def _other_desk(desk: Desk) -> Desk:
    """The other desk lies beside the one that is drawn, and goes with it."""
    from ctdesk.desk import Desk

    folder = desk.folder.parent / "other"
    if Desk.exists(folder):
        return Desk.open(folder, _PASSPHRASE)
    other = Desk.create(folder, _PASSPHRASE)
    desk.desks.name("المكتب الرئيس")
    other.desks.name("مكتب الوفد في جنيف")
    for one, two in ((desk, other), (other, desk)):
        one.desks.trust(one.desks.meet(two.desks.card()).device)
    return other


def _tab(window: MainWindow) -> Any:
    return window.go("go_keeping").show_tab("packs")  # type: ignore[attr-defined]


def _packs(window: MainWindow) -> None:
    if not window.context.desk.packs.list():
        _exchanged(window, lambda desk, path: desk.packs.take(path))
    tab = _tab(window)
    tab.refresh()
    tab.show_view(0)


def _conflicts(window: MainWindow) -> None:
    _packs(window)
    _tab(window).show_view(1)


def _preview(window: MainWindow) -> QWidget:
    from ctdesk.ui.keeping.packs.taking import PreviewDialog

    told: Preview = _exchanged(window, lambda desk, path: desk.packs.preview(path))
    dialog = PreviewDialog(window.context, told, _tab(window))
    dialog.tabs.setCurrentIndex(1)
    dialog.show()
    return dialog


def _records(window: MainWindow) -> QWidget:
    dialog = _preview(window)
    dialog.tabs.setCurrentIndex(0)  # type: ignore[attr-defined]
    return dialog


def _make(window: MainWindow) -> QWidget:
    from ctdesk.ui.keeping.packs.making import PackDialog

    _packs(window)
    dialog = PackDialog(window.context, _tab(window))
    dialog.show()
    return dialog


def _words(window: MainWindow) -> QWidget:
    from ctdesk.ui.keeping.packs.words_dialog import WordsDialog

    _packs(window)
    dialog = WordsDialog(window.context, window.context.desk.desks.list()[0], _tab(window))
    dialog.show()
    return dialog


SCREENS: dict[str, Callable[[Any], QWidget | None]] = {
    "packs": _packs,
    "pack-conflicts": _conflicts,
    "pack-preview": _preview,
    "pack-records": _records,
    "pack-make": _make,
    "pack-words": _words,
}
