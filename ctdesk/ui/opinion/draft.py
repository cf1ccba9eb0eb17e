"""The blocks of an opinion while they are written: every change can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal
from uuid import uuid4

from ctdesk.domain.blocks import Block, BlockKind, Source
from ctdesk.text.ordinals import leads

_STEPS_KEPT = 300


class Draft:
    """An ordered list of blocks with undo and redo.

    Typing in one field of one block is one step as long as nothing else is touched (`name` of
    `change`): undo takes back a thought, not a letter.
    """

    def __init__(self, blocks: Sequence[Block] = ()) -> None:
        self._blocks = tuple(blocks) or (new_block("paragraph"),)
        self._past: list[tuple[Block, ...]] = []
        self._future: list[tuple[Block, ...]] = []
        self._step = ""

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self._blocks

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def position(self, uid: str) -> int:
        """Where a block stands; ValueError if it is gone."""
        return [block.uid for block in self._blocks].index(uid)

    def block(self, uid: str) -> Block:
        return self._blocks[self.position(uid)]

    def change(self, uid: str, **fields: object) -> None:
        """Write fields of a block."""
        before = self.block(uid)
        after = replace(before, **fields)  # type: ignore[arg-type]
        if after != before:
            step = f"{uid}:{','.join(fields)}"
            self._put([after if b.uid == uid else b for b in self._blocks], step)

    def insert_after(self, uid: str, block: Block) -> Block:
        """Put a block below another."""
        at = self.position(uid) + 1
        self._put([*self._blocks[:at], block, *self._blocks[at:]])
        return block

    def split(self, uid: str, language: Literal["ar", "en"], at: int) -> Block:
        """Enter within a paragraph: what follows the caret becomes a paragraph below.

        Enter before the first letter opens an empty paragraph above, so that the words keep
        their sources. Gives the block that the caret belongs to.
        """
        block, index = self.block(uid), self.position(uid)
        text: str = getattr(block, language)
        new = new_block("paragraph")
        if not text[:at].strip() and text.strip():
            self._put([*self._blocks[:index], new, *self._blocks[index:]])
            return block
        if text[at:].strip():
            block = replace(block, **{language: text[:at].rstrip()})  # type: ignore[arg-type]
            new = replace(new, **{language: text[at:].lstrip()})  # type: ignore[arg-type]
        self._put([*self._blocks[:index], block, new, *self._blocks[index + 1 :]])
        return new

    def paste(
        self, uid: str, language: Literal["ar", "en"], at: int, paragraphs: Sequence[str]
    ) -> tuple[Block, int]:
        """Several paragraphs at the caret: the first goes on where it stands, each other becomes a
        paragraph below, and what stood behind the caret follows the last.

        Gives the last block and where the pasted words end in it.
        """
        block, index = self.block(uid), self.position(uid)
        text: str = getattr(block, language)
        first, *middle, last = paragraphs
        block = _with(block, language, _joined(text[:at].rstrip(), first))
        below = [_with(new_block("paragraph"), language, words) for words in middle]
        end = _with(new_block("paragraph"), language, _joined(last, text[at:].lstrip()))
        self._put([*self._blocks[:index], block, *below, end, *self._blocks[index + 1 :]])
        return end, len(last)

    def join_above(self, uid: str) -> tuple[str, dict[Literal["ar", "en"], int]] | None:
        """Backspace at the beginning: the block goes into the one above.

        Gives the block that is left and where in its texts the joint is; None at the top, or
        where either of the two is an article row with text of its own.
        """
        index = self.position(uid)
        if index == 0:
            return None
        above, block = self._blocks[index - 1], self._blocks[index]
        if above.empty and not above.sources:
            self._put([*self._blocks[: index - 1], *self._blocks[index:]])
            return uid, {"ar": 0, "en": 0}
        if "article" in (above.kind, block.kind) and not block.empty:
            return None
        sources = tuple(dict.fromkeys((*above.sources, *block.sources)))
        joined = replace(
            above, ar=_joined(above.ar, block.ar), en=_joined(above.en, block.en), sources=sources
        )
        self._put([*self._blocks[: index - 1], joined, *self._blocks[index + 1 :]])
        return above.uid, {"ar": len(above.ar), "en": len(above.en)}

    def remove(self, uid: str) -> Block:
        """Take a block away; the last one is emptied instead. Gives the one in its place."""
        index = self.position(uid)
        rest = [block for block in self._blocks if block.uid != uid] or [new_block("paragraph")]
        self._put(rest)
        return rest[min(index, len(rest) - 1)]

    def move(self, uid: str, step: int) -> bool:
        """Move a block up (-1) or down (1); False at the end of the way."""
        index = self.position(uid)
        target = index + step
        if not 0 <= target < len(self._blocks):
            return False
        blocks = list(self._blocks)
        blocks[index], blocks[target] = blocks[target], blocks[index]
        self._put(blocks)
        return True

    def cite(self, uid: str, source: Source) -> bool:
        """Let a block stand on a passage; False when it does already."""
        block = self.block(uid)
        if source in block.sources:
            return False
        sources = (*block.sources, source)
        self._put([replace(b, sources=sources) if b.uid == uid else b for b in self._blocks])
        return True

    def drop_source(self, uid: str, source: Source) -> None:
        """Let a block no longer stand on a passage."""
        block = self.block(uid)
        if source in block.sources:
            kept = tuple(s for s in block.sources if s != source)
            self._put([replace(b, sources=kept) if b.uid == uid else b for b in self._blocks])

    def pause(self) -> None:
        """The writer rested: what is typed next is a step of its own."""
        self._step = ""

    def undo(self) -> bool:
        """Take the last step back."""
        return self._travel(self._past, self._future)

    def redo(self) -> bool:
        """Take a step back again."""
        return self._travel(self._future, self._past)

    def changed_since(self, before: Sequence[Block]) -> str:
        """Uid of the first block that is not as it was among `before`; "" when none is."""
        known = {block.uid: block for block in before}
        for block in self._blocks:
            if known.get(block.uid) != block:
                return block.uid
        return ""

    def leads(self) -> dict[str, tuple[str, str]]:
        """What stands before each block, Arabic and English, as the memo will have it."""
        kinds = [block.kind for block in self._blocks]
        uids = (block.uid for block in self._blocks)
        return dict(zip(uids, leads(kinds), strict=True))

    def markers(self) -> dict[Source, int]:
        """Numbers of the cited passages in order of their first citation, as the memo has them."""
        sources = (source for block in self._blocks for source in block.sources)
        return {source: n for n, source in enumerate(dict.fromkeys(sources), start=1)}

    def words(self) -> int:
        """Words of the fuller language."""
        arabic = sum(len(b.ar.split()) + len(b.proposed_ar.split()) for b in self._blocks)
        english = sum(len(b.en.split()) + len(b.proposed_en.split()) for b in self._blocks)
        return max(arabic, english)

    def _put(self, blocks: Sequence[Block], step: str = "") -> None:
        if not step or step != self._step:
            self._past.append(self._blocks)
            del self._past[:-_STEPS_KEPT]
        self._step = step
        self._future.clear()
        self._blocks = tuple(blocks)

    def _travel(self, source: list[tuple[Block, ...]], target: list[tuple[Block, ...]]) -> bool:
        if not source:
            return False
        target.append(self._blocks)
        self._blocks = source.pop()
        self._step = ""
        return True


def new_block(kind: BlockKind) -> Block:
    return Block(uid=str(uuid4()), kind=kind)


def _with(block: Block, language: Literal["ar", "en"], text: str) -> Block:
    return replace(block, ar=text) if language == "ar" else replace(block, en=text)


def _joined(above: str, below: str) -> str:
    return f"{above} {below}".strip() if above and below else above or below
