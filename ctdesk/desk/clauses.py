"""What issued opinions said on articles: positions, and wordings that were proposed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from ctdesk.domain.blocks import Block, blocks_from_json
from ctdesk.domain.records import Document
from ctdesk.domain.terms import LANGUAGES, Language, terms
from ctdesk.text.article_types import ArticleTypes, KeyWords
from ctdesk.text.difference import Compared
from ctdesk.text.language import language_of

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

_ISSUED = ("issued", "amended")
_OPPOSITE = {
    "agree": ("reserve", "reject"),
    "no_remark": ("reserve", "reject"),
    "agree_with_change": ("reserve", "reject"),
    "reserve": ("agree", "agree_with_change", "no_remark"),
    "reject": ("agree", "agree_with_change", "no_remark"),
}


@dataclass(frozen=True)
class Clause:
    """What an issued opinion said on an article: its text then, the position, the wording that
    was proposed, the remarks, in the language asked for where it has it; and how alike the article
    is to the one in hand (0 to 1)."""

    opinion: str
    number: str
    date: str
    article: str
    article_type: str
    position: str
    text: str
    proposed: str
    remarks: str
    alike: float

    @property
    def wording(self) -> str:
        """The wording that was accepted: the proposed one, or the text that was agreed to."""
        agreed = self.position in ("agree", "no_remark")
        return self.proposed or (self.text if agreed else "")


@cache
def article_types() -> ArticleTypes:
    """Kinds of articles by the key words under `article_words`."""
    words = {}
    for code in terms().codes("article_type"):
        if f"article_words.title.{code}" in terms():
            words[code] = KeyWords(_words(f"title.{code}"), _words(f"text.{code}"))
    return ArticleTypes(words)


def _words(key: str) -> list[str]:
    both = (terms()(f"article_words.{key}", language) for language in LANGUAGES)
    return [word.strip() for words in both for word in words.split(",")]


def article_type(title: str, text: str) -> str:
    """The code of vocabulary `article_type` that an article is of; "" when its words don't tell."""
    return article_types().of(title, text)


class ClauseLibrary:
    """Every article row of every issued opinion that the officer may see."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[str, tuple[tuple[Block, str], ...]] = {}
        """By opinion: what is issued is frozen, and read once."""

    def clauses(self, kind: str, text: str) -> list[Clause]:
        """What was said on articles of a kind, or on any without one, the most alike first, and
        the newest of those that are equally alike."""
        language = language_of(text)
        wanted = Compared(text)
        found = [
            replace(clause, alike=wanted.alike(Compared(clause.text)))
            for clause in self._all(language)
            if clause.article_type == kind or not kind
        ]
        found.sort(key=lambda clause: (clause.alike, clause.date), reverse=True)
        return found

    def opposite(self, kind: str, position: str, text: str) -> list[Clause]:
        """What was said the other way on articles of the same kind."""
        other = _OPPOSITE.get(position, ()) if kind else ()
        if not other:
            return []
        return [clause for clause in self.clauses(kind, text) if clause.position in other]

    def _all(self, language: Language) -> Iterator[Clause]:
        for state in _ISSUED:
            for opinion in self._session.access.where(Document, kind="opinion", state=state):
                for block, kind in self._rows_of(opinion.uid):
                    if self._session.access.may_see(block.mark):
                        yield _clause(opinion, block, kind, language)

    def _rows_of(self, opinion: str) -> tuple[tuple[Block, str], ...]:
        if opinion not in self._rows:
            blocks = blocks_from_json(self._session.store.read.latest_blocks(opinion))
            self._rows[opinion] = tuple(
                (block, _kind(block))
                for block in blocks
                if block.kind == "article"
                and (block.position or block.proposed_ar or block.proposed_en)
            )
        return self._rows[opinion]


def _kind(block: Block) -> str:
    """The kind of article that a row is about, by whichever of its texts tells."""
    texts = (block.received_ar, block.received_en, block.proposed_ar, block.proposed_en)
    for text in filter(None, texts):
        first, line_end, rest = text.partition("\n")
        if kind := article_type(first if line_end else "", rest or first):
            return kind
    return ""


def _clause(opinion: Document, block: Block, kind: str, language: Language) -> Clause:
    def twin(ar: str, en: str) -> str:
        return (ar or en) if language == "ar" else (en or ar)

    return Clause(
        opinion=opinion.uid,
        number=opinion.register_number,
        date=opinion.register_date,
        article=block.number,
        article_type=kind,
        position=block.position,
        text=twin(block.received_ar, block.received_en),
        proposed=twin(block.proposed_ar, block.proposed_en),
        remarks=twin(block.ar, block.en),
        alike=0.0,
    )
