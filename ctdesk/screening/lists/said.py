"""From what a list says of an entry to the entry: names, dates of birth, nationality, documents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from ctdesk.screening.entry import Birth, Entry, ListedName, Quality, Script
from ctdesk.screening.lists.places import iso_of

_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "FIFTH_NAME", "SIXTH_NAME")
_ALIASES = ("INDIVIDUAL_ALIAS", "ENTITY_ALIAS")
_PLACES = ("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS", "INDIVIDUAL_PLACE_OF_BIRTH")
_BORN = re.compile(r",?\s*\(?\bborn\b.*$", re.IGNORECASE | re.DOTALL)
# What stands in brackets after an alias is mostly said of it, and no part of it.
_NOTE = re.compile(
    r"\((?:[^()]*\b(?:transliterations?|translation|nom de guerre|listed as|original script|"
    r"passport|alias)\b[^()]*)\)?|\btransliterations?:",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?:-(?:0\d|1[0-2])-(?:[0-2]\d|3[01]))?(?!\d)")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_BREAK = re.compile(r"[;؛\n]")
_LETTER = re.compile(r"[^\W\d_]")

Said = Mapping[str, Sequence[Any]]


def entry_of_un(list_: str, permanent_id: str, said: Said) -> Entry:
    """An entry of the UN's consolidated list: the field names are those of its XML."""
    group = any(name.startswith("ENTITY") for name in said) or said.get("") == ["ENTITY"]
    return Entry(
        list=list_,
        permanent_id=permanent_id,
        reference=_first(said, "REFERENCE_NUMBER"),
        kind="group" if group else "person",
        names=tuple(_distinct(_un_names(said))),
        births=tuple(filter(None, map(_un_birth, said.get("INDIVIDUAL_DATE_OF_BIRTH", ())))),
        nationality=_nationality(_values(said, "NATIONALITY")),
        documents=tuple(
            line for each in said.get("INDIVIDUAL_DOCUMENT", ()) if (line := _line(each))
        ),
        designations=tuple(_values(said, "DESIGNATION")),
        titles=tuple(_values(said, "TITLE")),
        places=tuple(
            line for name in _PLACES for each in said.get(name, ()) if (line := _line(each))
        ),
        comments=_first(said, "COMMENTS1"),
        regime=_first(said, "UN_LIST_TYPE"),
        gender=_first(said, "GENDER").casefold(),
        listed_on=_day(_first(said, "LISTED_ON")),
        amended_on=tuple(filter(None, map(_day, _values(said, "LAST_DAY_UPDATED")))),
        basis=_first(said, "REFERENCE_NUMBER"),
    )


def entry_of_table(list_: str, permanent_id: str, said: Said) -> Entry:
    """An entry of the national list: the field names are those of `national.COLUMNS`."""
    named = [
        *((text, quality) for key, quality in _TABLE_NAMES for text in _split(_first(said, key))),
        *((text, "good") for text in _split(_first(said, "aliases"))),
    ]
    return Entry(
        list=list_,
        permanent_id=permanent_id,
        reference=permanent_id,
        kind="group" if _first(said, "kind") == "group" else "person",
        names=tuple(_distinct(_name(text, quality) for text, quality in named)),
        births=tuple(map(_birth_of_text, _split(_first(said, "birth")))),
        nationality=_nationality(_split(_first(said, "nationality"))),
        documents=tuple(_split(_first(said, "documents"))),
        designations=tuple(_split(_first(said, "designation"))),
        places=tuple(_split(_first(said, "birth_place")) + _split(_first(said, "address"))),
        comments=_first(said, "comments"),
        listed_on=_first(said, "listed_on"),
        basis=_first(said, "basis"),
    )


def entry_of_ofac(list_: str, permanent_id: str, said: Said) -> Entry:
    """An entry of OFAC's SDN list: the field names are those of `ofac`."""
    person = _first(said, "type") == "individual"
    names = [_name(_natural(_first(said, "name"), person), "primary")]
    for alias in said.get("alias", ()):
        quality: Quality = "low" if _first(alias, "quality") == "weak" else "good"
        names.append(_name(_natural(_first(alias, "name"), person), quality))
    remarks = [part.strip(" .") for part in _first(said, "remarks").split(";")]
    told = [(key, part) for part in remarks for key in _REMARKS if part.startswith(f"{key} ")]
    births = tuple(_birth_of_text(_rest(part, key)) for key, part in told if key in _BORN_REMARKS)
    return Entry(
        list=list_,
        permanent_id=permanent_id,
        reference=permanent_id,
        kind="person" if person else "group",
        names=tuple(_distinct(names)),
        births=births,
        nationality=_nationality(_rest(p, key) for key, p in told if key in _NATION_REMARKS),
        documents=tuple(part for key, part in told if key in _DOCUMENT_REMARKS),
        titles=tuple(_split(_first(said, "title"))),
        places=tuple(line for each in said.get("address", ()) if (line := _line(each))),
        comments=_first(said, "remarks"),
        regime=_first(said, "program"),
        gender=next((_rest(p, key).casefold() for key, p in told if key == "Gender"), ""),
        basis=_first(said, "program"),
    )


_TABLE_NAMES: tuple[tuple[str, Quality], ...] = (("name_ar", "primary"), ("name_en", "primary"))
_BORN_REMARKS = ("DOB", "alt. DOB")
_NATION_REMARKS = ("nationality", "citizen")
_DOCUMENT_REMARKS = ("Passport", "National ID No.", "Identification Number", "Tax ID No.")
_REMARKS = (*_BORN_REMARKS, *_NATION_REMARKS, *_DOCUMENT_REMARKS, "Gender")


def script_of(text: str) -> Script:
    """The script that most letters of a name are in."""
    letters = _LETTER.findall(text)
    arabic = sum("؀" <= letter <= "ࣿ" or letter >= "ﭐ" for letter in letters)
    latin = sum(letter < "ɐ" or "Ḁ" <= letter <= "ỿ" for letter in letters)
    if arabic * 2 > len(letters):
        return "arabic"
    return "latin" if latin * 2 >= len(letters) else "other"


def tidy(text: str) -> str:
    """A text as lists are kept: NFKC, no controls of direction, single blanks."""
    plain = unicodedata.normalize("NFKC", text)
    shown = "".join(c for c in plain if unicodedata.category(c) != "Cf" or c == "\u200c")
    return " ".join(shown.split())


def _un_names(said: Said) -> Iterator[ListedName]:
    primary = " ".join(filter(None, (_first(said, part) for part in _NAME_PARTS)))
    yield from (_name(text, "primary") for text in _split(primary))
    for text in _values(said, "NAME_ORIGINAL_SCRIPT"):
        yield from (_name(one, "original") for one in _split(text))
    for alias in (each for kind in _ALIASES for each in said.get(kind, ())):
        if isinstance(alias, str):
            continue
        quality: Quality = "low" if _first(alias, "QUALITY").casefold() == "low" else "good"
        for text in _split(_first(alias, "ALIAS_NAME")):
            yield _name(_NOTE.sub(" ", _BORN.sub("", text)), quality)


def _name(text: str, quality: Quality) -> ListedName:
    text = tidy(text).strip(" ,،.:")
    if text.count("(") != text.count(")"):
        text = text.replace("(", " ").replace(")", " ").strip()
    text = " ".join(text.split())
    return ListedName(text, script_of(text), quality)


def _distinct(names: Iterable[ListedName]) -> Iterator[ListedName]:
    seen: set[str] = set()
    for name in names:
        if name.text and name.text not in seen:
            seen.add(name.text)
            yield name


def _un_birth(node: Any) -> Birth | None:
    if isinstance(node, str):
        return Birth(text=node)
    kind = _first(node, "TYPE_OF_DATE").casefold()
    start = _day(_first(node, "DATE")) or _first(node, "YEAR") or _first(node, "FROM_YEAR")
    end = _first(node, "TO_YEAR")
    note = _first(node, "NOTE")
    if not (start or end or note):
        return None
    return Birth(_TYPES.get(kind, kind), start, end, note)


_TYPES = {"exact": "exact", "approximately": "about", "between": "between"}


def _birth_of_text(text: str) -> Birth:
    """A date of birth as people write it: a day, a year, two years, or words."""
    days = _TOLD.findall(_western(text))
    about: Literal["about", "exact"] = (
        "about" if re.search(r"circa|about|approx|حوالي|نحو", text.casefold()) else "exact"
    )
    if len(days) == 2:
        return Birth("between", days[0], days[1], text)
    return Birth(about, days[0] if days else "", "", text)


def _western(text: str) -> str:
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _nationality(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(iso_of(text) or text for text in texts))


def _natural(name: str, person: bool) -> str:
    """ "LAST, First" as people say it."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if person and comma else name


def _rest(part: str, key: str) -> str:
    return part.removeprefix(key).strip(" .")


def _first(said: Any, name: str) -> str:
    values = said.get(name, ()) if isinstance(said, Mapping) else ()
    return next((value for value in values if isinstance(value, str)), "")


def _values(said: Said, name: str) -> list[str]:
    """The texts of a field, those inside its `VALUE`s too."""
    found: list[str] = []
    for node in said.get(name, ()):
        found += [node] if isinstance(node, str) else [v for v in node.get("VALUE", ()) if v]
    return found


def _line(node: Any) -> str:
    """Named texts as one line, in the list's order."""
    if isinstance(node, str):
        return node
    return ", ".join(text for values in node.values() for text in values if isinstance(text, str))


def _split(text: str) -> list[str]:
    return [part for each in _BREAK.split(text) if (part := " ".join(each.split()))]


def _day(text: str) -> str:
    found = _DAY.match(text)
    return found.group() if found else ""
