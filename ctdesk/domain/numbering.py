"""Register numbers: one sequence per register and calendar year, given once, never given again."""

from __future__ import annotations

from typing import Literal

from ctdesk.domain.errors import Refused

Register = Literal["incoming", "outgoing", "opinions"]
DEFAULT_PATTERN = "{seq}/{year}"


def register_of(kind: str, direction: str) -> Register:
    """Which register a document is entered in; internal papers are received, so incoming."""
    if kind == "opinion":
        return "opinions"
    return "outgoing" if direction == "outgoing" else "incoming"


def check_pattern(pattern: str) -> None:
    """Raise Refused unless the pattern names the sequence and makes distinct numbers."""
    try:
        one, other = (pattern.format(seq=seq, year=2026) for seq in (1, 2))
    except (KeyError, IndexError, ValueError):
        raise Refused("number_pattern", pattern=pattern) from None
    if one == other or "{year" not in pattern or is_provisional(one, 1, 2026):
        raise Refused("number_pattern", pattern=pattern)


def register_number(seq: int, year: int, pattern: str = DEFAULT_PATTERN, laptop: str = "") -> str:
    """The number as written on the paper.

    `laptop` is the short name of a travelling machine: its numbers are provisional (`م/L2/7`)
    until a merge gives them a permanent one.
    """
    return f"م/{laptop}/{seq}" if laptop else pattern.format(seq=seq, year=year)


def is_provisional(number: str, seq: int, year: int) -> bool:
    """Whether a number is a travelling laptop's, which waits for the permanent one."""
    laptop = number.removeprefix("م/").removesuffix(f"/{seq}")
    named = laptop not in ("", str(year)) and "/" not in laptop
    return named and number == register_number(seq, year, laptop=laptop)
