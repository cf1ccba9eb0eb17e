"""The recovery sheet on paper: straight to a printer, never to a file of ours."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QTextDocument, QTextOption
from PySide6.QtWidgets import QDialog, QWidget

from ctdesk.desk.recovery_words import RecoveryWords
from ctdesk.ui.context import Context
from ctdesk.ui.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_TITLE = QT_TRANSLATE_NOOP("RecoveryPrint", "CTDesk: recovery words, {0}")
_ADVICE = QT_TRANSLATE_NOOP(
    "RecoveryPrint",
    "To be sealed and kept in the division's safe. With these words and the machine, the desk is "
    "opened: on the locked screen, “I have lost my passphrase”. Words made later make this sheet "
    "void: destroy it then.",
)


def printer_there() -> bool:
    """Whether the system knows a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def print_sheet(context: Context, words: RecoveryWords, parent: QWidget) -> bool:
    """Ask for a printer and print on it; False when the officer thinks better of it."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    # what the queue of the printer is told must not say what is on the sheet
    printer.setDocName("CTDesk")
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    if dialog.exec() != QDialog.DialogCode.Accepted or printer.outputFileName():
        return False
    paint_sheet(context, words, printer)
    return True


def paint_sheet(context: Context, words: RecoveryWords, printer: QPrinter) -> None:
    """Lay the sheet out for a printer."""
    document = sheet(context, words)
    document.print_(printer)


def sheet(context: Context, words: RecoveryWords) -> QTextDocument:
    """The sheet in the window's language, each word in both."""
    translate = QCoreApplication.translate
    day = context.show.short_day(datetime.now().astimezone().date().isoformat())
    rows = "".join(
        f"<tr><td align='center'>{context.show.number(at)}</td>"
        f"<td>{escape(arabic)}</td><td>{escape(english)}</td></tr>"
        for at, (arabic, english) in enumerate(
            zip(words.shown("ar"), words.shown("en"), strict=True), start=1
        )
    )
    document = QTextDocument()
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if context.rtl else Qt.LayoutDirection.LeftToRight
    )
    document.setDefaultTextOption(option)
    document.setDefaultFont(QFont(QFont().family(), 13))
    document.setHtml(
        f"<html dir='{'rtl' if context.rtl else 'ltr'}'><body>"
        f"<h2>{escape(translate('RecoveryPrint', _TITLE).format(day))}</h2>"
        f"<table border='1' cellspacing='0' cellpadding='6' width='100%'>{rows}</table>"
        f"<p>{escape(translate('RecoveryPrint', _ADVICE))}</p></body></html>"
    )
    return document
