"""Mentions of resolutions of the United Nations, in English and Arabic.

"S/RES/2379 (2017)", "resolutions 1267 (1999) and 1989 (2011)", "UNSCR 1373", "القرار 2379 (2017)",
"قرار مجلس الأمن ذو الرقم 2379". A resolution of another body, with neither year nor the Council's
name, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctdesk.text.mention import Mention, Plain

_SYMBOL = re.compile(r"\b[SA]/RES/(?P<number>\d{1,4}(?:/\d{1,4})?)(?: ?\((?P<year>\d{4})\))?")
_YEAR = r"(?: ?\((?P<year>(?:19|20)\d\d)\))"
_ENGLISH = re.compile(
    r"\b(?i:(?P<council>UNSC(?:R|Rs)|UNSC Res(?:olution)?s?\.?|SCRs?"
    r"|(?:UN )?security council(?:'s)? resolutions?)|resolutions?)(?: (?i:nos?\.?|numbers?))? ?"
    rf"(?P<number>(?:\d{{1,3}}/)?\d{{1,4}})\b(?![/.]\d){_YEAR}?"
)
_ARABIC = re.compile(
    r"\b(?:[ولبفك]{0,2}(?:ال)?قرار(?:ات|ين|ي|ا|ه)?)(?P<council>(?: الصادره?)?(?: عن)? مجلس الامن"
    r"(?: الدولي)?(?: التابع للامم المتحده)?)?"
    r"(?: (?:ال|ذو ال|ذي ال|ذوات ال|ذات ال|ب|ب?ال)?(?:مرقم(?:ه|ين)?|رقم|عدد|ارقام))?[: (]{0,3}"
    rf"(?P<number>\d{{1,4}})\b(?![/.]\d)\)?{_YEAR}?(?! لسنه)"
)
_MORE = re.compile(
    rf"(?P<gap> ?(?:,|;)? ?(?:and|or|و)? ?\(?)(?P<number>\d{{1,4}})\b(?![/.]\d)\)?{_YEAR}?"
)


def resolution_mentions(plain: Plain) -> Iterator[Mention]:
    """Mentions in the order of the text for each way of writing, at places of the plain text."""
    text = plain.text
    for found in _SYMBOL.finditer(text):
        yield _mention(found, found.start())
    if "esol" not in text and "SC" not in text and "ESOL" not in text and "قرار" not in text:
        return
    for pattern in (_ENGLISH, _ARABIC):
        for found in pattern.finditer(text):
            whole = bool(found["council"])
            if not whole and not found["year"]:
                continue
            yield _mention(found, found.start())
            yield from _more(text, found.end(), whole)


def _more(text: str, end: int, whole: bool) -> Iterator[Mention]:
    """Those of the same list: "… and 1989 (2011)"; with years alone where no Council is."""
    while (found := _MORE.match(text, end)) and found["gap"].strip(" ("):
        if not found["year"] and (not whole or len(found["number"]) < 3):
            return
        yield _mention(found, found.start("number"))
        end = found.end()


def _mention(found: re.Match[str], start: int) -> Mention:
    number = "/".join(part.lstrip("0") for part in found["number"].split("/"))
    return Mention(start, found.end(), "", number, date=found["year"] or "", kind="resolution")
