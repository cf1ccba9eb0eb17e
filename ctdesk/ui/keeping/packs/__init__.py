"""Packs: other desks, what goes to them, what comes from them, and where two desks differ."""

from ctdesk.ui.keeping.packs.tab import PacksTab

__all__ = ["PacksTab"]
