"""The frame of a memo: everything it says that is in no block. At the issue it is kept.

A memo is exported again years later; the division's letterhead, its head and the names of parties
have changed by then, what was signed has not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from ctdesk.desk.drafting import reference_of
from ctdesk.desk.phrases import Phrases
from ctdesk.domain.blocks import Block
from ctdesk.domain.records import Document, Revision
from ctdesk.domain.terms import LANGUAGES

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

Twin = tuple[str, str]
"""Arabic and English."""


@dataclass(frozen=True)
class Frame:
    """Who a memo is to and from, on which paper, and how it names the letters that it cites."""

    to: Twin
    copies: tuple[Twin, ...]
    signer_title: Twin
    signer_name: Twin
    digits: str
    letterheads: Mapping[str, str] = field(default_factory=dict)
    """Memo language to the name of the stored template; none: the program's own."""
    labels: Mapping[str, Twin] = field(default_factory=dict)
    """Identity of a cited document to how the memo calls it."""

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


class Framing:
    """Makes the frame that a memo would have today, and reads the one it was issued with."""

    def __init__(self, session: Session, settings: SettingsBook, parties: Parties) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties
        self._phrases = Phrases(settings)

    def of(self, document: Document, blocks: Iterable[Block], issued: Revision | None) -> Frame:
        """The frame of a memo: the one kept at its issue (`issued`), else today's."""
        if issued is not None and issued.frame:
            kept = _from_json(issued.frame)
            # an earlier revision may cite what the issued one no longer does
            return replace(kept, labels={**self._labels(blocks), **kept.labels})
        return self.today(document, blocks)

    def today(self, document: Document, blocks: Iterable[Block]) -> Frame:
        """The frame that today's settings, parties and documents give."""
        settings = self._settings.all()
        names = ((lang, getattr(settings, f"letterhead_{lang}")) for lang in (*LANGUAGES, "both"))
        return Frame(
            to=self._addressee(document),
            copies=tuple(self._name(uid) for uid in document.copies),
            signer_title=(settings.signer_title_ar, settings.signer_title_en),
            signer_name=(settings.signer_name_ar, settings.signer_name_en),
            digits=settings.memo_digits,
            letterheads={lang: name for lang, name in names if name},
            labels=self._labels(blocks),
        )

    def _addressee(self, document: Document) -> Twin:
        settings = self._settings.all()
        party = self._parties.get(document.addressees[0]) if document.addressees else None
        if party is None:
            return settings.addressee_ar, settings.addressee_en
        arabic, english = (
            self._phrases.honoured(
                self._parties.name(party.uid, side), document.memo_kind, party.kind, side
            )
            for side in LANGUAGES
        )
        return arabic, english

    def _name(self, uid: str) -> Twin:
        return self._parties.name(uid, "ar"), self._parties.name(uid, "en")

    def _labels(self, blocks: Iterable[Block]) -> dict[str, Twin]:
        cited = {source.document for block in blocks for source in block.sources}
        documents = self._session.store.read.get_many(Document, cited)
        return {
            uid: (
                reference_of(document, self._parties, "ar"),
                reference_of(document, self._parties, "en"),
            )
            for uid, document in documents.items()
        }


def _from_json(text: str) -> Frame:
    kept = json.loads(text)
    return Frame(
        to=_twin(kept["to"]),
        copies=tuple(_twin(each) for each in kept["copies"]),
        signer_title=_twin(kept["signer_title"]),
        signer_name=_twin(kept["signer_name"]),
        digits=kept["digits"],
        letterheads=kept["letterheads"],
        labels={uid: _twin(label) for uid, label in kept["labels"].items()},
    )


def _twin(values: list[str]) -> Twin:
    arabic, english = values
    return arabic, english
