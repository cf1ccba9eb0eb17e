"""One editor for each type of field. An editor knows its value, not what the field is for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.fields import FieldSpec
from ctdesk.domain.terms import terms
from ctdesk.text.dates import parse_date
from ctdesk.text.show import strip_isolates
from ctdesk.ui.context import Context


class Editor(QWidget):
    """A field's editor: `value` as the record holds it, `changed` when a person wrote in it."""

    changed = Signal()

    def __init__(self, context: Context, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.spec = spec
        self.touched = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._fault = QLabel(self)
        self._fault.setProperty("role", "danger")
        self._fault.setWordWrap(True)
        self._fault.hide()
        self.field = self._made()
        self._layout.addWidget(self.field)
        self._layout.addWidget(self._fault)
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

    def fault(self, sentence: str) -> None:
        """Say what is wrong with the value; an empty sentence takes that back."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        self.field.setProperty("wrong", bool(sentence))
        self.field.style().polish(self.field)

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
        self._line.setText(str(value))
        self._line.setCursorPosition(0)


class LongEditor(Editor):
    """Several lines."""

    def _made(self) -> QWidget:
        self._text = QPlainTextEdit(self)
        self._text.setTabChangesFocus(True)
        option = self._text.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._text.document().setDefaultTextOption(option)
        self._text.setMinimumHeight(54)
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


class DateEditor(Editor):
    """A day, typed as people write it; below it how it was understood."""

    def _made(self) -> QWidget:
        self._line = QLineEdit(self)
        self._line.textEdited.connect(lambda _text: self._understand())
        self._understood = QLabel(self)
        self._understood.setProperty("role", "muted")
        self._understood.hide()
        self._layout.addWidget(self._understood)
        return self._line

    def value(self) -> str:
        typed = strip_isolates(self._line.text()).strip()
        day = parse_date(typed) if typed else None
        return day.isoformat() if day else typed

    def set_value(self, value: Any) -> None:
        self._line.setText(strip_isolates(self.context.show.short_day(value)) if value else "")
        self._understood.hide()

    def _understand(self) -> None:
        typed = self._line.text().strip()
        day = parse_date(typed) if typed else None
        self._understood.setVisible(bool(typed))
        self._understood.setText(
            self.context.show.day(day.isoformat()) if day else self.tr("This is no date yet.")
        )
        self._written()


class CodeEditor(Editor):
    """One term of a vocabulary; an open vocabulary takes other words as well."""

    def _made(self) -> QWidget:
        self._box = QComboBox(self)
        self._box.setEditable(self.spec.open)
        self._fill()
        self._box.activated.connect(lambda _index: self._written())
        if self.spec.open:
            self._box.editTextChanged.connect(lambda _text: self.changed.emit())
        return self._box

    def value(self) -> str:
        if self.spec.open and self._box.currentText() != self._box.itemText(
            self._box.currentIndex()
        ):
            return self._box.currentText().strip()
        return self._box.currentData() or ""

    def set_value(self, value: Any) -> None:
        index = self._box.findData(value)
        if index < 0 and self.spec.open and value:
            self._box.setEditText(str(value))
        else:
            self._box.setCurrentIndex(max(0, index))

    def _fill(self) -> None:
        self._box.addItem("", "")
        for term in terms().vocabulary(self.spec.vocabulary):
            self._box.addItem(term.label(self.context.lang), term.code)


class OfficerEditor(CodeEditor):
    """One officer of the desk."""

    def _fill(self) -> None:
        self._box.addItem("", "")
        for officer in self.context.desk.officers.list():
            names = (officer.name_ar or officer.title_ar, officer.name_en or officer.title_en)
            label = names[0 if self.context.rtl else 1] or officer.slot
            self._box.addItem(label, officer.uid)


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


def completer(texts: list[str], parent: QWidget) -> QCompleter:
    """Completes from anywhere in a text, whatever the case."""
    made = QCompleter(texts, parent)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setMaxVisibleItems(12)
    return made
