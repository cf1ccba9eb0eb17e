"""What comes in through the window, and the backup that goes out: dialogs and long work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from ctdesk.desk import Desk, ImportResult
from ctdesk.ui.files import ask_which
from ctdesk.ui.keeping.where import ask_where
from ctdesk.ui.work import Step, Work

if TYPE_CHECKING:
    from ctdesk.ui.form.new_report import NewReportDialog
    from ctdesk.ui.window import MainWindow


class IntakeActs(QObject):
    """The window's acts on files."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._work: Work | None = None

    def new_report(self) -> None:
        """Open the form for what no file holds."""
        self.report_dialog().exec()

    def report_dialog(self) -> NewReportDialog:
        """That form, with what was left in it the last time."""
        from ctdesk.ui.form.new_report import NewReportDialog

        dialog = NewReportDialog(self._window.context, self._window)
        dialog.registered.connect(self._registered)
        return dialog

    def ask_for_files(self) -> None:
        """Let the officer choose files to register."""
        suffixes = " ".join(f"*.{name}" for name in self._window.context.desk.intake.extensions())
        kinds = (
            self.tr("Files that can be read ({0})").format(suffixes),
            self.tr("All files ({0})").format("*"),
        )
        chosen = ask_which(self._window, self.tr("Register files"), ";;".join(kinds))
        if chosen:
            self.take(chosen)

    def take(self, files: Sequence[Path]) -> None:
        """Put files into the queue; reports in a `.jsonl` are registered at a yes to them all."""
        from ctdesk.ui.incoming import IncomingPage

        whole = [file for file in files if file.suffix.lower() == ".jsonl" and file.is_file()]
        arrived = [file for file in files if file not in whole]
        if whole and self._sure_of(whole):
            self._import(whole)
        if arrived:
            page = self._window.go("go_incoming")
            assert isinstance(page, IncomingPage)
            page.take(arrived)

    def _sure_of(self, files: Sequence[Path]) -> bool:
        question = QMessageBox(self._window)
        question.setTextFormat(Qt.TextFormat.PlainText)
        names = self._window.context.show.names(file.name for file in files)
        question.setText(
            self.tr("Register every report in {0} as it stands, without looking at each?").format(
                names
            )
        )
        yes = question.addButton(self.tr("Register all"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        question.exec()
        return question.clickedButton() is yes

    def back_up(self) -> None:
        """Ask where the encrypted backup is to lie, and write it there."""
        chosen = ask_where(self._window)
        if chosen is None:
            return
        work = self._start(lambda desk, _step: desk.back_up(chosen), self.tr("Backing up"))
        if work is not None:
            done = self.tr("The backup lies at {0}.").format(f"\u2068{chosen}\u2069")
            work.finished_with.connect(lambda _result: self._window.notices.say(done))

    def stop(self) -> None:
        """End the work in hand after its current piece: the desk is about to be closed."""
        if self._work is not None:
            self._work.cancel()
            self._work.wait()

    def _import(self, files: Sequence[Path]) -> None:
        def act(desk: Desk, step: Step) -> ImportResult:
            return desk.intake.import_paths(files, keep_going=True, progress=step)

        work = self._start(act, self.tr("Registering"))
        if work is not None:
            work.finished_with.connect(self._imported)

    def _start(self, act: object, sentence: str) -> Work | None:
        window = self._window
        if self._work is not None and self._work.isRunning():
            window.notices.say(self.tr("Let the work in hand finish first."))
            return None
        self._work = Work(window.context.desk, act, self)  # type: ignore[arg-type]
        window.notices.follow(self._work, sentence)
        self._work.failed.connect(window.fail)
        self._work.start()
        return self._work

    def _imported(self, result: ImportResult) -> None:
        window, number = self._window, self._window.context.show.digits
        sentence = number(self.tr("%n document(s) registered.", "", result.registered))
        if result.refused:
            sentence += " " + number(self.tr("%n file(s) refused:", "", len(result.refused)))
            name, error = result.refused[0]
            sentence += f" \u2068{name}\u2069: {error.message(window.context.lang)}"
        window.read_again()
        window.notices.say(sentence)

    def _registered(self, uid: str) -> None:
        window = self._window
        window.open_record("document", uid)
        document = window.context.desk.documents.get(uid)
        number = window.context.show.number(document.register_number)
        window.notices.say(self.tr("Registered under {0}.").format(number))
