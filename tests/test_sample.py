"""The sample desk and the words every desk begins with: whole, consistent, in both languages."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from typing import Any

import pytest

from ctdesk.domain.classification import highest, rank
from ctdesk.domain.resources import resource
from ctdesk.domain.terms import terms
from ctdesk.intake.jsonl import read_jsonl
from ctdesk.text.dates import parse_date
from ctdesk.text.fold import fold
from ctdesk.text.language import language_of

Row = dict[str, Any]

HIDDEN = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\ufffd]")
"""Direction controls, zero-width characters, tatweel, the replacement character."""
ARABIC = re.compile("[\u0621-\u064a]")
ARABIC_REFERENCE = re.compile(
    r"المرقم ([^\s،()]+) في (\d{4}/\d{1,2}/\d{1,2}|\d+ \S+(?: \S+)? \d{4})"
)
ENGLISH_REFERENCE = re.compile(r"No\. ([A-Z0-9/-]+) of (\d{1,2} [A-Z][a-z]+ \d{4})")
RESOLUTIONS = {
    "S/RES/1373 (2001)",
    "S/RES/2178 (2014)",
    "S/RES/2199 (2015)",
    "S/RES/2347 (2017)",
    "S/RES/2379 (2017)",
    "S/RES/2396 (2017)",
    "S/RES/2734 (2024)",
}
"""Those that the sample cites, with their years as in the UN's index of resolutions."""


def toml(*path: str) -> Row:
    return tomllib.loads(resource(*path).read_text(encoding="utf-8"))


def lines() -> list[Row]:
    text = resource("sample", "documents.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


DOCUMENTS = {row["source_id"]: row for row in lines()}
OPINIONS: list[Row] = toml("sample", "opinions.toml")["opinion"]
DOSSIERS: list[Row] = toml("sample", "dossiers.toml")["dossier"]
ACTIONS: list[Row] = toml("sample", "actions.toml")["action"]
PARTIES: list[Row] = toml("seed", "parties.toml")["party"]
BLOCKS = [(o["id"], n, b) for o in OPINIONS for n, b in enumerate(o["block"])]
ITEMS = [(d["code"], i) for d in DOSSIERS for i in d["item"]]


def spellings(party: Row) -> list[str]:
    return [party["ar"], party["en"], *party.get("other", ())]


NAMES = {fold(name): party["code"] for party in PARTIES for name in spellings(party)}


def is_party(name: str) -> bool:
    return fold(name) in NAMES


def is_day(text: str) -> bool:
    return date.fromisoformat(text).isoformat() == text


def strings(tree: object) -> list[str]:
    """Every text in a tree of lists and tables."""
    if isinstance(tree, str):
        return [tree]
    children = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return [text for child in children for text in strings(child)]


# --- words ---


@pytest.mark.parametrize(
    ("vocabulary", "codes"),
    [
        ("document_kind", "report letter note_verbale opinion instrument minutes talking_points"),
        ("direction", "incoming outgoing internal"),
        ("document_state", "registered assigned under_study answered noted filed void"),
        (
            "opinion_state",
            "draft in_review returned approved issued superseded amended void",
        ),
        ("action_state", "open in_hand waiting done dropped"),
        ("match_state", "candidate excluded confirmed undecided"),
        ("classification", "open restricted secret personal top_secret"),
        ("urgency", "routine urgent very_urgent immediate"),
        ("handling", "by_name no_distribution minister_only"),
        ("position", "agree agree_with_change reserve reject no_remark"),
        ("axis", "diplomatic security social psychological economic"),
        ("reliability", "A B C D E F"),
        ("credibility", "1 2 3 4 5 6"),
        ("dossier_kind", "mou committee resolution project event strategy subject"),
        ("link_type", "answers refers_to cites supersedes amends mentions belongs_to"),
        ("register", "incoming outgoing opinions"),
        ("block_kind", "heading paragraph article note"),
    ],
)
def test_a_vocabulary_has_its_codes_in_order(vocabulary: str, codes: str) -> None:
    assert list(terms().codes(vocabulary)) == codes.split()


@pytest.mark.parametrize(("vocabulary", "count"), [("topic", 16), ("article_type", 17)])
def test_a_vocabulary_has_all_its_words(vocabulary: str, count: int) -> None:
    assert len(terms().vocabulary(vocabulary)) == count


def test_topics_are_codes_of_four_letters() -> None:
    assert all(re.fullmatch("[A-Z]{4}", code) for code in terms().codes("topic"))


def test_every_country_has_its_two_letters_and_both_names() -> None:
    countries = terms().vocabulary("country")
    assert len(countries) == 249
    assert len({t.ar for t in countries}) == len({t.en for t in countries}) == 249
    for term in countries:
        assert re.fullmatch("[A-Z]{2}", term.code)
        assert ARABIC.search(term.ar)
        assert not ARABIC.search(term.en)


@pytest.mark.parametrize("file", ["vocabularies.toml", "countries.toml"])
def test_no_two_words_of_a_vocabulary_look_alike(file: str) -> None:
    for name in toml("terms", file)["vocabulary"]:
        for language in ("ar", "en"):
            labels = [term.label(language) for term in terms().vocabulary(name)]
            assert len(set(labels)) == len(labels), name


# --- parties ---


def test_every_party_has_a_code_a_kind_and_both_names() -> None:
    codes = [party["code"] for party in PARTIES]
    assert len(set(codes)) == len(codes)
    for party in PARTIES:
        assert party["kind"] in terms().codes("party_kind")
        assert ARABIC.search(party["ar"])
        assert not ARABIC.search(party["en"])
        assert party.get("iso", "IQ") in terms().codes("country")


def test_a_spelling_means_one_party() -> None:
    for party in PARTIES:
        for name in spellings(party):
            assert NAMES[fold(name)] == party["code"], name


def test_a_parent_stands_before_its_children() -> None:
    seen: set[str] = set()
    for party in PARTIES:
        assert party.get("parent", "") in seen | {""}
        seen.add(party["code"])


def test_bodies_that_ended_have_their_last_day() -> None:
    ended = {party["code"]: party["until"] for party in PARTIES if "until" in party}
    assert ended == {"unami": "2025-12-31", "unitad": "2024-09-17"}


def test_forty_embassies_and_the_missions_to_the_united_nations_are_known() -> None:
    missions = [party for party in PARTIES if party["kind"] == "mission"]
    embassies = [party for party in missions if party["en"].startswith("Embassy in ")]
    assert len(embassies) >= 40
    assert all(is_party(f"Embassy, {p['en'].removeprefix('Embassy in ')}") for p in embassies)
    for city in ("New York", "Geneva", "Vienna"):
        assert is_party(f"Permanent Mission in {city}")


# --- documents ---


def test_the_sample_is_read_as_any_file_of_reports_is() -> None:
    drafts = list(read_jsonl(resource("sample", "documents.jsonl")))
    assert [d.fields["source_id"] for d in drafts] == [f"s{n:02}" for n in range(1, 41)]


def test_two_thirds_of_the_documents_are_arabic() -> None:
    arabic = sum(row["language"] == "ar" for row in DOCUMENTS.values())
    assert 0.6 <= arabic / len(DOCUMENTS) <= 0.72


@pytest.mark.parametrize("row", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_is_complete(row: Row) -> None:
    assert row["language"] == language_of(row["text"])
    assert 90 <= len(row["text"].split()) <= 200
    assert len(row["text"].split("\n")) > 1
    assert "2026-01-01" <= row["their_date"] <= "2026-11-22"
    assert is_day(row["their_date"])
    assert 1 <= len(row["topics"]) <= 3
    assert row.get("summary") or row["kind"] == "instrument"


@pytest.mark.parametrize("row", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_names_only_parties_of_the_seed(row: Row) -> None:
    for name in (row["from"], *row["to"], *row.get("copies", ())):
        assert is_party(name), name


@pytest.mark.parametrize("row", DOCUMENTS.values(), ids=DOCUMENTS)
def test_what_an_outgoing_document_is_lies_in_who_sends_it(row: Row) -> None:
    ours = {"mofa", "ctd"}
    sent_by_us = NAMES[fold(row["from"])] in ours
    assert row["direction"] == ("outgoing" if sent_by_us else "incoming")


@pytest.mark.parametrize("row", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_reference_means_an_earlier_document_of_the_sample(row: Row) -> None:
    by_number = {other["their_number"]: other for other in DOCUMENTS.values()}
    for pattern in (ARABIC_REFERENCE, ENGLISH_REFERENCE):
        for number, day in pattern.findall(row["text"]):
            other = by_number[number]
            assert parse_date(day) == date.fromisoformat(other["their_date"]), number
            assert other["their_date"] <= row["their_date"]
            assert other is not row


def test_many_documents_refer_to_others() -> None:
    referring = [
        row
        for row in DOCUMENTS.values()
        if ARABIC_REFERENCE.search(row["text"]) or ENGLISH_REFERENCE.search(row["text"])
    ]
    assert len(referring) >= 15
    mentions = sum(len(re.findall(r"المرقم|\bNo\. ", row["text"])) for row in DOCUMENTS.values())
    found = sum(
        len(pattern.findall(row["text"]))
        for row in DOCUMENTS.values()
        for pattern in (ARABIC_REFERENCE, ENGLISH_REFERENCE)
    )
    # every reference is understood, so that none escapes the check before this one
    assert found == mentions


def test_numbers_of_a_sender_s_series_rise_with_their_dates() -> None:
    series: dict[str, list[tuple[int, str]]] = {}
    for row in DOCUMENTS.values():
        if found := re.fullmatch(r"(\d+/\d+)/(\d+)", row["their_number"]):
            series.setdefault(found[1], []).append((int(found[2]), row["their_date"]))
    assert len(series) >= 9
    for numbered in series.values():
        by_number = [day for _, day in sorted(numbered)]
        assert by_number == sorted(by_number)


def test_numbers_are_given_once() -> None:
    numbers = [row["their_number"] for row in DOCUMENTS.values()]
    assert len(set(numbers)) == len(numbers)


def test_resolutions_are_cited_with_their_year() -> None:
    texts = strings(list(DOCUMENTS.values())) + strings([OPINIONS, DOSSIERS, ACTIONS])
    cited = {c for text in texts for c in re.findall(r"S/RES/\d+(?: \(\d{4}\))?", text)}
    assert cited == RESOLUTIONS


@pytest.mark.parametrize("field", ["kind", "classification", "urgency", "handling"])
def test_every_value_is_seen_at_work(field: str) -> None:
    used = {row.get(field) for row in DOCUMENTS.values()} - {None}
    assert used == set(terms().codes(field if field != "kind" else "document_kind")) - {"opinion"}


def test_every_topic_is_seen_at_work() -> None:
    used = {topic for row in DOCUMENTS.values() for topic in row["topics"]}
    assert used == set(terms().codes("topic"))


@pytest.mark.parametrize(
    "rows",
    [list(DOCUMENTS.values()), OPINIONS, DOSSIERS, ACTIONS, PARTIES],
    ids=["documents", "opinions", "dossiers", "actions", "parties"],
)
def test_texts_carry_no_hidden_characters(rows: list[Row]) -> None:
    for text in strings(rows):
        assert not HIDDEN.search(text), text
        assert text == text.strip(), text
        assert "  " not in text, text


@pytest.mark.parametrize("row", DOCUMENTS.values(), ids=DOCUMENTS)
def test_what_ended_is_not_spoken_of_as_if_it_were_there(row: Row) -> None:
    if "UNITAD" in row["text"]:
        assert re.search("انتهاء|كانت في حيازة|ended|archive", row["text"])
    if "UNAMI" in row["text"]:
        assert "31 December 2025" in row["text"]


# --- opinions ---


def sources_of(block: Row) -> list[Row]:
    found: list[Row] = block.get("sources", [])
    return found


def test_the_opinions_stand_in_three_states() -> None:
    assert sorted(o["state"] for o in OPINIONS) == ["draft", "in_review", "issued"]
    assert {o["kind"] for o in OPINIONS} == {"opinion_mou", "opinion_reports"}


@pytest.mark.parametrize("opinion", OPINIONS, ids=[o["id"] for o in OPINIONS])
def test_an_opinion_is_framed_in_both_languages(opinion: Row) -> None:
    for key in ("subject", "reference"):
        assert ARABIC.search(opinion[f"{key}_ar"])
        assert not ARABIC.search(opinion[f"{key}_en"])
    assert is_party(opinion["to"])
    assert all(is_party(name) for name in opinion["copies"])
    assert opinion["urgency"] in terms().codes("urgency")
    assert set(opinion["on"]) <= DOCUMENTS.keys()


@pytest.mark.parametrize("opinion", OPINIONS, ids=[o["id"] for o in OPINIONS])
def test_the_opening_names_each_document_by_number_and_date(opinion: Row) -> None:
    by_number = {row["their_number"]: row for row in DOCUMENTS.values()}
    for key, pattern in (("ar", ARABIC_REFERENCE), ("en", ENGLISH_REFERENCE)):
        named = pattern.findall(opinion[f"reference_{key}"])
        assert named
        for number, day in named:
            assert parse_date(day) == date.fromisoformat(by_number[number]["their_date"])


@pytest.mark.parametrize("opinion", OPINIONS, ids=[o["id"] for o in OPINIONS])
def test_an_opinion_is_classified_no_lower_than_what_it_stands_on(opinion: Row) -> None:
    cited = {s["document"] for block in opinion["block"] for s in sources_of(block)}
    top = highest(DOCUMENTS[name]["classification"] for name in cited | set(opinion["on"]))
    assert rank(opinion["classification"]) >= rank(top)


@pytest.mark.parametrize(("opinion", "place", "block"), BLOCKS)
def test_a_block_says_the_same_in_both_languages(opinion: str, place: int, block: Row) -> None:
    assert block["kind"] in terms().codes("block_kind")
    pairs = [("ar", "en")]
    if block["kind"] == "article":
        pairs += [("received_ar", "received_en"), ("proposed_ar", "proposed_en")]
        assert block["position"] in terms().codes("position")
        assert block["number"]
    for arabic, english in pairs:
        assert bool(block.get(arabic)) == bool(block.get(english))
        assert not ARABIC.search(block.get(english, ""))
    assert ARABIC.search(block["ar"])


@pytest.mark.parametrize(("opinion", "place", "block"), BLOCKS)
def test_the_figures_of_twins_agree(opinion: str, place: int, block: Row) -> None:
    for arabic, english in (("ar", "en"), ("received_ar", "received_en")):
        figures = [sorted(re.findall(r"\d{2,}", block.get(key, ""))) for key in (arabic, english)]
        assert figures[0] == figures[1]


@pytest.mark.parametrize(("opinion", "place", "block"), BLOCKS)
def test_a_paragraph_rests_on_words_that_stand_in_the_document(
    opinion: str, place: int, block: Row
) -> None:
    if block["kind"] in ("paragraph", "article"):
        assert sources_of(block)
    for source in sources_of(block):
        assert DOCUMENTS[source["document"]]["text"].count(source["quote"]) == 1


def test_an_article_is_received_as_the_draft_has_it() -> None:
    rows = [block for o in OPINIONS for block in o["block"] if block["kind"] == "article"]
    assert len(rows) >= 5
    assert len({row["number"] for row in rows}) == len(rows)
    for row in rows:
        assert row["received_ar"] in DOCUMENTS["s05"]["text"]


# --- dossiers and actions ---


def test_six_dossiers_are_of_six_kinds() -> None:
    kinds = [dossier["kind"] for dossier in DOSSIERS]
    assert len(set(kinds)) == len(kinds) == 6
    assert set(kinds) <= set(terms().codes("dossier_kind"))


@pytest.mark.parametrize("dossier", DOSSIERS, ids=[d["code"] for d in DOSSIERS])
def test_a_dossier_is_complete(dossier: Row) -> None:
    assert ARABIC.search(dossier["title_ar"])
    assert not ARABIC.search(dossier["title_en"])
    assert all(is_party(name) for name in dossier["parties"])
    assert dossier.get("stage", "proposed") in terms().codes("mou_stage")
    assert ("stage" in dossier) == (dossier["kind"] == "mou")
    assert is_day(dossier["opened"])
    assert is_day(dossier["next_date"])
    assert dossier["opened"] <= dossier["next_date"]
    gathered = [DOCUMENTS[name] for name in dossier["documents"]]
    top = highest(document["classification"] for document in gathered)
    assert rank(dossier["classification"]) >= rank(top)


@pytest.mark.parametrize(("dossier", "item"), ITEMS)
def test_an_item_is_complete(dossier: str, item: Row) -> None:
    assert ARABIC.search(item["text_ar"])
    assert not ARABIC.search(item["text_en"])
    for field, vocabulary in (
        ("type", "item_type"),
        ("article_type", "article_type"),
        ("axis", "axis"),
        ("position", "position"),
        ("status", "action_state"),
    ):
        assert item.get(field) is None or item[field] in terms().codes(vocabulary)
    assert "due" not in item or is_day(item["due"])
    assert "owner" not in item or is_party(item["owner"])


def test_items_have_a_number_once_in_their_dossier() -> None:
    keys = [(dossier, item["number"]) for dossier, item in ITEMS]
    assert len(set(keys)) == len(keys)


def test_a_committee_has_the_two_fixed_items() -> None:
    (committee,) = (d for d in DOSSIERS if d["kind"] == "committee")
    fixed = [item["number"] for item in committee["item"] if item.get("fixed")]
    assert fixed == ["1", "2"]


def test_a_strategy_has_a_measure_on_each_axis() -> None:
    (strategy,) = (d for d in DOSSIERS if d["kind"] == "strategy")
    assert [item["axis"] for item in strategy["item"]] == list(terms().codes("axis"))


def test_the_articles_of_the_agreement_stand_as_in_its_opinion() -> None:
    (agreement,) = (d for d in DOSSIERS if d["kind"] == "mou")
    rows = {
        block["number"]: block
        for o in OPINIONS
        for block in o["block"]
        if block["kind"] == "article"
    }
    items = {item["number"]: item for item in agreement["item"]}
    for number, row in rows.items():
        assert items[number]["text_ar"] == row["received_ar"]
        assert items[number]["text_en"] == row["received_en"]
        assert items[number]["position"] == row["position"]


def test_ten_actions_are_owed() -> None:
    assert len(ACTIONS) == 10
    assert {"open", "in_hand", "waiting", "done"} == {action["state"] for action in ACTIONS}


@pytest.mark.parametrize("action", ACTIONS, ids=[a["document"] for a in ACTIONS])
def test_an_action_rests_on_a_passage(action: Row) -> None:
    assert DOCUMENTS[action["document"]]["text"].count(action["quote"]) == 1
    assert is_day(action["due"])
    assert DOCUMENTS[action["document"]]["their_date"] <= action["due"]
    assert is_party(action["owner"])
    assert is_party(action["asked_by"])
    assert is_party(action["waiting_for"]) if "waiting_for" in action else True
    assert action["state"] != "waiting" or "waiting_for" in action
