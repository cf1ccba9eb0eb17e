"""A form for a record kind, derived from its described fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
_NAMES = {"party", "parties"}
_COLUMNS = 6
_SPANS: dict[FieldType, int] = {"long": 6, "party": 3, "parties": 3, "codes": 3}
_SPANS_BY_NAME = {"subject": 6, "copies": 2, "title_ar": 6, "title_en": 6, "what": 6}
"""Columns of six that a field takes; the others take two. A row that stays short is stretched, and
a long field sits beside a date that would stand alone."""


class RecordForm(QWidget):
    """Editors in rows of up to three; they go where their fields stand in the description."""

    changed = Signal()
    past_wanted = Signal(str)
    """Key of a field of the record that is shown, whose past is asked for."""

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
        self._labels: dict[str, QLabel] = {}
        self.editors = {spec.name: _EDITORS[spec.type](context, spec, self) for spec in self.specs}
        for editor in self.editors.values():
            editor.changed.connect(self.changed)
        self._lay_out()

    def show_record(self, record: Record) -> None:
        """Show a record's fields; nobody wrote them yet."""
        for spec in self.specs:
            self.set_value(spec.name, getattr(record, spec.name))
            self.editors[spec.name].touched = False
            if record.uid:
                self._offer_past(spec)

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

    def chain(self) -> list[QWidget]:
        """The editors in the order of Tab."""
        return [self.editors[spec.name] for spec in self.specs]

    def _label(self, spec: FieldSpec) -> QLabel:
        text = self._context.field(self._kind.table, spec.key)
        label = QLabel(f"{text} *" if spec.required else text, self)
        label.setProperty("role", "muted")
        label.setBuddy(self.editors[spec.name])
        self._labels[spec.name] = label
        self.editors[spec.name].name(text)
        return label

    def _offer_past(self, spec: FieldSpec) -> None:
        """A field's name has its past in its menu."""
        label = self._labels[spec.name]
        if not label.actions():
            label.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            entry = label.addAction(self.tr("What was here before…"))
            entry.triggered.connect(lambda _=False, key=spec.key: self.past_wanted.emit(key))

    def _rows(self) -> list[list[FieldSpec]]:
        rows: list[list[FieldSpec]] = []
        left = 0
        for spec in self.specs:
            alone = rows and len(rows[-1]) == 1 and rows[-1][0].type == "date"
            span = left if spec.type == "long" and alone else _span(spec)
            if span > left:
                rows.append([])
                left = _COLUMNS
            rows[-1].append(spec)
            left -= span
        return rows

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        for specs in self._rows():
            row = QHBoxLayout()
            row.setSpacing(10)
            for spec in specs:
                cell = QVBoxLayout()
                cell.setSpacing(2)
                cell.addWidget(self._label(spec))
                cell.addWidget(self.editors[spec.name], 0, Qt.AlignmentFlag.AlignTop)
                cell.addStretch(1)
                beside = spec.type == "long" and len(specs) > 1
                row.addLayout(cell, 4 if beside else _span(spec))
            rows.addLayout(row)
        rows.addStretch(1)


def _span(spec: FieldSpec) -> int:
    return _SPANS_BY_NAME.get(spec.name, _SPANS.get(spec.type, 2))
