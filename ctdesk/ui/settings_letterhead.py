"""The memo templates: the division's own Word files, or those that come with the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import BadInput, CtdeskError
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context
from ctdesk.ui.files import ask_where, ask_which, write
from ctdesk.ui.language import Retranslated
from ctdesk.ui.settings_phrases import PhrasesDialog

if TYPE_CHECKING:
    from ctdesk.desk.settings import MemoLanguage

_LANGUAGES: tuple[MemoLanguage, ...] = ("ar", "en", "both")


class LetterheadField(Retranslated, QWidget):
    """Takes the division's template, gives the program's own to begin from, goes back to it."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._faults: list[str] = []
        self.choose, self.standard, self.copy = (QPushButton(self) for _ in range(3))
        self.phrases = QPushButton(self)
        self.phrases.clicked.connect(lambda: PhrasesDialog(self._context, self).exec())
        self._menu = QMenu(self)
        self.copy.setMenu(self._menu)
        self.choose.clicked.connect(self._ask)
        self.standard.clicked.connect(self.use_standard)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in (self.choose, self.standard, self.phrases):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        self.copy.setAutoDefault(False)
        self.copy.setProperty("kind", "link")
        below = QHBoxLayout()
        below.addWidget(self.copy)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.state)
        layout.addLayout(below)
        self.setFocusProxy(self.choose)
        self.retranslate()

    def retranslate(self) -> None:
        self.choose.setText(self.tr("Choose a Word template…"))
        self.standard.setText(self.tr("Use the program's own"))
        self.phrases.setText(self.tr("Phrases of memos…"))
        self.copy.setText(self.tr("Save the program's own to begin from"))
        self._menu.clear()
        for language, text in self._names().items():
            act = self._menu.addAction(text)
            act.triggered.connect(lambda _=False, wanted=language: self._ask_copy(wanted))
        self._show()

    def take(self, path: Path) -> None:
        """Use this Word file for memos; what it lacks is said, and then it is not taken."""
        try:
            data = path.read_bytes()
        except OSError:
            self.failed.emit(BadInput("file_missing", path=str(path)))
            return
        try:
            self._faults = self._context.desk.settings.set_letterhead(data)
            self._context.change_settings()
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self._show()
        if not self._faults:
            self.said.emit(self.tr("Memos are now written on the division's template."))

    def use_standard(self) -> None:
        """Back to the program's own templates."""
        try:
            self._context.desk.settings.drop_letterheads()
            self._context.change_settings()
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self._faults = []
        self._show()
        self.said.emit(self.tr("Memos are now written on the program's own template."))

    def save_standard(self, language: MemoLanguage, target: Path) -> None:
        """Write the program's own template where Word can open it."""
        try:
            write(target, self._context.desk.settings.standard_letterhead(language))
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.said.emit(self.tr("The template lies at {0}.").format(isolate(str(target))))

    def _ask(self) -> None:
        chosen = ask_which(self, self.choose.text(), "Word (*.docx)")
        if chosen:
            self.take(chosen[0])

    def _ask_copy(self, language: MemoLanguage) -> None:
        target = ask_where(self, f"memo-{language}.docx")
        if target is not None:
            self.save_standard(language, target)

    def _names(self) -> dict[MemoLanguage, str]:
        texts = (
            self.tr("Memos in Arabic"),
            self.tr("Memos in English"),
            self.tr("Memos in both languages"),
        )
        return dict(zip(_LANGUAGES, texts, strict=True))

    def _show(self) -> None:
        settings, show = self._context.settings, self._context.show
        own = [
            name
            for language, name in self._names().items()
            if getattr(settings, f"letterhead_{language}")
        ]
        lines = [f"{show.mark}⚠ {fault}" for fault in self._faults]
        if lines:
            lines.insert(
                0, show.mark + self.tr("This file can't be the template; nothing was changed.")
            )
        elif own:
            lines.append(self.tr("The division's template: {0}").format(show.names(own)))
        else:
            lines.append(self.tr("The program's own template is in use."))
        self.state.setProperty("role", "danger" if self._faults else "muted")
        self.state.style().polish(self.state)
        self.state.setText("\n".join(lines))
        self.standard.setEnabled(bool(own))
