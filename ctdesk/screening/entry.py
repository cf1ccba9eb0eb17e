"""One listed person or group, as every list gives it and as the matcher takes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Script = Literal["latin", "arabic", "other"]
Quality = Literal["primary", "original", "good", "low"]
"""The list's own name; its original script; an alias of good, of low quality."""


@dataclass(frozen=True)
class ListedName:
    """A name of an entry, NFKC, blanks single."""

    text: str
    script: Script = "latin"
    quality: Quality = "primary"


@dataclass(frozen=True)
class Birth:
    """A date of birth as lists give it: exact, about, or between two.

    `start` and `end` are ISO days or years ("1967"), empty where not given; `text` is what the
    list says in words.
    """

    type: str = ""
    start: str = ""
    end: str = ""
    text: str = ""


@dataclass(frozen=True)
class Entry:
    """An entry of a list. `permanent_id` is its key within `list` (the UN's DATAID)."""

    list: str
    permanent_id: str
    reference: str = ""
    kind: Literal["person", "group"] = "person"
    names: tuple[ListedName, ...] = ()
    births: tuple[Birth, ...] = ()
    nationality: tuple[str, ...] = ()
    """ISO codes where they are known, else as written."""
    documents: tuple[str, ...] = ()
    designations: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    comments: str = ""
    narrative: str = ""
    regime: str = ""
    """The part of the list: the UN's UN_LIST_TYPE ("Al-Qaida", "Taliban")."""
    gender: str = ""
    listed_on: str = ""
    amended_on: tuple[str, ...] = ()
    basis: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What an entry is known by, whatever its reference or names become."""
        return self.list, self.permanent_id
