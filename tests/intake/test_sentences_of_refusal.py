from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import ctdesk.intake
from ctdesk.domain.resources import resource

ROOM = Path(ctdesk.intake.__file__).parent
CODE = re.compile(r'"((?:file|format|docx|eml|jsonl|zip|pdf)_[a-z0-9_]+)"')
SENTENCES = tomllib.loads(resource("terms", "errors_intake.toml").read_text(encoding="utf-8"))[
    "error"
]


def values_named(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_refusal_of_intake_has_its_sentence_and_no_sentence_is_left_over() -> None:
    modules = [module.read_text(encoding="utf-8") for module in ROOM.rglob("*.py")]
    used = {code for module in modules for code in CODE.findall(module)}
    assert used == set(SENTENCES)


def test_a_sentence_names_the_file_and_the_same_values_in_both_languages() -> None:
    for code, sentence in SENTENCES.items():
        assert values_named(sentence["ar"]) == values_named(sentence["en"])
        assert {"file", "line"} & values_named(sentence["ar"]) >= {"file"}
        assert code.startswith("jsonl_") == ("line" in values_named(sentence["ar"]))
