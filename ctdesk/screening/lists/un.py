"""The UN Security Council's consolidated list, as XML of any year.

No list that the UN ever published passes the UN's own schema, so none is asked to. What a list must
have is what screening lives on: its root, its two parts, and of every entry its DATAID and a name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from lxml import etree

from ctdesk.domain.errors import BadInput
from ctdesk.screening.lists.listed import UN, Listed, ListFile

_ROOT, _PARTS, _TAGS = "CONSOLIDATED_LIST", ("INDIVIDUALS", "ENTITIES"), ("INDIVIDUAL", "ENTITY")
_DECLARED = re.compile(r"""^<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']""")
_NEVER = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MOJIBAKE = re.compile("[ØÙ][\u0080-\u00bf§-¿]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DEEPEST = 8
_FEW = 20
"""One broken name among so many is the publisher's slip, not a damaged file."""


def read_un(data: bytes) -> ListFile:
    """The list of an XML file. BadInput for all that is not one, whole and legible."""
    tree = _tree(_text(data))
    if tree.tag != _ROOT:
        raise BadInput("list_other_file", found=str(tree.tag)[:60])
    missing = [name for name in _PARTS if tree.find(name) is None]
    if missing:
        raise BadInput("list_part_missing", part=missing[0])
    entries = [_listed(element) for part in _PARTS for element in tree.find(part)]
    if not entries:
        raise BadInput("list_empty")
    ids = [one.permanent_id for one in entries]
    if len(set(ids)) < len(ids):
        twice = next(one for one in ids if ids.count(one) > 1)
        raise BadInput("list_entry_twice", entry=twice)
    _check_letters(entries)
    generated = tree.get("dateGenerated", "")
    return ListFile(
        list=UN,
        date=_generated_on(generated),
        sha256=hashlib.sha256(data).hexdigest(),
        entries=tuple(entries),
        generated=generated,
    )


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("list_not_utf8", position=error.start) from error
    declared = _DECLARED.match(text.lstrip())
    if declared and declared.group(1).casefold() not in ("utf-8", "utf8", "us-ascii", "ascii"):
        raise BadInput("list_not_utf8", position=0)
    if _NEVER.search(text):
        raise BadInput("list_unsafe")
    return text.lstrip()


def _tree(text: str) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        raise BadInput("list_broken", line=line) from error


def _listed(element: Any) -> Listed:
    if element.tag not in _TAGS:
        raise BadInput("list_other_element", found=str(element.tag)[:60], line=element.sourceline)
    said = {name: nodes for name, nodes in _children(element, 0).items() if nodes}
    ids = said.get("DATAID", [])
    if len(ids) != 1 or not isinstance(ids[0], str):
        raise BadInput("list_entry_without_id", line=element.sourceline)
    if not said.get("FIRST_NAME"):
        raise BadInput("list_entry_without_name", entry=ids[0])
    if element.tag == "ENTITY":
        said = {"": ["ENTITY"], **said}
    return Listed(UN, ids[0], said)


def _children(element: Any, depth: int) -> dict[str, list[Any]]:
    """The filled fields of an element, blanks single; the empty ones say nothing."""
    if depth > _DEEPEST:
        raise BadInput("list_broken", line=element.sourceline)
    found: dict[str, list[Any]] = {}
    for child in element:
        if not isinstance(child.tag, str):
            raise BadInput("list_unsafe")
        node = _node(child, depth)
        if node:
            found.setdefault(child.tag, []).append(node)
    return found


def _node(element: Any, depth: int) -> str | Mapping[str, list[Any]]:
    text = " ".join((element.text or "").split())
    inside = _children(element, depth + 1)
    if not inside:
        return text
    return {**({"": [text]} if text else {}), **inside}


def _check_letters(entries: list[Listed]) -> None:
    """Names in their own script are what a list loses when somebody saves it in another encoding:
    they turn into question marks, or into pairs of Latin letters. One or two broken ones are the
    UN's own."""
    names = [
        name for one in entries for name in one.said.get("NAME_ORIGINAL_SCRIPT", ())
        if isinstance(name, str)
    ]  # fmt: skip
    lost = [n for n in names if "\ufffd" in n or n.count("?") > 2 or len(_MOJIBAKE.findall(n)) > 2]
    if len(lost) * _FEW > len(names):
        raise BadInput("list_letters_lost", count=len(lost), example=lost[0][:40])


def _generated_on(generated: str) -> str:
    found = _DAY.match(generated)
    try:
        return date.fromisoformat(found.group()).isoformat() if found else ""
    except ValueError:
        return ""
