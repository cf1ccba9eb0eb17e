"""A form for a record kind, derived from its described fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.fields import FieldSpec, FieldType, fields_of
from ctdesk.domain.records import Record
from ctdesk.ui.context import Context
from ctdesk.ui.form.editors import (
    CodeEditor,
    DateEditor,
    Editor,
    FlagEditor,
    LongEditor,
    NumberEditor,
    OfficerEditor,
    TextEditor,
)
from ctdesk.ui.form.several import CodesEditor, PartiesEditor, PartyEditor

_EDITORS: dict[FieldType, type[Editor]] = {
    "text": TextEditor,
    "long": LongEditor,
    "date": DateEditor,
    "code": CodeEditor,
    "codes": CodesEditor,
    "party": PartyEditor,
    "parties": PartiesEditor,
    "officer": OfficerEditor,
    "flag": FlagEditor,
    "number": NumberEditor,
}
_WHOLE_LINE = ("long", "parties")
_NAMES = {"party", "parties"}


class RecordForm(QWidget):
    """Editors in two columns; long fields take the whole line."""

    changed = Signal()

    def __init__(
        self,
        context: Context,
        kind: type[Record],
        *,
        without: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = kind
        skipped = set(without)
        self.specs = [s for s in fields_of(kind) if s.form and s.name not in skipped]
        self.editors = {spec.name: _EDITORS[spec.type](context, spec, self) for spec in self.specs}
        for editor in self.editors.values():
            editor.changed.connect(self.changed)
        self._lay_out()

    def show_record(self, record: Record) -> None:
        """Show a record's fields; nobody wrote them yet."""
        for spec in self.specs:
            self.set_value(spec.name, getattr(record, spec.name))
            self.editors[spec.name].touched = False

    def set_value(self, name: str, value: Any) -> None:
        """Show a value as the record holds it: parties by identity."""
        editor = self.editors[name]
        parties, lang = self._context.desk.parties, self._context.lang
        if editor.spec.type == "party":
            value = parties.name(value, lang) or value if value else ""
        elif editor.spec.type == "parties":
            value = [parties.name(uid, lang) or uid for uid in value]
        editor.set_value(value)

    def values(self) -> dict[str, Any]:
        """The fields as the record holds them, but parties."""
        return {
            spec.name: tuple(value) if spec.several else value
            for spec in self.specs
            if spec.type not in _NAMES
            for value in (self.editors[spec.name].value(),)
        }

    def names(self) -> dict[str, Any]:
        """The fields of parties, as names."""
        return {s.name: self.editors[s.name].value() for s in self.specs if s.type in _NAMES}

    @property
    def touched(self) -> bool:
        """Whether a person wrote anything."""
        return any(editor.touched for editor in self.editors.values())

    def show_fault(self, error: CtdeskError) -> bool:
        """Say an error beside the field that it names; False if it names none of this form's."""
        key = str(error.values.get("field", "")).rpartition(".")[2]
        for spec in self.specs:
            if key in (spec.key, spec.name):
                self.editors[spec.name].fault(error.message(self._context.lang))
                self.editors[spec.name].setFocus()
                return True
        return False

    def _label(self, spec: FieldSpec) -> QLabel:
        text = self._context.field(self._kind.table, spec.key)
        label = QLabel(f"{text} *" if spec.required else text, self)
        label.setProperty("role", "muted")
        label.setBuddy(self.editors[spec.name])
        self.editors[spec.name].name(text)
        return label

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        row = column = 0
        for spec in self.specs:
            whole = spec.type in _WHOLE_LINE or spec.name == "subject"
            if whole and column:
                row, column = row + 2, 0
            span = 2 if whole else 1
            grid.addWidget(self._label(spec), row, column, 1, span)
            top = Qt.AlignmentFlag.AlignTop
            if spec.type == "long":
                grid.addWidget(self.editors[spec.name], row + 1, column, 1, span)
            else:
                grid.addWidget(self.editors[spec.name], row + 1, column, 1, span, top)
            column += span
            if column >= 2:
                row, column = row + 2, 0
        for each in (0, 1):
            grid.setColumnStretch(each, 1)
