"""What sounds cost: one taken for another, one left out; how much each is worth.

Costs are between 0 and 1: nothing where two sounds are ways of writing one letter (q, k and g for
qaf), little where writers or dialects mix them (t and d in Turkish). The tables were set by hand
from how Arabic, Persian, Turkish and Kurdish names are written in Latin letters, then looked at
against the tuning half of the kit's pairs (tests/benchmarks/name_kit.py).
"""

from __future__ import annotations

# Two sounds and what it costs to take one for the other; any other two cost 1.
_PAIRS = (
    (0.0, "qk"), (0.05, "qg"), (0.25, "kg"), (0.1, "Xk"), (0.0, "Xh"), (0.25, "Xq"),
    (0.0, "Xx"), (0.1, "XH"), (0.25, "Xc"), (0.2, "GX"),
    (0.0, "Gg"), (0.2, "Gq"), (0.3, "Gk"), (0.25, "Gh"),
    (0.05, "jg"), (0.0, "jZ"), (0.1, "jc"), (0.0, "jK"),
       (0.0, "Sc"), (0.2, "Ss"), (0.2, "SK"), (0.1, "cZ"), (0.3, "ck"), (0.2, "cK"), (0.2, "cs"),
    (0.35, "SZ"),
    (0.05, "Tt"), (0.05, "Ts"), (0.2, "TD"), (0.3, "Tz"), (0.3, "Td"),
    (0.05, "Dd"), (0.05, "Dz"), (0.1, "DO"), (0.1, "DE"), (0.3, "Dt"), (0.3, "Ds"),
    (0.0, "Od"), (0.05, "Oz"), (0.05, "OE"), (0.35, "Ot"), (0.15, "OT"),
    (0.0, "Ez"), (0.1, "Ed"), (0.1, "ET"), (0.4, "Es"), (0.35, "Et"),
    (0.3, "td"), (0.25, "zs"), (0.25, "zZ"), (0.0, "sK"), (0.1, "kK"), (0.2, "xk"), (0.2, "xs"),
    (0.0, "xH"), (0.1, "xh"),
    (0.05, "pb"), (0.05, "fv"), (0.15, "bv"), (0.1, "vw"), (0.0, "vU"), (0.2, "uv"),
    (0.8, "mn"), (0.8, "lr"), (0.8, "ln"), (0.8, "nr"),
    (0.0, "hH"), (0.0, "hQ"), (0.2, "HQ"),
    (0.0, "wU"), (0.0, "uU"), (0.0, "oU"), (0.05, "uw"), (0.1, "ow"), (0.45, "aU"), (0.3, "eU"),
    (0.35, "iU"), (0.35, "LU"),
    (0.0, "yI"), (0.0, "iI"), (0.0, "LI"), (0.02, "eI"), (0.2, "aI"), (0.35, "uI"), (0.3, "oI"),
    (0.0, "iY"), (0.0, "yY"), (0.0, "LY"), (0.02, "eY"), (0.22, "aY"), (0.25, "oY"), (0.3, "uY"),
    (0.0, "aA"), (0.03, "eA"), (0.1, "oA"), (0.2, "LA"), (0.3, "iA"), (0.3, "uA"),
    (0.0, "a@"), (0.0, "e@"), (0.02, "i@"), (0.02, "o@"), (0.02, "u@"), (0.1, "L@"), (0.15, "y@"),
    (0.0, "a'"), (0.0, "e'"), (0.0, "i'"), (0.0, "o'"), (0.0, "u'"), (0.05, "L'"), (0.1, "'@"),
    (0.1, "'A"), (0.3, "'Q"),
    (0.0, "aQ"), (0.0, "eQ"), (0.05, "tQ"), (0.1, "iQ"), (0.15, "oQ"),
    (0.05, "ae"), (0.2, "ai"), (0.15, "ao"), (0.2, "au"), (0.05, "ei"), (0.2, "eo"), (0.2, "eu"),
    (0.25, "io"), (0.25, "iu"), (0.03, "uo"), (0.03, "iy"), (0.05, "iL"), (0.05, "eL"),
    (0.1, "aL"), (0.3, "oL"), (0.3, "uL"), (0.05, "yL"), (0.1, "ey"),
    (0.1, "@A"), (0.1, "IY"), (0.3, "AI"), (0.3, "AU"), (0.4, "UI"), (0.2, "AQ"), (0.15, "AY"),
    (0.2, "tT"), (0.0, "VU"), (0.05, "Vu"), (0.05, "Vw"), (0.05, "Vo"), (0.2, "Vv"),
    (0.0, "V'"), (0.0, "V@"), (0.35, "Va"), (0.35, "Vi"), (0.35, "Ve"), (0.4, "VI"),
)  # fmt: skip

VOWELS = frozenset("aeiou")
LEADING = 0.3
"""What a vowel that begins a word is worth: Arabic writes an alif or ayn for it."""
# What it costs to leave a sound out; strong consonants 1.
GAP = {
    "h": 0.3, "H": 0.55, "Q": 0.05, "'": 0.03, "@": 0.12, "A": 0.2, "U": 0.3, "I": 0.3, "Y": 0.15,
    "w": 0.35, "y": 0.3, "L": 0.2, "V": 0.2, "a": 0.1, "e": 0.1, "i": 0.15, "o": 0.15, "u": 0.15,
    "n": 0.8, "l": 0.9, "G": 0.8,
}  # fmt: skip
# A vowel beside an Arabic word, which doesn't write the short ones.
GAP_BESIDE_ARABIC = {
    **GAP,
    "a": 0.02,
    "e": 0.02,
    "i": 0.06,
    "o": 0.06,
    "u": 0.06,
    "L": 0.25,
    "V": 0.2,
    "A": 0.35,
}

VALUE = {
    "h": 0.6, "H": 0.8, "Q": 0.1, "'": 0.15, "@": 0.2, "A": 0.3, "U": 0.4, "I": 0.4, "Y": 0.3,
    "w": 0.5, "y": 0.4, "L": 0.3, "V": 0.3, "a": 0.2, "e": 0.15, "i": 0.2, "o": 0.2, "u": 0.2,
}  # fmt: skip
ARABIC_ONLY = frozenset("@AUIYQ'HOE")


def _costs() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for cost, pair in _PAIRS:
        one, other = pair[0], pair[1]
        for a, b in ((one, other), (other, one)):
            row = table.setdefault(a, {})
            row[b] = min(cost, row.get(b, 1.0))
    return table


SUBSTITUTION = _costs()

BETWEEN_CLASSES = 0.8
"""The least that one edit between coarse sounds costs: so an index may leave words out."""
CLASSES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("aeiouyw'@AUIYLVhH", ("",)),
    "q": ("k",), "d": ("t",), "z": ("s",), "S": ("s",), "p": ("b",),
    "T": ("t", "s"), "D": ("t", "s"), "O": ("t", "s"), "E": ("s", "t"), "g": ("k", "j"),
    "G": ("k", ""), "X": ("k", ""), "x": ("k", "s", ""), "v": ("f", "b", ""), "Z": ("j", "s"),
    "Q": ("", "t"), "c": ("s", "j", "k"), "K": ("s", "j", "k"),
}  # fmt: skip
