"""The question as typed, parsed by Whoosh into a tree of ours: the only room that knows Whoosh.

Of Whoosh 2.7.4 only the query language, the analysis interface and the fragmenter are used, never
its index. Its parser raises on about one hostile string in twenty: what can't be parsed is answered
as plain words, and the answer says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any as Anything
from typing import NamedTuple

from whoosh import analysis, highlight, qparser, query

from ctdesk.search import syntax
from ctdesk.search.fields import field_named
from ctdesk.text.dates import parse_period
from ctdesk.text.fold import fold

# A question longer than this is cut: nobody types it, and Whoosh's tagger is quadratic.
LONGEST = 1_000
# Groups and negations: more of them are no question, and the parsers' stacks are shallow.
DEEPEST = 40

_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_BLANKS = re.compile(r"\s")
_QUOTES = str.maketrans("«»“”„‟＂", '"' * 7)
_PUNCTUATION = str.maketrans({"،": " ", "؛": " ", ",": " ", ";": " "})
_FIELD = re.compile(r"(\w+)[ ]*[:：][ ]*")
_QUOTED = re.compile(r'("[^"]*")')
_BRACKET = re.compile(r"[\[{][^\]}]*[\]}]")
_LOOSE_ENDS = re.compile(
    r"^\s*(?:(?:AND|OR|و|أو|او)\s+)+|(?:\s+(?:AND|OR|NOT|و|أو|او|ليس))+\s*$|(?<=[^\s:])[?؟]+\s*$"
)
_COMPARED = re.compile(r"(\b[a-z]+:)([<>])(=?)(\"[^\"]*\"|[^\s()\[\]{}\"<>=]+)")
# Two ends of a span of days, if they turn out to be dates.
BETWEEN = re.compile(
    r"(?<!\w)(?:dated:)?(?:من|بين|from|between)[ ]+([^:\[\]{}()\"]{1,30}?)[ ]+"
    r"(?:إلى|الى|حتى|لغاية|و|to|until|and)[ ]+([^\s:\[\]{}()\"]+(?:[ ]+[^\s:\[\]{}()\"]+){0,3})",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_RANGE = r"""
    (?P<open>\{|\[)
    (?P<start>[^\]}]*?(?=(?<![^\s\[{])(?:to|TO|To|إلى|الى|الي|-)(?=[\s\]}])))?
    (?<![^\s\[{])(?:to|TO|To|إلى|الى|الي|-)(?=[\s\]}])
    (?P<end>[^\]}]+?)?
    (?P<close>\}|\])
"""


@dataclass(frozen=True)
class Question:
    """The tree of a question, and keys of what the officer should be told about its reading."""

    tree: syntax.Node
    notices: tuple[str, ...] = ()


def _parser() -> Anything:
    operators = qparser.OperatorsPlugin(
        And=r"(?<=\s)(?:AND|&&|و)(?=\s)",
        Or=r"(?<=\s)(?:OR|\|\||أو|او)(?=\s)",
        Not=r"(?:^|(?<=[\s()]))(?:(?:NOT|ليس)(?=\s)|-(?=[^\s\-]))",
    )
    return qparser.QueryParser(
        syntax.ANYWHERE,
        None,
        plugins=[
            qparser.FieldsPlugin(expr=r"(?P<text>[a-z]+):", remove_unknown=False),
            qparser.WildcardPlugin(),
            qparser.PhrasePlugin(),
            qparser.RangePlugin(expr=re.compile(_RANGE, re.VERBOSE)),
            qparser.FuzzyTermPlugin(),
            qparser.GroupPlugin(),
            operators,
            qparser.BoostPlugin(),
            qparser.EveryPlugin(),
        ],
    )


_PARSER = _parser()


def parse(text: str, today: date) -> Question:
    """The question's tree. Never raises: an unreadable question is a question of its words."""
    notices: list[str] = []
    if len(text) > LONGEST:
        text = text[:LONGEST]
        notices.append("search.notice.cut")
    plain = _BLANKS.sub(" ", _UNSAFE.sub("", text)).translate(_QUOTES)
    if not plain.strip():
        return Question(syntax.Everything(), tuple(notices))
    try:
        if plain.count("(") > DEEPEST or plain.count("NOT") + plain.count("ليس") > DEEPEST:
            raise ValueError("nested too deep")
        tree = _tree(_PARSER.parse(_prepared(plain, today), normalize=False))
    except Exception:  # noqa: BLE001 - Whoosh raises anything on hostile input; told in `notices`
        tree = syntax.Nothing()
    if not isinstance(tree, syntax.Nothing):
        return Question(tree, tuple(notices))
    notices.append("search.notice.as_words")
    return Question(as_words(plain), tuple(notices))


def as_words(text: str) -> syntax.Node:
    """Every word of the text, all of them wanted, no sign of it read as an operator."""
    found = re.findall(r"[^\s\"()\[\]{}]+", text)
    parts = tuple(syntax.Word(word) for word in found if fold(word))
    return syntax.All(parts) if parts else syntax.Everything()


def _prepared(text: str, today: date) -> str:
    """The text with field names made canonical, dates of several words quoted, and signs that are
    no part of the language taken out; what stands in quotes is left as it is."""
    pieces = _QUOTED.split(text)
    for i in range(0, len(pieces), 2):
        piece = pieces[i].translate(_PUNCTUATION)
        piece = _ranged(_FIELD.sub(_field_name, piece), today)
        pieces[i] = _COMPARED.sub(_open_range, _dates_quoted(piece, today))
    # A question mark that ends the question is punctuation, not a wildcard; an operator with
    # nothing on one side is one still being typed.
    return _LOOSE_ENDS.sub("", "".join(pieces))


def _field_name(match: re.Match[str]) -> str:
    field = field_named(match[1])
    # 10:30 or http://: no field of ours; a slash keeps the parts together as one reference.
    return f"{field.name}:" if field else f"{match[1]}/"


def _open_range(match: re.Match[str]) -> str:
    """dated:>2020 -> dated:{2020 to]; Whoosh's own plugin for it raises within brackets."""
    field, sign, same, value = match.groups()
    value = value.strip('"')
    if sign == ">":
        return f"{field}{'[' if same else '{'}{value} to]"
    return f"{field}[to {value}{']' if same else '}'}"


class Between(NamedTuple):
    """A run "from one date to another": both dates, and where in the text the last one ends."""

    first: str
    last: str
    end: int


def dates_between(match: re.Match[str], today: date) -> Between | None:
    """The two dates of a match of `BETWEEN`; None when they aren't dates."""
    if not (_DIGIT.search(match[1]) and parse_period(match[1], today)):
        return None
    for word in reversed(list(re.finditer(r"\S+", match[2]))):
        last = match[2][: word.end()]
        if _DIGIT.search(last) and parse_period(last, today):
            return Between(match[1], last, match.start(2) + word.end())
    return None


def _ranged(text: str, today: date) -> str:
    """من 1/3/2025 إلى 31/3/2025 -> dated:[1/3/2025 to 31/3/2025], where both are dates."""
    out: list[str] = []
    at = place = 0
    while found := BETWEEN.search(text, place):
        place = found.start() + 1
        if read := dates_between(found, today):
            out += [text[at : found.start()], f"dated:[{read.first} to {read.last}] "]
            at = place = read.end
    return "".join((*out, text[at:]))


def _dates_quoted(text: str, today: date) -> str:
    """dated:آذار 2025 -> dated:"آذار 2025": the longest run of words that is a date."""

    def quoted(match: re.Match[str]) -> str:
        tokens = re.findall(r"\S+", match[3])
        for count in range(min(len(tokens), 8), 1, -1):
            phrase = " ".join(tokens[:count])
            if not re.search(r'["\[\]{}()]', phrase) and parse_period(phrase, today):
                return f'{match[1]}{match[2]}"{phrase}" {" ".join(tokens[count:])}'
        return match[0]

    return re.sub(r"\b((?:dated|due|year):)([<>]=?|)([^\[{\"(][^:]*?)(?=\s\S+:|$)", quoted, text)


def _tree(node: Anything) -> syntax.Node:
    """Whoosh's query objects as ours; unknown ones are nothing."""
    tree: syntax.Node
    match node:
        case query.AndNot():
            tree = syntax.All((_tree(node.a), syntax.Not(_tree(node.b))))
        case query.AndMaybe():
            tree = syntax.Prefer(_tree(node.a), _tree(node.b))
        case query.Require():
            tree = syntax.All((_tree(node.a), _tree(node.b)))
        case query.And():
            tree = syntax.All(tuple(_trees(node.subqueries)))
        case query.Or():
            tree = syntax.Any(tuple(_trees(node.subqueries)))
        case query.Not():
            tree = syntax.Not(_tree(node.query))
        case query.Every():
            tree = syntax.Everything()
        case _:
            tree = _leaf(node)
    return tree


def _leaf(node: Anything) -> syntax.Node:
    field = getattr(node, "fieldname", None) or syntax.ANYWHERE
    leaf: syntax.Node
    match node:
        case query.Prefix():
            leaf = syntax.Pattern(f"{node.text}*", field)
        case query.Wildcard():
            every = set(node.text) == {"*"}
            leaf = syntax.Everything() if every else syntax.Pattern(node.text, field)
        case query.FuzzyTerm():
            leaf = syntax.Fuzzy(node.text, field, max(1, min(int(node.maxdist), 2)))
        case query.Term():
            leaf = _word(str(node.text), field)
        case query.Phrase():
            leaf = syntax.Phrase(" ".join(node.words), field, int(node.slop))
        case query.TermRange():
            low, high = _stripped(node.start), _stripped(node.end)
            leaf = syntax.Range(low, high, field, bool(node.startexcl), bool(node.endexcl))
        case _:
            leaf = syntax.Nothing()
    return leaf


def _trees(nodes: Sequence[Anything]) -> Iterator[syntax.Node]:
    return (_tree(node) for node in nodes if node is not None and node is not query.NullQuery)


def _word(text: str, field: str) -> syntax.Node:
    if text.startswith("=") and len(text) > 1:
        return syntax.Word(text.lstrip("="), field, exact=True)
    return syntax.Word(text, field)


def _stripped(text: str | None) -> str | None:
    return (text.strip().strip("'") or None) if text else None


def best_fragments(
    text: str, tokens: Sequence[tuple[int, int, str, bool]], width: int
) -> list[tuple[int, int]]:
    """Ranges of the text worth showing, best first, chosen by Whoosh's fragmenter and scorer.

    `tokens` are (start, end, form, is a hit); `width` is in characters.
    """
    surround = max(10, width // 3)
    fragmenter = highlight.PinpointFragmenter(maxchars=width, surround=surround, charlimit=None)
    hits = [
        analysis.Token(startchar=start, endchar=end, text=form, matched=True, boost=1.0)
        for start, end, form, matched in tokens
        if matched
    ]
    scorer = highlight.BasicFragmentScorer()
    scored = [(scorer(f), f.startchar, f.endchar) for f in fragmenter.fragment_matches(text, hits)]
    return [(start, end) for _, start, end in sorted(scored, key=lambda s: (-s[0], s[1]))]
