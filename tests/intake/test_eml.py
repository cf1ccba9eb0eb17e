from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.domain.errors import BadInput
from ctdesk.intake.readers import eml
from ctdesk.intake.readers.html_text import html_text


def proposed(data: bytes) -> dict[str, object]:
    return {proposal.field: proposal.value for proposal in eml.read(data).proposals}


def a_mail(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    for name, value in headers.items():
        mail[name] = value
    return mail


def test_an_arabic_mail_gives_its_text_and_who_wrote_when_to_whom(data: Path) -> None:
    raw = (data / "ar_cp1256.eml").read_bytes()
    assert proposed(raw) == {
        "subject": "تقرير سياسي",
        "from": "سفارة جمهورية العراق – عمّان",
        "to": ["قسم مكافحة الإرهاب"],
        "their_date": "2026-11-23",
    }
    twin = (data / "report_ar_cp1256.txt").read_bytes().decode("windows-1256")
    assert eml.read(raw).text == twin.replace("\r\n", "\n").strip()


def test_attachments_lose_every_hostile_part_of_their_names(data: Path) -> None:
    files = eml.read((data / "evil_names.eml").read_bytes()).attachments
    assert [file.name for file in files] == ["evil.exe", "_con.txt", "agpj.exe"]


def test_attached_texts_are_attachments_not_the_body(data: Path) -> None:
    reading = eml.read((data / "multipart_attachments.eml").read_bytes())
    assert [file.name for file in reading.attachments] == ["Test TxtA.txt", "Test TxtB.txt"]
    assert all(file.data for file in reading.attachments)


def test_the_plain_body_is_preferred_to_the_html_one() -> None:
    mail = a_mail(Subject="x")
    mail.set_content("plain words")
    mail.add_alternative("<p>html words</p>", subtype="html")
    reading = eml.read(mail.as_bytes())
    assert (reading.text, reading.attachments) == ("plain words", ())


def test_a_mail_with_only_html_gives_what_a_reader_would_see() -> None:
    mail = a_mail(Subject="x")
    mail.set_content(
        "<html><head><title>t</title><style>p{}</style></head><body><p>الفقرة <b>الأولى</b> &amp; "
        "غيرها</p><script>alert(1)</script><table><tr><td>a</td><td>b</td></tr></table></body></html>",
        subtype="html",
    )
    assert eml.read(mail.as_bytes()).text == "الفقرة الأولى & غيرها\n\na\tb"


def test_copies_and_several_addressees_are_lists_of_names() -> None:
    mail = a_mail(Subject="x", To='"Ministry, Legal" <l@x.iq>, b@x.iq', Cc="Archive <a@x.iq>")
    mail.set_content("text")
    fields = proposed(mail.as_bytes())
    assert fields["to"] == ["Ministry, Legal", "b@x.iq"]
    assert fields["copies"] == ["Archive"]


def test_headers_and_bodies_in_undeclared_windows_arabic_are_recognised() -> None:
    head = "Subject: تقرير عن الوضع في الحدود\nFrom: السفارة <a@x.iq>\n\n"
    raw = (head + "نود إعلامكم بأن المعبر أغلق من جانب السلطات").encode("windows-1256")
    assert proposed(raw)["subject"] == "تقرير عن الوضع في الحدود"
    assert proposed(raw)["from"] == "السفارة"
    assert eml.read(raw).text == "نود إعلامكم بأن المعبر أغلق من جانب السلطات"


def test_a_wrong_or_unknown_declared_encoding_does_not_lose_the_text() -> None:
    body = "إلى وزارة الخارجية في بغداد".encode()
    for charset in (b"us-ascii", b"x-unknown", b"utf-16"):
        raw = b"Subject: x\nContent-Type: text/plain; charset=" + charset + b"\n\n" + body
        assert "الخارجية" in eml.read(raw).text


def test_an_attached_mail_is_kept_whole_under_its_subject() -> None:
    inner = a_mail(Subject="Earlier report")
    inner.set_content("inner")
    mail = a_mail(Subject="x")
    mail.set_content("outer")
    mail.add_attachment(inner)
    (file,) = eml.read(mail.as_bytes()).attachments
    assert (file.name, file.media_type) == ("Earlier report.eml", "message/rfc822")
    assert b"inner" in file.data


def test_two_attachments_of_one_name_are_told_apart() -> None:
    mail = a_mail(Subject="x")
    mail.set_content("text")
    for content in (b"1", b"2"):
        mail.add_attachment(content, maintype="application", subtype="pdf", filename="a.pdf")
    files = eml.read(mail.as_bytes()).attachments
    assert [(file.name, file.data) for file in files] == [("a.pdf", b"1"), ("a (2).pdf", b"2")]


def test_a_date_that_is_none_is_not_proposed() -> None:
    assert "their_date" not in proposed(b"Subject: x\nDate: soon\n\ntext")


@pytest.mark.parametrize("data", [b"just a text", b"\x00\x01", b"PK\x03\x04"])
def test_what_is_no_mail_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        eml.read(data)
    assert caught.value.code == "file_other_format"


def test_a_mail_of_thousands_of_parts_is_refused() -> None:
    part = b"--b\nContent-Type: text/plain\n\nx\n"
    raw = b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + part * 1_100 + b"--b--\n"
    with pytest.raises(BadInput) as caught:
        eml.read(raw)
    assert caught.value.code == "eml_too_many_parts"


@given(st.text(max_size=60), st.text(max_size=60), st.binary(max_size=200))
def test_any_subject_sender_and_body_can_be_read(subject: str, sender: str, body: bytes) -> None:
    head = f"Subject: {subject}\nFrom: {sender}\nContent-Type: text/plain; charset={sender}\n\n"
    reading = eml.read(head.encode("utf-8", "replace") + body)
    assert isinstance(reading.text, str)


@given(st.text(max_size=300))
def test_any_markup_becomes_text(markup: str) -> None:
    assert isinstance(html_text(markup), str)
