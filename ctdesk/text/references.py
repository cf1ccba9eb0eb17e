"""Mentions of other messages and of resolutions in a text, and the keys they are met under.

A mention is looked for in English and in Arabic alike; which document it means is a question of
parties and dates, and for `ctdesk.desk.resolving` to answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ctdesk.text.mention import CIRCULAR, DEPARTMENT, MISSION, Mention, Plain, canonical
from ctdesk.text.mentions_ar import arabic_mentions
from ctdesk.text.mentions_en import english_mentions
from ctdesk.text.resolutions import resolution_mentions

__all__ = [
    "CIRCULAR", "DEPARTMENT", "MENTIONS_VERSION", "MISSION", "Mention", "mention_keys", "mentions",
    "number_keys",
]  # fmt: skip

MENTIONS_VERSION = 2
"""Raised when a text gets other keys than before: indexes that hold the old ones are rebuilt."""

RESOLUTION = "res:"
# A cable's own name, as in "1975BAGHDA00123" or "09BAGHDAD123"; and a number behind its sender's
# name, as in "State 1538".
_CABLE = re.compile(r"(?:\d{2}|\d{4}) ?[a-z]{3,}(?: [a-z]+)? ?(?P<serial>\d+)")
_NAMED = re.compile(r"(?P<name>[^\W\d_]{3,}(?: [^\W\d_]+)*) (?:no )?(?P<serial>\d+)")


def mentions(text: str) -> list[Mention]:
    """Every message and resolution that a text mentions, in the order of the text.

    None lies over another. Time grows with the length of the text alone.
    """
    plain = Plain(text)
    found = [*resolution_mentions(plain), *arabic_mentions(plain), *english_mentions(plain)]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return [_given(mention, plain) for mention in kept]


def _given(mention: Mention, plain: Plain) -> Mention:
    start, end = plain.given_at(mention.start), plain.given_end(mention.end)
    if plain.given[start:end].count("(") > plain.given[start:end].count(")"):
        end += plain.given[end : end + 1] == ")"
    return replace(mention, start=start, end=end, text=plain.given[start:end])


def number_keys(number: str) -> frozenset[str]:
    """The keys under which a document that goes by `number` can be met.

    "4/7/123" has itself, "State 1538" has "1538" too, "S/RES/2379 (2017)" has "res:2379".
    """
    plain = Plain(number).text.strip()
    resolutions = {key(mention) for mention in resolution_mentions(Plain(number))}
    if resolutions or not plain:
        return frozenset(resolutions)
    spelt = canonical(plain)
    keys = {spelt}
    cable = _CABLE.fullmatch(spelt)
    named = _NAMED.fullmatch(spelt)
    if cable:
        keys.add(canonical(cable["serial"]))
    elif named:
        keys.add(canonical(named["serial"]))
    return frozenset(keys)


def key(mention: Mention) -> str:
    """The key a mention is met under."""
    return RESOLUTION + mention.number if mention.kind == "resolution" else mention.number


def keys_of(mention: Mention) -> tuple[str, ...]:
    """The key of a mention and those of its copies."""
    return (key(mention), *(number for _, number in mention.copies))


def mention_keys(text: str) -> set[str]:
    """The keys of all that a text mentions, copies of a message sent elsewhere too."""
    return {found for mention in mentions(text) for found in keys_of(mention)}


def all_keys(numbers: Iterable[str]) -> frozenset[str]:
    """The keys of a document that goes by several numbers: ours, theirs, the source's."""
    return frozenset().union(*map(number_keys, numbers))
