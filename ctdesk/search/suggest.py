"""Words of the index: as completions of what is typed, and for what was mistyped.

The index holds folded words; people are shown the spelling of a record that has the word, newest
first, and only of records that they may see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rapidfuzz.distance import OSA

from ctdesk.search.cleared import ClearedWords
from ctdesk.search.expand import Expander
from ctdesk.search.lexicon import Lexicon, lexicon
from ctdesk.text.fold import fold, forms_of
from ctdesk.text.keyboard import other_layout
from ctdesk.text.morphology import is_arabic, stem
from ctdesk.text.words import words

# Letters that ears or eyes take for each other, in Arabic as Iraqis type it and in Latin names.
_ALIKE = (
    "ضظ", "تط", "سصث", "قكغ", "حه", "ذزظ", "دض", "جچ", "عا", "يا", "وا", "ei", "ie", "ou", "ck",
    "qk", "sz", "gj", "yi", "vf", "aeo",
)  # fmt: skip
_TRIED = 60
_LONGEST = 24


class Suggester:
    """Reads words through one connection. `text_of` gives a record's text by its uid."""

    def __init__(
        self,
        connection: Any,
        text_of: Callable[[str], str],
        lexicon_: Lexicon | None = None,
    ) -> None:
        self._connection = connection
        self._text_of = text_of
        self._expander = Expander(connection, lexicon_ or lexicon())
        self._cleared = ClearedWords(connection)
        self._spelt: dict[tuple[str, int], str] = {}

    def words(self, start: str, clearance: int, limit: int) -> list[tuple[str, int]]:
        """The most used words that begin so, in their spelling, with the number of records that
        have them (0: not counted)."""
        folded = fold(start)
        if len(folded) < 2 or " " in folded:
            return []
        rows = self._connection.execute(
            "SELECT term, df FROM lexeme WHERE term >= ? AND term < ? ORDER BY df DESC LIMIT ?",
            (folded, folded + "\U0010ffff", _TRIED),
        ).fetchall()
        found: list[tuple[str, int]] = []
        families: set[str] = set()
        for term, df in rows:
            if len(found) == limit:
                break
            if term != folded and stem(term) not in families:
                families.add(stem(term))
                if spelling := self.spelling(term, clearance):
                    found.append((spelling, self._cleared.count(term, int(df), clearance)))
        return found

    def spelling(self, form: str, clearance: int) -> str:
        """A word as the newest record that has it spells it; "" if none may be seen."""
        if not self._cleared.seen((form,), clearance):
            return ""
        if (form, clearance) in self._spelt:
            return self._spelt[form, clearance]
        row = self._connection.execute(
            "SELECT e.uid, e.title FROM ft CROSS JOIN entry AS e ON e.fts_key = ft.rowid"
            " WHERE ft MATCH ? AND e.rank <= ? ORDER BY ft.rowid DESC LIMIT 1",
            (f'"{form}"', clearance),
        ).fetchone()
        if row is None:
            return ""
        spelt = _in(row[1] or "", form) or _in(self._text_of(row[0]), form) or form
        if len(self._spelt) > 5_000:
            self._spelt.clear()
        self._spelt[form, clearance] = spelt
        return spelt

    def known(self, word: str, clearance: int) -> bool:
        """Whether records up to a clearance have the word in any form, or it has a synonym."""
        return all(self._known(form, clearance) for form in forms_of(word))

    def _known(self, form: str, clearance: int) -> bool:
        forms = self._expander.expand(form)
        used = [used for used, df in forms.df if df]
        return bool(forms.phrases) or bool(self._cleared.seen(used, clearance))

    def better(self, word: str, clearance: int) -> Iterator[str]:
        """Folded words that may have been meant, likeliest first: typed under the other keyboard
        layout, with a letter's look-alike, a letter off, or two words run together."""
        swapped = fold(other_layout(word))
        if swapped and all(self._known(form, clearance) for form in swapped.split()):
            yield swapped
        form = fold(word)
        if " " in form or not 3 <= len(form) <= _LONGEST:
            return
        yield from _by_use(self._expander.attested(_look_alikes(form)))
        yield from self._near(form)
        yield from self._parted(form)

    def _near(self, form: str) -> list[str]:
        distance = 1 if len(form) < 6 else 2
        starts = {form[0], *(form[1:2])} | {
            letter for group in _ALIKE if form[0] in group for letter in group
        }
        near: dict[str, tuple[int, int]] = {}
        for start in starts:
            rows = self._connection.execute(
                "SELECT term, df FROM lexeme"
                " WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?",
                (start, start + "\U0010ffff", len(form) - distance, len(form) + distance),
            )
            for term, df in rows:
                off = OSA.distance(form, term, score_cutoff=distance)
                if 0 < off <= distance and is_arabic(term) == is_arabic(form):
                    near[str(term)] = (off, -int(df))
        return sorted(near, key=lambda term: (near[term], term))[:5]

    def _parted(self, form: str) -> list[str]:
        """Two words of the index that stand together in the form: مكافحهالارهاب."""
        pairs = {form[:i]: form[i:] for i in range(3, len(form) - 2)}
        df = self._expander.attested([*pairs, *pairs.values()])
        both = [(a, b) for a, b in pairs.items() if min(df.get(a, 0), df.get(b, 0)) > 1]
        return [f"{a} {b}" for a, b in sorted(both, key=lambda p: -min(df[p[0]], df[p[1]]))[:1]]


def _in(text: str, form: str) -> str:
    """The spelling of a folded form in a text, without marks of vowels."""
    found = next((text[w.start : w.end] for w in words(text) if w.form == form), "")
    return "".join(c for c in found if not ("\u064b" <= c <= "\u0652" or c == "ـ"))


def _look_alikes(form: str) -> set[str]:
    """The form with one letter replaced by one that is taken for it."""
    return {
        form[:i] + other + form[i + 1 :]
        for i, letter in enumerate(form)
        for group in _ALIKE
        if letter in group
        for other in group
        if other != letter
    }


def _by_use(df: dict[str, int]) -> Iterable[str]:
    return sorted(df, key=lambda term: (-df[term], term))
