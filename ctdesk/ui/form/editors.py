"""One editor for each type of field. An editor knows its value, not what the field is for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.fields import FieldSpec
from ctdesk.domain.terms import terms
from ctdesk.text.dates import parse_date
from ctdesk.text.direction import base_direction
from ctdesk.text.show import strip_isolates
from ctdesk.ui.context import Context
from ctdesk.ui.fonts import reading_font
from ctdesk.ui.form.choice import Choice

_FIELD_LINES = 2
"""Lines that a long field shows in a form."""


class Editor(QWidget):
    """A field's editor: `value` as the record holds it, `changed` when a person wrote in it."""

    changed = Signal()

    def __init__(self, context: Context, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.spec = spec
        self.touched = False
        self._note, self._fault = QLabel(self), QLabel(self)
        self._fault.setProperty("role", "danger")
        self.field = self._made()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.field)
        for label in (self._note, self._fault):
            label.setWordWrap(True)
            label.hide()
            layout.addWidget(label)
        self.setFocusProxy(self.field)

    def _made(self) -> QWidget:
        raise NotImplementedError

    def value(self) -> Any:
        """What the record would hold."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value; nobody wrote it."""
        raise NotImplementedError

    def name(self, label: str) -> None:
        """Say what the field is, to those who hear the window."""
        self.field.setAccessibleName(label)

    @property
    def told(self) -> str:
        """What stands below the field: what is wrong with it, else how it was understood."""
        label = self._note if self._fault.isHidden() else self._fault
        return "" if label.isHidden() else strip_isolates(label.text())

    def fault(self, sentence: str) -> None:
        """Say what is wrong with the value; an empty sentence takes that back."""
        self._tell(self._fault, sentence)
        self.field.setProperty("wrong", bool(sentence))
        self.field.style().polish(self.field)
        self.field.setAccessibleDescription(sentence)
        if sentence:
            self._note.hide()

    def note(self, sentence: str, role: str = "muted") -> None:
        """Say quietly how the value was understood; an empty sentence takes that back."""
        self._note.setProperty("role", role)
        self._note.style().polish(self._note)
        self._tell(self._note, sentence)

    def _tell(self, label: QLabel, sentence: str) -> None:
        # the mark: a sentence that begins with a figure runs as the window runs all the same
        label.setText(self.context.show.mark + sentence)
        label.setVisible(bool(sentence))

    def _written(self) -> None:
        self.touched = True
        self.fault("")
        self.changed.emit()


class TextEditor(Editor):
    """One line; its direction follows what is typed."""

    def _made(self) -> QWidget:
        self._line = QLineEdit(self)
        self._line.textEdited.connect(lambda _text: self._written())
        return self._line

    def value(self) -> str:
        return strip_isolates(self._line.text()).strip()

    def set_value(self, value: Any) -> None:
        self._line.setText(" ".join(str(value).split()))
        self._line.setCursorPosition(0)
        self._line.setToolTip(self._line.text() if len(self._line.text()) > 60 else "")


def running_text(parent: QWidget, text: str = "") -> QTextEdit:
    """A field of plain text in which each paragraph runs by its own first letter."""
    # not QPlainTextEdit: it stands every paragraph at the left, whichever way it runs
    field = QTextEdit(parent)
    field.setAcceptRichText(False)
    field.setTabChangesFocus(True)
    option = field.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    field.document().setDefaultTextOption(option)
    field.setPlainText(text)
    return field


class LongEditor(Editor):
    """Several lines; each paragraph runs by its own first letter."""

    def _made(self) -> QWidget:
        self._text = running_text(self)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * _FIELD_LINES + 14)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._quiet = False
        self._text.textChanged.connect(self._maybe_written)
        return self._text

    def value(self) -> str:
        return strip_isolates(self._text.toPlainText()).strip()

    def set_value(self, value: Any) -> None:
        self._quiet = True
        self._text.setPlainText(str(value))
        self._quiet = False

    def _maybe_written(self) -> None:
        if not self._quiet:
            self._written()


class BodyEditor(LongEditor):
    """The text of a document: as much room as there is, in the face it will be read in."""

    def _made(self) -> QWidget:
        made = super()._made()
        made.setMinimumHeight(120)
        made.setMaximumHeight(16_777_215)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._text.setFont(reading_font(rtl=self.context.rtl))
        self._text.textChanged.connect(self._choose_face)
        return made

    def invite(self, sentence: str) -> None:
        """What the empty field says."""
        self._text.setPlaceholderText(sentence)

    def _choose_face(self) -> None:
        text = self._text.toPlainText()
        if text.strip():
            font = reading_font(rtl=base_direction(text[:2000]) == "rtl")
            if font.family() != self._text.font().family():
                self._text.setFont(font)


class DateEditor(Editor):
    """A day, typed as people write it; below it how it was understood."""

    def _made(self) -> QWidget:
        self._line = QLineEdit(self)
        self._line.textEdited.connect(lambda _text: self._understand())
        return self._line

    def value(self) -> str:
        typed = strip_isolates(self._line.text()).strip()
        day = parse_date(typed) if typed else None
        return day.isoformat() if day else typed

    def set_value(self, value: Any) -> None:
        self._line.setText(strip_isolates(self.context.show.short_day(value)) if value else "")
        self.note("")

    def _understand(self) -> None:
        typed = self._line.text().strip()
        day = parse_date(typed) if typed else None
        self._written()
        if day:
            self.note(self.context.show.day(day.isoformat()))
        else:
            self.note(self.tr("Not a date yet: day, month, year") if typed else "", "warning")


class CodeEditor(Editor):
    """One term of a vocabulary, found by typing it in either language."""

    def _made(self) -> QWidget:
        self._box = Choice(self)
        self._box.setEditable(self.spec.open)
        self._box.offer(self._rows())
        self._box.activated.connect(lambda _index: self._written())
        line = self._box.lineEdit()
        if line is not None:
            line.textEdited.connect(lambda _text: self._written())
            line.setProperty("kind", "bare")
        return self._box

    def value(self) -> str:
        if self.spec.open:
            typed = strip_isolates(self._box.currentText()).strip()
            row = self._box.findText(typed)
            return typed if row < 0 else str(self._box.itemData(row))
        return self._box.currentData() or ""

    def set_value(self, value: Any) -> None:
        if not self._box.choose(value) and self.spec.open and value:
            self._box.setEditText(str(value))

    def _rows(self) -> list[tuple[str, str, tuple[str, ...]]]:
        lang = self.context.lang
        nothing = [] if self.spec.required else [("", "", ())]
        return nothing + [
            (term.label(lang), term.code, (term.ar, term.en, term.code.replace("_", " ")))
            for term in terms().vocabulary(self.spec.vocabulary)
        ]


class OfficerEditor(CodeEditor):
    """One officer of the desk."""

    def _rows(self) -> list[tuple[str, str, tuple[str, ...]]]:
        rows: list[tuple[str, str, tuple[str, ...]]] = [("", "", ())]
        for officer in self.context.desk.officers.list():
            arabic = officer.name_ar or officer.title_ar
            english = officer.name_en or officer.title_en
            shown = (arabic or english) if self.context.rtl else (english or arabic)
            rows.append((shown or officer.slot, officer.uid, (arabic, english)))
        return rows


class FlagEditor(Editor):
    """Yes or no."""

    def _made(self) -> QWidget:
        self._box = QCheckBox(self)
        self._box.clicked.connect(lambda _checked: self._written())
        return self._box

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: Any) -> None:
        self._box.setChecked(bool(value))


class NumberEditor(Editor):
    """A whole number."""

    def _made(self) -> QWidget:
        self._box = QSpinBox(self)
        self._box.setMaximum(10**6)
        self._box.valueChanged.connect(lambda _value: self._written())
        return self._box

    def value(self) -> int:
        return self._box.value()

    def set_value(self, value: Any) -> None:
        self._box.blockSignals(True)
        self._box.setValue(int(value))
        self._box.blockSignals(False)
