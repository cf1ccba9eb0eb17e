"""Articles of an agreement's drafts: taken into a dossier, met again in the next draft, and what
was said before on articles of their kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctdesk.desk.clauses import Clause, ClauseLibrary, article_type
from ctdesk.desk.matching import Pair, matched, text_of
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import BadInput
from ctdesk.domain.records import Item
from ctdesk.domain.terms import Language
from ctdesk.store.acting import Act
from ctdesk.text.articles import Article, split
from ctdesk.text.fold import fold
from ctdesk.text.language import language_of

if TYPE_CHECKING:
    from ctdesk.desk.records import Dossiers
    from ctdesk.desk.session import Session

_AGAIN = 0.8
"""As alike as this an article is one that was dropped before."""

__all__ = ["Articles", "Clause", "Pair", "article_type", "matched"]


class Articles:
    """The desk's drafts of agreements, article by article."""

    def __init__(self, session: Session, dossiers: Dossiers) -> None:
        self._session = session
        self._dossiers = dossiers
        self._library = ClauseLibrary(session)

    def of(self, dossier: str) -> list[Item]:
        """The articles of a dossier that stand in its latest draft, in their order."""
        return sorted((i for i in self._ever(dossier) if i.status != "dropped"), key=_order)

    def _ever(self, dossier: str) -> list[Item]:
        return [item for item in self._dossiers.items(dossier) if item.type == "article"]

    def preview(self, dossier: str, text: str, language: Language) -> list[Pair]:
        """How a draft meets the articles that the dossier has; nothing is written.

        An article that an earlier draft had and the latest had not is met again when it comes
        back. BadInput for a text without any article.
        """
        new = [part for part in split(text) if part.kind == "article" and part.number]
        if not new:
            raise BadInput("no_articles")
        pairs = matched(self.of(dossier), new, language)
        dropped = [item for item in self._ever(dossier) if item.status == "dropped"]
        added = [pair.new for pair in pairs if pair.old is None and pair.new]
        back = {
            pair.new.start: pair
            for pair in matched(dropped, added, language)
            if pair.new and pair.alike >= _AGAIN
        }
        return [
            back.get(pair.new.start, pair) if pair.new and pair.old is None else pair
            for pair in pairs
        ]

    def take(self, dossier: str, text: str, language: Language) -> list[Pair]:
        """Take a draft into the dossier, in one act: what is the same keeps its position, what
        changed keeps it too and is told, what is new comes without one, what is gone is dropped."""
        pairs = self.preview(dossier, text, language)
        with self._session.act("take_draft") as act:
            for pair in pairs:
                self._put(act, dossier, pair, language)
        return pairs

    def _put(self, act: Act, dossier: str, pair: Pair, language: Language) -> None:
        if pair.new is None:
            if pair.old is not None:
                act.update(Item, pair.old.uid, status="dropped")
        elif pair.old is None:
            act.create(_item(dossier, pair.new, language))
        else:
            written = {"number": pair.new.number, f"text_{language}": text_of(pair.new)}
            if pair.old.status == "dropped":
                written["status"] = ""
            act.update(Item, pair.old.uid, **written)

    def as_blocks(self, dossier: str) -> list[Block]:
        """The dossier's articles as rows of an opinion on the agreement."""
        return [_block(item) for item in self.of(dossier)]

    def clauses(self, kind: str, text: str, limit: int = 10) -> list[Clause]:
        """What issued opinions said on articles of a kind, or on any, the most alike first."""
        return self._library.clauses(kind, text)[:limit]

    def opposite(self, kind: str, position: str, text: str) -> list[Clause]:
        """What was said the other way on articles of the same kind: a contradiction, perhaps."""
        return self._library.opposite(kind, position, text)


def _item(dossier: str, article: Article, language: Language) -> Item:
    written = text_of(article)
    return Item(
        dossier=dossier,
        number=article.number,
        type="article",
        article_type=article_type(article.title, article.text),
        text_ar=written if language == "ar" else "",
        text_en=written if language == "en" else "",
    )


def _block(item: Item) -> Block:
    proposed_in = language_of(item.proposed)
    return Block(
        uid="",
        kind="article",
        number=item.number,
        received_ar=item.text_ar,
        received_en=item.text_en,
        position=item.position,
        proposed_ar=item.proposed if proposed_in == "ar" else "",
        proposed_en=item.proposed if proposed_in == "en" else "",
    )


def _order(item: Item) -> tuple[int, str, str]:
    number = fold(item.number)
    figure = re.match(r"\d{1,9}", number)
    return (int(figure[0]) if figure else 0, number, item.uid)
