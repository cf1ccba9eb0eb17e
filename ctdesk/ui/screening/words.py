"""Entries of the lists in the window's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ctdesk.desk.screening_rows import MatchRow
from ctdesk.domain.records import ListEntry, Match
from ctdesk.domain.terms import terms
from ctdesk.ui.context import Context
from ctdesk.ui.screening.lines import Line

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import EntryRow, EntryView, NameHit
    from ctdesk.desk.screening_shapes import Birth, Entry
    from ctdesk.desk.screening_tables import NameTableRow


def entry_line(context: Context, entry: Entry) -> Line:
    """An entry as a list gives it, in a list of entries."""
    latin = next((name.text for name in entry.names if name.script == "latin"), "")
    own = next((name.text for name in entry.names if name.script != "latin"), "")
    show = context.show
    first, other = (own or latin, latin if own else "") if context.rtl else (latin or own, own)
    quiet = show.joined(
        f"\u2068{entry.reference}\u2069",
        kind_word(context, entry.kind),
        entry.regime,
        show.short_day(entry.listed_on),
    )
    return Line(first, "" if other == first else other, quiet)


def row_line(context: Context, row: EntryRow) -> Line:
    """A row of the entries that were found."""
    show = context.show
    found = row.found if row.found not in (row.name, row.name_original, "") else ""
    names = (row.name_original, row.name) if context.rtl else (row.name, row.name_original)
    first = names[0] or names[1]
    other = names[1] if names[0] else ""
    quiet = show.joined(
        f"\u2068{row.reference}\u2069",
        kind_word(context, row.kind),
        row.regime,
        f"≈ {found}" if found else "",
    )
    chip = context.word("screening.delisted") if row.delisted_on else ""
    return Line(first, "" if other == first else other, quiet, chip, faint=bool(row.delisted_on))


def kind_word(context: Context, kind: str) -> str:
    """Person, or group or company."""
    return context.word(f"screening.kind.{kind}") if kind in ("person", "group") else kind


def birth_text(context: Context, birth: Birth) -> str:
    """A date of birth as the list gives it."""
    show = context.show
    days = " – ".join(
        show.short_day(day) if len(day) == _WHOLE_DAY else show.number(day)
        for day in dict.fromkeys((birth.start, birth.end))
        if day
    )
    key = f"screening.birth.{birth.type.lower()}"
    if days and key in terms():
        days = context.word(key, days=days)
    return show.joined(days, birth.text if birth.text not in (birth.start, birth.end) else "")


def score_text(context: Context, score: float) -> str:
    """A score in words, with its figure."""
    strength = "strong" if score >= _STRONG else "fair" if score >= _FAIR else "weak"
    percent = context.show.number(f"{round(score * 100)}{'٪' if context.rtl else '%'}")
    return context.show.joined(context.word(f"screening.strength.{strength}"), percent)


def decision_lines(context: Context, row: MatchRow) -> list[str]:
    """What was decided about a name, by whom and why; nothing for a new one."""
    match, show, word = row.match, context.show, context.word
    if row.waits_for_second:
        return [word("screening.waits_for_second", by=f"\u2068{row.by}\u2069")]
    if match.state == "candidate":
        return []
    names = show.names(filter(None, (row.by, row.second_by)))
    lines = [show.joined(context.label("match_state", match.state), names)]
    if match.reason:
        lines.append(match.reason)
    if match.remembered:
        lines.append(word("screening.remembered"))
    return lines


def score_title(context: Context, score: float) -> str:
    """The same, as a line of its own."""
    return context.word("screening.score", score=score_text(context, score))


def chip_of(context: Context, row: MatchRow) -> str:
    """Where a name stands, in a word or two."""
    if row.waits_for_second:
        return context.word("screening.second_wanted")
    if row.match.state == "candidate":
        return score_text(context, row.match.score / 1000)
    return context.label("match_state", row.match.state)


def match_line(context: Context, row: MatchRow) -> Line:
    """A name that was found, in a list of such names."""
    show, entry = context.show, row.entry
    names = (entry.name_original, entry.name) if context.rtl else (entry.name, entry.name_original)
    number = row.document.number or row.document.their_number if row.document else ""
    quiet = show.joined(
        names[0] or names[1],
        f"\u2068{entry.reference}\u2069",
        show.number(number) if row.document else context.word("screening.asked_for"),
    )
    return Line(
        title=row.match.name,
        quiet=quiet,
        chip=chip_of(context, row),
        strong=row.match.state == "candidate",
        faint=row.match.state == "excluded",
    )


def hit_line(context: Context, hit: NameHit) -> Line:
    """An entry that a name may mean, in a list of such entries."""
    line = row_line(context, hit.entry)
    found = "" if hit.name in (line.title, line.other) else f"≈ {hit.name}"
    quiet = context.show.joined(f"\u2068{hit.entry.reference}\u2069", hit.entry.regime, found)
    decided = context.label("match_state", hit.decided.state) if hit.decided else ""
    return Line(line.title, line.other, quiet, decided or score_text(context, hit.score))


def table_line(context: Context, row: NameTableRow) -> Line:
    """A row of a table of names."""
    show = context.show
    best = row.hits[0] if row.hits else None
    quiet = show.joined(
        show.number(row.number),
        show.number(row.birth_year),
        row.nationality,
        show.joined(best.entry.reference, best.name) if best else "",
    )
    if best is None:
        chip = context.word("name_table.nothing")
    elif best.decided:
        chip = context.label("match_state", best.decided.state)
    else:
        chip = score_text(context, best.score)
    return Line(row.name, quiet=quiet, chip=chip, strong=best is not None, faint=best is None)


def asked_row(context: Context, name: str, hit: NameHit) -> MatchRow:
    """A name that was asked for and one of its hits, as a row that is decided about."""
    if hit.decided is not None:
        return context.desk.screening.row(hit.decided.uid)
    match = Match(
        name=name,
        passage=name,
        entry=hit.entry.uid,
        score=round(hit.score * 1000),
        listed_name=hit.name,
        state="candidate",
    )
    gone = bool(hit.entry.delisted_on)
    return MatchRow(match, hit.entry, None, hit.explanation, "", "", False, gone)


def nation_lines(context: Context, record: ListEntry) -> list[str]:
    """Nationalities in the window's language; what is no country known here as the list has it."""
    return [context.label("country", code) for code in record.nationality]


def entry_facts(context: Context, view: EntryView) -> list[tuple[str, Sequence[str]]]:
    """The facts of an entry by which a person is told from another."""
    word, show, record = context.word, context.show, view.record
    said = dict(view.said)
    births = [birth_text(context, birth) for birth in view.entry.births]
    return [
        (word("list_field.reference"), [record.reference]),
        (word("list_field.regime"), [record.regime]),
        (word("list_field.kind"), [kind_word(context, record.kind)]),
        (word("list_field.births"), births),
        (word("list_field.nationality"), nation_lines(context, record)),
        *((word(f"list_field.{key}"), list(said.get(key, ()))) for key in _TELLING),
        (word("list_field.listed_on"), [show.day(record.listed_on)]),
        (word("list_field.basis"), [record.basis]),
    ]


_WHOLE_DAY = len("2026-11-23")
_STRONG, _FAIR = 0.92, 0.84
"""From these scores on a hit is called strong, or fair; hits below `TEXT_THRESHOLD` are rare."""
_TELLING = ("birth_places", "documents", "designations", "addresses")
