"""The same documents and questions given to other engines: Whoosh's own index, and Recoll."""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from whoosh import analysis, fields, index, qparser

from ctdesk.text.fold import fold
from tests.benchmarks.questions import Questions
from tests.benchmarks.resampled import documents

_FIRST = 50


def whoosh_index(count: int, kit: Path | None, asked: Questions) -> None:
    """Whoosh's own index of the same folded words, on disk, not encrypted."""
    analyzer = analysis.SpaceSeparatedTokenizer()
    schema = fields.Schema(
        uid=fields.ID(stored=True, unique=True), body=fields.TEXT(analyzer=analyzer)
    )
    with tempfile.TemporaryDirectory() as folder:
        made = index.create_in(folder, schema)
        spent = _filled(made, count, kit)
        print(f"Whoosh's own index: build {count / spent:.0f} documents/s, folding not counted")
        _show("Whoosh add one", [_added(made, f"x{n}") for n in range(10)])
        with made.searcher() as searcher:
            parser = qparser.QueryParser("body", schema)

            def ask(question: str) -> object:
                return [hit["uid"] for hit in searcher.search(parser.parse(question), limit=_FIRST)]

            _answers("Whoosh", asked, ask)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"Whoosh memory of building and searching: {peak:.0f} MB at most", flush=True)


def _filled(made: Any, count: int, kit: Path | None) -> float:
    writer = made.writer(limitmb=256)
    spent = 0.0
    for card, texts in documents(count, kit):
        folded = fold(f"{texts.subject} {texts.body} {texts.sender} {texts.number}")
        started = time.perf_counter()
        writer.add_document(uid=card.uid, body=folded)
        spent += time.perf_counter() - started
    started = time.perf_counter()
    writer.commit()
    return spent + time.perf_counter() - started


def _added(made: Any, uid: str) -> float:
    started = time.perf_counter()
    writer = made.writer()
    writer.add_document(uid=uid, body="oil talks " * 150)
    writer.commit()
    return (time.perf_counter() - started) * 1000


def recoll(count: int, kit: Path | None, asked: Questions) -> None:
    """Recoll over the same documents as files of text, asked through its command line; each answer
    includes the start of a process."""
    if not (shutil.which("recollindex") and shutil.which("recollq")):
        print("Recoll is not installed: not measured", flush=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        texts_in, config = Path(folder, "texts"), Path(folder, "config")
        texts_in.mkdir()
        config.mkdir()
        (config / "recoll.conf").write_text(f"topdirs = {texts_in}\n", encoding="utf-8")
        for card, texts in documents(count, kit):
            (texts_in / f"{card.uid}.txt").write_text(texts.body, encoding="utf-8")
        started = time.perf_counter()
        subprocess.run(["recollindex", "-c", str(config)], check=True, capture_output=True)
        print(f"Recoll: build {count / (time.perf_counter() - started):.0f} documents/s")

        def ask(question: str) -> object:
            command = ["recollq", "-c", str(config), "-n", str(_FIRST), "-b", "-q", question]
            return subprocess.run(command, check=False, capture_output=True).stdout

        _answers("Recoll", asked, ask)


def _answers(name: str, asked: Questions, ask: Callable[[str], object]) -> None:
    for band, words in asked.bands.items():
        _show(f"{name} {band} word", _timed(ask, words))
    _show(f"{name} two words", _timed(ask, asked.pairs))
    _show(f"{name} phrase", _timed(ask, [f'"{phrase}"' for phrase in asked.phrases]))
    _show(f"{name} prefix*", _timed(ask, [f"{start}*" for start in asked.starts]))


def _timed(ask: Callable[[str], object], asked: list[str]) -> list[float]:
    times = []
    for turn in range(2):
        for question in asked:
            started = time.perf_counter()
            ask(question)
            if turn:
                times.append((time.perf_counter() - started) * 1000)
    return times


def _show(name: str, times: list[float]) -> None:
    if times:
        ordered = sorted(times)
        p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
        print(f"{name:34} {statistics.median(ordered):8.2f} {p95:8.2f}", flush=True)
