"""Editors of fields that hold names and several values: parties, topics, countries."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ctdesk.domain.terms import terms
from ctdesk.text.fold import fold
from ctdesk.text.show import strip_isolates
from ctdesk.ui.flow import FlowLayout
from ctdesk.ui.form.editors import Editor, completer

_BETWEEN = re.compile(r"[;؛\n]")


class PartyEditor(Editor):
    """One party by its name; a new name is allowed, and said to be new."""

    def _made(self) -> QWidget:
        self._line = QLineEdit(self)
        self._model = QStringListModel(self)
        offered = QCompleter(self._model, self)
        offered.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._line.setCompleter(offered)
        self._line.textEdited.connect(self._typed)
        offered.activated.connect(lambda _text: self._chosen())
        self._new = QLabel(self)
        self._new.setProperty("role", "warning")
        self._new.hide()
        self._layout.addWidget(self._new)
        return self._line

    def value(self) -> str:
        """The name as written; the desk finds or makes its party."""
        return strip_isolates(self._line.text()).strip()

    def set_value(self, value: Any) -> None:
        self._line.setText(value)
        self._line.setCursorPosition(0)
        self._say_new()

    def _typed(self, text: str) -> None:
        parties = self.context.desk.parties
        found = parties.complete(text, limit=12) if text.strip() else []
        self._model.setStringList([parties.name(p.uid, self.context.lang) for p in found])
        self._say_new()
        self._written()

    def _chosen(self) -> None:
        self._say_new()
        self._written()

    def _say_new(self) -> None:
        name = self.value()
        new = bool(name) and self.context.desk.parties.resolve(name) is None
        self._new.setText(self.tr("A new name: it is added to the parties, to be checked."))
        self._new.setVisible(new)


class ChipsEditor(Editor):
    """Several values as chips before a field that takes the next one."""

    def _made(self) -> QWidget:
        self._values: list[str] = []
        self._holder = QWidget(self)
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._chips_holder = QWidget(self._holder)
        self._chips = FlowLayout(self._chips_holder, gap=4)
        self._line = _ChipLine(self._holder)
        self._line.entered.connect(self._take_typed)
        self._line.emptied.connect(self._drop_last)
        column.addWidget(self._chips_holder)
        column.addWidget(self._line)
        self._chips_holder.hide()
        self._holder.setFocusProxy(self._line)
        self._offer()
        return self._holder

    def name(self, label: str) -> None:
        self._line.setAccessibleName(label)

    def value(self) -> list[str]:
        self._take_typed()
        return list(self._values)

    def set_value(self, value: Any) -> None:
        self._values = list(value)
        self._show()

    def _label(self, value: str) -> str:
        return value

    def _meant(self, typed: str) -> str:
        """The value that a typed word stands for; empty if it stands for none."""
        return typed

    def _offer(self) -> None:
        """Complete what is typed."""

    def _take_typed(self) -> None:
        for typed in _BETWEEN.split(strip_isolates(self._line.text())):
            if typed.strip():
                self._take(typed.strip())

    def _take(self, typed: str) -> None:
        value = self._meant(typed)
        if not value:
            self.fault(self.tr("“{0}” is not on the list.").format(typed))
            return
        if self.spec.most and len(self._values) >= self.spec.most:
            self.fault(
                self.tr("No more than {0}.").format(self.context.show.digits(self.spec.most))
            )
            return
        self._line.clear()
        if value not in self._values:
            self._values.append(value)
            self._show()
        self._written()

    def _drop_last(self) -> None:
        if self._values:
            self._drop(self._values[-1])

    def _drop(self, value: str) -> None:
        self._values.remove(value)
        self._show()
        self._written()

    def _show(self) -> None:
        while self._chips.count():
            item = self._chips.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for value in self._values:
            chip = QToolButton(self._chips_holder)
            chip.setProperty("kind", "chip")
            chip.setText(f"{self._label(value)}  ✕")
            chip.setAccessibleName(self.tr("Take {0} away").format(self._label(value)))
            chip.clicked.connect(lambda _=False, v=value: self._drop(v))
            self._chips.addWidget(chip)
        self._chips_holder.setVisible(bool(self._values))


class CodesEditor(ChipsEditor):
    """Several terms of a vocabulary, typed in either language."""

    def _offer(self) -> None:
        labels = [t.label(self.context.lang) for t in terms().vocabulary(self.spec.vocabulary)]
        offered = completer(labels, self)
        offered.activated.connect(lambda text: self._take(text), Qt.ConnectionType.QueuedConnection)
        self._line.setCompleter(offered)

    def _label(self, value: str) -> str:
        return self.context.label(self.spec.vocabulary, value)

    def _meant(self, typed: str) -> str:
        wanted = fold(typed)
        for term in terms().vocabulary(self.spec.vocabulary):
            if wanted in (fold(term.code), fold(term.ar), fold(term.en)):
                return term.code
        return ""


class PartiesEditor(ChipsEditor):
    """Several parties by their names."""

    def _offer(self) -> None:
        parties = self.context.desk.parties
        names = [parties.name(uid, self.context.lang) for uid in parties.all()]
        offered = completer(names, self)
        offered.activated.connect(lambda text: self._take(text), Qt.ConnectionType.QueuedConnection)
        self._line.setCompleter(offered)


class _ChipLine(QLineEdit):
    """Tells Enter, and Backspace in the empty field."""

    entered = Signal()
    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.text().strip():
            self.entered.emit()
            return
        if key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return
        super().keyPressEvent(event)
