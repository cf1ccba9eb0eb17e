"""What the opening of a desk looks at, beside what refuses it: cheap, and told as warnings."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from ctdesk.store.agreeing import disagreeing
from ctdesk.store.copies import read_manifest
from ctdesk.store.driver import Connection
from ctdesk.store.folder import in_cloud_folder
from ctdesk.store.following import verify_chains
from ctdesk.store.places import newest_of
from ctdesk.store.seals import Seals
from ctdesk.store.vault import copies_differ

if TYPE_CHECKING:
    from ctdesk.store.store import Store

_TAIL = 500
"""Entries at the end of each chain that are followed at every opening."""
_SLACK_MS = 10 * 60 * 1000
"""So far the clocks of two machines may differ without a word."""


def noticed(store: Store) -> tuple[str, ...]:
    """Keys under `warning.` of what is not as it should be."""
    connection = store.read.connection
    found = {
        "chain_broken": bool(verify_chains(connection, last=_TAIL)),
        "record_differs": any(True for _ in disagreeing(connection, last=_TAIL)),
        "desk_older": _is_older_than_backup(store),
        "clock": clock_is_behind(connection),
        "cloud_folder": in_cloud_folder(store.folder),
        "vault_copy": copies_differ(store.folder),
    }
    return tuple(name for name, is_so in found.items() if is_so)


def clock_is_behind(connection: Connection) -> bool:
    """Whether the last entry of the history was written later than it is now."""
    (clock,) = connection.execute("SELECT clock FROM device WHERE own = 1").fetchone()
    return bool(clock) and int(clock[:13]) > time.time() * 1000 + _SLACK_MS


def _is_older_than_backup(store: Store) -> bool:
    newest = newest_of(store.folder)
    told = read_manifest(newest.folder, store.unlocked.keys) if newest else None
    if told is None or told.vault != store.vault.id:
        return False
    seals = Seals(store.read.connection)
    return any(seals.forgotten(seal) for seal in told.facts.seals)
