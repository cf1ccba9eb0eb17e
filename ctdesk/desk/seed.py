"""The parties that every new desk knows: Iraq's missions, national and international bodies."""

from __future__ import annotations

import tomllib
from uuid import UUID, uuid5

from ctdesk.domain.records import Party
from ctdesk.domain.resources import resource
from ctdesk.store.acting import Act

_SEEDS = UUID("5d3c1f0e-0b0e-5c7a-9a55-c7de5c000001")
"""The namespace of the seeds' identities: the same body is the same record on every desk."""


def seed_parties(act: Act) -> None:
    """Write the parties of `resources/seed/parties.toml`."""
    rows = tomllib.loads(resource("seed", "parties.toml").read_text(encoding="utf-8"))["party"]
    uids: dict[str, str] = {}
    for row in rows:
        party = act.create(
            Party(
                uid=str(uuid5(_SEEDS, row["code"])),
                kind=row["kind"],
                name_ar=row["ar"],
                name_en=row["en"],
                spellings=tuple(row.get("other", ())),
                iso=row.get("iso", ""),
                parent=uids.get(row.get("parent", ""), ""),
                active_to=str(row.get("until", "")),
            )
        )
        uids[row["code"]] = party.uid
