"""The history of the desk: its acts, the check of its chains, its months on paper."""

from ctdesk.ui.keeping.history.tab import HistoryTab

__all__ = ["HistoryTab"]
