"""Key cards: whole and self-signed or refused; six words, the same on both desks."""

from __future__ import annotations

import os

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.domain.errors import BadInput
from ctdesk.exchange.card import KeyCard, tidy_label
from ctdesk.exchange.words import COUNT, word_list, words_of
from ctdesk.store.sealing import Signer


def a_card(label: str = "مكتب بغداد", former: int = 0) -> KeyCard:
    key = Ed25519PrivateKey.generate()
    box = str(pyrage.x25519.Identity.generate().to_public())
    earlier = tuple(
        (os.urandom(4).hex(), Ed25519PrivateKey.generate().public_key().public_bytes_raw())
        for _ in range(former)
    )
    public = key.public_key().public_bytes_raw()
    card = KeyCard(os.urandom(4).hex(), label, public, box, earlier)
    return card.signed(Signer(key.private_bytes_raw()))


@pytest.mark.parametrize("former", [0, 2])
def test_a_card_is_read_as_it_was_written(former: int) -> None:
    card = a_card(former=former)
    assert KeyCard.from_text(card.to_text()) == card
    assert KeyCard.from_bytes(card.to_text().replace("\n", "\r\n").encode("utf-8-sig")) == card


@given(st.data())
def test_a_card_that_was_changed_anywhere_is_refused(data: st.DataObject) -> None:
    text = a_card(former=1).to_text()
    place = data.draw(st.integers(0, len(text) - 2))
    other = data.draw(st.characters(codec="utf-8").filter(lambda c: c != text[place]))
    changed = text[:place] + other + text[place + 1 :]
    try:
        found = KeyCard.from_text(changed)
    except BadInput:
        return
    # nothing that is signed was changed: an unused bit at the end of a base64 text
    assert found == KeyCard.from_text(text)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader_of_cards(text: str) -> None:
    with pytest.raises(BadInput):
        KeyCard.from_text(text)


def test_a_name_shows_as_it_is_written() -> None:
    assert tidy_label("  مكتب\u202e\nبغداد\x00 ") == "مكتب بغداد"
    assert len(tidy_label("م" * 500)) == 80


def test_both_desks_show_the_same_six_words_and_other_cards_others() -> None:
    one, other, third = a_card(), a_card(), a_card()
    words = words_of(one, other)
    assert words == words_of(other, one)
    assert len(words) == COUNT
    assert words != words_of(one, third)


def test_every_number_has_a_word_of_its_own_in_both_languages() -> None:
    words = word_list()
    assert 65536 % len(words) == 0
    assert len({word.ar for word in words}) == len({word.en for word in words}) == len(words)
