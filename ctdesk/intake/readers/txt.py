"""Plain text in the encodings that reach the division, told apart by the bytes themselves.

Order (a UTF-16 text without a mark is often valid UTF-8, so it is looked for first): byte order
mark, pattern of zero bytes, strict UTF-8, then the one-byte encodings by how much the result looks
like Arabic or English.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import ENCODING, Proposal
from ctdesk.intake.readers.reading import Reading, cleaned

CHOICES = ("utf-8", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6", "cp720", "windows-1252")
"""The encodings that are recognised, and that an officer may choose among."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ONE_BYTE = ("windows-1256", "iso-8859-6", "cp720", "windows-1252")
_LOOKED_AT = 64 * 1024
_CONTROLS = re.compile(b"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")
_WORD = re.compile("(?:[^\\W\\d_]|[\u064b-\u0652])+")
_ARABIC = re.compile("[\u0621-\u0652]+")
_COMMON = frozenset(
    ("في", "من", "على", "إلى", "الى", "عن", "أن", "ان", "إن", "التي", "الذي", "هذا", "هذه", "مع")
)
_SHOWN = 60


def read(data: bytes, encoding: str | None = None) -> Reading:
    """The text of a plain file; the encoding found is proposed as the field `encoding`.

    `encoding`, one of CHOICES, is the officer's own choice. Raises BadInput when the bytes are
    not text.
    """
    if data.startswith(_BINARY):
        raise BadInput("file_other_format")
    text, found = (_decoded(data, encoding), encoding) if encoding else detected(data)
    text = cleaned(text)
    return Reading(text, (Proposal(ENCODING, found, text[:_SHOWN].replace("\n", " ")),))


def previews(data: bytes, most: int = 600) -> list[tuple[str, str]]:
    """Each of CHOICES with the beginning of the text that it makes of the bytes, likeliest first.

    Nothing but decoding happens here: it is safe outside the worker.
    """
    head = data[: most * 4]
    texts = {name: cleaned(_decoded(head, name))[:most] for name in CHOICES}
    faults = {name: text.count("\ufffd") * 3.0 - _likeness(text) for name, text in texts.items()}
    return [(name, texts[name]) for name in sorted(CHOICES, key=faults.__getitem__)]


def detected(data: bytes) -> tuple[str, str]:
    """The text of `data` and the encoding it was read in; raises BadInput for what is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding), encoding
    wide = _two_bytes(data)
    if wide:
        return _decoded(data, wide), wide
    if len(_CONTROLS.findall(data[:_LOOKED_AT])) > len(data[:_LOOKED_AT]) // 100:
        raise BadInput("file_not_text")
    try:
        return _utf8(data), "utf-8"
    except UnicodeDecodeError:
        return _best_of_one_byte(data)


def _decoded(data: bytes, encoding: str) -> str:
    """Everything that can be read; what can't shows as U+FFFD, for it was marked or chosen."""
    return data.decode(encoding, "replace")


def _utf8(data: bytes) -> str:
    """Strict, but for a last character cut off at the end of a text that is UTF-8 otherwise."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        if error.reason != "unexpected end of data" or whole.isascii():
            raise
        return whole.decode("utf-8")


def _two_bytes(data: bytes) -> str:
    """ "utf-16-le" or "utf-16-be" when the bytes alternate as two-byte letters do, else ""."""
    head = data[: min(_LOOKED_AT, len(data) - len(data) % 2)]
    if not head or len(_CONTROLS.findall(head)) <= len(head) // 20:
        return ""
    best = max(("utf-16-le", "utf-16-be"), key=lambda name: _plainness(head, name))
    return best if _plainness(head, best) > 0.95 else ""


def _plainness(data: bytes, encoding: str) -> float:
    """The share of characters that belong to Arabic or Western text."""
    text = data.decode(encoding, "replace")
    plain = sum(
        c in "\t\n\r" or " " <= c < "\u0250" or "\u0600" <= c < "\u0700" or "\u2000" <= c < "\u2070"
        for c in text
    )
    return plain / len(text)


def _best_of_one_byte(data: bytes) -> tuple[str, str]:
    head = data[:_LOOKED_AT]
    readable = [name for name in _ONE_BYTE if _can_decode(data, name)]
    best = max(readable, key=lambda name: _likeness(head.decode(name, "replace")), default=None)
    if best is None:
        raise BadInput("file_not_text")
    return data.decode(best), best


def _can_decode(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(text: str) -> float:
    """How much a text looks like written Arabic or a Western language: higher is likelier."""
    score = 0.0
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        if _ARABIC.fullmatch(word):
            score += 3 if word in _COMMON else 1.5 if word.startswith("ال") else 0.5
        else:
            score -= _strangeness(word)
    return score - sum(unicodedata.category(c) in ("Cc", "Co", "So") for c in text if c > "\x7f")


def _strangeness(word: str) -> float:
    """Letters of two scripts in one word, or accents in a row, come from a wrong encoding."""
    accents = sum(not c.isascii() for c in word)
    mixed = any("\u0600" <= c < "\u0700" for c in word)
    return 2.0 if mixed else 1.0 if accents > max(1, len(word) // 3) else 0.0
