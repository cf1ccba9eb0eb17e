"""An opinion as a Word memo, ready for signature: the same content gives the same bytes."""

from __future__ import annotations

import io
from typing import Any

from ctdesk.domain.terms import Language, terms
from ctdesk.memo.content import MemoContent, MemoLanguage
from ctdesk.memo.identity import Identity, put_identity
from ctdesk.memo.layout import LAYOUTS, Layout
from ctdesk.memo.package import normalise, pack, unpack
from ctdesk.memo.pieces import annex, body, closing_of, foot, names_annex, phrase, tail
from ctdesk.memo.render import Renderer, TwinRenderer
from ctdesk.memo.template import (
    Value,
    default_template,
    fill,
    has_slot,
    open_template,
    remove_style,
    replace_anchor,
    template_language,
)
from ctdesk.memo.wml import clean, paragraph, spans
from ctdesk.text.show import Digits, date_text, hijri_text

_SHORT = 72
"""Characters of the subject on the pages that follow the first."""
_SIDES: tuple[Language, ...] = ("ar", "en")


def write_memo(
    content: MemoContent,
    language: MemoLanguage,
    *,
    template: bytes | None = None,
    digits: Digits = "western",
    annex: bool = False,
) -> bytes:
    """The memo as the bytes of a `.docx`.

    `digits` are those of its Arabic text. A template speaks one language (its labels do): for
    another the program's own is taken. With `annex` the cited passages follow on a page of their
    own, for the inside copy. Raises BadInput where the template can't be used.
    """
    layout = LAYOUTS[content.kind]
    own = template if template and template_language(template) in (language, None) else None
    document = open_template(own or default_template(language))
    closed = has_slot(document, "closing.ar") and layout.signature == "sign"
    fill(document, _values(content, layout, language, digits), digits)
    if layout.signature != "sign" or not (content.signer_title_ar or content.signer_title_en):
        remove_style(document, "MemoSignSpace")
    if language == "both":
        _write_twins(document, content, layout, digits, annex, closing=not closed)
    else:
        _write_one(document, content, layout, Renderer(language, digits), annex)
    put_identity(document, Identity(content.opinion_uid, content.revision, content.sha256))
    saved = io.BytesIO()
    document.save(saved)
    return pack(normalise(unpack(saved.getvalue()), content.date))


def _write_one(
    document: Any, content: MemoContent, layout: Layout, draw: Renderer, with_annex: bool
) -> None:
    markers = layout.references or with_annex
    main = draw.pieces(body(content, layout, markers=markers))
    main += draw.pieces(foot(content, layout))
    replace_anchor(document, "ct_body", main)
    after = draw.pieces(tail(content, layout))
    annexes = _annex(content, draw, with_annex) + _names(content, draw)
    replace_anchor(document, "ct_tail", after + annexes)


def _write_twins(
    document: Any,
    content: MemoContent,
    layout: Layout,
    digits: Digits,
    with_annex: bool,
    *,
    closing: bool,
) -> None:
    draw = TwinRenderer(digits)
    markers = layout.references or with_annex
    main = draw.pieces(body(content, layout, markers=markers, closing=closing))
    main += draw.pieces(foot(content, layout), ruled=False)
    replace_anchor(document, "ct_body", main)
    after = draw.pieces(tail(content, layout), ruled=False)
    one = Renderer("ar", digits)
    annexes = _annex(content, one, with_annex) + _names(content, one)
    replace_anchor(document, "ct_tail", after + annexes)


def _annex(content: MemoContent, draw: Renderer, wanted: bool) -> str:
    """The page of cited passages; nothing when none is cited."""
    if not wanted or not content.sources:
        return ""
    title = spans(phrase("annex").side(draw.language), draw.base, draw.digits)
    head = paragraph(title, "MemoHeading", draw.base, page_break=True)
    return head + draw.pieces([annex(content)])


def _names(content: MemoContent, draw: Renderer) -> str:
    """Each list of names on a page of its own, with the hash of what was approved."""
    out = ""
    for names in content.names:
        title = spans(names.title, draw.base, draw.digits)
        out += paragraph(title, "MemoHeading", draw.base, page_break=True)
        out += draw.pieces([names_annex(names)])
        hashed = terms()("names_out.hash", draw.language, sha256=names.sha256)
        out += paragraph(spans(hashed, draw.base, "western"), "MemoSmall", draw.base)
    return out


def _values(
    content: MemoContent, layout: Layout, language: MemoLanguage, shape: Digits
) -> dict[str, Value]:
    """What fills the slots: plain names in a template of one language, `.ar` and `.en` in both."""
    values: dict[str, Value] = {}
    for side in _SIDES:
        for name, value in _side_values(content, layout, side, shape).items():
            values[f"{name}.{side}"] = value
    plain: Language = "en" if language == "en" else "ar"
    values |= {
        name.removesuffix(f".{plain}"): value
        for name, value in list(values.items())
        if name.endswith(f".{plain}")
    }
    values["mark"] = Value(_mark(content, language))
    if language == "both" and _draft(content):
        values["number"] = Value(_both(phrase("draft").ar, phrase("draft").en), "MemoDraft")
    return values


def _side_values(
    content: MemoContent, layout: Layout, side: Language, shape: Digits
) -> dict[str, Value]:
    arabic = side == "ar"

    def words(ar: str, en: str) -> str:
        return (ar or en) if arabic else (en or ar)

    number = Value(clean(content.number))
    if _draft(content):
        number = Value(phrase("draft").side(side), "MemoDraft")
    hijri = hijri_text(content.date, side, shape if arabic else "western")
    label = terms()("memo.label.hijri", side)
    subject = words(content.subject_ar, content.subject_en)
    signed = layout.signature == "sign"
    name, title = (
        words(content.signer_name_ar, content.signer_name_en),
        words(content.signer_title_ar, content.signer_title_en),
    )
    to = words(content.to_ar, content.to_en) if layout.addressee == "head" else ""
    return {
        "number": number,
        "date": Value(date_text(content.date, side, shape if arabic else "western")),
        "hijri": Value(f"{label} {hijri}" if hijri else ""),
        "to": Value(to),
        "subject": Value(subject if layout.subject and not layout.title else ""),
        "short": Value(_shortened(subject)),
        "name": Value(name if signed else ""),
        "title": Value(title if signed else ""),
        "closing": Value(closing_of(content).side(side) if signed and layout.closing else ""),
        "seal": Value(_seal(content, side)),
    }


def _draft(content: MemoContent) -> bool:
    return content.seal_is_draft or not content.number.strip()


def _mark(content: MemoContent, language: MemoLanguage) -> str:
    """The classification and urgency of every page; the usual ones (open, routine) are not said."""
    words = terms()
    said = [
        words.term(name, code)
        for name, code, usual in (
            ("classification", content.classification, "open"),
            ("urgency", content.urgency, "routine"),
        )
        if code and code != usual
    ]
    texts = {"ar": " / ".join(t.ar for t in said), "en": " / ".join(t.en.upper() for t in said)}
    if _draft(content):
        draft = phrase("draft")
        for side in _SIDES:
            texts[side] = " \u2013 ".join(filter(None, (texts[side], draft.side(side))))
    return _both(texts["ar"], texts["en"]) if language == "both" else texts[language]


def _both(ar: str, en: str) -> str:
    return f"{ar} \u2013 {en}" if ar and en and ar != en else ar or en


def _seal(content: MemoContent, side: Language) -> str:
    if not content.seal:
        return ""
    groups = " ".join(content.seal[n : n + 4] for n in range(0, len(content.seal), 4))
    return f"{terms()('memo.label.seal', side)} {groups}"


def _shortened(subject: str) -> str:
    """The subject for the head of a page, cut at a word."""
    text = " ".join(subject.split())
    if len(text) <= _SHORT:
        return text
    return text[:_SHORT].rsplit(" ", 1)[0] + "…"
