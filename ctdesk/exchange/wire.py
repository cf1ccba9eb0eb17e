"""Entries and long texts as the lines of a pack; what is asked of each before it is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ctdesk.domain.errors import BadInput
from ctdesk.domain.fields import FieldSpec, fields_of
from ctdesk.domain.records import RECORDS, Approval
from ctdesk.store.changes import Entry, canonical, chained
from ctdesk.store.merging import Sealed
from ctdesk.store.rows import body_hash, packed

CARRIED_TABLES = frozenset(RECORDS) - {Approval.table}
"""Kinds of record that packs carry: an agreement between two officers holds at their own desk."""

_DEVICE = re.compile(r"[0-9a-f]{8}")
_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HLC = re.compile(r"[0-9]{13}-[0-9]{6}-[0-9a-f]{8}")
_BASE = re.compile(r"([0-9a-f]{8}/[0-9]{1,12}( [0-9a-f]{8}/[0-9]{1,12})*)?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_HOSTILE = re.compile(r"[/\\\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""In a file's name: parts of paths, signs that turn a line round. Intake takes them out."""
_MOST_NAME = 100
_MOST_TEXT = 200_000
_MOST_SEQ = 10**12


def lines_of(sealed: Iterable[Sealed]) -> bytes:
    """Entries as lines."""
    return b"".join(
        canonical([*s.entry.parts, s.previous.hex(), s.signature.hex()]).encode() + b"\n"
        for s in sealed
    )


def sealed_of(data: bytes) -> list[Sealed]:
    """The entries of lines, each well made; BadInput("pack_altered") otherwise.

    Whether their signatures hold is not looked at here.
    """
    found = [_sealed(line) for line in data.splitlines()]
    if len({each.entry.id for each in found}) != len(found):
        raise BadInput("pack_altered")
    return found


def lines_of_bodies(bodies: Mapping[str, str]) -> bytes:
    """Long texts as lines; their hashes are made again where they are read."""
    return b"".join(json.dumps(bodies[key]).encode() + b"\n" for key in sorted(bodies))


def bodies_of(data: bytes) -> dict[str, bytes]:
    """Long texts by hash, as the store keeps them."""
    found = {}
    for line in data.splitlines():
        text = _json(line)
        if not isinstance(text, str) or not text:
            raise BadInput("pack_altered")
        found[body_hash(text)] = packed(text)
    return found


def long_texts_of(entry: Entry) -> Iterator[str]:
    """The hashes of the long texts that an entry names."""
    for spec, value in valued(entry):
        if spec.wide and value:
            yield value["body"]


def valued(entry: Entry) -> Iterator[tuple[FieldSpec, Any]]:
    """The fields that an entry writes, with their values as the log holds them."""
    value = json.loads(entry.value)
    values = {entry.field: value} if entry.field else value
    for spec in fields_of(RECORDS[entry.table]):
        if spec.name in values:
            yield spec, values[spec.name]


def _sealed(line: bytes) -> Sealed:
    parts = _json(line)
    if not isinstance(parts, list) or len(parts) != 12 or not _are_texts(parts):
        raise BadInput("pack_altered")
    try:
        previous, signature = bytes.fromhex(parts[10]), bytes.fromhex(parts[11])
    except ValueError:
        raise BadInput("pack_altered") from None
    if len(previous) != 32 or len(signature) != 64:
        raise BadInput("pack_altered")
    own = tuple(parts[:10])
    entry = Entry(*own, chained(previous, own))  # type: ignore[call-arg]
    _check(entry)
    return Sealed(entry, previous, signature)


def _are_texts(parts: list[Any]) -> bool:
    seq = parts[1]
    texts = all(isinstance(part, str) for place, part in enumerate(parts) if place != 1)
    return texts and isinstance(seq, int) and not isinstance(seq, bool) and 0 < seq < _MOST_SEQ


def _check(entry: Entry) -> None:
    forms = (
        (_DEVICE, entry.device),
        (_HLC, entry.hlc),
        (_UID, entry.row_id),
        (_BASE, entry.base),
    )
    sound = (
        all(form.fullmatch(text) for form, text in forms)
        and entry.hlc.endswith(entry.device)
        and entry.table in CARRIED_TABLES
        and len(entry.act) <= _MOST_NAME
        and len(entry.officer) <= _MOST_NAME
    )
    if not sound:
        raise BadInput("pack_altered")
    value = _json(entry.value)
    if canonical(value) != entry.value:
        raise BadInput("pack_altered")
    specs = {spec.name: spec for spec in fields_of(RECORDS[entry.table])}
    if entry.field:
        value = {entry.field: value}
    if not isinstance(value, dict) or not value.keys() <= specs.keys():
        raise BadInput("pack_altered")
    if not all(_fits(specs[name], each) for name, each in value.items()):
        raise BadInput("pack_altered")
    if entry.table == "attachment" and _HOSTILE.search(value.get("name", "")):
        raise BadInput("pack_altered")


def _fits(spec: FieldSpec, value: Any) -> bool:
    """Whether a value is of the field's sort. Codes that this desk doesn't know are let in: the
    other desk's vocabulary may hold them."""
    if spec.type == "number":
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 62
    if spec.type == "flag":
        return isinstance(value, bool)
    if spec.several:
        return isinstance(value, list) and all(_is_text(each) for each in value)
    if spec.wide:
        body = value.get("body") if isinstance(value, dict) and len(value) == 1 else None
        return value == "" or (isinstance(body, str) and bool(_SHA256.fullmatch(body)))
    if spec.name == "blob":
        return value == "" or (isinstance(value, str) and bool(_SHA256.fullmatch(value)))
    return _is_text(value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _MOST_TEXT


def _json(text: str | bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BadInput("pack_altered") from None
