"""Settings: how the desk speaks and looks, who signs, who works here, how it is locked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import passphrase_strength
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated

_SIGNER = ("signer_title_ar", "signer_title_en", "signer_name_ar", "signer_name_en")
_ADDRESSEE = ("addressee_ar", "addressee_en")
_OFFICER = ("name_ar", "name_en", "title_ar", "title_en")
_FAIR = 2


class SettingsDialog(Retranslated, QDialog):
    """Every change applies at once; Esc closes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.choices = {
            name: QComboBox(self)
            for name in ("language", "digits", "calendar", "theme", "memo_digits")
        }
        self.lines = {
            name: QLineEdit(self) for name in (*_SIGNER, *_ADDRESSEE, "number_pattern", "laptop")
        }
        self.officer = {name: QLineEdit(self) for name in _OFFICER}
        self.lock_after = QSpinBox(self)
        self.letterhead, self.standard = QPushButton(self), QPushButton(self)
        self.old, self.new, self.again = (QLineEdit(self) for _ in range(3))
        self.change = QPushButton(self)
        self.close_button = QPushButton(self)
        self._labels: dict[str, QLabel] = {}
        self._letterhead_said, self._told = QLabel(self), QLabel(self)
        self._tabs = QTabWidget(self)
        self._dress()
        self._lay_out()
        self.retranslate()
        self._connect()

    @property
    def told(self) -> str:
        """What was last said: an error, or that a change was made."""
        return self._told.text()

    def retranslate(self) -> None:
        for name, rows in self._offered().items():
            self._fill(self.choices[name], rows, getattr(self._context.settings, name))
        for name, text in self._texts().items():
            self._labels[name].setText(text)
        for name, widget in self._fields().items():
            widget.setAccessibleName(self._labels[name].text())
        self.setWindowTitle(self.tr("Settings"))
        for index, text in enumerate(
            (self.tr("Desk"), self.tr("Memos"), self.tr("Officer"), self.tr("Lock"))
        ):
            self._tabs.setTabText(index, text)
        self.letterhead.setText(self.tr("Choose a Word template…"))
        self.standard.setText(self.tr("Use the program's own"))
        self.change.setText(self.tr("Change the passphrase"))
        self.close_button.setText(self.tr("Close"))
        self.lock_after.setSuffix(" " + self.tr("min"))
        self.lock_after.setSpecialValueText(self.tr("never"))
        self._say_letterhead()

    def choose_letterhead(self, path: Path) -> None:
        """Use this Word file for memos; what it lacks is said and then it is not taken."""
        try:
            faults = self._context.desk.settings.set_letterhead(path.read_bytes())
        except CtdeskError as error:
            self._say(error.message(self._context.lang), "danger")
            return
        except OSError as error:
            self._say(error.strerror or str(error), "danger")
            return
        if faults:
            self._letterhead_said.setText("\n".join(f"⚠ {fault}" for fault in faults))
        else:
            self._refresh(self.tr("The division's template is in use."))

    # --- acts ---

    def _set(self, **values: Any) -> None:
        try:
            self._context.change_settings(**values)
        except CtdeskError as error:
            self._say(error.message(self._context.lang), "danger")
            self._show_values()
            return
        self._say(self.tr("Kept."), "accent")

    def _refresh(self, sentence: str) -> None:
        self._context.change_settings()
        self._say_letterhead()
        self._say(sentence, "accent")

    def _standard_letterhead(self) -> None:
        try:
            self._context.desk.settings.drop_letterheads()
        except CtdeskError as error:
            self._say(error.message(self._context.lang), "danger")
            return
        self._refresh(self.tr("The program's own template is in use."))

    def _ask_letterhead(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.letterhead.text(), "", "Word (*.docx)")
        if chosen:
            self.choose_letterhead(Path(chosen))

    def _edit_officer(self, name: str) -> None:
        desk = self._context.desk
        try:
            desk.officers.edit(desk.officer.uid, **{name: self.officer[name].text().strip()})
        except CtdeskError as error:
            self._say(error.message(self._context.lang), "danger")
            return
        self._say(self.tr("Kept."), "accent")

    def _change_passphrase(self) -> None:
        new = self.new.text()
        if new != self.again.text():
            self._say(self.tr("The two passphrases differ."), "danger")
            return
        strength = passphrase_strength(new)
        if strength.score < _FAIR:
            self._say(self._context.word(f"strength.{strength.hint_key}"), "danger")
            return
        try:
            self._context.desk.change_passphrase(self.old.text(), new)
        except CtdeskError as error:
            self._say(error.message(self._context.lang), "danger")
            return
        for field in (self.old, self.new, self.again):
            field.clear()
        self._say(self.tr("The passphrase was changed; no data was rewritten."), "accent")

    # --- what it shows ---

    def _offered(self) -> dict[str, list[tuple[str, str]]]:
        figures = [("٠ ١ ٢ ٣", "arabic"), ("0 1 2 3", "western")]
        return {
            "language": [("العربية", "ar"), ("English", "en")],
            "digits": figures,
            "memo_digits": figures,
            "calendar": [
                (self.tr("Gregorian"), "gregorian"),
                (self.tr("Gregorian, with Hijri beside it"), "both"),
            ],
            "theme": [
                (self.tr("Light"), "light"),
                (self.tr("Dark"), "dark"),
                (self.tr("As the system"), "system"),
            ],
        }

    def _texts(self) -> dict[str, str]:
        officer = {name: self._context.field("officer", name) for name in _OFFICER}
        return officer | {
            "language": self.tr("Language"),
            "digits": self.tr("Figures in the window"),
            "memo_digits": self.tr("Figures in memos"),
            "calendar": self.tr("Calendar"),
            "theme": self.tr("Theme"),
            "number_pattern": self.tr("Register number"),
            "laptop": self.tr("Short name of a travelling laptop"),
            "letterhead": self.tr("Letterhead"),
            "signer_title_ar": self.tr("Signer's title in Arabic"),
            "signer_title_en": self.tr("Signer's title in English"),
            "signer_name_ar": self.tr("Signer's name in Arabic"),
            "signer_name_en": self.tr("Signer's name in English"),
            "addressee_ar": self.tr("Usual addressee in Arabic"),
            "addressee_en": self.tr("Usual addressee in English"),
            "lock_after": self.tr("Lock after"),
            "old": self.tr("Passphrase now"),
            "new": self.tr("New passphrase"),
            "again": self.tr("New passphrase again"),
        }

    def _fields(self) -> dict[str, QWidget]:
        return {
            **self.choices,
            **self.lines,
            **self.officer,
            "lock_after": self.lock_after,
            "letterhead": self.letterhead,
            "old": self.old,
            "new": self.new,
            "again": self.again,
        }

    def _fill(self, box: QComboBox, rows: list[tuple[str, str]], chosen: str) -> None:
        box.blockSignals(True)
        box.clear()
        for text, value in rows:
            box.addItem(text, value)
        box.setCurrentIndex(box.findData(chosen))
        box.blockSignals(False)

    def _show_values(self) -> None:
        settings, desk = self._context.settings, self._context.desk
        for name, line in self.lines.items():
            line.setText(getattr(settings, name))
            line.setCursorPosition(0)
        for name, line in self.officer.items():
            line.setText(getattr(desk.officer, name))
        self.lock_after.setValue(settings.lock_after_minutes)

    def _say_letterhead(self) -> None:
        settings = self._context.desk.settings.all()
        own = any((settings.letterhead_ar, settings.letterhead_en, settings.letterhead_both))
        self._letterhead_said.setText(
            self.tr("The division's template is in use.")
            if own
            else self.tr("The program's own template is in use.")
        )
        self.standard.setEnabled(own)

    def _say(self, sentence: str, role: str) -> None:
        self._told.setProperty("role", role)
        self._told.style().polish(self._told)
        self._told.setText(sentence)

    # --- how it is built ---

    def _dress(self) -> None:
        self.lock_after.setRange(0, 240)
        for field in (self.old, self.new, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        for name, line in {**self.lines, **self.officer}.items():
            rtl = name.endswith("_ar")
            line.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
            )
        self._letterhead_said.setProperty("role", "muted")
        for label in (self._letterhead_said, self._told):
            label.setWordWrap(True)
        self._show_values()

    def _connect(self) -> None:
        for name, box in self.choices.items():
            box.activated.connect(lambda _=0, n=name, b=box: self._set(**{n: b.currentData()}))
        for name, line in self.lines.items():
            line.editingFinished.connect(
                lambda n=name, field=line: self._set_line(n, field.text().strip())
            )
        for name, line in self.officer.items():
            line.editingFinished.connect(lambda n=name: self._edit_officer(n))
        self.lock_after.editingFinished.connect(
            lambda: self._set(lock_after_minutes=self.lock_after.value())
        )
        self.letterhead.clicked.connect(self._ask_letterhead)
        self.standard.clicked.connect(self._standard_letterhead)
        self.change.clicked.connect(self._change_passphrase)
        self.close_button.clicked.connect(self.accept)

    def _set_line(self, name: str, value: str) -> None:
        if value != getattr(self._context.settings, name):
            self._set(**{name: value})

    def _lay_out(self) -> None:
        self.resize(620, 480)
        look = ("language", "digits", "calendar", "theme", "number_pattern", "laptop")
        self._tabs.addTab(self._page(look), "")
        memos = self._page(("letterhead", *_SIGNER, *_ADDRESSEE, "memo_digits"))
        self._tabs.addTab(memos, "")
        self._tabs.addTab(self._page(_OFFICER), "")
        self._tabs.addTab(self._page(("lock_after", "old", "new", "again")), "")
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.addWidget(self._tabs, 1)
        layout.addLayout(foot)
        for button in (self.letterhead, self.standard, self.change, self.close_button):
            button.setAutoDefault(False)

    def _page(self, names: tuple[str, ...]) -> QWidget:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(8, 16, 8, 8)
        form.setVerticalSpacing(11)
        form.setHorizontalSpacing(18)
        fields = self._fields()
        for name in names:
            label = self._labels[name] = QLabel(page)
            label.setBuddy(fields[name])
            if name == "letterhead":
                both = QVBoxLayout()
                line = QHBoxLayout()
                line.addWidget(self.letterhead)
                line.addWidget(self.standard)
                line.addStretch(1)
                both.addLayout(line)
                both.addWidget(self._letterhead_said)
                form.addRow(label, both)
            else:
                form.addRow(label, fields[name])
        if "old" in names:
            form.addRow("", self.change)
        return page
