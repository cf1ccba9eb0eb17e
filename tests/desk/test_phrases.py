"""Standing phrases of memos: the program's, the division's, the opinion's own."""

from __future__ import annotations

import pytest

from ctdesk.desk import Desk
from ctdesk.desk.phrases import KEYS, Phrases
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.terms import LANGUAGES
from ctdesk.memo.readback import read_text

BLOCK = Block("a", "paragraph", "نؤيد.", "We agree.")


def opinion(desk: Desk, **fields: object) -> str:
    return desk.opinions.new(subject="تجربة", blocks=[BLOCK], **fields).uid  # type: ignore[arg-type]


def test_every_phrase_stands_in_both_languages(desk: Desk) -> None:
    phrases = Phrases(desk.settings)
    assert all(phrases.text(key, language) for key in KEYS for language in LANGUAGES)


def test_the_division_words_a_closing_and_goes_back(desk: Desk) -> None:
    phrases, uid = Phrases(desk.settings), opinion(desk)
    before = phrases.text("closing.opinion_reports", "ar")
    phrases.change({("closing.opinion_reports", "ar"): "راجين التفضل بالاطلاع."})
    assert "راجين التفضل بالاطلاع." in read_text(desk.memos.write(uid, "ar"))
    phrases.change({("closing.opinion_reports", "ar"): ""})
    assert before in read_text(desk.memos.write(uid, "ar"))
    assert desk.settings.all().phrases == {}


def test_an_opinion_may_have_a_closing_of_its_own(desk: Desk) -> None:
    uid = opinion(desk)
    desk.opinions.edit(uid, closing="مع وافر التقدير.")
    assert "مع وافر التقدير." in read_text(desk.memos.write(uid, "ar"))


def test_what_is_issued_keeps_its_closing_when_the_phrases_change(desk: Desk) -> None:
    uid = opinion(desk)
    desk.opinions.issue(uid)
    memo = desk.memos.write(uid, "ar")
    Phrases(desk.settings).change({("closing.opinion_reports", "ar"): "صيغة جديدة."})
    assert desk.memos.write(uid, "ar") == memo


@pytest.mark.parametrize(
    ("name", "memo_kind", "party_kind", "said"),
    [
        ("علي حسن", "answer", "person", "السيد علي حسن المحترم"),
        ("السيد علي حسن", "answer", "person", "السيد علي حسن"),
        ("سفارة جمهورية إيطاليا", "note_verbale", "mission", "سفارة جمهورية إيطاليا الموقرة"),
        ("وزارة الداخلية", "answer", "national_body", "وزارة الداخلية"),
    ],
)
def test_an_addressee_is_named_as_is_due(
    desk: Desk, name: str, memo_kind: str, party_kind: str, said: str
) -> None:
    assert Phrases(desk.settings).honoured(name, memo_kind, party_kind, "ar") == said


def test_an_honorific_without_the_name_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput):
        Phrases(desk.settings).change({("honorific.person", "ar"): "المحترم"})
    assert desk.settings.all().phrases == {}


@pytest.mark.parametrize(("type_", "state"), [("supersedes", "superseded"), ("amends", "amended")])
def test_a_later_opinion_follows_an_earlier_one_at_its_issue(
    desk: Desk, type_: str, state: str
) -> None:
    earlier, later = opinion(desk), opinion(desk)
    with pytest.raises(Refused):
        desk.opinions.follow(later, earlier, type_)
    desk.opinions.issue(earlier)
    desk.opinions.follow(later, earlier, type_)
    assert desk.documents.get(earlier).state == "issued"
    desk.opinions.issue(later)
    assert desk.documents.get(earlier).state == state
