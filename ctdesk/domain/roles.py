"""Who may do what at the desk: one table, enforced by the Desk and shown greyed by the window.

On a single encrypted file these are rules of the house against mistakes, not a lock.
"""

from __future__ import annotations

from collections.abc import Mapping

from ctdesk.domain.errors import Refused, TermKey, TermKeys
from ctdesk.domain.terms import terms

_ALL = frozenset(("officer", "head", "registrar", "administrator"))
_LEADERS = frozenset(("head", "administrator"))

RIGHTS: Mapping[str, frozenset[str]] = {
    # say yes to the text of an opinion, and issue it
    "approve": _LEADERS,
    # agree as the second officer to what a colleague asks
    "second": _ALL - {"registrar"},
    # void a number of a register, and restore it: the registry answers for its numbers
    "void": _LEADERS | {"registrar"},
    # add officers, change what others are called, let them go
    "officers": _LEADERS,
    # change the role or the clearance of others
    "clearance": _LEADERS,
    # numbering, letterhead, signer, standing phrases: what binds the whole desk
    "settings": _LEADERS,
    # take in a new sanctions list: everybody's names are compared with it
    "lists": _ALL - {"registrar"},
    # let another desk's packs in
    "desks": _LEADERS,
    # put a backup in the place of the desk
    "restore": frozenset(("administrator",)),
}
"""Right to the roles that have it; each has its words under `right.` in the terms."""


def may(role: str, right: str) -> bool:
    """Whether a role has a right. KeyError for a right that is not in the table."""
    return role in RIGHTS[right]


def check_right(role: str, right: str) -> None:
    """Raise Refused, naming the act and who may do it, unless the role has the right."""
    if not may(role, right):
        holders = (code for code in terms().codes("role") if may(code, right))
        raise Refused(
            "role_may_not",
            right=TermKey(f"right.{right}"),
            roles=TermKeys(f"vocabulary.role.{code}" for code in holders),
        )
