"""The kit's labelled pairs of names and the UN's list, as the name benchmarks take them."""

from __future__ import annotations

import csv
import hashlib
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple, cast

from ctdesk.screening.entry import Birth, Entry, ListedName, Quality, Script

UN_LIST = Path("sanctions", "un_consolidated_2026-02-27.xml")
_ARABIC = re.compile("[\u0620-\u06ff\ufb50-\ufefc]")


class NamePair(NamedTuple):
    """Two names, whether they are one person's, and the reference of the entry `b` stands for."""

    a: str
    b: str
    match: bool
    source: str
    reference: str
    tuning: bool
    """Whether the matcher was tuned on it; the other half was only looked at as figures."""


def tuning(person: str) -> bool:
    """The half a person belongs to: by a hash, so that it doesn't depend on order or amount."""
    return hashlib.sha1(("ctdesk" + person).encode()).digest()[0] % 2 == 0


def pairs(kit: Path) -> Iterator[NamePair]:
    """The pairs of `names.tsv`. For sources without a person's id the Arabic name stands for it."""
    with (kit / "names.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            source, group = row["source"], row["group"]
            reference = ""
            person = row["a"]
            if source.startswith("un-neg"):
                person, _, reference = group.partition("|")
            elif source.startswith("un-"):
                person = reference = group.partition(":")[2]
            yield NamePair(
                row["a"], row["b"], row["match"] == "1", source, reference, tuning(person)
            )


def _clean(text: str | None) -> str:
    return " ".join(unicodedata.normalize("NFKC", text or "").split())


def script_of(text: str) -> Script:
    """The script of a name: the list has Arabic, Latin, Cyrillic and Chinese ones."""
    if _ARABIC.search(text):
        return "arabic"
    return "latin" if re.search("[A-Za-z]", text) else "other"


def un_entries(kit: Path, list_path: Path = UN_LIST) -> list[Entry]:
    """The entries of the UN's list: what the matcher needs of them."""
    root = ET.parse(kit / list_path).getroot()
    kinds: tuple[tuple[str, Literal["person", "group"]], ...] = (
        ("INDIVIDUAL", "person"), ("ENTITY", "group"),
    )  # fmt: skip
    return [_entry(node, tag, kind) for tag, kind in kinds for node in root.iter(tag)]


def _entry(node: ET.Element, tag: str, kind: Literal["person", "group"]) -> Entry:
    order = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
    names = [ListedName(_clean(" ".join(node.findtext(part) or "" for part in order)))]
    if original := _clean(node.findtext("NAME_ORIGINAL_SCRIPT")):
        names.append(ListedName(original, script_of(original), "original"))
    for alias in node.iter(f"{tag}_ALIAS"):
        quality = "low" if (alias.findtext("QUALITY") or "").strip().lower() == "low" else "good"
        for piece in (alias.findtext("ALIAS_NAME") or "").split(";"):
            if name := _clean(piece):
                names.append(ListedName(name, script_of(name), cast(Quality, quality)))
    years = (
        (birth.findtext("YEAR") or birth.findtext("DATE") or "")[:4]
        for birth in node.iter("INDIVIDUAL_DATE_OF_BIRTH")
    )
    return Entry(
        "un",
        (node.findtext("DATAID") or "").strip(),
        (node.findtext("REFERENCE_NUMBER") or "").strip(),
        kind,
        tuple(names),
        births=tuple(Birth("EXACT", year) for year in years if year),
        nationality=tuple(v.findtext("VALUE") or "" for v in node.iter("NATIONALITY")),
        regime=(node.findtext("UN_LIST_TYPE") or "").strip(),
    )
