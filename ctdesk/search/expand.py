"""A word of the question -> the forms of it that the desk's documents use.

The index holds words as written (folded). So that `تمويل` finds بتمويل and التمويل, and `embassy`
embassies, a word is widened at the time of the question to forms that the `lexeme` table attests.
Precision comes first: a clitic or ending is taken off only where the rest is a word of the desk,
and words listed as being of their own are never merged (لبنان is not لبن).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import OSA

from ctdesk.search.lexicon import Lexicon, Phrase
from ctdesk.text.fold import forms_of
from ctdesk.text.morphology import (
    BARE,
    Analysis,
    is_arabic,
    stem,
    suffixed,
    with_clitics,
    without_clitic,
    without_suffix,
)
from ctdesk.text.verbs import Verb, persons, verbs, with_particles

# At most so many forms of one word go into a question, the most used first.
MOST_FORMS = 80
_MOST_PHRASES = 12
# So many words that begin as the one being typed are looked for with it.
_BEGINNINGS = 30

# What may differ between two English words of one stem for them to be one word inflected.
_ENGLISH_ENDINGS = frozenset(
    ("", "s", "es", "ed", "d", "ing", "ings", "e", "y", "ies", "ied", "ying", "ion", "ions", "ment",
     "ments", "ly")
)  # fmt: skip
# What is written onto a verb and is no part of it.
_ONTO_VERBS = frozenset(("و", "ف", "س", "وس", "فس", "ل", "ول"))
_PLURALS = frozenset(("", "s", "es", "y", "ies"))


@dataclass(frozen=True)
class Forms:
    """A word of the question and what stands for it: `exact` as typed, `near` inflected and spelt
    otherwise, `phrases` its synonyms. `df` counts documents by form."""

    word: str
    exact: tuple[str, ...]
    near: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    df: tuple[tuple[str, int], ...] = ()

    def all(self) -> tuple[Phrase, ...]:
        """Every form, as tuples of tokens, exact first."""
        return (*((form,) for form in (*self.exact, *self.near)), *self.phrases)


class Expander:
    """Looks words up in `lexeme` through a connection, with a lexicon for what no rule knows."""

    def __init__(self, connection: Any, lexicon: Lexicon) -> None:
        self._connection = connection
        self.lexicon = lexicon

    def expand(self, word: str, *, synonyms: bool = True) -> Forms:
        """The forms in use of one folded word."""
        found = self._inflected(word)
        phrases: dict[Phrase, None] = {}
        if synonyms:
            for name in self._meanings(word):
                if len(name) == 1:
                    found |= {f: n for f, n in self._inflected(name[0]).items() if f not in found}
                    found.setdefault(name[0], 0)
                else:
                    phrases |= dict.fromkeys(self.phrase_forms(name))
        exact_df = found.pop(word, 0)
        ranked = sorted((f for f in found if found[f]), key=lambda form: (-found[form], form))
        near = tuple(ranked[: MOST_FORMS - 1])
        counts = ((word, exact_df), *((form, found[form]) for form in near))
        return Forms(word, (word,), near, tuple(phrases), counts)

    def name(self, words: Phrase) -> tuple[Phrase, ...]:
        """Other names of a name of several words, in their forms; empty when none are listed."""
        found: dict[Phrase, None] = {}
        for name in sorted(self.lexicon.meanings(words)):
            if len(name) == 1:
                found |= dict.fromkeys((form,) for form in self._inflected(name[0]) or (name[0],))
            else:
                found |= dict.fromkeys(self.phrase_forms(name))
        return tuple(found)

    def phrase_forms(self, words: Phrase) -> list[Phrase]:
        """A name of several words with the clitics its first word takes, as far as in use."""
        first, rest = words[0], words[1:]
        if is_arabic(first):
            # تنظيم داعش never becomes التنظيم داعش: a name as listed says where its articles are.
            heads = (form for form in with_clitics(first) if form.endswith(first))
            joined = ("لل" + first[2:],) if first.startswith("ال") else ()
            bare = (form for form in heads if "ال" not in form[: -len(first)])
            used = sorted(self.attested((*bare, *joined)) | {first: 1})
            return [(head, *rest) for head in used[:_MOST_PHRASES]]
        last = words[-1]
        plurals = {f for f in self._english(last) if _one_word(last, f, _PLURALS)}
        return [(*words[:-1], tail) for tail in sorted(plurals | {last})]

    def matching(self, pattern: str) -> Forms:
        """The words in use that a pattern of folded letters, `*` and `?` fits."""
        fixed = pattern[: min((pattern + "*").find("*"), (pattern + "?").find("?"))]
        rows = self._connection.execute(
            "SELECT term, df FROM lexeme WHERE term >= ? AND term < ? AND term GLOB ?"
            " ORDER BY df DESC LIMIT ?",
            (fixed, fixed + "\U0010ffff", pattern, 4 * MOST_FORMS),
        ).fetchall()
        return Forms(pattern, tuple(str(term) for term, _ in rows), df=tuple(map(tuple, rows)))

    def beginning(self, start: str) -> Forms | None:
        """The forms in use of a word and the most used words that begin with it; None when it is
        one letter (after an article), which says nothing yet."""
        letters = len(start) - 2 * start.startswith("ال")
        if letters < 2 and not start.isdigit():
            return None
        rows = self._connection.execute(
            "SELECT term, df FROM lexeme WHERE term >= ? AND term < ? ORDER BY df DESC LIMIT ?",
            (start, start + "\U0010ffff", _BEGINNINGS),
        ).fetchall()
        forms = self.expand(start)
        begun = {str(term): int(df) for term, df in rows} | dict(forms.df)
        df = begun.pop(start, 0)
        near = tuple(sorted(begun, key=lambda form: (-begun[form], form))[: MOST_FORMS - 1])
        counts = ((start, df), *((form, begun[form]) for form in near))
        return Forms(start, (start,), near, forms.phrases, counts)

    def neighbours(self, word: str, distance: int) -> Forms:
        """The words in use within so many letters (swaps count once) that begin alike."""
        low, high = len(word) - distance, len(word) + distance
        rows = self._connection.execute(
            "SELECT term, df FROM lexeme"
            " WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?",
            (word[:1], word[:1] + "\U0010ffff", low, high),
        )
        near = [
            (str(term), int(df))
            for term, df in rows
            if OSA.distance(word, term, score_cutoff=distance) <= distance
        ]
        near.sort(key=lambda pair: (pair[0] != word, -pair[1]))
        others = tuple(term for term, _ in near[:MOST_FORMS] if term != word)
        return Forms(word, (word,), others, df=tuple(near[:MOST_FORMS]))

    def attested(self, words: Iterable[str]) -> dict[str, int]:
        """Those of the words that documents use, with the number of documents."""
        listed = json.dumps(list(dict.fromkeys(words)), ensure_ascii=False)
        rows = self._connection.execute(
            "SELECT l.term, l.df FROM json_each(?) AS asked"
            " JOIN lexeme AS l ON l.term = asked.value",
            (listed,),
        )
        return {str(term): int(df) for term, df in rows}

    def _meanings(self, word: str) -> list[Phrase]:
        keys = {word, *self.lexicon.family(word)}
        if word.startswith("ال") and len(word) > 4:
            keys.add(word[2:])
        names = {name for key in keys for name in self.lexicon.meanings((key,))}
        return sorted(names - {(word,)})

    def _inflected(self, word: str) -> dict[str, int]:
        if is_arabic(word):
            return self._arabic(word)
        return self._english(word)

    def _english(self, word: str) -> dict[str, int]:
        found = self.attested(self.lexicon.family(word))
        if not word.isalpha() or len(word) < 3 or word in self.lexicon.acronyms:
            return found
        rows = self._connection.execute(
            "SELECT term, df FROM lexeme WHERE stem = ?", (stem(word),)
        ).fetchall()
        for term, df in rows:
            if term not in self.lexicon.acronyms and _one_word(word, term):
                found[str(term)] = int(df)
        return found

    def _arabic(self, word: str) -> dict[str, int]:
        if len(word) < 2:
            return self.attested([word])
        bases = self._bases(word)
        conjugated = {verb for base in bases for verb in self._verbs(base)}
        family = {member for base in bases for member in self.lexicon.family(base)}
        family |= {verb.noun for verb in conjugated}
        wanted: dict[str, list[str]] = {word: []}
        for base in family:
            for form in self._written(base, family):
                wanted.setdefault(form, []).append(base)
        of_verbs = {
            written
            for verb in conjugated
            for form in persons(verb)
            for written in with_particles(form)
            if written == form or not self.lexicon.knows(written)
        }
        found = self.attested([*wanted, *of_verbs])
        sure = family | of_verbs | {word}
        return {
            form: df
            for form, df in found.items()
            if form in sure or any(self._believable(form, base, found) for base in wanted[form])
        }

    def _verbs(self, base: str) -> Iterator[Verb]:
        """The verbs that a word belongs to: those listed, or of a derived form by its shape."""
        if base in self.lexicon.apart:
            return
        readings = {
            base,
            *(reading.base for reading in without_clitic(base) if reading.before in _ONTO_VERBS),
        }
        for reading in readings:
            yield from self.lexicon.verbs.get(reading, ())
            yield from verbs(reading)

    def _bases(self, word: str) -> set[str]:
        """The word and, where the desk's words bear it out, what is left without its affixes."""
        if self.lexicon.knows(word):
            return {word}
        readings: dict[str, list[Analysis]] = {word: []}
        for reading in without_clitic(word):
            readings.setdefault(reading.base, [reading])
        for rest, path in list(readings.items()):
            for reading in without_suffix(rest):
                readings.setdefault(reading.base, [*path, reading])
                for second in without_suffix(reading.base):
                    readings.setdefault(second.base, [*path, reading, second])
        df = self.attested(form for rest in readings for form in (rest, "ال" + rest))
        return {
            rest
            for rest, path in readings.items()
            if all(self._sound(step, word if i == 0 else path[i - 1].base, df)
                   for i, step in enumerate(path))
        }  # fmt: skip

    def _sound(self, step: Analysis, whole: str, df: dict[str, int]) -> bool:
        """True if taking this affix off `whole` leaves what the desk uses as a word."""
        if whole in self.lexicon.apart:
            return False
        listed = self.lexicon.knows(step.base)
        articled = df.get("ال" + step.base, 0)
        count = df.get(step.base, 0) + articled
        if not count and not listed:
            return False
        if step.before in BARE:
            # و, ب, ك ... begin countless words: the rest must be the more usual word.
            if count <= 2 * df.get(whole, 0) and not listed:
                return False
            return listed or len(step.base) >= 5 or (len(step.base) == 4 and articled > 0)
        return True

    def _written(self, base: str, family: set[str]) -> Iterator[str]:
        """Every way to write a base that isn't, or doesn't begin, a word of its own."""
        for form in suffixed(base, known=self.lexicon.knows(base)):
            if form != base and form not in family and self.lexicon.knows(form):
                continue
            for written in with_clitics(form):
                if written in family or not self.lexicon.knows(written):
                    yield written

    def _believable(self, form: str, base: str, df: dict[str, int]) -> bool:
        """False for a form far more used than its base, which is then a word of its own."""
        of_base = df.get(base, 0) + df.get("ال" + base, 0)
        if len(base) <= 3 and form in {clitic + base for clitic in BARE}:
            return df[form] <= max(2, of_base)
        return df[form] <= max(30, 10 * of_base)


def _one_word(first: str, second: str, endings: frozenset[str] = _ENGLISH_ENDINGS) -> bool:
    """True when two English words of one stem differ by an inflection only."""
    shared = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        shared += 1
    rests = [first[shared:], second[shared:]]
    if shared and any(rest not in endings for rest in rests):
        # banned, banning: the last letter doubles before an ending.
        rests = [rest[1:] if rest[:1] == first[shared - 1] else rest for rest in rests]
    return all(rest in endings for rest in rests)


def tokens_of(text: str) -> Phrase:
    """The folded tokens of what an officer typed as one word."""
    return tuple(forms_of(text))
