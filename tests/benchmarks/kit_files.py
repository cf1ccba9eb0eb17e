"""Every file of a folder through the confined reader: read or refused, how long, how much memory.

    python -m tests.benchmarks.kit_files --kit DIR [--truth FILE]

`DIR` holds `files/`; the texts of `files/made`, `files/txt` and `files/rtf` are compared with
`files/txt/report_ar_utf8.txt` (character errors of the text with single blanks), and that of a PDF
with the `NAME-sorted.txt` beside it.
"""

from __future__ import annotations

import argparse
import re
import time
import unicodedata
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from ctdesk.domain.errors import BadInput
from ctdesk.intake.isolation import IsolatedReader

_TRUTH = ("made", "txt", "rtf")
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_LIMIT_MB = 512


def peak_of(pid: int) -> float:
    """The most memory that a process ever had in use, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s*(\d+)", status)
    return int(found.group(1)) / 1024 if found else 0.0


def errors(text: str, truth: str) -> float:
    """Character errors a character of the truth, blanks and line ends as one blank."""
    a, b = (" ".join(unicodedata.normalize("NFC", each).split()) for each in (text, truth))
    return Levenshtein.distance(a, b) / max(len(b), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, required=True)
    folder = parser.parse_args().kit / "files"
    truth = (folder / "txt" / "report_ar_utf8.txt").read_text(encoding="utf-8")
    read = refused = 0
    worst_seconds = worst_memory = 0.0
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "index.tsv"):
        with IsolatedReader() as reader:
            began = time.perf_counter()
            try:
                drafts = reader.read(path)
                said = described(path, drafts, truth)
                read += 1
            except BadInput as refusal:
                said = f"REFUSED {refusal.code}"
                refused += 1
            seconds = time.perf_counter() - began
            process = reader._process
            memory = peak_of(process.pid) if process and process.poll() is None else 0.0
        worst_seconds, worst_memory = max(worst_seconds, seconds), max(worst_memory, memory)
        print(f"{path.relative_to(folder)!s:46} {seconds:5.2f} s {memory:5.0f} MB  {said}")
    print(f"{read} read, {refused} refused; worst {worst_seconds:.1f} s, {worst_memory:.0f} MB"
          f" (limit {_LIMIT_MB})")  # fmt: skip


def described(path: Path, drafts: list, truth: str) -> str:  # type: ignore[type-arg]
    """What came of a file, in one line."""
    texts = [str(draft.fields.get("text", "")) for draft in drafts]
    text = "\n".join(texts)
    parts = [f"{len(text):7} characters"]
    beside = path.with_name(f"{path.name}-sorted.txt")
    if beside.exists():
        parts.append(f"CER {errors(text, beside.read_text(encoding='utf-8')):.3f}")
    elif (path.parent.name in _TRUTH and "report" in path.name) or path.parent.name == "rtf":
        parts.append(f"CER {errors(text, truth):.3f}")
    if _FORMS.search(text):
        parts.append("PRESENTATION FORMS")
    notes = [note.code for draft in drafts for note in draft.notes]
    files = [file.name for draft in drafts for file in draft.attachments]
    parts += [f"notes {notes}"] if notes else []
    parts += [f"attached {files}"] if files else []
    parts += [f"{len(drafts)} documents"] if len(drafts) != 1 else []
    return "  ".join(parts)


if __name__ == "__main__":
    main()
