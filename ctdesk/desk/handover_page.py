"""The page of a hand-over: what changes hands, by section, for both to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ctdesk.desk.history_check import grouped
from ctdesk.desk.people import officer_name
from ctdesk.domain.records import Officer
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.paper import Paper, PaperPart
from ctdesk.memo.table import Column, Kind

SECTIONS = ("documents", "opinions", "dossiers", "actions", "waiting", "approvals")
_SHARES = {"number": 5, "what": 18, "state": 7, "due": 5}
_LONGEST, _LONGEST_STATE = 54, 24
"""Letters of a subject and of a state: one line of the page."""


@dataclass(frozen=True)
class HandoverRow:
    """One thing that is open of an officer."""

    section: str
    """One of `SECTIONS`."""
    table: str
    uid: str
    number: str
    what: str
    state: str
    due: str
    """ISO day, or nothing."""
    classification: str
    fields: tuple[str, ...]
    """What changes hands; nothing: it is told, but stays with who asked."""
    above: bool = False
    """The other officer is not cleared for it."""


def handover_paper(
    rows: Sequence[HandoverRow],
    before: Officer,
    after: Officer,
    language: Language,
    *,
    day: str,
    seal: str,
    degree: str,
) -> Paper:
    """The page in one language; `degree` is the highest of what it tells."""
    say = terms()
    held = {s: [row for row in rows if row.section == s] for s in SECTIONS}
    filled = [section for section in SECTIONS if held[section]]
    return Paper(
        title=say("handover.title", language),
        subtitle=say(
            "handover.line", language, giver=_named(before, language),
            taker=_named(after, language), day=day,
        ),
        mark=say.term("classification", degree or "open").label(language),
        parts=tuple(
            _part(section, held[section], language, first=section == filled[0])
            for section in filled
        ),
        signers=tuple(
            (
                say(f"handover.{side}", language),
                _named(officer, language),
                say("handover.signature", language),
            )
            for side, officer in (("gave", before), ("took", after))
        ),
        small_print=(say("month.seal", language, seal=grouped(seal)),),
    )  # fmt: skip


def _part(
    section: str, rows: Sequence[HandoverRow], language: Language, *, first: bool
) -> PaperPart:
    """A section as a table; only the first has the names of its columns."""
    say = terms()
    return PaperPart(
        head=say(
            "handover.head", language, name=say(f"handover.{section}", language), count=len(rows)
        ),
        columns=tuple(_column(name, share, language) for name, share in _SHARES.items()),
        rows=tuple(
            (row.number or "—", _cut(row.what), _cut(row.state, _LONGEST_STATE), row.due)
            for row in rows
        ),
        headless=not first,
    )


def _column(name: str, share: int, language: Language) -> Column:
    kind: Kind = "date" if name == "due" else "text"
    return Column(terms()(f"handover.column.{name}", language), share, kind)


def _named(officer: Officer, language: Language) -> str:
    name = officer_name(officer, language)
    title = officer.title_ar if language == "ar" else officer.title_en
    return (
        name
        if title in ("", name)
        else f"{name}، {title}"
        if language == "ar"
        else f"{name}, {title}"
    )


def _cut(text: str, longest: int = _LONGEST) -> str:
    """A text cut after a whole word, where it is longer than that."""
    if len(text) <= longest:
        return text
    words = text[:longest].rpartition(" ")[0]
    return (words or text[: longest - 1]) + "…"
