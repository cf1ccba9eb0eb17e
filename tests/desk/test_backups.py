"""Backups and checks as an officer has them: due each day, tried out, previewed, remembered."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ctdesk.desk import Desk
from ctdesk.desk import backups as backups_module
from ctdesk.desk.restoring import restore
from ctdesk.domain.errors import BadInput, Refused, StoreError
from ctdesk.domain.records import Document, Officer
from ctdesk.domain.terms import LANGUAGES
from tests.conftest import CHEAP, PASSPHRASE


def report(subject: str = "س", classification: str = "open") -> Document:
    return Document(
        kind="report", direction="incoming", subject=subject, classification=classification
    )


def test_each_day_one_backup_is_due_here_and_in_the_second_place(
    bare_desk: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups = bare_desk.backups
    assert backups.due()
    assert len(backups.write_daily()) == 1
    assert not backups.due()
    backups.change_second_place(stick)
    assert backups.due()
    assert len(backups.write_daily()) == 1
    assert (len(backups.ring()), len(backups.elsewhere())) == (1, 1)
    assert not backups.due()
    stick.rename(tmp_path / "away")
    assert not backups.due()
    assert backups.elsewhere() == []
    with pytest.raises(BadInput):
        backups.write_elsewhere()


def test_no_backup_is_due_where_nobody_wants_one(bare_desk: Desk) -> None:
    bare_desk.backups.change_daily(False)
    assert not bare_desk.backups.due()


def test_a_second_place_must_exist_and_lie_outside_the_desk(
    bare_desk: Desk, tmp_path: Path
) -> None:
    for folder in (tmp_path / "nowhere", bare_desk.folder, bare_desk.folder / "blobs"):
        with pytest.raises(BadInput):
            bare_desk.backups.change_second_place(folder)
    assert bare_desk.backups.second_place is None


def test_a_backup_on_another_medium_is_asked_for_after_a_week(
    bare_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = bare_desk.backups
    backups.write_daily()
    assert backups.reminder()
    backups.write(tmp_path / "copy")
    assert (backups.reminder(), backups.days_without_elsewhere()) == (False, 0)
    later = datetime.now(UTC) + timedelta(days=8)
    monkeypatch.setattr(
        backups_module, "days_since", lambda at: (later - datetime.fromisoformat(at)).days
    )
    assert (backups.reminder(), backups.days_without_elsewhere()) == (True, 8)


def test_a_drill_opens_the_backup_and_is_remembered(bare_desk: Desk) -> None:
    bare_desk.documents.register(report())
    copied = bare_desk.backups.write_here().copied
    bare_desk.documents.register(report())
    drill = bare_desk.backups.drill(copied)
    assert drill.sound
    assert drill.check.as_written
    assert (drill.check.facts.counts["document"], drill.here["document"]) == (1, 2)
    assert bare_desk.backups.drilled(copied)


def test_a_preview_lists_what_differs_as_far_as_the_officer_may_see_it(
    bare_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = bare_desk.documents.register(report("قديم"))
    copied = bare_desk.backups.write_here().copied
    bare_desk.documents.edit(old.uid, subject="معدل")
    bare_desk.documents.register(report("جديد"))
    bare_desk.documents.register(report("خفي", "top_secret"))
    preview = bare_desk.backups.preview(copied)
    assert {(row.side, row.title) for row in preview.rows} == {
        ("changed", "معدل"), ("here", "جديد"), ("here", "خفي"),
    }  # fmt: skip
    assert preview.numbers_there != preview.numbers_here
    monkeypatch.setattr(
        type(bare_desk._session.access), "may_see", lambda _self, code: code != "top_secret"
    )
    preview = bare_desk.backups.preview(copied)
    assert "خفي" not in {row.title for row in preview.rows}
    (documents,) = [each for each in preview.differences if each.table == "document"]
    assert (documents.count_here, documents.count_changed) == (2, 1)


def test_a_backup_of_another_desk_is_not_previewed(bare_desk: Desk, tmp_path: Path) -> None:
    other = Desk.create(tmp_path / "other", PASSPHRASE, cost=CHEAP)
    copied = other.backups.write_here().copied
    other.close()
    with pytest.raises(StoreError) as refused:
        bare_desk.backups.preview(copied)
    assert refused.value.code == "backup_of_another_desk"


def test_a_backup_is_in_the_history(bare_desk: Desk, tmp_path: Path) -> None:
    bare_desk.backups.write_here()
    bare_desk.backups.write(tmp_path / "copy")
    rows = bare_desk._store.read.connection.execute(
        "SELECT detail FROM act WHERE act = 'backup' ORDER BY seq"
    ).fetchall()
    assert [("ring" in row[0], "elsewhere" in row[0]) for row in rows] == [
        (True, False),
        (False, True),
    ]
    assert str(tmp_path) not in str(rows)


def test_a_check_is_remembered_and_due_again_after_a_week(desk: Desk) -> None:
    assert desk.checks.due()
    checkup = desk.checks.run()
    assert checkup.sound, [desk.checks.sentence(found, "en") for found in checkup.findings]
    last = desk.checks.last()
    assert last is not None
    assert (last.at, last.grave) == (checkup.at, 0)
    assert not desk.checks.due()
    stopped = desk.checks.run(lambda _part, _done, _total: False)
    assert stopped.stopped
    assert desk.checks.last() == last


def test_what_a_check_found_is_said_with_what_to_do_and_mends_itself(desk: Desk) -> None:
    connection = desk._store.read.connection
    connection.execute("DELETE FROM entry WHERE tbl = 'dossier'")
    connection.execute("UPDATE setting SET value = '\"loud\"' WHERE uid = 'language'")
    attachment = next(desk.folder.glob("blobs/??/*"), None)
    if attachment is not None:
        attachment.unlink()
    checkup = desk.checks.run()
    assert not checkup.sound
    assert {"index.missing", "setting"} <= {found.code for found in checkup.findings}
    for language in LANGUAGES:
        for found in checkup.findings:
            assert desk.checks.sentence(found, language)
            assert desk.checks.remedy(found, language)
    connection.execute("UPDATE setting SET value = '\"ar\"' WHERE uid = 'language'")
    desk.checks.mend(checkup)
    again = desk.checks.run()
    assert not [found for found in again.findings if found.code.startswith("index.")]


def test_a_damaged_setting_does_not_hide_the_rest(bare_desk: Desk) -> None:
    with bare_desk._session.act("settings") as act:
        act.change_setting("number_pattern", "no number")
    assert [found.code for found in bare_desk.checks.run().findings] == ["setting"]


def test_the_desk_of_a_folder_that_vanished_says_so_and_goes_on_when_it_is_back(
    bare_desk: Desk,
) -> None:
    folder = bare_desk.folder
    first = bare_desk.documents.register(report("أول"))
    away = folder.with_name("away")
    folder.rename(away)
    for act in (
        lambda: bare_desk.documents.register(report("ضائع")),
        lambda: bare_desk._store.keep_draft("x", "", "words"),
        lambda: bare_desk.backups.change_daily(True),
    ):
        with pytest.raises(StoreError) as refused:
            act()
        assert refused.value.code == "desk_gone"
    away.rename(folder)
    second = bare_desk.documents.register(report("ثانٍ"))
    assert (first.register_seq, second.register_seq) == (1, 2)
    assert bare_desk.verify().sound


def test_another_folder_in_its_place_is_not_taken_for_the_desk(
    bare_desk: Desk, tmp_path: Path
) -> None:
    folder = bare_desk.folder
    folder.rename(tmp_path / "away")
    shutil.copytree(tmp_path / "away", folder)
    with pytest.raises(StoreError) as refused:
        bare_desk.documents.register(report())
    assert refused.value.code == "desk_gone"


def test_only_the_administrator_puts_a_backup_in_the_desk_s_place(bare_desk: Desk) -> None:
    first = bare_desk.backups.write(bare_desk.folder.with_name("copy")).copied
    with bare_desk._session.act("edit") as act:
        act.update(Officer, bare_desk.officer.uid, role="officer")
    later = bare_desk.backups.write_here().copied
    folder, unlocked = bare_desk.folder, bare_desk.unlocked
    bare_desk.close()
    with pytest.raises(Refused) as refused:
        restore(folder, later, unlocked)
    assert refused.value.code == "role_may_not"
    desk = Desk.open_unlocked(folder, unlocked)
    assert not desk.backups.may_restore
    with pytest.raises(Refused):
        desk.backups.to_restore()
    desk.close()
    assert restore(folder, first, unlocked) is not None
