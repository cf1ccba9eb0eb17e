"""Two texts as rich text, what was taken out struck through, what came in underlined."""

from __future__ import annotations

from html import escape

from ctdesk.text.difference import changes
from ctdesk.text.direction import base_direction
from ctdesk.ui.theme import Tokens


def marked_pair(was: str, now: str, tokens: Tokens) -> tuple[str, str]:
    """The older and the newer text, each a paragraph in its own direction; "" for an empty one."""
    taken, put = [], []
    for step in changes(was, now):
        gone = escape(was[step.old_start : step.old_end])
        come = escape(now[step.new_start : step.new_end])
        if step.op == "same":
            taken.append(gone)
            put.append(come)
            continue
        taken.append(f"<s style='color:{tokens.danger}'>{gone}</s>" if gone else "")
        put.append(f"<u style='color:{tokens.accent}'>{come}</u>" if come else "")
    return _paragraph(was, "".join(taken)), _paragraph(now, "".join(put))


def two_columns(rows: list[tuple[str, str, str]], *, rtl: bool) -> str:
    """Rows of older text, sign and newer text as a table; the older one at the leading side."""
    lines = []
    for before, sign, after in rows:
        cells = [
            f"<td width='48%' valign='top'>{before}</td>",
            f"<td width='4%' valign='top' align='center'>{sign}</td>",
            f"<td width='48%' valign='top'>{after}</td>",
        ]
        # a table of rich text isn't mirrored by Qt
        lines.append(f"<tr>{''.join(reversed(cells) if rtl else cells)}</tr>")
    return f"<table width='100%' cellpadding='6'>{''.join(lines)}</table>"


def _paragraph(text: str, marked: str) -> str:
    if not text:
        return ""
    return f"<p dir='{base_direction(text)}'>{marked.replace(chr(10), '<br>')}</p>"
