"""The form in which the desk and its worker process talk: a JSON head and the bytes it announces.

Frame: length of the head (4 bytes, big end first), the head (JSON object, UTF-8; `sizes` are the
lengths of the blobs), the blobs. No pickle: the worker reads hostile files, so what it sends back
is itself input from outside, bounded and checked.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from typing import IO, Any

LARGEST_HEAD = 128 * 1024 * 1024
LARGEST_BLOBS = 256 * 1024 * 1024
_LENGTH = struct.Struct(">I")


class WireError(Exception):
    """The other side closed, or sent what is no frame."""


def send(stream: IO[bytes], head: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> None:
    """Write one frame; raises OSError when the other side is gone."""
    sized = {**head, "sizes": [len(blob) for blob in blobs]}
    data = json.dumps(sized, ensure_ascii=False).encode("utf-8")
    stream.write(_LENGTH.pack(len(data)) + data)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """Read one frame; raises WireError when there is none, or it is too large or malformed."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > LARGEST_HEAD:
        raise WireError("head too large")
    try:
        head = json.loads(_exactly(stream, length))
    except (ValueError, RecursionError) as error:
        raise WireError("head is not JSON") from error
    sizes = head.get("sizes") if isinstance(head, dict) else None
    if not isinstance(sizes, list) or not all(type(n) is int and n >= 0 for n in sizes):
        raise WireError("no sizes")
    if sum(sizes) > LARGEST_BLOBS:
        raise WireError("blobs too large")
    return head, [_exactly(stream, size) for size in sizes]


def _exactly(stream: IO[bytes], count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise WireError("closed")
    return data
