"""Editors of fields that hold names and several values: parties, topics, countries."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QToolButton,
    QWidget,
)

from ctdesk.domain.terms import terms
from ctdesk.text.fold import fold
from ctdesk.text.show import strip_isolates
from ctdesk.ui.context import Context
from ctdesk.ui.form.chips import ChipFrame
from ctdesk.ui.form.completing import Completing
from ctdesk.ui.form.editors import Editor

_BETWEEN = re.compile(r"[;؛\n]")
_OFFERED = 12


class PartyEditor(Editor):
    """One party by its name; a new name is allowed, and said to be new."""

    def _made(self) -> QWidget:
        self._line = QLineEdit(self)
        completing = Completing(self._line, lambda typed: party_names(self.context, typed))
        completing.taken.connect(lambda _text: self._typed())
        self._line.textEdited.connect(lambda _text: self._typed())
        return self._line

    def value(self) -> str:
        """The name as written; the desk finds or makes its party."""
        return strip_isolates(self._line.text()).strip()

    def set_value(self, value: Any) -> None:
        self._line.setText(value)
        self._line.setCursorPosition(0)
        self._say_new()

    def _typed(self) -> None:
        self._written()
        self._say_new()

    def _say_new(self) -> None:
        name = self.value()
        new = bool(name) and self.context.desk.parties.resolve(name) is None
        self.note(
            self.tr("A new name: it is added to the parties, to be checked.") if new else "",
            "warning",
        )


class ChipsEditor(Editor):
    """Several values as chips, and in the same field the place to type the next one."""

    def _made(self) -> QWidget:
        self._values: list[str] = []
        self._frame = ChipFrame(self)
        self._line = self._frame.line
        self._line.entered.connect(self._take_typed)
        self._line.emptied.connect(self._drop_last)
        self._line.textEdited.connect(lambda _text: self.fault(""))
        self._line.editingFinished.connect(self._take_typed)
        completing = Completing(self._line, self._offered)
        completing.taken.connect(self._take_typed)
        return self._frame

    def name(self, label: str) -> None:
        self._line.setAccessibleName(label)

    def value(self) -> list[str]:
        self._take_typed()
        return list(self._values)

    def set_value(self, value: Any) -> None:
        self._values = list(value)
        self._line.clear()
        self._show()

    def _label(self, value: str) -> str:
        return value

    def _meant(self, typed: str) -> str:
        """The value that a typed word stands for; empty if it stands for none."""
        return typed

    def _offered(self, typed: str) -> list[str]:
        """What may be meant by a beginning."""
        raise NotImplementedError

    def _is_new(self, _value: str) -> bool:
        return False

    def _take_typed(self) -> None:
        typed = strip_isolates(self._line.text())
        for piece in _BETWEEN.split(typed):
            if piece.strip():
                self._take(piece.strip())

    def _take(self, typed: str) -> None:
        value = self._meant(typed)
        if not value:
            self.fault(self.tr("“{0}” is not on the list.").format(typed))
            return
        if self.spec.most and value not in self._values and len(self._values) >= self.spec.most:
            most = self.context.show.digits(self.spec.most)
            self.fault(self.tr("No more than {0}.").format(most))
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
        self._line.setFocus()

    def _show(self) -> None:
        chips = []
        for value in self._values:
            label = self._label(value)
            chip = QToolButton(self._frame.inside)
            chip.setProperty("kind", "chip")
            chip.setText(self.context.show.mark + label + "  ✕")
            chip.setToolTip(self.tr("Take {0} away").format(label))
            chip.setAccessibleName(chip.toolTip())
            # Backspace in the field takes the last one away: no stop for Tab at each chip
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            chip.clicked.connect(lambda _=False, v=value: self._drop(v))
            chips.append(chip)
        full = bool(self.spec.most) and len(chips) >= self.spec.most
        self._frame.show_chips(chips, full=full)
        new = [value for value in self._values if self._is_new(value)]
        self.note(
            self.tr("New: {0}. Added to the parties, to be checked.").format(
                self.context.show.names(new)
            )
            if new
            else "",
            "warning",
        )


class CodesEditor(ChipsEditor):
    """Several terms of a vocabulary, typed in either language."""

    def _label(self, value: str) -> str:
        return self.context.label(self.spec.vocabulary, value)

    def _offered(self, typed: str) -> list[str]:
        wanted, lang = fold(typed).strip(), self.context.lang
        begins, within = [], []
        for term in terms().vocabulary(self.spec.vocabulary):
            names = (fold(term.ar), fold(term.en), fold(term.code.replace("_", " ")))
            if any(name.startswith(wanted) for name in names):
                begins.append(term.label(lang))
            elif any(wanted in name for name in names):
                within.append(term.label(lang))
        return (begins + within)[:_OFFERED]

    def _meant(self, typed: str) -> str:
        wanted = fold(typed)
        for term in terms().vocabulary(self.spec.vocabulary):
            if wanted in (fold(term.code), fold(term.ar), fold(term.en)):
                return term.code
        # Enter on a beginning that only one term has
        offered = self._offered(typed)
        return self._meant(offered[0]) if len(offered) == 1 else ""


class PartiesEditor(ChipsEditor):
    """Several parties by their names."""

    def _offered(self, typed: str) -> list[str]:
        return party_names(self.context, typed)

    def _is_new(self, value: str) -> bool:
        return self.context.desk.parties.resolve(value) is None


def party_names(context: Context, typed: str) -> list[str]:
    """Names of parties that a beginning, in either language, may mean."""
    parties = context.desk.parties
    return [parties.name(p.uid, context.lang) for p in parties.complete(typed, limit=_OFFERED)]
