"""What a pack says of itself, signed by the desk that made it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ctdesk.domain.classification import LEVELS
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.exchange.card import KeyCard
from ctdesk.store.changes import canonical
from ctdesk.store.peers import HeadSeal

FORMAT = "ctdesk-pack"
VERSION = 1


@dataclass(frozen=True)
class Manifest:
    """The first member of a pack. `recipients` are devices; none in a pack under a passphrase for
    a desk whose card is not here yet."""

    id: str
    made_at: str
    sender: KeyCard
    recipients: tuple[str, ...]
    schema: int
    ceiling: str
    highest: str
    """The highest classification of what it holds."""
    counts: Mapping[str, int]
    members: Mapping[str, str]
    """SHA-256 of each other member."""
    files: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each stored file by the name that records call it by."""
    cards: Mapping[str, str] = field(default_factory=dict)
    """The key card of every desk whose entries it holds."""
    seals: Sequence[HeadSeal] = ()
    """Where the sender's chains stood; and, as kept here, those of the desks that it relays."""

    def to_bytes(self) -> bytes:
        return canonical(
            {
                "format": FORMAT,
                "version": VERSION,
                "id": self.id,
                "made_at": self.made_at,
                "sender": self.sender.to_text(),
                "recipients": list(self.recipients),
                "schema": self.schema,
                "ceiling": self.ceiling,
                "highest": self.highest,
                "counts": dict(self.counts),
                "members": dict(self.members),
                "files": dict(self.files),
                "cards": dict(self.cards),
                "seals": [
                    [s.device, s.chain, s.seq, s.hash.hex(), s.signature.hex()] for s in self.seals
                ],
            }
        ).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Manifest:
        """Read a manifest; its signature is the caller's to check. BadInput("pack_altered") when it
        is not well made, Refused("pack_newer") for a form that this program does not know."""
        try:
            raw = json.loads(data)
            if raw["format"] != FORMAT:
                raise BadInput("pack_altered")
            if raw["version"] != VERSION:
                raise Refused("pack_newer")
            return cls._read(raw)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise BadInput("pack_altered") from None

    @classmethod
    def _read(cls, raw: Mapping[str, Any]) -> Manifest:
        manifest = cls(
            id=_text(raw["id"]),
            made_at=_text(raw["made_at"]),
            sender=KeyCard.from_text(raw["sender"]),
            recipients=tuple(_text(device) for device in raw["recipients"]),
            schema=_number(raw["schema"]),
            ceiling=_text(raw["ceiling"]),
            highest=_text(raw["highest"]),
            counts={_text(k): _number(v) for k, v in raw["counts"].items()},
            members={_text(k): _text(v) for k, v in raw["members"].items()},
            files={_text(k): _text(v) for k, v in raw["files"].items()},
            cards={_text(k): _text(v) for k, v in raw["cards"].items()},
            seals=tuple(
                HeadSeal(
                    _text(device), _text(chain), _number(seq), bytes.fromhex(digest),
                    bytes.fromhex(signature),
                )
                for device, chain, seq, digest, signature in raw["seals"]
            ),
        )  # fmt: skip
        if manifest.ceiling not in LEVELS or manifest.highest not in LEVELS:
            raise BadInput("pack_altered")
        return manifest


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value
