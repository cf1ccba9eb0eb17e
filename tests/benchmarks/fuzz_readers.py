"""Mutated files through every reader: nothing may escape but a refusal, memory stays bounded.

    python -m tests.benchmarks.fuzz_readers --kit DIR [--minutes 10] [--seed 1]

Takes the files of the kit and of the tests, flips bits, cuts, splices, grows numbers; feeds the
worker's own `answer` in a child under the worker's limits, which is replaced when it dies. Told at
the end: how many inputs, what a reader raised that is no refusal (with the input kept in --keep),
the most memory a child had.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

from ctdesk.intake import wire

_HERE = Path(__file__).resolve().parents[2]
_TOKENS = (b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff", b"{", b"<",
           b"9999999999", b"\\bin999999999 ", b"/Kids[", b"endobj", b"PK\x03\x04",
           b"\xd0\xcf\x11\xe0",
           b"\r\n\r\n", b"<!DOCTYPE x [", b"&#x0;", b"\x00", b"=?utf-8?B?")  # fmt: skip
_LARGEST = 300_000
_CHILD = r"""
import resource, sys, traceback
from ctdesk.intake import wire
from ctdesk.intake.worker import _answers_alone, answer
from ctdesk.intake.limits import confine
out = _answers_alone(); confine()
while True:
    try: request, blobs = wire.receive(sys.stdin.buffer)
    except wire.WireError: break
    try:
        head, _ = answer(request, blobs)
        said = {"said": head.get("refused", "read")}
    except RecursionError: said = {"said": "recursion"}
    except Exception: said = {"said": "RAISED", "trace": traceback.format_exc()[-1500:]}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    wire.send(out, said | {"peak": peak})
"""


def mutated(data: bytes, dice: random.Random, others: list[bytes]) -> bytes:
    """One to eight small accidents."""
    made = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        if not made:
            break
        at = dice.randrange(len(made))
        kind = dice.randrange(7)
        if kind == 0:
            made[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            del made[at : at + dice.randint(1, 400)]
        elif kind == 2:
            made[at:at] = dice.choice(_TOKENS)
        elif kind == 3:
            made[at : at + 4] = dice.choice(_TOKENS)[:4]
        elif kind == 4:
            made[at:at] = made[at : at + dice.randint(1, 2000)] * dice.randint(1, 5)
        elif kind == 5:
            other = dice.choice(others)
            start = dice.randrange(max(len(other), 1))
            made[at : at + 200] = other[start : start + dice.randint(1, 600)]
        else:
            del made[at:]
    return bytes(made[:_LARGEST])


def repacked(data: bytes, dice: random.Random, others: list[bytes]) -> bytes:
    """A zip whose members had the accidents, so that they reach the readers behind it."""
    made = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", 8) as new:
            for name in old.namelist():
                content = old.read(name)
                chosen = dice.random() < 0.4
                new.writestr(name, mutated(content, dice, others) if chosen else content)
    except (zipfile.BadZipFile, ValueError, RuntimeError, OSError, EOFError, zipfile.zlib.error):  # type: ignore[attr-defined]
        return mutated(data, dice, others)
    return made.getvalue()


def start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, cwd=_HERE,
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    folders = (options.kit / "files", _HERE / "tests" / "data" / "files")
    paths = [p for f in folders for p in sorted(f.rglob("*")) if p.is_file()]
    seeds = [(p.name, p.read_bytes()) for p in paths if p.suffix not in (".tsv", ".jsonl", ".md")]
    seeds = [(name, data) for name, data in seeds if 0 < len(data) <= _LARGEST]
    others = [data for _, data in seeds]
    dice, told, peak, count = random.Random(options.seed), Counter[str](), 0, 0
    until = time.monotonic() + options.minutes * 60
    child = start()
    traces: dict[str, str] = {}
    while time.monotonic() < until:
        name, data = dice.choice(seeds)
        make = repacked if data.startswith(b"PK") and dice.random() < 0.7 else mutated
        given = make(data, dice, others)
        count += 1
        began = time.monotonic()
        try:
            assert child.stdin is not None
            assert child.stdout is not None
            wire.send(child.stdin, {"name": name, "encoding": ""}, [given])
            head, _ = wire.receive(child.stdout)
            said, peak = head["said"], max(peak, head["peak"])
            if said == "RAISED":
                last = head["trace"].strip().splitlines()
                key = " | ".join(
                    (last[-1][:80], next(x for x in last[::-1] if "File" in x).strip())
                )
                if key not in traces:
                    traces[key] = f"{name}\n{head['trace']}"
                    if options.keep:
                        (options.keep / f"{len(traces):03d}-{name}").write_bytes(given)
        except (OSError, wire.WireError):
            said = "DIED"
            child.kill()
            child.wait()
            child = start()
            if options.keep:
                (options.keep / f"died-{count}-{name}").write_bytes(given)
        if time.monotonic() - began > 10:
            said += " (over 10 s)"
        told[said] += 1
    print(f"{count} inputs; peak {peak} MB; {dict(told.most_common())}")
    for key, trace in traces.items():
        print(f"--- {key}\n{trace}")


if __name__ == "__main__":
    main()
