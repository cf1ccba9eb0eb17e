"""Every phrase of the window is there in Arabic, and the sources say nothing that is not."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import pytest

from ctdesk.domain.resources import translation

_PLACEHOLDER = re.compile(r"\{\d\}|%n")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_SAME_IN_BOTH = {"{0} ({1} KB)"}


def messages(path: Path) -> dict[tuple[str, str], ElementTree.Element]:
    root = ElementTree.parse(path).getroot()
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message
        for context in root.findall("context")
        for message in context.findall("message")
    }


def twice(path: Path) -> list[tuple[str, str]]:
    """Phrases that stand more than once in the same context of a file."""
    keys = [
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ElementTree.parse(path).getroot().findall("context")
        for message in context.findall("message")
    ]
    return [key for key, count in Counter(keys).items() if count > 1]


def forms(message: ElementTree.Element) -> list[str]:
    found = message.find("translation")
    assert found is not None
    return [f.text or "" for f in found.findall("numerusform")] or [found.text or ""]


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], ElementTree.Element]:
    """What the sources of the window say, read by Qt's own tool."""
    path = tmp_path_factory.mktemp("ts") / "now.ts"
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    sources = Path(__file__).parents[2] / "ctdesk" / "ui"
    subprocess.run(
        [lupdate, "-extensions", "py", str(sources), "-ts", str(path)],
        check=True,
        capture_output=True,
    )
    return messages(path)


def test_the_arabic_file_holds_exactly_what_the_window_says(
    spoken: dict[tuple[str, str], ElementTree.Element],
) -> None:
    known = messages(translation("ctdesk_ar.ts"))
    assert set(spoken) - set(known) == set()
    assert set(known) - set(spoken) == set()


def test_the_english_file_holds_every_plural(
    spoken: dict[tuple[str, str], ElementTree.Element],
) -> None:
    plurals = {key for key, message in spoken.items() if message.get("numerus")}
    assert set(messages(translation("ctdesk_en.ts"))) == plurals


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_phrase_is_translated_twice_in_one_context(language: str) -> None:
    assert twice(translation(f"ctdesk_{language}.ts")) == []


@pytest.mark.parametrize(("language", "plural_forms"), [("ar", 6), ("en", 2)])
def test_nothing_is_unfinished_and_every_plural_has_its_forms(
    language: str, plural_forms: int
) -> None:
    for key, message in messages(translation(f"ctdesk_{language}.ts")).items():
        found = message.find("translation")
        assert found is not None
        assert found.get("type") is None, key
        assert all(form.strip() for form in forms(message)), key
        if message.get("numerus"):
            assert len(forms(message)) == plural_forms, key


def test_arabic_keeps_the_placeholders_and_is_arabic() -> None:
    for (_, source), message in messages(translation("ctdesk_ar.ts")).items():
        wanted = set(_PLACEHOLDER.findall(source))
        for form in forms(message):
            assert set(_PLACEHOLDER.findall(form)) <= wanted, source
            assert _ARABIC.search(form) or source == "{0} of {1}" or source in _SAME_IN_BOTH, source
        if not message.get("numerus"):
            assert set(_PLACEHOLDER.findall(forms(message)[0])) == wanted, source
