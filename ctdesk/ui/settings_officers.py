"""Who works at this desk, with role and clearance: added, changed, let go."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Officer
from ctdesk.domain.terms import terms
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import Retranslated
from ctdesk.ui.settings_colleagues import ColleaguesForm

_NAMES = ("title_ar", "title_en", "name_ar", "name_en")
_VOCABULARIES = {"role": "role", "clearance": "classification"}
_ROWS_SHOWN = 3


class OfficerForm(Retranslated, QDialog):
    """Name, title, role and clearance of one officer; what the rules refuse is said here."""

    def __init__(self, context: Context, officer: Officer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._officer = context, officer
        self.names = {name: QLineEdit(getattr(officer, name), self) for name in _NAMES}
        self.choices = {name: Choice(self) for name in _VOCABULARIES}
        self.save_button, self.leave = QPushButton(self), QPushButton(self)
        self._told = QLabel(self)
        self._told.setProperty("role", "danger")
        self._told.setWordWrap(True)
        self._labels = {name: QLabel(self) for name in (*_NAMES, *_VOCABULARIES)}
        self._lay_out()
        self.save_button.clicked.connect(self.save)
        self.leave.clicked.connect(self.reject)
        self.retranslate()

    def save(self) -> None:
        """Write what was changed; stays open when a rule is against it."""
        given = {name: field.text().strip() for name, field in self.names.items()}
        given |= {name: str(box.currentData()) for name, box in self.choices.items()}
        changed = {n: v for n, v in given.items() if v != getattr(self._officer, n)}
        try:
            if changed:
                self._context.desk.officers.edit(self._officer.uid, **changed)
        except CtdeskError as error:
            self._told.setText(self._context.show.mark + error.message(self._context.lang))
            return
        self.accept()

    def retranslate(self) -> None:
        context = self._context
        self.setWindowTitle(self.tr("Change an officer"))
        fields: dict[str, QWidget] = {**self.names, **self.choices}
        for name, field in fields.items():
            text = context.field("officer", name)
            self._labels[name].setText(text)
            field.setAccessibleName(text)
        for name, box in self.choices.items():
            offered = terms().vocabulary(_VOCABULARIES[name])
            rows = ((term.label(context.lang), term.code, ()) for term in offered)
            box.offer(rows, box.currentData() or getattr(self._officer, name))
        self.save_button.setText(self.tr("Save"))
        self.leave.setText(self.tr("Cancel"))
        own = self._officer.uid == context.desk.officer.uid
        reason = self.tr("Nobody raises their own role or clearance.") if own else ""
        reason = reason or context.desk.why_not("clearance")
        for box in self.choices.values():
            box.setEnabled(own or not reason)
            box.setToolTip(reason)

    def _lay_out(self) -> None:
        self.setMinimumWidth(520)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(18)
        fields: dict[str, QWidget] = {**self.names, **self.choices}
        for name, field in fields.items():
            self._labels[name].setBuddy(field)
            form.addRow(self._labels[name], field)
            if isinstance(field, QLineEdit):
                rtl = name.endswith("_ar")
                field.setLayoutDirection(
                    Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
                )
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addLayout(form)
        layout.addWidget(self._told)
        layout.addLayout(foot)


class OfficersField(Retranslated, QWidget):
    """The table of officers and what may be done with it; greyed with the reason."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._officers: list[Officer] = []
        self.table = QTableWidget(0, 3, self)
        self.add, self.edit, self.let_go = (QPushButton(self) for _ in range(3))
        self._why, self._rules = QLabel(self), QLabel(self)
        for label in (self._why, self._rules):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
        for button, act in (
            (self.add, self.ask),
            (self.edit, self.change),
            (self.let_go, self.part_with),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        self._lay_out()
        self.retranslate()

    @property
    def chosen(self) -> Officer | None:
        """The officer whose row is chosen."""
        row = self.table.currentRow()
        return self._officers[row] if 0 <= row < len(self._officers) else None

    def ask(self) -> None:
        """Open the form for a new officer; it stays open where something won't do."""
        dialog = QDialog(self)
        dialog.setWindowTitle(self.add.text())
        dialog.setMinimumWidth(560)
        form = ColleaguesForm(self._context, dialog)
        told = QLabel(dialog)
        told.setProperty("role", "danger")
        told.setWordWrap(True)
        form.failed.connect(lambda error: told.setText(error.message(self._context.lang)))
        form.said.connect(self.said)
        form.said.connect(lambda _said: dialog.accept())
        column = QVBoxLayout(dialog)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(form)
        column.addWidget(told)
        dialog.exec()
        self.retranslate()

    def change(self) -> None:
        """Change the chosen officer."""
        officer = self.chosen
        if officer is not None and OfficerForm(self._context, officer, self).exec():
            self.said.emit(self.tr("Saved."))
        self.retranslate()

    def part_with(self) -> None:
        """Let the chosen officer go, after a question."""
        officer = self.chosen
        if officer is None or not self._sure(officer):
            return
        try:
            self._context.desk.officers.let_go(officer.uid)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        said = self.tr("{0} opens this desk no more. The name stays in the history.")
        self.said.emit(said.format(f"\u2068{self._called(officer)}\u2069"))
        self.retranslate()

    def retranslate(self) -> None:
        context, row = self._context, max(0, self.table.currentRow())
        self._officers = list(context.desk.officers.list())
        heads = [self.tr("Officer"), *(context.field("officer", n) for n in _VOCABULARIES)]
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setAccessibleName(self.tr("Officers of this desk"))
        self.table.setRowCount(len(self._officers))
        for place, officer in enumerate(self._officers):
            for column, text in enumerate(self._cells(officer)):
                self.table.setItem(place, column, QTableWidgetItem(text))
        self.table.setCurrentCell(min(row, len(self._officers) - 1), 0)
        self.add.setText(self.tr("Add an officer…"))
        self.edit.setText(self.tr("Change…"))
        self.let_go.setText(self.tr("Let go…"))
        why = context.desk.why_not("officers")
        self._why.setText(context.show.mark + why)
        self._why.setVisible(bool(why))
        self.add.setEnabled(not why)
        self._rules.setText(
            self.tr(
                "Role and clearance are rules of the house against mistakes: on one encrypted file"
                " they are no lock against somebody who holds a passphrase of the desk."
            )
        )
        self._grey()

    def _grey(self) -> None:
        officer = self.chosen
        own = officer is not None and officer.uid == self._context.desk.officer.uid
        why = self._context.desk.why_not("officers")
        self.edit.setEnabled(officer is not None and (own or not why))
        self.let_go.setEnabled(officer is not None and not own and not why)
        for button in (self.edit, self.let_go):
            button.setToolTip("" if button.isEnabled() else why)

    def _sure(self, officer: Officer) -> bool:
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        asked = self.tr("Let {0} go? Their passphrase opens this desk no more.")
        box.setText(asked.format(f"\u2068{self._called(officer)}\u2069"))
        box.setInformativeText(self.tr("Backups made until now still open with it."))
        go = box.addButton(self.tr("Let go"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is go

    def _cells(self, officer: Officer) -> tuple[str, str, str]:
        lang = self._context.lang
        return (
            self._called(officer),
            *(
                terms().term(vocabulary, getattr(officer, name)).label(lang)
                for name, vocabulary in _VOCABULARIES.items()
            ),
        )  # type: ignore[return-value]

    def _called(self, officer: Officer) -> str:
        arabic = (officer.name_ar or officer.name_en, officer.title_ar or officer.title_en)
        english = (officer.name_en or officer.name_ar, officer.title_en or officer.title_ar)
        parts = arabic if self._context.rtl else english
        return " · ".join(dict.fromkeys(filter(None, parts))) or officer.slot

    def _lay_out(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            table.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.ResizeToContents
            )
        table.setTabKeyNavigation(False)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        row = table.verticalHeader().defaultSectionSize()
        table.setMinimumHeight(head.sizeHint().height() + row * _ROWS_SHOWN)
        table.currentCellChanged.connect(lambda *_cells: self._grey())
        line = QHBoxLayout()
        for button in (self.add, self.edit, self.let_go):
            line.addWidget(button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(table, 1)
        layout.addLayout(line)
        layout.addWidget(self._why)
        layout.addWidget(self._rules)
