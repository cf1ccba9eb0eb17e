"""What can go wrong, said to a person: what happened, what was kept, what to do.

The sentences live in `resources/terms/errors*.toml` under `error.<code>`, in both languages, so
that the window and the command line say the same.
"""

from __future__ import annotations

from ctdesk.domain.terms import Language, terms


class TermKey(str):
    """A value of a sentence that is itself a term: shown in the sentence's language."""

    __slots__ = ()


class TermKeys(tuple[str, ...]):
    """Several terms as one value of a sentence, one after the other in its language."""

    __slots__ = ()


class CtdeskError(Exception):
    """A refusal with a code and the values its sentence names (`{path}`, `{line}`, ...)."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def message(self, language: Language) -> str:
        """One sentence or two in the user's language; no stack, no path of ours."""
        values = {name: _said(value, language) for name, value in self.values.items()}
        return terms()(f"error.{self.code}", language, **values)

    def __str__(self) -> str:
        return self.message("en")


def _said(value: object, language: Language) -> object:
    if isinstance(value, TermKeys):
        between = "، " if language == "ar" else ", "
        return between.join(terms()(key, language) for key in value)
    return terms()(value, language) if isinstance(value, TermKey) else value


class Refused(CtdeskError):
    """The act is against a rule of the desk (state, numbering, classification)."""


class BadInput(CtdeskError):
    """A file, query or value from outside can't be taken as it is."""


class StoreError(CtdeskError):
    """The desk's folder can't be opened, read or written."""


class AttachmentLostError(StoreError):
    """A kept file is missing or altered; what else the desk holds is not touched by it."""
