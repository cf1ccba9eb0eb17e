"""The articles of a dossier beside those of its next draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ctdesk.domain.records import Item
from ctdesk.domain.terms import Language
from ctdesk.text.articles import Article
from ctdesk.text.difference import Compared
from ctdesk.text.fold import fold

_ALIKE = 0.35
"""Less alike than this, two articles are two, unless they have one title."""
_TITLED = 0.6
"""What one title counts for: the text under it may be wholly new."""
_NUMBERED = 0.02
"""What one number counts for: it decides between articles that are equally alike."""


@dataclass(frozen=True)
class Pair:
    """An article of the dossier and that of the next draft; either may be missing. `how` is same,
    changed, added, removed; `moved` where its number is another; `alike` 0 to 1. An article that
    the dossier had in the other language only is changed, and alike 0."""

    how: str
    old: Item | None
    new: Article | None
    moved: bool = False
    alike: float = 0.0


def text_of(article: Article) -> str:
    """What an item keeps of an article: its title on a line of its own, then its text."""
    return "\n".join(filter(None, (article.title, article.text)))


def words_of(item: Item, language: Language) -> str:
    """An item's text in a language."""
    return item.text_ar if language == "ar" else item.text_en


def matched(old: Sequence[Item], new: Sequence[Article], language: Language) -> list[Pair]:
    """Each article of the next draft with the one that it was, the most alike first, one to one;
    in the order of the draft, what is gone where it stood.

    What the dossier has in the other language only is met by its number.
    """
    before = [Compared(words_of(item, language)) for item in old]
    after = [Compared(text_of(article)) for article in new]
    likeness = [[b.alike(a) for a in after] for b in before]

    def worth(o: int, n: int) -> float:
        titled = bool(new[n].title) and _title(words_of(old[o], language)) == fold(new[n].title)
        near = max(likeness[o][n], _TITLED if titled else 0.0)
        if near < _ALIKE:
            return 0.0
        return near + (_NUMBERED if fold(old[o].number) == fold(new[n].number) else 0.0)

    was = _best(len(old), len(new), worth)
    for n, o in _by_number(old, new, language):
        if n not in was and o not in was.values():
            was[n] = o
    pairs = []
    for n, article in enumerate(new):
        if n not in was:
            pairs.append(Pair("added", None, article))
            continue
        item, near = old[was[n]], likeness[was[n]][n]
        how = "same" if before[was[n]].same(after[n]) else "changed"
        moved = fold(item.number) != fold(article.number)
        pairs.append(Pair(how, item, article, moved, near))
    return _with_removed(pairs, old)


def _title(text: str) -> str:
    """The folded first line of a text of several."""
    first, line_end, _ = text.partition("\n")
    return fold(first) if line_end else ""


def _best(olds: int, news: int, worth: Callable[[int, int], float]) -> dict[int, int]:
    """For places in the draft those in the dossier: the worthiest pairs first."""
    scores = ((worth(o, n), -abs(o - n), -o, -n) for o in range(olds) for n in range(news))
    was: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, o, n in sorted(scores, reverse=True):
        if score and -o not in taken and -n not in was:
            was[-n] = -o
            taken.add(-o)
    return was


def _by_number(
    old: Sequence[Item], new: Sequence[Article], language: Language
) -> Iterator[tuple[int, int]]:
    """Places of articles of one number of which the dossier lacks the text in this language."""
    numbers = {fold(article.number): n for n, article in enumerate(new)}
    for o, item in enumerate(old):
        if not words_of(item, language).strip() and fold(item.number) in numbers:
            yield numbers[fold(item.number)], o


def _with_removed(pairs: list[Pair], old: Sequence[Item]) -> list[Pair]:
    """What no article of the draft met is set below all that it stood below."""
    met = {pair.old.uid for pair in pairs if pair.old}
    above: set[str] = set()
    for item in old:
        if item.uid not in met:
            places = [n for n, pair in enumerate(pairs) if pair.old and pair.old.uid in above]
            pairs.insert(max(places, default=-1) + 1, Pair("removed", item, None))
        above.add(item.uid)
    return pairs
