"""Opinions as they are kept, whole: for the Desk's own use. What leaves it goes by `redaction`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from uuid_utils import uuid7

from ctdesk.desk.rows import Opinion
from ctdesk.domain.blocks import Block, blocks_from_json, blocks_to_json
from ctdesk.domain.classification import rank
from ctdesk.domain.errors import Refused
from ctdesk.domain.records import Document, Link, Revision
from ctdesk.store.changes import now
from ctdesk.store.degrees import ranks

if TYPE_CHECKING:
    from ctdesk.desk.session import Session
    from ctdesk.store.acting import Act


class WholeOpinions:
    """Reads opinions with every word of theirs, and writes their revisions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, uid: str) -> Document:
        """The opinion's document, as far as this officer may see it."""
        document = self._session.access.get(Document, uid)
        if document.kind != "opinion":
            raise Refused("not_an_opinion", what=document.register_number or uid)
        return document

    def open(self, uid: str) -> Opinion:
        """The opinion with its blocks: the autosaved ones where they are newer."""
        document = self.get(uid)
        revision = self.latest(uid)
        blocks = blocks_from_json(revision.blocks) if revision else ()
        frozen = bool(document.register_number)
        draft = None if frozen else self._session.store.read.draft(uid)
        if draft:
            blocks = blocks_from_json(draft[1])
        links = self._session.store.read.where(Link, source=uid, type="answers", removed=0)
        return Opinion(
            document=document,
            blocks=blocks,
            revision=revision,
            on=tuple(link.target for link in links),
            frozen=frozen,
            autosaved_at=draft[0] if draft else "",
        )

    def below_sources(self, uid: str, classification: str) -> bool:
        """Whether a degree is lower than that of a document which the opinion answers or cites."""
        opinion = self.open(uid)
        cited = {source.document for block in opinion.blocks for source in block.sources}
        known = ranks(self._session.store.read, "document", {*cited, *opinion.on})
        return rank(classification) < max(known.values(), default=0)

    def latest(self, uid: str) -> Revision | None:
        """The newest saved revision of an opinion."""
        found = self._session.store.read.where(
            Revision, document=uid, order="-frozen -number -at -uid", limit=1
        )
        return found[0] if found else None

    def all(self, uid: str) -> list[Revision]:
        """Every saved revision of an opinion, oldest first."""
        return self._session.store.read.where(Revision, document=self.get(uid).uid, order="number")

    def write(self, act: Act, document: Document, blocks: Iterable[Block]) -> Revision:
        """Save a new revision, hashed over its content and the one before."""
        last = self.latest(document.uid)
        previous = last.hash if last else ""
        text = blocks_to_json(replace(b, uid=b.uid or str(uuid7())) for b in blocks)
        return act.create(
            Revision(
                document=document.uid,
                number=last.number + 1 if last else 1,
                author=self._session.officer.uid,
                at=now(),
                blocks=text,
                previous_hash=previous,
                hash=hashlib.sha256((previous + text).encode()).hexdigest(),
            )
        )
