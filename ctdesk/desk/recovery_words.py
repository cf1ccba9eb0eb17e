"""Recovery words: 13 of 1024, and a fourteenth by which a slip of the pen or the hand is told.

The words stand for numbers, which the Arabic and the English list share: the same sheet can be
typed in either language, or in both. 13 words of ten bits are 130 random bits. The lists in
`resources/words/` are never changed: a sheet in a safe must be readable after ten years.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ctdesk.domain.errors import BadInput
from ctdesk.domain.resources import resource
from ctdesk.domain.terms import LANGUAGES, Language
from ctdesk.text.fold import fold_word

COUNT = 14
"""Words on a sheet; the last one is the check."""
_RANDOM = COUNT - 1
_SIZE = 1024
_PURPOSE = b"ctdesk/recovery/1"


@dataclass(frozen=True)
class RecoveryWords:
    """The numbers of the words on one sheet."""

    numbers: tuple[int, ...]

    @classmethod
    def new(cls) -> RecoveryWords:
        """Words that nobody has seen."""
        drawn = tuple(secrets.randbelow(_SIZE) for _ in range(_RANDOM))
        return cls((*drawn, _check(drawn)))

    def shown(self, language: Language) -> tuple[str, ...]:
        """The words in one language, in order."""
        listed = word_list(language)
        return tuple(listed[number] for number in self.numbers)

    def secret(self) -> bytearray:
        """What the key of the slot is derived from."""
        return _secret(self.numbers[:_RANDOM])


def word_list(language: Language) -> tuple[str, ...]:
    """Every word of a language, in the order of its numbers."""
    return tuple(resource("words", f"{language}.txt").read_text(encoding="utf-8").split())


def unknown(typed: Sequence[str]) -> tuple[int, ...]:
    """Places, from 0, of words that stand on no list; a spelling without hamza or marks counts."""
    return tuple(at for at, word in enumerate(typed) if fold_word(word) not in _numbers())


def read_words(text: str) -> RecoveryWords:
    """The words as somebody typed them. BadInput says which one, or that they don't belong
    together: then one is another than on the sheet, or two changed places."""
    typed = text.split()
    strange = unknown(typed)
    if strange:
        raise BadInput("recovery_word_unknown", place=strange[0] + 1, word=typed[strange[0]])
    if len(typed) != COUNT:
        raise BadInput("recovery_words_count", count=len(typed), wanted=COUNT)
    numbers = tuple(_numbers()[fold_word(word)] for word in typed)
    if _check(numbers[:_RANDOM]) != numbers[-1]:
        raise BadInput("recovery_words_check")
    return RecoveryWords(numbers)


@cache
def _numbers() -> dict[str, int]:
    return {
        fold_word(word): number
        for language in LANGUAGES
        for number, word in enumerate(word_list(language))
    }


def _secret(drawn: Sequence[int]) -> bytearray:
    secret = bytearray(_PURPOSE)
    for number in drawn:
        secret += number.to_bytes(2, "big")
    return secret


def _check(drawn: Sequence[int]) -> int:
    digest = hashlib.sha256(b"check/" + _secret(drawn)).digest()
    return int.from_bytes(digest[:2], "big") % _SIZE
