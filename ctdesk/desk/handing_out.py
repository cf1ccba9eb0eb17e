"""Lists that leave the desk: what is above "restricted" leaves only with a second officer's yes.

Without it such an entry keeps its place, its number and its degree; what it is about stays here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ctdesk.desk.approvals import Request
from ctdesk.domain.classification import highest, rank
from ctdesk.domain.records import Document

if TYPE_CHECKING:
    from ctdesk.desk.approvals import Approvals
    from ctdesk.desk.session import Session
    from ctdesk.domain.records import Approval

ALONE = "restricted"
"""The highest degree that an officer hands out in a list without a colleague."""
SHOWN = ("register_number", "register_date", "classification")
"""What a list says of an entry whose content it holds back."""
HIDDEN = "—"


def above_alone(document: Document) -> bool:
    """Whether a list hands this document's content out only with a second officer's yes."""
    return rank(document.classification) > rank(ALONE)


class HandingOut:
    """Asks for what a list with higher documents needs."""

    def __init__(self, session: Session, approvals: Approvals) -> None:
        self._session = session
        self._approvals = approvals

    def request(self, documents: Iterable[Document], **about: Any) -> Request | None:
        """What a second officer would agree to: exactly these documents, in this list; None when
        none of them, as far as this officer sees them, is above "restricted"."""
        seen = self._session.access.visible(documents)
        high = [document for document in seen if above_alone(document)]
        if not high:
            return None
        uids = sorted(document.uid for document in high)
        degree = highest(document.classification for document in high)
        return Request("bulk_export", None, {**about, "documents": uids}, degree)

    def agreed(self, request: Request | None, *, full: bool) -> Sequence[Approval]:
        """The agreement to use for a full list: one, or none where none is needed."""
        return [self._approvals.demanded(request)] if full and request else []
