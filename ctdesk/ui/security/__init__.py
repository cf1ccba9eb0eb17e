"""What the officer sees and sets of the desk's own safety."""

from ctdesk.ui.security.page import SecurityPage

__all__ = ["SecurityPage"]
