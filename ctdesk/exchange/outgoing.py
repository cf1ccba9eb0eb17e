"""A pack is made: the whole history of each record, what it names, its texts and files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pyrage
from uuid_utils import uuid7

from ctdesk.domain.classification import highest
from ctdesk.domain.errors import AttachmentLostError, Refused
from ctdesk.domain.records import Document, Dossier
from ctdesk.exchange import container, wire
from ctdesk.exchange.card import KeyCard
from ctdesk.exchange.manifest import Manifest
from ctdesk.store.blobs import Blobs
from ctdesk.store.changes import now
from ctdesk.store.merging import Sealed
from ctdesk.store.migrations import SCHEMA
from ctdesk.store.peers import Peers
from ctdesk.store.picking import NAMED_KINDS, Picked
from ctdesk.store.reading import Reader
from ctdesk.store.sealing import Signer

Progress = Callable[[int, int], bool]
"""Told how many parts are made, of how many; False stops."""


@dataclass(frozen=True)
class Outgoing:
    """A pack as it leaves, and what is in it."""

    manifest: Manifest
    data: bytes
    lost: int
    """Files that this desk has lost itself: their records go without them."""


def own_card(peers: Peers) -> KeyCard:
    """This desk's key card."""
    own = peers.own()
    box = pyrage.x25519.Identity.from_str(own.box_secret).to_public()
    keys = peers.own_keys()
    former = tuple(sorted((d, key) for d, key in keys.items() if d != own.device))
    card = KeyCard(own.device, own.label, own.public_key, str(box), former)
    return card.signed(Signer(own.secret_key))


class Packing:
    """Makes packs of one desk, within an act: signatures and seals are kept with it."""

    def __init__(self, read: Reader, blobs: Blobs) -> None:
        self._read = read
        self._blobs = blobs
        self._peers = Peers(read.connection)

    def make(
        self,
        picked: Picked,
        *,
        to: KeyCard | None,
        ceiling: str,
        passphrase: str = "",
        id_: str = "",
        progress: Progress = lambda _done, _total: True,
    ) -> Outgoing:
        """The pack of these records. Refused when nothing is left to send, or too much."""
        if picked.empty:
            raise Refused("pack_empty", left_out=len(picked.left_out))
        sealed = self._with_named(picked)
        files, lost = self._files(sealed, progress)
        bodies = self._read.bodies(h for s in sealed for h in wire.long_texts_of(s.entry))
        members = {
            container.CHANGES: wire.lines_of(sealed),
            container.BODIES: wire.lines_of_bodies(bodies),
            **{container.blob_member(container.sha256_of(d)): d for d in files.values()},
        }
        own = self._peers.own()
        manifest = self._manifest(sealed, files, members, to, ceiling, id_)
        head = manifest.to_bytes()
        signature = Signer(own.secret_key)("pack", head)
        whole = {container.MANIFEST: head, container.SIGNATURE: signature, **members}
        zipped = container.zipped(whole)
        data = container.closed(zipped, [to.box] if to else [], passphrase)
        return Outgoing(manifest, data, lost)

    def _with_named(self, picked: Picked) -> list[Sealed]:
        """The entries of the records, and of the parties and officers that they ever named."""
        sealed = self._peers.sealed(picked.rows)
        found, todo = list(sealed), sealed
        while named := _named(todo).keys() - picked.rows.keys():
            todo = self._peers.sealed(named)
            found += todo
            picked.rows |= {each.entry.row_id: each.entry.table for each in todo}
            if not todo:
                break
        return sorted(found, key=lambda s: (s.entry.device, s.entry.seq))

    def _files(self, sealed: Sequence[Sealed], progress: Progress) -> tuple[dict[str, bytes], int]:
        names = sorted({name for each in sealed for name in _blobs_of(each)})
        found, lost, size = {}, 0, 0
        for done, name in enumerate(names):
            if not progress(done, len(names)):
                raise Refused("pack_stopped")
            try:
                found[name] = self._blobs.get(name)
            except AttachmentLostError:
                lost += 1
                continue
            size += len(found[name])
            if size > container.MOST_BYTES:
                raise Refused("pack_too_large", megabytes=container.MOST_BYTES >> 20)
        return found, lost

    def _manifest(
        self,
        sealed: Sequence[Sealed],
        files: dict[str, bytes],
        members: dict[str, bytes],
        to: KeyCard | None,
        ceiling: str,
        id_: str,
    ) -> Manifest:
        rows = {each.entry.row_id: each.entry.table for each in sealed}
        devices = {each.entry.device for each in sealed}
        relayed = [peer for peer in self._peers.all() if peer.device in devices]
        return Manifest(
            id=id_ or str(uuid7()),
            made_at=now(),
            sender=own_card(self._peers),
            recipients=(to.device,) if to else (),
            schema=SCHEMA,
            ceiling=ceiling,
            highest=self._highest(rows),
            counts={**Counter(rows.values()), "entry": len(sealed), "file": len(files)},
            members={name: container.sha256_of(data) for name, data in members.items()},
            files={name: container.sha256_of(data) for name, data in files.items()},
            cards={peer.device: peer.card for peer in relayed},
            seals=(
                *self._peers.head_seals(),
                *self._peers.kept_seals(peer.device for peer in relayed),
            ),
        )

    def _highest(self, rows: dict[str, str]) -> str:
        degrees = []
        for kind in (Document, Dossier):
            uids = [uid for uid, table in rows.items() if table == kind.table]
            records = self._read.get_many(kind, uids).values()
            degrees += [getattr(record, "classification", "") for record in records]
        return highest(degrees)


def _named(sealed: Iterable[Sealed]) -> dict[str, str]:
    """The parties and officers that entries name, by identity their table."""
    found: dict[str, str] = {}
    for each in sealed:
        found[each.entry.officer] = "officer"
        for spec, value in wire.valued(each.entry):
            if spec.type in NAMED_KINDS and value:
                values = value if spec.several else [value]
                found |= dict.fromkeys(values, NAMED_KINDS[spec.type].table)
    found.pop("", None)
    return found


def _blobs_of(sealed: Sealed) -> Iterable[str]:
    if sealed.entry.table == "attachment":
        return (v for spec, v in wire.valued(sealed.entry) if spec.name == "blob" and v)
    if sealed.entry.table == "revision":
        return [
            name
            for spec, value in wire.valued(sealed.entry)
            if spec.name == "letterheads"
            for name in value
            if name
        ]
    return ()
