"""A draft agreement taken apart: its preamble, its articles, its signature part, its annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ctdesk.text.article_heads import TITLE_WORDS, Head, Line, heads_of, lines_of

Kind = Literal["preamble", "article", "signature", "annex"]


@dataclass(frozen=True)
class Article:
    """A part of a draft from `start` to `end` (code points of the whole).

    `number` is as the draft counts, in Western digits ("3", "5 bis"), empty outside the articles;
    `heading` as written, without the title; `text` what stands below both, blanks around it left
    out.
    """

    kind: Kind
    number: str
    heading: str
    title: str
    text: str
    start: int
    end: int


_SIGNATURE = re.compile(
    r"\s*(?:و?حررت? |و?حررتا? هذه|وقعت? (?:في|هذه|علي|ب)|(?:و?تم|جري) (?:ال)?توقيع"
    r"|و?(?:اشهادا|اثباتا|اقرارا|شهاده|توثيقا|تصديقا) (?:ب|ل|علي )|عن (?:حكومه|جانب) "
    r"|done (?:at|in|on|and signed)\b|signed (?:at|in|on|by|for|this)\b"
    r"|in (?:witness|faith) (?:whereof|thereof)|for (?:and on behalf of|the government of)\b)",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"\s*[(\[]?(?:(?:ال)?ملحق|annex|appendix|schedule)(?: ?(?:رقم )?[(\[]?\w{1,8}[)\]]?)?"
    r"(?: ?[:.\-].{0,80}|[)\]])?\s*",
    re.IGNORECASE,
)
_AROUND = ' \t\r\n:.-–—/|#*«»"'


def split(text: str) -> list[Article]:
    """The parts of a draft in its order; none for a blank text.

    The parts, joined, are the text. A text without headings is one article without a number.
    """
    lines = lines_of(text)
    heads = _before_annex(lines, heads_of(lines))
    if not heads:
        # a line of marks that nobody sees is none of `lines`, but it is not nothing
        return [_plain_part("article", text, 0, len(text))] if text.strip() else []
    bounds = [*(lines[head.at].start for head in heads), len(text)]
    reach = [*(head.at for head in heads[1:]), len(lines)]
    parts: list[Article] = []
    if text[: bounds[0]].strip():
        parts.append(_plain_part("preamble", text, 0, bounds[0]))
    else:
        bounds[0] = 0
    for n, head in enumerate(heads):
        parts += _article(text, lines[head.at : reach[n]], head, bounds[n], bounds[n + 1])
    return parts


def _before_annex(lines: Sequence[Line], heads: Sequence[Head]) -> list[Head]:
    """The heads above an annex that counts anew: what it counts are no articles of the draft."""
    for n, head in enumerate(heads[1:], 1):
        between = lines[heads[n - 1].at + 1 : head.at]
        if head.value == 1 and any(_ANNEX.fullmatch(line.plain.text) for line in between):
            return list(heads[:n])
    return list(heads)


def _article(text: str, lines: Sequence[Line], head: Head, start: int, end: int) -> list[Article]:
    """An article, and what stands below it: signatures, annexes."""
    title, body_at, following = _title(text, lines, head)
    tails: list[tuple[Kind, int]] = []
    for line in lines[following:]:
        kind = _tail(line, signed=bool(tails))
        if kind and text[body_at : line.start].strip():
            tails.append((kind, line.start))
    stops = [*(at for _, at in tails), end]
    heading = text[lines[0].start : head.end].strip(_AROUND)
    body = text[body_at : stops[0]].strip()
    article = Article("article", head.number, heading, title, body, start, stops[0])
    ends = zip(tails, stops[1:], strict=True)
    return [article, *(_plain_part(kind, text, at, until) for (kind, at), until in ends)]


def _tail(line: Line, *, signed: bool) -> Kind | None:
    """What begins with this line below the last article, if anything does."""
    if _ANNEX.fullmatch(line.plain.text):
        return "annex"
    return "signature" if not signed and _SIGNATURE.match(line.plain.text) else None


def _title(text: str, lines: Sequence[Line], head: Head) -> tuple[str, int, int]:
    """An article's title, where its text begins, and from which of its lines on others may begin.

    The title stands behind the number, or is a short line of its own below it.
    """
    end = lines[0].end
    if head.rest:
        if len(lines) > 1 and _may_be_title(head.rest):
            return text[head.end : end].strip(_AROUND), end, 2
        rest = text[head.end : end]
        return "", head.end + len(rest) - len(rest.lstrip(_AROUND)), 1
    if len(lines) > 2 and _may_be_title(lines[1].text) and _apart(lines):
        return text[lines[1].start : lines[1].end].strip(_AROUND), lines[1].end, 3
    return "", end, 2


def _may_be_title(text: str) -> bool:
    return len(text.split()) <= TITLE_WORDS and text[-1] not in ".;,!?؟" and not text[0].isdigit()


def _apart(lines: Sequence[Line]) -> bool:
    """Whether the line below the heading is a title, and not the beginning of what follows."""
    below = lines[1].text
    if lines[2].after_blank:
        return True
    return below[-1] != ":" and len(below) < 0.6 * max(len(line.text) for line in lines[2:])


def _plain_part(kind: Kind, text: str, start: int, end: int) -> Article:
    return Article(kind, "", "", "", text[start:end].strip(), start, end)
