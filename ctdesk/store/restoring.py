"""A backup takes the place of the desk; the desk that was there is set aside whole.

The backup is first copied beside the desk and checked there; then two folders change their names.
A power cut between the two leaves no desk under its name: `settle` finishes what was begun.

The restored desk goes on as a new device. What the old device wrote after the backup may have
left in packs or in seals; the same device must not give the same numbers to other entries. Nor are
the register numbers given again that were given after the backup: they may stand on papers.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from uuid_utils import uuid7

from ctdesk.domain.errors import StoreError
from ctdesk.store import device
from ctdesk.store.blobs import Blobs, names_of
from ctdesk.store.changes import Log
from ctdesk.store.copies import Copy, Progress, opened, quiet
from ctdesk.store.driver import Connection
from ctdesk.store.durable import sync_file, sync_folder, write_durably
from ctdesk.store.errors import translated
from ctdesk.store.folder import InstanceLock
from ctdesk.store.opening import DATABASE, open_for_reading
from ctdesk.store.places import Copied
from ctdesk.store.vault import Keys, Vault

NOTE = "restored"
"""A file in the restored folder until its first opening, which enters the act in the chain."""
_NUMBERS = (
    "SELECT register, register_year, register_seq, register_number FROM document"
    " WHERE register_number <> ''"
)
Given = tuple[str, int, int, str]
"""A register, its year, the sequence number, the number as it is written."""
_USE, _NONCE_BYTES = b"CTRN1", 12
_ASIDE, _COMING = "-set-aside-", ".restoring"


def restore(desk: Path, copied: Copied, keys: Keys, progress: Progress = quiet) -> Path | None:
    """Put a backup in the place of the desk, which must be closed; where the desk that was there
    lies now, None when there was none.

    StoreError when the backup can't be relied on: the desk is then as it was. An attachment that
    the backup lacks is taken from the desk, where it is whole.
    """
    coming = desk.with_name(desk.name + _COMING)
    with translated():
        shutil.rmtree(coming, ignore_errors=True)
        coming.mkdir(parents=True)
        try:
            with opened(copied, keys) as copy:
                _copy(copy, desk, coming, keys, progress)
                _note(coming / NOTE, copied, _given_since(desk, keys, copy.connection), keys)
        except BaseException:
            shutil.rmtree(coming, ignore_errors=True)
            raise
        return _change_places(desk, coming)


def settle(desk: Path) -> None:
    """Finish a restoring that was cut off between its two renames."""
    coming = desk.with_name(desk.name + _COMING)
    if not desk.exists() and (coming / NOTE).exists():
        coming.rename(desk)
        sync_folder(desk.parent)


def enter_restoring(connection: Connection, folder: Path, keys: Keys, officer: str) -> None:
    """Enter in the chain that this desk was restored, and go on as a new device; within an act.

    To be called until the file is gone: what was entered before is not entered again.
    """
    note = _read(folder / NOTE, keys)
    known = connection.execute(
        "SELECT 1 FROM act WHERE act = 'restore_desk' AND instr(detail, ?)", (note["uid"],)
    ).fetchone()
    if known:
        return
    old = connection.execute(
        "SELECT id, label, clock, change_seq, act_seq FROM device WHERE own = 1"
    ).fetchone()
    connection.execute("UPDATE device SET own = 0 WHERE own = 1")
    new = device.enrol(connection)
    connection.execute(
        "UPDATE device SET label = ?, clock = ? WHERE id = ?",
        (old[1], f"{old[2][:20]}-{new}" if old[2] else "", new),
    )
    log = Log(connection, "restore_desk", officer)
    log.note(
        "restore_desk",
        {"uid": note["uid"], "of": note["at"], "device": old[0], "changes": old[3], "acts": old[4]},
    )
    log.flush()
    connection.executemany(
        "INSERT OR IGNORE INTO number_gone VALUES (?, ?, ?, ?, ?)",
        [(note["uid"], *given) for given in note["given"]],
    )


def _read(path: Path, keys: Keys) -> dict[str, Any]:
    sealed = path.read_bytes()
    nonce = sealed[:_NONCE_BYTES]
    try:
        note = AESGCM(keys.backup).decrypt(nonce, sealed[_NONCE_BYTES:], _USE)
    except InvalidTag:
        raise StoreError("manifest_damaged") from None
    return dict(json.loads(note))


def _copy(copy: Copy, desk: Path, coming: Path, keys: Keys, progress: Progress) -> None:
    copy.check(progress)
    shutil.copyfile(copy.copied.folder / DATABASE, coming / DATABASE)
    sync_file(coming / DATABASE)
    vault = Vault.load(copy.copied.folder)
    target = Blobs(coming / "blobs", keys.blob, keys.name)
    sources = (copy.blobs, Blobs(desk / "blobs", keys.blob, keys.name))
    names = sorted(names_of(copy.connection))
    for done, name in enumerate(names, 1):
        _copy_file(name, sources, target)
        if not progress("files", done, len(names)):
            raise StoreError("check_stopped")
    vault.save(coming)


def _note(path: Path, copied: Copied, given: list[Given], keys: Keys) -> None:
    """What the first opening enters in the chain; readable with the desk's key alone."""
    note = json.dumps({"uid": str(uuid7()), "at": copied.at, "given": given}).encode()
    nonce = os.urandom(_NONCE_BYTES)
    write_durably(path, nonce + AESGCM(keys.backup).encrypt(nonce, note, _USE))


def _given_since(desk: Path, keys: Keys, backup: Connection) -> list[Given]:
    """The register numbers that the desk gave and the backup does not know. None where the desk
    can't be read any more."""
    try:
        with translated(), closing(open_for_reading(desk / DATABASE, keys.database).conn) as here:
            given = set(here.execute(_NUMBERS))
    except StoreError:
        return []
    return sorted(given.difference(backup.execute(_NUMBERS)))


def _copy_file(name: str, sources: tuple[Blobs, ...], target: Blobs) -> None:
    for source in sources:
        try:
            sealed = source.sealed(name)
            source.opened(name, sealed)
        except StoreError:
            # It is told by the check of the backup, and by that of the restored desk.
            continue
        target.restore(name, sealed)
        return


def _change_places(desk: Path, coming: Path) -> Path | None:
    aside = None
    if desk.exists():
        lock = InstanceLock(desk)
        lock.take()
        lock.release()
        aside = _free(desk.with_name(f"{desk.name}{_ASIDE}{datetime.now(UTC):%Y%m%d-%H%M%S}"))
        desk.rename(aside)
    coming.rename(desk)
    sync_folder(desk.parent)
    return aside


def _free(folder: Path) -> Path:
    """The folder's name, or the next one that nothing bears."""
    names = (folder.with_name(f"{folder.name}-{n}") for n in count(2))
    return folder if not folder.exists() else next(name for name in names if not name.exists())
