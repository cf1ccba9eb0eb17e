from __future__ import annotations

import pytest

from ctdesk.text.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Ministry of Foreign Affairs", "en"),
        ("وزارة الخارجية", "ar"),
        ("UNSC أصدر المجلس قراره المرقم S/RES/2379", "ar"),
        ("The word داعش stands for a group.", "en"),
        ("Le ministère a réitéré sa position", "en"),
        ("12/5/2026", "ar"),
        ("", "ar"),
    ],
)
def test_a_text_has_the_language_of_most_of_its_letters(text: str, language: str) -> None:
    assert language_of(text) == language
