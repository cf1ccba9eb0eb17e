"""An opinion's blocks: what it says, twin by twin, and the passages that each stands on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

BlockKind = Literal["heading", "paragraph", "article", "note"]


@dataclass(frozen=True)
class Source:
    """A cited passage."""

    document: str
    """Identity of the document."""
    quote: str
    """Its words, as in the original."""
    start: int
    end: int
    """Where it stands in the document's text, in code points."""


@dataclass(frozen=True)
class Block:
    """One block of an opinion, its Arabic and English text as twins.

    In an article row `ar` and `en` are the division's remarks.
    """

    uid: str
    kind: BlockKind
    ar: str = ""
    en: str = ""
    mark: str = ""
    """Classification of this block; empty: the opinion's."""
    sources: tuple[Source, ...] = ()
    number: str = ""
    received_ar: str = ""
    received_en: str = ""
    proposed_ar: str = ""
    proposed_en: str = ""
    position: str = ""

    @property
    def empty(self) -> bool:
        """It says nothing in either language."""
        texts = (self.ar, self.en, self.received_ar, self.received_en)
        return not any(text.strip() for text in (*texts, self.proposed_ar, self.proposed_en))


def blocks_to_json(blocks: Iterable[Block]) -> str:
    """The blocks as a revision stores and hashes them: keys sorted, empty fields left out."""
    return json.dumps(
        [{k: v for k, v in asdict(block).items() if v} for block in blocks],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def blocks_from_json(text: str) -> tuple[Block, ...]:
    """The blocks of a revision; none for an empty text."""
    return tuple(_block(data) for data in json.loads(text)) if text else ()


def _block(data: dict[str, Any]) -> Block:
    sources = tuple(Source(**source) for source in data.pop("sources", ()))
    return Block(sources=sources, **data)
