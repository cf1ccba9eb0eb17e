"""A question's tree -> one FTS5 expression, conditions on `entry`, and a range of keys.

What is said of words goes to MATCH, what is said of fields to SQL, dates to a range of `fts_key`,
so that most questions never leave FTS5. All that people typed is folded to letters and digits and
quoted before MATCH sees it; values are bound, never written into SQL.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from typing import NamedTuple

from ctdesk.search import syntax
from ctdesk.search.expand import Expander, Forms, tokens_of
from ctdesk.search.fields import PARTIES, Field, codes_of, field_named
from ctdesk.search.lexicon import Phrase
from ctdesk.search.plan import (
    ALL,
    NONE,
    Condition,
    Plan,
    Target,
    any_of,
    both,
    inverse,
    key_range,
)
from ctdesk.text.dates import Period, parse_period

# Columns of running text, where synonyms are looked for too ("" is every column).
_WIDE = ("", "subject", "summary", "body")
# Words beyond so many are looked for as they stand: a page pasted into the search field.
_MOST_WORDS = 40
# Forms of one word that are asked for when a long question is asked for word by word.
_FORMS_ALONE = 6
_SEPARATOR = re.compile(r"[\s/\-.:_\\]")


People = Callable[[str], Iterable[str]]
"""The uids of the officers that a name or a part of one means."""


class Sized(NamedTuple):
    """In how many records a word is, in any form (about), and the expression of it as typed."""

    records: int
    exact: str


class Compiler:
    """Walks one question's tree; keeps what marking, ranking and telling need on the way."""

    def __init__(self, expander: Expander, today: date, people: People | None = None) -> None:
        self._expander = expander
        self._today = today
        self._people = people or (lambda name: (name,))
        self.groups: list[Forms] = []
        self.targets: list[Target] = []
        self.notices: list[str] = []
        self._denied = 0

    def compile(self, tree: syntax.Node) -> Plan:
        """The plan of a tree; `groups`, `targets` and `notices` tell how it was read."""
        return self._visit(tree)

    def single_words(self) -> dict[str, Sized]:
        """Expressions of the question's words, each alone and in its most used forms (bm25 takes
        its time for every form), with their sizes."""
        found: dict[str, Sized] = {}
        for word in dict.fromkeys(token for group in self.groups for token in group.word.split()):
            forms = self._expander.expand(word)
            most = _any_of(forms.all()[:_FORMS_ALONE])
            found[f"({most})"] = Sized(sum(n for _, n in forms.df), _quoted((word,)))
        return found

    def _visit(self, node: syntax.Node) -> Plan:
        match node:
            case syntax.All():
                plan = self._all(node.parts)
            case syntax.Any():
                plan = any_of([self._visit(part) for part in _flat(node.parts, syntax.Any)])
            case syntax.Not():
                plan = self._not(node.part)
            case syntax.Prefer():
                plan, wish = self._visit(node.part), self._visit(node.wish)
                plan = any_of((plan, both(plan, wish))) if plan.match and wish.match else plan
            case syntax.Everything():
                plan = ALL
            case syntax.Nothing():
                plan = NONE
            case _:
                plan = self._leaf(node)
        return plan

    def _not(self, part: syntax.Node) -> Plan:
        self._denied += 1
        plan = self._visit(part)
        self._denied -= 1
        return inverse(plan)

    def _all(self, parts: Sequence[syntax.Node]) -> Plan:
        """Every part, where neighbours that make a known name are taken together.

        A part that folds to nothing (a lone dash) asks nothing and is passed over.
        """
        plan = ALL
        for run in self._named_runs(_flat(parts, syntax.All)):
            plan = both(plan, run if isinstance(run, Plan) else self._visit(run))
        return plan

    def _named_runs(self, parts: list[syntax.Node]) -> Iterator[Plan | syntax.Node]:
        i = 0
        while i < len(parts):
            for size in range(min(len(parts) - i, self._expander.lexicon.longest), 1, -1):
                run = parts[i : i + size]
                if (plan := self._name(run)) is not None:
                    yield plan
                    i += size
                    break
            else:
                yield parts[i]
                i += 1

    def _name(self, run: Sequence[syntax.Node]) -> Plan | None:
        """Neighbouring plain words that are one name with synonyms: all the words, or a synonym."""
        tokens: Phrase = ()
        for node in run:
            if not isinstance(node, syntax.Word) or node.exact or node.field:
                return None
            tokens += tokens_of(node.text)
        others = self._expander.name(tokens)
        if not others:
            return None
        words = reduce(both, (self._word(node) for node in run), ALL)  # type: ignore[arg-type]
        self._keep(Forms(" ".join(tokens), (), (), others), "")
        return any_of((words, replace(self._match(_any_of(others)), exact=words.exact)))

    def _leaf(self, node: syntax.Leaf) -> Plan:
        field = field_named(node.field) if node.field else None
        if field and field.sort != "text":
            return self._value(field, node)
        column = field.column if field else ""
        if len(self.groups) >= _MOST_WORDS and not isinstance(node, syntax.Range):
            return self._word(syntax.Word(node.text, exact=True), column)
        match node:
            case syntax.Word():
                plan = self._word(node, column)
            case syntax.Phrase():
                plan = self._phrase(node, column)
            case syntax.Pattern():
                plan = self._pattern(node, column)
            case syntax.Unfinished():
                plan = self._unfinished(node, column)
            case syntax.Fuzzy():
                plan = self._fuzzy(node, column)
            case syntax.Range():
                plan = self._word(syntax.Word(f"{node.low or ''} {node.high or ''}"), column)
        return plan

    def _fuzzy(self, node: syntax.Fuzzy, column: str) -> Plan:
        tokens = tokens_of(node.text)
        if len(tokens) != 1:
            return self._word(syntax.Word(node.text), column)
        return self._forms(self._expander.neighbours(tokens[0], node.distance), column)

    def _word(self, node: syntax.Word, column: str = "") -> Plan:
        tokens = tokens_of(node.text)
        if not tokens:
            return ALL
        if len(tokens) > 1:
            others = () if node.exact or column else self._expander.name(tokens)
            return self._forms(Forms(" ".join(tokens), (), (), (tokens, *others)), column, tokens)
        if node.exact:
            return self._forms(Forms(tokens[0], tokens), column)
        # Names of senders and numbers are found by their own words: a synonym would say more.
        return self._forms(self._expander.expand(tokens[0], synonyms=column in _WIDE), column)

    def _phrase(self, node: syntax.Phrase, column: str) -> Plan:
        tokens = tokens_of(node.text)
        if not tokens:
            return ALL
        if node.slop > 1 and len(tokens) > 1:
            self._keep(Forms(" ".join(tokens), tokens), column)
            near = " ".join(_quoted((token,)) for token in tokens)
            return self._match(f"NEAR({near}, {node.slop})", column)
        plan = self._forms(Forms(" ".join(tokens), (), (), (tokens,)), column, tokens)
        wider = self._expander.phrase_forms(tokens) if len(tokens) > 1 else [tokens]
        if wider == [tokens] or self._denied:
            return plan
        self.targets.append(Target(tuple(wider)))
        return replace(plan, loose=self._match(_any_of(wider), column).match)

    def _pattern(self, node: syntax.Pattern, column: str) -> Plan:
        *before, last = _pattern_parts(node.text)
        if not last.strip("*?"):
            return self._word(syntax.Word(node.text), column)
        if before or (last.endswith("*") and not set(last[:-1]) & set("*?")):
            tokens = (*before, last.rstrip("*"))
            self._keep(Forms(node.text, (), (), ()), column, prefix=tokens)
            return self._match(f"{_quoted(tokens)} *", column)
        forms = self._expander.matching(last)
        return self._forms(forms, column) if forms.exact else NONE

    def _unfinished(self, node: syntax.Unfinished, column: str) -> Plan:
        tokens = tokens_of(node.text)
        if len(tokens) != 1:
            return self._word(syntax.Word(node.text), column)
        forms = self._expander.beginning(tokens[0])
        return self._forms(forms, column) if forms else ALL

    def _forms(self, forms: Forms, column: str, exact: Phrase = ()) -> Plan:
        self._keep(forms, column)
        plan = self._match(_any_of(forms.all()), column)
        as_typed = [exact] if exact else [(form,) for form in forms.exact]
        return replace(plan, exact=self._match(_any_of(as_typed), column).match)

    def _match(self, expression: str, column: str = "") -> Plan:
        scoped = f"{{{column}}} : ({expression})" if column else f"({expression})"
        return Plan(match=scoped, exact=scoped, conjuncts=(scoped,))

    def _keep(self, forms: Forms, column: str, prefix: Phrase = ()) -> None:
        """Note a word for the answer; words denied, numbers and senders aren't marked in texts."""
        if self._denied:
            return
        if forms.all() or prefix:
            self.groups.append(forms)
        if column not in (*PARTIES, "number"):
            self.targets.append(Target(forms.all(), prefix))

    def _value(self, field: Field, node: syntax.Leaf) -> Plan:
        """A condition on a field of `entry`."""
        if field.sort in ("day", "year"):
            return self._when(field, node)
        codes: tuple[str, ...] = ()
        if field.name == "officer" and not isinstance(node, syntax.Range):
            codes = tuple(self._people(node.text))
        elif not isinstance(node, syntax.Range):
            codes = codes_of(field, node.text)
        if not codes and isinstance(node, syntax.Unfinished):
            return ALL
        if not codes:
            self.notices.append("search.notice.unknown_value")
            return NONE
        if field.sort == "codes":
            tests = " OR ".join(f"instr(' ' || e.{field.column} || ' ', ?)" for _ in codes)
            return _where(f"({tests})", *(f" {code} " for code in codes))
        marks = ", ".join("?" * len(codes))
        return _where(f"coalesce(e.{field.column}, '') IN ({marks})", *codes)

    def _when(self, field: Field, node: syntax.Leaf) -> Plan:
        period = self._period(node)
        if period is None and isinstance(node, syntax.Unfinished):
            return ALL
        if period is None:
            self.notices.append("search.notice.unknown_date")
            return NONE
        first, last = period
        if field.sort == "year":
            return _where("e.year BETWEEN ? AND ?", first.year, last.year)
        if field.name == "due":
            return _where("e.due BETWEEN ? AND ?", first.isoformat(), last.isoformat())
        return key_range(first, last)

    def _period(self, node: syntax.Leaf) -> Period | None:
        if isinstance(node, syntax.Range):
            return self._between(node)
        return parse_period(node.text, self._today)

    def _between(self, node: syntax.Range) -> Period | None:
        low = parse_period(node.low, self._today) if node.low else None
        high = parse_period(node.high, self._today) if node.high else None
        if (node.low and not low) or (node.high and not high):
            return None
        first = date.min if low is None else _after(low[1]) if node.above else low[0]
        last = date.max if high is None else _before(high[0]) if node.below else high[1]
        return first, last


def _after(day: date) -> date:
    return day if day == date.max else date.fromordinal(day.toordinal() + 1)


def _before(day: date) -> date:
    return day if day == date.min else date.fromordinal(day.toordinal() - 1)


def _flat(parts: Iterable[syntax.Node], kind: type[syntax.All | syntax.Any]) -> list[syntax.Node]:
    """Parts with groups of the same kind opened: a AND (b AND c) is a AND b AND c."""
    flat: list[syntax.Node] = []
    for part in parts:
        flat.extend(_flat(part.parts, kind) if isinstance(part, kind) else [part])
    return flat


def _where(sql: str, *values: object) -> Plan:
    return Plan(rows=(Condition(sql, values),))


def _pattern_parts(text: str) -> list[str]:
    """The folded tokens of a pattern, its signs kept: 4/7/12* -> 4, 7, 12*."""
    parts = [""]
    for run in re.findall(r"[*?\u061f]|[^*?\u061f]+", text):
        if run in "*?\u061f":
            parts[-1] += "*" if run == "*" else "?"
            continue
        tokens = tokens_of(run)
        if _SEPARATOR.match(run):
            parts.append("")
        for i, token in enumerate(tokens):
            parts += [""] if i else []
            parts[-1] += token
        if _SEPARATOR.match(run[-1]):
            parts.append("")
    return [part for part in parts if part] or [""]


def _quoted(tokens: Phrase) -> str:
    """Folded tokens as an FTS5 string; folded tokens hold no quote, but none is trusted to."""
    return '"' + " ".join(tokens).replace('"', '""') + '"'


def _any_of(phrases: Iterable[Phrase]) -> str:
    return " OR ".join(_quoted(phrase) for phrase in phrases) or '""'
