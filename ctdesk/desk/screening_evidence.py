"""The evidence sheet: what was compared with what, what came of it, who decided, on one Word page.

    evidence.of_match(uid, path, language)            a name in a document, or one that was noted
    evidence.of_name(name, path, language, ...)       a name that was asked for, found or not

A sheet that says "nothing found" is worth as much as one with a hit, since it names the lists by
day and hash and the matcher by version: the comparison can be made again. It is sealed; the seal
covers the hash of what the sheet says.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ctdesk.desk.leaving import write_whole
from ctdesk.desk.people import officer_name
from ctdesk.desk.screening_fields import birth_text
from ctdesk.desk.screening_lists import ListKeeping
from ctdesk.desk.screening_matcher import ListNames, uid_of
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import Document, ListEntry, Match, Officer
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.paper import Paper, PaperPart
from ctdesk.memo.table import Column
from ctdesk.screening.entry import Entry
from ctdesk.screening.explained import explained
from ctdesk.screening.hit import Hit
from ctdesk.screening.matcher import MATCHER_VERSION, THRESHOLD
from ctdesk.screening.qualifiers import About
from ctdesk.store.changes import canonical, now

if TYPE_CHECKING:
    from ctdesk.desk.screening_decisions import Decisions
    from ctdesk.desk.screening_entries import Entries
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_ASKED_FOR = "restricted"
"""The degree of a sheet about a name that stands in no document."""
_LISTED_AT_MOST = 10
_CONTEXT = 160


class Evidence:
    """Writes evidence sheets."""

    def __init__(
        self,
        session: Session,
        settings: SettingsBook,
        names: ListNames,
        lists: ListKeeping,
        entries: Entries,
        decisions: Decisions,
    ) -> None:
        self._session = session
        self._settings = settings
        self._names = names
        self._lists = lists
        self._entries = entries
        self._decisions = decisions

    def of_match(self, uid: str, path: Path, language: Language) -> Path:
        """The sheet of a match as a `.docx`. Refused for one that the officer may not see."""
        match = self._decisions.get(uid)
        entry = self._session.store.read.get(ListEntry, match.entry)
        document = self._session.store.read.get(Document, match.document)
        if entry is None:
            raise Refused("not_found", what=uid)
        degree = document.classification if document else _ASKED_FOR
        parts = [
            self._asked_in(match, document, language),
            self._compared_with(language),
            self._entry(entry, language),
            self._explained(match, language),
            self._decision(match, language),
        ]
        return self._write(parts, degree, path, language)

    def of_name(
        self,
        name: str,
        path: Path,
        language: Language,
        *,
        birth_year: int | None = None,
        nationality: str = "",
        kind: Literal["person", "group", ""] = "",
    ) -> Path:
        """The sheet of a name that is asked for now. Refused when no list is in force."""
        if not self._names.state:
            raise Refused("no_list")
        about = About(birth_year=birth_year, nationality=nationality, kind=kind)
        hits = self._names.in_force().find(name, about=about, limit=_LISTED_AT_MOST)
        say = terms()
        rows = [(say("evidence.name", language), name)]
        if birth_year:
            rows.append((say("evidence.birth_year", language), str(birth_year)))
        if nationality:
            code = nationality.upper()
            label = say.term("country", code).label(language) if len(code) == 2 else nationality
            rows.append((say("evidence.nationality", language), label))
        parts = [_pairs("asked", rows, language), self._compared_with(language)]
        parts += self._hits(name, hits, language)
        return self._write(parts, _ASKED_FOR, path, language)

    def _asked_in(self, match: Match, document: Document | None, language: Language) -> PaperPart:
        say = terms()
        rows = [(say("evidence.name", language), match.name)]
        if document is not None:
            for key in ("register_number", "register_date", "subject"):
                rows.append((say(f"field.document.{key}", language), getattr(document, key)))
            passage = _around(document.text, match) if match.place == "text" else match.passage
            rows.append((say("evidence.passage", language), passage))
        return _pairs("asked", rows, language)

    def _compared_with(self, language: Language) -> PaperPart:
        say = terms()
        columns = tuple(
            Column(say(f"evidence.{key}", language), share)
            for key, share in (("list", 24), ("date", 18), ("entries", 10), ("sha256", 48))
        )
        rows = tuple(
            (
                say.term("list_kind", one.list).label(language),
                one.date,
                str(one.entries),
                one.sha256,
            )
            for one in self._lists.in_force()
        )
        return PaperPart(say("evidence.lists", language), columns=columns, rows=rows)

    def _entry(self, entry: ListEntry, language: Language) -> PaperPart:
        say = terms()
        nations = [say.term("country", code).label(language) for code in entry.nationality]
        list_ = say.term("list_kind", entry.list).label(language)
        named = self._entries.entry(entry.uid).entry
        births = [birth_text(birth, language) for birth in named.births]
        rows = [
            (say("field.list_entry.list", language), list_),
            (say("field.list_entry.reference", language), entry.reference),
            (say("field.list_entry.name", language), entry.name),
            (say("field.list_entry.name_original", language), entry.name_original),
            (say("list_field.aliases", language), _aliases(named, entry)),
            (say("list_field.births", language), _joined(births, language, "؛;")),
            (say("field.list_entry.nationality", language), _joined(nations, language, "،,")),
            (say("field.list_entry.listed_on", language), entry.listed_on),
            (say("field.list_entry.delisted_on", language), entry.delisted_on),
            (say("field.list_entry.basis", language), entry.basis),
            (say("field.list_entry.version", language), entry.version),
        ]  # fmt: skip
        return _pairs("entry", [(label, value) for label, value in rows if value], language)

    def _explained(self, match: Match, language: Language) -> PaperPart:
        told = json.loads(match.explanation or "{}")
        lines: Sequence[str] = told.get(language) or next(iter(told.values()), ())
        return PaperPart(terms()("evidence.explanation", language), lines=tuple(lines))

    def _decision(self, match: Match, language: Language) -> PaperPart:
        say = terms()
        officers = {o.uid: o for o in self._session.store.read.where(Officer)}
        rows = [
            (
                say("field.match.state", language),
                say.term("match_state", match.state).label(language),
            )
        ]
        if match.proposed:
            rows.append((say("field.match.proposed", language), say("evidence.waits", language)))
        for name in ("reason", "by", "second_by"):
            value = getattr(match, name)
            shown = value if name == "reason" else officer_name(officers.get(value), language)
            if shown:
                rows.append((say(f"field.match.{name}", language), shown))
        if match.by:
            rows.append((say("evidence.decided_at", language), _moment(match.updated_at)))
        compared = (match.matcher_version, match.list_date)
        rows.append((say("evidence.compared_by", language), " · ".join(filter(None, compared))))
        return _pairs("decision", rows, language)

    def _hits(self, name: str, hits: Sequence[Hit], language: Language) -> list[PaperPart]:
        say = terms()
        head = say("evidence.result", language)
        if not hits:
            line = say("evidence.nothing", language, percent=round(THRESHOLD * 100))
            return [PaperPart(head, lines=(line,))]
        columns = tuple(
            Column(say(f"evidence.{key}", language), share)
            for key, share in (("reference", 14), ("listed_name", 46), ("score", 12), ("state", 28))
        )
        records = self._session.store.read.get_many(ListEntry, map(uid_of, (h.entry for h in hits)))
        rows = []
        for hit in hits:
            decided = self._decisions.decided(name, records[uid_of(hit.entry)])
            state = say.term("match_state", decided.state if decided else "candidate")
            score = f"{round(hit.score * 100)} %"
            rows.append((hit.entry.reference, hit.name.text, score, state.label(language)))
        lines = [
            PaperPart(
                f"{hit.entry.reference} {hit.name.text}", lines=tuple(explained(hit, language))
            )
            for hit in hits
        ]
        return [PaperPart(head, columns=columns, rows=tuple(rows)), *lines]

    def _write(
        self, parts: Sequence[PaperPart], degree: str, path: Path, language: Language
    ) -> Path:
        from ctdesk.memo.paper_docx import paper_docx

        if path.suffix.lower() != ".docx":
            raise BadInput("evidence_format", path=path.name)
        say = terms()
        digest = hashlib.sha256(canonical([_plain(part) for part in parts]).encode()).hexdigest()
        at = now()
        with self._session.act("export_evidence") as act:
            seal = act.seal("export_evidence", sha256=digest)
            paper = Paper(
                title=say("evidence.title", language),
                subtitle=say("evidence.made", language, at=_moment(at),
                             officer=officer_name(self._session.officer, language)),
                mark=say.term("classification", degree or "open").label(language),
                parts=tuple(parts),
                signers=tuple(
                    (say(f"evidence.signer_{place}", language), "........................")
                    for place in ("first", "second")
                ),
                small_print=(
                    say("evidence.small_print", language, version=MATCHER_VERSION,
                        percent=round(THRESHOLD * 100), sha256=digest, seal=seal),
                ),
            )  # fmt: skip
            arabic = language == "ar" and self._settings.all().memo_digits == "arabic"
            data = paper_docx(
                paper,
                language,
                digits="arabic" if arabic else "western",
                day=self._session.today().isoformat(),
            )
            write_whole(path, data)
        return path


def _pairs(head: str, rows: Sequence[tuple[str, str]], language: Language) -> PaperPart:
    say = terms()
    what, says = say("evidence.what", language), say("evidence.says", language)
    columns = (Column(what, 24), Column(says, 76))
    return PaperPart(say(f"evidence.{head}", language), columns=columns, rows=tuple(rows))


def _joined(texts: Sequence[str], language: Language, marks: str) -> str:
    """Texts with the Arabic or the Latin mark of `marks` between them."""
    return f"{marks[0] if language == 'ar' else marks[1]} ".join(texts)


def _moment(time: str) -> str:
    """A time of the records, to the minute."""
    return time[:16].replace("T", " ")


def _aliases(entry: Entry, record: ListEntry) -> str:
    """The other names, those of one script after those of the other."""
    shown = (record.name, record.name_original)
    names = [name for name in entry.names if name.text not in shown]
    arabic = "؛ ".join(name.text for name in names if name.script == "arabic")
    others = "; ".join(name.text for name in names if name.script != "arabic")
    return "\n".join(filter(None, (arabic, others)))


def _plain(part: PaperPart) -> list[object]:
    return [part.head, list(part.lines), [list(row) for row in part.rows]]


def _around(text: str, match: Match) -> str:
    """The passage with what stands around it, on whole words."""
    start, end = max(0, match.start - _CONTEXT), min(len(text), match.end + _CONTEXT)
    before, after = text[start : match.start], text[match.end : end]
    if start:
        before = "… " + before.partition(" ")[2]
    if end < len(text):
        after = after.rpartition(" ")[0] + " …"
    return " ".join(f"{before}«{text[match.start : match.end]}»{after}".split())
