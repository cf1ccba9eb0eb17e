"""The sample desk: what a newcomer sees at work. Its records are in `resources/sample/`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from uuid_utils import uuid7

from ctdesk.desk.records import belongs
from ctdesk.domain.blocks import Block, Source
from ctdesk.domain.fields import fields_of
from ctdesk.domain.records import Action, Document, Dossier, Item
from ctdesk.domain.resources import resource

if TYPE_CHECKING:
    from ctdesk.desk.desk import Desk

_STATES = ("assigned", "under_study", "registered", "noted", "registered", "under_study", "filed")


def load_sample(desk: Desk, progress: Callable[[int, int | None], bool]) -> None:
    """Register the sample's reports, opinions, dossiers and actions in an empty desk."""
    desk.intake.import_paths(
        [resource("sample", "documents.jsonl")],
        progress=lambda done, total, _last: progress(done, total),
    )
    documents = {d.source_id: d for d in desk._session.store.read.where(Document, order="uid")}
    _live_a_little(desk, documents)
    for row in _rows("opinions.toml", "opinion"):
        _opinion(desk, row, documents)
    for row in _rows("dossiers.toml", "dossier"):
        _dossier(desk, row, documents)
    for row in _rows("actions.toml", "action"):
        _action(desk, row, documents)


def _rows(file: str, name: str) -> list[dict[str, Any]]:
    tree = tomllib.loads(resource("sample", file).read_text(encoding="utf-8"))
    rows: list[dict[str, Any]] = tree[name]
    return rows


def _live_a_little(desk: Desk, documents: Mapping[str, Document]) -> None:
    """Give the documents the states of a desk that is at work; the newest stay as registered."""
    newest_last = sorted(documents.values(), key=lambda d: d.their_date)
    for number, document in enumerate(newest_last[:-6]):
        state = _STATES[number % len(_STATES)]
        if state != "registered":
            desk.documents.change_state(document.uid, state)


def _opinion(desk: Desk, row: Mapping[str, Any], documents: Mapping[str, Document]) -> None:
    given = {
        name: row[key]
        for name, key in (
            ("classification", "classification"),
            ("urgency", "urgency"),
            ("opening", "reference_ar"),
            ("opening_en", "reference_en"),
        )
        if row.get(key)
    }
    opinion = desk.opinions.new(
        subject=row["subject_ar"],
        subject_en=row["subject_en"],
        memo_kind=row["kind"],
        on=[documents[name].uid for name in row.get("on", ())],
        to=[row["to"]] if row.get("to") else [],
        blocks=[_block(block, documents) for block in row["block"]],
        copies=tuple(filter(None, map(desk.parties.resolve, row.get("copies", ())))),
        **given,
    )
    if row["state"] == "in_review":
        desk.opinions.submit(opinion.uid)
    elif row["state"] == "issued":
        desk.opinions.issue(opinion.uid)


def _block(row: Mapping[str, Any], documents: Mapping[str, Document]) -> Block:
    plain = {key: value for key, value in row.items() if key != "sources"}
    sources = tuple(_source(source, documents) for source in row.get("sources", ()))
    return Block(uid=str(uuid7()), sources=sources, **plain)


def _source(row: Mapping[str, str], documents: Mapping[str, Document]) -> Source:
    document = documents[row["document"]]
    start = document.text.index(row["quote"])
    return Source(document.uid, row["quote"], start, start + len(row["quote"]))


def _dossier(desk: Desk, row: Mapping[str, Any], documents: Mapping[str, Document]) -> None:
    parties = tuple(filter(None, (desk.parties.resolve(name) for name in row.get("parties", ()))))
    names = {spec.name for spec in fields_of(Dossier)} - {"parties"}
    fields = {key: str(value) for key, value in row.items() if key in names}
    items = [_item(item) for item in row.get("item", ())]
    dossier = desk.dossiers.add(Dossier(parties=parties, **fields), items)
    with desk._session.act("link") as act:
        for name in row.get("documents", ()):
            act.create(belongs(documents[name].uid, dossier.uid))


def _item(row: Mapping[str, Any]) -> Item:
    names = {spec.name for spec in fields_of(Item)}
    fields: dict[str, Any] = {
        key: value if isinstance(value, bool) else str(value)
        for key, value in row.items()
        if key in names
    }
    return Item(**fields)


def _action(desk: Desk, row: Mapping[str, Any], documents: Mapping[str, Document]) -> None:
    names = {spec.name for spec in fields_of(Action)} - {"document", "waiting_for"}
    fields = {key: str(value) for key, value in row.items() if key in names}
    document = documents.get(row.get("document", ""))
    desk.actions.add(
        Action(
            document=document.uid if document else "",
            waiting_for=desk.parties.resolve(row.get("waiting_for", "")) or "",
            **fields,
        )
    )
