"""Screening: what registering costs, how quickly an archive is compared with the UN's list, and
with what changed between two lists only.

    python -m tests.benchmarks.bench_screening --kit DIR [--documents N]

`DIR` holds `sanctions/` with two or more lists of the UN and a `.jsonl` of texts (`text`):
`measure-only_arabic_news.jsonl` or `reports_en.jsonl`, repeated up to N documents.
"""

from __future__ import annotations

import argparse
import itertools
import json
import tempfile
import time
from pathlib import Path

from ctdesk.desk import Desk
from ctdesk.domain.records import Document
from tests.benchmarks.bench_lists import a_desk, take

_SOURCES = ("measure-only_arabic_news.jsonl", "reports_en.jsonl")


def texts_of(folder: Path) -> list[str]:
    path = next(folder / name for name in _SOURCES if (folder / name).exists())
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def imported(desk: Desk, path: Path) -> float:
    began = time.perf_counter()
    desk.intake.import_paths([path])
    return time.perf_counter() - began


def register_ms(desk: Desk, text: str, times: int = 50) -> float:
    document = Document(kind="report", direction="incoming", subject="s", text=text)
    began = time.perf_counter()
    for _ in range(times):
        desk.documents.register(document)
    return (time.perf_counter() - began) / times * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=1500)
    options = parser.parse_args()
    lists = sorted((options.kit / "sanctions").glob("un_consolidated_*.xml*"))
    texts = list(itertools.islice(itertools.cycle(texts_of(options.kit)), options.documents))
    words = sum(len(text.split()) for text in texts) / len(texts)
    with tempfile.TemporaryDirectory() as where:
        folder = Path(where)
        path = folder / "texts.jsonl"
        lines = (json.dumps({"kind": "report", "text": f"{t}\n{n}"}) for n, t in enumerate(texts))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        plain, desk = a_desk(folder / "plain"), a_desk(folder / "listed")
        take(desk, lists[-2])
        without, with_lists = imported(plain, path), imported(desk, path)
        print(f"{len(texts)} texts of {words:.0f} words; bulk import without lists {without:.1f} s,"
              f" with {with_lists:.1f} s ({with_lists / without:.2f} times)")  # fmt: skip
        one, other = register_ms(plain, texts[0]), register_ms(desk, texts[0])
        print(f"one document registered: {one:.1f} ms without lists, {other:.1f} ms with")
        began = time.perf_counter()
        desk.screening.find("x y")
        print(f"the matcher made: {time.perf_counter() - began:.2f} s")
        began = time.perf_counter()
        done = desk.screening.texts.catch_up()
        seconds = time.perf_counter() - began
        print(f"whole list: {done.documents / seconds:.0f} documents/s"
              f" ({seconds / done.documents * 1000:.1f} ms each), {done.matches} matches"
              f" ({done.matches / done.documents:.2f} a document)")  # fmt: skip
        take(desk, lists[-1])
        began = time.perf_counter()
        done = desk.screening.texts.catch_up()
        seconds = time.perf_counter() - began
        print(f"after a new list, what changed only: {done.documents / seconds:.0f} documents/s,"
              f" {done.matches} new matches")  # fmt: skip
        plain.close()
        desk.close()


if __name__ == "__main__":
    main()
