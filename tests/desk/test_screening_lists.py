"""Lists are looked at, then taken in whole; in whatever order they come, no history is lost."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ctdesk.desk import Desk
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import ListEntry, ListImport, ListVersion
from tests.screening.lists.made import FUND, NADIR, TARIQ, Fields, un_xml

RENAMED = {**NADIR, "COMMENTS1": "Mother's name: Huda Karim."}
EDITIONS: dict[str, tuple[Fields, ...]] = {
    "2024-01-01": (NADIR, FUND),
    "2025-01-01": (RENAMED, TARIQ),
    "2026-01-01": (NADIR, FUND, TARIQ),
}


@pytest.fixture
def lists(tmp_path: Path) -> dict[str, Path]:
    """Three editions of a list by their day."""
    paths = {}
    for day, entries in EDITIONS.items():
        paths[day] = tmp_path / f"list-{day}.xml"
        paths[day].write_bytes(un_xml(day, *entries))
    return paths


def take(desk: Desk, path: Path) -> None:
    desk.screening.lists.apply(desk.screening.lists.preview(path))


def known(desk: Desk) -> dict[str, object]:
    """All that the desk says of its lists and entries."""
    rows = desk.screening.entries.list(delisted=None).rows
    force = desk.screening.lists.in_force()
    return {
        "in force": [(one.list, one.date, one.sha256, one.entries, one.delisted) for one in force],
        **{
            row.reference: (
                row,
                view.said,
                [(v.since, v.until, v.listed, v.changed, v.entry) for v in view.versions],
                view.record.version,
                view.record.file_sha256,
            )
            for row in rows
            for view in [desk.screening.entries.entry(row.uid)]
        },
    }


def test_a_preview_tells_the_difference_and_writes_nothing(
    bare_desk: Desk, lists: dict[str, Path]
) -> None:
    take(bare_desk, lists["2024-01-01"])
    preview = bare_desk.screening.lists.preview(lists["2025-01-01"])
    found = preview.difference
    assert [one.entry.reference for one in found.added] == ["IQi.903"]
    assert [one.entry.reference for one in found.removed] == ["QDe.902"]
    assert [[f.key for f in one.fields] for one in found.changed] == [["comments"]]
    assert (preview.before, preview.after, preview.older) == ("2024-01-01", "2025-01-01", False)
    assert bare_desk.screening.lists.in_force()[0].date == "2024-01-01"


@pytest.mark.parametrize("order", list(itertools.permutations(EDITIONS)), ids=" ".join)
def test_the_order_of_import_makes_no_difference(
    bare_folder: Path,
    open_copy: Callable[..., Desk],
    lists: dict[str, Path],
    order: tuple[str, ...],
) -> None:
    straight, other = open_copy(bare_folder, "straight"), open_copy(bare_folder, "other")
    for day in sorted(EDITIONS):
        take(straight, lists[day])
    for day in order:
        take(other, lists[day])
    assert known(other) == known(straight)


def test_an_entry_shows_every_wording_by_the_days_of_its_lists(
    bare_desk: Desk, lists: dict[str, Path]
) -> None:
    for path in lists.values():
        take(bare_desk, path)
    (row,) = bare_desk.screening.entries.list("QDi.901").rows
    versions = bare_desk.screening.entries.entry(row.uid).versions
    assert [(v.since, [f.key for f in v.changed]) for v in versions] == [
        ("2026-01-01", ["comments"]),
        ("2025-01-01", ["comments"]),
        ("2024-01-01", []),
    ]
    (fund,) = bare_desk.screening.entries.list("green palm").rows
    versions = bare_desk.screening.entries.entry(fund.uid).versions
    assert [v.listed for v in versions] == [True, False, True]


def test_an_entry_that_left_the_list_stays_with_the_day_of_its_delisting(
    bare_desk: Desk, lists: dict[str, Path]
) -> None:
    take(bare_desk, lists["2024-01-01"])
    take(bare_desk, lists["2025-01-01"])
    assert [row.reference for row in bare_desk.screening.entries.list().rows] == [
        "IQi.903",
        "QDi.901",
    ]
    (gone,) = bare_desk.screening.entries.list(delisted=True).rows
    assert (gone.reference, gone.delisted_on) == ("QDe.902", "2025-01-01")


def test_an_older_list_leaves_what_is_in_force(bare_desk: Desk, lists: dict[str, Path]) -> None:
    take(bare_desk, lists["2025-01-01"])
    before = bare_desk.screening.lists.in_force()[0]
    preview = bare_desk.screening.lists.preview(lists["2024-01-01"])
    assert preview.older
    assert (preview.before, preview.after) == ("2024-01-01", "2025-01-01")
    bare_desk.screening.lists.apply(preview)
    after = bare_desk.screening.lists.in_force()[0]
    assert (after.date, after.entries, after.files) == (before.date, 2, 2)
    assert [row.reference for row in bare_desk.screening.entries.list(delisted=True).rows] == [
        "QDe.902"
    ]


def test_the_same_file_twice_changes_nothing(bare_desk: Desk, lists: dict[str, Path]) -> None:
    take(bare_desk, lists["2024-01-01"])
    preview = bare_desk.screening.lists.preview(lists["2024-01-01"])
    assert preview.known
    assert not preview.difference
    bare_desk.screening.lists.apply(preview)
    assert bare_desk._session.store.read.count(ListImport) == 1


def test_a_damaged_list_leaves_the_one_in_force_untouched(
    bare_desk: Desk, lists: dict[str, Path], tmp_path: Path
) -> None:
    take(bare_desk, lists["2024-01-01"])
    before = known(bare_desk)
    damaged = tmp_path / "damaged.xml"
    damaged.write_bytes(lists["2025-01-01"].read_bytes()[:-40])
    with pytest.raises(BadInput):
        bare_desk.screening.lists.preview(damaged)
    assert known(bare_desk) == before


def test_a_list_that_lost_most_of_its_entries_needs_a_word(bare_desk: Desk, tmp_path: Path) -> None:
    full, lost = tmp_path / "full.xml", tmp_path / "lost.xml"
    full.write_bytes(un_xml("2024-01-01", NADIR, FUND, TARIQ))
    lost.write_bytes(un_xml("2025-01-01", NADIR))
    take(bare_desk, full)
    preview = bare_desk.screening.lists.preview(lost)
    with pytest.raises(Refused) as refused:
        bare_desk.screening.lists.apply(preview)
    assert refused.value.code == "list_shrunk"
    assert bare_desk.screening.lists.in_force()[0].date == "2024-01-01"
    bare_desk.screening.lists.apply(preview, shrunk_is_right=True)
    assert bare_desk.screening.lists.in_force()[0].date == "2025-01-01"


def test_a_wording_is_kept_once(bare_desk: Desk, lists: dict[str, Path]) -> None:
    for path in lists.values():
        take(bare_desk, path)
    read = bare_desk._session.store.read
    assert read.count(ListEntry) == 3
    assert read.count(ListVersion) == 4
    assert bare_desk.verify().sound


def test_the_change_log_tells_what_an_entry_was(bare_desk: Desk, lists: dict[str, Path]) -> None:
    for path in lists.values():
        take(bare_desk, path)
    entry = bare_desk._session.store.read.where(ListEntry, reference="QDe.902")[0]
    log = bare_desk._session.store.read.log_of(entry.uid)
    assert [each.after for each in log if each.field == "delisted_on"] == ["2025-01-01", ""]


def test_reasons_for_listing_stand_beside_the_entry(
    bare_desk: Desk, lists: dict[str, Path], tmp_path: Path
) -> None:
    take(bare_desk, lists["2024-01-01"])
    told = {"ref": "QDi.901", "text": "He was listed for financing.", "updated": "3 May 2015"}
    path = tmp_path / "narratives.jsonl"
    path.write_text(json.dumps(told) + "\n", encoding="utf-8")
    assert bare_desk.screening.lists.add_narratives(path) == 1
    (row,) = bare_desk.screening.entries.list("nadir").rows
    assert bare_desk.screening.entries.entry(row.uid).narrative == told["text"]
    take(bare_desk, lists["2026-01-01"])
    assert bare_desk.screening.entries.entry(row.uid).narrative == told["text"]


def test_entries_are_found_in_either_script_and_by_number(
    bare_desk: Desk, lists: dict[str, Path]
) -> None:
    take(bare_desk, lists["2026-01-01"])
    for query in ("القصابي", "qasabi", "QDi.901", "9000001", "ABU huda"):
        assert [row.reference for row in bare_desk.screening.entries.list(query).rows] == [
            "QDi.901"
        ]
    page = bare_desk.screening.entries.list(limit=1, offset=1)
    assert (len(page.rows), page.total) == (1, 3)


def test_the_registrar_takes_no_list_in(bare_desk: Desk, lists: dict[str, Path]) -> None:
    bare_desk._session.officer = replace(bare_desk.officer, role="registrar")
    with pytest.raises(Refused) as refused:
        bare_desk.screening.lists.preview(lists["2024-01-01"])
    assert refused.value.code == "role_may_not"
