"""The sanctions lists: which are in force, what a file would change, taking it in."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctdesk.cli.speech import Voice, open_desk, voice_of
from ctdesk.domain.terms import terms

if TYPE_CHECKING:
    from ctdesk.desk import Desk
    from ctdesk.desk.screening_rows import Preview

_NARRATIVES = "narratives"
_SHOWN = 20


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """lists, lists import, lists template, lists entry."""
    lists = commands.add_parser("lists", parents=[common], help="the sanctions lists in force")
    lists.set_defaults(run=_in_force)
    acts = lists.add_subparsers(dest="lists_command", metavar="ACT")
    take = acts.add_parser("import", parents=[common], help="what a list changes; --apply takes it")
    take.add_argument("path", type=Path, metavar="FILE")
    take.add_argument("--as", dest="as_", choices=("un", "national", "ofac", _NARRATIVES))
    take.add_argument("--date", default="", metavar="YYYY-MM-DD", help="for lists without a date")
    take.add_argument("--apply", action="store_true")
    take.add_argument("--shrunk-is-right", action="store_true")
    take.set_defaults(run=_import)
    template = acts.add_parser("template", parents=[common], help="a national list to fill in")
    template.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    template.set_defaults(run=_template)
    entry = acts.add_parser("entry", parents=[common], help="an entry with its history")
    entry.add_argument("what", metavar="REFERENCE|NAME")
    entry.set_defaults(run=_entry)


def _in_force(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        found = desk.screening.lists.in_force()
        if not found:
            voice.say("lists_none")
        for one in found:
            name = desk.label("list_kind", one.list, voice.language)
            voice.say("list_in_force", name=name, date=one.date, entries=one.entries,
                      delisted=one.delisted, files=one.files, sha256=one.sha256)  # fmt: skip
            voice.give(
                {
                    "list": one.list,
                    "name": name,
                    "date": one.date,
                    "entries": one.entries,
                    "delisted": one.delisted,
                    "files": one.files,
                    "file": one.file_name,
                    "sha256": one.sha256,
                }
            )


def _import(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        lists = desk.screening.lists
        if options.as_ == _NARRATIVES:
            kept = lists.add_narratives(options.path)
            voice.say("narratives_kept", count=kept)
            voice.give({"narratives": kept})
            return
        preview = lists.preview(options.path, as_=options.as_ or "", dated=options.date)
        _tell(preview, desk, voice)
        if not options.apply:
            voice.say("list_not_applied")
            voice.give(_summary(preview, applied=False))
            return
        applied = lists.apply(preview, shrunk_is_right=options.shrunk_is_right)
        voice.say("list_applied", reopened=applied.reopened)
        voice.give({**_summary(preview, applied=True), "reopened": applied.reopened})


def _tell(preview: Preview, desk: Desk, voice: Voice) -> None:
    found = preview.difference
    name = desk.label("list_kind", preview.file.list, voice.language)
    voice.say("list_read", name=name, date=preview.file.date, entries=len(preview.file.entries))
    for note in preview.notes:
        words = terms()(f"list_note.{note}", voice.language, date=preview.in_force)
        voice.aside("note", text=words)
    between = {"before": preview.before or "-", "after": preview.after}
    voice.say("list_difference", **between, added=len(found.added), removed=len(found.removed),
              changed=len(found.changed))  # fmt: skip
    if voice.as_json:
        for kind, some in (("added", found.added), ("removed", found.removed)):
            for one in some:
                voice.give({"change": kind, **_about(one)})
        for each in found.changed:
            fields = {
                f.key: {"before": list(f.before), "after": list(f.after)} for f in each.fields
            }
            voice.give({"change": "changed", **_about(each.after), "fields": fields})
        return
    _print("+", (f"{o.entry.reference} {_name(o.entry)}" for o in found.added), voice)
    _print("-", (f"{o.entry.reference} {_name(o.entry)}" for o in found.removed), voice)
    _print(
        "~",
        (
            f"{c.after.entry.reference} {_name(c.after.entry)}: "
            + "، ".join(terms()(f"list_field.{f.key}", voice.language) for f in c.fields)
            for c in found.changed
        ),
        voice,
    )


def _about(one: Any) -> dict[str, str]:
    entry = one.entry
    return {"id": one.permanent_id, "reference": entry.reference, "name": _name(entry)}


def _print(mark: str, lines: Iterable[str], voice: Voice) -> None:
    lines = list(lines)
    for line in lines[:_SHOWN]:
        voice.plain(f"  {mark} {line}")
    if len(lines) > _SHOWN:
        voice.say("list_more", count=len(lines) - _SHOWN)


def _summary(preview: Preview, *, applied: bool) -> dict[str, Any]:
    found = preview.difference
    return {
        "list": preview.file.list,
        "date": preview.file.date,
        "sha256": preview.file.sha256,
        "entries": len(preview.file.entries),
        "before": preview.before,
        "after": preview.after,
        "added": len(found.added),
        "removed": len(found.removed),
        "changed": len(found.changed),
        "older": preview.older,
        "known": preview.known,
        "applied": applied,
    }


def _name(entry: Any) -> str:
    return str(entry.names[0].text) if entry.names else ""


def _template(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        desk.screening.lists.write_template(options.out, voice.language)
    voice.say("file_written", path=options.out)
    voice.give({"file": str(options.out)})


def _entry(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        page = desk.screening.entries.list(options.what, delisted=None, limit=_SHOWN)
        for row in page.rows if page.total > 1 and not voice.as_json else ():
            voice.plain(f"{row.reference} {row.name} {row.name_original}".strip())
        if page.total > 1 and not voice.as_json:
            return
        for row in page.rows:
            view = desk.screening.entries.entry(row.uid)
            voice.give(
                {
                    "entry": row.permanent_id,
                    "list": row.list,
                    "reference": row.reference,
                    "name": row.name,
                    "listed_on": row.listed_on,
                    "delisted_on": row.delisted_on,
                    "said": {key: list(lines) for key, lines in view.said},
                    "versions": [
                        {"since": v.since, "until": v.until, "listed": v.listed,
                         "changed": [f.key for f in v.changed]}
                        for v in view.versions
                    ],
                }
            )  # fmt: skip
            for key, lines in view.said:
                label = terms()(f"list_field.{key}", voice.language)
                voice.plain(f"{label}: {'؛ '.join(lines)}")
            for version in view.versions:
                fields = [terms()(f"list_field.{f.key}", voice.language) for f in version.changed]
                key = "entry_version" if version.listed else "entry_absent"
                voice.say(key, since=version.since, until=version.until, fields="، ".join(fields))
