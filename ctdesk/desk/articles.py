"""Articles of an agreement's drafts: taken into a dossier, met again in the next draft, and what
was said before on articles of their kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from ctdesk.domain.blocks import Block, blocks_from_json
from ctdesk.domain.errors import BadInput
from ctdesk.domain.records import Document, Item, Revision
from ctdesk.domain.terms import Language
from ctdesk.store.acting import Act
from ctdesk.text.articles import Article, article_type, split
from ctdesk.text.difference import alike, same
from ctdesk.text.fold import fold

if TYPE_CHECKING:
    from ctdesk.desk.lists import Lists
    from ctdesk.desk.records import Dossiers
    from ctdesk.desk.session import Session

_ALIKE = 0.35
"""Less alike than this, two articles are two, unless they have one title."""
_ISSUED = ("issued", "amended")
_FOR, _AGAINST = ("agree", "agree_with_change"), ("reserve", "reject")


@dataclass(frozen=True)
class Pair:
    """An article of the dossier and that of the next draft; either may be missing. `how` is same,
    changed, added, removed; `moved` where its number is another."""

    how: str
    old: Item | None
    new: Article | None
    moved: bool = False


@dataclass(frozen=True)
class Clause:
    """What an issued opinion said on an article: its text then, the position, the wording that
    was proposed, the remarks; and how alike the article is to the one in hand (0 to 1)."""

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


class Articles:
    """The desk's drafts of agreements, article by article."""

    def __init__(self, session: Session, lists: Lists, dossiers: Dossiers) -> None:
        self._session = session
        self._lists = lists
        self._dossiers = dossiers

    def of(self, dossier: str) -> list[Item]:
        """The articles of a dossier that stand in its latest draft, in their order."""
        found = [i for i in self._dossiers.items(dossier) if i.type == "article"]
        return sorted((i for i in found if i.status != "dropped"), key=_order)

    def preview(self, dossier: str, text: str, language: Language) -> list[Pair]:
        """How a draft meets the articles that the dossier has; nothing is written.

        BadInput for a text without any article.
        """
        new = [part for part in split(text) if part.kind == "article" and part.number]
        if not new:
            raise BadInput("no_articles")
        return matched(self.of(dossier), new, language)

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
            return
        written = _text_of(pair.new)
        if pair.old is None:
            kind = article_type(pair.new.title, pair.new.text)
            item = Item(
                dossier=dossier,
                number=pair.new.number,
                type="article",
                article_type=kind,
                text_ar=written if language == "ar" else "",
                text_en=written if language == "en" else "",
            )
            act.create(item)
            return
        fields = {"number": pair.new.number, f"text_{language}": written}
        before = {name: getattr(pair.old, name) for name in fields}
        if fields != before:
            act.update(Item, pair.old.uid, **fields)

    def as_blocks(self, dossier: str) -> list[Block]:
        """The dossier's articles as rows of an opinion on the agreement."""
        return [
            Block(
                uid="",
                kind="article",
                number=item.number,
                received_ar=item.text_ar,
                received_en=item.text_en,
                position=item.position,
                proposed_ar=item.proposed,
            )
            for item in self.of(dossier)
        ]

    def clauses(self, kind: str, text: str, limit: int = 10) -> list[Clause]:
        """What issued opinions said on articles of a kind, or like a text, the most alike first."""
        wanted = fold(text)
        found = [
            replace(clause, alike=fuzz.token_set_ratio(wanted, fold(clause.text)) / 100)
            for clause in self._library()
            if clause.article_type == kind or not kind
        ]
        found.sort(key=lambda clause: (clause.alike, clause.date), reverse=True)
        return found[:limit]

    def opposite(self, kind: str, position: str, text: str) -> list[Clause]:
        """What was said the other way on articles of the same kind: a contradiction, perhaps."""
        other = _AGAINST if position in _FOR else _FOR if position in _AGAINST else ()
        return [clause for clause in self.clauses(kind, text) if kind and clause.position in other]

    def _library(self) -> Iterator[Clause]:
        """Every article row of every issued opinion that this officer may see."""
        read = self._session.store.read
        for state in _ISSUED:
            for opinion in read.where(Document, kind="opinion", state=state):
                if self._lists.may_see(opinion.classification):
                    for revision in read.where(Revision, document=opinion.uid, frozen=1):
                        yield from _clauses(opinion, blocks_from_json(revision.blocks))


def _clauses(opinion: Document, blocks: Sequence[Block]) -> Iterator[Clause]:
    for block in blocks:
        if block.kind == "article" and (block.position or block.proposed_ar or block.proposed_en):
            text = block.received_ar or block.received_en
            first, _, rest = text.partition("\n")
            yield Clause(
                opinion=opinion.uid,
                number=opinion.register_number,
                date=opinion.register_date,
                article=block.number,
                article_type=article_type(first if rest else "", rest or first),
                position=block.position,
                text=text,
                proposed=block.proposed_ar or block.proposed_en,
                remarks=block.ar or block.en,
                alike=0.0,
            )


def matched(old: Sequence[Item], new: Sequence[Article], language: Language) -> list[Pair]:
    """Each article of the next draft with the one that it was, the most alike first; in the order
    of the draft, what is gone where it stood."""
    scores = sorted(
        (
            (_likeness(item, article, language), -abs(o - n), o, n)
            for o, item in enumerate(old)
            for n, article in enumerate(new)
        ),
        reverse=True,
    )
    was: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, o, n in scores:
        if score >= _ALIKE and o not in taken and n not in was:
            was[n] = o
            taken.add(o)
    pairs = [_pair(old[was[n]] if n in was else None, a, language) for n, a in enumerate(new)]
    for o in range(len(old)):
        if o not in taken:
            above = [n for n, before in was.items() if before < o]
            place = max(above, default=-1) + 1 + sum(pair.new is None for pair in pairs)
            pairs.insert(min(place, len(pairs)), Pair("removed", old[o], None))
    return pairs


def _pair(item: Item | None, article: Article, language: Language) -> Pair:
    if item is None:
        return Pair("added", None, article)
    how = "same" if same(_words_of(item, language), _text_of(article)) else "changed"
    return Pair(how, item, article, moved=item.number != article.number)


def _likeness(item: Item, article: Article, language: Language) -> float:
    """How alike the words are; one title counts for much, for the text under it may be new."""
    before = _words_of(item, language)
    title = before.partition("\n")[0]
    titled = bool(article.title) and fold(title) == fold(article.title)
    return max(alike(before, _text_of(article)), 0.6 if titled else 0.0)


def _words_of(item: Item, language: Language) -> str:
    return item.text_ar if language == "ar" else item.text_en


def _text_of(article: Article) -> str:
    """What an item keeps of an article: its title on a line of its own, then its text."""
    return "\n".join(filter(None, (article.title, article.text)))


def _order(item: Item) -> tuple[int, str, str]:
    number = fold(item.number)
    return (int(number) if number.isdigit() else 0, number, item.uid)
