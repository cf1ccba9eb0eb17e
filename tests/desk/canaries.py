"""A desk with a word in every field of every record that stands in records of one degree only."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ctdesk.desk import Desk, Filters, NewFile
from ctdesk.domain.blocks import Block
from ctdesk.domain.classification import LEVELS
from ctdesk.domain.records import Action, Document, Dossier, Item, Link
from tests.desk.officers import another
from tests.screening.lists.made import NADIR, un_xml

AMMAN, HERE = "السفارة في عمّان", "وزارة الخارجية"
COMMON = " ".join(f"Sentence {n} is the same in every report of this test." for n in range(12))
NUMBERED, OPEN = "4/7/99{}1", "4/7/9900"
"""The sender's numbers of each degree's letter, which an open one mentions, and of the open one
that each degree's answer mentions: they say nothing."""


def canary(degree: str) -> str:
    """The word of a degree; every record of that degree has it in every field that holds words."""
    return f"canary{degree.replace('_', '')}"


@dataclass(frozen=True)
class Seeded:
    """What was written of one degree, by identity."""

    degree: str
    document: str
    letter: str
    attachment: str
    opinion: str
    issued: str
    lowered: str
    comment: str
    dossier: str
    item: str
    action: str
    link: str
    match: str
    names: str
    named: str
    waiting: str
    approval: str
    mentioning: str
    memo: bytes
    lowered_memo: bytes
    year: int


def seed(desk: Desk, folder: Path) -> dict[str, Seeded]:
    """Write records of every degree; the officer at the desk is cleared for all."""
    names = folder / "list.xml"
    names.write_bytes(un_xml("2026-01-01", NADIR))
    desk.screening.lists.apply(desk.screening.lists.preview(names))
    base = desk.documents.register(
        _report("open", "base", text="nothing of note", their_number=OPEN, their_date="2026-11-01"),
        sender=HERE,
        addressees=[AMMAN],
    ).uid
    return {degree: _seed(desk, degree, base, folder) for degree in LEVELS}


def _report(degree: str, about: str, **fields: Any) -> Document:
    word = canary(degree)
    text = f"{word} {about} first sentence of the report. {word} second sentence. {COMMON}"
    text += f" {word} says that Nadir Salim al-Qasabi has come. {word}."
    return Document(
        **{
            "kind": "report",
            "direction": "incoming",
            "subject": f"{word} {about}",
            "subject_en": f"{word} in english",
            "text": text,
            "summary": f"{word} summary",
            "margin_note": f"{word} margin",
            "their_number": f"{word}-{about}",
            "their_date": "2026-11-02",
            "source_id": f"{word}id",
            "handling": word,
            "classification": degree,
            **fields,
        }
    )


def _seed(desk: Desk, degree: str, base: str, folder: Path) -> Seeded:
    word = canary(degree)
    files = [NewFile(f"{word}.txt", "text/plain", word.encode(), original=True)]
    document = desk.documents.register(
        _report(degree, "report"), sender="سفارة جمهورية العراق في لندن", attachments=files
    )
    number = NUMBERED.format(LEVELS.index(degree))
    letter = desk.documents.register(
        _report(degree, "letter", their_number=number), sender=HERE, addressees=[AMMAN]
    )
    mention = f"إشارة إلى كتابكم المرقم {number} في 2/11/2026، نود إعلامكم."
    mentioning = desk.documents.register(
        Document(kind="letter", direction="incoming", subject="جواب", text=mention,
                 their_date="2026-11-05", classification="open"),
        sender=AMMAN,
        addressees=[HERE],
    )  # fmt: skip
    desk.documents.register(
        _report(degree, "answer", text=f"{word}: كتابكم المرقم {OPEN} في 1/11/2026"),
        sender=AMMAN,
        addressees=[HERE],
    )
    desk.documents.change_state(letter.uid, "void", f"{word} void")
    opinion, comment = _drafted(desk, word, document)
    issued = _opinion(desk, word, document, f"{word} issued")
    desk.opinions.issue(issued.uid)
    lowered = _lowered(desk, document)
    dossier, item = _gathered(desk, degree, document)
    action = desk.actions.add(
        Action(what=f"{word} step", owner=word, document=document.uid, quote=word)
    )
    with desk._store.act("test") as act:
        link = act.create(
            Link(source=document.uid, source_table="document", source_quote=word, target=base,
                 target_table="document", target_quote=word, type="refers_to")
        )  # fmt: skip
    names = desk.screening.name_lists.new(
        f"{word} names", classification=degree, document=document.uid, note=word
    )
    desk.searches.save(f"{word} search", word, Filters(), "date")
    desk.searches.remember(word)
    return Seeded(
        degree=degree,
        document=document.uid,
        letter=letter.uid,
        attachment=desk.documents.attachments(document.uid)[0].uid,
        opinion=opinion,
        issued=issued.uid,
        lowered=lowered,
        comment=comment,
        dossier=dossier,
        item=item,
        action=action.uid,
        link=link.uid,
        names=names.uid,
        named=desk.screening.name_lists.add(names.uid, word, basis=word, detail=word).uid,
        match=desk.screening.of_document(document.uid)[0].match.uid,
        waiting=_arrived(desk, degree, folder),
        approval=_asked(desk, degree, document),
        mentioning=mentioning.uid,
        memo=desk.memos.write(issued.uid, "ar"),
        lowered_memo=desk.memos.write(lowered, "ar", annex=True),
        year=document.register_year,
    )


def _opinion(desk: Desk, word: str, document: Document, subject: str) -> Document:
    source = desk.opinions.source(document.uid, 0, 40)
    article = Block("", "article", ar=f"{word} remark", number="5", position="reserve",
                    received_ar=f"{word} received", proposed_ar=f"{word} proposed")  # fmt: skip
    paragraph = Block("", "paragraph", f"{word} فقرة", f"{word} paragraph", sources=(source,))
    return desk.opinions.new(subject=subject, on=[document.uid], blocks=[paragraph, article])


def _drafted(desk: Desk, word: str, document: Document) -> tuple[str, str]:
    opinion = _opinion(desk, word, document, f"{word} draft")
    comment = desk.review.comment(opinion.uid, f"{word} comment")
    opened = desk.opinions.open(opinion.uid)
    more = Block("autosaved", "paragraph", f"{word} autosaved", "unsaved")
    desk.opinions.autosave(opinion.uid, [*opened.blocks, more])
    return opinion.uid, comment.uid


def _lowered(desk: Desk, document: Document) -> str:
    """An open opinion that cites a higher document: the second officer agreed."""
    source = desk.opinions.source(document.uid, 0, 40)
    said = Block(
        "", "paragraph", "قول لا يحوي سراً", "A sentence without a secret", sources=(source,)
    )
    opinion = desk.opinions.new(
        subject="رأي أدنى درجة", on=[document.uid], blocks=[said], opening="", opening_en=""
    )
    desk.opinions.edit(opinion.uid, classification="open", lower_reason="لا يحوي ما ورد فيه")
    if document.classification != "open":
        another(desk, "head").review.agree_lower(opinion.uid)
    desk.opinions.issue(opinion.uid)
    return opinion.uid


def _gathered(desk: Desk, degree: str, document: Document) -> tuple[str, str]:
    word = canary(degree)
    item = Item(dossier="-", number=word, type="article", text_ar=f"{word} item", basis=word,
                text_en=f"{word} item", proposed=f"{word} wording", owner=word)  # fmt: skip
    dossier = desk.dossiers.add(
        Dossier(code=f"{word}-D", kind="mou", title_ar=word, title_en=word, classification=degree),
        [item],
    )
    desk.dossiers.put(dossier.uid, document.uid)
    desk.actions.add(Action(what=f"{word} on the dossier", dossier=dossier.uid))
    return dossier.uid, desk.dossiers.items(dossier.uid)[0].uid


def _arrived(desk: Desk, degree: str, folder: Path) -> str:
    word = canary(degree)
    path = folder / f"{word}.txt"
    path.write_text(f"{word} arrived", encoding="utf-8")
    desk.incoming.take([path])
    waiting = next(row.uid for row in desk.incoming.rows() if row.name == path.name)
    desk.incoming.keep(waiting, {"head": {"subject": word, "classification": degree}})
    return waiting


def _asked(desk: Desk, degree: str, document: Document) -> str:
    request = desk.approvals.downgrade(document, "open")
    if degree == "open":
        return ""
    return desk.approvals.ask(request, f"{canary(degree)} reason").uid


def words_in(result: object) -> str:
    """All that a result says: its repr, and the words of the files it names or is."""
    if isinstance(result, bytes):
        return _unpacked(result)
    if isinstance(result, Path):
        return _unpacked(result.read_bytes())
    if isinstance(result, dict | list | tuple):
        parts = result.values() if isinstance(result, dict) else result
        keys = json.dumps([str(key) for key in result]) if isinstance(result, dict) else ""
        return keys + " ".join(words_in(part) for part in parts)
    return repr(result)


def _unpacked(data: bytes) -> str:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


Case = Callable[[Desk, Seeded, Path], object]
