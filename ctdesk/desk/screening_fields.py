"""From what a list says of an entry to the fields of its record, and back."""

from __future__ import annotations

from typing import Any

from ctdesk.domain.records import ListEntry
from ctdesk.domain.terms import Language, terms
from ctdesk.screening.entry import Birth, Entry, ListedName
from ctdesk.screening.lists import Listed
from ctdesk.screening.lists.said import script_of


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


def entry_of_record(record: ListEntry) -> Entry:
    """The entry by its record alone: of one that came from another desk with a document, without
    its list."""
    named = (record.name, record.name_original, *record.names.split("\n"))
    return Entry(
        list=record.list,
        permanent_id=record.permanent_id,
        reference=record.reference,
        kind="group" if record.kind == "group" else "person",
        names=tuple(ListedName(n, script_of(n)) for n in dict.fromkeys(filter(None, named))),
        nationality=record.nationality,
        regime=record.regime,
        listed_on=record.listed_on,
        basis=record.basis,
    )


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
