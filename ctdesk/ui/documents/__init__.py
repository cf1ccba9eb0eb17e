"""The documents page: search, the two-line list, the reading pane."""

from ctdesk.ui.documents.page import DocumentsPage

__all__ = ["DocumentsPage"]
