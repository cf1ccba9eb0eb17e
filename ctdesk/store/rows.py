"""Records to rows and back; long texts to their hash."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any, TypeVar

from ctdesk.domain.errors import StoreError
from ctdesk.domain.fields import FieldSpec, fields_of
from ctdesk.domain.records import Record

R = TypeVar("R", bound=Record)

STAMPS = ("uid", "created_at", "created_by", "updated_at", "updated_by")


def columns(kind: type[Record]) -> tuple[str, ...]:
    """The columns of a record kind's table, in order."""
    return (*STAMPS, *(spec.name for spec in fields_of(kind)))


_INSERTS: dict[str, str] = {}


def insert_sql(kind: type[Record]) -> str:
    """The statement that writes `row_of` a record of that kind."""
    if kind.table not in _INSERTS:
        _INSERTS[kind.table] = _insert_sql(kind)
    return _INSERTS[kind.table]


def _insert_sql(kind: type[Record]) -> str:
    names = ", ".join(f'"{name}"' for name in columns(kind))
    marks = ", ".join("?" * len(columns(kind)))
    return f'INSERT INTO "{kind.table}" ({names}) VALUES ({marks})'


def body_hash(text: str) -> str:
    """The key of a long text in `body`; empty for an empty text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() if text else ""


def packed(text: str) -> bytes:
    """A long text as `body` holds it: half the room, for some microseconds."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpacked(data: bytes) -> str:
    """The long text that `packed` made; StoreError when it is something else by now."""
    try:
        return zlib.decompress(data).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise StoreError("store_damaged", detail=str(error)) from error


def unpacked_as(key: str, data: bytes) -> str:
    """The same, known by its hash: a page of long ago may have been put back."""
    text = unpacked(data)
    if body_hash(text) != key:
        raise StoreError("store_damaged", detail=key)
    return text


def stored(spec: FieldSpec, value: Any) -> str | int:
    """A field's value as its column holds it."""
    if spec.wide:
        return body_hash(value)
    if spec.several:
        return json.dumps(list(value), ensure_ascii=False) if value else "[]"
    if spec.type in ("number", "flag"):
        return int(value)
    return str(value)


def loaded(spec: FieldSpec, value: Any, bodies: Mapping[str, str]) -> Any:
    """A column's value as the record holds it; `bodies` are the long texts by hash."""
    if spec.wide:
        return bodies.get(value, "")
    if spec.several:
        return tuple(json.loads(value)) if value != "[]" else ()
    return bool(value) if spec.type == "flag" else value


def record_of(kind: type[R], row: Mapping[str, Any], bodies: Mapping[str, str]) -> R:
    """The record of a row."""
    values = {name: row[name] for name in STAMPS}
    for spec in fields_of(kind):
        values[spec.name] = loaded(spec, row[spec.name], bodies)
    return kind(**values)


def row_of(record: Record) -> list[str | int]:
    """The values of `columns(kind)` for a record."""
    stamps: list[str | int] = [getattr(record, name) for name in STAMPS]
    return stamps + [stored(spec, getattr(record, spec.name)) for spec in fields_of(type(record))]


def long_texts(record: Record) -> list[tuple[str, bytes]]:
    """The rows of `body` for the long texts of a record."""
    texts = (getattr(record, spec.name) for spec in fields_of(type(record)) if spec.wide)
    return [(body_hash(text), packed(text)) for text in texts if text]


def logged(spec: FieldSpec, value: Any) -> Any:
    """A field's value as the change log holds it: long texts by hash, lists as lists."""
    if spec.wide:
        return {"body": body_hash(value)} if value else ""
    return list(value) if spec.several else value


def logged_record(record: Record) -> dict[str, Any]:
    """All fields of a new record that hold something."""
    return {
        spec.name: logged(spec, getattr(record, spec.name))
        for spec in fields_of(type(record))
        if getattr(record, spec.name) != spec.empty
    }


def unlogged(spec: FieldSpec, value: Any) -> str | int:
    """What the change log holds of a field, as its column holds it; None: empty."""
    if value is None or value == "":
        return stored(spec, spec.empty)
    if spec.wide:
        return str(value["body"])
    return stored(spec, value)
