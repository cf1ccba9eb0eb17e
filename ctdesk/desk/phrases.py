"""Standing phrases of memos: as the program brings them, or as the division words them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import LANGUAGES, Language, terms

if TYPE_CHECKING:
    from ctdesk.desk.settings import SettingsBook

_CLOSED_KINDS = ("opinion_reports", "opinion_mou", "answer", "to_minister", "note_verbale")
CLOSINGS = tuple(f"closing.{kind}" for kind in _CLOSED_KINDS)
HONORIFICS = ("honorific.person", "honorific.mission", "honorific.note_verbale")
KEYS = (*CLOSINGS, *HONORIFICS)
"""Under `memo.` in the terms; each may be worded anew in either language."""


class Phrases:
    """Reads and changes the standing phrases."""

    def __init__(self, settings: SettingsBook) -> None:
        self._settings = settings

    def text(self, key: str, language: Language) -> str:
        """The phrase in force."""
        own = self._settings.all().phrases.get(f"{key}.{language}", "")
        return own or self.standard(key, language)

    def standard(self, key: str, language: Language) -> str:
        """The phrase that comes with the program."""
        known = f"memo.{key}"
        return terms()(known, language, party="{party}") if known in terms() else ""

    def change(self, worded: Mapping[tuple[str, Language], str]) -> None:
        """Word phrases anew; an empty text goes back to the program's own.

        BadInput for an honorific without the place of the name.
        """
        own = dict(self._settings.all().phrases)
        for (key, language), text in worded.items():
            text = text.strip()
            if key in HONORIFICS and text and "{party}" not in text:
                raise BadInput("honorific_without_name", phrase=text)
            name = f"{key}.{language}"
            own.pop(name, None)
            if text and text != self.standard(key, language):
                own[name] = text
        self._settings.change(phrases=own)

    def closing(self, kind: str) -> dict[str, str]:
        """The closing sentence of a memo kind, by language."""
        return {side: self.text(f"closing.{kind}", side) for side in LANGUAGES}

    def honoured(self, name: str, memo_kind: str, party_kind: str, language: Language) -> str:
        """A party's name as a memo addresses it."""
        key = "honorific.note_verbale" if memo_kind == "note_verbale" else f"honorific.{party_kind}"
        phrase = self.text(key, language)
        if not name or not phrase:
            return name
        around = [part.strip() for part in phrase.split("{party}")]
        if any(part and part in name for part in around):
            return name
        return phrase.replace("{party}", name)
