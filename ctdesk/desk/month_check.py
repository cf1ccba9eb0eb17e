"""A summary that comes back: is it ours, is it unaltered, do the chains still hold what it says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctdesk.desk.history_check import Checking, Progress, grouped
from ctdesk.desk.month import FORMAT
from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import Language, terms
from ctdesk.store.chains import Chains
from ctdesk.store.changes import canonical
from ctdesk.store.signing import Signature, machine_of

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

_MOST_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True)
class MonthAnswer:
    """What this desk says to a summary."""

    year: int
    month: int
    device: str
    """The machine that signed it, when this desk knows it; else what the summary says."""
    made: str
    seal: str
    faults: tuple[str, ...]
    """Keys under `month.fault.`; nothing: it is ours, unaltered, and still holds."""
    own: bool = True
    """False: another desk's that this one knows; only that desk can say whether it still holds."""

    @property
    def holds(self) -> bool:
        return not self.faults

    def told(self, language: Language) -> str:
        """The answer in words."""
        words, month = terms(), f"{self.year}-{self.month:02d}"
        values = {"month": month, "device": self.device, "seal": grouped(self.seal)}
        if self.holds:
            key = "month.holds" if self.own else "month.of_another"
            return words(key, language, **values)
        told = " ".join(words(f"month.fault.{fault}", language, **values) for fault in self.faults)
        return f"{words('month.fails', language, **values)} {told}"


class MonthChecking:
    """Compares summaries with the desk."""

    def __init__(self, session: Session, checking: Checking) -> None:
        self._connection = session.store.read.connection
        self._chains = Chains(self._connection)
        self._checking = checking

    def check(self, path: Path, progress: Progress) -> MonthAnswer:
        """What the desk says to a file. BadInput for one that is no summary of a month."""
        from ctdesk.memo.paper_docx import carried_text

        data = _read(path)
        page = path.suffix.lower() == ".docx"
        content, signed, seal = _parted(carried_text(data) if page else _decoded(data))
        known = machine_of(self._connection, signed.key)
        faults = [
            fault for fault, fails in self._grounds(content, signed, known, progress) if fails()
        ]
        if page and not _says_what_is_signed(content, data):
            faults.append("page")
        device = known or str(content["device"])
        return MonthAnswer(
            int(content["year"]),
            int(content["month"]),
            self._chains.label_of(device) or device,
            str(content["made"]),
            seal,
            tuple(faults),
            own=known in ("", self._chains.own()),
        )

    def _grounds(
        self, content: Mapping[str, Any], signed: Signature, known: str, progress: Progress
    ) -> list[tuple[str, Callable[[], bool]]]:
        """Each thing that can be wrong with a summary; on the chains only one of ours is asked."""
        body = canonical(content).encode()
        grounds: list[tuple[str, Callable[[], bool]]] = [
            ("signature", lambda: not signed.fits(body))
        ]
        if not known or known != content["device"]:
            return [*grounds, ("stranger", lambda: True)]
        if known != self._chains.own():
            return grounds
        return [
            *grounds,
            ("chains", lambda: not self._chains_hold(content, known, progress)),
            ("counts", lambda: self._counted(content, known) != content["acts"]),
        ]

    def _chains_hold(self, content: Mapping[str, Any], device: str, progress: Progress) -> bool:
        return all(
            self._checking.holds(device, name, int(end["seq"]), str(end["hash"]), progress)
            for name, end in sorted(content["chains"].items())
        )

    def _counted(self, content: Mapping[str, Any], device: str) -> list[dict[str, Any]]:
        ends = content["chains"]
        counts = self._chains.counts(
            device, int(content["since"]), int(content["until"]),
            int(ends["change"]["seq"]), int(ends["act"]["seq"]),
        )  # fmt: skip
        return [{"act": a, "officer": o, "count": n} for a, o, n in counts]


def _says_what_is_signed(content: Mapping[str, Any], data: bytes) -> bool:
    from ctdesk.memo.paper_docx import paper_text

    said = hashlib.sha256(paper_text(data).encode()).hexdigest()
    return bool(said == content.get("page", {}).get("sha256"))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise BadInput("month_not_ours", path=path.name)
        return path.read_bytes()
    except OSError as error:
        raise BadInput("month_unreadable", path=path.name) from error


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("month_not_ours", path="") from error


def _parted(text: str) -> tuple[Mapping[str, Any], Signature, str]:
    """What is signed, its signature and its seal. BadInput for anything else."""
    try:
        whole = json.loads(text)
        content = whole["summary"]
        signed = Signature(bytes.fromhex(whole["key"]), bytes.fromhex(whole["signature"]))
        canonical(content).encode()
        int(content["year"]), int(content["month"]), int(content["since"]), int(content["until"])
        for name in ("change", "act"):
            int(content["chains"][name]["seq"]), bytes.fromhex(content["chains"][name]["hash"])
        if content["format"] != FORMAT or set(content["chains"]) != {"change", "act"}:
            raise ValueError("another format")
        _ = (
            content["acts"],
            content["device"],
            content["made"],
            content.get("page", {}).get("sha256"),
        )
        return content, signed, str(whole["seal"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadInput("month_not_ours", path="") from error
