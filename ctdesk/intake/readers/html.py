"""Web pages saved to a file: what a person would read of them."""

from __future__ import annotations

import codecs
import re

from ctdesk.intake.draft import Proposal
from ctdesk.intake.readers import txt
from ctdesk.intake.readers.html_text import html_text
from ctdesk.intake.readers.reading import Reading, cleaned

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>([^<]{1,400})", re.IGNORECASE)
_HEAD = 4096


def read(data: bytes) -> Reading:
    """The text of a page; its title is proposed as the subject."""
    markup = decoded(data)
    title = _TITLE.search(markup[:65_536])
    subject = " ".join(html_text(title.group(1)).split()) if title else ""
    proposals = (Proposal("subject", subject[:250], subject[:120]),) if subject else ()
    return Reading(cleaned(html_text(markup)), proposals)


def decoded(data: bytes) -> str:
    """The markup in the encoding that it declares, else in the one that its bytes show."""
    named = _CHARSET.search(data[:_HEAD])
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode(named.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # the page says one thing and is another: its bytes decide
    return txt.detected(data)[0]
