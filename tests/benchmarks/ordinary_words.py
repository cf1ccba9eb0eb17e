"""Makes `resources/screening/ordinary_words.txt`: common words that are no names in a text.

    python -m tests.benchmarks.ordinary_words --kit FOLDER > resources/screening/ordinary_words.txt

Sources and licences stand in the file's head, which this prints first.
"""

from __future__ import annotations

import argparse
import json
import re
import textwrap
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import docx

from ctdesk.domain.resources import resource
from ctdesk.screening.parts import bare
from ctdesk.screening.segment import words_of
from tests.benchmarks.name_kit import pairs

_HEAD = """\
# Common words of Arabic and English, folded, without the article: in a text they are no names, and
# stand in a match only where the listed name has the very same word. Arabic: the words of
# resources/lexicon/lexicon.toml and those of two official United Nations documents (CEDAW State
# report, CRC General Comment 20), without what people in Wikidata (CC0) bear as a name. English:
# words that telegrams of the Foreign Relations of the United States (public domain) write in small
# letters. Made by tests/benchmarks/ordinary_words.py."""
_LEAST_ARABIC, _LEAST_ENGLISH = 3, 8
_INSIDE_SENTENCE = re.compile(r"(?<![.!?:\"“”] )(?<!\n)\b([A-Za-z]{2,})\b")


def arabic_of(text: str) -> Iterator[str]:
    return (bare(word.letters, True) for word in words_of(text) if word.arabic)


def arabic_words(kit: Path) -> set[str]:
    """The lexicon's words and the frequent ones of the documents, without people's names."""
    counts: Counter[str] = Counter()
    for path in sorted(kit.glob("files/docx/arabic_book_stress01*.docx")):
        document = docx.Document(str(path))
        texts = [paragraph.text for paragraph in document.paragraphs]
        texts += [c.text for table in document.tables for row in table.rows for c in row.cells]
        for text in texts:
            counts.update(arabic_of(text))
    lexicon = resource("lexicon", "lexicon.toml").read_text(encoding="utf-8")
    found = {word for word, count in counts.items() if count >= _LEAST_ARABIC}
    found.update(word for text in _leaves(tomllib.loads(lexicon)) for word in arabic_of(text))
    borne = {
        word
        for pair in pairs(kit)
        if pair.tuning and pair.match and pair.source.startswith("wikidata-ar")
        for word in arabic_of(pair.a)
    }
    return {word for word in found - borne if len(word) > 1 and not word.startswith("عبدال")}


def english_words(kit: Path) -> set[str]:
    """Words written small, and seldom otherwise, inside the sentences of the telegrams."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    with (kit / "frus_telegrams.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            for word in _INSIDE_SENTENCE.findall(json.loads(line)["text"]):
                (small if word.islower() else large)[word.lower()] += 1
    return {w for w, count in small.items() if count >= _LEAST_ENGLISH and count > 2 * large[w]}


def _leaves(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for each in tree.values():
            yield from _leaves(each)
    elif isinstance(tree, list):
        for each in tree:
            yield from _leaves(each)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kit", type=Path, required=True)
    asked = parser.parse_args()
    print(_HEAD)
    for found in (arabic_words(asked.kit), english_words(asked.kit)):
        print("\n".join(textwrap.wrap(" ".join(sorted(found)), 100, break_on_hyphens=False)))


if __name__ == "__main__":
    main()
