"""Packs between desks: the own card, other desks' cards, packs out and in."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import Any

from ctdesk.cli.speech import Voice, counted, end_of_count, open_desk, voice_of
from ctdesk.desk import Desk
from ctdesk.desk.packs import Chosen, Preview
from ctdesk.domain.classification import LEVELS
from ctdesk.domain.errors import Refused
from ctdesk.domain.terms import terms

PACK_PASSPHRASE = "CTDESK_PACK_PASSPHRASE"
SECOND_PASSPHRASE = "CTDESK_SECOND_PASSPHRASE"


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """pack out, in, card, trust."""
    pack = commands.add_parser("pack", parents=[common], help="carry records between desks")
    acts = pack.add_subparsers(dest="act", required=True, metavar="out|in|card|trust")
    out = acts.add_parser("out", parents=[common], help="make a pack")
    out.add_argument("file", type=Path, metavar="FILE")
    out.add_argument("--to", default="", metavar="DESK|CARD", help="device, name, or .ctcard file")
    out.add_argument("--dossier", action="append", default=[], metavar="CODE")
    out.add_argument("--document", action="append", default=[], metavar="NUMBER")
    out.add_argument("--all", action="store_true", help="everything; needs --second")
    out.add_argument("--lists", action="store_true", help="also the entries of sanctions lists")
    out.add_argument("--ceiling", choices=LEVELS, default="secret")
    out.add_argument(
        "--passphrase", action="store_true", help=f"close it with one: {PACK_PASSPHRASE}, or asked"
    )
    out.add_argument(
        "--second", metavar="SLOT", help=f"officer who agrees: {SECOND_PASSPHRASE}, or asked"
    )
    out.set_defaults(run=_out)
    take = acts.add_parser("in", parents=[common], help="merge a pack")
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument("--preview", action="store_true", help="only say what it would do")
    take.add_argument("--passphrase", action="store_true", help="it is closed with one")
    take.set_defaults(run=_in)
    card = acts.add_parser("card", parents=[common], help="write this desk's key card")
    card.add_argument("file", type=Path, metavar="FILE.ctcard")
    card.add_argument("--name", metavar="NAME", help="call this desk so from now on")
    card.set_defaults(run=_card)
    trust = acts.add_parser("trust", parents=[common], help="trust another desk's card")
    trust.add_argument("card", type=Path, metavar="CARD")
    trust.add_argument("--yes", action="store_true", help="the six words were compared")
    trust.set_defaults(run=_trust)


def _out(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    secret = _asked(voice, PACK_PASSPHRASE, "pack_passphrase") if options.passphrase else ""
    second = None
    if options.second:
        second = (options.second, _asked(voice, SECOND_PASSPHRASE, "second_passphrase"))
    with open_desk(options, voice) as desk:
        made = desk.packs.out(
            options.file,
            _chosen(desk, options),
            to=_recipient(desk, options.to),
            ceiling=options.ceiling,
            passphrase=secret,
            second=second,
            progress=counted,
        )
    end_of_count()
    voice.say("pack_made", path=made.path, documents=made.counts.get("document", 0), seal=made.seal)
    if made.left_out:
        voice.aside("pack_left_out", count=made.left_out)
    if made.lost:
        voice.aside("pack_lost", count=made.lost)
    voice.give(
        {
            "pack": made.id,
            "file": made.path,
            "to": made.recipient,
            "counts": dict(made.counts),
            "left_out": made.left_out,
            "lost": made.lost,
            "seal": made.seal,
        }
    )


def _chosen(desk: Desk, options: argparse.Namespace) -> Chosen:
    codes = {dossier.code: dossier.uid for dossier in desk.dossiers.list()}
    for code in options.dossier:
        if code not in codes:
            raise Refused("not_found", what=code)
    return Chosen(
        documents=[desk.documents.find(number).uid for number in options.document],
        dossiers=[codes[code] for code in options.dossier],
        everything=options.all,
        lists=options.lists,
    )


def _recipient(desk: Desk, to: str) -> str:
    """A device or name as it is; the desk of a card, which must be trusted already."""
    return desk.desks.meet(Path(to)).device if to.endswith(".ctcard") else to


def _in(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    secret = _asked(voice, PACK_PASSPHRASE, "pack_passphrase") if options.passphrase else ""
    with open_desk(options, voice) as desk:
        act = desk.packs.preview if options.preview else desk.packs.take
        told = act(options.file, secret)
    ways = {way: len(told.of(way)) for way in ("new", "there", "here", "both")}
    key = "pack_would" if options.preview else "pack_merged"
    voice.say(key, sender=told.sender, conflicts=len(told.conflicts), **ways)
    for row, field in told.conflicts:
        heads = " | ".join(head.text for head in field.heads)
        voice.plain(f"{row.number or row.title}: {field.label}: {heads}")
    for provisional, permanent in told.numbered.items():
        voice.plain(f"{provisional} → {permanent}")
    voice.give(_as_json(told, ways, options.preview))


def _as_json(told: Preview, ways: dict[str, int], preview: bool) -> dict[str, Any]:
    return {
        "pack": told.id,
        "from": told.sender,
        "preview": preview,
        **ways,
        "conflicts": [
            {
                "uid": row.uid,
                "number": row.number,
                "field": field.name,
                "kind": field.kind,
                "values": [head.text for head in field.heads],
            }
            for row, field in told.conflicts
        ],
        "numbered": dict(told.numbered),
    }


def _card(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        if options.name:
            desk.desks.name(options.name)
        card = desk.desks.card()
        path = desk.desks.write_card(options.file)
    voice.say("card_written", path=path)
    voice.give({"file": str(path), "device": card.device, "label": card.label})


def _trust(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        row = desk.desks.meet(options.card)
        words = desk.desks.words(row.device)
        voice.say("words_of", desk=row.name)
        voice.plain("  ".join(word.ar for word in words))
        voice.plain("  ".join(word.en for word in words))
        if not row.trusted and (options.yes or _the_same(voice)):
            row = desk.desks.trust(row.device)
        voice.say("desk_trusted" if row.trusted else "desk_not_trusted", desk=row.name)
    voice.give(
        {
            "device": row.device,
            "label": row.label,
            "words": [{"ar": word.ar, "en": word.en} for word in words],
            "trusted": row.trusted,
        }
    )


def _the_same(voice: Voice) -> bool:
    """Ask on a terminal whether the words are the same; a script says so with --yes."""
    if voice.as_json or not sys.stdin.isatty():
        return False
    answer = input(terms()("cli.words_the_same", voice.language)).strip().lower()
    return answer in ("y", "yes", "ن", "نعم")


def _asked(voice: Voice, variable: str, prompt: str) -> str:
    given = os.environ.get(variable)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise Refused("passphrase_variable", name=variable)
    return getpass.getpass(terms()(f"cli.{prompt}", voice.language))
