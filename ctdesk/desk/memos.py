"""Memos: an opinion as a Word file, and a Word file's opinion."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ctdesk.desk.drafting import reference_of
from ctdesk.desk.phrases import Phrases
from ctdesk.domain.blocks import Block, blocks_from_json
from ctdesk.domain.errors import BadInput
from ctdesk.domain.records import Document, Revision
from ctdesk.domain.terms import LANGUAGES
from ctdesk.memo.content import CitedSource, MemoContent, MemoKind, MemoLanguage

if TYPE_CHECKING:
    from ctdesk.desk.opinions import Opinions
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook
    from ctdesk.memo.pages import Sheet


class Memos:
    """The desk's memos."""

    def __init__(
        self, session: Session, settings: SettingsBook, parties: Parties, opinions: Opinions
    ) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties
        self._opinions = opinions
        self._phrases = Phrases(settings)

    def content(self, uid: str, revision: Revision | None = None) -> MemoContent:
        """What the memo of an opinion says, in both languages; of an earlier revision if asked."""
        opinion = self._opinions.open(uid)
        if revision is not None:
            opinion = replace(opinion, blocks=self.blocks_of(revision), revision=revision)
        document, settings = opinion.document, self._settings.all()
        to_ar, to_en = self._addressee(document)
        closing = self._phrases.closing(document.memo_kind)
        cited = self._cited(opinion.blocks)
        return MemoContent(
            kind=cast(MemoKind, document.memo_kind or "opinion_reports"),
            opinion_uid=document.uid,
            revision=opinion.revision.number if opinion.revision else 0,
            sha256=opinion.revision.hash if opinion.revision else "",
            number=document.register_number,
            date=document.register_date or self._session.today().isoformat(),
            classification=document.classification,
            urgency=document.urgency,
            to_ar=to_ar,
            to_en=to_en,
            subject_ar=document.subject or document.subject_en,
            subject_en=document.subject_en or document.subject,
            copies=self._names(document.copies),
            attachments=(),
            closing_ar=document.closing or closing["ar"],
            closing_en=document.closing_en or closing["en"],
            reference_ar=document.opening,
            reference_en=document.opening_en,
            blocks=tuple(block for block in opinion.blocks if not block.empty),
            sources=cited,
            markers=_markers(opinion.blocks),
            signer_title_ar=settings.signer_title_ar,
            signer_title_en=settings.signer_title_en,
            signer_name_ar=settings.signer_name_ar,
            signer_name_en=settings.signer_name_en,
            prepared_ar=self._session.officer.title_ar if not opinion.frozen else "",
            prepared_en=self._session.officer.title_en if not opinion.frozen else "",
            seal=opinion.revision.seal if opinion.revision else "",
            seal_is_draft=not opinion.frozen,
        )

    def write(
        self,
        uid: str,
        language: MemoLanguage,
        *,
        annex: bool = False,
        revision: Revision | None = None,
    ) -> bytes:
        """The memo as the bytes of a `.docx`; the same opinion gives the same bytes."""
        from ctdesk.memo.write import write_memo

        return write_memo(
            self.content(uid, revision),
            language,
            template=self._settings.letterhead(language),
            digits="arabic" if self._settings.all().memo_digits == "arabic" else "western",
            annex=annex,
        )

    def sheet(self, uid: str, language: MemoLanguage) -> Sheet:
        """The memo as a page reader takes it, for a preview of what will be written."""
        from ctdesk.memo.pages import read_sheet

        return read_sheet(self.write(uid, language))

    def hand_out(self, uid: str, language: MemoLanguage) -> bytes:
        """The memo for another program to show; that it was handed out is recorded."""
        data = self.write(uid, language)
        with self._session.act("export") as act:
            act.note("export", uid=uid, language=language, bytes=len(data))
        return data

    def export(self, uid: str, path: Path, language: MemoLanguage, *, annex: bool = False) -> Path:
        """Write the memo to a file, whole or not at all; the export is recorded."""
        data = self.write(uid, language, annex=annex)
        part = path.with_name(path.name + ".part")
        try:
            part.write_bytes(data)
            os.replace(part, path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise BadInput(
                "file_not_written", path=str(path), detail=error.strerror or ""
            ) from error
        with self._session.act("export") as act:
            act.note("export", uid=uid, language=language, bytes=len(data))
        return path

    def blocks_of(self, revision: Revision) -> tuple[Block, ...]:
        """The blocks of a revision that say something, as its memo has them."""
        blocks = blocks_from_json(revision.blocks)
        return tuple(block for block in blocks if not block.empty)

    def _addressee(self, document: Document) -> tuple[str, str]:
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

    def _names(self, uids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return tuple((self._parties.name(uid, "ar"), self._parties.name(uid, "en")) for uid in uids)

    def _cited(self, blocks: Iterable[Block]) -> tuple[CitedSource, ...]:
        markers = _markers(blocks)
        documents = self._session.store.read.get_many(Document, (key[0] for key in markers))
        quotes = {(s.document, s.start, s.end): s.quote for block in blocks for s in block.sources}
        return tuple(
            CitedSource(
                marker=marker,
                label_ar=reference_of(documents[key[0]], self._parties, "ar"),
                label_en=reference_of(documents[key[0]], self._parties, "en"),
                quote=quotes[key],
            )
            for key, marker in markers.items()
            if key[0] in documents
        )


def _markers(blocks: Iterable[Block]) -> dict[tuple[str, int, int], int]:
    """Numbers of the cited passages, in order of their first citation."""
    keys = ((s.document, s.start, s.end) for block in blocks for s in block.sources)
    return {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}
