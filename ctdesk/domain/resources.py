"""Where the program's own files lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(*parts: str) -> Path:
    """Path of a file or folder under `resources/`, e.g. `resource("terms")`."""
    return _root("resources").joinpath(*parts)


def translation(name: str) -> Path:
    """Path of a file under `translations/`."""
    return _root("translations") / name


def _root(folder: str) -> Path:
    packed = _PACKAGE / f"_{folder}"
    return packed if packed.is_dir() else _PACKAGE.parent / folder
