"""Permanent numbers for the provisional ones that a travelling laptop gave."""

from __future__ import annotations

from collections.abc import Iterable

from ctdesk.domain.numbering import is_provisional, register_number
from ctdesk.domain.records import Document
from ctdesk.store.acting import Act


def give_permanent(act: Act, documents: Iterable[Document], pattern: str) -> dict[str, str]:
    """Number the documents that a merge brought with a provisional number, in the order in which
    they were registered; returns the old numbers with the new. The old ones stay searchable.

    For the main desk only: two desks that did it would number the same paper twice.
    """
    waiting = [
        d for d in documents if is_provisional(d.register_number, d.register_seq, d.register_year)
    ]
    numbered = {}
    for document in sorted(waiting, key=lambda d: (d.register_date, d.register_seq, d.uid)):
        seq = act.read.last_number(document.register, document.register_year) + 1
        number = register_number(seq, document.register_year, pattern)
        act.update(
            Document,
            document.uid,
            register_seq=seq,
            register_number=number,
            provisional_number=document.register_number,
        )
        numbered[document.register_number] = number
    return numbered
