"""What arrived: files read in the background, walked through by keyboard, registered by a yes."""

from ctdesk.ui.incoming.page import IncomingPage

__all__ = ["IncomingPage"]
