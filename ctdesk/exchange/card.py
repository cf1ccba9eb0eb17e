"""A desk's key card: what another desk must know of it to send it packs and to trust its packs.

A card is public and proves nothing by itself: whoever carries it could have exchanged it. It is
trusted once two officers have compared the six words that both desks show for the two cards.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, replace
from typing import Any

import pyrage

from ctdesk.domain.errors import BadInput
from ctdesk.store.changes import canonical
from ctdesk.store.sealing import Signer, Verifier

TITLE = "CTDesk key card 1"
SUFFIX = ".ctcard"
MOST_BYTES = 4096
_LABEL = 80
_LINES = {"device", "label", "sign", "box", "signature"}
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
    former: tuple[tuple[str, bytes], ...] = ()
    """Device and key of what the desk was before it was restored from a backup: what it wrote then
    is its own as well."""
    signature: bytes = b""

    def content(self) -> bytes:
        """What is signed, and of which the words are made."""
        parts: list[Any] = [self.device, self.label, self.public_key.hex(), self.box]
        if self.former:
            parts.append([[device, key.hex()] for device, key in self.former])
        return canonical(parts).encode()

    def signed(self, sign: Signer) -> KeyCard:
        return replace(self, signature=sign("card", self.content()))

    def to_text(self) -> str:
        """The card as a file holds it and as an officer may read it aloud."""
        formerly = " ".join(f"{d}:{base64.b64encode(key).decode()}" for d, key in self.former)
        lines = (
            TITLE,
            f"device: {self.device}",
            f"label: {self.label}",
            f"sign: {base64.b64encode(self.public_key).decode()}",
            f"box: {self.box}",
            *([f"formerly: {formerly}"] if formerly else []),
            f"signature: {base64.b64encode(self.signature).decode()}",
        )
        return "\n".join(lines) + "\n"

    @classmethod
    def from_text(cls, text: str) -> KeyCard:
        """Read a card; BadInput("card_damaged") unless it is whole and signed by its own key."""
        lines = text.replace("\r\n", "\n").strip().split("\n")
        values = dict(line.partition(": ")[::2] for line in lines[1:])
        known = values.keys() - {"formerly"} == _LINES and len(lines) == len(values) + 1
        if lines[0].lstrip("\ufeff") != TITLE or not known:
            raise BadInput("card_damaged")
        try:
            card = cls(
                device=values["device"],
                label=values["label"],
                public_key=base64.b64decode(values["sign"], validate=True),
                box=values["box"],
                former=tuple(_former(each) for each in values.get("formerly", "").split()),
                signature=base64.b64decode(values["signature"], validate=True),
            )
            pyrage.x25519.Recipient.from_str(card.box)
            sound = Verifier(card.public_key)("card", card.content(), card.signature)
        except (ValueError, binascii.Error, pyrage.RecipientError):
            raise BadInput("card_damaged") from None
        devices = (card.device, *(device for device, _ in card.former))
        named = all(map(_DEVICE.fullmatch, devices)) and len(set(devices)) == len(devices)
        if not sound or not named or card.label != tidy_label(card.label):
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


def _former(text: str) -> tuple[str, bytes]:
    device, _, key = text.partition(":")
    raw = base64.b64decode(key, validate=True)
    Verifier(raw)
    return device, raw


def tidy_label(label: str) -> str:
    """A desk's name on one line, without signs that show nothing or turn the line round."""
    return " ".join(_UNSHOWN.sub(" ", label).split())[:_LABEL].strip()
