"""As many documents as are wanted, out of the sentences of the kit's reports.

Sentences are shuffled and dates spread; without a kit, words are drawn with the frequencies of a
natural language. The same count gives the same documents.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from ctdesk.store.index import Card, Texts
from tests.benchmarks.desks import reports

KIT_FILES = ("reports_en.jsonl", "measure-only_reports_ar.jsonl")
_FIRST = date(1990, 1, 1)
_MISSIONS = 120


def documents(count: int, kit: Path | None, seed: int = 7) -> Iterator[tuple[Card, Texts]]:
    """Mixed documents of 150 to 600 words, half English and half Arabic, some of every kind."""
    rng = random.Random(seed)
    pools = _pools(kit)
    for number in range(count):
        language = rng.choice(("ar", "en"))
        size = rng.randint(150, 600)
        body = _body(rng, pools[language], size)
        rank = rng.choices((0, 1, 2, 3, 4), (50, 25, 15, 7, 3))[0]
        mission = rng.randrange(_MISSIONS)
        card = Card(
            "document",
            f"d{number}",
            kind=rng.choice(("report", "letter", "note_verbale")),
            direction="incoming",
            number=f"{number}/{2020 + number % 5}",
            their_number=f"{rng.randint(1, 9)}/{rng.randint(1, 9)}/{rng.randint(1, 9999)}",
            date=(_FIRST + timedelta(days=rng.randrange(12_000))).isoformat(),
            title=body[:80],
            mission=f"party{mission}",
            state=rng.choice(("registered", "assigned", "filed")),
            classification=("open", "restricted", "secret", "personal", "top_secret")[rank],
            rank=rank,
            topics=" ".join(rng.sample(("FTFR", "CTFN", "SANC", "EVID", "BORD"), 2)),
            language=language,
        )
        numbers = f"{card.number}\n{card.their_number}"
        yield card, Texts(body[:80], "", body, f"Embassy in City{mission}", "", numbers)


def _pools(kit: Path | None) -> dict[str, list[str]]:
    """Sentences by language."""
    if kit is None:
        return {"en": _invented("bcdfglmnprst", "aeiou"), "ar": _invented("بتجدرسعقلمن", "اوي")}
    pools: dict[str, list[str]] = {"en": [], "ar": []}
    for name in KIT_FILES:
        for card, texts in reports(kit / name):
            pools[card.language] += re.split(r"(?<=[.!?؟])\s+", texts.body)
    return pools


def _invented(consonants: str, vowels: str) -> list[str]:
    rng = random.Random(1)
    syllables = [consonant + vowel for consonant in consonants for vowel in vowels]
    lexicon = ["".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(40_000)]
    weights = [1 / (rank + 2) for rank in range(len(lexicon))]
    return [" ".join(rng.choices(lexicon, weights, k=15)) for _ in range(4_000)]


def _body(rng: random.Random, sentences: list[str], size: int) -> str:
    chosen: list[str] = []
    length = 0
    while length < size:
        sentence = rng.choice(sentences)
        chosen.append(sentence)
        length += sentence.count(" ") + 1
    return " ".join(chosen)
