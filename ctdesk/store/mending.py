"""What a desk can put right by itself, after a check found it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ctdesk.domain.errors import AttachmentLostError, StoreError
from ctdesk.domain.records import Attachment
from ctdesk.store.blobs import Blobs, names_of
from ctdesk.store.errors import translated
from ctdesk.store.folder import lay_ballast
from ctdesk.store.places import backups_in, ring_of
from ctdesk.store.vault import Vault

if TYPE_CHECKING:
    from ctdesk.store.store import Store

Progress = Callable[[str, int, int], bool]


def mend(store: Store, codes: Iterable[str], progress: Progress) -> dict[str, int]:
    """Put right the findings of these codes; how many of each were."""
    wanted, mended = set(codes), {}
    if any(code.startswith("index.") for code in wanted):
        if not store.rebuild_index(progress):
            raise StoreError("index_unfinished")
        mended["index"] = 1
    if "attachment" in wanted:
        mended["attachment"] = _bring_back(store)
    if "stray_file" in wanted:
        with translated():
            mended["stray_file"] = store.blobs.sweep(names_of(store.read.connection))
    if "vault_copy" in wanted:
        with translated():
            Vault.load(store.folder).save(store.folder)
        mended["vault_copy"] = 1
    if "ballast" in wanted:
        lay_ballast(store.folder)
        mended["ballast"] = 1
    return {code: count for code, count in mended.items() if count}


def can_bring_back(store: Store, attachments: Iterable[str]) -> bool:
    """Whether a backup beside the desk has the file of one of these attachments."""
    kept = store.read.get_many(Attachment, attachments)
    return any(_kept_copy(store, attachment.blob) for attachment in kept.values())


def days_since(at: str) -> int:
    """Whole days since a time of day (UTC)."""
    return (datetime.now(UTC) - datetime.fromisoformat(at)).days


def _bring_back(store: Store) -> int:
    """Take attachments that are missing or damaged from a backup beside the desk."""
    back = 0
    for name in sorted(names_of(store.read.connection)):
        try:
            store.blobs.get(name)
        except AttachmentLostError:
            sealed = _kept_copy(store, name)
            if sealed:
                store.blobs.restore(name, sealed)
                back += 1
    return back


def _kept_copy(store: Store, name: str) -> bytes:
    """The file of that name in a backup beside the desk, when it is whole there; else empty."""
    keys = store.unlocked.keys
    for folder in {copied.blobs for copied in backups_in(ring_of(store.folder))}:
        blobs = Blobs(folder, keys.blob, keys.name)
        try:
            sealed = blobs.sealed(name)
            blobs.opened(name, sealed)
        except AttachmentLostError:
            continue
        return sealed
    return b""
