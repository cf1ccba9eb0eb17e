"""A question's tree -> one FTS5 expression, conditions on `entry`, and a range of keys.

What is said of words goes to MATCH, what is said of fields to SQL, dates to a range of `fts_key`,
so that most questions never leave FTS5. All that people typed is folded to letters and digits and
quoted before MATCH sees it; values are bound, never written into SQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from typing import NamedTuple

from ctdesk.search import syntax
from ctdesk.search.expand import Expander, Forms, tokens_of
from ctdesk.search.fields import PARTIES, field_named
from ctdesk.search.lexicon import Phrase
from ctdesk.search.pieces import any_phrase, flat, pattern_parts, quoted, servants_joined
from ctdesk.search.plan import (
    ALL,
    NONE,
    Plan,
    Target,
    any_of,
    both,
    inverse,
)
from ctdesk.search.values import People, Values

# Columns of running text, where synonyms are looked for too ("" is every column).
_WIDE = ("", "subject", "summary", "body")
# Words beyond so many are looked for as they stand: a page pasted into the search field.
_MOST_WORDS = 40
# Patterns and likenesses beyond so many are looked for by their letters: each reads many postings.
_MOST_PATTERNS = 6
# Of a pattern of one letter (after an article) only so many words are looked for, the most used.
_MOST_OF_A_LETTER = 80
# Forms of one word that are asked for when a long question is asked for word by word.
_FORMS_ALONE = 6


class Sized(NamedTuple):
    """In how many records a word is, in any form (about), and the expression of it as typed."""

    records: int
    exact: str


class Compiler:
    """Walks one question's tree; keeps what marking, ranking and telling need on the way."""

    def __init__(self, expander: Expander, today: date, people: People | None = None) -> None:
        self._expander = expander
        self.groups: list[Forms] = []
        self.targets: list[Target] = []
        self.notices: list[str] = []
        self._values = Values(today, people or (lambda name: (name,)), self.notices)
        self._denied = 0
        self._patterns = 0
        self._read: dict[tuple[syntax.Leaf, bool], Plan] = {}

    def compile(self, tree: syntax.Node) -> Plan:
        """The plan of a tree; `groups`, `targets` and `notices` tell how it was read."""
        return self._visit(tree)

    def single_words(self) -> dict[str, Sized]:
        """Expressions of the question's words, each alone and in its most used forms (bm25 takes
        its time for every form), with their sizes."""
        found: dict[str, Sized] = {}
        for word in dict.fromkeys(token for group in self.groups for token in group.word.split()):
            forms = self._expander.expand(word)
            most = any_phrase(forms.all()[:_FORMS_ALONE])
            found[f"({most})"] = Sized(sum(n for _, n in forms.df), quoted((word,)))
        return found

    def _visit(self, node: syntax.Node) -> Plan:
        match node:
            case syntax.All():
                plan = self._all(node.parts)
            case syntax.Any():
                plan = any_of([self._visit(part) for part in flat(node.parts, syntax.Any)])
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
        for run in self._named_runs(servants_joined(flat(parts, syntax.All))):
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
        return any_of((words, replace(self._match(any_phrase(others)), exact=words.exact)))

    def _leaf(self, node: syntax.Leaf) -> Plan:
        """The plan of a leaf; one that comes again is read once."""
        key = (node, self._denied > 0)
        if key not in self._read:
            self._read[key] = self._leaf_read(node)
        return self._read[key]

    def _leaf_read(self, node: syntax.Leaf) -> Plan:
        field = field_named(node.field) if node.field else None
        if field and field.sort != "text":
            return self._values.plan(field, node)
        column = field.column if field else ""
        if len(self.groups) >= _MOST_WORDS and not isinstance(node, syntax.Range):
            return self._word(syntax.Word(node.text, exact=True), column)
        if isinstance(node, syntax.Pattern | syntax.Fuzzy):
            self._patterns += 1
            if self._patterns > _MOST_PATTERNS:
                self.notices.append("search.notice.patterns")
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
            near = " ".join(quoted((token,)) for token in tokens)
            return self._match(f"NEAR({near}, {node.slop})", column)
        plan = self._forms(Forms(" ".join(tokens), (), (), (tokens,)), column, tokens)
        wider = self._expander.phrase_forms(tokens) if len(tokens) > 1 else [tokens]
        if wider == [tokens] or self._denied:
            return plan
        self.targets.append(Target(tuple(wider)))
        return replace(plan, loose=self._match(any_phrase(wider), column).match)

    def _pattern(self, node: syntax.Pattern, column: str) -> Plan:
        *before, last = pattern_parts(node.text)
        if not last.strip("*?"):
            return self._word(syntax.Word(node.text), column)
        if not before and len(last.strip("*?").removeprefix("ال")) < 2:
            forms = self._expander.matching(last)
            forms = replace(forms, exact=forms.exact[:_MOST_OF_A_LETTER],
                            df=forms.df[:_MOST_OF_A_LETTER])  # fmt: skip
            return self._forms(forms, column) if forms.exact else NONE
        if before or (last.endswith("*") and not set(last[:-1]) & set("*?")):
            tokens = (*before, last.rstrip("*"))
            self._keep(Forms(node.text, (), (), ()), column, prefix=tokens)
            return self._match(f"{quoted(tokens)} *", column)
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
        plan = self._match(any_phrase(forms.all()), column)
        as_typed = [exact] if exact else [(form,) for form in forms.exact]
        return replace(plan, exact=self._match(any_phrase(as_typed), column).match)

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
