"""The opinion workspace: blocks that are written beside the reports that they stand on."""

from ctdesk.ui.opinion.page import OpinionPage

__all__ = ["OpinionPage"]
