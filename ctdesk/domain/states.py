"""Which state follows which; everything else is refused (DESIGN.md section 3, States)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ctdesk.domain.errors import Refused, TermKey


@dataclass(frozen=True)
class StateMachine:
    """The life of a record kind: its first state and what may follow each."""

    vocabulary: str
    first: str
    follows: Mapping[str, tuple[str, ...]]
    needs_reason: frozenset[str] = field(default_factory=frozenset)
    reopens: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """Steps back that are allowed and recorded as a reopening."""
    undone_with_reason: frozenset[str] = field(default_factory=frozenset)
    """States that are left only with a reason."""

    def next_states(self, state: str) -> tuple[str, ...]:
        """The states that may follow `state`, in the order in which a menu shows them."""
        return self.follows.get(state, ())

    def wants_reason(self, before: str, after: str) -> bool:
        """Whether the step is taken only with a reason."""
        return after in self.needs_reason or before in self.undone_with_reason

    def check(self, before: str, after: str, reason: str = "") -> None:
        """Raise Refused unless the step is allowed and has the reason that it needs."""
        if after not in self.next_states(before):
            raise Refused("state_step", before=self._term(before), after=self._term(after))
        if self.wants_reason(before, after) and not reason.strip():
            raise Refused("reason_needed")

    def _term(self, state: str) -> TermKey:
        return TermKey(f"vocabulary.{self.vocabulary}.{state}")


DOCUMENT = StateMachine(
    vocabulary="document_state",
    first="registered",
    follows={
        "registered": ("assigned", "under_study", "answered", "noted", "filed", "void"),
        "assigned": ("under_study", "answered", "noted", "filed", "assigned", "void"),
        "under_study": ("answered", "noted", "assigned", "filed", "void"),
        "answered": ("filed", "under_study", "void"),
        "noted": ("filed", "under_study", "void"),
        "filed": ("under_study", "void"),
        "void": ("registered",),
    },
    needs_reason=frozenset({"void"}),
    reopens=frozenset(
        {
            ("answered", "under_study"),
            ("noted", "under_study"),
            ("filed", "under_study"),
            ("void", "registered"),
        }
    ),
    undone_with_reason=frozenset({"void"}),
)

OPINION = StateMachine(
    vocabulary="opinion_state",
    first="draft",
    follows={
        "draft": ("in_review", "void"),
        "in_review": ("returned", "approved", "void"),
        "returned": ("in_review", "void"),
        "approved": ("issued", "returned", "void"),
        "issued": ("superseded", "amended"),
        "amended": ("superseded",),
        "superseded": (),
        "void": (),
    },
    needs_reason=frozenset({"void"}),
)

ACTION = StateMachine(
    vocabulary="action_state",
    first="open",
    follows={
        "open": ("in_hand", "waiting", "done", "dropped"),
        "in_hand": ("waiting", "done", "dropped"),
        "waiting": ("in_hand", "done", "dropped"),
        "done": ("open",),
        "dropped": ("open",),
    },
    needs_reason=frozenset({"dropped"}),
    reopens=frozenset({("done", "open"), ("dropped", "open")}),
)

MOU = StateMachine(
    vocabulary="mou_stage",
    first="proposed",
    follows={
        "proposed": ("opinion_asked", "negotiating", "terminated"),
        "opinion_asked": ("negotiating", "initialled", "terminated"),
        "negotiating": ("opinion_asked", "initialled", "terminated"),
        "initialled": ("signed", "negotiating", "terminated"),
        "signed": ("ratification", "in_force", "terminated"),
        "ratification": ("in_force", "terminated"),
        "in_force": ("expired", "terminated"),
        "expired": (),
        "terminated": (),
    },
)

MATCH = StateMachine(
    vocabulary="match_state",
    first="candidate",
    follows={
        "candidate": ("excluded", "confirmed", "undecided"),
        "undecided": ("excluded", "confirmed"),
        "excluded": ("candidate",),
        "confirmed": ("candidate",),
    },
    needs_reason=frozenset({"excluded"}),
    reopens=frozenset({("excluded", "candidate"), ("confirmed", "candidate")}),
)

APPROVAL = StateMachine(
    vocabulary="approval_state",
    first="asked",
    follows={
        "asked": ("agreed", "refused", "withdrawn"),
        "agreed": ("withdrawn",),
        "refused": (),
        "withdrawn": (),
    },
    needs_reason=frozenset({"refused"}),
)


def machine_of(document_kind: str) -> StateMachine:
    """The life of a document of that kind: opinions have their own."""
    return OPINION if document_kind == "opinion" else DOCUMENT
