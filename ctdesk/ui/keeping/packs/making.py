"""A pack is made: for whom, of what, up to which classification; written beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.pack_rows import PackMade
from ctdesk.desk.packs import Chosen
from ctdesk.domain.classification import LEVELS, cleared
from ctdesk.text.show import isolate
from ctdesk.ui import files
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import QT_TRANSLATE_NOOP
from ctdesk.ui.page import Page
from ctdesk.ui.work import Work

_UID = Qt.ItemDataRole.UserRole
_MADE = QT_TRANSLATE_NOOP("Packing", "The pack lies at {0}: {1} documents, seal {2}.")
_LEFT = QT_TRANSLATE_NOOP("Packing", "{0} stayed here, being above the ceiling.")
_LOST = QT_TRANSLATE_NOOP("Packing", "{0} files are lost on this desk and did not go along.")
_MAKING = QT_TRANSLATE_NOOP("Packing", "Making the pack")


class PackDialog(QDialog):
    """What goes, to whom. `documents` were chosen on a list already."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        documents: Sequence[str] = (),
        dossiers: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._documents = tuple(documents)
        self.setWindowTitle(self.tr("Make a pack"))
        self.to, self.ceiling, self.second = Choice(self), Choice(self), Choice(self)
        self.passphrase, self.second_passphrase = QLineEdit(self), QLineEdit(self)
        self.dossiers = QListWidget(self)
        self.dossiers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lists, self.everything = QCheckBox(self), QCheckBox(self)
        self._fill(dossiers)
        box = QDialogButtonBox(self)
        self.go = box.addButton(self.tr("Make the pack…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("kind", "primary")
        box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self._lay_out(box)
        self.to.currentIndexChanged.connect(lambda _place: self._grey())
        self.everything.toggled.connect(lambda _on: self._grey())
        self.dossiers.itemChanged.connect(lambda _item: self._grey())
        for line in (self.passphrase, self.second_passphrase):
            line.textChanged.connect(lambda _text: self._grey())
        self._grey()

    @property
    def chosen(self) -> Chosen:
        """What goes."""
        items = (self.dossiers.item(place) for place in range(self.dossiers.count()))
        return Chosen(
            documents=self._documents,
            dossiers=[i.data(_UID) for i in items if i.checkState() == Qt.CheckState.Checked],
            everything=self.everything.isChecked(),
            lists=self.lists.isChecked(),
        )

    @property
    def how(self) -> dict[str, Any]:
        """To whom and up to which classification, as `Packs.out` wants it."""
        second = None
        if self.everything.isChecked():
            second = (self.second.currentData() or "", self.second_passphrase.text())
        device = self.to.currentData()
        return {
            "to": device,
            "ceiling": self.ceiling.currentData(),
            "passphrase": "" if device else self.passphrase.text(),
            "second": second,
        }

    @property
    def name(self) -> str:
        """What the file may be called."""
        stamp = date.today().isoformat()  # noqa: DTZ011 - the day on the officer's wall
        return f"{self.to.currentText() if self.to.currentData() else 'pack'} {stamp}.ctx"

    def _fill(self, dossiers: Sequence[str]) -> None:
        context = self._context
        for row in context.desk.desks.list():
            if row.trusted:
                self.to.addItem(row.name, row.device)
        self.to.addItem(self.tr("A desk without a card here: under a passphrase"), "")
        for level in LEVELS[: cleared(context.desk.officer.clearance) + 1]:
            self.ceiling.addItem(context.label("classification", level), level)
        self.ceiling.setCurrentIndex(max(0, self.ceiling.findData("secret")))
        for dossier in context.desk.dossiers.list():
            titles = (dossier.title_ar, dossier.title_en)
            title = next(filter(None, titles if context.rtl else titles[::-1]), "")
            code = isolate(dossier.code)
            item = QListWidgetItem(f"{context.show.mark}{code} \u00b7 {isolate(title)}")
            item.setData(_UID, dossier.uid)
            item.setToolTip(title)
            on = dossier.uid in dossiers
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.dossiers.addItem(item)
        # whether one is cleared for the ceiling that is chosen below, the Desk says
        for officer in context.desk.approvals.seconds("open"):
            if officer.slot:
                self.second.addItem(context.officer_name(officer), officer.slot)
        self.lists.setText(self.tr("Also the entries of the sanctions lists"))
        self.everything.setText(self.tr("Everything (a second officer must agree)"))
        for line in (self.passphrase, self.second_passphrase):
            line.setEchoMode(QLineEdit.EchoMode.Password)

    def _grey(self) -> None:
        everything, bearer = self.everything.isChecked(), not self.to.currentData()
        self._form.setRowVisible(self.passphrase, bearer)
        self._form.setRowVisible(self.second, everything)
        self._form.setRowVisible(self.second_passphrase, everything)
        self.dossiers.setEnabled(not everything)
        chosen = self.chosen
        some = bool(chosen.documents or chosen.dossiers or everything or chosen.lists)
        closed = not bearer or bool(self.passphrase.text())
        agreed = not everything or bool(self.second_passphrase.text() and self.second.count())
        self.go.setEnabled(some and closed and agreed)

    def _lay_out(self, box: QDialogButtonBox) -> None:
        lead = QLabel(
            self.tr(
                "With a document go its files, comments, opinions' revisions and whole history. "
                "Nobody but the receiving desk can read the pack."
            ),
            self,
        )
        lead.setWordWrap(True)
        lead.setProperty("role", "muted")
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("For"), self.to)
        form.addRow(self.tr("Passphrase of the pack"), self.passphrase)
        form.addRow(self.tr("Up to the degree"), self.ceiling)
        if self._documents:
            count = self.tr("%n document(s) chosen", "", len(self._documents))
            form.addRow(self.tr("Documents"), QLabel(self._context.show.digits(count), self))
        form.addRow(self.tr("Dossiers"), self.dossiers)
        form.addRow("", self.lists)
        form.addRow("", self.everything)
        form.addRow(self.tr("Second officer"), self.second)
        form.addRow(self.tr("Their passphrase"), self.second_passphrase)
        for field, name in (
            (self.to, self.tr("For")),
            (self.ceiling, self.tr("Up to the degree")),
            (self.dossiers, self.tr("Dossiers")),
        ):
            field.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(lead)
        layout.addLayout(form)
        layout.addWidget(box)
        self.resize(620, 520)


def make_pack(
    page: Page, documents: Sequence[str] = (), dossiers: Sequence[str] = ()
) -> Work | None:
    """Ask what goes to whom and where the file is to lie, then write it beside the window."""
    dialog = PackDialog(page.context, page, documents, dossiers)
    if not dialog.exec():
        return None
    target = files.ask_where(page, dialog.name)
    if target is None:
        return None
    if target.suffix.lower() != ".ctx":
        target = target.with_name(f"{target.name}.ctx")
    return write_pack(page, target, dialog.chosen, dialog.how)


def write_pack(page: Page, target: Path, chosen: Chosen, how: dict[str, Any]) -> Work:
    """Write a pack beside the window; what came of it is told on the page."""
    work = Work(
        page.context.desk,
        lambda desk, step: desk.packs.out(target, chosen, **how, progress=step),
        page,
    )
    work.finished_with.connect(lambda made: _tell(page, made))
    work.failed.connect(page.failed)
    page.working.emit(work, _tr(_MAKING))
    work.start()
    return work


def _tell(page: Page, made: PackMade) -> None:
    show = page.context.show
    count = show.number(str(made.counts.get("document", 0)))
    told = [_tr(_MADE).format(isolate(made.path), count, isolate(made.seal))]
    for phrase, number in ((_LEFT, made.left_out), (_LOST, made.lost)):
        if number:
            told.append(_tr(phrase).format(show.number(str(number))))
    page.notice.emit(" ".join(told))
    page.changed.emit()
    page.refresh()


def _tr(phrase: str) -> str:
    return QCoreApplication.translate("Packing", phrase)
