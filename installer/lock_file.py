"""`installer/lock.txt`: every package with its version and hashes, made by `uv pip compile`."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

_ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)


def packages(lock: str) -> dict[str, str]:
    """Name -> version of every package of the lock, whatever the platform."""
    return {entry["name"]: entry["version"] for entry in _ENTRY.finditer(lock)}


def entry(lock: str, package: str) -> str:
    """The lock's own lines of one package, hashes included. Raises KeyError when it isn't there."""
    lines = lock.splitlines(keepends=True)
    for first, line in enumerate(lines):
        found = _ENTRY.match(line)
        if found and found["name"] == package:
            last = first
            while lines[last].rstrip().endswith("\\"):
                last += 1
            return "".join(lines[first : last + 1])
    raise KeyError(package)


@dataclass(frozen=True)
class Stamp:
    """What an environment was made from. Equal stamps mean that nothing need be done."""

    python: str  # e.g. "cpython-311 linux x86_64"
    path: str  # programs in .venv hold their own path: a moved folder needs a new environment
    contents: str  # hash of the lock and of what pyproject.toml says about installing

    def write(self, file: Path) -> None:
        file.write_text(json.dumps(self.__dict__, indent=1), encoding="utf-8")

    @staticmethod
    def read(file: Path) -> Stamp | None:
        """None when there is none or it can't be read, which means the same: not known."""
        try:
            held = json.loads(file.read_text(encoding="utf-8"))
            return Stamp(held["python"], held["path"], held["contents"])
        except (OSError, ValueError, KeyError, TypeError):
            return None


def contents_hash(lock: Path, pyproject: Path) -> str:
    """Changes when an installation would come out differently; the settings of ruff, mypy and
    pytest in pyproject.toml don't count. Line endings don't either (Windows checkouts)."""
    described = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    installed = {
        "project": described.get("project"),
        "build-system": described.get("build-system"),
        "hatch": described.get("tool", {}).get("hatch"),
    }
    parts = (lock.read_text(encoding="utf-8"), json.dumps(installed, sort_keys=True))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
