"""What every reader returns, and the cleaning every text goes through."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ctdesk.intake.draft import AttachedFile, Note, Proposal

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
_FORMS = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]")
_TRAILING = re.compile(r"[ \t\u00a0]+(?=\n|\Z)")
_GAPS = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Reading:
    """A file's text, the proposals and attachments its format carries, what to know of it."""

    text: str
    proposals: tuple[Proposal, ...] = ()
    attachments: tuple[AttachedFile, ...] = ()
    notes: tuple[Note, ...] = ()


def as_letters(found: re.Match[str]) -> str:
    """The letters of a presentation form; a mark that stands alone comes without its blank."""
    return unicodedata.normalize("NFKC", found.group()).replace(" ", "")


def cleaned(text: str) -> str:
    """`text` with one kind of line end and nothing that is no text.

    Control characters and the direction overrides, embeddings and isolates (U+202A-202E,
    U+2066-2069: they can show a text in another order than it is stored) go; marks that belong
    to words (zero width joiners, LRM, RLM) stay. Arabic presentation forms become letters. At most
    one empty line in a row.
    """
    text = _NOT_TEXT.sub("", _LINE_ENDS.sub("\n", text))
    text = _FORMS.sub(as_letters, text)
    return _GAPS.sub("\n\n", _TRAILING.sub("", text)).strip("\n")
