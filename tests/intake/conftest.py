"""Builders of the files that arrive: Word packages, mails, report lines."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ctdesk.intake.isolation import IsolatedReader

DATA = Path(__file__).parents[1] / "data" / "files"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(scope="session")
def data() -> Path:
    return DATA


@pytest.fixture(scope="session")
def a_package() -> Callable[[dict[str, str]], bytes]:
    """A zip of the parts given by name."""

    def build(parts: dict[str, str]) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return file.getvalue()

    return build


@pytest.fixture(scope="session")
def a_docx(a_package: Callable[[dict[str, str]], bytes]) -> Callable[..., bytes]:
    """A Word document of the body XML given, and further parts by name."""

    def build(body: str, parts: dict[str, str] | None = None) -> bytes:
        document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
        more = {name: xml.replace("<w:", "<w:", 1) for name, xml in (parts or {}).items()}
        return a_package({"word/document.xml": document, **more})

    return build


@pytest.fixture
def a_jsonl(tmp_path: Path) -> Callable[..., Path]:
    """A `.jsonl` of the reports given: a dict is a report, text or bytes a raw line."""

    def build(*lines: dict[str, object] | str | bytes) -> Path:
        path = tmp_path / "reports.jsonl"
        path.write_bytes(b"".join(_line(line) + b"\n" for line in lines))
        return path

    return build


def _line(line: dict[str, object] | str | bytes) -> bytes:
    if isinstance(line, bytes):
        return line
    text = line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
    return text.encode("utf-8")


@pytest.fixture(scope="module")
def reader() -> Iterator[IsolatedReader]:
    with IsolatedReader() as isolated:
        yield isolated
