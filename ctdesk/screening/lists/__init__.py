"""Lists of sanctions as they are published: read whole or refused whole, and compared.

    read_list(data, name)  -> ListFile     what a file says, entry by entry
    compare(before, after) -> Difference   added, removed, changed with the changed fields

A reader never raises anything but `domain.errors.BadInput`, and never gives half a list: whoever
screens against a list that lost entries on its way would miss names without knowing it.
"""

from __future__ import annotations

from ctdesk.screening.lists.difference import Changed, ChangedField, Difference, compare
from ctdesk.screening.lists.kinds import read_list
from ctdesk.screening.lists.listed import Listed, ListFile, entry_of
from ctdesk.screening.lists.national import RowFault, RowsRefused, national_template

__all__ = [
    "Changed",
    "ChangedField",
    "Difference",
    "ListFile",
    "Listed",
    "RowFault",
    "RowsRefused",
    "compare",
    "entry_of",
    "national_template",
    "read_list",
]
