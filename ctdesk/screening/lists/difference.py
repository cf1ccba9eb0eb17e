"""What changed between two states of a list.

Two entries are the same where they say the same, whatever the order of their aliases, the breaks of
their lines, and the empty fields beside the filled ones: republished lists differ in all three
where nothing changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ctdesk.screening.lists.listed import Listed, Node, ordered, texts_of

_FIELD_OF = {
    **dict.fromkeys(
        ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "FIFTH_NAME", "SIXTH_NAME",
         "name", "name_ar", "name_en"), "name"),
    **dict.fromkeys(("INDIVIDUAL_ALIAS", "ENTITY_ALIAS", "aliases", "alias"), "aliases"),
    **dict.fromkeys(("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS", "address"), "addresses"),
    "NAME_ORIGINAL_SCRIPT": "original",
    "INDIVIDUAL_DATE_OF_BIRTH": "births",
    "birth": "births",
    "INDIVIDUAL_PLACE_OF_BIRTH": "birth_places",
    "birth_place": "birth_places",
    "NATIONALITY": "nationality",
    "nationality": "nationality",
    "INDIVIDUAL_DOCUMENT": "documents",
    "documents": "documents",
    "DESIGNATION": "designations",
    "designation": "designations",
    "TITLE": "titles",
    "title": "titles",
    "COMMENTS1": "comments",
    "comments": "comments",
    "remarks": "comments",
    "UN_LIST_TYPE": "regime",
    "program": "regime",
    "REFERENCE_NUMBER": "reference",
    "LISTED_ON": "listed_on",
    "listed_on": "listed_on",
    "LAST_DAY_UPDATED": "amended_on",
    "GENDER": "gender",
    "basis": "basis",
    "kind": "kind",
    "type": "kind",
}  # fmt: skip


@dataclass(frozen=True)
class ChangedField:
    """A field of an entry that says something else now. `key` is a term under `list_field.`."""

    key: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Changed:
    """An entry in both states that says something else now."""

    before: Listed
    after: Listed

    @property
    def fields(self) -> tuple[ChangedField, ...]:
        """The fields that differ, each with what was and what is said of it only there."""
        return tuple(changed_fields(self.before.said, self.after.said))


@dataclass(frozen=True)
class Difference:
    """Entries by permanent id, in the order of the newer state."""

    added: tuple[Listed, ...] = ()
    removed: tuple[Listed, ...] = ()
    changed: tuple[Changed, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def compare(before: Iterable[Listed], after: Iterable[Listed]) -> Difference:
    """What it takes to come from one state of a list to another."""
    old = {one.permanent_id: one for one in before}
    new = {one.permanent_id: one for one in after}
    return Difference(
        added=tuple(one for key, one in new.items() if key not in old),
        removed=tuple(one for key, one in old.items() if key not in new),
        changed=tuple(
            Changed(old[key], one)
            for key, one in new.items()
            if key in old and old[key].hash != one.hash
        ),
    )


def field_key(name: str) -> str:
    """The term of a field by the list's own name for it."""
    return _FIELD_OF.get(name, "other")


def lines_of(said: Mapping[str, Iterable[Node]]) -> dict[str, list[str]]:
    """What a list says, as lines by the term of the field."""
    lines: dict[str, list[str]] = {}
    for name, nodes in said.items():
        texts = (", ".join(filter(None, texts_of(node))) for node in nodes)
        lines.setdefault(field_key(name), []).extend(filter(None, texts))
    if "FIRST_NAME" in said or "SECOND_NAME" in said:
        lines["name"] = [" ".join(lines["name"])]
    return lines


def changed_fields(
    before: Mapping[str, Iterable[Node]], after: Mapping[str, Iterable[Node]]
) -> Iterable[ChangedField]:
    """The fields in which two wordings differ."""
    names = [
        name
        for name in dict.fromkeys((*before, *after))
        if ordered({name: list(before.get(name, ()))}) != ordered({name: list(after.get(name, ()))})
    ]
    was = lines_of({name: before.get(name, ()) for name in names})
    now = lines_of({name: after.get(name, ()) for name in names})
    for key in dict.fromkeys((*was, *now)):
        old, new = was.get(key, []), now.get(key, [])
        yield ChangedField(
            key,
            tuple(line for line in old if line not in new) or tuple(old),
            tuple(line for line in new if line not in old) or tuple(new),
        )
