"""The window's line icons, drawn in the colour that the theme asks for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from ctdesk.domain.resources import resource
from ctdesk.ui.theme import Tokens

DIRECTED = frozenset({"refer", "next", "previous", "undo", "quit", "edit", "opinions", "cite"})
"""Icons that point along the line of reading: mirrored in a right-to-left window."""

_SIZES = (16, 20, 32, 40, 64)


def icon(name: str, tokens: Tokens, *, rtl: bool = False, colour: str = "ink") -> QIcon:
    """The icon of that file name in a token's colour; greyed by itself where it is disabled."""
    return _icon(name, getattr(tokens, colour), tokens.edge, rtl and name in DIRECTED)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, faint: str, mirrored: bool) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(drawn(name, size, colour, mirrored=mirrored))
        made.addPixmap(drawn(name, size, faint, mirrored=mirrored), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def drawn(name: str, size: int, colour: str, *, mirrored: bool = False) -> QPixmap:
    """The icon as a square pixmap of `size` pixels."""
    source = _source(name).replace("currentColor", QColor(colour).name())
    renderer = QSvgRenderer(QByteArray(source.encode("ascii")))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap.transformed(QTransform().scale(-1, 1)) if mirrored else pixmap


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="ascii")
