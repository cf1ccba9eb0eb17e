"""The questions before a decision: why a name is excluded; who confirms it as the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.ui.context import Context
from ctdesk.ui.screening.signing import SigningDialog

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import MatchRow
    from ctdesk.domain.records import Officer

_ROLE = QDialogButtonBox.ButtonRole


class ExcludeDialog(QDialog):
    """Asks for the reason; the usual ones are offered, a figure takes one."""

    def __init__(self, context: Context, parent: QWidget, row: MatchRow) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("It is somebody else"))
        self.setMinimumWidth(480)
        self.reasons = QListWidget(self)
        self.reasons.setAccessibleName(self.tr("Usual reasons"))
        terms = context.desk.vocabulary("exclusion_reason")
        for place, term in enumerate(terms, start=1):
            words = term.label(context.lang)
            self.reasons.addItem(f"{context.show.number(place)}  {words}")
        self._words = [term.label(context.lang) for term in terms]
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("The reason, in your own words or one of these"))
        self.reason.setAccessibleName(self.tr("Reason"))
        buttons = QDialogButtonBox(self)
        self.go = buttons.addButton(self.tr("Exclude"), _ROLE.AcceptRole)
        self.go.setDefault(True)
        self.go.setProperty("kind", "primary")
        self.go.setEnabled(False)
        buttons.addButton(self.tr("Cancel"), _ROLE.RejectRole).setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.reason.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.reason.textEdited.connect(self._typed)
        self.reasons.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.reasons.currentRowChanged.connect(self._take)
        self.reasons.itemDoubleClicked.connect(lambda _item: self.accept())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(_about(context, row, self))
        layout.addWidget(self.reasons)
        layout.addWidget(self.reason)
        layout.addWidget(buttons)
        rows = self.reasons.sizeHintForRow(0) * self.reasons.count()
        self.reasons.setFixedHeight(rows + 2 * self.reasons.frameWidth() + 2)
        # a list that has the focus takes its first row by itself: nobody chose that reason
        self.reason.setFocus()

    def _take(self, place: int) -> None:
        self.reason.setText(self._words[place])

    def _typed(self, text: str) -> None:
        """A figure alone means one of the usual reasons."""
        # int() reads the figures of an Arabic keyboard as well
        if len(text) == 1 and text.isdigit() and 0 < int(text) <= len(self._words):
            self.reasons.setCurrentRow(int(text) - 1)
            self._take(int(text) - 1)


class ConfirmDialog(SigningDialog):
    """Asks who confirms as the second officer: one who stands by, or one who does it later.

    Where another officer confirmed already, this officer is the second and is asked for a yes.
    """

    def __init__(self, context: Context, parent: QWidget, row: MatchRow) -> None:
        super().__init__(context, parent)
        self._row = row
        self._second = row.waits_for_second
        self.setWindowTitle(self.tr("It is the listed one"))
        self.setMinimumWidth(480)
        self.here = QRadioButton(self.tr("A colleague is here and confirms it now"), self)
        self.later = QRadioButton(self.tr("It waits for the second officer"), self)
        self.reason = QLineEdit(self)
        self.go.setText(self.tr("Confirm"))
        self.go.clicked.connect(self.submit)
        self.leave.setText(self.tr("Cancel"))
        self._choose_who(self._colleagues())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(_about(context, row, self))
        self._lay_out(layout)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)

    def submit(self) -> None:
        """Confirm, alone or with the colleague whose passphrase was written."""
        here = self.here.isChecked() and not self._second
        slot = str(self.officers.currentData() or "") if here else ""
        words, reason = self.passphrase.text() if here else "", self.reason.text().strip()
        uid = self._row.match.uid
        if here and not words:
            self.say(self.tr("The colleague writes their own passphrase."))
            return
        self.attempt(lambda desk: desk.screening.decisions.confirm(uid, slot, words, reason=reason))

    def _colleagues(self) -> list[Officer]:
        document = self._row.document
        degree = document.classification if document is not None else ""
        return list(self.context.desk.approvals.seconds(degree))

    def _choose_who(self, colleagues: list[Officer]) -> None:
        self.offer(colleagues)
        alone = not self.officers.count()
        self.here.setChecked(not alone)
        self.later.setChecked(alone)
        self.here.setEnabled(not alone)
        for widget in (self.officers, self.passphrase):
            widget.setEnabled(not alone)
            self.here.toggled.connect(widget.setEnabled)

    def _lay_out(self, layout: QVBoxLayout) -> None:
        self.officers.setAccessibleName(self.tr("Second officer"))
        self.passphrase.setAccessibleName(self.tr("Their passphrase"))
        self.reason.setAccessibleName(self.tr("What it rests on"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        if self._second:
            by = self.tr("{0} confirmed it first; you are the second officer.")
            line = QLabel(by.format(f"\u2068{self._row.by}\u2069"), self)
            line.setWordWrap(True)
            layout.addWidget(line)
            for widget in (self.here, self.later, self.officers, self.passphrase):
                widget.hide()
        else:
            lead = QLabel(self.tr("Two officers confirm a name. Who is the second?"), self)
            lead.setProperty("role", "muted")
            layout.addWidget(lead)
            form.addRow(self.here)
            form.addRow(self.tr("Second officer"), self.officers)
            form.addRow(self.tr("Their passphrase"), self.passphrase)
            form.addRow(self.later)
        form.addRow(self.tr("What it rests on"), self.reason)
        layout.addLayout(form)
        (self.passphrase if self.here.isChecked() and not self._second else self.go).setFocus()


def _about(context: Context, row: MatchRow, parent: QWidget) -> QLabel:
    """The name and the entry that the question is about."""
    show = context.show
    entry = row.entry.name_original if context.rtl and row.entry.name_original else row.entry.name
    label = QLabel(show.joined(row.match.name, entry, row.entry.reference, between="  ←  "), parent)
    if not context.rtl:
        label.setText(show.joined(row.match.name, entry, row.entry.reference, between="  →  "))
    label.setProperty("role", "heading")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
