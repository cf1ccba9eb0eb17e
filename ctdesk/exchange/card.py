"""A desk's key card: what another desk must know of it to send it packs and to trust its packs.

A card is public and proves nothing by itself: whoever carries it could have exchanged it. It is
trusted once two officers have compared the six words that both desks show for the two cards.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, replace

import pyrage

from ctdesk.domain.errors import BadInput
from ctdesk.store.changes import canonical
from ctdesk.store.sealing import Signer, Verifier

TITLE = "CTDesk key card 1"
SUFFIX = ".ctcard"
MOST_BYTES = 4096
_LABEL = 80
_DEVICE = re.compile(r"[0-9a-f]{8}")
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True)
class KeyCard:
    """The public side of a desk's device, signed with its own key."""

    device: str
    label: str
    public_key: bytes
    box: str
    """An age recipient."""
    signature: bytes = b""

    def content(self) -> bytes:
        """What is signed, and of which the words are made."""
        parts = [self.device, self.label, self.public_key.hex(), self.box]
        return canonical(parts).encode()

    def signed(self, sign: Signer) -> KeyCard:
        return replace(self, signature=sign("card", self.content()))

    def to_text(self) -> str:
        """The card as a file holds it and as an officer may read it aloud."""
        lines = (
            TITLE,
            f"device: {self.device}",
            f"label: {self.label}",
            f"sign: {base64.b64encode(self.public_key).decode()}",
            f"box: {self.box}",
            f"signature: {base64.b64encode(self.signature).decode()}",
        )
        return "\n".join(lines) + "\n"

    @classmethod
    def from_text(cls, text: str) -> KeyCard:
        """Read a card; BadInput("card_damaged") unless it is whole and signed by its own key."""
        lines = text.replace("\r\n", "\n").strip().split("\n")
        values = dict(line.partition(": ")[::2] for line in lines[1:])
        wanted = {"device", "label", "sign", "box", "signature"}
        if lines[0].lstrip("\ufeff") != TITLE or values.keys() != wanted or len(lines) != 6:
            raise BadInput("card_damaged")
        try:
            card = cls(
                device=values["device"],
                label=values["label"],
                public_key=base64.b64decode(values["sign"], validate=True),
                box=values["box"],
                signature=base64.b64decode(values["signature"], validate=True),
            )
            pyrage.x25519.Recipient.from_str(card.box)
            sound = Verifier(card.public_key)("card", card.content(), card.signature)
        except (ValueError, binascii.Error, pyrage.RecipientError):
            raise BadInput("card_damaged") from None
        if not sound or not _DEVICE.fullmatch(card.device) or card.label != tidy_label(card.label):
            raise BadInput("card_damaged")
        return card

    @classmethod
    def from_bytes(cls, data: bytes) -> KeyCard:
        """Read a card's file."""
        try:
            if len(data) > MOST_BYTES:
                raise BadInput("card_damaged")
            return cls.from_text(data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise BadInput("card_damaged") from None


def tidy_label(label: str) -> str:
    """A desk's name on one line, without signs that show nothing or turn the line round."""
    return " ".join(_UNSHOWN.sub(" ", label).split())[:_LABEL].strip()
