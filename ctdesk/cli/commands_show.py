"""Finding and reading."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

from ctdesk.cli.speech import Voice, open_desk, voice_of
from ctdesk.desk import Desk, Filters, Page, Row
from ctdesk.domain.fields import FieldSpec, fields_of
from ctdesk.domain.records import Document
from ctdesk.domain.terms import terms


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """search, related, show."""
    search = commands.add_parser("search", parents=[common], help="find anything")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--limit", type=int, default=20, metavar="N")
    search.add_argument("--sort", choices=("rank", "date"), default="date")
    search.add_argument("--facets", action="store_true")
    search.set_defaults(run=_search)
    related = commands.add_parser("related", parents=[common], help="what lies near a document")
    related.add_argument("what", metavar="NUMBER|UID")
    related.add_argument("--opinions", action="store_true", help="only what we said before")
    related.add_argument("--limit", type=int, default=10, metavar="N")
    related.set_defaults(run=_related)
    show = commands.add_parser("show", parents=[common], help="print one document")
    show.add_argument("what", metavar="NUMBER|UID")
    show.set_defaults(run=_show)


def _search(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        page = desk.documents.list(
            options.query,
            sort=options.sort,
            limit=max(0, options.limit),
            facets=options.facets,
            snippets=True,
            everything=True,
        )
        for notice in page.notices:
            voice.aside("note", text=terms()(notice, voice.language))
        if voice.as_json:
            for row in page.rows:
                voice.give(_hit(row))
        else:
            _print_page(page, desk, voice)
            if not page.total:
                _advise(options.query, desk, voice)


def _advise(query: str, desk: Desk, voice: Voice) -> None:
    if meant := desk.searches.meant(query):
        voice.say("meant", query=meant)
    for advice in desk.searches.advice(query, Filters()):
        voice.say("advice", total=advice.count, dropped=advice.dropped, query=advice.query)


def _related(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        document = desk.documents.find(options.what)
        kinds = ("opinion",) if options.opinions else ()
        for near in desk.searches.related(uid=document.uid, kinds=kinds, limit=options.limit):
            if voice.as_json:
                voice.give({**_hit(near.row), "shared": list(near.shared)})
                continue
            voice.plain(_line(desk, near.row))
            voice.say("shared", words="، ".join(near.shared))


def _hit(row: Row) -> dict[str, Any]:
    return {
        "uid": row.uid,
        "kind": row.kind,
        "number": row.number,
        "date": row.date,
        "title": row.title,
        "score": round(row.score, 4),
        "snippet": row.snippet.text if row.snippet else "",
    }


def _print_page(page: Page, desk: Desk, voice: Voice) -> None:
    voice.say("hits", total=page.total)
    forms = [form for word in page.words for form in word.forms if form != word.word]
    if forms:
        voice.say("includes", forms="، ".join(forms[:12]))
    second = page.second_tier_from
    for position, row in enumerate(page.rows):
        if position == second:
            voice.say("all_but_one")
        voice.plain(_line(desk, row))
        if row.snippet:
            voice.plain(f"  {_marked(row.snippet.text, row.snippet.marks)}")
    for name, values in page.facets.items():
        shown = ", ".join(f"{_facet(desk, name, f.value)} {f.count}" for f in values[:8])
        voice.plain(f"{name}: {shown}")


def _line(desk: Desk, row: Row) -> str:
    facts = (row.number, row.date, row.mission, desk.label("document_kind", row.kind))
    return f"{' · '.join(filter(None, facts))}\n  {row.title}"


def _facet(desk: Desk, name: str, value: str) -> str:
    if name == "mission":
        return desk.parties.name(value, desk.settings.all().lang) or value
    return value


def _marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    out, at = [], 0
    for start, end in marks:
        out += [text[at:start], "[", text[start:end], "]"]
        at = end
    return "".join([*out, text[at:]]).replace("\n", " ")


def _show(options: argparse.Namespace) -> None:
    voice = voice_of(options)
    with open_desk(options, voice) as desk:
        document = desk.documents.read(desk.documents.find(options.what).uid)
        opinion = document.kind == "opinion"
        blocks = desk.opinions.open(document.uid).blocks if opinion else ()
        files = desk.documents.attachments(document.uid)
        if voice.as_json:
            fields = {s.key: _plain(desk, s, document) for s in fields_of(Document)}
            voice.give(
                {
                    "uid": document.uid,
                    **{key: value for key, value in fields.items() if value},
                    "attachments": [{"name": f.name, "sha256": f.sha256} for f in files],
                    **({"blocks": [{"ar": b.ar, "en": b.en} for b in blocks]} if opinion else {}),
                }
            )
            return
        for spec in fields_of(Document):
            value = _shown(desk, spec, document)
            if value and spec.name != "text":
                label = terms()(f"field.document.{spec.key}", voice.language)
                voice.plain(f"{label}: {value}")
        for file in files:
            voice.plain(
                f"{terms()('record.attachment', voice.language)}: {file.name} {file.sha256}"
            )
        voice.plain("")
        voice.plain(document.text or "\n\n".join(f"{b.ar}\n{b.en}" for b in blocks))
        _print_references(desk, document, voice)


def _print_references(desk: Desk, document: Document, voice: Voice) -> None:
    for reference in desk.references.of(document):
        if reference.target:
            target = reference.target.number or reference.target.title
            voice.say("refers_to", text=reference.text, target=target)
        else:
            voice.say("refers_to_unknown", text=reference.text)
    for row in desk.references.to(document):
        voice.say("referred_by", source=row.number or row.title)


def _plain(desk: Desk, spec: FieldSpec, document: Document) -> Any:
    value = getattr(document, spec.name)
    language = desk.settings.all().lang
    if spec.type == "party":
        return desk.parties.name(value, language)
    if spec.type == "parties":
        return [desk.parties.name(uid, language) for uid in value]
    return list(value) if spec.several else value


def _shown(desk: Desk, spec: FieldSpec, document: Document) -> str:
    value = _plain(desk, spec, document)
    values = value if isinstance(value, list) else [value]
    if spec.vocabulary:
        vocabulary = spec.vocabulary
        if spec.name == "state" and document.kind == "opinion":
            vocabulary = "opinion_state"
        values = [desk.label(vocabulary, str(code)) for code in values if code]
    return "، ".join(str(one) for one in values if one)
