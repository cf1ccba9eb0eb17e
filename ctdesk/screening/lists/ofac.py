"""OFAC's list of Specially Designated Nationals, in its three `.csv` files without headings.

Columns by OFAC's own description ("SDN data specification", dat_spec.txt): `sdn.csv` ent_num,
SDN_Name, SDN_Type, Program, Title, Call_Sign, Vess_type, Tonnage, GRT, Vess_flag, Vess_owner,
Remarks; `alt.csv` ent_num, alt_num, alt_type, alt_name, alt_remarks; `add.csv` ent_num, add_num,
address, city, country, add_remarks. `-0-` stands for nothing; a lone 0x1A ends the older files.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from typing import Any

from ctdesk.domain.errors import BadInput
from ctdesk.screening.lists.listed import OFAC, Listed, ListFile

MAIN, ALIASES, ADDRESSES = "sdn.csv", "alt.csv", "add.csv"
_NOTHING = "-0-"
_SDN = ("", "name", "type", "program", "title", "call_sign", "vessel_type", "tonnage", "grt",
        "flag", "owner", "remarks")  # fmt: skip
_TOTAL_KEYS = 12
_KINDS = ("individual", "vessel", "aircraft", "")


def read_ofac(parts: Mapping[str, bytes], dated: str) -> ListFile:
    """The list of `sdn.csv` with the names of `alt.csv` and the places of `add.csv`, where given.

    BadInput for rows that are not such a list's: a list is taken whole.
    """
    said: dict[str, dict[str, list[Any]]] = {}
    for number, row in _rows(parts[MAIN], _TOTAL_KEYS):
        if not row[0].isdigit() or not row[1] or row[2].casefold() not in _KINDS:
            raise BadInput("list_row_odd", path=MAIN, row=number)
        if row[0] in said:
            raise BadInput("list_entry_twice", entry=row[0])
        named = zip(_SDN[1:], row[1:], strict=True)
        said[row[0]] = {name: [text] for name, text in named if text}
    if not said:
        raise BadInput("list_empty")
    for number, row in _rows(parts.get(ALIASES, b""), 5):
        if row[0] not in said or not row[3]:
            raise BadInput("list_row_odd", path=ALIASES, row=number)
        quality = "weak" if "weak" in row[4].casefold() else row[2]
        said[row[0]].setdefault("alias", []).append({"quality": [quality], "name": [row[3]]})
    for number, row in _rows(parts.get(ADDRESSES, b""), 6):
        if row[0] not in said:
            raise BadInput("list_row_odd", path=ADDRESSES, row=number)
        named = zip(("street", "city", "country", "note"), row[2:], strict=True)
        place = {name: [text] for name, text in named if text}
        if place:
            said[row[0]].setdefault("address", []).append(place)
    digest = hashlib.sha256(b"".join(parts[name] for name in sorted(parts))).hexdigest()
    entries = tuple(Listed(OFAC, key, told) for key, told in said.items())
    return ListFile(OFAC, dated, digest, entries)


def _rows(data: bytes, width: int) -> Sequence[tuple[int, list[str]]]:
    data = data.rstrip(b"\x1a ")
    if data and not data.endswith(b"\n"):
        # each row of these files ends its line: the last one was cut off
        raise BadInput("list_broken", line=data.count(b"\n") + 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    rows = []
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), strict=True), start=1):
            cells = [" ".join(cell.split()) for cell in row]
            if len(cells) != width:
                raise BadInput("list_row_odd", path="", row=number)
            rows.append((number, ["" if cell == _NOTHING else cell for cell in cells]))
    except csv.Error as error:
        raise BadInput("list_row_odd", path="", row=len(rows) + 1) from error
    return rows
