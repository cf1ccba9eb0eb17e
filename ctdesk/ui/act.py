"""One thing that an officer can do in the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True)
class Act:
    """One thing that an officer can do in the window."""

    id: str
    text: str
    """English source phrase; `phrase` translates it."""
    menu: str
    """Key of MENUS; "" for acts that only have a key."""
    handler: str
    """Method of the window, else of the page in front."""
    keys: tuple[str, ...] = ()
    icon: str = ""
    bar: bool = False
    """Shown in the toolbar."""
    gap: bool = False
    """A line above it in its menu."""

    @property
    def phrase(self) -> str:
        return QCoreApplication.translate("Actions", self.text)
