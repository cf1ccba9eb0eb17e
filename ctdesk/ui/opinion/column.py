"""The page that is written on: a column of blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from ctdesk.domain.blocks import Block, BlockKind, Source
from ctdesk.domain.terms import Language
from ctdesk.ui.context import Context
from ctdesk.ui.opinion.block_editor import BlockEditor, View
from ctdesk.ui.opinion.draft import Draft, new_block
from ctdesk.ui.opinion.writing import WritingField

_MARGINS = (2, 4, 2, 24)
_WHERE_IT_WAS = -1
_WIDEST = 800
"""Pixels: lines longer than that are hard to follow; twins side by side may take more."""
_KINDS: tuple[BlockKind, ...] = ("paragraph", "heading", "article", "note")


class BlockColumn(QScrollArea):
    """Shows a `Draft` and carries every key and click on a block into it."""

    edited = Signal()
    """The draft changed."""
    source_chosen = Signal(object)
    """A marker was clicked: its passage is wanted."""
    current_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.draft = Draft()
        self.frozen = False
        self.view: View = "ar" if context.rtl else "en"
        self._editors: dict[str, BlockEditor] = {}
        self._current = self._marked = ""
        self.setWidgetResizable(True)
        # the blocks take the keyboard, not the frame around them
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._paper = QWidget(self)
        self._paper.setProperty("paper", True)
        self._column = QVBoxLayout(self._paper)
        self._column.setContentsMargins(*_MARGINS)
        self._column.setSpacing(3)
        self._column.addStretch(1)
        self.setWidget(self._paper)

    @property
    def current(self) -> str:
        """Uid of the block that was last written in."""
        if self._current in self._editors:
            return self._current
        return self.draft.blocks[0].uid

    def editor(self, uid: str) -> BlockEditor:
        return self._editors[uid]

    def open(self, blocks: Sequence[Block], *, frozen: bool) -> None:
        """Begin on these blocks; a frozen text is read only."""
        self.draft = Draft(blocks)
        self.frozen = frozen
        self._current = ""
        self._show()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        left, top, right, bottom = _MARGINS
        widest = _WIDEST * 2 if self.view == "both" else _WIDEST
        spare = max(0, self.viewport().width() - widest) // 2
        self._column.setContentsMargins(left + spare, top, right + spare, bottom)

    def set_view(self, view: View) -> None:
        """Show Arabic, English, or the twins side by side."""
        self.view = view
        self._set_margins()
        self._show()

    def add(self, kind: BlockKind = "paragraph") -> None:
        """A new block below the current one."""
        if not self.frozen:
            added = self.draft.insert_after(self.current, new_block(kind))
            self._changed(added.uid)

    def cite(self, source: Source) -> bool:
        """Let the current block stand on a passage; False when it does already."""
        if self.frozen or not self.draft.cite(self.current, source):
            return False
        self._changed()
        return True

    def undo(self, back: bool = True) -> None:
        """Take the last step back, or a step back again, and go where it was made."""
        before = self.draft.blocks
        if not self.frozen and (self.draft.undo() if back else self.draft.redo()):
            self._changed(self.draft.changed_since(before) or self.current)

    def retranslate(self) -> None:
        for editor in self._editors.values():
            editor.retranslate()

    def _show(self) -> None:
        leads, markers = self.draft.leads(), self.draft.markers()
        wanted = {block.uid for block in self.draft.blocks}
        for uid in [uid for uid in self._editors if uid not in wanted]:
            gone = self._editors.pop(uid)
            self._marked = "" if uid == self._marked else self._marked
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, block in enumerate(self.draft.blocks):
            editor = self._editors.get(block.uid) or self._made(block)
            if self._column.indexOf(editor) != place:
                self._column.insertWidget(place, editor)
            editor.show_block(block, leads[block.uid], markers, self.view, frozen=self.frozen)
            editor.show()
        self._mark_current()

    def _made(self, block: Block) -> BlockEditor:
        # a block without a uid could not be shown: it is none of ours
        editor = BlockEditor(self._context, replace(block, uid=block.uid), self._paper)
        editor.edited.connect(self._written)
        editor.entered.connect(self._entered)
        editor.pasted.connect(self._pasted)
        editor.joined.connect(self._joined)
        editor.moved.connect(self._moved)
        editor.stepped.connect(self._stepped)
        editor.undone.connect(self.undo)
        editor.focused.connect(self._focused)
        editor.source_chosen.connect(self.source_chosen)
        editor.source_dropped.connect(self._dropped)
        editor.menu_wanted.connect(self._offer)
        self._editors[block.uid] = editor
        return editor

    def _written(self, uid: str, fields: dict[str, str]) -> None:
        self.draft.change(uid, **fields)
        self._show()
        self._keep_in_view()
        self.edited.emit()

    def _entered(self, uid: str, language: Language, at: int) -> None:
        self._changed(self.draft.split(uid, language, at).uid, 0)

    def _pasted(self, uid: str, language: Language, at: int, found: list[str]) -> None:
        last, caret = self.draft.paste(uid, language, at, found)
        self._changed(last.uid, caret)

    def _joined(self, uid: str, language: Language) -> None:
        joint = self.draft.join_above(uid)
        if joint is not None:
            self._changed(joint[0], joint[1][language])

    def _moved(self, uid: str, step: int) -> None:
        if not self.frozen and self.draft.move(uid, step):
            self._changed(uid, _WHERE_IT_WAS)

    def _stepped(self, uid: str, step: int) -> None:
        at = self.draft.position(uid) + step
        if 0 <= at < len(self.draft.blocks):
            target = self.draft.blocks[at].uid
            self._editors[target].write(self._editors[uid].language, None if step < 0 else 0)

    def _focused(self, uid: str) -> None:
        if uid != self._current:
            self._current = uid
            self._mark_current()
            self.current_changed.emit()
        self._keep_in_view()

    def _mark_current(self) -> None:
        """The block that a cited passage will go to stands on a ground of its own."""
        current = "" if self.frozen else self.current
        if current == self._marked:
            return
        for uid in (self._marked, current):
            if uid in self._editors:
                self._editors[uid].set_current(uid == current)
        self._marked = current

    def _keep_in_view(self) -> None:
        # once the layout has settled: a field that grew is not yet where it will be
        QTimer.singleShot(0, self, self._show_caret)

    def _show_caret(self) -> None:
        field = self._field_in_focus()
        if field is not None:
            at = field.viewport().mapTo(self._paper, field.cursorRect().center())
            self.ensureVisible(at.x(), at.y(), 0, 40)
        elif self.current in self._editors:
            self.ensureWidgetVisible(self._editors[self.current], 0, 0)

    def _field_in_focus(self) -> WritingField | None:
        widget = QApplication.focusWidget()
        inside = isinstance(widget, WritingField) and self.isAncestorOf(widget)
        return widget if inside else None  # type: ignore[return-value]

    def _dropped(self, uid: str, source: Source) -> None:
        self.draft.drop_source(uid, source)
        self._changed()

    def _changed(self, uid: str = "", at: int | None = None) -> None:
        """Show what was done and put the caret into a block: at its end unless `at` says where."""
        editor, field = self._editors.get(self.current), self._field_in_focus()
        language = editor.language if editor else None
        caret = field.caret() if field else None
        self._show()
        if uid in self._editors:
            self._editors[uid].write(language, caret if at == _WHERE_IT_WAS else at)
        self._keep_in_view()
        self.edited.emit()

    def _offer(self, uid: str) -> None:
        """The menu of a block: its kind, its place, its end."""
        menu = QMenu(self)
        block = self.draft.block(uid)
        for kind in _KINDS:
            entry = menu.addAction(self._context.label("block_kind", kind))
            entry.setCheckable(True)
            entry.setChecked(block.kind == kind)
            entry.triggered.connect(lambda _=False, k=kind: self._set_kind(uid, k))
        menu.addSeparator()
        self._entry(menu, self.tr("Move up"), "Alt+Up", lambda: self._moved(uid, -1))
        self._entry(menu, self.tr("Move down"), "Alt+Down", lambda: self._moved(uid, 1))
        self._entry(menu, self.tr("Add an article row below"), "", lambda: self._below(uid))
        for source, number in self.draft.markers().items():
            if source in block.sources:
                text = self.tr("Take source {0} away").format(self._context.show.digits(number))
                self._entry(menu, text, "", lambda s=source: self._dropped(uid, s))
        self._entry(menu, self.tr("Remove the block"), "", lambda: self._removed(uid))
        handle = self._editors[uid].handle
        menu.exec(handle.mapToGlobal(QPoint(0, handle.height())))

    def _entry(self, menu: QMenu, text: str, keys: str, act: object) -> QAction:
        entry = menu.addAction(text + (f"\t{keys}" if keys else ""))
        entry.triggered.connect(lambda _=False: act())  # type: ignore[operator]
        return entry

    def _set_kind(self, uid: str, kind: BlockKind) -> None:
        self.draft.change(uid, kind=kind)
        self._changed(uid)

    def _below(self, uid: str) -> None:
        added = self.draft.insert_after(uid, new_block("article"))
        self._changed(added.uid)

    def _removed(self, uid: str) -> None:
        self._changed(self.draft.remove(uid).uid)
