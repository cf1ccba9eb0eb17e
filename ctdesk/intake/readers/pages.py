"""Pages of a scan as grey pictures, for a program that recognises letters."""

from __future__ import annotations

from ctdesk.domain.errors import BadInput

_DOTS = 300
"""An inch: below it Arabic loses its dots."""
_MOST_SIDE = 5_000
MOST_PAGES = 200


def count(data: bytes) -> int:
    """How many pages a PDF has; any other picture is one."""
    if not data.startswith(b"%PDF-"):
        return 1
    import pypdfium2

    try:
        return min(len(pypdfium2.PdfDocument(data)), MOST_PAGES)
    except pypdfium2.PdfiumError as error:
        raise BadInput("file_damaged") from error


def page(data: bytes, number: int) -> bytes:
    """A page of a PDF as a portable grey map (`.pgm`); any other picture as it is."""
    if not data.startswith(b"%PDF-"):
        return data
    import pypdfium2

    try:
        sheet = pypdfium2.PdfDocument(data)[number]
        longest = max(sheet.get_size()) or 1.0
        scale = min(_DOTS / 72, _MOST_SIDE / longest)
        bitmap = sheet.render(scale=scale, grayscale=True)
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise BadInput("file_damaged") from error
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    raw = bytes(bitmap.buffer)
    rows = (raw[row * stride : row * stride + width] for row in range(height))
    return b"P5\n%d %d\n255\n" % (width, height) + b"".join(rows)
