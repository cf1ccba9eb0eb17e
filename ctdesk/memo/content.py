"""What a memo says, before it is laid out: twins in both languages, cited sources, who signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ctdesk.domain.blocks import Block

MemoKind = Literal[
    "opinion_reports",
    "opinion_mou",
    "answer",
    "to_minister",
    "note_verbale",
    "brief",
    "speaking_notes",
]
MemoLanguage = Literal["ar", "en", "both"]


@dataclass(frozen=True)
class CitedSource:
    """A passage that the memo stands on: its marker, the letter it is in, its words."""

    marker: int
    label_ar: str
    label_en: str
    quote: str


@dataclass(frozen=True)
class NamesAnnex:
    """A list of names that the memo carries: every row approved twice, as it is printed."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    """Number, name, name in the other script, reference of the entry, legal basis, details."""
    sha256: str
    """Of the rows as they were approved."""


@dataclass(frozen=True)
class MemoContent:
    """A memo of an opinion's revision. Codes are those of the vocabularies, dates ISO."""

    kind: MemoKind
    opinion_uid: str
    revision: int
    sha256: str
    """Of the frozen revision: the memo's identity on its way back."""
    number: str
    """Empty: a draft, and the memo says so."""
    date: str
    classification: str = ""
    urgency: str = ""
    to_ar: str = ""
    to_en: str = ""
    subject_ar: str = ""
    subject_en: str = ""
    copies: tuple[tuple[str, str], ...] = ()
    """Arabic and English name of each party for information."""
    attachments: tuple[tuple[str, str], ...] = ()
    reference_ar: str = ""
    reference_en: str = ""
    """The opening sentence that names the letters answered."""
    closing_ar: str = ""
    closing_en: str = ""
    """The closing sentence, where it is not the one that the kind has in the terms."""
    blocks: tuple[Block, ...] = ()
    sources: tuple[CitedSource, ...] = ()
    names: tuple[NamesAnnex, ...] = ()
    markers: Mapping[tuple[str, int, int], int] = field(default_factory=dict)
    """(document, start, end) of a cited passage to its marker."""
    signer_title_ar: str = ""
    signer_title_en: str = ""
    signer_name_ar: str = ""
    signer_name_en: str = ""
    prepared_ar: str = ""
    prepared_en: str = ""
    seal: str = ""
    """16 hex digits of the desk's history at the issue, for the small print."""
    seal_is_draft: bool = False
