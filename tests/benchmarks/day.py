"""A day's work in the real window of a real process, for `canaries` and `memory_after_lock`.

    python -m tests.benchmarks.day DESK EXPORTS

Reads one JSON object from its input (passphrase, recovery words to type, canary words), does the
work, prints `done`, and then obeys one word a line: `lock` locks as an officer who left would,
`end` closes the window. Nothing is shown: Qt's offscreen platform. Programs that would show an
opened copy are not started; the copy is made all the same.
"""

from __future__ import annotations

import json
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from ctdesk.desk import Desk, NewFile
from ctdesk.desk.hardening import harden
from ctdesk.domain.blocks import Block
from ctdesk.domain.records import Document
from ctdesk.ui.app import Shell, make_application
from ctdesk.ui.context import Context
from ctdesk.ui.form.new_report import NewReportDialog
from ctdesk.ui.unlock import UnlockView
from ctdesk.ui.window import MainWindow

_LONGEST_MS = 300_000


class Orders(QObject):
    """Lines of the input, on the window's thread."""

    came = Signal(str)

    def listen(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line.strip())


def main() -> None:
    harden()
    desk, exports = Path(sys.argv[1]), Path(sys.argv[2])
    given: dict[str, Any] = json.loads(sys.stdin.readline())
    QDesktopServices.openUrl = staticmethod(lambda _url: True)  # type: ignore[method-assign]
    application = make_application()
    shell = Shell(application, desk)
    shell.show()
    orders = Orders()
    orders.came.connect(lambda order: _obey(shell, order))
    waiting = QTimer()

    def begin_when_open() -> None:
        window, locked = shell.window_of_desk, shell.currentWidget()
        if isinstance(locked, UnlockView) and locked._error is not None:
            sys.stderr.write(f"the desk did not open: {locked._error.code}\n")
            application.exit(1)
        if window is not None and shell.context is not None:
            waiting.stop()
            try:
                work(shell.context, window, exports, given["canaries"])
            except BaseException:
                application.exit(1)
                raise
            print("done", flush=True)
            orders.listen()

    waiting.timeout.connect(begin_when_open)
    # whoever gives the orders may be gone
    QTimer.singleShot(_LONGEST_MS, lambda: application.exit(1))
    waiting.start(50)
    shell.unlock_with(given["passphrase"])
    sys.exit(application.exec())


def work(context: Context, window: MainWindow, exports: Path, canaries: list[str]) -> None:
    """Everything that an officer does with words, each time with the canaries among them."""
    desk, word = context.desk, " ".join(canaries)
    report = _registered(desk, word)
    _drafted(desk, report, word, exports)
    _searched(desk, window, canaries)
    attachment = desk.documents.attachments(report.uid)[0]
    context.opened_files.show(attachment.name, desk.documents.attachment_data(attachment.uid))
    desk.registers.export("incoming", int(report.register_date[:4]), exports / "list.xlsx", "ar")
    arrived = exports / f"{canaries[0]}.txt"
    arrived.write_text(f"{word}\n", encoding="utf-8")
    desk.incoming.take([arrived])
    desk.incoming.read_waiting()
    arrived.unlink()
    QApplication.clipboard().setText(word)
    dialog = NewReportDialog(context, window)
    dialog.show()
    dialog.text.set_value(f"unsaved {word}")
    dialog.text.touched = True
    QApplication.processEvents()


def _registered(desk: Desk, word: str) -> Document:
    document = replace(
        desk.documents.defaults(), subject=f"subject {word}", text=f"text {word}\n" * 50
    )
    name = f"{word.split()[0]}.pdf"
    file = NewFile(name=name, media_type="application/pdf", data=b"%PDF-1.4 " + word.encode())
    return desk.documents.register(document, attachments=[file])


def _drafted(desk: Desk, report: Document, word: str, exports: Path) -> None:
    opinion = desk.opinions.new(subject=f"opinion {word}", on=[report.uid])
    blocks = desk.opinions.open(opinion.uid).blocks
    extra = Block(uid="b1", kind="paragraph", ar=f"فقرة {word}", en=f"paragraph {word}")
    desk.opinions.save(opinion.uid, (*blocks, extra))
    desk.opinions.autosave(opinion.uid, (*blocks, replace(extra, en=f"later {word}")))
    desk.memos.export(opinion.uid, exports / "memo.docx", "both")


def _searched(desk: Desk, window: MainWindow, canaries: list[str]) -> None:
    page = window.go("go_documents")
    for canary in canaries:
        page.search.field.setText(canary)  # type: ignore[attr-defined]
        page.refresh()
        desk.searches.remember(canary)
    from ctdesk.desk import Filters

    desk.searches.save(f"kept {canaries[0]}", canaries[0], Filters(), "")


def _obey(shell: Shell, order: str) -> None:
    if order == "lock":
        shell.lock_now()
    elif order == "end":
        shell.close()
        QApplication.quit()


if __name__ == "__main__":
    main()
