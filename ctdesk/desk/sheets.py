"""What `Memos.sheet` gives to those who paint pages."""

from ctdesk.memo.pages import Paragraph, Sheet, Span, Table

__all__ = ["Paragraph", "Sheet", "Span", "Table"]
