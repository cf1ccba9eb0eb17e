"""A file that leaves with a name in it: in which language, and where it is to lie."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import Language
from ctdesk.ui import files
from ctdesk.ui.language import QT_TRANSLATE_NOOP
from ctdesk.ui.page import Page

_TITLE = QT_TRANSLATE_NOOP("SheetOut", "Language of the paper")
_WHICH = QT_TRANSLATE_NOOP("SheetOut", "In which language is it to be written?")
_CANCEL = QT_TRANSLATE_NOOP("SheetOut", "Cancel")
_LIES = QT_TRANSLATE_NOOP("SheetOut", "It lies at {0}. It is not encrypted there.")

Write = Callable[[Path, Language], Path]


def ask_language(page: Page) -> Language | None:
    """The language of a paper; None when the officer thinks better of it."""
    box = QMessageBox(page)
    box.setWindowTitle(_tr(_TITLE))
    box.setText(_tr(_WHICH))
    role = QMessageBox.ButtonRole.AcceptRole
    arabic, english = box.addButton("العربية", role), box.addButton("English", role)
    box.addButton(_tr(_CANCEL), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(arabic if page.context.rtl else english)
    box.exec()
    chosen = box.clickedButton()
    if chosen is arabic:
        return "ar"
    return "en" if chosen is english else None


def write_out(page: Page, name: str, extension: str, write: Write) -> None:
    """Ask for language and place, write, and say where it lies."""
    language = ask_language(page)
    if language is None:
        return
    plain = re.sub(r"\W+", " ", name).strip()
    target = files.ask_where(page, f"{plain}.{extension}")
    if target is None:
        return
    if target.suffix.lower() != f".{extension}":
        target = target.with_name(f"{target.name}.{extension}")
    try:
        write(target, language)
    except CtdeskError as error:
        page.failed.emit(error)
        return
    said = _tr(_LIES)
    page.notice.emit(said.format(f"\u2068{target}\u2069"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("SheetOut", text)
