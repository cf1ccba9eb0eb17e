"""Memos: an opinion as a Word file, and a Word file's opinion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ctdesk.desk.framing import Frame, Framing
from ctdesk.desk.leaving import write_whole
from ctdesk.desk.phrases import Phrases
from ctdesk.desk.redaction import Redaction, words
from ctdesk.desk.revisions import WholeOpinions
from ctdesk.domain.blocks import Block, blocks_from_json
from ctdesk.domain.errors import Refused
from ctdesk.domain.records import Revision
from ctdesk.memo.content import CitedSource, MemoContent, MemoKind, MemoLanguage

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.screening_gate import NameLists
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook
    from ctdesk.memo.pages import Sheet


class Memos:
    """The desk's memos."""

    def __init__(
        self, session: Session, settings: SettingsBook, parties: Parties, names: NameLists
    ) -> None:
        self._session = session
        self._names = names
        self._framing = Framing(session, settings, parties)
        self._whole = WholeOpinions(session)
        self._redaction = Redaction(session, settings)
        self._phrases = Phrases(settings)

    def content(self, uid: str, revision: Revision | None = None) -> MemoContent:
        """What the memo of an opinion says, in both languages; of an earlier revision if asked."""
        return self._framed(uid, revision)[0]

    def _framed(self, uid: str, revision: Revision | None) -> tuple[MemoContent, Frame]:
        opinion = self._whole.open(uid)
        issued = opinion.revision if opinion.frozen else None
        if revision is not None:
            opinion = replace(opinion, blocks=self.blocks_of(revision), revision=revision)
        document = opinion.document
        frame = self._seen(self._framing.of(document, opinion.blocks, issued))
        opinion = replace(opinion, blocks=self._redaction.blocks(opinion.blocks))
        closing = self._phrases.closing(document.memo_kind)
        content = MemoContent(
            kind=cast(MemoKind, document.memo_kind or "opinion_reports"),
            opinion_uid=document.uid,
            revision=opinion.revision.number if opinion.revision else 0,
            sha256=opinion.revision.hash if opinion.revision else "",
            number=document.register_number,
            date=document.register_date or self._session.today().isoformat(),
            classification=document.classification,
            urgency=document.urgency,
            to_ar=frame.to[0],
            to_en=frame.to[1],
            subject_ar=document.subject or document.subject_en,
            subject_en=document.subject_en or document.subject,
            copies=frame.copies,
            attachments=(),
            closing_ar=document.closing or closing["ar"],
            closing_en=document.closing_en or closing["en"],
            reference_ar=document.opening,
            reference_en=document.opening_en,
            blocks=tuple(block for block in opinion.blocks if not block.empty),
            sources=_cited(opinion.blocks, frame),
            markers=_markers(opinion.blocks),
            names=self._names.annexes(document.uid, issued=opinion.frozen),
            signer_title_ar=frame.signer_title[0],
            signer_title_en=frame.signer_title[1],
            signer_name_ar=frame.signer_name[0],
            signer_name_en=frame.signer_name[1],
            prepared_ar=self._session.officer.title_ar if not opinion.frozen else "",
            prepared_en=self._session.officer.title_en if not opinion.frozen else "",
            seal=opinion.revision.seal if opinion.revision else "",
            seal_is_draft=not opinion.frozen,
        )
        return content, frame

    def write(
        self,
        uid: str,
        language: MemoLanguage,
        *,
        annex: bool = False,
        revision: Revision | None = None,
    ) -> bytes:
        """The memo as the bytes of a `.docx`; the same opinion gives the same bytes.

        Refused when something of it is hidden from this officer: there are no two memos of one
        number.
        """
        whole = self._whole.open(uid).blocks if revision is None else self.blocks_of(revision)
        if self._redaction.touches(whole):
            raise Refused("opinion_partly_hidden")
        return self._written(uid, language, annex, revision)

    def _written(
        self, uid: str, language: MemoLanguage, annex: bool, revision: Revision | None
    ) -> bytes:
        from ctdesk.memo.write import write_memo

        content, frame = self._framed(uid, revision)
        name = frame.letterheads.get(language, "")
        return write_memo(
            content,
            language,
            template=self._session.store.blobs.get(name) if name else None,
            digits="arabic" if frame.digits == "arabic" else "western",
            annex=annex,
        )

    def sheet(self, uid: str, language: MemoLanguage) -> Sheet:
        """The memo as a page reader takes it, for a preview of what will be written."""
        from ctdesk.memo.pages import read_sheet

        return read_sheet(self._written(uid, language, annex=False, revision=None))

    def hand_out(self, uid: str, language: MemoLanguage) -> bytes:
        """The memo for another program to show; that it was handed out is recorded."""
        data = self.write(uid, language)
        with self._session.act("export") as act:
            act.note("export", uid=uid, language=language, bytes=len(data))
        return data

    def export(self, uid: str, path: Path, language: MemoLanguage, *, annex: bool = False) -> Path:
        """Write the memo to a file, whole or not at all; the export is recorded."""
        data = self.write(uid, language, annex=annex)
        with self._session.act("export") as act:
            act.note("export", uid=uid, language=language, bytes=len(data))
            # within the act: a file that lies there and no record of it would be worse
            write_whole(path, data)
        return path

    def blocks_of(self, revision: Revision) -> tuple[Block, ...]:
        """The blocks of a revision that say something, as its memo has them."""
        blocks = blocks_from_json(revision.blocks)
        return tuple(block for block in blocks if not block.empty)

    def _seen(self, frame: Frame) -> Frame:
        """The frame without the names of what this officer may not see."""
        seen = self._session.access.seen("document", frame.labels)
        hidden = words("ar"), words("en")
        labels = {uid: label if uid in seen else hidden for uid, label in frame.labels.items()}
        return replace(frame, labels=labels)


def _cited(blocks: Iterable[Block], frame: Frame) -> tuple[CitedSource, ...]:
    quotes = {(s.document, s.start, s.end): s.quote for block in blocks for s in block.sources}
    return tuple(
        CitedSource(marker, *frame.labels[key[0]], quote=quotes[key])
        for key, marker in _markers(blocks).items()
        if key[0] in frame.labels
    )


def _markers(blocks: Iterable[Block]) -> dict[tuple[str, int, int], int]:
    """Numbers of the cited passages, in order of their first citation."""
    keys = ((s.document, s.start, s.end) for block in blocks for s in block.sources)
    return {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}
