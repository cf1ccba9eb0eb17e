"""A pack arrives: what is asked of it before a single entry is believed.

The order matters. Bounds first; then who sent it and to whom; then that each member is the one the
sender signed for; then that each entry is under the signature of the device that wrote it: an
honest carrier can bring on what another desk wrote, a dishonest one can't make it up.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass

from ctdesk.domain.errors import BadInput, Refused
from ctdesk.exchange import container, wire
from ctdesk.exchange.manifest import Manifest
from ctdesk.store.merging import Sealed
from ctdesk.store.migrations import SCHEMA
from ctdesk.store.peers import HeadSeal, Own, Peers
from ctdesk.store.sealing import Verifier

MOST_AHEAD_HOURS = 48
"""A clock further ahead than this would push aside everything that is written until then."""
_NAME = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Parcel:
    """A pack that holds what it promises."""

    manifest: Manifest
    sealed: list[Sealed]
    bodies: Mapping[str, bytes]
    files: Mapping[str, bytes]
    """Stored files by the name that records call them by."""

    @property
    def rows(self) -> dict[str, str]:
        """The records that it tells of, by identity their table."""
        return {each.entry.row_id: each.entry.table for each in self.sealed}


def read_parcel(data: bytes, peers: Peers, passphrase: str = "") -> Parcel:
    """Open and check a pack; raises BadInput or Refused, and nothing was changed."""
    own = peers.own()
    if len(data) > container.MOST_BYTES:
        raise Refused("pack_too_large", megabytes=container.MOST_BYTES >> 20)
    members = container.unzipped(container.opened(data, own.box_secret, passphrase))
    manifest = _signed_manifest(members, peers, own)
    _check_address(manifest, own, container.under_passphrase(data))
    if manifest.schema > SCHEMA:
        raise Refused("pack_newer")
    _check_members(manifest, members)
    sealed = wire.sealed_of(members[container.CHANGES])
    _check_origins(sealed, manifest, peers)
    bodies = wire.bodies_of(members[container.BODIES])
    wanted = {digest for each in sealed for digest in wire.long_texts_of(each.entry)}
    if not wanted <= bodies.keys():
        raise Refused("pack_incomplete")
    files = {name: members[container.blob_member(sha)] for name, sha in manifest.files.items()}
    _check_files(sealed, manifest)
    return Parcel(manifest, sealed, {key: bodies[key] for key in wanted}, files)


def _signed_manifest(members: Mapping[str, bytes], peers: Peers, own: Own) -> Manifest:
    """The manifest, signed by a desk whose card this desk trusts."""
    manifest = Manifest.from_bytes(members[container.MANIFEST])
    sender = manifest.sender
    if sender.device == own.device:
        raise Refused("pack_own")
    peer = peers.get(sender.device)
    if peer is None:
        raise Refused("pack_unknown_desk", desk=sender.label or sender.device)
    if peer.public_key != sender.public_key:
        raise Refused("card_changed", desk=peer.label or peer.device)
    content, signature = members[container.MANIFEST], members[container.SIGNATURE]
    if not Verifier(peer.public_key)("pack", content, signature):
        raise BadInput("pack_altered")
    if not peer.trusted:
        raise Refused("pack_untrusted_desk", desk=peer.label or peer.device)
    return manifest


def _check_address(manifest: Manifest, own: Own, under_passphrase: bool) -> None:
    """Refused unless the sender signed that the pack is for this desk."""
    bearer = under_passphrase and not manifest.recipients
    if not bearer and own.device not in manifest.recipients:
        raise BadInput("pack_not_for_us")


def _check_members(manifest: Manifest, members: Mapping[str, bytes]) -> None:
    promised = {container.MANIFEST, container.SIGNATURE, *manifest.members}
    if promised != members.keys():
        raise BadInput("pack_altered")
    for name, sha in manifest.members.items():
        if container.sha256_of(members[name]) != sha:
            raise BadInput("pack_altered")
    blobs = {container.blob_member(sha) for sha in manifest.files.values()}
    if blobs != set(manifest.members) - {container.CHANGES, container.BODIES}:
        raise BadInput("pack_altered")
    if not all(_NAME.fullmatch(name) for name in manifest.files):
        raise BadInput("pack_altered")


def _check_origins(sealed: list[Sealed], manifest: Manifest, peers: Peers) -> None:
    """Every entry, and every seal of a history, is signed by a device whose card is trusted."""
    latest = int(time.time() * 1000) + MOST_AHEAD_HOURS * 3_600_000
    keys = {peer.device: peer.public_key for peer in peers.all() if peer.trusted}
    keys |= peers.own_keys()
    verifiers: dict[str, Verifier] = {}
    for each in sealed:
        entry = each.entry
        if entry.device not in verifiers:
            verifiers[entry.device] = _verifier(entry.device, keys, peers)
        if not verifiers[entry.device]("entry", entry.hash, each.signature):
            raise BadInput("pack_altered")
        if int(entry.hlc[:13]) > latest:
            raise Refused("pack_clock", hours=MOST_AHEAD_HOURS, desk=_called(entry.device, peers))
    for seal in manifest.seals:
        _check_seal(seal, _verifier(seal.device, keys, peers))


def _verifier(device: str, keys: Mapping[str, bytes], peers: Peers) -> Verifier:
    if device not in keys:
        raise Refused("pack_unknown_origin", desk=_called(device, peers))
    return Verifier(keys[device])


def _called(device: str, peers: Peers) -> str:
    peer = peers.get(device)
    return peer.label if peer is not None and peer.label else device


def _check_seal(seal: HeadSeal, verify: Verifier) -> None:
    if seal.chain not in ("change", "act") or len(seal.hash) != 32:
        raise BadInput("pack_altered")
    if not verify("head", seal.content(), seal.signature):
        raise BadInput("pack_altered")


def check_seals(parcel: Parcel, peers: Peers) -> None:
    """Refused("pack_forked") where a desk's history contradicts a seal of it that was seen before,
    or the entries that are known."""
    known = {
        (seal.device, seal.chain, seal.seq): seal.hash
        for seal in peers.kept_seals({seal.device for seal in parcel.manifest.seals})
    }
    sent = {(s.entry.device, s.entry.seq): s.entry.hash for s in parcel.sealed}
    for seal in parcel.manifest.seals:
        told = [known.get((seal.device, seal.chain, seal.seq))]
        if seal.chain == "change":
            told += [sent.get((seal.device, seal.seq)), peers.hash_at(seal.device, seal.seq)]
        if any(other is not None and other != seal.hash for other in told):
            raise Refused("pack_forked", device=seal.device, seq=seal.seq)
    for (device, chain, seq), digest in known.items():
        if chain == "change" and sent.get((device, seq), digest) != digest:
            raise Refused("pack_forked", device=device, seq=seq)


def _check_files(sealed: list[Sealed], manifest: Manifest) -> None:
    """The file of an attachment is the one whose hash its record tells."""
    for each in sealed:
        if each.entry.table == "attachment" and not each.entry.field:
            values = {spec.name: value for spec, value in wire.valued(each.entry)}
            name = values.get("blob", "")
            if name in manifest.files and manifest.files[name] != values.get("sha256"):
                raise BadInput("pack_altered")
