"""A memo's content as pieces of a page, both languages side by side, before any Word element."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ctdesk.domain.blocks import Block
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.content import CitedSource, MemoContent, NamesAnnex
from ctdesk.memo.layout import Layout
from ctdesk.text.ordinals import leads
from ctdesk.text.show import date_text


@dataclass(frozen=True)
class Twin:
    """The same words in Arabic and English; either may be missing."""

    ar: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.ar.strip() or self.en.strip())

    def side(self, language: Language) -> str:
        return self.ar if language == "ar" else self.en


@dataclass(frozen=True)
class Line:
    """One paragraph: its style, what leads it in bold (a number, a label), its words."""

    style: str
    words: Twin
    lead: Twin = Twin()
    hanging: bool = False
    """The lead stands in the margin of the paragraph, not in its first line."""
    markers: tuple[int, ...] = ()
    keep_next: bool = False
    standing: bool = False
    """A standing phrase: where a language has none there is none, not the other's."""


@dataclass(frozen=True)
class Cell:
    words: Twin
    lead: Twin = Twin()
    markers: tuple[int, ...] = ()
    centred: bool = False
    quoted: bool = False
    """Words of someone else: they run their own way, whatever the memo's language."""


@dataclass(frozen=True)
class Grid:
    """A ruled table with a head that comes back on each page; shares of the width in percent."""

    head: tuple[Twin, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[int, ...]


Piece = Line | Grid


def phrase(key: str, **values: Twin) -> Twin:
    """A standing phrase of `resources/terms/memo.toml` in both languages."""
    return Twin(
        *(
            terms()(f"memo.{key}", side, **{name: v.side(side) for name, v in values.items()})
            for side in ("ar", "en")
        )
    )


def body(
    content: MemoContent, layout: Layout, *, markers: bool, closing: bool = True
) -> Iterator[Piece]:
    """What stands between the subject and the signature; a template may have the closing itself."""
    if layout.title:
        yield Line("MemoTitle", phrase(f"title.{content.kind}"))
    if layout.title and layout.subject:
        yield Line("MemoSubject", Twin(content.subject_ar, content.subject_en))
    if layout.greeting:
        yield Line("MemoMeta", phrase("greeting"), keep_next=True, standing=True)
    reference = Twin(content.reference_ar, content.reference_en)
    if layout.compliments:
        yield Line("MemoBody", _compliments(content, bool(reference)))
    if reference:
        yield Line("MemoBody", reference)
    pieces = list(_blocks(content, layout, markers))
    if pieces and isinstance(pieces[-1], Line):
        # The signature never stands on a page without words of the memo.
        pieces[-1] = replace(pieces[-1], keep_next=True)
    yield from pieces
    if layout.closing and closing:
        style = "MemoBody" if layout.compliments else "MemoClosing"
        yield Line(style, closing_of(content), keep_next=True)


def closing_of(content: MemoContent) -> Twin:
    """The closing sentence: the memo's own, else that of its kind."""
    standing = phrase(f"closing.{content.kind}")
    return Twin(content.closing_ar or standing.ar, content.closing_en or standing.en)


def foot(content: MemoContent, layout: Layout) -> Iterator[Piece]:
    """What a note verbale has in the place of a signature: day, initials, addressee."""
    if layout.signature == "initials":
        day = Twin(*(date_text(content.date, side, "western") for side in ("ar", "en")))
        yield Line("MemoPlace", phrase("note_verbale.place_date", date=day), keep_next=True)
        yield Line("MemoInitials", phrase("note_verbale.initials"), keep_next=True)
    if layout.addressee == "foot":
        yield Line("MemoFoot", Twin(content.to_ar, content.to_en))


def tail(content: MemoContent, layout: Layout) -> Iterator[Piece]:
    """What follows the signature: attachments, copies, references, who prepared it."""
    yield from _listed("attachments", [Twin(*pair) for pair in content.attachments])
    parties = [Twin(*pair) for pair in content.copies]
    yield from _listed("copies", [phrase("copy", party=p) for p in parties])
    if layout.references and content.sources:
        yield Line("MemoSmallHead", phrase("references"), keep_next=True)
        for label, markers in _by_label(content.sources):
            yield Line("MemoSmall", label, _bracketed(markers))
    prepared = Twin(content.prepared_ar, content.prepared_en)
    if prepared:
        yield Line("MemoSmall", phrase("prepared", officer=prepared))


def annex(content: MemoContent) -> Grid:
    """The passages that the memo stands on, in their own words."""
    rows = [
        (
            Cell(Twin(str(s.marker), str(s.marker)), centred=True),
            Cell(Twin(s.label_ar, s.label_en)),
            Cell(Twin(s.quote, s.quote), quoted=True),
        )
        for s in content.sources
    ]
    head = tuple(phrase(f"table.{name}") for name in ("marker", "source", "quote"))
    return Grid(head, tuple(rows), (8, 32, 60))


def names_annex(names: NamesAnnex) -> Grid:
    """The rows of a list of names, under the words of its fields."""
    keys = ("number", "name", "name_other", "entry", "basis", "detail")
    labels = (f"field.name_row.{key}" for key in keys)
    head = tuple(Twin(terms()(label, "ar"), terms()(label, "en")) for label in labels)
    rows = tuple(tuple(Cell(Twin(t, t), quoted=True) for t in row) for row in names.rows)
    return Grid(head, rows, (6, 23, 21, 11, 24, 15))


def _blocks(content: MemoContent, layout: Layout, markers: bool) -> Iterator[Piece]:
    blocks = [block for block in content.blocks if not block.empty]
    numbers = _Numbers(blocks, layout)
    for article, group in groupby(blocks, lambda block: block.kind == "article"):
        if article:
            yield _articles(list(group), content, markers)
        else:
            for block in group:
                yield _line(block, content, numbers, markers)


def _line(block: Block, content: MemoContent, numbers: _Numbers, markers: bool) -> Line:
    words = _marked(block, content)
    cited = _markers(block, content) if markers else ()
    if block.kind == "heading":
        return Line("MemoHeading", words, numbers.heading(), keep_next=True)
    if block.kind == "note":
        return Line("MemoNote", words, phrase("note"), markers=cited)
    lead, style = numbers.paragraph()
    return Line(style, words, lead, hanging=bool(lead), markers=cited)


class _Numbers:
    """What leads each heading and paragraph, taken as they come."""

    def __init__(self, blocks: Sequence[Block], layout: Layout) -> None:
        self._layout = layout
        kinds = [block.kind for block in blocks]
        self._headed = "heading" in kinds
        counted = zip(kinds, leads(kinds), strict=True)
        self._leads = iter([Twin(*lead) for k, lead in counted if k in ("heading", "paragraph")])

    def heading(self) -> Twin:
        lead = next(self._leads)
        return lead if self._layout.numbering == "ordinal" else Twin()

    def paragraph(self) -> tuple[Twin, str]:
        """What leads the next paragraph, and its style."""
        lead = next(self._leads)
        if self._layout.numbering == "bullet":
            return Twin("•", "•"), "MemoPoint"
        if self._layout.numbering == "none" or not lead:
            return Twin(), "MemoBody"
        return lead, "MemoPoint" if self._headed else "MemoNumbered"


def _articles(blocks: Sequence[Block], content: MemoContent, markers: bool) -> Grid:
    rows = tuple(
        (
            Cell(Twin(block.number, block.number), centred=True),
            Cell(Twin(block.received_ar, block.received_en)),
            Cell(
                _marked(block, content),
                _position(block),
                _markers(block, content) if markers else (),
            ),
            Cell(Twin(block.proposed_ar, block.proposed_en)),
        )
        for block in blocks
    )
    head = tuple(phrase(f"table.{n}") for n in ("article", "received", "remarks", "proposed"))
    return Grid(head, rows, (11, 29, 30, 30))


def _position(block: Block) -> Twin:
    if not block.position:
        return Twin()
    term = terms().term("position", block.position)
    colon = ":" if Twin(block.ar, block.en) else ""
    return Twin(term.ar + colon, term.en + colon)


def _marked(block: Block, content: MemoContent) -> Twin:
    """The block's words; its own classification before them where it is not the memo's."""
    if not block.mark or block.mark == content.classification:
        return Twin(block.ar, block.en)
    term = terms().term("classification", block.mark)
    return Twin(
        f"({term.ar}) {block.ar}" if block.ar else "", f"({term.en}) {block.en}" if block.en else ""
    )


def _markers(block: Block, content: MemoContent) -> tuple[int, ...]:
    keys = ((s.document, s.start, s.end) for s in block.sources)
    return tuple(dict.fromkeys(content.markers[key] for key in keys if key in content.markers))


def _by_label(sources: Iterable[CitedSource]) -> list[tuple[Twin, list[int]]]:
    """Each letter once, with all the numbers of its passages, in the order of the first."""
    found: dict[Twin, list[int]] = {}
    for source in sources:
        found.setdefault(Twin(source.label_ar, source.label_en), []).append(source.marker)
    return list(found.items())


def _bracketed(markers: Iterable[int]) -> Twin:
    text = " ".join(f"[{marker}]" for marker in markers)
    return Twin(text, text)


def _listed(name: str, lines: Sequence[Twin]) -> Iterator[Line]:
    if lines:
        yield Line("MemoSmallHead", phrase(name), keep_next=True)
    for number, line in enumerate(lines, start=1):
        yield Line("MemoSmall", line, Twin("–", "–"), keep_next=number < len(lines))


def _compliments(content: MemoContent, reference: bool) -> Twin:
    key = "note_verbale.compliments" if reference else "note_verbale.compliments_open"
    return phrase(key, to=Twin(content.to_ar, with_article(content.to_en)))


def with_article(name: str) -> str:
    """An English name as it stands inside a sentence: "the Embassy of ..."."""
    if name[:4].lower() == "the ":
        return "the " + name[4:]
    return f"the {name}" if name else name
