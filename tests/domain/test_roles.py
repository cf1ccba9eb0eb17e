"""Who may do what."""

from __future__ import annotations

import pytest

from ctdesk.domain.errors import Refused
from ctdesk.domain.roles import RIGHTS, check_right, may
from ctdesk.domain.terms import LANGUAGES, terms


@pytest.mark.parametrize("right", RIGHTS)
def test_a_refusal_names_the_act_and_the_roles_that_may(right: str) -> None:
    holders = {code for code in terms().codes("role") if may(code, right)}
    assert holders == RIGHTS[right]
    for role in terms().codes("role"):
        if role in holders:
            check_right(role, right)
            continue
        with pytest.raises(Refused) as refused:
            check_right(role, right)
        for language in LANGUAGES:
            sentence = refused.value.message(language)
            assert terms()(f"right.{right}", language) in sentence
            for code in holders:
                assert terms().term("role", code).label(language) in sentence


def test_an_unknown_role_may_do_nothing() -> None:
    assert not any(may("visitor", right) for right in RIGHTS)
