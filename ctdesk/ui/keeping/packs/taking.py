"""A pack is taken in: looked at first, with what differs side by side, then merged or left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.pack_rows import Preview
from ctdesk.domain.errors import CtdeskError
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context
from ctdesk.ui.keeping.packs.values import SideBySide
from ctdesk.ui.language import QT_TRANSLATE_NOOP
from ctdesk.ui.page import Page
from ctdesk.ui.work import Work

_LOOKING = QT_TRANSLATE_NOOP("Packing", "Looking at the pack")
_MERGING = QT_TRANSLATE_NOOP("Packing", "Merging the pack")
_MERGED = QT_TRANSLATE_NOOP("Packing", "Merged: {0} new, {1} changed, {2} in conflict.")
_NUMBERED = QT_TRANSLATE_NOOP("Packing", "{0} provisional numbers became permanent.")
_ASK = QT_TRANSLATE_NOOP("Packing", "Passphrase of the pack:")
_WAYS = (
    ("new", QT_TRANSLATE_NOOP("Packing", "New")),
    ("there", QT_TRANSLATE_NOOP("Packing", "Changed there")),
    ("both", QT_TRANSLATE_NOOP("Packing", "Changed there and here")),
    ("here", QT_TRANSLATE_NOOP("Packing", "Changed here only")),
)
_SHOWN = 500
"""Records listed of each sort; the rest are counted."""


def _tr(phrase: str) -> str:
    return QCoreApplication.translate("Packing", phrase)


class PreviewDialog(QDialog):
    """What a pack would do. Accepted: merge it, with the values that were chosen."""

    def __init__(self, context: Context, told: Preview, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._told = told
        self.setWindowTitle(self.tr("Pack from {0}").format(told.sender))
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tree = self._tree()
        self.cards: list[tuple[str, SideBySide]] = []
        self.tabs.addTab(self.tree, self.tr("Records"))
        if told.conflicts:
            name = self.tr("Conflicts ({0})").format(context.show.number(len(told.conflicts)))
            self.tabs.addTab(self._conflicts(), name)
        box = QDialogButtonBox(self)
        self.go = box.addButton(self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("kind", "primary")
        box.addButton(self.tr("Leave it"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        lead = QLabel(self._lead(), self)
        lead.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(lead)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(box)
        self.resize(860, 560)

    @property
    def choices(self) -> dict[tuple[str, str], str]:
        """(record, field) to the value that was chosen; conflicts left open are not in it."""
        return {(uid, card.field.name): card.chosen for uid, card in self.cards if card.chosen}

    def _lead(self) -> str:
        told, show = self._told, self._context.show
        ceiling = self._context.label("classification", told.ceiling)
        return show.mark + self.tr(
            "Made on {0} by {1}, up to “{2}”. Nothing is merged yet, and a merge deletes nothing."
        ).format(show.short_day(told.made_at[:10]), isolate(told.sender), ceiling)

    def _tree(self) -> QTreeWidget:
        context, show = self._context, self._context.show
        tree = QTreeWidget(self)
        tree.setProperty("kind", "framed")
        tree.setColumnCount(3)
        tree.setHeaderLabels([self.tr("Record"), self.tr("Number"), self.tr("What changed")])
        tree.setAccessibleName(self.tr("Records of the pack"))
        tree.setAlternatingRowColors(True)
        for way, phrase in _WAYS:
            rows = self._told.of(way)
            if not rows:
                continue
            group = QTreeWidgetItem([f"{_tr(phrase)} ({show.number(len(rows))})"])
            tree.addTopLevelItem(group)
            for row in rows[:_SHOWN]:
                kind = context.word(f"record.{row.table}")
                fields = ("، " if context.rtl else ", ").join(each.label for each in row.fields)
                title = f"{show.mark}{kind}: {isolate(row.title)}" if row.title else kind
                item = QTreeWidgetItem([title, show.number(row.number), fields])
                item.setToolTip(0, row.title)
                for each in row.fields:
                    if not each.clashes:
                        change = f"{isolate(each.before)} ← {isolate(each.after)}"
                        if not context.rtl:
                            change = f"{isolate(each.before)} → {isolate(each.after)}"
                        item.addChild(QTreeWidgetItem([each.label, "", change]))
                group.addChild(item)
            group.setExpanded(True)
        tree.setColumnWidth(0, 420)
        tree.setColumnWidth(1, 110)
        return tree

    def _conflicts(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget(area)
        layout = QVBoxLayout(inside)
        layout.setSpacing(10)
        lead = QLabel(
            self.tr("Choose a value, or leave the conflict open: both stay in the history."), inside
        )
        lead.setProperty("role", "muted")
        layout.addWidget(lead)
        for row, field in self._told.conflicts:
            card = SideBySide(self._context, isolate(row.title or row.number), field, inside)
            self.cards.append((row.uid, card))
            layout.addWidget(card)
        layout.addStretch(1)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return area


class Taking:
    """One pack on its way in: looked at on a worker, shown, merged on a worker."""

    def __init__(self, page: Page, path: Path) -> None:
        self._page = page
        self._path = path
        self._passphrase = ""
        self.work: Work | None = None

    def look(self) -> None:
        """Look at the pack; a passphrase is asked for where it needs one."""
        self._run(
            lambda desk, _step: desk.packs.preview(self._path, self._passphrase),
            self._looked,
            _LOOKING,
        )

    def merge(self, choices: dict[tuple[str, str], str]) -> None:
        """Merge it."""
        self._run(
            lambda desk, _step: desk.packs.take(self._path, self._passphrase, choices),
            self._taken,
            _MERGING,
        )

    def _looked(self, told: Preview) -> None:
        dialog = PreviewDialog(self._page.context, told, self._page)
        if dialog.exec():
            self.merge(dialog.choices)

    def _taken(self, told: Preview) -> None:
        page, number = self._page, self._page.context.show.number
        page.context.desk.parties.forget()
        changed = len(told.of("there")) + len(told.of("both"))
        counts = (len(told.of("new")), changed, len(told.conflicts))
        said = _tr(_MERGED).format(*(number(count) for count in counts))
        if told.numbered:
            said += " " + _tr(_NUMBERED).format(number(len(told.numbered)))
        page.notice.emit(said)
        page.changed.emit()
        page.refresh()

    def _failed(self, error: CtdeskError) -> None:
        if error.code == "pack_needs_passphrase":
            typed, given = QInputDialog.getText(
                self._page, self._path.name, _tr(_ASK), QLineEdit.EchoMode.Password
            )
            if given and typed:
                self._passphrase = typed
                self.look()
            return
        self._page.failed.emit(error)

    def _run(self, act: Callable[..., Any], then: Callable[[Any], None], phrase: str) -> None:
        work = Work(self._page.context.desk, act, self._page)
        work.finished_with.connect(then)
        work.failed.connect(self._failed)
        self._page.working.emit(work, _tr(phrase))
        self.work = work
        work.start()
