"""E-mail as saved to a file: header fields, the body as text, attachments with safe names.

Python's `email` with `policy.default` decodes Arabic subjects and names right; it returns hostile
attachment names unchanged and fails on some malformed headers: both are met here.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import AttachedFile, Proposal
from ctdesk.intake.formats import extension_of, media_type
from ctdesk.intake.names import safe_name, told_apart
from ctdesk.intake.readers import txt
from ctdesk.intake.readers.html_text import html_text
from ctdesk.intake.readers.reading import Reading, cleaned

MOST_PARTS = 1_000
_SIGNS = frozenset(
    ("from", "to", "subject", "date", "received", "message-id", "mime-version", "return-path")
)
_MALFORMED = (ValueError, LookupError, AttributeError, TypeError, OverflowError)
"""What `email` raises on headers and bodies it can't parse; there is no common base class."""
_BLANKS = re.compile(r"\s+")
_SHOWN = 120


def read(data: bytes) -> Reading:
    """The mail's text, with subject, sender, addressees, copies and date as proposals.

    The plain body is preferred to the HTML one. Raises BadInput when the bytes are no mail.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not _SIGNS & {name.lower() for name in message}:
        raise BadInput("file_other_format")
    leaves = list(_leaves(message))
    body = _body(leaves)
    text = "" if body is None else cleaned(_text(body))
    return Reading(text, tuple(_proposals(message)), tuple(_attachments(leaves, body)))


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order; an attached mail is one part, not opened further."""
    waiting = [message]
    count = 0
    while waiting:
        part = waiting.pop()
        count += 1
        if count > MOST_PARTS:
            raise BadInput("eml_too_many_parts", most=MOST_PARTS)
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting += reversed(_parts(part))
        else:
            yield part


def _body(leaves: list[Message]) -> Message | None:
    texts = [part for part in leaves if not _is_attached(part)]
    for kind in ("text/plain", "text/html"):
        for part in texts:
            if part.get_content_type() == kind and _text(part).strip():
                return part
    return None


def _is_attached(part: Message) -> bool:
    return _disposition(part) == "attachment" or bool(_file_name(part))


def _disposition(part: Message) -> str:
    return _header(part, "content-disposition").split(";")[0].strip().lower()


def _text(part: Message) -> str:
    data = _bytes(part)
    try:
        text = data.decode(_charset(part) or "ascii")
    except (ValueError, LookupError):
        text = _recognised(data)
    return html_text(text) if part.get_content_type() == "text/html" else text


def _recognised(data: bytes) -> str:
    """A body whose declared encoding is wrong, unknown or missing; odd bytes show as U+FFFD."""
    try:
        return txt.detected(data)[0]
    except BadInput:
        return data.decode("ascii", "replace")


def _charset(part: Message) -> str:
    try:
        return part.get_content_charset() or ""
    except _MALFORMED:
        return ""


def _bytes(part: Message) -> bytes:
    """A part's content, decoded from its transfer encoding."""
    inner = _inner(part)
    if inner is not None:
        return inner.as_bytes(policy=email.policy.compat32)
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _inner(part: Message) -> Message | None:
    """The mail that a part holds, if it is one."""
    parts = _parts(part) if part.get_content_type() == "message/rfc822" else []
    return parts[0] if parts else None


def _parts(part: Message) -> list[Message]:
    """The parts in a part. (Asking one without parts for its text may raise: not done here.)"""
    inner = part.get_payload() if part.is_multipart() else []
    return [each for each in inner if isinstance(each, Message)]


def _file_name(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except _MALFORMED:
        return "attachment"


def _attachments(leaves: list[Message], body: Message | None) -> Iterator[AttachedFile]:
    """Every part but the body and its other forms, under a name no other part has."""
    taken: set[str] = set()
    for part in leaves:
        kind = part.get_content_type()
        if part is body or (kind in ("text/plain", "text/html") and not _is_attached(part)):
            continue
        name = told_apart(safe_name(_file_name(part) or _name_for(part, kind)), taken)
        taken.add(name.lower())
        yield AttachedFile(name, media_type(name, kind), _bytes(part))


def _name_for(part: Message, kind: str) -> str:
    """A name for a part that came without one: an attached mail by its subject."""
    inner = _inner(part)
    if inner is not None:
        subject = _header(inner, "subject")
        return f"{subject[:80].replace('/', '-') or 'message'}.eml"
    found = extension_of(kind)
    return f"attachment.{found}" if found else "attachment"


def _proposals(message: Message) -> Iterator[Proposal]:
    subject = _header(message, "subject")
    if subject:
        yield Proposal("subject", subject, f"Subject: {subject}"[:_SHOWN])
    sender = _names(message, "from")
    if sender:
        yield Proposal("from", sender[0], f"From: {', '.join(sender)}"[:_SHOWN])
    for field, header in (("to", "to"), ("copies", "cc")):
        names = _names(message, header)
        if names:
            yield Proposal(field, names, f"{header.capitalize()}: {', '.join(names)}"[:_SHOWN])
    date = _header(message, "date")
    try:
        day = parsedate_to_datetime(date).date().isoformat()
    except _MALFORMED:
        return
    yield Proposal("their_date", day, f"Date: {date}"[:_SHOWN])


def _names(message: Message, header: str) -> list[str]:
    """The persons of an address field, by their name where they have one, else their address.

    Names are decoded one by one: the address parser of `email` puts a blank between two encoded
    words of one name.
    """
    found: list[str] = []
    for name, address in getaddresses([_raw(message, header)]):
        shown = _plain(_decoded(name)) or _plain(address)
        if shown and shown not in found:
            found.append(shown)
    return found


def _header(message: Message, name: str) -> str:
    """A header's first value, decoded, on one line; as it stands where it can't be decoded."""
    raw = _raw(message, name)
    if not raw.isascii():
        return _plain(raw)
    try:
        return _plain(str(message.get(name, "")))
    except _MALFORMED:
        return _plain(_decoded(raw))


def _raw(message: Message, name: str) -> str:
    """A header as it stands in the mail; bytes without a declared encoding are recognised."""
    values = (str(value) for key, value in message.raw_items() if key.lower() == name)
    value = next(values, "")
    if value.isascii():
        return value
    try:
        return txt.detected(value.encode("ascii", "surrogateescape"))[0]
    except (UnicodeEncodeError, BadInput):
        return value


def _decoded(words: str) -> str:
    """Encoded words (RFC 2047) as text; as they stand where their encoding is unknown."""
    try:
        return str(make_header(decode_header(words)))
    except (MessageError, *_MALFORMED):
        return words


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", cleaned(text)).strip()
