"""Countries as lists write them, and their ISO codes."""

from __future__ import annotations

from functools import cache

from ctdesk.domain.terms import terms
from ctdesk.text.fold import fold

# Names of the UN's own use, beside those of `resources/terms/countries.toml`.
_OFFICIAL = {
    "Democratic People's Republic of Korea": "KP",
    "Republic of Korea": "KR",
    "Russian Federation": "RU",
    "United Kingdom of Great Britain and Northern Ireland": "GB",
    "Syrian Arab Republic": "SY",
    "United States of America": "US",
    "Iran (Islamic Republic of)": "IR",
    "United Republic of Tanzania": "TZ",
    "Turkey": "TR",
    "Democratic Republic of the Congo": "CD",
    "Libyan Arab Jamahiriya": "LY",
    "State of Palestine": "PS",
    "Venezuela (Bolivarian Republic of)": "VE",
    "Bolivia (Plurinational State of)": "BO",
    "Lao People's Democratic Republic": "LA",
    "Viet Nam": "VN",
    "Republic of Moldova": "MD",
    "Czech Republic": "CZ",
    "The former Yugoslav Republic of Macedonia": "MK",
    "Brunei Darussalam": "BN",
    "جمهورية العراق": "IQ",
    "عراقي": "IQ",
    "عراقية": "IQ",
    "الجمهورية العربية السورية": "SY",
    "سوري": "SY",
    "الجمهورية الإسلامية الإيرانية": "IR",
    "المملكة العربية السعودية": "SA",
}


@cache
def _codes() -> dict[str, str]:
    known = {fold(name): code for name, code in _OFFICIAL.items()}
    for term in terms().vocabulary("country"):
        for name in (term.ar, term.en, term.code):
            known.setdefault(fold(name), term.code)
    return known


def iso_of(text: str) -> str:
    """The ISO 3166-1 code of a country as a list writes it; "" where it isn't known."""
    return _codes().get(fold(text), "")
