"""How secret an opinion is: as its highest paragraph, and as its sources unless two agreed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ctdesk.desk.issuing import degree
from ctdesk.domain.blocks import Block
from ctdesk.domain.classification import highest, rank
from ctdesk.domain.errors import Refused
from ctdesk.domain.records import Document

if TYPE_CHECKING:
    from ctdesk.desk.approvals import Approvals
    from ctdesk.desk.revisions import WholeOpinions
    from ctdesk.desk.session import Session


class OpinionDegrees:
    """The classification of an opinion that is being written."""

    def __init__(self, session: Session, whole: WholeOpinions, approvals: Approvals) -> None:
        self._session = session
        self._whole = whole
        self._approvals = approvals

    def raised(self, document: Document, blocks: Iterable[Block]) -> dict[str, Any]:
        """The classification that an opinion takes from its highest paragraph, where that is higher
        than its own. Refused for a mark above the officer's own clearance."""
        top = highest(block.mark for block in blocks)
        if not self._session.access.may_see(top):
            raise Refused("mark_above_clearance", degree=degree(top))
        return {"classification": top} if rank(top) > rank(document.classification) else {}

    def check_marks(self, uid: str, classification: str) -> None:
        """Raise Refused for a degree below that of a paragraph."""
        top = highest(block.mark for block in self._whole.open(uid).blocks)
        if rank(classification) < rank(top):
            raise Refused("mark_higher", degree=degree(top))

    def ask_lower(self, document: Document, fields: dict[str, Any]) -> None:
        """A degree below that of a source waits for a second officer's yes; until then the opinion
        keeps its own (it is taken out of `fields`), lest the draft be read by those whom the source
        is kept from."""
        wished = fields.get("classification", document.classification)
        if rank(wished) >= rank(document.classification):
            return
        if self._whole.below_sources(document.uid, wished):
            del fields["classification"]
            reason = fields.get("lower_reason", document.lower_reason)
            self._approvals.ask(self._approvals.downgrade(document, wished), reason)
