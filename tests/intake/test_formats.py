"""Files as they arrive, of every kind, through the confined reader."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pytest

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import Draft
from ctdesk.intake.isolation import IsolatedReader

SENTENCE = "نود إعلامكم بأن الجانب الأردني"
FORMS = [chr(c) for c in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD))]


def text_of(drafts: list[Draft]) -> str:
    (draft,) = drafts
    return str(draft.fields["text"])


def notes_of(drafts: list[Draft]) -> list[str]:
    return [note.code for draft in drafts for note in draft.notes]


def names_of(drafts: list[Draft]) -> list[str]:
    return [file.name for draft in drafts for file in draft.attachments]


def proposed(draft: Draft) -> dict[str, object]:
    return {proposal.field: proposal.value for proposal in draft.proposals}


def refused(reader: IsolatedReader, name: str, data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        reader.read_bytes(name, data)
    for language in ("ar", "en"):
        assert name in caught.value.message(language)
        assert "{" not in caught.value.message(language)
    return caught.value.code


@pytest.fixture
def a_zip() -> Callable[..., bytes]:
    """A zip of files by name."""

    def build(files: dict[str, bytes]) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return made.getvalue()

    return build


@pytest.mark.parametrize("extension", ["doc", "docx", "odt", "rtf", "pdf"])
def test_one_letter_says_the_same_in_every_format(
    reader: IsolatedReader, data: Path, extension: str
) -> None:
    drafts = reader.read(data / f"report_ar.{extension}")
    text = text_of(drafts)
    assert "الموضوع: عودة المقاتلين الإرهابيين الأجانب" in text
    assert SENTENCE in text
    assert "(4/2/5567)" in text
    assert not set(FORMS) & set(text)
    found = proposed(drafts[0])
    assert found["language"] == "ar"
    assert found["subject"] == "عودة المقاتلين الإرهابيين الأجانب"


@pytest.mark.parametrize("name", ["ar_unicode.rtf", "ar_cp1256_hex.rtf"])
def test_arabic_in_rich_text_is_read_by_escapes_and_by_code_pages(
    reader: IsolatedReader, data: Path, name: str
) -> None:
    assert SENTENCE in text_of(reader.read(data / name))


def test_a_pdf_that_lies_in_visual_order_and_presentation_forms_is_read_in_written_order(
    reader: IsolatedReader, data: Path
) -> None:
    text = text_of(reader.read(data / "report_ar_visual_presentation_forms.pdf"))
    assert SENTENCE in text
    assert "(4/2/5567) في 2026/10/12" in text
    assert not set(FORMS) & set(text)


def test_lines_of_both_directions_are_each_in_their_own_order(
    reader: IsolatedReader, data: Path
) -> None:
    text = text_of(reader.read(data / "BidiSample.pdf"))
    truth = (data / "BidiSample.pdf-sorted.txt").read_text(encoding="utf-8")
    assert text.split() == truth.split()


def test_a_scan_is_said_to_be_one(reader: IsolatedReader, data: Path) -> None:
    drafts = reader.read(data / "report_ar_scanned.pdf")
    assert text_of(drafts) == ""
    assert notes_of(drafts) == ["scan"]
    drafts = reader.read_bytes("page.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    assert notes_of(drafts) == ["scan"]
    assert drafts[0].original is not None
    assert drafts[0].original.media_type == "image/png"


@pytest.mark.parametrize("name", ["password.doc", "aes256-r6.pdf"])
def test_what_is_protected_by_a_password_says_so(
    reader: IsolatedReader, data: Path, name: str
) -> None:
    assert refused(reader, name, (data / name).read_bytes()) == "file_encrypted"


def test_macros_are_told_of_and_not_run(reader: IsolatedReader, data: Path) -> None:
    drafts = reader.read(data / "macros.doc")
    assert notes_of(drafts) == ["macros"]
    assert text_of(drafts)


def test_a_pdf_made_to_grow_without_end_is_cut(reader: IsolatedReader, data: Path) -> None:
    drafts = reader.read(data / "evil-xobjects.pdf")
    assert "Hello world" in text_of(drafts)


def test_a_corrupted_pdf_gives_what_can_be_read(reader: IsolatedReader, data: Path) -> None:
    assert "Beautiful is better than ugly." in text_of(reader.read(data / "zen_corrupted.pdf"))


def test_an_outlook_mail_gives_its_header_text_and_files(
    reader: IsolatedReader, data: Path
) -> None:
    (draft,) = reader.read(data / "example_received_unicode.msg")
    found = proposed(draft)
    assert found["subject"]
    assert found["from"]
    assert found["to"]
    assert str(found["their_date"]).startswith("20")
    assert names_of([draft]) == ["alfresco.gif"]
    assert draft.fields["text"]
    assert names_of(reader.read(data / "attachment_test_msg.msg")) == [
        "test-unicode.doc",
        "pj1.txt",
    ]


def test_an_outlook_mail_of_html_in_a_code_page_is_read(reader: IsolatedReader, data: Path) -> None:
    assert "РЎ" not in text_of(reader.read(data / "HTMLBodyBinary_CP1251.msg"))
    assert text_of(reader.read(data / "HTMLBodyBinary_CP1251.msg")).strip()


def test_a_mail_made_by_a_fuzzer_is_refused(reader: IsolatedReader, data: Path) -> None:
    assert refused(reader, "fuzzed2.msg", (data / "fuzzed2.msg").read_bytes()) == "file_damaged"


def test_sheets_are_tables_of_text(reader: IsolatedReader) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "الأسماء"
    sheet.append(["الاسم", "العدد"])
    sheet.append(["فلان", 7])
    made = io.BytesIO()
    book.save(made)
    text = text_of(reader.read_bytes("list.xlsx", made.getvalue()))
    assert text == "الأسماء\nالاسم\tالعدد\nفلان\t7"
    text = text_of(reader.read_bytes("list.csv", "الاسم;العدد\nفلان;7\n".encode("cp1256")))
    assert text == "الاسم\tالعدد\nفلان\t7"


def test_a_page_is_read_without_what_a_browser_would_run(reader: IsolatedReader) -> None:
    page = (
        "<html><head><meta charset='windows-1256'><title>بيان</title><script>x()</script></head>"
        "<body><p>نص البيان</p></body></html>"
    ).encode("cp1256")
    (draft,) = reader.read_bytes("page.html", page)
    assert draft.fields["text"] == "نص البيان"
    assert proposed(draft)["subject"] == "بيان"


def test_the_content_decides_where_the_extension_is_wrong(
    reader: IsolatedReader, data: Path
) -> None:
    rich = (data / "ar_unicode.rtf").read_bytes()
    (draft,) = reader.read_bytes("letter.doc", rich)
    assert SENTENCE in draft.fields["text"]
    assert draft.original is not None
    assert draft.original.media_type == "application/rtf"
    word = (data / "report_ar.docx").read_bytes()
    assert SENTENCE in text_of(reader.read_bytes("letter", word))
    assert SENTENCE in text_of(reader.read_bytes("letter.doc", word))
    mail = (data / "ar_cp1256.eml").read_bytes()
    assert SENTENCE in text_of(reader.read_bytes("message", mail))
    assert text_of(reader.read_bytes("note", "نص قصير".encode())) == "نص قصير"


def test_each_file_of_an_archive_is_a_document_of_its_own(
    reader: IsolatedReader, data: Path, a_zip: Callable[..., bytes]
) -> None:
    held = {
        "أولاً.docx": (data / "report_ar.docx").read_bytes(),
        "../../evil.txt": "نص".encode(),
        "broken.pdf": b"%PDF-1.4 and no more",
        "__MACOSX/._x": b"x",
    }
    drafts = reader.read_bytes("all.zip", a_zip(held))
    assert [draft.source for draft in drafts] == [
        "all.zip / أولاً.docx", "all.zip / evil.txt", "all.zip / broken.pdf",
    ]  # fmt: skip
    assert SENTENCE in drafts[0].fields["text"]
    broken = drafts[2]
    assert notes_of([broken]) == ["error.file_damaged"]
    assert broken.original is not None
    assert broken.original.data == held["broken.pdf"]


def test_archives_in_archives_are_opened_once_and_no_deeper(
    reader: IsolatedReader, a_zip: Callable[..., bytes]
) -> None:
    inner = a_zip({"note.txt": "نص".encode()})
    middle = a_zip({"inner.zip": inner})
    (draft,) = reader.read_bytes("outer.zip", middle)
    assert (draft.source, draft.fields["text"]) == ("outer.zip / inner.zip / note.txt", "نص")
    drafts = reader.read_bytes("outer.zip", a_zip({"middle.zip": middle}))
    assert notes_of(drafts) == ["error.zip_too_deep"]


def test_an_archive_made_to_burst_is_refused(
    reader: IsolatedReader, a_zip: Callable[..., bytes]
) -> None:
    assert refused(reader, "b.zip", a_zip({"a.txt": b"\0" * 30_000_000})) == "file_unsafe"
    many = a_zip({f"{n}.txt": b"x" for n in range(600)})
    assert refused(reader, "m.zip", many) == "zip_too_many"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"%PDF-1.7", "file_damaged"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file_damaged"),
        ("a.msg", b"plain words", "file_other_format"),
        ("a.rtf", b"plain words", "file_other_format"),
        ("a.odt", b"PK\x03\x04 and no more", "file_damaged"),
        ("a.xlsx", b"PK\x03\x04 and no more", "file_damaged"),
        ("a.png", b"plain words", "file_other_format"),
        ("a.xls", b"plain words", "format_save_as"),
        ("a.exe", b"MZ\x90\0", "format_unknown"),
        ("a", b"\x7fELF\x02\x01\x01" + b"\0" * 100, "file_not_text"),
    ],
)
def test_what_can_not_be_read_is_refused_in_one_sentence(
    reader: IsolatedReader, name: str, data: bytes, code: str
) -> None:
    assert refused(reader, name, data) == code


def test_a_mail_in_a_mail_is_an_attachment_of_it(reader: IsolatedReader) -> None:
    inner, outer = EmailMessage(), EmailMessage()
    inner["Subject"], inner["From"] = "الداخلية", "a@b.iq"
    inner.set_content("نص الرسالة الداخلية")
    outer["Subject"], outer["From"] = "الخارجية", "c@d.iq"
    outer.set_content("نص الرسالة")
    outer.add_attachment(inner)
    drafts = reader.read_bytes("m.eml", outer.as_bytes())
    assert names_of(drafts) == ["الداخلية.eml"]


def test_files_put_into_a_word_document_are_attachments(
    reader: IsolatedReader, a_docx: Callable[..., bytes]
) -> None:
    data = a_docx("<w:p><w:r><w:t>text</w:t></w:r></w:p>", {"word/embeddings/Sheet1.xlsx": "x"})
    assert names_of(reader.read_bytes("a.docx", data)) == ["Sheet1.xlsx"]


def test_a_map_of_letters_named_by_a_path_is_not_looked_up(reader: IsolatedReader) -> None:
    """CVE-2025-64512: an older library opened `../../x` as a map of characters and unpickled it."""
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length 36>>stream\nBT /F1 12 Tf 20 20 Td (AB) Tj ET    \nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/#2e#2e#2f#2e#2e#2ftmp#2fevil"
        b"/DescendantFonts[6 0 R]>>endobj\n"
        b"6 0 obj<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )
    drafts = reader.read_bytes("cmap.pdf", body)
    assert len(drafts) == 1


def test_archives_full_of_archives_come_to_an_end(
    reader: IsolatedReader, a_zip: Callable[..., bytes]
) -> None:
    inner = a_zip({f"{n}.txt": b"x" for n in range(400)})
    drafts = reader.read_bytes("all.zip", a_zip({f"{n}.zip": inner for n in range(20)}))
    assert len(drafts) < 1_600
    assert "error.zip_too_many" in notes_of(drafts)


def test_a_text_longer_than_anybody_reads_is_cut_and_says_so(reader: IsolatedReader) -> None:
    drafts = reader.read_bytes("long.txt", "كلمة ".encode() * 700_000)
    assert len(text_of(drafts)) == 3_000_000
    assert notes_of(drafts) == ["cut"]
    assert notes_of(reader.read_bytes("wide.csv", b"a," * 500)) == ["cut"]
