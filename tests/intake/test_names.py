from __future__ import annotations

import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.intake.names import LONGEST, safe_name, told_apart

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from('./\\:*?"<>| \t\n\x00\u202e\u2066\u200f\ufeffconul1'),
    ),
    max_size=300,
)


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("../../../evil.exe", "evil.exe"),
        ("C:\\Windows\\system32\\a.txt", "a.txt"),
        ("/etc/passwd", "passwd"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        ("nul .tar.gz", "_nul .tar.gz"),
        ("report.txt. . ", "report.txt"),
        (".hidden", "hidden"),
        ('a<b>:c"|?*.pdf', "a_b__c____.pdf"),
        ("مسودة  مذكرة\nالتفاهم.docx", "مسودة مذكرة التفاهم.docx"),
        ("..", "file"),
        ("\u200f\u202e", "file"),
        ("", "file"),
    ],
)
def test_a_hostile_name_keeps_only_what_names_a_file(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


def test_a_long_name_is_shortened_before_its_extension() -> None:
    name = safe_name("تقرير" * 60 + ".docx")
    assert len(name) == LONGEST
    assert name.endswith(".docx")


@given(HOSTILE)
def test_every_name_is_one_that_can_be_shown_and_written_anywhere(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= LONGEST
    assert not set(safe) & set('/\\:*?"<>|')
    assert all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in safe)
    assert safe == safe.strip(" .")
    assert not PureWindowsPath(safe).is_reserved()


@given(HOSTILE)
def test_a_safe_name_stays_as_it_is(name: str) -> None:
    assert safe_name(safe_name(name)) == safe_name(name)


def test_a_second_file_of_the_same_name_is_told_apart() -> None:
    assert told_apart("a.pdf", {"b.pdf"}) == "a.pdf"
    assert told_apart("A.pdf", {"a.pdf", "a (2).pdf"}) == "A (3).pdf"
