"""A list of names that leaves: its title and degree; one of its rows; the list a name joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import NameListRow
    from ctdesk.domain.records import NameRow

_ROLE = QDialogButtonBox.ButtonRole
_NEW = ""


@dataclass(frozen=True)
class Written:
    """What a row says."""

    name: str
    name_other: str = ""
    entry: str = ""
    basis: str = ""
    detail: str = ""


class OutDialog(QDialog):
    """A form with a yes and a no."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(520)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        buttons = QDialogButtonBox(self)
        self.go = buttons.addButton("", _ROLE.AcceptRole)
        self.go.setDefault(True)
        self.go.setProperty("kind", "primary")
        self._leave = buttons.addButton(self.tr("Cancel"), _ROLE.RejectRole)
        self._leave.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 14)
        self.column.setSpacing(12)
        self.column.addLayout(self.form)
        self.column.addWidget(buttons)

    def name(self, title: str, yes: str) -> None:
        """What the dialog is about, and the word on its button."""
        self.setWindowTitle(title)
        self.go.setText(yes)

    def add_row(self, label: str, field: QWidget) -> None:
        """Add a field below the others and before the buttons, by keyboard too."""
        field.setAccessibleName(label)
        self.form.addRow(label, field)
        self.setTabOrder(field, self.go)
        self.setTabOrder(self.go, self._leave)

    def need(self, field: QLineEdit) -> None:
        """Nothing goes without this field."""
        field.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.go.setEnabled(bool(field.text().strip()))


class NewListDialog(OutDialog):
    """Asks for the title and the degree of a list of names, and whose annex it is."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.name(self.tr("A list of names"), self.tr("Begin"))
        self.title, self.degree, self.opinion = QLineEdit(self), Choice(self), Choice(self)
        desk = context.desk
        self.degree.offer(
            [
                (term.label(context.lang), term.code, ())
                for term in desk.vocabulary("classification")
            ],
            "restricted",
        )
        drafts = [row for row in desk.opinions.list().rows if row.state not in _DONE]
        self.opinion.offer(
            [(self.tr("of none: it leaves by itself"), "", ())]
            + [(row.title, row.uid, ()) for row in drafts]
        )
        self.add_row(context.field("name_list", "title"), self.title)
        self.add_row(context.field("name_list", "classification"), self.degree)
        self.add_row(context.field("name_list", "document"), self.opinion)
        self.need(self.title)


class RowDialog(OutDialog):
    """One row: the name in both scripts, the entry, the legal basis."""

    def __init__(
        self, context: Context, parent: QWidget, row: NameRow | None, bases: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self.name(self.tr("A row of the list"), self.tr("Write"))
        self._context = context
        self.fields = {
            key: QLineEdit(getattr(row, key) if row else "", self)
            for key in ("name", "name_other", "detail")
        }
        self.reference, self.basis = QLineEdit(self), Choice(self)
        self.basis.setEditable(True)
        self.basis.offer([(text, text, ()) for text in dict.fromkeys(bases) if text])
        self.basis.setEditText(row.basis if row else (bases[-1] if bases else ""))
        self._entry = row.entry if row else ""
        self._said = QLabel(self)
        self._said.setProperty("role", "muted")
        self._said.setWordWrap(True)
        if self._entry:
            entries = context.desk.screening.entries.rows([self._entry])
            self.reference.setText(entries[self._entry].reference if entries else "")
        self.add_row(context.field("name_row", "name"), self.fields["name"])
        self.add_row(context.field("name_row", "name_other"), self.fields["name_other"])
        self.add_row(context.field("name_row", "entry"), self.reference)
        self.form.addRow("", self._said)
        self.add_row(context.field("name_row", "basis"), self.basis)
        self.add_row(context.field("name_row", "detail"), self.fields["detail"])
        self.reference.setPlaceholderText(self.tr("Reference number; may stay empty"))
        self.reference.textChanged.connect(self._look_up)
        self.need(self.fields["name"])
        self._nothing = self.tr("No entry has this reference.")
        self._look_up(self.reference.text())

    @property
    def written(self) -> Written:
        """What the row says now."""
        words = {key: field.text().strip() for key, field in self.fields.items()}
        return Written(entry=self._entry, basis=self.basis.currentText().strip(), **words)

    def _look_up(self, typed: str) -> None:
        """Which entry has this reference."""
        rows = self._context.desk.screening.entries.list(typed, delisted=None, limit=20).rows
        exact = [row for row in rows if row.reference.casefold() == typed.strip().casefold()]
        self._entry = exact[0].uid if exact and typed.strip() else ""
        show = self._context.show
        self._said.setText(
            show.joined(exact[0].name, exact[0].name_original)
            if self._entry
            else (self._nothing if typed.strip() else "")
        )


class JoinDialog(OutDialog):
    """Which list of names a name joins, and on which legal basis."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        about: str,
        lists: Sequence[NameListRow],
        basis: str,
    ) -> None:
        super().__init__(parent)
        self.name(self.tr("Put on a list of names"), self.tr("Put on the list"))
        self.lists, self.title, self.basis = Choice(self), QLineEdit(self), QLineEdit(basis, self)
        self.lists.offer(
            [(each.record.title, each.record.uid, ()) for each in lists]
            + [(self.tr("A new list"), _NEW, ())],
            lists[0].record.uid if lists else _NEW,
        )
        lead = QLabel(about, self)
        lead.setWordWrap(True)
        lead.setProperty("role", "heading")
        self.column.insertWidget(0, lead)
        self.add_row(self.tr("List of names"), self.lists)
        self.add_row(context.field("name_list", "title"), self.title)
        self.add_row(context.field("name_row", "basis"), self.basis)
        self.lists.currentIndexChanged.connect(lambda _at: self._grey())
        self.title.textChanged.connect(lambda _text: self._grey())
        self._grey()

    @property
    def list_uid(self) -> str:
        """The list that is joined; "" for a new one."""
        return str(self.lists.currentData() or _NEW)

    def _grey(self) -> None:
        self.title.setEnabled(self.list_uid == _NEW)
        self.go.setEnabled(self.list_uid != _NEW or bool(self.title.text().strip()))


_DONE = ("issued", "superseded", "amended")
