"""The regular inflection of Arabic verbs, as pure functions over folded words.

Of the derived forms (V to VIII and X) the written shape tells the form, so that يستهدف, استهدفت and
استهداف are one verb without a dictionary; of forms I to IV it doesn't (يزيد and زيد are two names),
so that their verbs are listed by hand, each as past, present and verbal noun. Like all morphology
here this only proposes: what the desk's own vocabulary doesn't attest is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PERSONS = "يتنا"
_PAST_ENDINGS = ("", "ت", "وا", "نا", "ا", "تا", "ه", "ها", "هم", "ته", "تها", "تهم")
_PRESENT_ENDINGS = ("", "ون", "ان", "وا", "ه", "ها", "هم")
_STRONG = "[^اويء]"

# What is left of a present without its person, of forms X, VIII and VII; their past has an alef
# before it.
_WITH_ALEF = rf"ست{_STRONG}{{3}}|{_STRONG}ت{_STRONG}{{2}}|ن{_STRONG}{{3}}"
# The same of forms V and VI, whose past is spelt alike.
_WITHOUT = rf"ت{_STRONG}{{3}}|ت{_STRONG}ا{_STRONG}{{2}}"
_PAST = re.compile(rf"ا(?P<rest>{_WITH_ALEF})(?:ت|وا|نا|ا|تا|ه|ها|هم|ته|تها|تهم)?")
_PRESENT = re.compile(
    rf"[{_PERSONS}](?:(?P<rest>{_WITH_ALEF})|(?P<plain>{_WITHOUT}))(?:ون|ان|وا|ه|ها|هم)?"
)
_NOUN = re.compile(
    rf"ا(?P<rest>ست{_STRONG}{{2}}ا{_STRONG}|{_STRONG}ت{_STRONG}ا{_STRONG}|ن{_STRONG}{{2}}ا{_STRONG})"
)


class Verb(NamedTuple):
    """A verb by its past (he did), its present without the person, and its verbal noun."""

    past: str
    present: str
    noun: str


def verbs(word: str) -> Iterator[Verb]:
    """The verbs of a derived form that a folded word without clitics may belong to."""
    if noun := _NOUN.fullmatch(word):
        rest = noun["rest"]
        yield _with_alef(rest[:-2] + rest[-1])
    if past := _PAST.fullmatch(word):
        yield _with_alef(past["rest"])
    if present := _PRESENT.fullmatch(word):
        if present["rest"]:
            yield _with_alef(present["rest"])
        else:
            yield Verb(present["plain"], present["plain"], present["plain"])


def _with_alef(rest: str) -> Verb:
    return Verb("ا" + rest, rest, f"ا{rest[:-1]}ا{rest[-1]}")


def persons(verb: Verb) -> Iterator[str]:
    """The verb in past and present, all persons in use in reports, with object pronouns."""
    for ending in _PAST_ENDINGS:
        yield verb.past + ending
    for person in _PERSONS:
        for ending in _PRESENT_ENDINGS:
            yield person + verb.present + ending


def with_particles(form: str) -> Iterator[str]:
    """A verb's form with what is written onto it: and, so, will, that (وقتل, سيقتل, ليقتل)."""
    yield form
    for particle in ("و", "ف", "ل"):
        yield particle + form
    if form.startswith(tuple(_PERSONS)):
        for particle in ("س", "وس", "فس", "ول"):
            yield particle + form
