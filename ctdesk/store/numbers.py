"""Whether the registers' numbers are given once and without gaps."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ctdesk.domain.numbering import is_provisional
from ctdesk.store.driver import Connection


@dataclass(frozen=True)
class Numbering:
    """What is wrong with one register in one year."""

    register: str
    year: int
    missing: tuple[int, ...]
    """Numbers that no entry has; a void entry keeps its number, so it is no gap."""
    doubled: tuple[str, ...]
    """Numbers that more than one entry has; a provisional number is a travelling desk's own."""


def faults_of_numbering(connection: Connection) -> list[Numbering]:
    """Every register and year whose numbers have gaps or doubles."""
    rows = connection.execute(
        "SELECT register, register_year, register_seq, register_number FROM document"
        " WHERE register_number <> '' ORDER BY 1, 2, 3"
    )
    # Numbers that a merge took off a record were given once: they leave no gap.
    gone = set(connection.execute("SELECT register, year, seq FROM number_gone"))
    found = []
    for (register, year), entries in groupby(rows, key=lambda row: (row[0], row[1])):
        given: set[int] = set()
        permanent: set[str] = set()
        taken: set[int] = set()
        doubled: list[str] = []
        for _, _, seq, number in entries:
            given.add(seq)
            if is_provisional(number, seq, year):
                continue
            if seq in taken or number in permanent:
                doubled.append(number)
            taken.add(seq)
            permanent.add(number)
        given |= {seq for at, in_year, seq in gone if (at, in_year) == (register, year)}
        missing = sorted(set(range(1, max(given) + 1)) - given)
        if missing or doubled:
            found.append(Numbering(register, year, tuple(missing), tuple(doubled)))
    return found
