"""Signatures of this desk's device, and the check of another's (Ed25519, RFC 8032).

Each thing that is signed begins with what it is, so that no signature serves for another.
"""

from __future__ import annotations

from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

Signed = Literal["card", "entry", "head", "month", "pack"]


class Signer:
    """Many signatures of one device."""

    def __init__(self, secret: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(secret)

    def __call__(self, what: Signed, content: bytes) -> bytes:
        return self._key.sign(_named(what, content))


class Verifier:
    """Many checks of one device's signatures."""

    def __init__(self, public: bytes) -> None:
        self._key = Ed25519PublicKey.from_public_bytes(public)

    def __call__(self, what: Signed, content: bytes, signature: bytes) -> bool:
        """Whether the signature is that device's, over just this."""
        try:
            self._key.verify(signature, _named(what, content))
        except InvalidSignature:
            return False
        return True


def _named(what: Signed, content: bytes) -> bytes:
    return f"ctdesk/{what}/1\0".encode() + content
