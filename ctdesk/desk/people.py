"""Officers as they are called."""

from __future__ import annotations

from ctdesk.domain.records import Officer
from ctdesk.domain.terms import Language


def officer_name(officer: Officer | None, side: Language) -> str:
    """An officer by name, else by title."""
    if officer is None:
        return ""
    arabic, english = (
        officer.name_ar or officer.title_ar,
        officer.name_en or officer.title_en,
    )
    return (arabic or english) if side == "ar" else (english or arabic)
