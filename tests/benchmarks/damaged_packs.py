"""Damaged, forged and misdirected packs: each must be refused, with the desk as it was.

    python -m tests.benchmarks.damaged_packs

Flipped bits, cut files, rubbish; and, since a pack is encrypted, what only somebody can do who
holds the receiving desk's card: members swapped, left out, added, named out of the folder, blown
up, signed by another; what only a trusted but dishonest carrier can do: entries of a third desk
changed, made up, moved, taken out of their history; packs re-addressed and replayed. Prints how
each was refused.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ctdesk.desk import Desk
from ctdesk.desk.packs import Chosen
from ctdesk.desk.rows import NewFile
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Document
from ctdesk.exchange import container
from ctdesk.store import folder as store_folder
from ctdesk.store.changes import canonical, chained
from ctdesk.store.peers import Own, Peers
from ctdesk.store.sealing import Signer
from tests.exchange.days import templates
from tests.exchange.desks import desks_of, history_of, send, state_of

Members = dict[str, bytes]


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    store_folder.lay_ballast.__defaults__ = (4096,)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desks = desks_of(folder, templates(folder, 3))
        origin, carrier, target = desks
        for number in range(4):
            scan = NewFile(f"scan{number}.pdf", "application/pdf", b"%PDF" + bytes(2000 * number))
            document = origin.documents.register(
                Document(
                    kind="report",
                    direction="incoming",
                    subject=f"تقرير {number}",
                    text=f"نص {number}",
                ),
                sender="السفارة في أوسلو",
                attachments=[scan],
            )
            origin.documents.edit(document.uid, subject=f"تقرير معدل {number}")
        target.documents.register(
            Document(kind="report", direction="incoming", subject="هنا"), sender="السفارة في أوسلو"
        )
        carrier.packs.take(send(origin, carrier, folder / "first.ctx"))
        good = send(carrier, target, folder / "good.ctx").read_bytes()
        bad = list(_bad(good, desks, folder))
        before = _state(target)
        told: Counter[str] = Counter()
        failures = 0
        for label, data, secret in bad:
            path = folder / "bad.ctx"
            path.write_bytes(data)
            try:
                target.packs.take(path, secret)
                print(f"TAKEN: {label}")
                failures += 1
            except CtdeskError as error:
                told[f"{label.split(':')[0]}: {error.code}"] += 1
                if not (error.message("ar") and error.message("en")):
                    failures += 1
            if _state(target) != before:
                print(f"CHANGED: {label}")
                failures += 1
        for label, count in sorted(told.items()):
            print(f"{count:4}  {label}")
        (folder / "good2.ctx").write_bytes(good)
        target.packs.take(folder / "good2.ctx")
        after = _state(target)
        try:
            target.packs.take(folder / "good.ctx")
            failures += 1
        except CtdeskError as error:
            print(f"   1  replayed: {error.code}")
        failures += _state(target) != after
        print(f"{sum(told.values()) + 1} bad packs, {failures} failures; the good one was merged")
        for desk in desks:
            desk.close()


def _state(desk: Desk) -> object:
    return state_of(desk, local=True), history_of(desk), desk.packs.list()


def _bad(good: bytes, desks: list[Desk], folder: Path) -> Iterator[tuple[str, bytes, str]]:
    chance = random.Random(7)
    for _ in range(60):
        place = chance.randrange(len(good))
        flipped = bytes([good[place] ^ 1 << chance.randrange(8)])
        yield f"bit flipped: {place}", good[:place] + flipped + good[place + 1 :], ""
    for _ in range(25):
        yield "cut short", good[: chance.randrange(len(good))], ""
    for size in (0, 1, 22, 1000):
        yield "rubbish", chance.randbytes(size), ""
    yield "a zip", _zip([("a", b"b")]), ""
    yield "padded", good + b"\0" * 100, ""
    yield from _made_by_an_outsider(good, desks)
    yield from _made_by_a_dishonest_carrier(good, desks)
    yield from _misdirected(desks, folder)


def _made_by_an_outsider(good: bytes, desks: list[Desk]) -> Iterator[tuple[str, bytes, str]]:
    target = desks[2]
    members = _members(good, target)
    blob = next(name for name in members if name.startswith("blobs/"))
    other = next(name for name in members if name.startswith("blobs/") and name != blob)
    for name in members:
        rest = {n: d for n, d in members.items() if n != name}
        yield f"member left out: {name}", _closed(list(rest.items()), target), ""
        changed = {**members, name: members[name][:-1] + b"#"}
        yield f"member changed: {name}", _closed(list(changed.items()), target), ""
        yield f"member emptied: {name}", _closed(list({**members, name: b""}.items()), target), ""
    swapped = {**members, blob: members[other], other: members[blob]}
    yield "members swapped", _closed(list(swapped.items()), target), ""
    for bad in ("../evil", "blobs/../../evil", "/etc/x", "blobs/" + "0" * 64, "CHANGES.JSONL"):
        yield f"member added: {bad}", _closed([*members.items(), (bad, b"x")], target), ""
    yield "member twice", _closed([*members.items(), (container.CHANGES, b"")], target), ""
    bomb = {**members, container.BODIES: b'"a"\n' * 5_000_000}
    yield "blown up", _closed(list(bomb.items()), target), ""
    stranger = Signer(bytes(32))
    manifest = members[container.MANIFEST]
    forged = {**members, container.SIGNATURE: stranger("pack", manifest)}
    yield "signed by another", _closed(list(forged.items()), target), ""


def _made_by_a_dishonest_carrier(
    good: bytes, desks: list[Desk]
) -> Iterator[tuple[str, bytes, str]]:
    origin, carrier, target = desks
    members = _members(good, target)
    lines = [json.loads(line) for line in members[container.CHANGES].splitlines()]
    device = _own(origin).device
    theirs = [place for place, line in enumerate(lines) if line[0] == device]
    sign = Signer(_own(carrier).secret_key)

    def pack(label: str, changed: list[list[object]], **manifest: object) -> tuple[str, bytes, str]:
        told = json.loads(members[container.MANIFEST]) | {"id": f"forged {label}"} | manifest
        changes = b"".join(canonical(line).encode() + b"\n" for line in changed)
        whole = {**members, container.CHANGES: changes}
        told["members"] = {n: container.sha256_of(whole[n]) for n in told["members"]}
        head = canonical(told).encode()
        whole |= {container.MANIFEST: head, container.SIGNATURE: sign("pack", head)}
        return label, _closed(list(whole.items()), target), ""

    for place in theirs[:10]:
        line = list(lines[place])
        line[8] = canonical({"subject": "مزوّر"}) if not line[7] else canonical("مزوّر")
        yield pack("entry changed", [*lines[:place], line, *lines[place + 1 :]])
        resigned = list(line)
        resigned[11] = sign("entry", chained(bytes.fromhex(line[10]), tuple(line[:10]))).hex()
        yield pack("entry signed by the carrier", [*lines[:place], resigned, *lines[place + 1 :]])
        moved = list(lines[place])
        moved[1] += 1000
        yield pack("entry moved", [*lines[:place], moved, *lines[place + 1 :]])
    edited = {line[6] for line in lines if line[7]}
    births = [place for place in theirs if not lines[place][7] and lines[place][6] in edited]
    for place in births:
        yield pack(
            f"creation left out: {lines[place][5]} {lines[place][3]}",
            [*lines[:place], *lines[place + 1 :]],
        )
    twice = [*lines, lines[0]]
    yield pack("entry twice", twice)
    for bad in (
        [],
        [1],
        [None] * 12,
        "x",
        [*lines[0][:11], "zz"],
        [*lines[0][:1], "1", *lines[0][2:]],
    ):
        yield pack("entry not well made", [*lines, bad])
    yield pack("re-addressed", lines, recipients=["00000000"])
    yield pack("newer program", lines, schema=9999)
    yield pack("newer form", lines, version=2)
    yield pack("other ceiling", lines, ceiling="nonsense")
    yield pack("claims to be another", lines, sender=origin.desks.card().to_text())
    yield pack("files mixed up", lines, files={})


def _misdirected(desks: list[Desk], folder: Path) -> Iterator[tuple[str, bytes, str]]:
    origin, carrier, target = desks
    path = folder / "other.ctx"
    yield "for another desk", send(target, origin, path).read_bytes(), ""
    path = folder / "own.ctx"
    yield "our own", send(target, carrier, path).read_bytes(), ""
    chosen = Chosen(documents=[carrier._store.read.where(Document)[0].uid])
    carrier.packs.out(folder / "secret.ctx", chosen, passphrase="سبع كلمات")
    sealed = (folder / "secret.ctx").read_bytes()
    yield "wrong passphrase", sealed, "خطأ"
    yield "no passphrase", sealed, ""


def _own(desk: Desk) -> Own:
    return Peers(desk._store.read.connection).own()


def _members(data: bytes, target: Desk) -> Members:
    return container.unzipped(container.opened(data, _own(target).box_secret))


def _closed(members: list[tuple[str, bytes]], target: Desk) -> bytes:
    return container.closed(_zip(members), [target.desks.card().box])


def _zip(members: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


if __name__ == "__main__":
    main()
