"""The six words by which two officers make sure that their desks hold each other's true cards.

They are drawn from both cards together: whoever exchanged a card on the way would have to find one
that leads to the same words on both sides. Six words of a list of 1024 are 60 bits; since an
attacker may vary both cards, that is some 2**30 tries on either side, so each try is made costly
(scrypt, 64 MiB, RFC 7914): years of one core's work, while the officers are on the telephone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ctdesk.domain.resources import resource
from ctdesk.exchange.card import KeyCard

COUNT = 6
_SALT = b"ctdesk/words/1"


@dataclass(frozen=True)
class Word:
    """One word of each language's list: either may be read out."""

    ar: str
    en: str


@cache
def word_list() -> tuple[Word, ...]:
    """The words by number: as many in the one language as in the other."""
    arabic, english = (
        resource("words", f"{language}.txt").read_text(encoding="utf-8").split()
        for language in ("ar", "en")
    )
    return tuple(Word(ar, en) for ar, en in zip(arabic, english, strict=True))


def words_of(one: KeyCard, other: KeyCard) -> Sequence[Word]:
    """The six words for two cards, the same on both desks. Takes about a fifth of a second."""
    digest = hashlib.sha256(b"\0".join(sorted((one.content(), other.content())))).digest()
    drawn = hashlib.scrypt(digest, salt=_SALT, n=1 << 16, r=8, p=1, maxmem=1 << 27, dklen=2 * COUNT)
    words = word_list()
    # 65536 is a multiple of 1024: no word is likelier than another
    places = (int.from_bytes(drawn[2 * n : 2 * n + 2], "big") for n in range(COUNT))
    return [words[place % len(words)] for place in places]
