"""Settings: how the desk speaks and looks, who signs, who works here, how it is locked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.numbering import register_number
from ctdesk.text.show import strip_isolates
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import Retranslated
from ctdesk.ui.security import SecurityPage
from ctdesk.ui.settings_letterhead import LetterheadField
from ctdesk.ui.settings_officers import OfficersField
from ctdesk.ui.settings_parts import LABEL_WIDTH

_LOOK = ("language", "digits", "calendar", "theme")
_SIGNER = ("signer_title_ar", "signer_title_en", "signer_name_ar", "signer_name_en")
_ADDRESSEE = ("addressee_ar", "addressee_en")
_NUMBERING = ("number_pattern", "laptop")
_OFFICER = ("title_ar", "title_en", "name_ar", "name_en")
_EXAMPLE_SEQ, _EXAMPLE_YEAR = 125, 2026
_FIGURES = (("٠ ١ ٢ ٣ ٤", "arabic"), ("0 1 2 3 4", "western"))


class SettingsDialog(Retranslated, QDialog):
    """Every change applies at once; Esc closes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.choices = {name: Choice(self) for name in (*_LOOK, "memo_digits")}
        self.lines = {name: QLineEdit(self) for name in (*_SIGNER, *_ADDRESSEE, *_NUMBERING)}
        self.officer = {name: QLineEdit(self) for name in _OFFICER}
        self._example = QLabel(self)
        self.letterhead = LetterheadField(context, self)
        self.colleagues = OfficersField(context, self)
        self.security = SecurityPage(context, self._set, self)
        self.passphrase, self.backup = self.security.passphrase, self.security.backup
        self.close_button = QPushButton(self)
        self._labels: dict[str, QLabel] = {}
        self._told = QLabel(self)
        self.tabs = QTabWidget(self)
        self._dress()
        self._lay_out()
        self.retranslate()
        self._show_values()
        self._connect()

    @property
    def told(self) -> str:
        """What was last said: an error, or that a change was made."""
        return strip_isolates(self._told.text())

    def retranslate(self) -> None:
        for name, rows in self._offered().items():
            chosen = getattr(self._context.settings, name)
            self.choices[name].offer(((text, value, ()) for text, value in rows), chosen)
        fields = self._fields()
        for name, text in self._texts().items():
            self._labels[name].setText(text)
            fields[name].setAccessibleName(text)
        self.setWindowTitle(self.tr("Settings"))
        for index, text in enumerate(
            (self.tr("Desk"), self.tr("Memos"), self.tr("Officers"), self.tr("Security"))
        ):
            self.tabs.setTabText(index, text)
        self.close_button.setText(self.tr("Close"))
        self._show_example()

    def done(self, result: int) -> None:
        self.security.wait()
        super().done(result)

    # --- acts ---

    def _set(self, **values: Any) -> None:
        before = self._context.settings
        if all(getattr(before, name) == value for name, value in values.items()):
            return
        try:
            self._context.change_settings(**values)
        except CtdeskError as error:
            self._fail(error)
            self._show_values()
            return
        # a parent that wears the settings has mirrored this dialog as well; without one it does so
        self._show_values()
        self._say(self.tr("Saved."))

    def _edit_officer(self, name: str) -> None:
        desk, value = self._context.desk, strip_isolates(self.officer[name].text()).strip()
        if value == getattr(desk.officer, name):
            return
        try:
            desk.officers.edit(desk.officer.uid, **{name: value})
        except CtdeskError as error:
            self._fail(error)
            self._show_values()
            return
        self._say(self.tr("Saved."))

    def _fail(self, error: CtdeskError) -> None:
        self._say(error.message(self._context.lang), "danger")

    def _say(self, sentence: str, role: str = "number") -> None:
        self._told.setProperty("role", role)
        self._told.style().polish(self._told)
        self._told.setText(self._context.show.mark + sentence)

    # --- what it shows ---

    def _offered(self) -> dict[str, Sequence[tuple[str, str]]]:
        return {
            "language": [("العربية", "ar"), ("English", "en")],
            "digits": _FIGURES,
            "memo_digits": _FIGURES,
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
        }

    def _fields(self) -> Mapping[str, QWidget]:
        return {
            **self.choices,
            **self.lines,
            **self.officer,
            "letterhead": self.letterhead,
        }

    def _show_values(self) -> None:
        settings, officer = self._context.settings, self._context.desk.officer
        for name, box in self.choices.items():
            box.choose(getattr(settings, name))
        for name, line in self.lines.items():
            line.setText(getattr(settings, name))
            line.setCursorPosition(0)
        for name, line in self.officer.items():
            line.setText(getattr(officer, name))
        self.security.lock.show_values()
        self._grey()
        self._show_example()

    def _grey(self) -> None:
        """What binds the whole desk is for its leaders: greyed, with the reason."""
        why = self._context.desk.why_not("settings")
        bound = {**self.lines, "memo_digits": self.choices["memo_digits"]}
        for field in (*bound.values(), self.letterhead):
            field.setEnabled(not why)
            field.setToolTip(why)

    def _show_example(self) -> None:
        settings, show = self._context.settings, self._context.show
        number = register_number(
            _EXAMPLE_SEQ, _EXAMPLE_YEAR, settings.number_pattern, settings.laptop
        )
        self._example.setText(show.mark + self.tr("For example {0}").format(show.number(number)))

    # --- how it is built ---

    def _dress(self) -> None:
        for name, line in {**self.lines, **self.officer}.items():
            rtl = name.endswith("_ar")
            line.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
            )
        self._told.setWordWrap(True)
        self._example.setProperty("role", "muted")
        self.close_button.setAutoDefault(False)

    def _connect(self) -> None:
        for name, box in self.choices.items():
            box.activated.connect(lambda _=0, n=name, b=box: self._set(**{n: b.currentData()}))
        for name, line in self.lines.items():
            line.editingFinished.connect(
                lambda n=name, field=line: self._set(**{n: strip_isolates(field.text()).strip()})
            )
        for name, line in self.officer.items():
            line.editingFinished.connect(lambda n=name: self._edit_officer(n))
        for part in (self.letterhead, self.security, self.colleagues):
            part.said.connect(self._say)
            part.failed.connect(self._fail)
        self.close_button.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        self.resize(680, 560)
        self.tabs.addTab(self._page(_LOOK, _NUMBERING), "")
        self.tabs.addTab(self._page(("letterhead", "memo_digits"), _SIGNER, _ADDRESSEE), "")
        self.tabs.addTab(self._page(_OFFICER, last=self.colleagues), "")
        self.tabs.addTab(self.security, "")
        self.tabs.currentChanged.connect(self._came_to_front)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(foot)

    def _came_to_front(self, index: int) -> None:
        if self.tabs.widget(index) is self.security:
            self.security.check.look()

    def _page(self, *groups: Sequence[str], last: QWidget | None = None) -> QWidget:
        """Groups of fields, each on a card."""
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        fields = self._fields()
        for names in groups:
            card, form = self._card(page)
            for name in names:
                label = self._labels[name] = QLabel(card)
                label.setMinimumWidth(LABEL_WIDTH)
                label.setBuddy(fields[name])
                form.addRow(label, fields[name])
                if name == "number_pattern":
                    form.addRow("", self._example)
            column.addWidget(card)
        if last is not None:
            card, form = self._card(page)
            form.addRow(last)
            column.addWidget(card)
        column.addStretch(1)
        return page

    def _card(self, page: QWidget) -> tuple[QFrame, QFormLayout]:
        card = QFrame(page)
        card.setProperty("card", True)
        form = QFormLayout(card)
        form.setContentsMargins(16, 14, 16, 14)
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(18)
        return card, form
