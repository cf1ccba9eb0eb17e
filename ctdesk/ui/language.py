"""What every view does when the language of the window changes: say its phrases again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Base = QWidget

    def QT_TRANSLATE_NOOP(context: str, phrase: str) -> str:  # noqa: ARG001
        """Marks a phrase of a table for the translators; gives it back unchanged."""
        return phrase
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

    _Base = object

__all__ = ["QT_TRANSLATE_NOOP", "Retranslated"]


class Retranslated(_Base):
    """Mixin (named before the widget class) that calls `retranslate` on a change of language.

    A view sets no translated text in its constructor but in `retranslate`, which the constructor
    calls last; so a phrase has one place, and a switch of language needs no restart.
    """

    def retranslate(self) -> None:
        """Set every phrase of this view; called after construction and on each language change."""

    def changeEvent(self, event: Any) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
