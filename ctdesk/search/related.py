"""Records near to a text: what we said before on this, and what else was reported.

A text is asked for by its most distinctive words, in all their forms and in both languages; what
shares most of their weight comes first, more so with a topic, a country or the sender in common.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ctdesk.search.expand import Expander, Forms
from ctdesk.search.filters import Filters
from ctdesk.search.lexicon import Lexicon, lexicon
from ctdesk.search.plan import Condition, Plan, both
from ctdesk.search.rank import WEIGHTS, rarity
from ctdesk.search.result import HIT_COLUMNS, Hit
from ctdesk.text.morphology import stem
from ctdesk.text.words import words

# Words of the text that are asked for, at most, and records that are weighed.
_WORDS = 24
_WEIGHED = 120
# Postings that may be read for one text: the rarest words first.
_BUDGET = 40_000
# Of so long a text the beginning is read.
_LONGEST = 40_000
# A word in more records than this share says nothing about any of them.
_COMMON = 0.25
# What a topic, a country or the sender in common adds, as a share of the text's whole weight.
_TOPIC, _COUNTRY, _SENDER = 0.12, 0.06, 0.06
# A neighbour shares at least this much of the weight, and two words (or all of a shorter text).
_LEAST = 0.12


@dataclass(frozen=True)
class Traits:
    """What is known of the record that the text is of; codes, and the sender's uid."""

    topics: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    mission: str = ""


@dataclass(frozen=True)
class Neighbour:
    """A record near to the text. `words` are those of the text that it has in some form, as the
    text spells them, the weightiest first; `topics` and `countries` are shared codes."""

    hit: Hit
    words: tuple[str, ...]
    topics: tuple[str, ...]
    countries: tuple[str, ...]
    same_mission: bool


@dataclass(frozen=True)
class _Asked:
    """A word of the text with its forms and its weight."""

    spelling: str
    expression: str
    weight: float
    df: int


class Relater:
    """Finds neighbours through one connection (of the thread that asks)."""

    def __init__(self, connection: Any, lexicon_: Lexicon | None = None) -> None:
        self._connection = connection
        self._expander = Expander(connection, lexicon_ or lexicon())

    def related(
        self,
        text: str,
        *,
        traits: Traits | None = None,
        without: Iterable[str] = (),
        filters: Filters | None = None,
        clearance: int = 99,
        limit: int = 10,
    ) -> list[Neighbour]:
        """Up to `limit` records nearest to the text, best first; `without` are uids left out."""
        asked = self._distinctive(text)
        if not asked:
            return []
        plan = both(
            Plan(match=" OR ".join(word.expression for word in asked)),
            both((filters or Filters()).plan(), _allowed(clearance, without)),
        )
        cards = self._candidates(plan)
        if not cards:
            return []
        shares = {word: self._having(word, list(cards)) for word in asked}
        near = [
            _weighed(card, [w for w in asked if key in shares[w]], asked, traits or Traits())
            for key, card in cards.items()
        ]
        best = sorted((n for n in near if n), key=lambda pair: (-pair[0], -pair[1].hit.fts_key))
        return [neighbour for _, neighbour in best[:limit]]

    def _distinctive(self, text: str) -> list[_Asked]:
        """The words of the text that tell it from others, rarest and most used in it first."""
        (records,) = self._connection.execute("SELECT count(*) FROM entry").fetchone()
        uses, spelling = self._words_of(text[:_LONGEST])
        df = self._expander.attested(uses)
        families: dict[str, list[str]] = {}
        for word in df:
            families.setdefault(stem(word), []).append(word)
        weighed = []
        for family in families.values():
            count = sum(df[word] for word in family)
            if count <= max(3, records * _COMMON):
                best = max(family, key=lambda word: (uses[word], df[word]))
                times = sum(uses[word] for word in family)
                weighed.append((rarity(count, records) * (1 + math.log(times)), best))
        asked: list[_Asked] = []
        read = 0
        for weight, word in sorted(weighed, reverse=True)[: 2 * _WORDS]:
            forms = self._expander.expand(word)
            count = max(df[word], sum(n for _, n in forms.df))
            read += count
            if len(asked) == _WORDS or (read > _BUDGET and asked):
                break
            asked.append(_Asked(spelling[word], _expression(forms), weight, count))
        return asked

    def _words_of(self, text: str) -> tuple[Counter[str], dict[str, str]]:
        """How often each folded word that may tell something is used, and its first spelling."""
        uses: Counter[str] = Counter()
        spelling: dict[str, str] = {}
        for word in words(text):
            if len(word.form) < 3 or _tells_time(word.form) or self._everyday(word.form):
                continue
            uses[word.form] += 1
            spelling.setdefault(word.form, text[word.start : word.end])
        return uses, spelling

    def _everyday(self, form: str) -> bool:
        everyday = self._expander.lexicon.everyday
        return form in everyday or (form[0] in "وف" and form[1:] in everyday)

    def _candidates(self, plan: Plan) -> dict[int, tuple[Hit, str, str]]:
        """The best by FTS5's bm25, with their topics and countries."""
        tests = [row.sql for row in plan.rows]
        values = [value for row in plan.rows for value in row.values]
        columns = ", ".join(f"e.{name}" for name in (*HIT_COLUMNS, "topics", "countries"))
        rows = self._connection.execute(
            f"SELECT {columns} FROM ft CROSS JOIN entry AS e ON e.fts_key = ft.rowid"
            f" WHERE ft MATCH ? AND {' AND '.join(tests)} AND ft.rank MATCH ?"
            " ORDER BY ft.rank LIMIT ?",
            (plan.match, *values, WEIGHTS, _WEIGHED),
        )
        found = {}
        for *card, topics, countries in rows:
            hit = Hit.of(card)
            found[hit.fts_key] = (hit, topics or "", countries or "")
        return found

    def _having(self, word: _Asked, keys: list[int]) -> set[int]:
        rows = self._connection.execute(
            "SELECT rowid FROM ft WHERE ft MATCH ? AND +rowid IN (SELECT value FROM json_each(?))",
            (word.expression, json.dumps(keys)),
        )
        return {key for (key,) in rows}


def _tells_time(form: str) -> bool:
    """A bare number that is a year, or so short that it is a day or a count."""
    return form.isdigit() and (len(form) < 3 or (len(form) == 4 and "1900" <= form <= "2099"))


def _expression(forms: Forms) -> str:
    phrases = ('"' + " ".join(form).replace('"', '""') + '"' for form in forms.all())
    return "(" + " OR ".join(phrases) + ")"


def _allowed(clearance: int, without: Iterable[str]) -> Plan:
    left_out = json.dumps(list(without))
    return Plan(
        rows=(
            Condition("e.rank <= ?", (clearance,)),
            Condition("e.uid NOT IN (SELECT value FROM json_each(?))", (left_out,)),
        )
    )


def _weighed(
    card: tuple[Hit, str, str], shared: list[_Asked], asked: list[_Asked], traits: Traits
) -> tuple[float, Neighbour] | None:
    """A candidate's nearness and why; None when it shares too little."""
    hit, topics, countries = card
    whole = sum(word.weight for word in asked)
    share = sum(word.weight for word in shared) / whole
    if len(shared) < min(2, len(asked)) or share < _LEAST:
        return None
    same_topics = tuple(sorted(traits.topics & set(topics.split())))
    same_countries = tuple(sorted(traits.countries & set(countries.split())))
    same_mission = bool(traits.mission) and hit.mission == traits.mission
    near = share + _TOPIC * len(same_topics[:2]) + _COUNTRY * len(same_countries[:2])
    shown = sorted(shared, key=lambda word: -word.weight)
    return near + _SENDER * same_mission, Neighbour(
        hit, tuple(word.spelling for word in shown), same_topics, same_countries, same_mission
    )
