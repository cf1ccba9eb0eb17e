"""The two faces of the window: colour tokens, the palette made of them, one small style sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

ThemeName = Literal["light", "dark"]


@dataclass(frozen=True)
class Tokens:
    """Colours by their use, as #RRGGBB; text on its ground keeps a contrast of 4.5:1 or better."""

    name: ThemeName
    background: str
    panel: str
    raised: str
    """Ground of chips and of buttons under the pointer."""
    line: str
    edge: str
    """Outline of controls, 3:1 where it alone shows a control."""
    ink: str
    muted: str
    accent: str
    on_accent: str
    tint: str
    selection: str
    hit: str
    current_hit: str
    urgent: str
    danger: str
    classification: dict[str, tuple[str, str]]
    """Ground and ink of the banner by classification code."""

    def colour(self, token: str) -> QColor:
        return QColor(getattr(self, token))


LIGHT = Tokens(
    name="light",
    background="#F4F3EF",
    panel="#FFFFFF",
    raised="#F0F0EE",
    line="#E4E1DA",
    edge="#D5D1C8",
    ink="#1D2329",
    muted="#5F6770",
    accent="#0F5C5C",
    on_accent="#FFFFFF",
    tint="#E1EEED",
    selection="#E6F0EF",
    hit="#F7E3A8",
    current_hit="#F0BE4C",
    urgent="#A84C08",
    danger="#9B1C1C",
    classification={
        "open": ("#E4E1DA", "#3B434B"),
        "restricted": ("#35546B", "#FFFFFF"),
        "secret": ("#9B1C1C", "#FFFFFF"),
        "personal": ("#7A1F4B", "#FFFFFF"),
        "top_secret": ("#1D2329", "#F7C948"),
    },
)

DARK = Tokens(
    name="dark",
    background="#14181C",
    panel="#1B2025",
    raised="#2A3138",
    line="#2B3239",
    edge="#3A434C",
    ink="#E9E7E2",
    muted="#97A1AB",
    accent="#6FC3BC",
    on_accent="#0E1A1A",
    tint="#1F3433",
    selection="#22393A",
    hit="#6B5A20",
    current_hit="#7D6216",
    urgent="#F0A94A",
    danger="#F08A80",
    classification={
        "open": ("#2B3239", "#C9CED3"),
        "restricted": ("#2C4A60", "#FFFFFF"),
        "secret": ("#7F1D1D", "#FFFFFF"),
        "personal": ("#651A3F", "#FFFFFF"),
        "top_secret": ("#000000", "#F7C948"),
    },
)


def tokens_of(setting: str) -> Tokens:
    """The tokens of a theme setting: light, dark, or whatever the system wears."""
    if setting == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if setting == "dark" else LIGHT


def palette_of(tokens: Tokens) -> QPalette:
    """The palette for Fusion; greyed roles are mixed from ink and ground."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, token in (
        (roles.Window, "background"),
        (roles.WindowText, "ink"),
        (roles.Base, "panel"),
        (roles.AlternateBase, "raised"),
        (roles.Text, "ink"),
        (roles.PlaceholderText, "muted"),
        (roles.Button, "panel"),
        (roles.ButtonText, "ink"),
        (roles.ToolTipBase, "panel"),
        (roles.ToolTipText, "ink"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "on_accent"),
        (roles.Accent, "accent"),
        (roles.Link, "accent"),
        (roles.LinkVisited, "accent"),
        (roles.Light, "panel"),
        (roles.Midlight, "line"),
        (roles.Mid, "edge"),
        (roles.Dark, "muted"),
        (roles.BrightText, "danger"),
    ):
        palette.setColor(role, tokens.colour(token))
    palette.setColor(roles.Shadow, QColor(0, 0, 0, 60))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        faint = QColor(tokens.muted)
        faint.setAlpha(170)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette
