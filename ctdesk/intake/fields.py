"""Which fields a report in a `.jsonl` may carry, and what is wrong with one that is refused.

Names, types and vocabularies are those of `domain.records.Document`: a field that officers fill in
there can be given here, under its outside name (`from`, `to`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from ctdesk.domain.errors import BadInput
from ctdesk.domain.fields import FieldSpec, FieldType, fields_of
from ctdesk.domain.records import Document
from ctdesk.domain.terms import terms

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_SHOWN = 60


@cache
def report_fields() -> Mapping[str, FieldSpec]:
    """The fields a report may carry, by outside name: what officers type, and `source_id`.

    Officers are records of one desk, so a file from outside can't name them.
    """
    return {
        spec.key: spec
        for spec in fields_of(Document)
        if (spec.form or spec.key == "source_id") and spec.type != "officer"
    }


def checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of one report, each of the right type; raises BadInput naming the first wrong one.

    `null` and empty text count as missing. One text where several belong is a list of one;
    several restrictions of handling are one text.
    """
    known = report_fields()
    result: dict[str, Any] = {}
    for name, value in fields.items():
        spec = known.get(name)
        if spec is None:
            raise BadInput("jsonl_unknown_key", field=_shown(name), known=", ".join(known))
        if value is None or value == "":
            continue
        result[name] = _CHECKS[spec.type](spec, value)
    if not (result.get("text", "").strip() or result.get("subject", "").strip()):
        raise BadInput("jsonl_says_nothing")
    return result


def _text(spec: FieldSpec, value: object) -> str:
    if not isinstance(value, str):
        raise BadInput("jsonl_not_text", field=spec.key, value=_shown(value))
    if _UNSTORABLE.search(value):
        raise BadInput("jsonl_unreadable_characters", field=spec.key)
    return value


def _texts(spec: FieldSpec, value: object) -> list[str]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise BadInput("jsonl_not_texts", field=spec.key, value=_shown(value))
    texts = [_text(spec, part) for part in value if part.strip()]
    if spec.most and len(texts) > spec.most:
        raise BadInput("jsonl_too_many", field=spec.key, most=spec.most, given=len(texts))
    return texts


def _day(spec: FieldSpec, value: object) -> str:
    text = _text(spec, value)
    try:
        if _ISO_DATE.fullmatch(text) is None:
            raise ValueError(text)
        date.fromisoformat(text)
    except ValueError as error:
        raise BadInput("jsonl_bad_date", field=spec.key, value=_shown(text)) from error
    return text


def _code(spec: FieldSpec, value: object) -> str:
    if spec.open:
        return ", ".join(_texts(spec, value))
    text = _text(spec, value)
    known = _codes(spec.vocabulary)
    if text not in known:
        raise BadInput(
            "jsonl_unknown_code", field=spec.key, value=_shown(text), known=", ".join(known)
        )
    return text


@cache
def _codes(vocabulary: str) -> tuple[str, ...]:
    return tuple(term.code for term in terms().vocabulary(vocabulary))


def _shown(value: object) -> str:
    """A value from outside, short enough for a sentence, without control characters."""
    text = value if isinstance(value, str) else repr(value)[: _SHOWN * 2]
    text = "".join(c if c.isprintable() else " " for c in text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


_CHECKS: Mapping[FieldType, Callable[[FieldSpec, object], object]] = {
    "text": _text,
    "long": _text,
    "date": _day,
    "code": _code,
    "party": _text,
    "parties": _texts,
    "codes": _texts,
    "texts": _texts,
}
