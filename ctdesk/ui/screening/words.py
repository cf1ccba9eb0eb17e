"""Entries of the lists in the window's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctdesk.ui.context import Context
from ctdesk.ui.screening.lines import Line

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import EntryRow
    from ctdesk.desk.screening_shapes import Birth, Entry


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
    days = [show.number(day) for day in dict.fromkeys((birth.start, birth.end)) if day]
    return show.joined(birth.type.capitalize(), " – ".join(days), birth.text)
