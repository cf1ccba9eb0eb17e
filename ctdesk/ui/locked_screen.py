"""What stands on the locked screen: its fields, its phrases, where they lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Desk, Peek
from ctdesk.desk.backups import with_newest
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import Language
from ctdesk.text.show import digits, strip_isolates
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.first_run import FirstRunForm
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import Retranslated
from ctdesk.ui.masthead import Masthead
from ctdesk.ui.middle import lay_in_the_middle
from ctdesk.ui.open_backup import BackupWay
from ctdesk.ui.recovery_form import RecoveryForm

MARKS = {"ar": "\u200f", "en": "\u200e"}
_WIDTH_UNLOCK, _WIDTH_FIRST_RUN, _WIDTH_RECOVERY = 440, 640, 760


class LockedScreen(Retranslated, QWidget):
    """The screen of one desk's folder, whether a desk lies there or not; it does nothing yet."""

    def __init__(
        self,
        folder: Path,
        appearance: Appearance | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._appearance = appearance
        self._exists = Desk.exists(folder)
        self._error: CtdeskError | None = None
        self._peek = self._look_in()
        self._head, self._lead = Masthead(self), QLabel(self)
        self.passphrase = QLineEdit(self)
        self.reveal = QPushButton(self)
        self.slots = Choice(self)
        self.form, self.recovery = FirstRunForm(self), RecoveryForm(self)
        self.go, self.lost = QPushButton(self), QPushButton(self)
        self.backup = BackupWay(folder, lambda: self.lang, self)
        self.language = self._head.language
        self._said = QLabel(self)
        self._busy = QProgressBar(self)
        self._dress()
        self._lay_out()

    @property
    def lang(self) -> Language:
        """The language of this screen."""
        return "ar" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "en"

    @property
    def said(self) -> str:
        """The sentence below the fields: what went wrong, or what is being done."""
        return strip_isolates(self._said.text())

    def retranslate(self) -> None:
        for view in (self.form, self.recovery, self._head):
            view.retranslate()
        self._lead.setText(self._leading())
        self.passphrase.setPlaceholderText(self.tr("Passphrase"))
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.slots.setAccessibleName(self.tr("Who unlocks"))
        self.reveal.setText(self.tr("Show") if self._hidden else self.tr("Hide"))
        self._busy.setAccessibleName(self.tr("Working"))
        self.go.setText(
            self.tr("Set the passphrase and unlock")
            if self.recovers
            else self.tr("Unlock")
            if self._exists
            else self.tr("Make the desk")
        )
        self.lost.setText(
            self.tr("Back to the passphrase")
            if self.recovers
            else self.tr("I have lost my passphrase")
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            # a window that was made before the language was switched learns its direction last
            self.retranslate()

    @property
    def recovers(self) -> bool:
        """Whether the recovery words are asked for, and not the passphrase."""
        return not self.recovery.isHidden()

    @property
    def _first(self) -> QWidget:
        """Where the keyboard begins."""
        if self.recovers:
            return self.recovery.words[0]
        return self.passphrase if self._exists else self.form.first

    def _leading(self) -> str:
        if self.recovers:
            return self.tr(
                "Type the words of the recovery sheet, in Arabic or in English, and choose a new "
                "passphrase. The desk records that the sheet was used."
            )
        if self._exists:
            return self.tr("The counter-terrorism desk. Unlock it with your passphrase.")
        return self.tr("Welcome. This machine has no desk yet: make one in a minute.")

    @property
    def _hidden(self) -> bool:
        return self.passphrase.echoMode() == QLineEdit.EchoMode.Password

    def _look_in(self) -> Peek:
        if not self._exists:
            return Peek()
        try:
            return Desk.peek(self._folder)
        except CtdeskError as error:
            self._error = with_newest(error, self._folder)
            return Peek()

    def _shown(self, sentence: str) -> str:
        arabic = self._peek.digits == "arabic" if self._exists else self.lang == "ar"
        return digits(sentence, "arabic" if arabic and self.lang == "ar" else "western")

    def _switch_language(self) -> None:
        wanted: Language = "en" if self.lang == "ar" else "ar"
        if self._appearance is not None:
            self._appearance.apply(wanted, self._peek.theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.setLayoutDirection(application.layoutDirection())
        self.retranslate()

    def _reveal(self) -> None:
        mode = QLineEdit.EchoMode
        self.passphrase.setEchoMode(mode.Normal if self._hidden else mode.Password)
        self.retranslate()
        self.passphrase.setFocus()

    def _redden(self, *, wrong: bool) -> None:
        self.passphrase.setProperty("wrong", wrong)
        self.passphrase.style().polish(self.passphrase)

    def _show_recovery(self, wanted: bool) -> None:
        self.recovery.setVisible(wanted)
        self.passphrase.setVisible(not wanted)
        self.reveal.setVisible(not wanted)
        self._card.setFixedWidth(_WIDTH_RECOVERY if wanted else _WIDTH_UNLOCK)

    def _dress(self) -> None:
        self._lead.setProperty("role", "muted")
        for label in (self._lead, self._said):
            label.setWordWrap(True)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setMinimumHeight(38)
        self.reveal.setProperty("kind", "link")
        self.go.setProperty("kind", "primary")
        self.go.setMinimumHeight(38)
        self.slots.offer((slot, slot, ()) for slot in self._peek.slots)
        self.slots.setVisible(len(self._peek.slots) > 1)
        self.passphrase.setVisible(self._exists)
        self.reveal.setVisible(self._exists)
        self.form.setVisible(not self._exists)
        self.recovery.hide()
        self.lost.setProperty("kind", "link")
        self.lost.setVisible(self._peek.recovery)
        self._busy.setTextVisible(False)
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)

    def _lay_out(self) -> None:
        card = self._card = QFrame(self)
        card.setProperty("card", True)
        card.setFixedWidth(_WIDTH_UNLOCK if self._exists else _WIDTH_FIRST_RUN)
        column = QVBoxLayout(card)
        column.setContentsMargins(30, 26, 30, 14)
        column.setSpacing(11)
        column.addWidget(self._head)
        column.addWidget(self._lead)
        column.addSpacing(2)
        column.addWidget(self.slots)
        line = QHBoxLayout()
        line.addWidget(self.passphrase, 1)
        line.addWidget(self.reveal)
        column.addLayout(line)
        column.addWidget(self.form)
        column.addWidget(self.recovery)
        column.addWidget(self._said)
        column.addWidget(self.go)
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(self.lost)
        ways.addWidget(self.backup)
        ways.addStretch(1)
        column.addLayout(ways)
        column.addWidget(self._busy)
        lay_in_the_middle(self, card)
        QWidget.setTabOrder(self.passphrase, self.reveal)
        QWidget.setTabOrder(self.reveal if self._exists else self.form.sample, self.go)
        QWidget.setTabOrder(self.go, self.lost)
        QWidget.setTabOrder(self.lost, self.backup)
        QWidget.setTabOrder(self.backup, self.language)
