"""The faces of the window, from the installed font packages: a bare machine has none of its own."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

INTERFACE = "IBM Plex Sans Arabic"
READING_ARABIC = "Amiri"
READING_LATIN = "Noto Serif"
INTERFACE_POINTS = 10.0
SECOND_LINE_POINTS = 9.0

_PACKAGES = {
    "fontpkg_ibm_plex_sans_arabic": ("Regular", "Medium", "SemiBold", "Bold"),
    "fontpkg_amiri": ("Regular", "Bold"),
    "fontpkg_noto_serif": ("NotoSerif[wdth,wght]",),
}


def load_fonts() -> list[str]:
    """Register the faces with Qt; call once, before the first widget. The families registered."""
    families: list[str] = []
    for package, weights in _PACKAGES.items():
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            continue  # the platform's own faces then stand in
        folder = Path(spec.submodule_search_locations[0]) / "files"
        for file in sorted(folder.glob("*.ttf")):
            if file.stem.rpartition("-")[2] in weights or file.stem in weights:
                number = QFontDatabase.addApplicationFont(str(file))
                families += QFontDatabase.applicationFontFamilies(number)
    return families


def interface_font(points: float = INTERFACE_POINTS, *, strong: bool = False) -> QFont:
    """The face of labels, lists and buttons."""
    font = QFont(INTERFACE)
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def reading_font(*, rtl: bool) -> QFont:
    """The face of long text: Amiri for Arabic (its Latin and digits match), Noto Serif else."""
    font = QFont(READING_ARABIC if rtl else READING_LATIN)
    font.setFamilies([READING_ARABIC, READING_LATIN] if rtl else [READING_LATIN, READING_ARABIC])
    font.setPointSizeF(13 if rtl else 12)
    return font
