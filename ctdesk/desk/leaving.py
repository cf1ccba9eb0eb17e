"""Files that leave the desk for a place that an officer named."""

from __future__ import annotations

import os
from pathlib import Path

from ctdesk.domain.errors import BadInput


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; BadInput when it can't be written."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise BadInput("file_not_written", path=str(path), detail=error.strerror or "") from error
