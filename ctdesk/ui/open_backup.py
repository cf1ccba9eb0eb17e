"""At the locked screen: a backup opens the way back when the desk is damaged, or there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Desk
from ctdesk.desk.backups import Copied, Preview, Unlocked, backups_in, preview_alone, ring_of
from ctdesk.domain.errors import BadInput, CtdeskError
from ctdesk.domain.terms import Language, terms
from ctdesk.text.show import isolate
from ctdesk.ui.files import ask_folder
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import Retranslated
from ctdesk.ui.restoring import restore_desk
from ctdesk.ui.show import Show
from ctdesk.ui.waiting import Progress, wait_for


class OpenBackupDialog(Retranslated, QDialog):
    """Choose a backup, give its passphrase, see what it holds, put it in the desk's place."""

    restored = Signal()

    def __init__(self, folder: Path, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._language = language
        self._show = Show(language, "arabic" if language == "ar" else "western", "gregorian")
        self._copies: list[Copied] = []
        self._lead, self._where, self._said = QLabel(self), QLabel(self), QLabel(self)
        self._label, self._word_label = QLabel(self), QLabel(self)
        self.copies = Choice(self)
        self.passphrase = QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.other_button, self.go, self.close_button = (QPushButton(self) for _ in range(3))
        self._lay_out()
        self._connect()
        self.retranslate()
        self.look_in(ring_of(folder))

    def look_in(self, place: Path) -> None:
        """Offer the backups of a place; "" is said where there are none."""
        self._copies = backups_in(place)
        self._where.setText(isolate(str(place)) if self._copies else "")
        self.copies.offer(
            (
                self._show.joined(
                    self._show.mark + self._show.moment(copied.at),
                    terms()(f"copy_kind.{copied.kind}", self._language),
                ),
                str(number),
                (),
            )
            for number, copied in enumerate(self._copies)
        )
        self._grey()

    def submit(self) -> None:
        """Look through the chosen backup and, at a yes, restore it."""
        if not self.go.isEnabled():
            return
        copied = self._copies[int(self.copies.currentData() or 0)]
        word = self.passphrase.text()

        def act(progress: Progress) -> tuple[Unlocked, Preview]:
            unlocked = Desk.unlock(copied.folder, word)
            return unlocked, preview_alone(copied, unlocked, progress)

        try:
            unlocked, preview = wait_for(
                self, self._language, self.tr("Looking into the backup…"), act
            )
        except CtdeskError as error:
            self._say(error)
            return
        if self._sure(preview) and restore_desk(
            self, self._language, self._folder, copied, unlocked
        ):
            self.accept()
            self.restored.emit()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Open a backup"))
        self._lead.setText(
            self.tr(
                "The backup takes the place of the desk. A desk that lies there now is set aside "
                "whole, also when it is damaged."
            )
        )
        self._label.setText(self.tr("Backup"))
        self._word_label.setText(self.tr("Passphrase of its day"))
        self.copies.setAccessibleName(self._label.text())
        self.passphrase.setAccessibleName(self._word_label.text())
        self.other_button.setText(self.tr("Look elsewhere…"))
        self.go.setText(self.tr("Look into it and restore…"))
        self.close_button.setText(self.tr("Cancel"))

    def _sure(self, preview: Preview) -> bool:
        box = QMessageBox(self)
        parts = [
            self.tr("The backup of {0} is whole: {1} documents, {2} files.").format(
                self._show.moment(preview.copied.at),
                self._show.number(preview.check.facts.counts.get("document", 0)),
                self._show.number(preview.check.files - len(preview.check.lost)),
            )
        ]
        if preview.check.lost:
            lost = len(preview.check.lost)
            parts.append(self._show.digits(self.tr("%n file(s) are missing in it.", "", lost)))
        parts.append(self.tr("Put it in the desk's place?"))
        box.setText(self._show.mark + " ".join(parts))
        box.setWindowTitle(self.windowTitle())
        yes = box.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is yes

    def _choose(self) -> None:
        chosen = ask_folder(self, self.windowTitle())
        if chosen is not None:
            self.look_in(chosen)
            if not self._copies:
                self._say(BadInput("no_backup", path=str(chosen)))

    def _say(self, error: CtdeskError | None) -> None:
        self._said.setText(self._show.mark + error.message(self._language) if error else "")
        self._said.setVisible(error is not None)

    def _grey(self) -> None:
        self._say(None)
        self.copies.setEnabled(bool(self._copies))
        self.go.setEnabled(bool(self._copies) and bool(self.passphrase.text()))

    def _connect(self) -> None:
        self.passphrase.textChanged.connect(lambda _text: self._grey())
        self.passphrase.returnPressed.connect(self.submit)
        self.other_button.clicked.connect(self._choose)
        self.go.clicked.connect(self.submit)
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.setMinimumWidth(560)
        self._where.setProperty("role", "muted")
        self._said.setProperty("role", "danger")
        for label in (self._lead, self._where, self._said):
            label.setWordWrap(True)
        for button in (self.other_button, self.close_button, self.go):
            button.setAutoDefault(False)
        self.go.setProperty("kind", "primary")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.copies, 1)
        line.addWidget(self.other_button)
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(18)
        form.addRow(self._label, line)
        form.addRow("", self._where)
        form.addRow(self._word_label, self.passphrase)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(self._lead)
        layout.addLayout(form)
        layout.addWidget(self._said)
        layout.addLayout(foot)


class BackupWay(Retranslated, QPushButton):
    """The button of the locked screen that leads there."""

    restored = Signal()

    def __init__(self, folder: Path, language: Callable[[], Language], parent: QWidget) -> None:
        super().__init__(parent)
        self._folder = folder
        self._language = language
        self.setProperty("kind", "link")
        self.clicked.connect(self.open)
        self.retranslate()

    def open(self) -> None:
        """Offer the backups that there are."""
        dialog = OpenBackupDialog(self._folder, self._language(), self.window())
        dialog.restored.connect(self.restored)
        dialog.exec()
        dialog.deleteLater()

    def retranslate(self) -> None:
        self.setText(self.tr("Open a backup…"))
