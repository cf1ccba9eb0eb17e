"""Officers as they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctdesk.domain.errors import Refused
from ctdesk.domain.records import Officer
from ctdesk.domain.terms import Language
from ctdesk.text.fold import forms_of

if TYPE_CHECKING:
    from ctdesk.desk.session import Session


def officer_name(officer: Officer | None, side: Language) -> str:
    """An officer by name, else by title, else by passphrase slot."""
    if officer is None:
        return ""
    arabic, english = (
        officer.name_ar or officer.title_ar,
        officer.name_en or officer.title_en,
    )
    return ((arabic or english) if side == "ar" else (english or arabic)) or officer.slot


def officer_called(session: Session, name: str) -> Officer:
    """The one officer with that identity or passphrase slot, or whose name or title has these
    words. Refused when there is none, or more than one."""
    asked = set(forms_of(name))
    found = {o.uid: o for o in session.store.read.where(Officer)}
    exact = [o for o in found.values() if name in (o.uid, o.slot)]
    words = [o for o in found.values() if asked and asked <= _words(o)]
    if len(exact or words) != 1:
        raise Refused("officer_unclear" if words else "officer_unknown", name=name)
    return (exact or words)[0]


def _words(officer: Officer) -> set[str]:
    names = (officer.name_ar, officer.name_en, officer.title_ar, officer.title_en)
    return set(forms_of(" ".join(names)))
