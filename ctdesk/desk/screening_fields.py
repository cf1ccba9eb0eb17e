"""From what a list says of an entry to the fields of its record."""

from __future__ import annotations

from typing import Any

from ctdesk.domain.terms import Language, terms
from ctdesk.screening.entry import Birth
from ctdesk.screening.lists import Listed


def fields_of_entry(listed: Listed, sha256: str) -> dict[str, Any]:
    """The fields of an entry's record by what the list says."""
    entry = listed.entry
    names = [name.text for name in entry.names]
    original = next((n.text for n in entry.names if n.script != "latin"), "")
    return {
        "reference": entry.reference,
        "kind": entry.kind,
        "name": names[0] if names else "",
        "name_original": "" if names and original == names[0] else original,
        "names": "\n".join(names),
        "births": "\n".join(
            " ".join(filter(None, (b.type, b.start, b.end, b.text))) for b in entry.births
        ),
        "nationality": entry.nationality,
        "documents": "\n".join(entry.documents),
        "listed_on": entry.listed_on,
        "amended_on": max(entry.amended_on, default=""),
        "basis": entry.basis,
        "regime": entry.regime,
        "version": listed.hash,
        "file_sha256": sha256,
    }


def birth_text(birth: Birth, language: Language) -> str:
    """A date of birth as people say it: a day, about a year, between two, and the list's note."""
    key = birth.type if birth.type in ("about", "between") else ""
    if birth.start and birth.end:
        key = "between"
    told = birth.start
    if key:
        told = terms()(f"birth.{key}", language, start=birth.start, end=birth.end)
    note = "" if birth.text == told or birth.start in birth.text else birth.text
    return " ".join(filter(None, (told if birth.start else "", f"({note})" if note else "")))
