"""The index stays in step with the records, to the last word."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from ctdesk.store import index as index_module
from ctdesk.store.index import DAY, SCHEMA, Card, Index, Texts
from ctdesk.text.fold import forms_of
from tests.search.desk import filled, index_connection, put


def lexemes(connection: Any) -> dict[str, int]:
    return dict(connection.execute("SELECT term, df FROM lexeme").fetchall())


def matches(connection: Any, word: str) -> int:
    (count,) = connection.execute(
        "SELECT count(*) FROM ft WHERE ft MATCH ?", (f'"{word}"',)
    ).fetchone()
    return int(count)


def test_a_record_is_found_by_its_words_in_every_column() -> None:
    connection = index_connection()
    put(connection, "a", Texts("alpha", "beta", "gamma", "delta", "", "4/7/123"))
    assert all(matches(connection, w) for w in ("alpha", "beta", "gamma", "delta", "4 7 123"))


def test_keys_follow_the_date_and_never_repeat_in_a_day() -> None:
    connection = index_connection()
    keys = [put(connection, uid, Texts(body="x"), date="2025-03-01") for uid in "abc"]
    assert keys == [20250301 * DAY + n for n in (1, 2, 3)]
    assert put(connection, "d", Texts(body="x"), date="") == 1


def test_replacing_forgets_the_old_words() -> None:
    connection = index_connection()
    old = Texts(body="oil pipeline")
    put(connection, "a", old)
    put(connection, "a", Texts(body="oil embargo"), old)
    assert lexemes(connection) == {"oil": 1, "embargo": 1}
    assert matches(connection, "embargo") == 1
    assert matches(connection, "pipeline") == 0


def test_a_corrected_date_moves_the_record() -> None:
    connection = index_connection()
    texts = Texts(body="oil")
    put(connection, "a", texts, date="2025-03-01")
    key = put(connection, "a", texts, texts, date="2024-01-31")
    assert key // DAY == 20240131
    assert connection.execute("SELECT rowid FROM ft WHERE ft MATCH 'oil'").fetchall() == [(key,)]
    assert connection.execute("SELECT fts_key, year FROM entry").fetchall() == [(key, 2024)]


def test_replacing_without_the_old_texts_is_refused() -> None:
    connection = index_connection()
    put(connection, "a", Texts(body="oil"))
    with pytest.raises(ValueError, match="old texts"):
        put(connection, "a", Texts(body="gas"))


def test_a_card_alone_changes_without_its_texts() -> None:
    connection = index_connection()
    put(connection, "a", Texts(body="oil"), state="registered")
    index = Index(connection)
    assert index.put_card(Card("document", "a", date="2025-03-01", state="filed"))
    assert connection.execute("SELECT state FROM entry").fetchone() == ("filed",)
    assert not index.put_card(Card("document", "a", date="2024-03-01"))
    assert not index.put_card(Card("document", "nobody", date="2025-03-01"))


def test_removing_leaves_nothing_behind() -> None:
    connection = index_connection()
    texts = Texts("subject", "", "body words", "sender", "", "12")
    put(connection, "a", texts)
    index = Index(connection)
    assert index.remove("a", texts)
    assert not index.remove("a", texts)
    index.optimize()
    assert lexemes(connection) == {}
    assert connection.execute("SELECT count(*) FROM entry").fetchone() == (0,)
    blocks = connection.execute("SELECT block FROM ft_data").fetchall()
    assert not any(b"words" in block for (block,) in blocks)


def test_mentions_follow_the_text_of_their_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "mention_keys", lambda text: set(text.split()))
    connection = index_connection()
    mentions = "SELECT key, source FROM mention ORDER BY 1, 2"
    first, second = Texts(body="4/7 4/8 4/7"), Texts(subject="4/1", body="4/8 4/9")
    put(connection, "a", first)
    put(connection, "b", first)
    put(connection, "a", second, first)
    assert connection.execute(mentions).fetchall() == [
        ("4/7", "b"),
        ("4/8", "a"),
        ("4/8", "b"),
        ("4/9", "a"),
    ]
    Index(connection).remove("b", first)
    Index(connection).put_many([(Card("document", "c"), first)])
    assert connection.execute(mentions).fetchall() == [
        ("4/7", "c"),
        ("4/8", "a"),
        ("4/8", "c"),
        ("4/9", "a"),
    ]


@pytest.mark.parametrize("others", [0, 5, 400])
def test_a_purge_leaves_no_word_of_the_record_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, others: int
) -> None:
    path = tmp_path / "plain.db"
    connection = dbapi2.connect(str(path), isolation_level=None)
    for setting in ("journal_mode = WAL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {setting}").fetchone()
    for statement in SCHEMA:
        connection.execute(statement)
    monkeypatch.setattr(index_module, "mention_keys", lambda text: set(text.split()))
    # each word begins as no other does, so that the postings hold it whole, not its end alone
    secret = Texts("qqsubject", "jjsummary", "vvbody ظظكلمة Deptel 1538", "zzsender", "", "7/77")
    index = Index(connection)
    for n in range(others):
        index.put(Card("document", f"d{n}", date="2025-01-01"), Texts(body=f"oil n{n} " * 9))
        if n == others // 2:
            index.put(Card("document", "secret", title="qqsubject"), secret)
    index.put_many([(Card("document", "other"), Texts(body="oil"))])
    if not others:
        index.put(Card("document", "secret", title="qqsubject"), secret)
    words = ["qqsubject", "jjsummary", "vvbody", "ظظكلمه", "zzsender", "1538"]
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert all(word.encode() in path.read_bytes() for word in words)

    assert index.remove("secret", secret)
    index.optimize()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    for file in tmp_path.iterdir():
        assert not [word for word in words if word.encode() in file.read_bytes()]
    assert connection.execute("SELECT * FROM mention WHERE source = 'secret'").fetchall() == []
    assert matches(connection, "oil") == others + 1


def test_what_a_transaction_undoes_the_index_undoes() -> None:
    connection = index_connection()
    connection.execute("BEGIN")
    put(connection, "a", Texts(body="oil"))
    assert connection.in_transaction
    connection.execute("ROLLBACK")
    assert lexemes(connection) == {}
    assert matches(connection, "oil") == 0


WORDS = st.lists(st.sampled_from(["oil", "oil", "نفط", "النفط", "عبد", "الله", "2379"]), max_size=5)
TEXTS = st.builds(
    lambda *columns: Texts(*(" ".join(column) for column in columns)), WORDS, WORDS, WORDS
)
ACTS = st.lists(st.tuples(st.sampled_from("abcd"), st.one_of(st.none(), TEXTS)), max_size=25)


@settings(max_examples=60, deadline=None)
@given(ACTS)
def test_the_count_of_a_word_is_always_the_number_of_records_that_hold_it(
    acts: list[tuple[str, Texts | None]],
) -> None:
    connection = index_connection()
    standing: dict[str, Texts] = {}
    for uid, texts in acts:
        if texts is None:
            if uid in standing:
                Index(connection).remove(uid, standing.pop(uid))
            continue
        put(connection, uid, texts, standing.get(uid))
        standing[uid] = texts
    expected: Counter[str] = Counter()
    for texts in standing.values():
        expected.update({*forms_of(texts.subject), *forms_of(texts.summary), *forms_of(texts.body)})
    assert lexemes(connection) == dict(expected)
    assert all(matches(connection, word) == count for word, count in expected.items())


def test_many_records_at_once_give_the_same_index_as_one_by_one() -> None:
    rows = [
        (Card("document", f"d{n}", date=f"2025-03-{n % 9 + 1:02}"), Texts(body=f"oil {n} نفط"))
        for n in range(40)
    ]
    at_once = filled(rows)
    one_by_one = index_connection()
    for card, texts in rows:
        Index(one_by_one).put(card, texts)
    for table in ("lexeme", "entry"):
        query = f"SELECT * FROM {table} ORDER BY 1"
        assert at_once.execute(query).fetchall() == one_by_one.execute(query).fetchall()
    assert matches(at_once, "نفط") == matches(one_by_one, "نفط") == 40
