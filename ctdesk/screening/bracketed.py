"""Names with a remark in brackets: "ASIA TRADING COMPANY (ATC)", "Jamil (also Jamal)".

Lists put acronyms, other spellings and whole sentences there. A name is compared with its brackets
and without them; an acronym is a name of its own too.
"""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_ACRONYM = re.compile(r"[A-Z][A-Z.&-]{2,7}")
_SENTENCE = 4
"""From so many words on what stands in brackets is no part of a name."""


def forms_of_name(name: str) -> list[str]:
    """The name as it may be meant, the likeliest first.

    What is left out is blank, so that every form has the name's own places.
    """
    brackets = list(_BRACKETS.finditer(name))
    if not brackets:
        return [name]
    outside = _blanked(name, brackets)
    forms = [outside] if outside.strip() else []
    if all(len(each[1].split()) < _SENTENCE for each in brackets):
        forms.append(name)
    for each in brackets:
        inside = each[1].strip()
        if _ACRONYM.fullmatch(inside):
            forms.append(" " * each.start(1) + each[1] + " " * (len(name) - each.end(1)))
    return forms or [name]


def _blanked(name: str, brackets: list[re.Match[str]]) -> str:
    for each in brackets:
        name = name[: each.start()] + " " * (each.end() - each.start()) + name[each.end() :]
    return name
