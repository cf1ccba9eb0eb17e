"""The queue of what arrived: kept at once, registered only by a person's yes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ctdesk.desk import Desk
from ctdesk.domain.errors import Refused
from ctdesk.domain.records import Attachment, Document
from tests.conftest import PASSPHRASE

DATA = Path(__file__).parents[1] / "data" / "files"
LETTER = """سفارة جمهورية العراق في عمّان
العدد: 4/7/{number}
التاريخ: 2026/11/20
الموضوع: اجتماع اللجنة المشتركة

{body}
"""
BODY = (
    "عقدت اللجنة المشتركة اجتماعها الثالث في العاصمة الأردنية، وناقشت تبادل المعلومات بشأن "
    "المقاتلين الإرهابيين الأجانب العائدين، واتفق الجانبان على جدول زمني لتسليم قوائم "
    "الأسماء إلى نقاط الاتصال، وعلى عقد الاجتماع الرابع في بغداد في شهر شباط المقبل بحضور "
    "ممثلي وزارتي الداخلية في البلدين."
)


@pytest.fixture
def a_letter(tmp_path: Path) -> Callable[..., Path]:
    """A letter as a plain file."""

    def write(name: str = "letter.txt", number: int = 1, body: str = BODY) -> Path:
        path = tmp_path / name
        path.write_text(LETTER.format(number=number, body=body), encoding="utf-8")
        return path

    return write


def registered(desk: Desk, uid: str) -> Document:
    """Registered as an officer does who says yes to everything that was read."""
    arrival = desk.incoming.open(uid)
    accepted = {**arrival.fields}
    for proposal in arrival.proposals:
        accepted.setdefault(proposal.field, proposal.value)
    document = Document(
        kind="report",
        direction="incoming",
        subject=accepted["subject"],
        text=accepted["text"],
        their_number=accepted.get("their_number", ""),
        their_date=accepted.get("their_date", ""),
    )
    return desk.incoming.register(uid, document, sender=accepted.get("from", ""))


def test_files_wait_are_read_and_nothing_is_registered_by_itself(
    desk: Desk, a_letter: Callable[..., Path]
) -> None:
    before = desk.documents.counts().documents
    taken = desk.incoming.take([a_letter()])
    assert (taken.added, taken.known, taken.refused) == (1, (), ())
    assert [row.state for row in desk.incoming.rows()] == ["waiting"]
    assert desk.incoming.read_waiting() == 1
    (row,) = desk.incoming.rows()
    assert (row.state, row.their_number, row.their_date) == ("read", "4/7/1", "2026-11-20")
    assert row.subject == "اجتماع اللجنة المشتركة"
    assert desk.documents.counts().documents == before


def test_a_yes_registers_the_file_with_all_that_came_and_takes_it_from_the_queue(
    desk: Desk,
) -> None:
    mail = DATA / "multipart_attachments.eml"
    desk.incoming.take([mail])
    desk.incoming.read_waiting()
    (row,) = desk.incoming.rows()
    arrival = desk.incoming.open(row.uid)
    document = registered(desk, row.uid)
    files = desk.documents.attachments(document.uid)
    assert files[0].original
    assert desk.documents.attachment_data(files[0].uid) == mail.read_bytes()
    assert len(files) == 1 + len(arrival.attachments) > 1
    assert desk.incoming.rows() == []
    with pytest.raises(Refused) as refusal:
        registered(desk, row.uid)
    assert refusal.value.code == "not_in_queue"


def test_the_queue_is_there_after_a_crash(
    desk: Desk, a_letter: Callable[..., Path], tmp_path: Path
) -> None:
    desk.incoming.take([a_letter(), a_letter("b.txt", 2)])
    desk.incoming.read_waiting(lambda done, _total: done < 1)
    uid = desk.incoming.rows()[0].uid
    desk.incoming.keep(uid, {"head": {"subject": "ما كتبته"}, "values": {"subject": "ما كتبته"}})
    # what lies on the disk now is what a machine that lost its power would find
    shutil.copytree(desk._store.folder, tmp_path / "after", ignore=shutil.ignore_patterns("lock"))
    after = Desk.open(tmp_path / "after", PASSPHRASE)
    assert [row.state for row in after.incoming.rows()] == ["read", "waiting"]
    assert after.incoming.rows()[0].subject == "ما كتبته"
    assert after.incoming.open(uid).edits["values"] == {"subject": "ما كتبته"}
    assert after.incoming.read_waiting() == 1
    after.close()


def test_a_file_that_waits_already_is_not_taken_twice(
    desk: Desk, a_letter: Callable[..., Path]
) -> None:
    desk.incoming.take([a_letter()])
    taken = desk.incoming.take([a_letter("again.txt")])
    assert (taken.added, taken.known) == (0, ("again.txt",))


def test_same_bytes_and_same_letter_are_told(desk: Desk, a_letter: Callable[..., Path]) -> None:
    desk.incoming.take([a_letter()])
    desk.incoming.read_waiting()
    document = registered(desk, desk.incoming.rows()[0].uid)
    desk.incoming.take([a_letter(), a_letter("other.txt", body=BODY + " انتهى.")])
    desk.incoming.read_waiting()
    same, other = desk.incoming.rows()
    assert [row.uid for row in same.same_bytes] == [document.uid]
    assert [row.uid for row in other.same_letter] == [document.uid]
    assert other.same_bytes == ()
    assert same.twins == ("other.txt",)


def test_nearly_the_same_text_is_found(desk: Desk, a_letter: Callable[..., Path]) -> None:
    desk.incoming.take([a_letter()])
    desk.incoming.read_waiting()
    document = registered(desk, desk.incoming.rows()[0].uid)
    text = LETTER.format(number=9, body=BODY.replace("الثالث", "الخامس"))
    (found,) = desk.sameness.alike(text)
    assert found.row.uid == document.uid
    assert 0.8 < found.share < 1
    assert desk.sameness.alike("تقرير قصير عن أمر آخر تماماً لا صلة له بما سبق.") == []


def test_a_refused_file_stays_with_its_reason_and_the_queue_goes_on(
    desk: Desk, a_letter: Callable[..., Path], tmp_path: Path
) -> None:
    broken = tmp_path / "a.docx"
    broken.write_bytes(b"PK\x03\x04 no more")
    empty = tmp_path / "empty.docx"
    empty.write_bytes(b"")
    taken = desk.incoming.take([broken, empty, a_letter()])
    assert [name for name, _ in taken.refused] == ["empty.docx"]
    desk.incoming.read_waiting()
    first, second = desk.incoming.rows()
    assert first.state == "refused"
    assert first.refusal is not None
    assert "a.docx" in first.refusal.message("ar")
    assert second.state == "read"
    # a person may still register it, with the file as it came
    document = desk.incoming.register(
        first.uid, Document(kind="report", direction="incoming", subject="تالف")
    )
    assert desk.documents.attachments(document.uid)[0].name == "a.docx"


def test_what_is_set_aside_comes_back_as_it_stood(
    desk: Desk, a_letter: Callable[..., Path]
) -> None:
    desk.incoming.take([a_letter()])
    desk.incoming.read_waiting()
    (row,) = desk.incoming.rows()
    desk.incoming.set_aside([row.uid])
    assert desk.incoming.rows() == []
    assert desk.incoming.count() == 0
    assert [each.uid for each in desk.incoming.rows(aside=True)] == [row.uid]
    desk.incoming.bring_back([row.uid])
    assert desk.incoming.rows() == [row]


def test_the_bytes_of_a_dropped_file_go_when_the_desk_is_closed(
    desk: Desk, a_letter: Callable[..., Path], tmp_path: Path
) -> None:
    desk.incoming.take([a_letter(), DATA / "multipart_attachments.eml"])
    desk.incoming.read_waiting()
    letter, mail = desk.incoming.rows()
    registered(desk, mail.uid)
    before = set(desk._store.blobs.names())
    desk.incoming.drop([letter.uid])
    assert set(desk._store.blobs.names()) == before
    folder = desk._store.folder
    used = desk._store.read.blobs_in_use()
    desk.close()
    again = Desk.open(folder, PASSPHRASE)
    gone = before - set(again._store.blobs.names())
    assert len(gone) == 1
    assert not gone & used
    assert again._store.read.count(Attachment) >= 2
    again.close()
    desk.close = lambda: None  # type: ignore[method-assign]


def test_a_file_with_an_officer_is_referred_as_it_is_registered(
    desk: Desk, a_letter: Callable[..., Path]
) -> None:
    desk.incoming.take([a_letter()])
    desk.incoming.read_waiting()
    officer = desk.officers.list()[0].uid
    (row,) = desk.incoming.rows()
    document = desk.incoming.register(
        row.uid, Document(kind="report", direction="incoming", subject="س", officer=officer)
    )
    assert (document.state, document.officer) == ("assigned", officer)


def test_a_wrong_encoding_is_read_again(desk: Desk) -> None:
    desk.incoming.take([DATA / "report_ar_cp1256.txt"])
    desk.incoming.read_waiting()
    (row,) = desk.incoming.rows()
    right = desk.incoming.open(row.uid).fields["text"]
    desk.incoming.read_again(row.uid, "windows-1252")
    assert desk.incoming.open(row.uid).fields["text"] != right
    desk.incoming.read_again(row.uid, "windows-1256")
    assert desk.incoming.open(row.uid).fields["text"] == right


def test_a_scan_that_was_recognised_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from ctdesk.desk import incoming

    desk.incoming.take([DATA / "report_ar_scanned.pdf"])
    desk.incoming.read_waiting()
    (row,) = desk.incoming.rows()
    assert row.notes == ("scan",)
    monkeypatch.setattr(incoming, "program", lambda: Path("tesseract"))
    assert desk.incoming.pages_to_recognise(row.uid) == 1
    text = LETTER.format(number=3, body=BODY)
    monkeypatch.setattr(incoming, "recognised", lambda _data, _progress: text)
    desk.incoming.recognise(row.uid)
    arrival = desk.incoming.open(row.uid)
    assert arrival.row.their_number == "4/7/3"
    assert [note.code for note in arrival.notes] == ["recognised"]
    assert desk.incoming.pages_to_recognise(row.uid) == 0


def test_an_embassy_is_known_by_the_name_that_cables_give_it(desk: Desk) -> None:
    assert desk.parties.resolve("AMEMBASSY AMMAN") == desk.parties.resolve("Embassy in Amman")
    assert desk.parties.resolve("AMEMBASSY AMMAN")
