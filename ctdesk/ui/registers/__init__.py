"""The registers as books: a year on a page, every number in its place."""

from ctdesk.ui.registers.page import RegistersPage

__all__ = ["RegistersPage"]
