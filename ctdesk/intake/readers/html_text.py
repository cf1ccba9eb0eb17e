"""The text of an HTML body, with nothing that a browser would run or hide."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLANKS = re.compile(r"\s+")
_DOUBLE = re.compile(" {2,}")
_HIDDEN = frozenset(("script", "style", "head", "title", "template", "noscript", "object"))
_LINES = frozenset(
    ("p", "div", "br", "tr", "li", "table", "ul", "ol", "hr", "blockquote", "pre", "section")
) | {f"h{level}" for level in range(1, 7)}
_CELLS = frozenset(("td", "th"))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "body":
            self._hidden.clear()
        elif tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag in _LINES:
            self.pieces.append("\n")
        elif tag in _CELLS:
            self.pieces.append("\t")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _HIDDEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                pass
        elif tag in _LINES and tag != "br":
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(_BLANKS.sub(" ", data))


def html_text(markup: str) -> str:
    """What a reader of the page would read: blocks on lines of their own, cells after tabs."""
    parser = _Text()
    parser.feed(markup)
    parser.close()
    lines = "".join(parser.pieces).split("\n")
    return "\n".join(_DOUBLE.sub(" ", line).strip() for line in lines).strip()
