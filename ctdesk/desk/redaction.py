"""What an officer may read of an opinion: what is above their clearance is hidden, and it says so.

An opinion is at least as secret as its highest paragraph (`Opinions.save` raises it): whoever sees
it may read its text. It may be less secret than a source, once a second officer agreed: then the
words of that source, and what it is called, are hidden from those who are not cleared for it. A
paragraph marked above the opinion (of an older desk, or out of a pack) is hidden likewise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ctdesk.domain.blocks import Block, blocks_from_json, blocks_to_json
from ctdesk.domain.records import Revision
from ctdesk.domain.terms import Language, terms

if TYPE_CHECKING:
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook


class Redaction:
    """Hides from the officer of a session what is above their clearance."""

    def __init__(self, session: Session, settings: SettingsBook) -> None:
        self._session = session
        self._settings = settings

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks, with a sentence in the place of what is hidden."""
        all_ = tuple(blocks)
        hidden = self._hidden_documents(all_)
        return tuple(self._block(block, hidden) for block in all_)

    def touches(self, blocks: Iterable[Block]) -> bool:
        """Whether anything of the blocks is hidden."""
        all_ = tuple(blocks)
        marked = any(not self._session.access.may_see(block.mark) for block in all_)
        return marked or bool(self._hidden_documents(all_))

    def revision(self, revision: Revision) -> Revision:
        """A revision with its blocks and the names that its memo gave to what it cites."""
        if self._session.access.everything:
            return revision
        blocks = blocks_from_json(revision.blocks)
        seen = self.blocks(blocks)
        if seen == blocks and not revision.frame:
            return revision
        frame = json.loads(revision.frame) if revision.frame else {}
        labels = frame.get("labels", {})
        known = self._session.access.seen("document", labels)
        frame["labels"] = {
            uid: label if uid in known else [words("ar"), words("en")]
            for uid, label in labels.items()
        }
        text = json.dumps(frame, ensure_ascii=False, sort_keys=True) if revision.frame else ""
        return replace(revision, blocks=blocks_to_json(seen), frame=text)

    def _hidden_documents(self, blocks: Iterable[Block]) -> set[str]:
        if self._session.access.everything:
            return set()
        cited = {source.document for block in blocks for source in block.sources}
        return cited - set(self._session.access.seen("document", cited))

    def _block(self, block: Block, hidden: set[str]) -> Block:
        if not self._session.access.may_see(block.mark):
            bare = Block(uid=block.uid, kind=block.kind, mark=block.mark, number=block.number)
            return replace(bare, ar=words("ar"), en=words("en"))
        if hidden.isdisjoint(source.document for source in block.sources):
            return block
        said = words(self._settings.all().lang)
        sources = (
            replace(source, quote=said) if source.document in hidden else source
            for source in block.sources
        )
        return replace(block, sources=tuple(sources))


def words(language: Language) -> str:
    """What stands in the place of what is hidden."""
    return terms()("access.hidden", language)
