from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.domain.errors import BadInput
from ctdesk.intake.read import read_jsonl

REPORT = {"subject": "Border crossings", "text": "Two crossings were closed on Sunday."}


def refused(path: Path) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read_jsonl(path)
    return caught.value


def test_real_telegrams_keep_every_field_they_came_with(data: Path) -> None:
    path = data / "telegrams.jsonl"
    given_lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    drafts = list(read_jsonl(path))
    assert [draft.line for draft in drafts] == list(range(1, len(given_lines) + 1))
    for draft, came in zip(drafts, given_lines, strict=True):
        assert draft.source == "telegrams.jsonl"
        for name in ("their_number", "their_date", "from", "text", "classification"):
            assert draft.fields.get(name) == came.get(name)
        assert draft.fields["to"] == [came["to"]]
        assert draft.fields["subject"]


def test_a_report_with_only_a_text_is_an_incoming_report_with_a_subject_and_a_language(
    a_jsonl,
) -> None:
    text = "أعلنت السلطات ضبط شحنة أسلحة عند المنفذ الحدودي. وتستمر التحقيقات."
    (draft,) = read_jsonl(a_jsonl({"text": text}))
    assert draft.fields["kind"] == "report"
    assert draft.fields["direction"] == "incoming"
    assert draft.fields["language"] == "ar"
    assert draft.fields["subject"] == "أعلنت السلطات ضبط شحنة أسلحة عند المنفذ الحدودي"
    assert {p.field for p in draft.proposals} == {"subject", "language"}


def test_what_a_report_says_itself_is_not_proposed_over(a_jsonl) -> None:
    (draft,) = read_jsonl(a_jsonl({**REPORT, "language": "ar", "kind": "letter"}))
    assert draft.proposals == ()
    assert draft.fields["language"] == "ar"
    assert draft.fields["subject"] == REPORT["subject"]


def test_one_name_where_several_belong_is_a_list_of_one(a_jsonl) -> None:
    report = {**REPORT, "to": "Ministry of Interior", "copies": ["A", "B"], "topics": "BORD"}
    (draft,) = read_jsonl(a_jsonl(report))
    assert draft.fields["to"] == ["Ministry of Interior"]
    assert draft.fields["copies"] == ["A", "B"]
    assert draft.fields["topics"] == ["BORD"]


def test_restrictions_of_handling_unknown_here_are_kept_as_text(a_jsonl) -> None:
    (draft,) = read_jsonl(a_jsonl({**REPORT, "handling": ["Limdis", "Exdis"]}))
    assert draft.fields["handling"] == "Limdis, Exdis"


def test_empty_values_count_as_missing(a_jsonl) -> None:
    (draft,) = read_jsonl(a_jsonl({**REPORT, "their_date": None, "urgency": ""}))
    assert "their_date" not in draft.fields
    assert "urgency" not in draft.fields


@pytest.mark.parametrize(
    ("change", "code", "named"),
    [
        ({"sender": "x"}, "jsonl_unknown_key", "sender"),
        ({"register_number": "1/2026"}, "jsonl_unknown_key", "register_number"),
        ({"kind": "memo"}, "jsonl_unknown_code", "memo"),
        ({"direction": "sideways"}, "jsonl_unknown_code", "sideways"),
        ({"classification": "Secret"}, "jsonl_unknown_code", "Secret"),
        ({"urgency": "soon"}, "jsonl_unknown_code", "soon"),
        ({"language": "fr"}, "jsonl_unknown_code", "fr"),
        ({"their_date": "2026-02-30"}, "jsonl_bad_date", "2026-02-30"),
        ({"their_date": "23/11/2026"}, "jsonl_bad_date", "23/11/2026"),
        ({"their_number": 790}, "jsonl_not_text", "790"),
        ({"copies": ["a", 1]}, "jsonl_not_texts", "copies"),
        ({"topics": ["A", "B", "C", "D"]}, "jsonl_too_many", "topics"),
        ({"text": "a\x00b"}, "jsonl_unreadable_characters", "text"),
        ({"text": "", "subject": " "}, "jsonl_says_nothing", "2"),
    ],
)
def test_a_wrong_field_is_named_with_its_line_in_both_languages(
    a_jsonl, change, code, named
) -> None:
    refusal = refused(a_jsonl(REPORT, {**REPORT, **change}))
    assert refusal.code == code
    assert refusal.values["line"] == 2
    for language in ("ar", "en"):
        assert named in refusal.message(language)
        assert "reports.jsonl" in refusal.message(language)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "jsonl_not_json"),
        ('{"text": NaN}', "jsonl_not_json"),
        ("[" * 100_000, "jsonl_not_json"),
        ('"text"', "jsonl_not_an_object"),
        ("[1]", "jsonl_not_an_object"),
        ('{"text": "a", "text": "b"}', "jsonl_key_twice"),
        (b'{"text": "\xc7\xe1"}', "jsonl_not_utf8"),
        ('{"text": "\\ud800"}', "jsonl_unreadable_characters"),
    ],
)
def test_a_malformed_line_is_refused_with_its_number(a_jsonl, line, code) -> None:
    refusal = refused(a_jsonl(REPORT, "", line))
    assert (refusal.code, refusal.values["line"]) == (code, 3)


def test_no_report_is_given_before_the_last_line_is_checked(a_jsonl) -> None:
    given_out = []
    with pytest.raises(BadInput):
        given_out.extend(read_jsonl(a_jsonl(REPORT, REPORT, "{")))
    assert given_out == []


def test_going_on_gives_the_good_lines_and_reports_the_bad_ones(a_jsonl) -> None:
    reports = read_jsonl(a_jsonl(REPORT, "{", {"kind": "x"}, REPORT), keep_going=True)
    assert reports.total == 2
    assert [draft.line for draft in reports] == [1, 4]
    assert [refusal.values["line"] for refusal in reports.refusals] == [2, 3]


def test_a_byte_order_mark_and_blank_lines_are_passed_over(a_jsonl) -> None:
    line = json.dumps(REPORT).encode()
    reports = list(read_jsonl(a_jsonl(b"\xef\xbb\xbf" + line, b"", b"  \r", line + b"\r")))
    assert [draft.line for draft in reports] == [1, 4]


def test_a_file_that_lost_lines_while_it_was_read_says_so(a_jsonl) -> None:
    path = a_jsonl(REPORT, REPORT)
    reports = read_jsonl(path)
    path.write_text(json.dumps(REPORT), encoding="utf-8")
    assert next(reports).line == 1
    with pytest.raises(BadInput, match="changed while it was read"):
        next(reports)


def test_what_is_no_file_of_reports_is_refused_in_a_sentence(a_jsonl, tmp_path: Path) -> None:
    assert refused(a_jsonl()).code == "file_empty"
    assert refused(tmp_path).code == "file_is_folder"
    assert refused(tmp_path / "none.jsonl").code == "file_absent"


@given(st.binary(max_size=300))
def test_any_line_of_bytes_is_either_read_or_refused(tmp_path_factory, line: bytes) -> None:
    path = tmp_path_factory.mktemp("lines") / "any.jsonl"
    path.write_bytes(line + b'\n{"text": "One good line."}')
    reports = read_jsonl(path, keep_going=True)
    drafts = list(reports)
    assert drafts[-1].fields["text"] == "One good line."
    assert all(refusal.message("ar") for refusal in reports.refusals)
