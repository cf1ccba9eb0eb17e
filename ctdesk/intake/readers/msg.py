"""Outlook mails (`.msg`): the properties that a desk needs, read from their compound file.

Source: [MS-OXMSG] for the streams, [MS-OXPROPS] for the numbers of properties, [MS-OXRTFCP] for
compressed RTF.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import AttachedFile, Proposal
from ctdesk.intake.formats import media_type
from ctdesk.intake.names import safe_name, told_apart
from ctdesk.intake.readers import html, rtf, txt
from ctdesk.intake.readers.html_text import html_text
from ctdesk.intake.readers.lzfu import unpacked
from ctdesk.intake.readers.ole import Compound
from ctdesk.intake.readers.reading import Reading, cleaned

_FIXED = "__properties_version1.0"
_RECIPIENT, _ATTACHMENT, _EMBEDDED = "__recip_version1.0_", "__attach_version1.0_", "3701000D"
_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_SENDER_NAME, _SENDER_ADDRESS, _SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
_SUBMITTED, _DELIVERED, _CODE_PAGE, _MESSAGE_CODE_PAGE = 0x0039, 0x0E06, 0x3FDE, 0x3FFD
_RECIPIENT_TYPE, _NAME, _SMTP, _ADDRESS = 0x0C15, 0x3001, 0x39FE, 0x3003
_DATA, _LONG_NAME, _SHORT_NAME, _MIME = 0x3701, 0x3707, 0x3704, 0x370E
_TO, _CC = 1, 2
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_MOST_ATTACHMENTS, _DEEPEST = 500, 4
_SHOWN = 120


def read(data: bytes) -> Reading:
    """The mail's text, with subject, sender, addressees, copies and date as proposals.

    Appointments and other items of Outlook are read as mails are. Raises BadInput for what is
    damaged or no item of Outlook.
    """
    compound = Compound(data)
    if _FIXED not in compound:
        raise BadInput("file_other_format")
    item = _Item(compound, "", 32)
    return Reading(
        cleaned(_text(item)), tuple(_proposals(item)), tuple(_attachments(item, _DEEPEST))
    )


class _Item:
    """A message, a recipient or an attachment: a storage with its properties."""

    def __init__(self, compound: Compound, storage: str, head: int) -> None:
        self.compound = compound
        self.storage = storage
        self._fixed = dict(self._read_fixed(head))

    def path(self, name: str) -> str:
        return f"{self.storage}/{name}" if self.storage else name

    def number(self, prop: int) -> int:
        """A property of fixed size as a number; 0 when there is none."""
        return int.from_bytes(self._fixed.get(prop, b""), "little")

    def text(self, prop: int) -> str:
        """A property of text; "" when there is none."""
        wide, narrow = (self.path(f"__substg1.0_{prop:04X}{kind}") for kind in ("001F", "001E"))
        if wide in self.compound:
            return self.compound.stream(wide).decode("utf-16-le", "replace").rstrip("\0")
        if narrow in self.compound:
            return self._narrow(self.compound.stream(narrow)).rstrip("\0")
        return ""

    def data(self, prop: int) -> bytes:
        """A property of bytes; b"" when there is none."""
        name = self.path(f"__substg1.0_{prop:04X}0102")
        return self.compound.stream(name) if name in self.compound else b""

    def parts(self, prefix: str) -> Iterator[_Item]:
        """The recipients or attachments of a message."""
        names = [n for n in self.compound.under(self.storage) if n.startswith(prefix)]
        for name in names[:_MOST_ATTACHMENTS]:
            yield _Item(self.compound, self.path(name), 8)

    def _narrow(self, data: bytes) -> str:
        page = self.number(_MESSAGE_CODE_PAGE) or self.number(_CODE_PAGE)
        try:
            return data.decode(f"cp{page}" if page not in (0, 65001) else "utf-8")
        except (LookupError, UnicodeDecodeError):
            return _recognised(data)

    def _read_fixed(self, head: int) -> Iterator[tuple[int, bytes]]:
        name = self.path(_FIXED)
        stream = self.compound.stream(name)[head:] if name in self.compound else b""
        for at in range(0, len(stream) - 15, 16):
            _, prop, _, value = struct.unpack_from("<HHI8s", stream, at)
            yield prop, value


def _recognised(data: bytes) -> str:
    try:
        return txt.detected(data)[0]
    except BadInput:
        return data.decode("latin-1")


def _text(item: _Item) -> str:
    """The plain body, else the one of HTML, else the one of RTF."""
    body = item.text(_BODY)
    if body.strip():
        return body
    markup = item.text(_HTML)
    binary = item.data(_HTML)
    if not markup and binary:
        markup = _markup(item, binary)
    if markup:
        return html_text(markup)
    packed = item.data(_RTF)
    return rtf.read(unpacked(packed)).text if packed else ""


def _markup(item: _Item, binary: bytes) -> str:
    """HTML given as bytes: by its own word, else in the code page of the message."""
    page = item.number(_CODE_PAGE)
    if page and page != 65001:
        try:
            return binary.decode(f"cp{page}")
        except (LookupError, UnicodeDecodeError):
            return html.decoded(binary)
    return html.decoded(binary)


def _proposals(item: _Item) -> Iterator[Proposal]:
    subject = _plain(item.text(_SUBJECT))
    if subject:
        yield Proposal("subject", subject, f"Subject: {subject}"[:_SHOWN])
    sender = _first(item, _SENDER_NAME, _SENDER_SMTP, _SENDER_ADDRESS)
    if sender:
        yield Proposal("from", sender, f"From: {sender}"[:_SHOWN])
    people = [
        (part.number(_RECIPIENT_TYPE), _first(part, _NAME, _SMTP, _ADDRESS))
        for part in item.parts(_RECIPIENT)
    ]
    for field, wanted, label in (("to", _TO, "To"), ("copies", _CC, "Cc")):
        names = list(dict.fromkeys(name for kind, name in people if kind == wanted and name))
        if names:
            yield Proposal(field, names, f"{label}: {', '.join(names)}"[:_SHOWN])
    day = _day(item.number(_SUBMITTED) or item.number(_DELIVERED))
    if day:
        yield Proposal("their_date", day, f"Date: {day}")


def _first(item: _Item, *props: int) -> str:
    return next(filter(None, (_plain(item.text(prop)) for prop in props)), "")


def _plain(text: str) -> str:
    return " ".join(cleaned(text).split()).strip("'\"")


def _day(ticks: int) -> str:
    """A day of a count of tenths of microseconds since 1601; "" for none."""
    try:
        return (_EPOCH + timedelta(microseconds=ticks // 10)).date().isoformat() if ticks else ""
    except OverflowError:
        return ""


def _attachments(item: _Item, deeper: int) -> Iterator[AttachedFile]:
    taken: set[str] = set()
    for part in item.parts(_ATTACHMENT):
        file = _attached(part, deeper)
        if file is not None:
            name = told_apart(file.name, taken)
            taken.add(name.lower())
            yield AttachedFile(name, file.media_type, file.data)


def _attached(part: _Item, deeper: int) -> AttachedFile | None:
    embedded = part.path(f"__substg1.0_{_EMBEDDED}")
    if embedded in part.compound:
        return _as_text(_Item(part.compound, embedded, 24)) if deeper else None
    data = part.data(_DATA)
    if not data:
        return None
    name = safe_name(_first(part, _LONG_NAME, _SHORT_NAME, _NAME), "attachment")
    return AttachedFile(name, media_type(name, part.text(_MIME)), data)


def _as_text(item: _Item) -> AttachedFile:
    """A mail inside a mail, as a plain text: it has no bytes of its own to keep."""
    heads = [proposal.where for proposal in _proposals(item)]
    text = cleaned("\n".join((*heads, "", _text(item))))
    subject = _plain(item.text(_SUBJECT))[:80] or "message"
    return AttachedFile(safe_name(f"{subject}.txt"), "text/plain", text.encode("utf-8"))
