"""Where a question's words stand in an original text, in its own spelling.

The index keeps no text, so hits are found again in Python, and only for the records on view.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ctdesk.search.language import best_fragments
from ctdesk.search.lexicon import Phrase
from ctdesk.search.plan import Target
from ctdesk.text.words import Word, words

Span = tuple[int, int]

ELLIPSIS = "…"


class Marker:
    """Finds the words of one question in texts; cheap to keep, made anew for each question."""

    def __init__(self, targets: Iterable[Target] = ()) -> None:
        self._phrases: dict[str, list[Phrase]] = {}
        self._prefixes: list[Phrase] = []
        for target in targets:
            for phrase in target.phrases:
                self._phrases.setdefault(phrase[0], []).append(phrase)
            if target.prefix:
                self._prefixes.append(target.prefix)

    def marks(self, text: str) -> list[Span]:
        """Exact ranges (code points) of the hits in the original text, in order, none within
        another."""
        if not self._phrases and not self._prefixes:
            return []
        return _merged(self._found(words(text)))

    def snippet(self, text: str, width: int = 160) -> tuple[str, list[Span]]:
        """About `width` characters of the text around its best hits, and the hits' ranges there.

        Without a hit, the text's beginning. Breaks and runs of blanks show as one blank.
        """
        marks = self.marks(text)
        tokens = [(start, end, text[start:end].casefold(), True) for start, end in marks]
        fragments = best_fragments(text, tokens, width)
        start, end = fragments[0] if fragments else (0, min(len(text), width))
        end = max(end, min(len(text), start + width))
        within = [mark for mark in marks if start <= mark[0] and mark[1] <= end]
        low, high = (within[0][0], within[-1][1]) if within else (end, start)
        start, end = _at_blanks(text, start, end, low, high)
        return _tidy(text, start, end, within)

    def _found(self, found: Sequence[Word]) -> list[Span]:
        spans: list[Span] = []
        forms = [word.form for word in found]
        for i, word in enumerate(found):
            for phrase in self._phrases.get(word.form, ()):
                size = len(phrase)
                if size == 1 or tuple(forms[i : i + size]) == phrase:
                    spans.append((word.start, found[i + size - 1].end))
            for prefix in self._prefixes:
                size = len(prefix)
                run = forms[i : i + size]
                alike = len(run) == size and tuple(run[:-1]) == prefix[:-1]
                if alike and run[-1].startswith(prefix[-1]):
                    spans.append((word.start, found[i + size - 1].end))
        return spans


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _at_blanks(text: str, start: int, end: int, low: int, high: int) -> Span:
    """The range drawn in to whole words, if a blank is near, but never past `low` and `high`."""
    if start > 0 and not text[start - 1].isspace():
        near = range(start, min(low, start + 20))
        start = next((i + 1 for i in near if text[i].isspace()), start)
    if end < len(text) and not text[end].isspace():
        near = range(end - 1, max(start, high, end - 20) - 1, -1)
        end = next((i for i in near if text[i].isspace()), end)
    return start, end


def _tidy(text: str, start: int, end: int, marks: list[Span]) -> tuple[str, list[Span]]:
    """The range as one line with ellipses where it is cut, its marks moved along."""
    out: list[str] = [ELLIPSIS] if start > 0 else []
    place: dict[int, int] = {}
    length = len(out)
    blank = True
    for i in range(start, end):
        place[i] = length
        if text[i].isspace():
            if blank:
                continue
            out.append(" ")
            blank = True
        else:
            out.append(text[i])
            blank = False
        length += 1
    place[end] = length
    moved = [(place[a], place[min(b, end)]) for a, b in marks]
    if end < len(text):
        out.append(ELLIPSIS)
    return "".join(out).rstrip(), moved
