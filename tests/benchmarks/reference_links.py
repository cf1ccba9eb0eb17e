"""Mentions of messages in real telegrams, and the documents meant: found and rightly linked.

    python -m tests.benchmarks.reference_links --kit FOLDER [--show]

Reads `frus_reflinks.jsonl` (links that the editors of the volumes gave, each with up to 80
characters that end where its mark stands) and `frus_register.tsv` (the documents).

How it is counted. A mark stands right after what it explains, so a link is judged by the last
mention before the mark. Beside it stands the count by the number that comes with the link, which in
lists ("Deptel 231 and Embtels 251,") may be that of an earlier mention. A link is proposed when a
document is resolved, and right when it is the link's target; recall is over all links given, those
too whose writer or target the register doesn't have. The baseline takes the link's own number, and
of the documents that carry it the nearest not later than the writer.

Parties are made one by place, as a desk has one party for an embassy: a telegram from Rangoon is
the embassy's in Rangoon whoever signed it, and "Embassy in Burma" is where telegrams of that name
come from.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from ctdesk.desk.resolving import Known, resolve
from ctdesk.text.fold import fold
from ctdesk.text.references import DEPARTMENT, Mention, keys_of, mentions, number_keys

_SEAT = "Washington"
_POST = re.compile(r"\b(?:in|at) (?:the )?(?!Chief)(?P<name>[^(,]+)")
_MARK = re.compile("⟦[^⟧]*⟧")


class Link(NamedTuple):
    writer: str
    number: str
    target: str
    same: bool
    text: str


class Score(NamedTuple):
    right: int
    proposed: int
    given: int

    def __str__(self) -> str:
        precision = self.right / self.proposed if self.proposed else 1.0
        return f"{self.given:6} {self.proposed:9} {precision:10.3f} {self.right / self.given:7.3f}"


def read_links(kit: Path) -> list[Link]:
    """The links, each with its text up to its mark; marks of others are taken out."""
    links = []
    for line in (kit / "frus_reflinks.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["context"][: row["context"].rfind("⟦")]
        links.append(
            Link(row["from"], row["number"], row["target"], row["same_number"], _MARK.sub("", text))
        )
    return links


def read_register(kit: Path) -> dict[str, Known]:
    """The documents by id, with one name for each party."""
    with (kit / "frus_register.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    seats: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row["place"]:
            seats[_post(row["from"])][row["place"]] += 1
    place_of = {post: places.most_common(1)[0][0] for post, places in seats.items()}
    return {row["id"]: _known(row, place_of) for row in rows}


def _post(name: str) -> str:
    """Where a party sits, by its name: "Ambassador in Vietnam (Durbrow)" is at the post Vietnam."""
    found = _POST.search(name)
    return fold(found["name"]) if found else fold(name)


def _known(row: dict[str, str], place_of: dict[str, str]) -> Known:
    def party(name: str, place: str) -> tuple[str, frozenset[str]]:
        seat = (_POST.search(name) and place_of.get(_post(name))) or place
        seat = seat or place_of.get(_post(name), "")
        if seat == _SEAT or name == "Department of State":
            return DEPARTMENT, frozenset((fold(name), fold(_SEAT), DEPARTMENT, "state"))
        return fold(seat or name), frozenset((fold(name), _post(name), fold(seat)))

    # The volumes run a heading's two parties together: "Delegation" "United Nations to the …".
    to = row["to"].rpartition(" to the ")[2] if "to the Department" in row["to"] else row["to"]
    sender, sender_names = party(row["from"], row["place"])
    addressee, addressee_names = party(to, "")
    return Known(
        row["id"],
        number_keys(row["number"]),
        sender,
        (addressee,),
        row["date"],
        sender_names,
        addressee_names,
    )


def by_last(link: Link, found: Sequence[Mention]) -> Mention | None:
    """The last mention before the mark."""
    return found[-1] if found else None


def by_number(link: Link, found: Sequence[Mention]) -> Mention | None:
    """The last mention that carries the link's number."""
    carry = [mention for mention in found if _carries(mention, link.number)]
    return carry[-1] if carry else None


def _carries(mention: Mention, number: str) -> bool:
    return number.lstrip("0") in {re.split("[ /]", key)[-1].rstrip("z") for key in keys_of(mention)}


Pick = Callable[[Link, Sequence[Mention]], Mention | None]


def ours(register: dict[str, Known], pick: Pick) -> Callable[[Link], str]:
    """Links through the product's own recognition and resolution; "" for none proposed."""

    def propose(link: Link) -> str:
        mention = pick(link, mentions(link.text))
        writer = register.get(link.writer)
        if mention is None or writer is None:
            return ""
        found = resolve(mention, writer, register.values())
        return found.uid if found else ""

    return propose


def baseline(register: dict[str, Known]) -> Callable[[Link], str]:
    """The same number, the nearest earlier date."""

    def propose(link: Link) -> str:
        writer = register.get(link.writer)
        if writer is None or not writer.date:
            return ""
        earlier = [
            known
            for known in register.values()
            if number_keys(link.number) & known.numbers
            and known.uid != writer.uid
            and "" < known.date <= writer.date
        ]
        return max(earlier, key=lambda known: known.date).uid if earlier else ""

    return propose


def scores(links: Sequence[Link], propose: Callable[[Link], str]) -> list[tuple[str, Score]]:
    """Of all links, of those whose target carries the number, and of two halves by volume."""
    proposed = {link: propose(link) for link in links}
    volumes = sorted({link.writer.split("/")[0] for link in links})
    groups: dict[str, list[Link]] = {
        "all links": list(links),
        "same number": [link for link in links if link.same],
        "volumes, odd": [n for n in links if volumes.index(n.writer.split("/")[0]) % 2],
        "volumes, even": [n for n in links if not volumes.index(n.writer.split("/")[0]) % 2],
    }
    return [
        (
            name,
            Score(
                sum(proposed[link] == link.target for link in group),
                sum(bool(proposed[link]) for link in group),
                len(group),
            ),
        )
        for name, group in groups.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="print what is missed or wrong")
    options = parser.parse_args()
    links, register = read_links(options.kit), read_register(options.kit)
    found = sum(by_number(link, mentions(link.text)) is not None for link in links)
    print(f"mentions found by their number: {found} of {len(links)}, {found / len(links):.3f}")
    print(f"\n{'':36} {'links':>6} {'proposed':>9} {'precision':>10} {'recall':>7}")
    ways = {
        "ours, last before the mark": ours(register, by_last),
        "ours, by the link's number": ours(register, by_number),
        "same number, nearest earlier": baseline(register),
    }
    for way, propose in ways.items():
        for group, score in scores(links, propose):
            print(f"{way if group == 'all links' else '':28} {group:13}{score}"[:80])
    if options.show:
        _show(links, register, ways["ours, last before the mark"])


def _show(
    links: Sequence[Link], register: dict[str, Known], propose: Callable[[Link], str]
) -> None:
    for link in links:
        if (uid := propose(link)) != link.target:
            verdict = "wrong" if uid else "missed"
            print(f"\n{verdict} {link.number} | {link.text}")
            for name, known in (("by", link.writer), ("means", link.target), ("not", uid)):
                print(f"  {name}: {register.get(known)}")


if __name__ == "__main__":
    main()
