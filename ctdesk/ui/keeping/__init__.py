"""The room in which the desk itself is looked after: history, packs, backups, checks."""

from ctdesk.ui.keeping.page import KeepingPage

__all__ = ["KeepingPage"]
