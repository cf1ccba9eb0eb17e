"""Nothing above an officer's clearance comes out of the Desk, by whatever method, or is changed."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from ctdesk.desk import Desk, Filters
from ctdesk.domain.classification import LEVELS, rank
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Document
from tests.conftest import PASSPHRASE, TODAY
from tests.desk.canaries import Seeded, canary, seed, words_in
from tests.desk.need_to_know import ACTS, EXEMPT, READS, listed
from tests.desk.officers import another

LOWER = list(pairwise(LEVELS))
"""A clearance, and the degree above it; what is asked of all records looks for all above."""


WRITTEN = (
    "document", "letter", "attachment", "opinion", "issued", "comment", "dossier", "item", "action",
    "link", "approval", "match", "names", "named",
)  # fmt: skip


@pytest.fixture(scope="module")
def seeded(
    bare_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Seeded]]:
    """The folder of a closed desk with records of every degree, and which they are."""
    import shutil

    folder = Path(shutil.copytree(bare_folder, tmp_path_factory.mktemp("canaries") / "desk"))
    desk = Desk.open(folder, PASSPHRASE, today=lambda: TODAY)
    another(desk)
    records = seed(desk, tmp_path_factory.mktemp("arrived"))
    desk.close()
    return folder, records


@pytest.fixture
def opened(
    seeded: tuple[Path, dict[str, Seeded]], open_copy: Callable[..., Desk]
) -> tuple[Desk, dict[str, Seeded]]:
    folder, records = seeded
    return open_copy(folder), records


def lower(desk: Desk, clearance: str, role: str = "head") -> Desk:
    """The desk as an officer of that clearance has it open."""
    return Desk(
        desk._store, replace(another(desk, role).officer, clearance=clearance), lambda: TODAY
    )


def said(case: Callable[..., object], desk: Desk, records: Seeded, folder: Path) -> str:
    try:
        return words_in(case(desk, records, folder))
    except CtdeskError as refusal:
        return f"{refusal!r} {refusal.message('ar')} {refusal.message('en')}"


def higher(words: str, clearance: str) -> list[str]:
    above = [canary(degree) for degree in LEVELS if rank(degree) > rank(clearance)]
    return re.findall("|".join(above), words) if above else []


def test_every_method_of_the_desk_has_a_case() -> None:
    methods = {f"Desk.{n}" for n, _ in inspect.getmembers(Desk, callable) if not n.startswith("_")}
    for noun, kind in nouns().items():
        found = inspect.getmembers(kind, callable)
        methods |= {f"{noun}.{name}" for name, _ in found if not name.startswith("_")}
    declared = {*READS, *ACTS, *EXEMPT}
    missing = sorted(methods - declared)
    assert not missing, (
        f"{', '.join(missing)}: a new method of the Desk. Read records through session.access"
        " (get, where, visible, demand), then add a case to READS or ACTS of"
        " tests/desk/need_to_know.py that tries it on what the officer may not see;"
        " or to EXEMPT, saying why nothing of a record is learned by it."
    )
    assert not declared - methods, "cases of methods that are gone"


def nouns() -> dict[str, type]:
    """The Desk's nouns by name, read from what its constructor assigns."""
    import tempfile

    from tests.conftest import CHEAP

    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.create(Path(folder) / "desk", PASSPHRASE, cost=CHEAP)
        found = dict(below("", desk))
        desk.close()
    return found


def below(path: str, noun: object) -> Iterator[tuple[str, type]]:
    """The nouns of a noun, and theirs."""
    for name, value in vars(noun).items():
        kind = type(value)
        if not name.startswith("_") and kind.__module__.startswith("ctdesk.desk."):
            yield f"{path}{name}", kind
            yield from below(f"{path}{name}.", value)


@pytest.mark.parametrize(("clearance", "degree"), LOWER)
def test_nothing_above_a_clearance_comes_out(
    opened: tuple[Desk, dict[str, Seeded]], clearance: str, degree: str, tmp_path: Path
) -> None:
    desk, records = opened
    officer = lower(desk, clearance)
    leaks = {
        name: found
        for name, case in {**READS, **ACTS}.items()
        if (found := higher(said(case, officer, records[degree], tmp_path), clearance))
    }
    assert not leaks


def test_the_cleared_officer_is_given_what_the_others_are_not(
    opened: tuple[Desk, dict[str, Seeded]], tmp_path: Path
) -> None:
    """So that none of the cases passes because it asks in vain."""
    desk, records = opened
    word = canary("secret")
    silent = {
        "approvals.waiting",  # asked by this very officer
        "approvals.mine", "approvals.of",  # in the request's reason, below
        "handovers.preview",  # from the giver to the same officer
        "articles.opposite", "bulk.export", "bulk.request", "opinions.checks", "registers.find",
        "checks.run", "registers.export", "registers.request", "searches.meant",
        "searches.advice", "Desk.verify", "screening.drafts.checks", "screening.find",
        "screening.decisions.get", "screening.in_text", "screening.texts.screen",
        "screening.name_lists.annexes", "screening.name_lists.export",
        "screening.texts.screen_opinion", "security.left",
    }  # fmt: skip
    vain = [
        name
        for name, case in READS.items()
        if name not in silent - {"approvals.mine", "approvals.of"}
        and word not in said(case, desk, records["secret"], tmp_path)
    ]
    assert vain == []
    assert desk.searches.meant("canarysecrat") == word


@pytest.mark.parametrize("clearance", LEVELS[:-1])
def test_no_act_changes_what_is_out_of_sight(
    opened: tuple[Desk, dict[str, Seeded]], clearance: str, tmp_path: Path
) -> None:
    desk, records = opened
    officer = lower(desk, clearance)
    (before,) = desk._store.read.connection.execute("SELECT max(hlc) FROM change").fetchone()
    hidden = [records[degree] for degree in LEVELS if rank(degree) > rank(clearance)]
    for seeded_ in hidden:
        for case in ACTS.values():
            said(case, officer, seeded_, tmp_path)
    rows = desk._store.read.connection.execute(
        "SELECT DISTINCT row_id FROM change WHERE hlc > ?", (before,)
    ).fetchall()
    touched = {uid for (uid,) in rows}
    for seeded_ in hidden:
        own = {getattr(seeded_, name) for name in WRITTEN}
        assert not own & touched
        assert any(row.uid == seeded_.waiting for row in desk.incoming.rows())


@pytest.mark.parametrize("clearance", LEVELS)
def test_counts_are_of_what_may_be_seen(
    opened: tuple[Desk, dict[str, Seeded]], clearance: str
) -> None:
    desk, _ = opened
    officer = lower(desk, clearance)
    counts = officer.documents.counts()
    assert counts.documents == officer.documents.list(limit=0).total
    opinions = officer.opinions.list(limit=500).rows
    assert counts.opinions_open == sum(row.state in ("draft", "in_review") for row in opinions)
    assert counts.dossiers == len(officer.dossiers.list())
    assert counts.actions_open == len(officer.actions.list("open"))
    assert counts.incoming == officer.incoming.count() == len(officer.incoming.rows())
    assert officer.incoming.unread() == sum(r.state == "waiting" for r in officer.incoming.rows())
    today = [r for r in officer.documents.list(limit=500).rows if r.number]
    assert counts.today == len(today)
    assert counts.documents == sum(
        count for _, _, count in officer.documents.facet_values()["classification"]
    )
    words = {w.word: w.forms for page in listed(officer, everything=True) for w in page.words}  # type: ignore[attr-defined]
    assert not higher(repr(words), clearance)


def test_a_word_of_higher_documents_alone_is_no_word_of_the_desk(
    opened: tuple[Desk, dict[str, Seeded]],
) -> None:
    """What may have been meant is offered as if the hidden word were unknown."""
    desk, _ = opened
    officer = lower(desk, "restricted")
    assert officer.searches.meant("canarysecret") in ("", canary("restricted"))
    found = officer.searches.complete("canaryopen"[:-1], 9, limit=10)
    assert [c.label for c in found if c.kind == "word"] == ["canaryopen", "canaryopenid"]


def test_a_new_form_takes_nothing_over_from_a_document_that_was_raised(
    bare_desk: Desk,
) -> None:
    officer = lower(bare_desk, "secret", "officer")
    officer.documents.register(
        Document(kind="report", direction="incoming", subject="x", classification="top_secret",
                 urgency="immediate")
    )  # fmt: skip
    assert officer.documents.defaults().urgency == "routine"


def test_who_put_a_file_into_the_queue_sees_it_whatever_its_marking(
    bare_desk: Desk, tmp_path: Path
) -> None:
    mine, theirs = lower(bare_desk, "restricted"), lower(bare_desk, "restricted")
    path = tmp_path / "arrived.txt"
    path.write_text("سري للغاية\nالموضوع: اختبار\nنص التقرير كله هنا", encoding="utf-8")
    mine.incoming.take([path])
    mine.incoming.read_waiting()
    assert [row.name for row in mine.incoming.rows()] == ["arrived.txt"]
    assert theirs.incoming.rows() == []
    assert bare_desk.incoming.count() == 1


def test_an_item_and_an_action_rise_with_what_they_belong_to(
    opened: tuple[Desk, dict[str, Seeded]],
) -> None:
    desk, records = opened
    officer = lower(desk, "open")
    query, tables = "canaryopen", Filters(tbl=("item", "action"))
    before = officer.documents.list(query, tables, everything=True).total
    desk.documents.edit(records["open"].document, classification="secret")
    assert officer.documents.list(query, tables, everything=True).total == before - 1
    assert records["open"].action not in [row.action.uid for row in officer.actions.list()]
    assert desk.verify().sound
