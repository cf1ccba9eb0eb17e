"""What others do with the same texts: FTS5's own tokenizers, Snowball and light10 stems.

Each baseline is one FTS5 table of one column that holds all of a record's texts, asked with the
words of the question joined by AND or OR and ranked by bm25.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import astuple
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import snowballstemmer
from sqlcipher3 import dbapi2

from ctdesk.store.index import Card, Texts

Join = Literal["AND", "OR"]

_MARKS = "\u064b-\u0652\u0670"
# Words as a tokenizer of Unicode (UAX 29) parts them: a mark belongs to its letter.
_WORD = re.compile(rf"[\w{_MARKS}]+")
_ARABIC = re.compile("[\u0620-\u064a]")
_SPELLINGS = str.maketrans("آأإىة", "ااايه")
_DROPPED = re.compile("[ـ\u064b-\u0652]")
_PREFIXES = ("ال", "وال", "بال", "كال", "فال", "لل", "و")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي")


def light10(word: str) -> str:
    """Larkey's light10 as Lucene's ArabicNormalizer and ArabicStemmer have it (2007): spellings
    normalised, then the first prefix that fits is taken off, then each suffix once, in order."""
    word = _DROPPED.sub("", word).translate(_SPELLINGS)
    for prefix in _PREFIXES:
        left = len(word) - len(prefix)
        if word.startswith(prefix) and left >= (3 if prefix == "و" else 2):
            word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 2:
            word = word[: -len(suffix)]
    return word


_SNOWBALL_ARABIC = snowballstemmer.stemmer("arabic")
_SNOWBALL_ENGLISH = snowballstemmer.stemmer("english")


@lru_cache(maxsize=1 << 18)
def _snowball(word: str) -> str:
    stemmer = _SNOWBALL_ARABIC if _ARABIC.search(word) else _SNOWBALL_ENGLISH
    return str(stemmer.stemWord(word.lower()))


@lru_cache(maxsize=1 << 18)
def _light10(word: str) -> str:
    return light10(word.lower())


class Kind(NamedTuple):
    """FTS5's tokenizer, and what makes stems of the words before it sees them, if anything."""

    tokenizer: str
    stem: Callable[[str], str] | None = None


BASELINES = {
    "FTS5 unicode61": Kind("unicode61 remove_diacritics 2"),
    "FTS5 Porter": Kind("porter unicode61 remove_diacritics 2"),
    "Snowball": Kind("ascii", _snowball),
    "light10": Kind("ascii", _light10),
}


class Baseline:
    """The records of a desk, found by one of `BASELINES`."""

    def __init__(self, kind: Kind, rows: Iterable[tuple[Card, Texts]]) -> None:
        self._stem = kind.stem
        self._uids: list[str] = []
        self._connection: Any = dbapi2.connect(":memory:", isolation_level=None)
        self._connection.execute(
            f"CREATE VIRTUAL TABLE t USING fts5(text, content='', tokenize='{kind.tokenizer}')"
        )
        self._connection.execute("BEGIN")
        for card, texts in rows:
            text = "\n".join(filter(None, astuple(texts)))
            self._connection.execute(
                "INSERT INTO t(rowid, text) VALUES (?, ?)",
                (len(self._uids), self._analysed(text)),
            )
            self._uids.append(card.uid)
        self._connection.execute("COMMIT")

    def search(self, question: str, join: Join, limit: int = 50) -> list[str]:
        """The uids of the records found, best first."""
        words = self._analysed(question).split()
        match = f" {join} ".join('"' + word.replace('"', '""') + '"' for word in words)
        rows = self._connection.execute(
            "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?", (match, limit)
        )
        return [self._uids[key] for (key,) in rows] if words else []

    def _analysed(self, text: str) -> str:
        if self._stem is None:
            return text
        return " ".join(map(self._stem, _WORD.findall(text)))
