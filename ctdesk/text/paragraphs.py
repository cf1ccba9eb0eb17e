"""Words from a clipboard, told apart into paragraphs."""

from __future__ import annotations

import re

from ctdesk.text.show import strip_isolates

_BREAK = re.compile(r"[\n\r\u2028\u2029]+")
# A word processor puts the number of a list, and a tab, before the words; here numbers come by
# themselves.
_NUMBERED = re.compile(r"^\s*(?:[(]?[\d\u0660-\u0669]{1,2}[.)\-]|[-•·▪–o])\t\s*")


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs that hold words, blanks joined, numbers and bullets of lists left out."""
    found = (_NUMBERED.sub("", part) for part in _BREAK.split(strip_isolates(text)))
    return [" ".join(part.split()) for part in found if part.strip()]
