"""A hit in words, part by part, in either language: what the officer reads and the sheet prints."""

from __future__ import annotations

from ctdesk.domain.terms import Language, terms
from ctdesk.screening.hit import Hit, PartPair, Qualifier, Scored
from ctdesk.text.show import FSI, PDI

_COMMON, _RARE = 0.42, 0.75


def explained(hit: Hit | Scored, language: Language) -> list[str]:
    """Sentences: the score and the listed name; each part; what else was found; for and against.

    Names stand between isolates, so that either script keeps its order inside a sentence.
    """
    say = terms()
    percent = round(hit.score * 100)
    if isinstance(hit, Hit):
        quality = say(f"screening.name.quality.{hit.name.quality}", language)
        listed = _quoted(hit.name.text, language)
        lines = [
            say("screening.name.found", language, percent=percent, listed=listed, quality=quality)
        ]
    else:
        lines = [say("screening.name.score", language, percent=percent)]
    lines += [_part(part, language) for part in hit.parts]
    lines += [say(f"screening.name.finding.{finding}", language) for finding in hit.findings]
    if isinstance(hit, Hit):
        lines += [_qualifier(qualifier, language) for qualifier in hit.qualifiers]
    return lines


def _quoted(name: str, language: Language) -> str:
    marks = "«»" if language == "ar" else "“”"
    return f"{marks[0]}{FSI}{name}{PDI}{marks[1]}"


def _part(part: PartPair, language: Language) -> str:
    say = terms()
    return say(
        f"screening.name.part.{part.how}",
        language,
        asked=_quoted(part.asked, language),
        listed=_quoted(part.listed, language),
        percent=round(part.likeness * 100),
        rarity=_rarity(part.weight, language),
    )


def _rarity(weight: float, language: Language) -> str:
    if _COMMON <= weight < _RARE:
        return ""
    rarity = "common" if weight < _COMMON else "rare"
    return terms()(f"screening.name.rarity.{rarity}", language)


def _nations(codes: str, language: Language) -> str:
    """Countries by their names; what is no code stays as it was given."""
    known = terms().codes("country")
    between = "، " if language == "ar" else ", "
    return between.join(
        terms().term("country", code).label(language) if code in known else f"{FSI}{code}{PDI}"
        for code in codes.split(", ")
    )


def _qualifier(qualifier: Qualifier, language: Language) -> str:
    say = terms()
    asked, listed = qualifier.asked, qualifier.listed
    if qualifier.about == "kind":
        asked = say(f"screening.kind.{asked}", language)
        listed = say(f"screening.kind.{listed}", language)
    elif qualifier.about == "nationality":
        asked, listed = _nations(asked, language), _nations(listed, language)
    else:
        asked, listed = f"{FSI}{asked}{PDI}", f"{FSI}{listed}{PDI}"
    side = "for" if qualifier.agrees else "against"
    return say(
        f"screening.name.qualifier.{side}.{qualifier.about}",
        language,
        asked=asked,
        listed=listed,
    )
