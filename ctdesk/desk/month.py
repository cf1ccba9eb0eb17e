"""A month of the desk on one page, signed by its machine: the paper witness of its history."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctdesk.desk.history_names import Names
from ctdesk.desk.history_rows import midnight
from ctdesk.desk.leaving import write_whole
from ctdesk.desk.month_page import month_paper
from ctdesk.domain.errors import BadInput
from ctdesk.domain.records import Document
from ctdesk.domain.terms import LANGUAGES, Language
from ctdesk.store.chains import Chains
from ctdesk.store.changes import canonical, now
from ctdesk.store.deeds import Deeds, Wanted
from ctdesk.store.signing import Signature, sign

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook
    from ctdesk.memo.paper import Paper
    from ctdesk.text.show import Digits

FORMAT = "ctdesk-month-1"
_FORMS = (".docx", ".json")
_REMINDED_DAYS = 10
"""Days of a month on which the summary of the one before is asked for."""


@dataclass(frozen=True)
class MonthMade:
    """A summary that was written."""

    path: Path
    seal: str
    content: Mapping[str, Any]


class Months:
    """Writes the summaries of this machine's months."""

    def __init__(self, session: Session, settings: SettingsBook, parties: Parties) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties
        self._connection = session.store.read.connection
        self._chains = Chains(self._connection)

    def content(self, year: int, month: int) -> dict[str, Any]:
        """What the summary of a month says, ready to be signed; no floats, so that it has one
        canonical form. BadInput for a month that has not begun."""
        first, after = bounds(year, month)
        if first > self._session.today():
            raise BadInput("month_not_begun", month=f"{year}-{month:02d}")
        device = self._chains.own()
        ends = self._chains.ends()[device]
        since, until = midnight(first.isoformat()), midnight(after.isoformat())
        counts = self._chains.counts(device, since, until, ends["change"].seq, ends["act"].seq)
        names = {side: Names(self._session, self._parties, side) for side in LANGUAGES}
        officers = sorted({officer for _, officer, _ in counts} | {self._session.officer.uid})
        return {
            "format": FORMAT,
            "year": year,
            "month": month,
            "whole": after <= self._session.today(),
            "since": since,
            "until": until,
            "made": now(),
            "by": self._session.officer.uid,
            "device": device,
            "label": self._chains.label_of(device),
            "officers": {
                uid: {side: called.officer(uid) for side, called in names.items()}
                for uid in officers
            },
            "acts": [{"act": a, "officer": o, "count": n} for a, o, n in counts],
            "tries": self._tries(device, since, until),
            "registers": self._registers(first, after),
            "chains": {
                name: {"seq": end.seq, "hash": end.hash.hex()} for name, end in ends.items()
            },
        }

    def paper(self, year: int, month: int, language: Language) -> Paper:
        """The page as it would be written now, without signature and seal."""
        return month_paper(self.content(year, month), language)

    def write(self, year: int, month: int, path: Path, language: Language) -> MonthMade:
        """Write the summary as a page (`.docx`) or for programs (`.json`), signed and sealed.

        BadInput for another kind of file, a month that has not begun, or a file that can't be
        written; then nothing is recorded.
        """
        form = path.suffix.lower()
        if form not in _FORMS:
            raise BadInput("month_format", path=path.name)
        with self._session.act("month_summary") as act:
            content = self.content(year, month)
            if form == ".docx":
                said = self._page_hash(content, language)
                content["page"] = {"language": language, "sha256": said}
            body = canonical(content)
            signed = sign(self._connection, body.encode())
            seal = act.seal("month_summary", year=year, month=month, sha256=_sha256(body.encode()))
            carried = carried_json(content, signed, seal)
            data = carried.encode()
            if form == ".docx":
                data = self._page(content, language, carried, signed, seal)
            write_whole(path, data)
        return MonthMade(path, seal, content)

    def due(self) -> tuple[int, int] | None:
        """The month whose summary is missing, in the first days of the one after it; None: none is.

        A month without any act needs none.
        """
        today = self._session.today()
        if today.day > _REMINDED_DAYS:
            return None
        last = today.replace(day=1) - timedelta(1)
        device, deeds = self._chains.own(), Deeds(self._connection)
        first, after = bounds(last.year, last.month)
        asked = Wanted(
            device=device, since=midnight(first.isoformat()), until=midnight(after.isoformat())
        )
        if not deeds.page(asked, limit=1) or (last.year, last.month) in self.made():
            return None
        return last.year, last.month

    def made(self) -> list[tuple[int, int]]:
        """The whole months of this machine that have a summary, the newest first."""
        deeds = Deeds(self._connection)
        found: dict[tuple[int, int], None] = {}
        for note in deeds.last_of("month_summary", self._chains.own()):
            year, month = int(note.detail["year"]), int(note.detail["month"])
            if note.at >= bounds(year, month)[1].isoformat():
                found[year, month] = None
        return list(found)

    def _tries(self, device: str, since: int, until: int) -> int:
        """How many wrong passphrases were tried at the locked screen."""
        deeds = Deeds(self._connection)
        asked = Wanted(acts=("failed_unlock",), device=device, since=since, until=until)
        found = (note for deed in deeds.every(asked, 100_000) for note in deeds.notes(deed))
        return sum(int(note.detail.get("count", 0)) for note in found)

    def _registers(self, first: date, after: date) -> list[dict[str, Any]]:
        """The numbers given in a span of days, register by register, and those voided since."""
        days = ((first + timedelta(n)).isoformat() for n in range((after - first).days))
        read = self._session.store.read
        given = [d for day in days for d in read.where(Document, register_date=day) if d.register]
        given.sort(key=lambda d: (d.register, d.register_year, d.register_seq, d.uid))
        books: dict[tuple[str, int], list[Document]] = {}
        for document in given:
            books.setdefault((document.register, document.register_year), []).append(document)
        return [
            {
                "register": register,
                "year": year,
                "first": held[0].register_number,
                "last": held[-1].register_number,
                "count": len(held),
                "voids": [self._void(document) for document in held if document.state == "void"],
            }
            for (register, year), held in books.items()
        ]

    def _void(self, document: Document) -> dict[str, str]:
        seen = self._session.access.sees(document)
        return {
            "number": document.register_number,
            "reason": document.void_reason if seen else "",
        }

    def _page(
        self,
        content: Mapping[str, Any],
        language: Language,
        carried: str,
        signed: Signature,
        seal: str,
    ) -> bytes:
        from ctdesk.memo.paper_docx import paper_docx

        return paper_docx(
            month_paper(content, language, signed=signed, seal=seal),
            language,
            digits=self._digits(language),
            day=self._session.today().isoformat(),
            carried=carried,
        )

    def _page_hash(self, content: Mapping[str, Any], language: Language) -> str:
        """The hash of what the page says above its small print."""
        from ctdesk.memo.paper_docx import paper_docx, paper_text

        data = paper_docx(
            month_paper(content, language),
            language,
            digits=self._digits(language),
            day=self._session.today().isoformat(),
        )
        return _sha256(paper_text(data).encode())

    def _digits(self, language: Language) -> Digits:
        arabic = language == "ar" and self._settings.all().memo_digits == "arabic"
        return "arabic" if arabic else "western"


def bounds(year: int, month: int) -> tuple[date, date]:
    """The first day of a month, and of the one after it. BadInput when there is no such month."""
    try:
        first = date(year, month, 1)
        return first, (first + timedelta(31)).replace(day=1)
    except (ValueError, OverflowError) as error:
        raise BadInput("month_unknown", month=f"{year}-{month}") from error


def carried_json(content: Mapping[str, Any], signed: Signature, seal: str) -> str:
    """The summary for programs: what is signed, the signature, the key, the seal."""
    whole = {
        "summary": content,
        "key": signed.key.hex(),
        "signature": signed.signature.hex(),
        "seal": seal,
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
