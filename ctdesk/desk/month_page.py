"""The page of a month: what its summary says, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ctdesk.desk.history_check import grouped
from ctdesk.desk.history_rows import local_minute
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.paper import Paper, PaperPart
from ctdesk.memo.table import Column
from ctdesk.store.signing import Signature
from ctdesk.text.show import MONTHS_AR, MONTHS_EN

_MOST_OFFICERS = 6
"""Columns of officers; the others' acts are in the sum."""
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "exports": ("export", "export_list", "open_attachment", "handover", "month_summary"),
    "packs": ("pack_out", "pack_in"),
    "backups": ("backup",),
    "unlocks": ("unlock",),
}
_SHORT = 16
_MOST_KINDS = 11
"""Rows of acts, so that the page stays one; the rarest stand together in the last."""


def month_paper(
    content: Mapping[str, Any],
    language: Language,
    *,
    signed: Signature | None = None,
    seal: str = "",
) -> Paper:
    """The page of a summary; with signature and seal in its small print once it is signed."""
    say = terms()
    name = (MONTHS_AR if language == "ar" else MONTHS_EN)[content["month"] - 1]
    by = _called(content, content["by"], language) or "—"
    until = "whole" if content["whole"] else "part"
    small: list[str] = []
    if signed is not None:
        small = [
            say(
                "month.signature",
                language,
                signature=grouped(signed.signature.hex()[:_SHORT]),
                public=grouped(signed.key.hex()[:_SHORT]),
            ),
            say("month.seal", language, seal=grouped(seal)),
        ]
    return Paper(
        title=say("month.title", language, month=name, year=content["year"]),
        subtitle=say(
            f"month.made_{until}", language, at=local_minute(content["made"]), officer=by,
            device=content["label"] or content["device"],
        ),
        parts=(
            _sums(content, language),
            _registers(content, language),
            *_voids(content, language),
            _acts(content, language),
            _ends(content, language),
        ),
        small_print=tuple(small),
    )  # fmt: skip


def _sums(content: Mapping[str, Any], language: Language) -> PaperPart:
    say = terms()
    counted: dict[str, int] = {}
    for entry in content["acts"]:
        counted[entry["act"]] = counted.get(entry["act"], 0) + entry["count"]
    return PaperPart(
        columns=tuple(
            Column(say(f"month.{name}", language), 1) for name in ("all", *_GROUPS, "failed")
        ),
        rows=(
            (
                str(sum(counted.values())),
                *(str(sum(counted.get(act, 0) for act in acts)) for acts in _GROUPS.values()),
                str(content["tries"]),
            ),
        ),
    )


def _registers(content: Mapping[str, Any], language: Language) -> PaperPart:
    say = terms()
    columns = ("register", "first", "last", "count", "void_count")
    return PaperPart(
        head=say("month.registers", language),
        lines=() if content["registers"] else (say("month.no_numbers", language),),
        columns=tuple(Column(say(f"month.{name}", language), 1) for name in columns)
        if content["registers"]
        else (),
        rows=tuple(
            (
                say.term("register", book["register"]).label(language),
                book["first"],
                book["last"],
                str(book["count"]),
                str(len(book["voids"])),
            )
            for book in content["registers"]
        ),
    )


def _voids(content: Mapping[str, Any], language: Language) -> Sequence[PaperPart]:
    say = terms()
    rows = tuple(
        (
            say.term("register", book["register"]).label(language),
            void["number"],
            void["reason"] or "—",
        )
        for book in content["registers"]
        for void in book["voids"]
    )
    if not rows:
        return ()
    shares = {"register": 3, "number": 2, "reason": 9}
    columns = tuple(Column(say(f"month.{k}", language), share) for k, share in shares.items())
    return (PaperPart(head=say("month.voids", language), columns=columns, rows=rows),)


def _acts(content: Mapping[str, Any], language: Language) -> PaperPart:
    """A row for each kind of act, a column for each officer, those with most acts first."""
    say = terms()
    table: dict[str, dict[str, int]] = {}
    sums: dict[str, int] = {}
    for entry in content["acts"]:
        table.setdefault(entry["act"], {})[entry["officer"]] = entry["count"]
        sums[entry["officer"]] = sums.get(entry["officer"], 0) + entry["count"]
    officers = sorted(sums, key=lambda uid: (-sums[uid], uid))[:_MOST_OFFICERS]
    names = [_called(content, uid, language) or say("month.nobody", language) for uid in officers]
    columns = (
        Column(say("month.act", language), 4),
        *(Column(name, 2) for name in names),
        Column(say("month.all", language), 2),
    )
    kinds = sorted(table.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    if len(kinds) > _MOST_KINDS:
        others: dict[str, int] = {}
        for _, counts in kinds[_MOST_KINDS - 1 :]:
            for uid, count in counts.items():
                others[uid] = others.get(uid, 0) + count
        kinds[_MOST_KINDS - 1 :] = [("", others)]
    rows = tuple(
        (
            _word(act, language),
            *(str(counts.get(uid, "")) for uid in officers),
            str(sum(counts.values())),
        )
        for act, counts in kinds
    )
    return PaperPart(head=say("month.acts", language), columns=columns, rows=rows)


def _ends(content: Mapping[str, Any], language: Language) -> PaperPart:
    say = terms()
    return PaperPart(
        head=say("month.chains", language),
        lines=tuple(
            say(
                "month.end",
                language,
                chain=_begun(say(f"chain.name.{name}", language)),
                seq=end["seq"],
                hash=grouped(end["hash"][:_SHORT]),
            )
            for name, end in sorted(content["chains"].items())
        ),
    )


def _word(act: str, language: Language) -> str:
    say = terms()
    if not act:
        return say("month.others", language)
    return _begun(say(f"act.{act}", language) if f"act.{act}" in say else act)


def _called(content: Mapping[str, Any], officer: str, language: Language) -> str:
    return str(content["officers"].get(officer, {}).get(language, ""))


def _begun(text: str) -> str:
    """A word that begins a cell."""
    return text[:1].upper() + text[1:]
