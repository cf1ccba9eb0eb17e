from __future__ import annotations

import io
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.intake import wire


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=20)), st.lists(st.binary(max_size=50)))
def test_a_frame_arrives_as_it_was_sent(head: dict[str, str], blobs: list[bytes]) -> None:
    head.pop("sizes", None)
    stream = io.BytesIO()
    wire.send(stream, head, blobs)
    stream.seek(0)
    received, files = wire.receive(stream)
    assert files == blobs
    assert received == {**head, "sizes": [len(blob) for blob in blobs]}


def frame(head: object) -> bytes:
    data = json.dumps(head).encode()
    return struct.pack(">I", len(data)) + data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x00",
        b"\xff\xff\xff\xff",
        struct.pack(">I", 3) + b"{]}",
        frame([]),
        frame({}),
        frame({"sizes": [-1]}),
        frame({"sizes": [True]}),
        frame({"sizes": [5]}) + b"1234",
        frame({"sizes": [2**40]}),
    ],
)
def test_what_is_no_frame_is_an_error_of_the_wire(data: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.receive(io.BytesIO(data))
