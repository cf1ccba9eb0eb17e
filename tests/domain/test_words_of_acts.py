"""Every act that the desk records has its word in the history, in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import ctdesk
from ctdesk.desk.history_telling import UNTOLD
from ctdesk.domain.terms import terms

_METHODS = ("act", "note", "seal")


def calls() -> Iterator[tuple[str, str, list[str]]]:
    """Method, name of the act and keys of each call that records one under a written name."""
    for path in Path(ctdesk.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            first = node.args[0] if node.args else None
            owner = ast.unparse(node.func.value)
            recorded = node.func.attr in _METHODS and path.parts[-2] != "ui"
            if not recorded or "." + owner.rpartition(".")[2] not in _OWNERS:
                continue
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                keys = [keyword.arg for keyword in node.keywords if keyword.arg]
                yield node.func.attr, first.value, keys


_OWNERS = (".act", ".writing", "._session", ".session", ".store", "._store", "._log", ".log")


def test_every_recorded_act_has_its_word() -> None:
    known = terms()
    missing = {name for _, name, _ in calls() if f"act.{name}" not in known}
    assert not missing, "add a word under [act] for these"


def test_what_is_noted_with_an_act_has_its_label() -> None:
    known = terms()
    noted = {key for method, _, keys in calls() if method in ("note", "seal") for key in keys}
    assert noted, "the calls are found"
    missing = {key for key in noted if key not in UNTOLD and f"detail.{key}" not in known}
    assert not missing, "add a label under [detail], or count the key among UNTOLD"
