"""A picture of every screen, in both languages, both themes, both sizes: to be looked at."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QSize,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ctdesk.desk import Desk, NewOfficer
from ctdesk.desk.recovery_words import RecoveryWords
from ctdesk.desk.slots import NewWords
from ctdesk.domain.errors import StoreError
from ctdesk.domain.terms import LANGUAGES, Language
from ctdesk.text.sentences import first_sentence
from ctdesk.ui import (
    shots_access,
    shots_history,
    shots_keeping,
    shots_packs,
    shots_screening,
)

SIZES = {"1366": QSize(1366, 768), "1920": QSize(1920, 1080)}
THEMES = ("light", "dark")
DAY = date(2026, 11, 23)
"""The day of the pictures: that of the sample desk, so that they come out the same each time."""
_SETTLE_MS = 120
_PASSPHRASE = "four words for pictures"


@dataclass(frozen=True)
class _Look:
    """One language, theme and size."""

    language: Language
    theme: str
    size: str

    def name(self, screen: str) -> str:
        return f"{screen}-{self.language}-{self.theme}-{self.size}.png"


def shots(out: Path, *, few: bool = False) -> list[Path]:
    """Draw the screens of a sample desk into `out`; with `few` the main ones at 1366x768 only.

    Needs no display: Qt's offscreen platform is chosen where there is none.
    """
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ctdesk.ui.app import make_application
    from ctdesk.ui.appearance import Appearance

    out.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_pass_on)
    application = make_application()
    appearance = Appearance(application)
    looks = [_Look("ar", "light", "1366"), _Look("en", "dark", "1366")] if few else _every_look()
    written: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="ctdesk-shots-") as scratch:
        folder = Path(scratch) / "desk"
        made = Desk.create(folder, _PASSPHRASE, _officer(), sample=True, today=lambda: DAY)
        made.slots.keep_words(made.slots.prepare_words(_PASSPHRASE))
        made.close()
        unlocked = Desk.unlock(folder, _PASSPHRASE)
        for look in looks:
            desk = Desk.open_unlocked(folder, unlocked, today=lambda: DAY)
            try:
                desk.settings.change(
                    language=look.language,
                    theme=look.theme,
                    digits="arabic" if look.language == "ar" else "western",
                )
                appearance.apply(look.language, look.theme)
                written += _draw(desk, look, out, few=few)
            finally:
                desk.close()
            written += _draw_locked(folder, Path(scratch) / "new", look, out, few=few)
    return written


def _pass_on(kind: QtMsgType, _where: object, message: str) -> None:
    """Qt's messages, but for those of a platform that has no window manager to ask."""
    if kind != QtMsgType.QtDebugMsg and not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


def _every_look() -> list[_Look]:
    return [_Look(lang, theme, size) for lang in LANGUAGES for theme in THEMES for size in SIZES]


def _officer() -> NewOfficer:
    return NewOfficer(title_ar="مسؤول المكتب", title_en="Desk officer")


def _draw(desk: Desk, look: _Look, out: Path, *, few: bool) -> Iterator[Path]:
    from ctdesk.ui.context import Context
    from ctdesk.ui.window import MainWindow

    window = MainWindow(Context(desk))
    window.resize(SIZES[look.size])
    window.show()
    try:
        for screen, show in _SCREENS.items():
            if few and screen not in _MAIN:
                continue
            dialog = show(window)
            yield _grab(dialog or window, out / look.name(screen))
            if dialog is not None:
                _discard(dialog)
    finally:
        _discard(window)


def _draw_locked(
    folder: Path, nothing: Path, look: _Look, out: Path, *, few: bool
) -> Iterator[Path]:
    from ctdesk.ui.unlock import UnlockView

    for screen, where in (("unlock", folder), ("first-run", nothing)):
        if few and screen not in _MAIN:
            continue
        view = UnlockView(where)
        view.resize(SIZES[look.size])
        view.show()
        yield _grab(view, out / look.name(screen))
        if screen == "unlock" and not few:
            yield from _draw_lost(view, out, look)
        _discard(view)


def _draw_lost(view: QWidget, out: Path, look: _Look) -> Iterator[Path]:
    """The pause after wrong tries, and the way in by the recovery words."""
    view.passphrase.setText("wrong")  # type: ignore[attr-defined]
    view._failed(StoreError("wrong_passphrase"))  # type: ignore[attr-defined]
    view._pause.begin(16)  # type: ignore[attr-defined]
    view._show_state()  # type: ignore[attr-defined]
    yield _grab(view, out / look.name("unlock-pause"))
    view._turn()  # type: ignore[attr-defined]
    for field, word in zip(view.recovery.words, _sheet_words(look), strict=False):  # type: ignore[attr-defined]
        field.setText(word)
    view.recovery._weigh()  # type: ignore[attr-defined]
    yield _grab(view, out / look.name("unlock-recovery"))


def _sheet_words(look: _Look) -> tuple[str, ...]:
    return RecoveryWords(tuple(range(7, 1000, 71))).shown(look.language)


def _grab(widget: QWidget, path: Path) -> Path:
    _settle()
    widget.grab().save(str(path))
    return path


def _settle() -> None:
    """Let timers of the screens run out: a search waits for the typist."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()
    QApplication.processEvents()


def _discard(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)


def _documents(window: QWidget) -> None:
    page = window.go("go_documents")  # type: ignore[attr-defined]
    arabic = window.context.rtl  # type: ignore[attr-defined]
    page.search.field.setText("تمويل الإرهاب" if arabic else "financing of terrorism")
    page.refresh()


def _opinion(window: QWidget) -> None:
    page = window.go("go_opinions")  # type: ignore[attr-defined]
    desk = window.context.desk  # type: ignore[attr-defined]
    rows = desk.opinions.list().rows
    page.open(next(row.uid for row in rows if row.state == "issued"))


def _mou(window: QWidget) -> None:
    page = window.go("go_opinions")  # type: ignore[attr-defined]
    desk = window.context.desk  # type: ignore[attr-defined]
    rows = desk.opinions.list().rows
    page.open(next(row.uid for row in rows if row.state == "draft"))
    page.workspace.views["both"].click()


def _room(name: str) -> Callable[[QWidget], None]:
    def show(window: QWidget) -> None:
        window.go(name)  # type: ignore[attr-defined]

    return show


def _arrivals(window: QWidget) -> None:
    """Letters of the sample desk as files that have just arrived."""
    desk = window.context.desk  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory(prefix="ctdesk-shots-") as scratch:
        for number in ("4/7/431", "9/2/77", "LON/118/26"):
            document = desk.documents.find(number)
            sender = desk.parties.name(document.sender, document.language or "ar")
            head = (
                f"{sender}\nالعدد: {number}\nالتاريخ: {document.their_date}"
                if document.language == "ar"
                else f"From: {sender}\nNo: {number}\nDate: {document.their_date}"
            )
            path = Path(scratch) / f"{number.replace('/', '-')}.txt"
            path.write_text(f"{head}\n\n{document.text}", encoding="utf-8")
        desk.incoming.take([Path(scratch)])
    desk.incoming.read_waiting()
    window.go("go_incoming")  # type: ignore[attr-defined]


def _new_report(window: QWidget) -> QDialog:
    from ctdesk.ui.form.new_report import NewReportDialog

    context = window.context  # type: ignore[attr-defined]
    dialog = NewReportDialog(context, window)
    report = context.desk.documents.find("4/7/431" if context.rtl else "LON/118/26")
    dialog.text.set_value(report.text)
    dialog.form.set_value("subject", first_sentence(report.text))
    dialog.show()
    return dialog


def _settings(window: QWidget) -> QDialog:
    from ctdesk.ui.settings import SettingsDialog

    dialog = SettingsDialog(window.context, window)  # type: ignore[attr-defined]
    dialog.show()
    return dialog


def _security(window: QWidget) -> QDialog:
    from ctdesk.ui.settings import SettingsDialog

    dialog = SettingsDialog(window.context, window)  # type: ignore[attr-defined]
    dialog.resize(720, 1700)
    dialog.tabs.setCurrentWidget(dialog.security)
    dialog.show()
    dialog.security.check.wait()
    return dialog


def _recovery_sheet(window: QWidget) -> QDialog:
    from ctdesk.ui.recovery_sheet import RecoverySheet

    context = window.context  # type: ignore[attr-defined]
    words = RecoveryWords(tuple(range(7, 1000, 71)))
    dialog = RecoverySheet(context, NewWords(words, context.desk.unlocked.vault), window)
    dialog.show()
    return dialog


def _veil(window: QWidget) -> QWidget:
    from ctdesk.ui.veil import Veil

    return Veil(window)


def _command_box(window: QWidget) -> QWidget | None:
    window.open_command_box()  # type: ignore[attr-defined]
    return QApplication.activeModalWidget() or QApplication.activePopupWidget()


_SCREENS: dict[str, Callable[[QWidget], QWidget | None]] = {
    "documents": _documents,
    "opinion": _opinion,
    "opinion-mou": _mou,
    "dossiers": _room("go_dossiers"),
    "follow-up": _room("go_actions"),
    "arrivals": _arrivals,
    "registers": _room("go_registers"),
    **shots_screening.SCREENS,
    **shots_history.SCREENS,
    **shots_keeping.SCREENS,
    **shots_access.SCREENS,
    **shots_packs.SCREENS,
    "new-report": _new_report,
    "settings": _settings,
    "settings-security": _security,
    "recovery-sheet": _recovery_sheet,
    "veil": _veil,
    "command-box": _command_box,
}
_MAIN = ("documents", "opinion", "new-report", "unlock")
