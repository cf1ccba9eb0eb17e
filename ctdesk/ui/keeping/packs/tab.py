"""The tab: other desks and the packs to and from them; and what is in conflict."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.text.show import isolate
from ctdesk.ui import files
from ctdesk.ui.context import Context
from ctdesk.ui.icons import icon
from ctdesk.ui.keeping.packs.conflicts_view import ConflictsView
from ctdesk.ui.keeping.packs.desks_card import DesksCard
from ctdesk.ui.keeping.packs.making import make_pack
from ctdesk.ui.keeping.packs.taking import Taking
from ctdesk.ui.page import Page

_PACK, _CARD = ".ctx", ".ctcard"
_DESK = 2
"""The column that takes the room that is left."""


class PacksTab(Page):
    """Two views, one at a time."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._taking: Taking | None = None
        self.desks, self.conflicts = DesksCard(context, self), ConflictsView(context, self)
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._head = QLabel(self)
        self._head.setProperty("role", "heading")
        self.make_button, self.take_button = QPushButton(self), QPushButton(self)
        self.make_button.setProperty("kind", "primary")
        self.segments = [QPushButton(self) for _ in range(2)]
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.make_button.clicked.connect(lambda: self.make_pack())
        self.take_button.clicked.connect(lambda: self.take_pack())
        for view in (self.desks, self.conflicts):
            view.notice.connect(self.notice)
            view.failed.connect(self.failed)
            view.changed.connect(self.changed)
        self.desks.changed.connect(self._list_packs)
        self.conflicts.opened.connect(self.opened)
        self.conflicts.changed.connect(self._name_segments)
        self.show_view(0)
        self.retranslate()

    def show_view(self, number: int) -> None:
        """Bring the desks and packs (0) or the conflicts (1) to the front."""
        for place, button in enumerate(self.segments):
            button.setChecked(place == number)
        self._stack.setCurrentIndex(number)

    def refresh(self) -> None:
        self.desks.refresh()
        self.conflicts.refresh()
        self._list_packs()
        self._name_segments()

    def make_pack(self, documents: Sequence[str] = (), dossiers: Sequence[str] = ()) -> None:
        """Make a pack for another desk."""
        make_pack(self, documents, dossiers)

    def take_pack(self, path: Path | None = None) -> None:
        """Look at a pack, then merge it or leave it."""
        chosen = [path] if path else files.ask_which(self, self.tr("Pack"), f"*{_PACK}")
        if chosen:
            self._taking = Taking(self, chosen[0])
            self._taking.look()

    @property
    def drop_phrase(self) -> str:
        return self.tr("Take in this pack or key card")

    def take_files(self, files: Sequence[Path]) -> bool:
        known = [path for path in files if path.suffix.lower() in (_PACK, _CARD)]
        for path in known:
            if path.suffix.lower() == _CARD:
                self.desks.add_card(path)
            else:
                self.take_pack(path)
        return len(known) == len(files)

    def focus_first(self) -> None:
        self.make_button.setFocus()

    def may_leave(self) -> bool:
        if self._taking is not None and self._taking.work is not None:
            self._taking.work.wait()
        return True

    def retranslate(self) -> None:
        self.make_button.setText(self.tr("Make a pack…"))
        self.take_button.setText(self.tr("Take in a pack…"))
        self._head.setText(self.tr("Packs"))
        self._nothing.setText(
            self.tr(
                "No pack was made or taken in yet. A pack carries records to another desk on a "
                "stick: encrypted for that desk alone, and signed by this one."
            )
        )
        self.list.setHeaderLabels(
            [
                self.tr("Day"),
                self.tr("Way"),
                self.tr("Desk"),
                self.tr("Documents"),
                self.tr("Up to"),
                self.tr("Officer"),
            ]
        )
        self.list.header().setSectionResizeMode(_DESK, QHeaderView.ResizeMode.Stretch)
        self.list.setAccessibleName(self.tr("Packs, the newest first"))
        self._list_packs()
        self._name_segments()

    def _list_packs(self) -> None:
        show = self.context.show
        try:
            packs = self.context.desk.packs.list()
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.list.clear()
        for pack in packs:
            out = pack.way == "out"
            item = QTreeWidgetItem(
                [
                    show.short_day(pack.at[:10]),
                    self.tr("out") if out else self.tr("in"),
                    isolate(pack.desk) if pack.desk else self.tr("under a passphrase"),
                    show.number(str(pack.counts.get("document", 0))),
                    self.context.label("classification", pack.ceiling),
                    isolate(pack.officer),
                ]
            )
            item.setIcon(1, icon("export" if out else "import", self.context.tokens))
            self.list.addTopLevelItem(item)
        self.list.setVisible(bool(packs))
        self._nothing.setVisible(not packs)

    def _name_segments(self) -> None:
        count = len(self.conflicts.rows)
        self.segments[0].setText(self.tr("Desks and packs"))
        named = self.tr("Conflicts")
        if count:
            named = f"{named} ({self.context.show.number(count)})"
        self.segments[1].setText(named)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        for number, button in enumerate(self.segments):
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.clicked.connect(lambda _=False, n=number: self.show_view(n))
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.take_button)
        head.addWidget(self.make_button)
        card = QFrame(self)
        card.setProperty("card", True)
        right = QVBoxLayout(card)
        right.setContentsMargins(16, 14, 16, 14)
        right.setSpacing(8)
        right.addWidget(self._head)
        right.addWidget(self._nothing)
        right.addWidget(self.list, 1)
        right.addStretch(0)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.desks)
        splitter.addWidget(card)
        splitter.setSizes([400, 700])
        self._stack.addWidget(splitter)
        self._stack.addWidget(self.conflicts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 2, 2)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
