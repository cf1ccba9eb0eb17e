"""How each public method of the Desk is tried by an officer who may not see what it is about.

Every method has a case here, or a reason why it needs none. A case is called with the desk of a
lower officer, what was seeded of a higher degree, and a folder; it gives back all that the officer
learns. Ask for what you may not see by every way the method has; don't write a hidden word into the
question.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ctdesk.desk import Desk, Filters, HistoryRow
from ctdesk.desk.history_rows import HistoryFilter
from ctdesk.domain.blocks import Block
from ctdesk.domain.classification import LEVELS
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Action, Document
from tests.desk.canaries import COMMON, HERE, NUMBERED, OPEN, Case, Seeded, canary

ASKED = ("canary", "canary*", "كتاب", "classification:secret", "")
BLOCK = Block("", "paragraph", "نص", "text")
AGREEMENT = "المادة (1) التعاون\nيتعاون الطرفان في مكافحة الإرهاب.\n"


def number_of(seeded: Seeded) -> str:
    return NUMBERED.format(LEVELS.index(seeded.degree))


def listed(desk: Desk, *, everything: bool = False) -> object:
    return [
        desk.documents.list(
            query, facets=True, snippets=True, everything=everything, sort=sort, limit=500,
            typing=typing,
        )
        for query in ASKED
        for sort in ("rank", "date")
        for typing in (False, True)
    ]  # fmt: skip


READS: Mapping[str, Case] = {
    "checks.run": lambda d, _s, _p: [
        (found, d.checks.sentence(found, "en"), d.checks.remedy(found, "en"))
        for found in d.checks.run().findings
    ],
    "documents.list": lambda d, _s, _p: [listed(d), listed(d, everything=True)],
    "documents.get": lambda d, s, _p: d.documents.get(s.document),
    "documents.read": lambda d, s, _p: d.documents.read(s.document),
    "documents.find": lambda d, s, _p: d.documents.find(number_of(s)),
    "documents.attachments": lambda d, s, _p: d.documents.attachments(s.document),
    "documents.attachment_data": lambda d, s, _p: d.documents.attachment_data(s.attachment),
    "documents.save_attachment": lambda d, s, p: [
        d.documents.save_attachment(s.attachment, p / "saved.txt"),
        (p / "saved.txt").read_bytes(),
    ],
    "security.left": lambda d, _s, _p: d.security.left(),
    "documents.links": lambda d, _s, _p: [
        d.documents.links(row.uid) for row in d.documents.list("base").rows
    ],
    "documents.duplicates": lambda d, s, _p: d.documents.duplicates(
        Document(
            their_number=number_of(s),
            their_date="2026-11-02",
            sender=d.parties.resolve(HERE) or "",
        )
    ),
    "documents.history": lambda d, s, _p: [
        _try(d.documents.history, uid)
        for uid in (s.document, f"searches:{d.officer.uid}", *_written(d))
    ],
    "dossiers.list": lambda d, _s, _p: d.dossiers.list(),
    "dossiers.get": lambda d, s, _p: d.dossiers.get(s.dossier),
    "dossiers.items": lambda d, s, _p: d.dossiers.items(s.dossier),
    "dossiers.item": lambda d, s, _p: d.dossiers.item(s.item),
    "handovers.preview": lambda d, _s, _p: d.handovers.preview(_first(d), d.officer.uid),
    "history.of": lambda d, _s, _p: [_try(d.history.of, uid) for uid in _written(d)],
    "history.page": lambda d, s, _p: [
        d.history.page(HistoryFilter(), limit=2000, language="en"),
        *(
            _try(d.history.page, HistoryFilter(record=uid), limit=200)
            for uid in (s.document, s.dossier, s.lowered, s.mentioning)
        ),
    ],
    "history.lines": lambda d, _s, _p: [
        d.history.lines(row.key) for row in d.history.page(limit=2000)
    ],
    "history.export": lambda d, _s, p: d.history.export(
        HistoryFilter(), p / "h.xlsx", "ar", details=True
    ),
    "dossiers.documents": lambda d, s, _p: d.dossiers.documents(s.dossier),
    "actions.list": lambda d, _s, _p: [d.actions.list(), d.actions.list("open")],
    "approvals.mine": lambda d, _s, _p: d.approvals.mine(),
    "approvals.of": lambda d, s, _p: d.approvals.of(s.document),
    "articles.of": lambda d, s, _p: d.articles.of(s.dossier),
    "articles.as_blocks": lambda d, s, _p: d.articles.as_blocks(s.dossier),
    "articles.preview": lambda d, s, _p: d.articles.preview(s.dossier, AGREEMENT, "ar"),
    "articles.clauses": lambda d, _s, _p: d.articles.clauses("", "received", limit=100),
    "articles.opposite": lambda d, _s, _p: [
        d.articles.opposite(kind, "agree", "received")
        for kind in ("", *(t.code for t in d.vocabulary("article_type")))
    ],
    "backups.preview": lambda d, s, _p: _previewed(d, s),
    "bulk.export": lambda d, s, p: d.bulk.export([s.document, s.letter], p / "l.xlsx", "ar"),
    "bulk.request": lambda d, s, _p: d.bulk.request([s.document, s.letter, s.opinion]),
    "incoming.rows": lambda d, _s, _p: [d.incoming.rows(), d.incoming.rows(aside=True)],
    "incoming.open": lambda d, s, _p: d.incoming.open(s.waiting),
    "incoming.data": lambda d, s, _p: d.incoming.data(s.waiting),
    "incoming.previews": lambda d, s, _p: d.incoming.previews(s.waiting),
    "memos.content": lambda d, s, _p: [_try(d.memos.content, s.issued), d.memos.content(s.lowered)],
    "memos.sheet": lambda d, s, _p: [
        _try(d.memos.sheet, s.issued, "both"),
        d.memos.sheet(s.lowered, "ar"),
    ],
    "memos.write": lambda d, s, _p: [
        _try(d.memos.write, uid, "both", annex=True) for uid in (s.issued, s.lowered)
    ],
    "memos.hand_out": lambda d, s, _p: [
        _try(d.memos.hand_out, uid, "ar") for uid in (s.issued, s.lowered)
    ],
    "memos.export": lambda d, s, p: [
        _try(d.memos.export, uid, p / "m.docx", "ar", annex=True) for uid in (s.issued, s.lowered)
    ],
    "opinions.list": lambda d, _s, _p: [d.opinions.list(q, limit=500) for q in ASKED],
    "opinions.open": lambda d, s, _p: [
        _try(d.opinions.open, uid) for uid in (s.opinion, s.issued, s.lowered)
    ],
    "opinions.revisions": lambda d, s, _p: [
        _try(d.opinions.revisions, uid) for uid in (s.opinion, s.issued, s.lowered)
    ],
    "opinions.checks": lambda d, s, _p: [
        _try(d.opinions.checks, uid) for uid in (s.opinion, s.lowered)
    ],
    "opinions.source": lambda d, s, _p: d.opinions.source(s.document, 0, 30),
    "references.of": lambda d, s, _p: d.references.of(d.documents.get(s.mentioning)),
    "references.to": lambda d, s, _p: [
        d.references.to(d.documents.find(OPEN)),
        d.references.to(d.documents.get(s.letter)),
    ],
    "registers.rows": lambda d, s, _p: [
        d.registers.rows(r, s.year) for r in ("incoming", "outgoing", "opinions")
    ],
    "registers.table": lambda d, s, _p: [
        d.registers.table(r, s.year, "ar", full=True) for r in ("incoming", "opinions")
    ],
    "registers.export": lambda d, s, p: [
        d.registers.export(r, s.year, p / f"{r}.docx", "en") for r in ("incoming", "opinions")
    ],
    "registers.find": lambda d, s, _p: d.registers.find("incoming", s.year, "1"),
    "registers.request": lambda d, s, _p: d.registers.request("incoming", s.year),
    "returned.read": lambda d, s, _p: [
        _try(d.returned.read, data) for data in (s.memo, s.lowered_memo)
    ],
    "review.comments": lambda d, s, _p: d.review.comments(s.opinion),
    "review.open_comments": lambda d, s, _p: d.review.open_comments(s.opinion),
    "review.revisions": lambda d, s, _p: [
        _try(d.review.revisions, uid) for uid in (s.opinion, s.lowered)
    ],
    "review.compare": lambda d, s, _p: [
        _try(d.review.compare, uid, 1, 1) for uid in (s.opinion, s.lowered)
    ],
    "screening.decisions.get": lambda d, s, _p: d.screening.decisions.get(s.match),
    "screening.drafts.checks": lambda d, s, _p: d.screening.drafts.checks(s.document),
    "screening.find": lambda d, _s, _p: d.screening.find("Nadir Salim al-Qasabi"),
    "screening.in_text": lambda d, _s, _p: d.screening.in_text("Nadir Salim al-Qasabi has come"),
    "screening.of_entry": lambda d, _s, _p: [
        d.screening.of_entry(row.uid) for row in d.screening.entries.list().rows
    ],
    "screening.of_document": lambda d, s, _p: d.screening.of_document(s.document),
    "screening.evidence.of_match": lambda d, s, p: d.screening.evidence.of_match(
        s.match, p / "e.docx", "en"
    ),
    "screening.name_lists.export": lambda d, s, p: d.screening.name_lists.export(
        s.names, p / "n.docx", "ar"
    ),
    "screening.name_lists.get": lambda d, s, _p: d.screening.name_lists.get(s.names),
    "screening.name_lists.list": lambda d, _s, _p: d.screening.name_lists.list(),
    "screening.name_lists.annexes": lambda d, s, _p: d.screening.name_lists.annexes(
        s.document, issued=True
    ),
    "screening.name_lists.of_document": lambda d, s, _p: d.screening.name_lists.of_document(
        s.document
    ),
    "screening.name_lists.rows": lambda d, s, _p: d.screening.name_lists.rows(s.names),
    "screening.open": lambda d, _s, _p: [
        d.screening.open(limit=500),
        d.screening.open(waiting=True),
        d.screening.open(list_="UN"),
    ],
    "screening.row": lambda d, s, _p: d.screening.row(s.match),
    "screening.texts.screen": lambda d, s, _p: d.screening.texts.screen(s.document),
    "screening.texts.screen_opinion": lambda d, s, _p: d.screening.texts.screen_opinion(s.opinion),
    "sameness.alike": lambda d, _s, _p: d.sameness.alike(COMMON),
    "sameness.marked": lambda d, _s, _p: d.incoming.rows(),
    "searches.complete": lambda d, _s, _p: [
        d.searches.complete(q, len(q), limit=100)
        for q in ("can", "canary", "subject:can", "number:can", "officer:", "from:", "")
    ],
    "searches.meant": lambda d, _s, _p: [
        d.searches.meant(q)
        for q in ("canarysecrat", "canarypersonel", "canarytopsecrat", "canaryx")
    ],
    "searches.advice": lambda d, _s, _p: [
        d.searches.advice(q, Filters()) for q in ("canary zzzz", "canary* zzzz subject:qqqq")
    ],
    "searches.related": lambda d, s, _p: [
        d.searches.related("first sentence of the report, received and proposed", limit=100),
        d.searches.related(uid=s.document, limit=100),
        d.searches.related(uid=s.lowered, limit=100),
    ],
    "searches.recent": lambda d, _s, _p: d.searches.recent(),
    "searches.saved": lambda d, _s, _p: d.searches.saved(),
    "approvals.waiting": lambda d, _s, _p: d.approvals.waiting(),
    "Desk.verify": lambda d, _s, _p: d.verify(),
}
"""What gives back records or parts of them."""

ACTS: Mapping[str, Case] = {
    "actions.add": lambda d, s, _p: d.actions.add(Action(what="x", document=s.document)),
    "actions.change_state": lambda d, s, _p: d.actions.change_state(s.action, "done"),
    "approvals.agree": lambda d, s, _p: d.approvals.agree(s.approval),
    "approvals.refuse": lambda d, s, _p: d.approvals.refuse(s.approval, "no"),
    "approvals.withdraw": lambda d, s, _p: d.approvals.withdraw(s.approval),
    "articles.take": lambda d, s, _p: d.articles.take(s.dossier, AGREEMENT, "ar"),
    "bulk.assign": lambda d, s, _p: d.bulk.assign([s.document], d.officer.uid),
    "bulk.add_topic": lambda d, s, _p: d.bulk.add_topic([s.document], "FTFR"),
    "bulk.change_state": lambda d, s, _p: d.bulk.change_state([s.document], "noted"),
    "documents.attach": lambda d, s, _p: d.documents.attach(s.document, []),
    "documents.bring_back": lambda d, s, _p: d.documents.bring_back(s.document, _past()),
    "documents.change_state": lambda d, s, _p: d.documents.change_state(s.document, "noted"),
    "documents.check_attachment": lambda d, s, _p: d.documents.check_attachment(s.attachment),
    "documents.edit": lambda d, s, _p: d.documents.edit(s.document, summary="x"),
    "documents.link": lambda d, s, _p: [
        _try(d.documents.link, *pair, "refers_to")
        for pair in ((s.document, s.mentioning), (s.mentioning, s.document))
    ],
    "documents.next_states": lambda d, s, _p: d.documents.next_states(s.document),
    "documents.refer": lambda d, s, _p: d.documents.refer(s.document, d.officer.uid),
    "documents.unlink": lambda d, s, _p: d.documents.unlink(s.link),
    "dossiers.edit_item": lambda d, s, _p: d.dossiers.edit_item(s.item, owner="x"),
    "dossiers.put": lambda d, s, _p: d.dossiers.put(s.dossier, s.mentioning),
    "handovers.hand_over": lambda d, s, p: d.handovers.hand_over(
        _first(d), d.officer.uid, only=[s.document, s.action, s.dossier], path=p / "h.docx"
    ),
    "history.bring_back": lambda d, s, _p: [
        _try(d.history.bring_back, table, uid, name, "x")
        for table, uid, name in (
            ("document", s.document, "summary"),
            ("dossier", s.dossier, "title_ar"),
            ("item", s.item, "owner"),
            ("action", s.action, "owner"),
        )
    ],
    "history.undo": lambda d, _s, _p: [
        _try(d.history.undo, row.key)
        for row in d.history.page(limit=2000)
        if d.history.may_undo(row.key)
    ],
    "incoming.assign": lambda d, s, _p: d.incoming.assign(s.waiting, d.officer.uid),
    "incoming.bring_back": lambda d, s, _p: d.incoming.bring_back([s.waiting]),
    "incoming.drop": lambda d, s, _p: d.incoming.drop([s.waiting]),
    "incoming.keep": lambda d, s, _p: d.incoming.keep(s.waiting, {}),
    "incoming.pages_to_recognise": lambda d, s, _p: d.incoming.pages_to_recognise(s.waiting),
    "incoming.read_again": lambda d, s, _p: d.incoming.read_again(s.waiting, "utf-8"),
    "incoming.recognise": lambda d, s, _p: d.incoming.recognise(s.waiting),
    "incoming.register": lambda d, s, _p: d.incoming.register(
        s.waiting, Document(kind="report", direction="incoming", subject="x")
    ),
    "incoming.set_aside": lambda d, s, _p: d.incoming.set_aside([s.waiting]),
    "opinions.after": lambda d, s, _p: d.opinions.after(s.issued, "amends"),
    "opinions.approve": lambda d, s, _p: d.opinions.approve(s.opinion),
    "opinions.autosave": lambda d, s, _p: d.opinions.autosave(s.opinion, [BLOCK]),
    "opinions.edit": lambda d, s, _p: d.opinions.edit(s.opinion, subject="x"),
    "opinions.follow": lambda d, s, _p: d.opinions.follow(s.opinion, s.issued, "amends"),
    "opinions.issue": lambda d, s, _p: d.opinions.issue(s.opinion),
    "opinions.new": lambda d, s, _p: d.opinions.new(subject="x", on=[s.document]),
    "opinions.next_states": lambda d, s, _p: d.opinions.next_states(s.opinion),
    "opinions.return_": lambda d, s, _p: d.opinions.return_(s.opinion, "x"),
    "opinions.save": lambda d, s, _p: d.opinions.save(s.opinion, [BLOCK]),
    "opinions.stand_on": lambda d, s, _p: d.opinions.stand_on(s.opinion, s.document),
    "opinions.submit": lambda d, s, _p: d.opinions.submit(s.opinion),
    "opinions.void": lambda d, s, _p: d.opinions.void(s.opinion, "x"),
    "returned.keep": lambda d, s, _p: d.returned.keep(s.issued, []),
    **{
        f"screening.decisions.{name}": lambda d, s, _p, name=name: _decided(d, s, name)
        for name in ("confirm", "exclude", "leave_undecided", "reopen")
    },
    "screening.name_lists.add": lambda d, s, _p: d.screening.name_lists.add(s.names, "x"),
    "screening.name_lists.approve": lambda d, s, _p: d.screening.name_lists.approve(
        s.names, [s.named]
    ),
    "screening.name_lists.edit": lambda d, s, _p: d.screening.name_lists.edit(s.named, name="x"),
    "screening.name_lists.edit_list": lambda d, s, _p: d.screening.name_lists.edit_list(
        s.names, title="x"
    ),
    "screening.name_lists.remove": lambda d, s, _p: d.screening.name_lists.remove(s.named),
    "screening.name_lists.withdraw": lambda d, s, _p: d.screening.name_lists.withdraw(s.named),
    "screening.drafts.screen": lambda d, s, _p: d.screening.drafts.screen(s.opinion),
    "review.agree_lower": lambda d, s, _p: d.review.agree_lower(s.lowered),
    "review.comment": lambda d, s, _p: d.review.comment(s.opinion, "x"),
    "review.settle": lambda d, s, _p: d.review.settle(s.comment),
}
"""What writes: tried on a record that is out of sight, it is refused, or does nothing."""

EXEMPT: Mapping[str, str] = {
    "approvals.ask": "takes a request that names a record which the caller holds already",
    "approvals.countersign": "as approvals.ask",
    "approvals.carry": "for other nouns of the Desk",
    "approvals.content": "takes the request itself",
    "approvals.demanded": "takes the request itself",
    "approvals.downgrade": "takes the record itself",
    "approvals.granted": "takes the request itself",
    "approvals.rows": "takes the requests themselves",
    "approvals.worded": "takes the request itself",
    "approvals.seconds": "officers are open to all",
    "approvals.use": "takes the agreement itself",
    **{
        f"backups.{name}": "says which backups there are, and whether they are sound"
        for name in ("change_daily", "change_second_place", "days_without_elsewhere", "drill",
                     "drilled", "due", "elsewhere", "reminder", "ring", "to_restore", "write",
                     "write_daily", "write_elsewhere", "write_here")
    },
    **{
        f"checks.{name}": "tells by identity alone what is damaged"
        for name in ("due", "last", "mend", "remedy", "sentence")
    },
    "bulk.undo": "takes what an act gave back; goes by the same way as the acts",
    **{
        f"conflicts.{name}": "goes by access.sees; only two desks can disagree (test_packs)"
        for name in ("count", "list", "same_parties", "settle")
    },
    **{
        f"desks.{name}": "other desks and their keys are known to all"
        for name in ("card", "distrust", "get", "labels", "list", "meet", "name", "trust",
                     "trusted", "words", "write_card")
    },
    **{
        f"packs.{name}": "goes by access.may_see and a ceiling; encrypted to another desk"
        for name in ("list", "out", "preview", "take")
    },
    "documents.counts": "counts have a test of their own below",
    "documents.defaults": "the officer's own last document; has a test of its own below",
    "documents.facet_values": "counts have a test of their own below",
    "documents.keep_files": "takes bytes that the caller holds",
    "documents.marks": "takes the text itself",
    "documents.register": "writes a new document",
    "documents.register_in": "writes a new document",
    "dossiers.add": "writes a new dossier",
    "handovers.may": "asks for the role",
    "history.acts": "says which kinds of acts there are",
    "history.device": "says what machines are called",
    "history.devices": "says what machines are called",
    "history.may_undo": "says yes or no of an act by its clock",
    "history.officer_called": "officers are open to all",
    "history.officers": "officers are open to all",
    "history.check_month": "takes the file itself",
    "history.month": "counts acts by officer and kind",
    **{
        f"history.months.{name}": "counts acts by officer and kind"
        for name in ("content", "due", "made", "paper", "write")
    },
    "history.seal": "says at which act a seal was made",
    "history.verify": "says whether the chains are whole",
    "incoming.count": "counts have a test of their own below",
    "incoming.read_waiting": "gives a number; counts have a test of their own below",
    "incoming.take": "takes files that the caller holds",
    "incoming.unread": "counts have a test of their own below",
    "intake.as_it_is": "takes a file that the caller holds",
    "intake.document_of": "takes a draft",
    "intake.extensions": "says what formats there are",
    "intake.import_paths": "takes files that the caller holds",
    "intake.proposals": "takes the text itself",
    "intake.read": "takes a file that the caller holds",
    "intake.register": "writes a new document",
    "memos.blocks_of": "takes the revision itself",
    "opinions.check_may_approve": "asks for the role",
    "registers.columns": "says which fields there are",
    "registers.count": "numbers stand in the register whatever they are about",
    "registers.gaps": "numbers stand in the register whatever they are about",
    "registers.years": "numbers stand in the register whatever they are about",
    "screening.decisions.decided": "for a name that the caller has; goes by access.visible",
    "screening.decisions.note": "for a name that the caller has",
    "screening.note": "for a name that the caller has",
    "screening.evidence.of_name": "for a name that the caller has",
    "screening.name_lists.digest": "takes the list itself",
    "screening.name_lists.new": "writes a new list",
    **{
        f"screening.tables.{name}": "takes a table that the caller has"
        for name in ("export", "open", "screen")
    },
    "screening.texts.passages": "takes the document itself",
    **{
        f"screening.{name}": "sanctions lists are open to all"
        for name in ("entries.entry", "entries.list", "entries.parts", "entries.rows", "kept.has",
                     "kept.of", "lists.add_narratives", "lists.apply", "lists.files",
                     "lists.in_force",
                     "lists.preview", "lists.previewed", "lists.settle_in", "lists.template",
                     "lists.write_template", "names.changed_since", "names.dates",
                     "names.delisted", "names.in_force")
    },
    **{
        f"screening.texts.{name}": "compares all documents, gives numbers"
        for name in ("catch_up", "due")
    },
    "searches.forget_recent": "the officer's own",
    "searches.last_looked": "the officer's own",
    "searches.looked": "the officer's own",
    "searches.new_since": "the officer's own",
    "searches.recognised": "takes the question itself",
    "searches.remember": "the officer's own",
    "searches.remove": "the officer's own",
    "searches.rename": "the officer's own",
    "searches.save": "the officer's own",
    "Desk.back_up": "writes the whole desk, encrypted",
    "Desk.bring_up": "brings tables up to date",
    "Desk.close": "locks the desk",
    "Desk.create": "makes a new desk",
    "Desk.exists": "looks at a folder",
    "Desk.for_worker": "the same desk with the same officer",
    "Desk.label": "terms are open to all",
    "Desk.open": "unlocks the desk",
    "Desk.open_unlocked": "unlocks the desk",
    "Desk.may": "asks for the role",
    "Desk.may_see": "asks for the clearance",
    "Desk.why_not": "asks for the role",
    "Desk.peek": "how the unlock screen looks",
    "Desk.recover": "unlocks the desk",
    "Desk.rebuild_index": "gives nothing back",
    "Desk.unlock": "unlocks the desk",
    "Desk.vocabulary": "terms are open to all",
    **{
        f"slots.{name}": "names of keys are open to all, also on the locked screen"
        for name in ("drop_words", "keep_passphrase", "keep_words", "list", "prepare_passphrase",
                     "prepare_words", "remove", "rename", "words_were_printed")
    },
    "security.check": "looks at the machine",
    **{f"unsaved.{name}": "the officer's own" for name in ("all", "drop", "keep", "of")},
    **{
        f"officers.{name}": "officers are open to all"
        for name in ("add", "edit", "get", "let_go", "list", "needed")
    },
    **{
        f"parties.{name}": "parties are open to all"
        for name in ("all", "complete", "edit", "forget", "get", "name", "remember", "resolve",
                     "resolve_or_add")
    },
    **{
        f"settings.{name}": "settings are open to all"
        for name in ("all", "change", "drop_letterheads", "set_letterhead", "standard_letterhead")
    },
}  # fmt: skip
"""Methods by which nothing of a record is learned, and why."""


def _try(act: Any, *arguments: Any, **named: Any) -> object:
    """What a call gives or how it is refused: the calls after it are made too."""
    try:
        return act(*arguments, **named)
    except CtdeskError as refusal:
        return refusal.message("en"), refusal.message("ar")


def _decided(desk: Desk, seeded: Seeded, act: str) -> object:
    reason = ("another person",) if act == "exclude" else ()
    return getattr(desk.screening.decisions, act)(seeded.match, *reason)


def _first(desk: Desk) -> str:
    """The officer who wrote all that is seeded."""
    return desk.officers.list()[0].uid


def _previewed(desk: Desk, seeded: Seeded) -> object:
    """A backup beside a desk in which much was written since."""
    desk.backups.write_here()
    word = canary(seeded.degree)
    with desk._store.act("test") as act:
        act.create(Action(what=f"{word} since", document=seeded.document))
        act.update(Document, seeded.document, subject=f"{word} since")
        act.update(Action, seeded.action, what=f"{word} since")
    return desk.backups.preview(desk.backups.ring()[0])


def _written(desk: Desk) -> list[str]:
    """Every identity that the change log has, records or not."""
    rows = desk._store.read.connection.execute("SELECT DISTINCT row_id FROM change").fetchall()
    return [row[0] for row in rows]


def _past() -> Any:
    return HistoryRow("", "", "", "", "", "", name="summary", was="x")
