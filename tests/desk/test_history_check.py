"""The chains followed, their first break told in words; seals and summaries from paper compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.desk import Desk
from ctdesk.desk.history_check import grouped, seal_of
from ctdesk.domain.errors import BadInput
from ctdesk.memo.package import pack, unpack
from ctdesk.store.changes import canonical
from ctdesk.store.following import verify_chains


def tampered(desk: Desk, statement: str, *values: object) -> None:
    """Do what only somebody with the key and a program of their own can do."""
    connection = desk._store.read.connection
    for table in ("change", "act"):
        for verb in ("update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS {table}_{verb}")
    connection.execute(statement, values)


def a_seal(desk: Desk) -> str:
    issued = next(row for row in desk.opinions.list().rows if row.state == "issued")
    return desk.memos.content(issued.uid).seal


def test_a_sound_desk_is_said_to_be_sound(desk: Desk) -> None:
    seen: list[tuple[int, int]] = []
    found = desk.history.verify(lambda done, total: bool(seen.append((done, total))) or True)
    assert found.sound
    assert seen[-1] == (found.entries, found.entries)
    assert found.entries > 300
    assert str(found.entries) in found.told("en")


def test_a_check_can_be_stopped_and_says_so(desk: Desk) -> None:
    found = desk.history.verify(lambda _done, _total: False)
    assert not found.sound
    assert "stopped" in found.told("en")


@pytest.mark.parametrize(
    ("statement", "how", "chain", "seq"),
    [
        ("UPDATE change SET value = '\"open\"' WHERE seq = 30", "altered", "change", 30),
        ("DELETE FROM change WHERE seq = 40", "missing", "change", 40),
        ("DELETE FROM act WHERE seq > 3", "cut", "act", 4),
        ("UPDATE act SET officer = 'x' WHERE seq = 2", "altered", "act", 2),
        (
            "INSERT INTO act SELECT device, seq + 1, at, officer, act, detail, hash FROM act"
            " ORDER BY seq DESC LIMIT 1",
            "added",
            "act",
            0,
        ),
    ],
)
def test_the_first_break_is_named_in_words(
    desk: Desk, statement: str, how: str, chain: str, seq: int
) -> None:
    last = desk._store.read.connection.execute("SELECT max(seq) FROM act").fetchone()[0]
    tampered(desk, statement)
    found = desk.history.verify()
    (broken,) = found.broken
    assert (broken.how, broken.chain, broken.seq) == (how, chain, seq or last + 1)
    told = broken.told("en")
    assert str(broken.seq) in told
    assert broken.device in told
    assert broken.officer in told
    assert "head of the division" in told


def test_a_rewritten_tail_holds_by_itself_and_falls_to_a_seal(desk: Desk) -> None:
    """Who has the key can recompute a chain; the paper remembers what it was."""
    import hashlib

    seal = a_seal(desk)
    note = desk.history.seal(seal).row
    assert note is not None
    connection = desk._store.read.connection
    rows = connection.execute(
        "SELECT device, seq, at, officer, act, detail, hash FROM act ORDER BY seq"
    ).fetchall()
    tampered(desk, "DELETE FROM act WHERE seq >= 1")
    previous = b"\0" * 32
    for row in rows:
        parts = [*row[:5], row[5].replace("1/2026", "2/2026")]
        previous = hashlib.sha256(previous + canonical(parts).encode()).digest()
        connection.execute("INSERT INTO act VALUES (?, ?, ?, ?, ?, ?, ?)", (*parts, previous))
    connection.execute("UPDATE device SET act_hash = ?", (previous,))
    assert verify_chains(connection) == []
    answer = desk.history.seal(seal)
    assert answer.row is None
    assert "does not hold" in answer.told("en")


def test_a_seal_from_paper_says_which_act_and_day(desk: Desk) -> None:
    seal = a_seal(desk)
    answer = desk.history.seal(grouped(seal).upper())
    assert answer.stands
    assert answer.row is not None
    assert answer.row.act == "issue"
    assert "1/2026" in answer.told("ar")


def test_a_seal_falls_when_anything_before_it_was_altered(desk: Desk) -> None:
    seal = a_seal(desk)
    tampered(desk, "UPDATE change SET value = '\"x\"' WHERE seq = 9")
    answer = desk.history.seal(seal)
    assert not answer.stands
    assert [fault.seq for fault in answer.broken] == [9]


def test_what_was_done_after_a_seal_does_not_touch_it(desk: Desk) -> None:
    seal = a_seal(desk)
    last = desk._store.read.connection.execute("SELECT max(seq) FROM change").fetchone()[0]
    tampered(desk, "UPDATE change SET value = '\"x\"' WHERE seq = ?", last)
    assert desk.history.seal(seal).stands
    assert not desk.history.verify().sound


def test_a_misread_digit_is_found_near_by(desk: Desk) -> None:
    seal = a_seal(desk)
    wrong = ("0" if seal[0] != "0" else "1") + seal[1:]
    answer = desk.history.seal(wrong)
    assert not answer.stands
    assert answer.near == (seal,)
    assert grouped(seal) in answer.told("en")


@given(
    st.text("0123456789abcdef", min_size=16, max_size=16),
    st.lists(st.sampled_from([" ", "-", " – ", "\u2068", "\u2069", ""]), min_size=16, max_size=16),
    st.booleans(),
)
def test_a_seal_is_read_however_it_is_parted_and_whatever_its_digits(
    seal: str, gaps: list[str], arabic: bool
) -> None:
    typed = "".join(gap + digit for gap, digit in zip(gaps, seal, strict=True)).upper()
    if arabic:
        typed = typed.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert seal_of(typed) == seal


@given(st.text(max_size=40))
def test_any_other_text_is_refused(typed: str) -> None:
    with suppress(BadInput):
        assert len(seal_of(typed)) == 16


@pytest.mark.parametrize(
    ("name", "language"), [("m.docx", "ar"), ("m.docx", "en"), ("m.json", "ar")]
)
def test_a_summary_comes_back_as_ours(desk: Desk, tmp_path: Path, name: str, language: str) -> None:
    made = desk.history.month(2026, 11, tmp_path / name, language)  # type: ignore[arg-type]
    desk.documents.edit(desk.documents.find("4/7/431").uid, urgency="immediate")
    answer = desk.history.check_month(made.path)
    assert answer.holds, answer.told("en")
    assert answer.seal == made.seal
    sealed = desk.history.seal(made.seal)
    assert sealed.stands
    assert sealed.row is not None
    assert sealed.row.act == "month_summary"


def test_a_summary_counts_what_the_history_has(desk: Desk, tmp_path: Path) -> None:
    report = desk.documents.find("4/7/431")
    desk.documents.change_state(report.uid, "void", "قُيّدت مرتين")
    made = desk.history.month(2026, 11, tmp_path / "m.json", "ar").content
    counted = {(e["act"], e["officer"]): e["count"] for e in made["acts"]}
    assert counted["void", desk.officer.uid] == 1
    incoming = next(b for b in made["registers"] if b["register"] == "incoming")
    assert incoming["voids"] == [{"number": report.register_number, "reason": "قُيّدت مرتين"}]
    assert (incoming["first"], incoming["count"]) == (
        "1/2026",
        desk.registers.count("incoming", 2026),
    )


def test_an_altered_page_is_found_out_though_its_signature_is_whole(
    desk: Desk, tmp_path: Path
) -> None:
    path = desk.history.month(2026, 11, tmp_path / "m.docx", "en").path
    parts = unpack(path.read_bytes())
    body = parts["word/document.xml"]
    parts["word/document.xml"] = body.replace(b"1/2026", b"9/2026", 1)
    assert parts["word/document.xml"] != body
    path.write_bytes(pack(parts))
    assert desk.history.check_month(path).faults == ("page",)


def test_an_altered_figure_breaks_the_signature(desk: Desk, tmp_path: Path) -> None:
    path = desk.history.month(2026, 11, tmp_path / "m.json", "en").path
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["summary"]["acts"][0]["count"] += 1
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert desk.history.check_month(path).faults == ("signature", "counts")


def test_a_history_rewritten_since_is_found_out_by_its_summary(desk: Desk, tmp_path: Path) -> None:
    path = desk.history.month(2026, 11, tmp_path / "m.docx", "ar").path
    tampered(desk, "UPDATE change SET value = '\"x\"' WHERE seq = 9")
    assert desk.history.check_month(path).faults == ("chains",)


def test_another_desks_summary_is_a_strangers(
    desk: Desk, bare_folder: Path, open_copy: Callable[..., Desk], tmp_path: Path
) -> None:
    other = open_copy(bare_folder, "other")
    path = other.history.month(2026, 11, tmp_path / "m.docx", "en").path
    answer = desk.history.check_month(path)
    assert answer.faults == ("stranger",)
    assert "does not know" in answer.told("en")


def test_what_is_no_summary_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    keys = b'{"summary": {}, "key": "00", "signature": "00"}'
    for content in (b"", b"{}", b"[1]", keys, b"\xff\xfe", b"PK", b"[" * 100_000):
        for name in ("m.json", "m.docx"):
            path = tmp_path / name
            path.write_bytes(content)
            with pytest.raises(BadInput):
                desk.history.check_month(path)
    with pytest.raises(BadInput, match="can't be read"):
        desk.history.check_month(tmp_path / "none.json")


def test_a_missing_summary_is_asked_for_in_the_first_days(desk: Desk, tmp_path: Path) -> None:
    desk._session.today = lambda: date(2026, 12, 3)
    assert desk.history.months.due() == (2026, 11)
    desk._session.today = lambda: date(2026, 12, 20)
    assert desk.history.months.due() is None
    desk._session.today = lambda: date(2026, 11, 23)
    with pytest.raises(BadInput, match="not begun"):
        desk.history.month(2027, 1, tmp_path / "m.docx", "ar")
    with pytest.raises(BadInput, match="no month"):
        desk.history.month(2026, 13, tmp_path / "m.docx", "ar")
    with pytest.raises(BadInput, match="Choose a name"):
        desk.history.month(2026, 11, tmp_path / "m.pdf", "ar")


def test_the_pages_of_history_are_compared_with_the_chains(desk: Desk) -> None:
    desk._store.read.connection.execute("DELETE FROM deed WHERE act = 'issue'")
    found = desk.history.verify()
    assert not found.in_step
    assert not found.sound
