"""Looks for words in files, in open files and in the memory of a process (Linux)."""

from __future__ import annotations

import contextlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_STEP = 8 << 20


def forms(word: str) -> list[bytes]:
    """A word as bytes may hold it: UTF-8, and the two orders of UTF-16."""
    return [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]


class Wanted:
    """Words that are looked for, each under a name that may be printed."""

    def __init__(self, named: Mapping[str, Iterable[bytes]]) -> None:
        self._names = {form: name for name, found in named.items() for form in found}
        self._pattern = re.compile(b"|".join(re.escape(form) for form in self._names))
        self._longest = max(map(len, self._names))

    def count(self, pieces: Iterable[bytes]) -> Counter[str]:
        """How often each name is found in a stream of pieces that lie side by side."""
        found: Counter[str] = Counter()
        tail = b""
        for piece in pieces:
            data = tail + piece
            # what ends in the tail was counted with the piece before
            for hit in self._pattern.finditer(data):
                if hit.end() > len(tail):
                    found[self._names[hit.group()]] += 1
            tail = data[-(self._longest - 1) :]
        return found


def in_files(roots: Iterable[Path], wanted: Wanted) -> dict[str, Counter[str]]:
    """Every file below the roots that holds a word, or bears one in its name."""
    found = {}
    for root in roots:
        for path in root.rglob("*"):
            hits = wanted.count([os.fsencode(path.name)])
            if path.is_file() and not path.is_symlink():
                hits += wanted.count(_pieces(path))
            if hits:
                found[str(path)] = hits
    return found


def in_open_files(pid: int, wanted: Wanted, roots: Iterable[Path]) -> dict[str, Counter[str]]:
    """The regular files that a process and its children hold open and that lie under no root, such
    as deleted ones."""
    found = {}
    for process in (pid, *_children(pid)):
        for entry in Path(f"/proc/{process}/fd").glob("*"):
            with contextlib.suppress(OSError):
                target = os.readlink(entry)
                known = any(Path(target).is_relative_to(root) for root in roots)
                if known or not entry.is_file():
                    continue
                hits = wanted.count(_pieces(entry))
                if hits:
                    found[target] = hits
    return found


def in_memory(pid: int, wanted: Wanted) -> Counter[str]:
    """What the memory of a process holds; needs the right to read it."""
    found: Counter[str] = Counter()
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            bounds, rights = line.split()[:2]
            if "r" in rights and not line.endswith(("[vvar]", "[vsyscall]")):
                start, end = (int(part, 16) for part in bounds.split("-"))
                found += wanted.count(_region(memory.fileno(), start, end))
    return found


def _region(memory: int, start: int, end: int) -> Iterator[bytes]:
    for at in range(start, end, _STEP):
        try:
            yield os.pread(memory, min(_STEP, end - at), at)
        except OSError:
            # a mapping of a device, or one that was just taken away
            return


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_STEP):
            yield piece


def _children(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        return [int(child) for child in text.split()]
    return []
