"""Back from signature: what was changed in Word, what is kept with the opinion."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document as WordDocument

from ctdesk.desk import Desk
from ctdesk.desk.rows import NewFile
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import Attachment
from ctdesk.domain.terms import terms
from ctdesk.memo.content import MemoLanguage
from ctdesk.memo.package import pack, unpack

KINDS = [term.code for term in terms().vocabulary("memo_kind")]
BLOCKS = [
    Block("h", "heading", "الموقف", "Position"),
    Block("a", "paragraph", "نؤيد المقترح الوارد في التقرير.", "We support the proposal."),
    Block("b", "paragraph", "نقترح تعديل المادة الخامسة.", "We propose to amend article 5."),
    Block("c", "article", "لا نرى مانعاً.", "No objection.", number="5",
          received_ar="تُجمد الأموال خلال 72 ساعة.", received_en="Funds are frozen within 72 hours.",
          position="agree_with_change", proposed_ar="دون تأخير.", proposed_en="Without delay."),
]  # fmt: skip


def issued(desk: Desk, kind: str = "opinion_reports") -> str:
    opinion = desk.opinions.new(
        subject="تجربة", subject_en="Trial", memo_kind=kind, blocks=BLOCKS, urgency="urgent"
    )
    return desk.opinions.issue(opinion.uid).uid


def edited(data: bytes, before: str, after: str) -> bytes:
    """The memo with words of one paragraph changed, as a person would in Word."""
    document = WordDocument(io.BytesIO(data))
    cells = [c for t in document.tables for row in t.rows for c in row.cells]
    paragraphs = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    (paragraph,) = {p._p: p for p in paragraphs if before in p.text}.values()
    text = paragraph.text.replace(before, after)
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["ar", "en", "both"])
def test_what_comes_back_as_it_went_out_has_not_changed(
    desk: Desk, kind: str, language: MemoLanguage
) -> None:
    uid = issued(desk, kind)
    found = desk.returned.read(desk.memos.write(uid, language))
    assert (found.document.uid, found.language, found.changes) == (uid, language, ())
    assert found.latest


@pytest.mark.parametrize(
    ("language", "before", "after", "block"),
    [
        ("ar", "المادة الخامسة", "المادة السادسة", "b"),
        ("en", "support", "welcome", "a"),
        ("both", "نؤيد", "نرفض", "a"),
    ],
)
def test_a_word_that_was_changed_is_named_with_its_paragraph(
    desk: Desk, language: MemoLanguage, before: str, after: str, block: str
) -> None:
    uid = issued(desk)
    found = desk.returned.read(edited(desk.memos.write(uid, language), before, after))
    (change,) = found.changes
    assert (change.how, change.block) == ("changed", block)
    assert before in change.before
    assert after in change.after


def test_a_paragraph_that_came_or_went_is_told(desk: Desk) -> None:
    uid = issued(desk)
    document = WordDocument(io.BytesIO(desk.memos.write(uid, "ar")))
    (gone,) = (p for p in document.paragraphs if "نؤيد" in p.text)
    gone._p.getparent().remove(gone._p)
    (kept,) = (p for p in document.paragraphs if "الخامسة" in p.text)
    kept.insert_paragraph_before("وردت إلينا ملاحظة جديدة تماماً من الوزارة.")
    out = io.BytesIO()
    document.save(out)
    changes = desk.returned.read(out.getvalue()).changes
    assert sorted(change.how for change in changes) == ["added", "removed"]
    assert {change.block for change in changes if change.how == "removed"} == {"a"}


def test_a_memo_with_its_annex_is_known_too(desk: Desk) -> None:
    uid = desk.documents.list("kind:opinion state:issued").rows[0].uid
    assert desk.returned.read(desk.memos.write(uid, "ar", annex=True)).same


def test_a_memo_of_an_earlier_revision_is_compared_with_that_one(desk: Desk) -> None:
    opinion = desk.opinions.new(subject="تجربة", blocks=BLOCKS[:2])
    memo = desk.memos.write(opinion.uid, "ar")
    desk.opinions.save(opinion.uid, BLOCKS)
    found = desk.returned.read(memo)
    assert (found.revision, found.latest, found.same) == (1, False, True)


def test_what_stands_in_the_margins_of_pages_is_compared_too(desk: Desk) -> None:
    """A classification lowered in the header, in Word, after the issue."""
    uid = issued(desk)
    parts = unpack(desk.memos.write(uid, "ar"))
    parts = {
        name: data.replace("عاجل".encode(), "اعتيادي".encode()) if "header" in name else data
        for name, data in parts.items()
    }
    changes = desk.returned.read(pack(parts)).changes
    assert changes
    assert all(change.margin for change in changes)


def test_tracked_changes_are_taken_as_accepted_and_said(desk: Desk) -> None:
    uid = issued(desk)
    parts = unpack(desk.memos.write(uid, "ar"))
    text = parts["word/document.xml"].decode()
    place = text.index("</w:p>", text.index("نؤيد المقترح"))
    added = '<w:ins w:id="9" w:author="x"><w:r><w:t> بشرط</w:t></w:r></w:ins>'
    found = desk.returned.read(
        pack({**parts, "word/document.xml": (text[:place] + added + text[place:]).encode()})
    )
    assert found.tracked
    (change,) = found.changes
    assert (change.block, change.after) == ("a", f"{change.before} بشرط")


def test_a_paragraph_that_was_carried_elsewhere_has_moved(desk: Desk) -> None:
    uid = issued(desk)
    document = WordDocument(io.BytesIO(desk.memos.write(uid, "ar")))
    (first,) = (p for p in document.paragraphs if "نؤيد" in p.text)
    (second,) = (p for p in document.paragraphs if "الخامسة" in p.text)
    second._p.addnext(first._p)
    out = io.BytesIO()
    document.save(out)
    (change,) = desk.returned.read(out.getvalue()).changes
    assert change.how == "moved"


def test_a_file_of_another_hand_is_refused(desk: Desk) -> None:
    out = io.BytesIO()
    WordDocument().save(out)
    with pytest.raises(Refused) as refused:
        desk.returned.read(out.getvalue())
    assert refused.value.code == "memo_without_identity"
    with pytest.raises(BadInput):
        desk.returned.read(b"no docx")


def test_the_signed_page_is_kept_with_its_number_and_day(desk: Desk) -> None:
    uid = issued(desk)
    scan = NewFile("signed.pdf", "application/pdf", b"%PDF-1.4 scan")
    document = desk.returned.keep(uid, [scan], dispatched="2026-11-24", outgoing_number="م/77")
    assert (document.dispatched, document.outgoing_number) == ("2026-11-24", "م/77")
    (kept,) = desk._store.read.where(Attachment, document=uid)
    assert desk.documents.attachment_data(kept.uid) == scan.data
    assert [row.uid for row in desk.documents.list("number:م/77").rows] == [uid]
    assert desk.verify().sound


def test_what_was_never_issued_is_not_dispatched(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.returned.keep(desk.opinions.new(subject="مسودة").uid, [])


@pytest.mark.parametrize("language", ["ar", "en", "both"])
def test_a_memo_says_nothing_of_who_where_and_when_it_was_made(
    desk: Desk, language: MemoLanguage
) -> None:
    uid = issued(desk)
    data = desk.memos.write(uid, language)
    assert data == desk.memos.write(uid, language)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        inside = b"\n".join(packed.read(name) for name in packed.namelist())
    assert desk.officer.name_ar.encode() not in inside or not desk.officer.name_ar
    assert str(desk.folder).encode() not in inside
    assert not re.search(rb"\d{2}:\d{2}:\d{2}(?!Z?00:00:00)", inside.replace(b"00:00:00", b""))
