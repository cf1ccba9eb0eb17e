"""The first draft of an opinion: what it refers to, and what each report says, cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from uuid_utils import uuid7

from ctdesk.desk.parties import Parties
from ctdesk.domain.blocks import Block, Source
from ctdesk.domain.records import Document
from ctdesk.domain.terms import Language, terms
from ctdesk.text.sentences import first_sentence
from ctdesk.text.show import date_text

_QUOTE = 400


def opening_of(documents: Sequence[Document], parties: Parties, language: Language) -> str:
    """The sentence that names the letters answered; empty when there are none."""
    if not documents:
        return ""
    references = [reference_of(d, parties, language) for d in documents]
    joined = references[0]
    for reference in references[1:]:
        joined += terms()("draft.and", language) + reference
    return terms()("draft.opening", language, references=joined)


def reference_of(document: Document, parties: Parties, language: Language) -> str:
    """How a letter names a document: sender, number, date, as far as they are known."""
    shape = {
        (True, True): "reference",
        (True, False): "reference_undated",
        (False, True): "reference_unnumbered",
        (False, False): "reference_bare",
    }[bool(document.their_number), bool(document.their_date)]
    return terms()(
        f"draft.{shape}",
        language,
        mission=sender_of(document, parties, language),
        number=document.their_number,
        date=date_text(document.their_date, language, "western") if document.their_date else "",
    )


def sender_of(document: Document, parties: Parties, language: Language) -> str:
    """The sender's name, or the words that stand for an unknown one."""
    return parties.name(document.sender, language) or terms()("draft.someone", language)


def situation(documents: Iterable[Document], parties: Parties) -> list[Block]:
    """A heading, and a paragraph for each report that quotes its first sentence as source."""
    words = terms()
    paragraphs = [
        Block(
            uid=str(uuid7()),
            kind="paragraph",
            ar=_reported(document, source, parties, "ar"),
            en=_reported(document, source, parties, "en"),
            sources=(source,),
        )
        for document in documents
        if (source := _first_passage(document)) is not None
    ]
    if not paragraphs:
        return []
    heading = Block(
        uid=str(uuid7()),
        kind="heading",
        ar=words("draft.situation", "ar"),
        en=words("draft.situation", "en"),
    )
    return [heading, *paragraphs]


def _reported(document: Document, source: Source, parties: Parties, language: Language) -> str:
    """What the report says, quoted in its own language; in the other, that it is there.

    Nobody translated it yet, and an English memo must not carry an Arabic paragraph as its own.
    """
    mission = sender_of(document, parties, language)
    if document.language in ("", language):
        return terms()("draft.reported", language, mission=mission, quote=source.quote)
    day = document.their_date or document.register_date
    reference = terms()(
        "draft.numbered" if document.their_number else "draft.dated",
        language,
        number=document.their_number,
        date=date_text(day, language, "western"),
    )
    return terms()(
        f"draft.reported_{document.language}", language, mission=mission, reference=reference
    )


def _first_passage(document: Document) -> Source | None:
    text = document.text
    sentence = first_sentence(text, _QUOTE)
    start = text.find(sentence) if sentence else -1
    if start < 0:
        # The sentence was tidied (blanks joined): cite the head of the text as it stands.
        head = text[:_QUOTE].strip()
        start = text.find(head)
        sentence = head
    return Source(document.uid, sentence, start, start + len(sentence)) if sentence else None
