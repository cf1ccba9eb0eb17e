"""The room of names: the lists in force, their entries, what was found, what leaves."""

from ctdesk.ui.screening.page import ScreeningPage

__all__ = ["ScreeningPage"]
