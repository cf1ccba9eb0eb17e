"""Pictures of paper: they carry no text, and say so."""

from __future__ import annotations

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import Note
from ctdesk.intake.readers.reading import Reading

_SIGNATURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")


def read(data: bytes) -> Reading:
    """Nothing but that it is a scan; raises BadInput when the bytes are no picture."""
    if not data.startswith(_SIGNATURES):
        raise BadInput("file_other_format")
    return Reading("", notes=(Note("scan"),))
