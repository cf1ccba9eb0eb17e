"""The table of acts as Qt sees it: one QAction a row, the menus, the toolbar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QToolButton, QWidget

from ctdesk.ui.actions import ACTS, MENUS, Act
from ctdesk.ui.context import Context
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated


class Menus(Retranslated, QWidget):
    """The line of menus with the toolbar at its far side; owns every QAction of the window."""

    def __init__(self, context: Context, run: Callable[[Act], None], window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self.actions_by_id: dict[str, QAction] = {}
        self._bar = QMenuBar(self)
        self._bar.setNativeMenuBar(False)
        self._menus = {name: self._bar.addMenu("") for name, _ in MENUS}
        self._tools: list[QToolButton] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 2, 10, 0)
        layout.setSpacing(2)
        layout.addWidget(self._bar, 1)
        for row in ACTS:
            self._add(row, run, window)
        for tool in self._tools:
            layout.addWidget(tool)
        self.retranslate()

    def trigger(self, keys: QKeySequence) -> bool:
        """Run the act that has these keys; False when none has or it is not possible now."""
        for action in self.actions_by_id.values():
            if action.isEnabled() and keys in action.shortcuts():
                action.trigger()
                return True
        return False

    def enable(self, possible: Callable[[Act], bool], why_not: Callable[[Act], str]) -> None:
        """Grey what is not possible here and now; the tip says why where that is known."""
        for row in ACTS:
            action = self.actions_by_id[row.id]
            action.setEnabled(possible(row))
            reason = "" if action.isEnabled() else why_not(row)
            action.setToolTip(reason or _tip(row, action))

    def retranslate(self) -> None:
        tokens, rtl = self._context.tokens, self._context.rtl
        self._bar.setAccessibleName(self.tr("Menus"))
        for name, phrase in MENUS:
            self._menus[name].setToolTipsVisible(True)
            self._menus[name].setTitle(QCoreApplication.translate("Actions", phrase))
        for row in ACTS:
            action = self.actions_by_id[row.id]
            action.setText(row.phrase)
            action.setToolTip(_tip(row, action))
            if row.icon:
                action.setIcon(icon(row.icon, tokens, rtl=rtl))
        for tool in self._tools:
            tool.setAccessibleName(tool.defaultAction().text())

    def _add(self, row: Act, run: Callable[[Act], None], window: QWidget) -> None:
        action = QAction(window)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: run(row))
        window.addAction(action)
        self.actions_by_id[row.id] = action
        if row.menu:
            if row.gap:
                self._menus[row.menu].addSeparator()
            self._menus[row.menu].addAction(action)
        if row.bar:
            tool = QToolButton(self)
            tool.setDefaultAction(action)
            tool.setIconSize(QSize(18, 18))
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._tools.append(tool)


def _tip(row: Act, action: QAction) -> str:
    keys = " / ".join(key.toString() for key in action.shortcuts())
    return f"{row.phrase}  \u2068{keys}\u2069" if keys else row.phrase
