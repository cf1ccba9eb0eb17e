"""Small lists to test on; every name in them is made up."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from openpyxl import Workbook

Fields = Mapping[str, object]

NADIR: Fields = {
    "DATAID": "9000001",
    "VERSIONNUM": "1",
    "FIRST_NAME": "NADIR",
    "SECOND_NAME": "SALIM",
    "THIRD_NAME": "AL-QASABI",
    "UN_LIST_TYPE": "Al-Qaida",
    "REFERENCE_NUMBER": "QDi.901",
    "LISTED_ON": "2014-05-14",
    "NAME_ORIGINAL_SCRIPT": "نادر سليم القصابي",
    "COMMENTS1": "Mother's name: Huda.",
    "NATIONALITY": {"VALUE": ["Iraq", "Syrian Arab Republic"]},
    "INDIVIDUAL_ALIAS": [
        {"QUALITY": "Good", "ALIAS_NAME": "Nader Salem al-Kassabi; Nadir al-Qassabi"},
        {"QUALITY": "Low", "ALIAS_NAME": "Abu Huda"},
        {"QUALITY": "", "ALIAS_NAME": ""},
    ],
    "INDIVIDUAL_DATE_OF_BIRTH": [
        {"TYPE_OF_DATE": "BETWEEN", "FROM_YEAR": "1975", "TO_YEAR": "1979"},
        {"TYPE_OF_DATE": "EXACT", "DATE": "1976-02-03"},
    ],
    "INDIVIDUAL_DOCUMENT": {"TYPE_OF_DOCUMENT": "Passport", "NUMBER": "A0000001"},
}
FUND: Fields = {
    "DATAID": "9000002",
    "FIRST_NAME": "GREEN PALM RELIEF FUND",
    "UN_LIST_TYPE": "Al-Qaida",
    "REFERENCE_NUMBER": "QDe.902",
    "LISTED_ON": "2011-03-16",
    "ENTITY_ALIAS": {"QUALITY": "a.k.a.", "ALIAS_NAME": "Green Palm"},
    "ENTITY_ADDRESS": {"CITY": "Mosul", "COUNTRY": "Iraq"},
}
TARIQ: Fields = {
    "DATAID": "9000003",
    "FIRST_NAME": "TARIQ",
    "SECOND_NAME": "HAMDAN AL-BAZZAZ",
    "UN_LIST_TYPE": "Iraq",
    "REFERENCE_NUMBER": "IQi.903",
    "NAME_ORIGINAL_SCRIPT": "طارق حمدان البزاز",
}


def un_xml(day: str, *entries: Fields) -> bytes:
    """The consolidated list of that day with these entries: those with an `e` reference are
    entities."""
    parts: dict[str, list[str]] = {"INDIVIDUAL": [], "ENTITY": []}
    for fields in entries:
        tag = "ENTITY" if "e." in str(fields["REFERENCE_NUMBER"]) else "INDIVIDUAL"
        parts[tag].append(f"<{tag}>{_inside(fields)}</{tag}>")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<CONSOLIDATED_LIST dateGenerated="{day}T00:00Z">'
        f"<INDIVIDUALS>{''.join(parts['INDIVIDUAL'])}</INDIVIDUALS>"
        f"<ENTITIES>{''.join(parts['ENTITY'])}</ENTITIES></CONSOLIDATED_LIST>"
    ).encode()


def _inside(fields: Fields) -> str:
    return "".join(
        f"<{name}>{_inside(one) if isinstance(one, Mapping) else escape(str(one))}</{name}>"
        for name, value in fields.items()
        for one in (value if isinstance(value, list) else [value])
    )


def sheet(*rows: Sequence[object]) -> bytes:
    """The bytes of an `.xlsx` with these rows."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()
