"""What is found, in what order, for whom."""

from __future__ import annotations

from ctdesk.search import Filters, Searcher
from ctdesk.store.index import Texts
from tests.search.desk import TODAY, a_desk, found, index_connection, put


def test_a_subject_weighs_more_than_a_body() -> None:
    connection = index_connection()
    put(connection, "body", Texts("weather", "", "pipeline pipeline and other words"))
    put(connection, "subject", Texts("pipeline", "", "weather weather and other words"))
    hits = Searcher(connection).search("pipeline").hits
    assert [hit.uid for hit in hits] == ["subject", "body"]
    assert hits[0].score > hits[1].score


def test_the_word_as_typed_comes_before_its_other_forms() -> None:
    hits = a_desk("وبتمويل كبير", "تمويل كبير", "أوراق أخرى", "حديث آخر").search("تمويل").hits
    assert [(hit.uid, hit.exact) for hit in hits] == [("d1", True), ("d0", False)]


def test_a_rare_form_is_worth_no_more_than_a_common_one() -> None:
    fillers = [f"contract {n}" for n in range(30)]
    desk = a_desk(*fillers, "x contracted y z", "x contracts y z", "x contracts y z w", *["q"] * 60)
    scores = {hit.uid: hit.score for hit in desk.search("contract").hits}
    assert abs(scores["d30"] - scores["d31"]) < 0.1 * scores["d31"]


def test_of_equal_worth_the_newer_comes_first() -> None:
    connection = index_connection()
    for uid, date in (("old", "2020-01-01"), ("new", "2025-01-01"), ("middle", "2022-01-01")):
        put(connection, uid, Texts(body="pipeline"), date=date)
    put(connection, "other", Texts(body="weather"))
    searcher = Searcher(connection)
    assert [hit.uid for hit in searcher.search("pipeline").hits] == ["new", "middle", "old"]
    by_date = searcher.search("pipeline OR weather", sort="date").hits
    assert [hit.uid for hit in by_date] == ["other", "new", "middle", "old"]


def test_all_but_one_word_follows_when_few_have_all() -> None:
    desk = a_desk("oil pipeline embargo", "oil pipeline", "oil embargo", "weather oil")
    result = desk.search("oil pipeline embargo")
    assert result.total == 1
    assert (result.hits[0].uid, result.hits[0].tier) == ("d0", 1)
    assert {hit.uid for hit in result.hits if hit.tier == 2} == {"d1", "d2"}


def test_a_quoted_phrase_with_few_hits_is_followed_by_its_inflected_forms() -> None:
    desk = a_desk("تمويل الإرهاب", "لتمويل الإرهاب", "التمويل والإرهاب", "تمويل", "weather")
    result = desk.search('"تمويل الإرهاب"')
    assert [(hit.uid, hit.tier) for hit in result.hits] == [("d0", 1), ("d1", 2)]
    assert result.total == 1
    assert result.marker.marks("لتمويل الإرهاب") == [(0, 14)]


def test_words_denied_stay_denied_in_the_second_tier() -> None:
    result = a_desk("oil pipeline", "oil weather", "oil").search("oil pipeline -weather")
    assert {hit.uid: hit.tier for hit in result.hits} == {"d0": 1, "d2": 2}


def test_a_record_above_the_clearance_neither_shows_nor_counts() -> None:
    connection = index_connection()
    put(connection, "open", Texts(body="oil pipeline"), classification="open", rank=0)
    put(connection, "secret", Texts(body="oil pipeline"), classification="secret", rank=2)
    put(connection, "part", Texts(body="oil"), classification="secret", rank=2)
    searcher = Searcher(connection)
    for query in ("oil", "oil pipeline", "", "dated:2025", "-weather", "kind:report OR oil"):
        result = searcher.search(query, clearance=1, facets=True)
        assert (result.total, [hit.uid for hit in result.hits]) == (1, ["open"])
        assert [(f.value, f.count) for f in result.facets["classification"]] == [("open", 1)]
    assert searcher.search("oil", clearance=2).total == 3


def test_facets_count_the_whole_result_not_the_page() -> None:
    connection = index_connection()
    for n in range(12):
        kind = "report" if n % 3 else "letter"
        date, mission = f"202{n % 2}-05-01", f"m{n % 2}"
        put(connection, f"d{n}", Texts(body="oil"), kind=kind, date=date, mission=mission,
            topics="CTFN SANC")  # fmt: skip
    put(connection, "other", Texts(body="gas"), kind="opinion")
    facets = Searcher(connection).search("oil", limit=2, facets=True).facets
    assert [(f.value, f.count) for f in facets["kind"]] == [("report", 8), ("letter", 4)]
    assert [(f.value, f.count) for f in facets["year"]] == [("2021", 6), ("2020", 6)]
    assert {(f.value, f.count) for f in facets["topic"]} == {("CTFN", 12), ("SANC", 12)}
    assert facets["state"] == []


def test_filters_narrow_beside_the_question() -> None:
    connection = index_connection()
    put(connection, "a", Texts(body="oil"), kind="report", date="2024-01-01", topics="CTFN")
    put(connection, "b", Texts(body="oil"), kind="letter", date="2025-01-01", topics="SANC CTFN")
    searcher = Searcher(connection)
    assert found(searcher, "oil", filters=Filters(kind=("letter",))) == ["b"]
    assert found(searcher, "oil", filters=Filters(year=("2024",))) == ["a"]
    assert found(searcher, "", filters=Filters(topic=("SANC",))) == ["b"]
    assert found(searcher, "oil", filters=Filters(kind=("letter",), year=("2024",))) == []


def test_pages_follow_on_without_gap_or_repeat() -> None:
    desk = a_desk(*(f"oil {n}" for n in range(23)))
    for sort in ("rank", "date"):
        pages = [desk.search("oil", limit=10, after=at, sort=sort).hits for at in (0, 10, 20, 30)]
        assert [len(page) for page in pages] == [10, 10, 3, 0]
        assert len({hit.uid for page in pages for hit in page}) == 23


def test_an_empty_question_lists_everything_newest_first() -> None:
    connection = index_connection()
    for uid, date in (("a", "2020-01-01"), ("c", "2025-01-01"), ("b", "2022-01-01")):
        put(connection, uid, Texts(body=uid), date=date)
    result = Searcher(connection, lambda: TODAY).search("")
    assert [hit.uid for hit in result.hits] == ["c", "b", "a"]
    assert result.total == 3


def test_a_desk_without_records_answers_nothing() -> None:
    result = Searcher(index_connection()).search("oil OR kind:report", facets=True)
    assert (result.total, result.hits) == (0, [])


def test_a_long_question_is_answered_by_its_most_telling_words() -> None:
    desk = a_desk(
        "the shah asked for helicopters and spare parts at once",
        "the ambassador spoke of the weather",
        *[f"the usual matter of the day {n}" for n in range(30)],
    )
    result = desk.search("In Tehran the shah wanted more helicopters for the army in the spring")
    assert result.total == 0
    assert result.hits[0].uid == "d0"
    assert {hit.tier for hit in result.hits} == {2}


def test_while_typing_the_last_word_is_the_beginning_of_one() -> None:
    desk = a_desk("oil pipeline", "oil pipes", "oil embargo")
    assert found(desk, "oil pip") == []
    assert found(desk, "oil pip", typing=True) == ["d0", "d1"]
    assert found(desk, "oil pip ", typing=True) == []
    assert found(desk, "oil =pip", typing=True) == []


def test_one_letter_says_nothing_yet() -> None:
    desk = a_desk("oil pipeline", "oil embargo")
    assert found(desk, "oil p", typing=True) == ["d0", "d1"]


def test_a_value_being_typed_hides_nothing() -> None:
    desk = a_desk("oil pipeline")
    for question in ("oil kind:rep", "oil dated:20"):
        result = desk.search(question, typing=True)
        assert (result.total, result.notices) == (1, [])


def test_of_many_hits_those_with_the_word_in_their_subject_come_first() -> None:
    connection = index_connection()
    put(connection, "old", Texts("pipeline", "", "first"), date="1990-01-01")
    for n in range(5_100):
        put(connection, f"new{n}", Texts("other", "", "pipeline"), date="2025-01-01")
    result = Searcher(connection, lambda: TODAY).search("pipeline", limit=5)
    assert (result.total, result.hits[0].uid) == (5_101, "old")


def test_only_what_was_registered_since() -> None:
    connection = index_connection()
    for uid in ("0190-a", "0190-b", "0190-c"):
        put(connection, uid, Texts(body="pipeline"))
    searcher = Searcher(connection, lambda: TODAY)
    assert found(searcher, "pipeline", filters=Filters(since="0190-b")) == ["0190-c"]
