"""A subject for a document that has none: its subject line, else its first sentence that tells."""

from __future__ import annotations

import re

from ctdesk.intake.draft import Proposal
from ctdesk.text.sentences import first_sentence, sentences, shortened

LONGEST = 120
"""Characters of a subject taken from a sentence."""
LONGEST_LINE = 250
"""Characters of a subject that the document itself calls so."""
_HEAD = 4_000
_INLINE_HEAD = 600

_LINE = re.compile(
    r"^[ \t*]*(?:(?:ال)?موضوع[ \t]*[:/]|م[ \t]*/|(?:SUBJECT|Subject|Subj|SUBJ)[ \t]*[:.])"
    r"[ \t]*(.+)$",
    re.MULTILINE,
)
_AFTER = re.compile(r"\.?\s+(?:Ref|REF|Refs|Reference)[s]?\s*[:.].*")
_INLINE = re.compile(r"(?:^|[.:] |\n)\s*(?:SUBJECT|Subject|Subj|SUBJ)[ \t]*:[ \t]*")
_NUMBERS = re.compile(r"(?:(?:[A-Z][a-z]+ )?[A-Z]?[-–]?\(?[0-9٠-٩]{1,6}[.)\-–]+\s+)+")
_ADDRESSED = re.compile(r"(?:From|For|Personal for|Eyes only for)\b[^.:]{1,60}:\s+")
_OPENING = re.compile(
    r"(?:إشارة|إشارةً|بالإشارة|إلحاقا|إلحاقاً|عطفا|عطفاً|استنادا|استناداً)\b.{0,200}?"
    r"(?:نود|يسرنا|نرجو|تود|يرجى|نرفق)\s+"
    r"(?:إعلامكم|إحاطتكم علماً|إحاطتكم علما|إحاطتكم|أن نعلمكم|أن نعلم|العلم|بيان)"
    r"\s*(?:بأنه|بأن|أن|ان)?\s*"
)
_ROUTING = re.compile(
    r"(?:from|for|to|refs?|reference|references|re|eyes only|pass|dept|department|rptd|repeated"
    r"|info|personal|part|section|joint|noforn|exdis|limdis|nodis|secret|top secret"
    r"|confidential|unclassified"
    r"|restricted|limited official use|telegram|state department telegram|department of state"
    r"|subject|copy|no distribution|priority|immediate|\S*tels?)\b",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(r"\w+ (?:for|pass) ")
_MOST_PASSED_ON_WORDS = 6
_BARE_REFERENCE = re.compile(r"(?:[\w’'().&-]+[ ,;]*){1,4}[0-9][0-9A-Z, ]*\.?")
_BRACKETED = re.compile(r"\[.*\]?")
_LETTERHEAD = re.compile(
    r"(?:جمهورية|وزارة|سفارة|قنصلية|القنصلية|الممثلية|ممثلية|البعثة|دائرة|قسم|مكتب|شعبة|العدد|الرقم"
    r"|التاريخ|الموافق|إلى|الى|السيد|السادة|تحية|السلام عليكم|بسم الله|درجة|سري|عاجل|محدود التداول"
    r"|نسخة منه|المرفقات|المرافقات|الموضوع)(?!\w)"
)
_MOST_ROUTING_WORDS = 12
_FEWEST_LETTERS = 12
_FEWEST_WORDS_OF_A_LINE = 5
"""A line without a full stop that has fewer is a heading or a place, not yet a subject."""
_FULL_STOPS = (".", "؟", "?", "!")


def proposed_subject(text: str) -> Proposal | None:
    """The subject line, else the first telling sentence in at most 120 characters, no word cut."""
    subject, where = subject_line(text)
    if not subject:
        subject, where = telling_sentence(text)
    return Proposal("subject", subject, where) if subject else None


def subject_line(text: str) -> tuple[str, str]:
    """The subject that the document itself names and the words it was read in; ("", "") if none."""
    found = _LINE.search(text[:_HEAD])
    if found:
        return _title(found.group(1)), found.group().strip()
    found = _INLINE.search(text[:_INLINE_HEAD])
    if found:
        rest = next(sentences(text[found.end() : found.end() + LONGEST_LINE * 2]), "")
        subject = _title(rest)
        return subject, f"{found.group().strip(' .:')}: {subject}"
    return "", ""


def telling_sentence(text: str) -> tuple[str, str]:
    """The first sentence that says what the document is about, and its words; ("", "") if none.

    Telegram numbers, routing ("From Murray to Creel."), references and letterheads are passed
    over; where nothing else is left, they serve.
    """
    head = text[:_HEAD]
    for sentence in sentences(head):
        told = _without_opening(sentence)
        if _tells(told):
            return _as_subject(told), shortened(sentence, LONGEST)
    last_resort = first_sentence(head, LONGEST)
    return _as_subject(last_resort), last_resort


def _without_opening(sentence: str) -> str:
    for opening in (_NUMBERS, _ADDRESSED, _OPENING):
        found = opening.match(sentence)
        sentence = sentence[found.end() :] if found else sentence
    return sentence


def _tells(sentence: str) -> bool:
    if sum(map(str.isalpha, sentence)) < _FEWEST_LETTERS or _BRACKETED.fullmatch(sentence):
        return False
    words = len(sentence.split())
    if words <= _MOST_ROUTING_WORDS and _ROUTING.match(sentence):
        return False
    if words <= _MOST_PASSED_ON_WORDS and _PASSED_ON.match(sentence):
        return False
    if _BARE_REFERENCE.fullmatch(sentence[:80]):
        return False
    if sentence.endswith(_FULL_STOPS) and not sentence.endswith(("..", "…")):
        return True
    return words >= _FEWEST_WORDS_OF_A_LINE and not _is_letterhead(sentence, words)


def _is_letterhead(line: str, words: int) -> bool:
    return words <= _MOST_ROUTING_WORDS and _LETTERHEAD.match(line) is not None


def _as_subject(sentence: str) -> str:
    """A sentence as a title: short enough, without its full stop."""
    return _unstopped(shortened(_unmarked(sentence), LONGEST))


def _title(line: str) -> str:
    """A subject line without what follows it on the same line."""
    return _unstopped(shortened(_unmarked(_AFTER.sub("", line)), LONGEST_LINE))


def _unstopped(line: str) -> str:
    return line[:-1] if line.endswith(".") and not line.endswith("..") else line


def _unmarked(text: str) -> str:
    return re.sub("[\u200e\u200f\u061c]", "", text).strip(' \t*/:-–—"“”')
