"""Which list a file is, and its reader."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import replace

from ctdesk.domain.errors import BadInput
from ctdesk.screening.lists.listed import KINDS, NATIONAL, OFAC, UN, ListFile
from ctdesk.screening.lists.national import read_national
from ctdesk.screening.lists.ofac import MAIN, read_ofac
from ctdesk.screening.lists.un import read_un

MOST_BYTES = 128 * 1024 * 1024
"""A list file's size, unpacked: fifty times the UN's."""
_GZIP = b"\x1f\x8b"


def read_list(
    data: bytes,
    name: str,
    *,
    as_: str = "",
    dated: str = "",
    today: str = "",
    beside: Mapping[str, bytes] | None = None,
) -> ListFile:
    """What a file says, whole. BadInput says why it can't be taken.

    `name` is the file's own; `as_` one of `KINDS`, where the officer says which list it is; `dated`
    the day that the officer gives for a list that doesn't say its own, `today` that of lists that
    never do (the national one, OFAC's); `beside` the other files of OFAC's list by name.
    """
    data = unpacked(data)
    if not data.strip():
        raise BadInput("list_file_empty", path=name)
    kind = as_ or _kind_of(data, name)
    if kind not in KINDS:
        raise BadInput("list_kind", kind=kind)
    if kind == UN:
        read = read_un(data)
        read = read if read.date else replace(read, date=dated)
    elif kind == OFAC:
        read = read_ofac({**(beside or {}), MAIN: data}, dated or today)
    else:
        read = read_national(data, name, dated or today)
    if not read.date:
        raise BadInput("list_undated", path=name)
    return read


def unpacked(data: bytes) -> bytes:
    """The bytes of a file, out of its gzip where it is in one."""
    if not data.startswith(_GZIP):
        if len(data) > MOST_BYTES:
            raise BadInput("list_too_large", most=MOST_BYTES // 1024 // 1024)
        return data
    inflating = zlib.decompressobj(wbits=31)
    try:
        out = inflating.decompress(data, MOST_BYTES + 1)
    except zlib.error as error:
        raise BadInput("list_packed_damaged") from error
    if len(out) > MOST_BYTES:
        raise BadInput("list_too_large", most=MOST_BYTES // 1024 // 1024)
    if not inflating.eof:
        raise BadInput("list_packed_damaged")
    return out


def _kind_of(data: bytes, name: str) -> str:
    low = name.casefold()
    if low.endswith((".xlsx", ".xlsm")) or data.startswith(b"PK"):
        return NATIONAL
    if low == MAIN:
        return OFAC
    if low.endswith((".csv", ".tsv", ".txt")):
        return NATIONAL
    return UN
