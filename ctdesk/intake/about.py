"""What a text is about, by its words: the countries it names, the topics of the desk.

Precision before recall: a country counts when the subject names it or the text does so more than
once, a topic when enough of its words stand in the text.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from ctdesk.domain.resources import resource
from ctdesk.domain.terms import Language, terms
from ctdesk.intake.draft import Proposal
from ctdesk.text.fold import forms_of

_READ = 6_000
"""Characters of the text that are looked at."""
_MOST_COUNTRIES, _MOST_TOPICS = 4, 3
_OWN = "IQ"
_OWN_NAMES = ("جمهوريه العراق", "republic of iraq", "سفاره العراق", "embassy of iraq")
_FEWEST_OWN, _FEWEST = 4, 2
_AMBIGUOUS = frozenset(
    ("jordan river", "chad", "georgia", "guinea", "niger", "عمان", "مالي", "تشاد")
)
"""Names that are also those of people, cities or words."""
_MORE_NAMES: Mapping[str, str] = {
    "عمان": "", "سلطنه عمان": "OM", "المملكه العربيه السعوديه": "SA", "السعوديه": "SA",
    "الولايات المتحده": "US", "الولايات المتحده الامريكيه": "US", "امريكا": "US",
    "بريطانيا": "GB", "المملكه المتحده": "GB", "روسيا": "RU", "الاتحاد الروسي": "RU",
    "الامارات": "AE", "united states": "US", "united kingdom": "GB", "britain": "GB",
    "russia": "RU", "soviet union": "RU", "syria": "SY", "iran": "IR", "turkey": "TR",
    "saudi arabia": "SA", "egypt": "EG",
}  # fmt: skip
_CLITICS = ("", "و", "ف", "ب", "ك", "ل", "وب", "ول", "فب")
_ARABIC = re.compile("[\u0621-\u064a]")
_LONGEST_NAME = 4


def about(text: str, subject: str) -> Iterator[Proposal]:
    """The countries and the topics of a document, where its words leave no doubt."""
    read = text[:_READ]
    words = forms_of(read)
    titled = forms_of(subject)
    yield from _countries(words, titled, read)
    yield from _topics(words, titled)


def _countries(words: list[str], titled: list[str], read: str) -> Iterator[Proposal]:
    found, in_title = Counter(_named(words)), Counter(_named(titled))
    own = " ".join(words)
    found[_OWN] -= sum(own.count(name) for name in _OWN_NAMES)
    certain = [
        code
        for code, count in found.most_common()
        if code in in_title or count >= (_FEWEST_OWN if code == _OWN else _FEWEST)
    ]
    if certain:
        shown = ", ".join(terms().term("country", code).label(_side(read)) for code in certain)
        yield Proposal("countries", certain[:_MOST_COUNTRIES], shown)


def _side(text: str) -> Language:
    return "ar" if _ARABIC.search(text[:400]) else "en"


def _named(words: list[str]) -> Iterator[str]:
    """The code of every country that the words name; of names in one another the longest."""
    names = _names()
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            code = names.get(" ".join(words[at : at + length]))
            if code is not None:
                if code:
                    yield code
                at += length
                break
        else:
            at += 1


@cache
def _names() -> Mapping[str, str]:
    """Folded names of countries, with the small words that Arabic writes onto them, to codes."""
    plain = {name: code for name, code in _MORE_NAMES.items() if name not in _AMBIGUOUS or not code}
    for term in terms().vocabulary("country"):
        for label in (term.ar, term.en):
            name = " ".join(forms_of(label))
            if name and name not in _AMBIGUOUS:
                plain.setdefault(name, term.code)
    found: dict[str, str] = {}
    for name, code in plain.items():
        if not _ARABIC.search(name):
            found.setdefault(name, code)
            continue
        for clitic in _CLITICS:
            joined = f"{clitic}{name}"
            if clitic.endswith("ل") and name.startswith("ال"):
                joined = f"{clitic}ل{name[2:]}"
            found.setdefault(joined, code)
    return found


def _topics(words: list[str], titled: list[str]) -> Iterator[Proposal]:
    text, title = f" {' '.join(words)} ", f" {' '.join(titled)} "
    scores: Counter[str] = Counter()
    met: dict[str, list[str]] = {}
    for topic, keywords in _keywords().items():
        for keyword, weight in keywords.items():
            times = min(text.count(keyword), 3)
            bonus = 2 if keyword in title else 0
            if times or bonus:
                scores[topic] += weight * (times + bonus)
                met.setdefault(topic, []).append(keyword.strip())
    chosen = [topic for topic, score in scores.most_common(_MOST_TOPICS) if score >= _threshold()]
    if chosen:
        yield Proposal("topics", chosen, ", ".join(word for t in chosen for word in met[t][:3]))


@cache
def _lexicon() -> Mapping[str, object]:
    return tomllib.loads(resource("lexicon", "topics.toml").read_text(encoding="utf-8"))


@cache
def _threshold() -> int:
    return int(str(_lexicon()["threshold"]))


@cache
def _keywords() -> Mapping[str, Mapping[str, int]]:
    """Topic to its folded keywords, each between blanks, with their weights."""
    topics = _lexicon()["topic"]
    assert isinstance(topics, dict)
    found: dict[str, dict[str, int]] = {}
    for topic, groups in topics.items():
        for weight, phrases in ((3, groups.get("strong", [])), (1, groups.get("weak", []))):
            for phrase in phrases:
                form = " ".join(forms_of(phrase))
                variants = [form]
                if _ARABIC.search(form):
                    variants += [
                        f"{clitic}{form}" for clitic in ("و", "ب", "ل", "وب") if clitic != "ل"
                    ]
                    if form.startswith("ال"):
                        variants.append(f"لل{form[2:]}")
                for variant in variants:
                    found.setdefault(topic, {})[f" {variant} "] = weight
    return found
