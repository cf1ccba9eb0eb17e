"""The division's own template: what makes one fit, what is said about one that is not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from ctdesk.domain.errors import BadInput
from ctdesk.memo.content import MemoLanguage
from ctdesk.memo.make_templates import template
from ctdesk.memo.package import pack, unpack
from ctdesk.memo.readback import read_text
from ctdesk.memo.template import check_template, default_template
from ctdesk.memo.write import write_memo
from tests.memo.samples import NOTE, REPORTS

LANGUAGES: tuple[MemoLanguage, ...] = ("ar", "en", "both")
Change = Callable[[dict[str, bytes]], None]


def changed(change: Change, language: MemoLanguage = "ar") -> bytes:
    parts = unpack(default_template(language))
    change(parts)
    return pack(parts)


def replaced(part: str, old: str, new: str) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        text = parts[part].decode()
        assert re.search(old, text), old
        parts[part] = re.sub(old, new, text).encode()

    return change


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_templates_that_come_with_the_program_are_fit(language: MemoLanguage) -> None:
    assert check_template(default_template(language), "ar") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_templates_are_what_their_maker_makes(language: MemoLanguage) -> None:
    made, stored = unpack(template(language)), unpack(default_template(language))
    assert made == stored


def add_macros(parts: dict[str, bytes]) -> None:
    parts["word/vbaProject.bin"] = b"x"


def link_outside(parts: dict[str, bytes]) -> None:
    name = "word/_rels/document.xml.rels"
    link = (
        '<Relationship Id="rId99" TargetMode="External" Target="https://elsewhere.example/t.dotx" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"'
        "/></Relationships>"
    )
    parts[name] = parts[name].replace(b"</Relationships>", link.encode())


DOCUMENT = "word/document.xml"
FAULTS: dict[str, tuple[Change, str]] = {
    "slot": (replaced(DOCUMENT, r'w:val="ct:subject"', 'w:val="other"'), "subject"),
    "style": (
        replaced("word/styles.xml", r'w:styleId="MemoClosing"', 'w:styleId="X"'),
        "MemoClosing",
    ),
    "anchor": (replaced(DOCUMENT, "ct_body", "elsewhere"), "ct_body"),
    "plain text control": (
        replaced(DOCUMENT, r'(<w:lock w:val="sdtLocked"/>)', r"\1<w:text/>"), "plain-text",
    ),
    "macros": (add_macros, "macros"),
    "link": (link_outside, "elsewhere.example"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "named"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_named_in_a_plain_sentence(change: Change, named: str) -> None:
    data = changed(change)
    english, arabic = check_template(data, "en"), check_template(data, "ar")
    assert any(named in sentence for sentence in english), english
    assert len(arabic) == len(english)
    assert all(re.search("[\u0620-\u064a]", sentence) for sentence in arabic)


@pytest.mark.parametrize("change", [change for change, _ in FAULTS.values()], ids=FAULTS.keys())
def test_no_memo_is_written_over_an_unfit_template(change: Change) -> None:
    with pytest.raises(BadInput) as caught:
        write_memo(REPORTS, "ar", template=changed(change))
    assert caught.value.code == "template_unfit"
    assert "{" not in caught.value.message("ar") + caught.value.message("en")


def test_what_is_no_word_document_is_no_template() -> None:
    assert check_template(b"not a document", "en")
    assert check_template(pack({"a": b"b"}), "ar")


def test_what_the_division_changed_in_word_is_in_the_memo() -> None:
    name = next(n for n, d in unpack(default_template("ar")).items() if "وزارة".encode() in d)
    own = changed(replaced(name, "قسم مكافحة الإرهاب", "القسم بعد التسمية"))
    memo = unpack(write_memo(REPORTS, "ar", template=own))
    assert any("القسم بعد التسمية".encode() in data for data in memo.values())


def test_a_template_of_another_language_is_not_used() -> None:
    own = changed(replaced(DOCUMENT, "العدد", "الرقم"))
    assert "الرقم" not in "".join(read_text(write_memo(REPORTS, "en", template=own)))


def test_no_slot_keeps_its_name_in_a_memo() -> None:
    for language in LANGUAGES:
        for content in (REPORTS, NOTE):
            lines = read_text(write_memo(content, language))
            assert not {"number", "date", "to", "subject", "title", "hijri"} & set(lines)
