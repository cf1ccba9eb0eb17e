"""Two plain names compared, and a comparison told part by part."""

from __future__ import annotations

from collections.abc import Sequence

from ctdesk.screening.align import Pair, likely_pairs
from ctdesk.screening.bracketed import forms_of_name
from ctdesk.screening.hit import Finding, How, PartPair, Scored
from ctdesk.screening.parts import Part
from ctdesk.screening.rarity import Rarity, common_rarity
from ctdesk.screening.score import Weighed, weighed
from ctdesk.screening.segment import Placed, placed_parts

_SPELLING = 0.88
"""From this likeness on two parts are spellings of one name, below they are only near."""


def explain_pair(a: str, b: str, rarity: Rarity | None = None) -> Scored:
    """Two plain names compared: how alike, and why. Nothing in common scores 0."""
    compared = (
        _compared(one, other, rarity or common_rarity())
        for one in forms_of_name(a)
        for other in forms_of_name(b)
    )
    return max(compared, key=lambda scored: scored.score)


def _compared(a: str, b: str, rarity: Rarity) -> Scored:
    one, other = placed_parts(a), placed_parts(b)
    first, second = [p.part for p in one], [p.part for p in other]
    first_weights = [rarity.weight(part) for part in first]
    second_weights = [rarity.weight(part) for part in second]
    found = weighed(first, second, first_weights, second_weights, likely_pairs(first, second))
    return Scored(
        found.score,
        told(found, (a, one, first_weights), (b, other, second_weights)),
        findings_of(found),
    )


Side = tuple[str, Sequence[Placed], Sequence[float]]
"""A name, its parts with their places, their weights."""


def told(found: Weighed, asked: Side, listed: Side) -> tuple[PartPair, ...]:
    """The pairs of a comparison in the asked name's order, then what the listed name has beside."""
    by_place = {at: (pair, weight) for pair, weight in found.pairs for at in pair.first}
    taken = {at for pair, _ in found.pairs for at in pair.second}
    rows = []
    for at, placed in enumerate(asked[1]):
        if at not in by_place:
            text = asked[0][placed.start : placed.end]
            rows.append(PartPair(text, "", "extra", 0.0, asked[2][at]))
            continue
        pair, weight = by_place[at]
        if at == pair.first[0]:
            rows.append(_row(pair, weight, asked, listed))
    rows += [
        PartPair("", listed[0][placed.start : placed.end], "missing", 0.0, listed[2][at])
        for at, placed in enumerate(listed[1])
        if at not in taken
    ]
    return tuple(rows)


def findings_of(found: Weighed) -> tuple[Finding, ...]:
    """What a comparison found beside its pairs."""
    sound: tuple[Finding, ...] = ("by_sound",) if found.by_sound else ()
    if found.order == "other":
        return (*sound, "order")
    if found.leading == "both_differ":
        return (*sound, "both_differ")
    if found.leading == "descendant":
        return (*sound, "descendant")
    if found.leading == "prefixed":
        return (*sound, "prefixed")
    return sound


def _row(pair: Pair, weight: float, asked: Side, listed: Side) -> PartPair:
    one = [asked[1][at] for at in pair.first]
    other = [listed[1][at] for at in pair.second]
    asked_text = asked[0][one[0].start : one[-1].end]
    listed_text = listed[0][other[0].start : other[-1].end]
    how = _how(pair, one[0].part, other[0].part)
    bare = one[0].part.kind == "name" and one[0].part.letters == other[0].part.letters
    if how != "split" and (bare or _letters(asked_text) == _letters(listed_text)):
        how = "same"
    return PartPair(asked_text, listed_text, how, pair.likeness, weight)


def _letters(text: str) -> str:
    """The letters alone: case, hyphens and blanks make no other spelling."""
    return "".join(filter(str.isalnum, text.casefold()))


def _how(pair: Pair, a: Part, b: Part) -> How:
    if len(pair.first) + len(pair.second) > 2:
        return "split"
    if a.code and a.code == b.code:
        return "meaning"
    if "initial" in (a.kind, b.kind):
        return "initial"
    return "spelling" if pair.likeness >= _SPELLING else "close"
