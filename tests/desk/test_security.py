"""The security check: an honest answer to each question, and words for every answer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ctdesk.desk import Desk, surroundings
from ctdesk.desk.security import Finding
from ctdesk.domain.terms import LANGUAGES, terms
from tests.conftest import PASSPHRASE


def _states(desk: Desk) -> dict[str, str]:
    return {finding.key: finding.state for finding in desk.security.check()}


def test_every_state_of_every_thing_has_its_words(bare_desk: Desk) -> None:
    for finding in bare_desk.security.check():
        states = [finding.state]
        if finding.key in ("disk", "swap", "hibernation", "dumps", "folder"):
            states = ["good", "look", "unknown"]
        for state in states:
            for language in LANGUAGES:
                said = Finding(finding.key, state, finding.values).sentence(language)  # type: ignore[arg-type]
                assert said
                assert finding.name(language)
                assert f"security.state.{state}" in terms()


def test_what_is_made_good_is_found_good(bare_desk: Desk, tmp_path: Path) -> None:
    before = _states(bare_desk)
    assert (before["words"], before["backup_never"]) == ("look", "look")
    bare_desk.slots.keep_words(bare_desk.slots.prepare_words(PASSPHRASE))
    bare_desk.back_up(tmp_path / "copy")
    bare_desk.settings.change(lock_after_minutes=0)
    after = _states(bare_desk)
    assert (after["words"], after["backup"], after["idle"]) == ("good", "good", "look")


def test_a_desk_in_a_synchronised_folder_is_told(bare_folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(bare_folder, tmp_path / "OneDrive" / "desk"))
    desk = Desk.open(folder, PASSPHRASE)
    assert _states(desk)["cloud"] == "look"
    desk.close()


def test_what_left_is_counted_from_the_last_unlocking(desk: Desk, tmp_path: Path) -> None:
    issued = next(row for row in desk.opinions.list().rows if row.state == "issued")
    report = desk.documents.find("4/7/431").uid
    attachments = desk.documents.attachments(report)
    assert desk.security.left() == []
    desk.memos.export(issued.uid, tmp_path / "memo.docx", "ar")
    desk.registers.export("incoming", 2026, tmp_path / "list.xlsx", "ar")
    expected = {"export", "export_list"}
    if attachments:
        desk.documents.save_attachment(attachments[0].uid, tmp_path / "copy")
        expected.add("save_attachment")
    assert {row.act for row in desk.security.left()} == expected
    with desk._session.act("unlock") as act:
        act.note("unlock", slot=desk.officer.slot)
    assert desk.security.left() == []


class _Machine:
    """A made-up /sys and /proc."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._root = root
        monkeypatch.setattr(surroundings, "_SYS", root / "sys")
        monkeypatch.setattr(surroundings, "_PROC", root / "proc")
        (root / "sys/dev/block").mkdir(parents=True)

    def file(self, path: str, text: str) -> None:
        target = self._root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

    def device(self, number: str, uuid: str = "", below: tuple[str, ...] = ()) -> None:
        place = f"sys/dev/block/{number}"
        self.file(f"{place}/dev", number)
        if uuid:
            self.file(f"{place}/dm/uuid", uuid)
        for name in below:
            self.file(f"{place}/slaves/{name}/dev", name)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Machine:
    return _Machine(tmp_path, monkeypatch)


def test_a_volume_is_encrypted_when_it_or_all_below_it_is(machine: _Machine) -> None:
    machine.device("253:0", "CRYPT-LUKS2-0123-root")
    machine.device("253:1", "LVM-abc", ("253:0",))
    machine.device("253:2", "LVM-def", ("253:0", "8:1"))
    machine.device("8:1")
    encrypted = surroundings._lies_on_crypt
    assert encrypted("253:0") is True
    assert encrypted("253:1") is True
    assert encrypted("253:2") is False, "half of it lies in the open"
    assert encrypted("8:1") is False
    assert encrypted("9:9") is None


def test_swap_in_compressed_memory_or_none_is_safe_and_a_plain_file_is_not(
    machine: _Machine, tmp_path: Path
) -> None:
    head = "Filename Type Size Used Priority\n"
    machine.file("proc/swaps", head)
    assert surroundings.swap_encrypted() is True
    machine.file("proc/swaps", f"{head}/dev/zram0 partition 1 0 100\n")
    assert surroundings.swap_encrypted() is True
    machine.file("proc/swaps", f"{head}{tmp_path}/swapfile file 1 0 -2\n")
    assert surroundings.swap_encrypted() is False


def test_a_machine_that_cannot_hibernate_writes_no_picture(machine: _Machine) -> None:
    assert surroundings.hibernation_encrypted() is None
    machine.file("sys/power/state", "freeze mem disk\n")
    machine.file("sys/power/resume", "0:0\n")
    assert surroundings.hibernation_encrypted() is True
    machine.file("sys/power/resume", "8:1\n")
    machine.device("8:1")
    assert surroundings.hibernation_encrypted() is False
    machine.device("253:0", "CRYPT-LUKS2-x")
    machine.file("sys/power/resume", "253:0\n")
    assert surroundings.hibernation_encrypted() is True
