"""What the index says of a record: its card (one narrow row) and the texts whose words it holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from ctdesk.domain.classification import rank
from ctdesk.domain.records import Action, Document, Dossier, Item, Party, Record
from ctdesk.store.index import Card, Texts

PartyOf = Callable[[str], Party | None]

# A new version means that indexes filled by an older one must be rebuilt: count it up with every
# change to what a record's card or texts hold.
CARDS_VERSION = 1

SEARCHED: tuple[type[Record], ...] = (Document, Dossier, Item, Action)
"""The kinds that have a card."""

_TITLE = 160


def card_of(
    record: Record, party_of: PartyOf, blocks: str = "", above: int = 0
) -> tuple[Card, Texts] | None:
    """The card and texts of a record; None for kinds that are not searched.

    `blocks` is the JSON of an opinion's newest revision; `above` the rank of what the record
    belongs to (`store.degrees`): an item is as secret as its dossier, an action as its document.
    """
    if isinstance(record, Document):
        return _document(record, party_of, blocks)
    if isinstance(record, Dossier):
        return _dossier(record, party_of)
    if isinstance(record, Item):
        card, texts = _item(record)
    elif isinstance(record, Action):
        card, texts = _action(record, party_of)
    else:
        return None
    return replace(card, rank=above), texts


def correspondents(document: Document) -> tuple[str, ...]:
    """Who stands on the other side: the sender of what came in, the addressees of what went out."""
    if document.kind == "opinion" or document.direction == "outgoing":
        return document.addressees
    return (document.sender,) if document.sender else ()


def _document(record: Document, party_of: PartyOf, blocks: str) -> tuple[Card, Texts]:
    others = correspondents(record)
    body = _words_of_blocks(blocks) if blocks else record.text
    card = Card(
        tbl="document",
        uid=record.uid,
        kind=record.kind,
        direction=record.direction,
        number=record.register_number,
        their_number=record.their_number,
        date=record.their_date or record.register_date or record.created_at[:10],
        title=record.subject or record.subject_en,
        mission=others[0] if others else "",
        state=record.state,
        urgency=record.urgency,
        classification=record.classification,
        rank=rank(record.classification),
        officer=record.officer,
        topics=" ".join(record.topics),
        countries=" ".join(record.countries),
        language=record.language,
        due=record.due,
    )
    texts = Texts(
        subject=_lines(record.subject, record.subject_en),
        summary=_lines(record.summary, record.margin_note),
        body=_lines(body, record.opening, record.opening_en),
        sender=_names((record.sender,), party_of),
        addressee=_names(record.addressees, party_of),
        number=_lines(
            record.register_number,
            record.provisional_number,
            record.their_number,
            record.outgoing_number,
            record.source_id,
        ),
    )
    return card, texts


def _dossier(record: Dossier, party_of: PartyOf) -> tuple[Card, Texts]:
    card = _plain_card(
        record,
        kind=record.kind,
        number=record.code,
        date=record.opened or record.created_at[:10],
        title=record.title_ar or record.title_en,
        state=record.stage,
        due=record.next_date,
        classification=record.classification,
        officer=record.officer,
    )
    texts = Texts(
        subject=_lines(record.title_ar, record.title_en),
        addressee=_names(record.parties, party_of),
        number=record.code,
    )
    return card, texts


def _item(record: Item) -> tuple[Card, Texts]:
    card = _plain_card(
        record,
        kind=record.type,
        number=record.number,
        date=record.created_at[:10],
        title=(record.text_ar or record.text_en)[:_TITLE],
        state=record.status,
        due=record.due,
    )
    texts = Texts(
        summary=_lines(record.proposed, record.basis),
        body=_lines(record.text_ar, record.text_en),
        number=record.number,
    )
    return card, texts


def _action(record: Action, party_of: PartyOf) -> tuple[Card, Texts]:
    card = _plain_card(
        record,
        kind="action",
        number="",
        date=record.due or record.created_at[:10],
        title=record.what,
        state=record.state,
        due=record.due,
    )
    waiting = (record.waiting_for,) if record.waiting_for else ()
    texts = Texts(subject=record.what, addressee=_names(waiting, party_of))
    return card, texts


def _plain_card(
    record: Record,
    *,
    kind: str,
    number: str,
    date: str,
    title: str,
    state: str,
    due: str,
    classification: str = "",
    officer: str = "",
) -> Card:
    return Card(
        tbl=record.table,
        uid=record.uid,
        kind=kind,
        direction="",
        number=number,
        their_number="",
        date=date,
        title=title,
        mission="",
        state=state,
        urgency="",
        classification=classification,
        rank=rank(classification),
        officer=officer,
        topics="",
        countries="",
        language="",
        due=due,
    )


def _names(uids: tuple[str, ...], party_of: PartyOf) -> str:
    parties = [party for uid in uids if uid and (party := party_of(uid)) is not None]
    return _lines(*(n for p in parties for n in (p.name_ar, p.name_en, *p.spellings)))


def _words_of_blocks(blocks: str) -> str:
    texts = (
        block.get(name, "")
        for block in json.loads(blocks)
        for name in ("ar", "en", "received_ar", "received_en", "proposed_ar", "proposed_en")
    )
    return _lines(*texts)


def _lines(*texts: str) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))
