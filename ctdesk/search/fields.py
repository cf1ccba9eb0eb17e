"""The names an officer may put before a colon, in both languages, and the values behind them."""

from __future__ import annotations

from dataclasses import dataclass

from ctdesk.domain.terms import terms
from ctdesk.text.fold import fold


@dataclass(frozen=True)
class Field:
    """A searchable field: a column of words (`text`), a code of a vocabulary, or a date.

    `column` is the column of `ft` (or two, parted by a blank) or of `entry`; `vocabularies` give
    its values their labels; `names` are its other names, parted by blanks.
    """

    name: str
    sort: str  # text | code | codes (several, joined by blanks) | day | year | plain
    column: str
    vocabularies: tuple[str, ...] = ()
    names: str = ""


FIELDS = (
    Field("subject", "text", "subject", (), "title الموضوع موضوع العنوان عنوان"),
    Field("summary", "text", "summary", (), "الخلاصة خلاصة الملخص ملخص"),
    Field("text", "text", "body", (), "body النص نص المتن متن"),
    Field("mission", "text", "sender addressee", (), "embassy party السفارة سفارة البعثة بعثة "
          "الجهة جهة"),
    Field("from", "text", "sender", (), "sender المرسل من"),
    Field("to", "text", "addressee", (), "addressee إلى المعنون"),
    Field("number", "text", "number", (), "no ref العدد عدد الرقم رقم المرقم"),
    Field("kind", "code", "kind", ("document_kind", "dossier_kind"), "type النوع نوع"),
    Field("direction", "code", "direction", ("direction",), "الاتجاه اتجاه"),
    Field("state", "code", "state", ("document_state", "opinion_state"), "status الحالة حالة"),
    Field("classification", "code", "classification", ("classification",), "class السرية سرية"),
    Field("urgency", "code", "urgency", ("urgency",), "الاستعجال استعجال"),
    Field("topic", "codes", "topics", ("topic",), "topics المحور محور"),
    Field("country", "codes", "countries", ("country",), "countries الدولة دولة البلد بلد"),
    Field("lang", "code", "language", ("language",), "language اللغة لغة"),
    Field("officer", "plain", "officer", (), "الموظف موظف"),
    Field("table", "plain", "tbl", (), "tbl"),
    Field("dated", "day", "date", (), "date التاريخ تاريخ بتاريخ"),
    Field("due", "day", "due", (), "الاستحقاق استحقاق الموعد"),
    Field("year", "year", "year", (), "السنة سنة العام"),
)  # fmt: skip
PARTIES = ("sender addressee", "sender", "addressee")
"""Columns of names: neither widened by synonyms nor marked in texts."""
BY_NAME: dict[str, Field] = {}
for _field in FIELDS:
    for _name in (_field.name, *_field.names.split()):
        BY_NAME[fold(_name)] = _field


def label_of(field: Field, language: str) -> str:
    """How a field is named to a reader of that language."""
    if language == "ar":
        return next((name for name in field.names.split() if not name.isascii()), field.name)
    return field.name


def field_named(name: str) -> Field | None:
    """The field of that name in either language and any spelling."""
    return BY_NAME.get(fold(name))


def codes_of(field: Field, value: str) -> tuple[str, ...]:
    """Codes a value stands for: the code itself, its label in either language, or words of one.

    Empty when the vocabulary knows none; a field without a vocabulary takes the value as it is.
    """
    if not field.vocabularies:
        return (value.strip(),)
    wanted = fold(value)
    if not wanted:
        return ()
    known = [term for name in field.vocabularies for term in terms().vocabulary(name)]
    same = [t.code for t in known if wanted in (fold(t.code), fold(t.ar), fold(t.en))]
    if same:
        return tuple(dict.fromkeys(same))
    asked = set(wanted.split())
    part = [
        term.code
        for term in known
        if any(asked <= set(fold(text).split()) for text in (term.code, term.ar, term.en))
    ]
    if part or known:
        return tuple(dict.fromkeys(part))
    return (value.strip(),)
