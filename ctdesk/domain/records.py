"""The desk's nouns and their fields: everything the division does is made of these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ctdesk.domain.fields import a_field


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every record carries: an identity that never changes, and who wrote it when."""

    table: ClassVar[str]

    uid: str = ""
    created_at: str = ""
    created_by: str = ""
    updated_at: str = ""
    updated_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Document(Record):
    """What came in or went out. An opinion is a Document of kind `opinion` with Revisions."""

    table = "document"

    kind: str = a_field(
        "code", vocabulary="document_kind", required=True, form=True, listed=True, sticky=True
    )
    direction: str = a_field(
        "code", vocabulary="direction", required=True, form=True, listed=True, sticky=True
    )
    subject: str = a_field("text", form=True, listed=True, register=True, index="subject")
    subject_en: str = a_field("text", index="subject")
    sender: str = a_field(
        "party", key="from", form=True, listed=True, register=True, index="mission", sticky=True
    )
    addressees: tuple[str, ...] = a_field(
        "parties", key="to", form=True, register=True, index="mission", sticky=True
    )
    copies: tuple[str, ...] = a_field("parties", form=True)
    their_number: str = a_field("text", form=True, listed=True, register=True, index="number")
    their_date: str = a_field("date", form=True, listed=True, register=True)
    text: str = a_field("long", form=True, index="body")
    summary: str = a_field("long", form=True, index="summary")
    topics: tuple[str, ...] = a_field("codes", vocabulary="topic", most=3, form=True)
    countries: tuple[str, ...] = a_field("codes", vocabulary="country", form=True)
    classification: str = a_field(
        "code", vocabulary="classification", form=True, listed=True, register=True, sticky=True
    )
    handling: str = a_field("code", vocabulary="handling", open=True, form=True)
    urgency: str = a_field("code", vocabulary="urgency", form=True, listed=True, sticky=True)
    language: str = a_field("code", vocabulary="language", form=True)
    medium: str = a_field("code", vocabulary="medium", form=True, sticky=True)
    officer: str = a_field("officer", form=True, listed=True)
    due: str = a_field("date", form=True)
    margin_note: str = a_field("long", form=True, register=True, index="summary")
    state: str = a_field("code", vocabulary="document_state", listed=True, given=True)
    void_reason: str = a_field("text", given=True)
    register: str = a_field("code", vocabulary="register", given=True)
    register_year: int = a_field("number", given=True)
    register_seq: int = a_field("number", given=True)
    register_number: str = a_field("text", listed=True, register=True, given=True, index="number")
    register_date: str = a_field("date", register=True, given=True)
    source_id: str = a_field("text", given=True, index="number")
    memo_kind: str = a_field("code", vocabulary="memo_kind", given=True)
    opening: str = a_field("long", given=True)
    opening_en: str = a_field("long", given=True)
    lower_reason: str = a_field("text", given=True)
    """Why an opinion is classified lower than its highest source."""
    lower_by: str = a_field("officer", given=True)
    """Who gave that reason."""
    lower_agreed: str = a_field("officer", given=True)
    """The second officer, who agreed to it."""
    closing: str = a_field("long", given=True)
    closing_en: str = a_field("long", given=True)
    dispatched: str = a_field("date", given=True)
    """The day on which the signed memo left."""
    outgoing_number: str = a_field("text", given=True, index="number")
    """The number that the registry gave to the signed memo."""
    provisional_number: str = a_field("text", given=True, index="number")
    """The number that a travelling laptop had given, once the main desk gave the permanent one."""


@dataclass(frozen=True, kw_only=True)
class Attachment(Record):
    """A file that belongs to a document; its bytes are never modified."""

    table = "attachment"

    document: str = a_field("ref", target="document", required=True)
    name: str = a_field("text", required=True, index="number")
    media_type: str = a_field("text")
    size: int = a_field("number")
    sha256: str = a_field("text", required=True)
    blob: str = a_field("text", given=True)
    original: bool = a_field("flag")
    """It is the file that the document was registered from."""


@dataclass(frozen=True, kw_only=True)
class Revision(Record):
    """One saved state of an opinion's blocks; hashed over its own content and the one before."""

    table = "revision"

    document: str = a_field("ref", target="document", required=True)
    number: int = a_field("number", required=True)
    author: str = a_field("officer")
    at: str = a_field("time")
    blocks: str = a_field("long", index="body")
    """JSON of `domain.blocks.Block`s."""
    previous_hash: str = a_field("text", given=True)
    hash: str = a_field("text", given=True)
    frozen: bool = a_field("flag", given=True)
    seal: str = a_field("text", given=True)
    """16 digits of the desk's history at the issue; printed on the memo."""
    frame: str = a_field("long", given=True)
    """JSON of the memo's frame at the issue: addressee, signer, paper, names of what it cites."""
    letterheads: tuple[str, ...] = a_field("texts", given=True)
    """Names of the stored templates that the frame mentions."""
    settles: tuple[str, ...] = a_field("texts", given=True)
    """Hashes of revisions, written meanwhile on other desks, that this one takes account of."""


@dataclass(frozen=True, kw_only=True)
class Comment(Record):
    """What a reviewer says to a block of an opinion; the text itself is the drafter's."""

    table = "comment"

    document: str = a_field("ref", target="document", required=True)
    block: str = a_field("text")
    """Uid of the block; empty: the whole opinion."""
    text: str = a_field("text", required=True)
    author: str = a_field("officer")
    at: str = a_field("time")
    settled: bool = a_field("flag", given=True)


@dataclass(frozen=True, kw_only=True)
class Dossier(Record):
    """What belongs together: an MoU, a committee, a resolution, a project, an event, ..."""

    table = "dossier"

    code: str = a_field("text", required=True, form=True, listed=True, index="number")
    kind: str = a_field(
        "code", vocabulary="dossier_kind", required=True, form=True, listed=True, sticky=True
    )
    title_ar: str = a_field("text", form=True, listed=True, index="subject")
    title_en: str = a_field("text", form=True, listed=True, index="subject")
    parties: tuple[str, ...] = a_field("parties", form=True, index="mission")
    stage: str = a_field("code", vocabulary="mou_stage", form=True, listed=True)
    opened: str = a_field("date", form=True)
    closed: str = a_field("date", form=True)
    officer: str = a_field("officer", form=True, listed=True)
    deputy: str = a_field("officer", form=True)
    classification: str = a_field(
        "code", vocabulary="classification", form=True, listed=True, sticky=True
    )
    next_date: str = a_field("date", form=True, listed=True)


@dataclass(frozen=True, kw_only=True)
class Item(Record):
    """A numbered piece of a dossier that needs a position or a step."""

    table = "item"

    dossier: str = a_field("ref", target="dossier", required=True)
    number: str = a_field("text", form=True, listed=True, index="number")
    type: str = a_field("code", vocabulary="item_type", form=True, listed=True, sticky=True)
    article_type: str = a_field("code", vocabulary="article_type", form=True)
    text_ar: str = a_field("long", form=True, listed=True, index="body")
    text_en: str = a_field("long", form=True, index="body")
    fixed: bool = a_field("flag", form=True)
    axis: str = a_field("code", vocabulary="axis", form=True)
    position: str = a_field("code", vocabulary="position", form=True, listed=True)
    proposed: str = a_field("long", form=True, index="summary")
    basis: str = a_field("text", form=True, index="summary")
    status: str = a_field("code", vocabulary="action_state", form=True, listed=True)
    owner: str = a_field("text", form=True)
    due: str = a_field("date", form=True)


@dataclass(frozen=True, kw_only=True)
class Party(Record):
    """A country, mission, body, person or group that the desk writes to, hears from or of."""

    table = "party"

    kind: str = a_field("code", vocabulary="party_kind", required=True, form=True, listed=True)
    name_ar: str = a_field("text", form=True, listed=True, index="subject")
    name_en: str = a_field("text", form=True, listed=True, index="subject")
    spellings: tuple[str, ...] = a_field("texts", form=True, index="subject")
    iso: str = a_field("code", vocabulary="country", form=True)
    parent: str = a_field("party", form=True)
    active_from: str = a_field("date", form=True)
    active_to: str = a_field("date", form=True)
    to_be_checked: bool = a_field("flag", listed=True)
    """Made from a name in an import; nobody has looked at it yet."""


@dataclass(frozen=True, kw_only=True)
class Action(Record):
    """A step that somebody owes by a day. Late is computed, never stored."""

    table = "action"

    what: str = a_field("text", required=True, form=True, listed=True, index="subject")
    owner: str = a_field("text", form=True, listed=True, sticky=True)
    due: str = a_field("date", form=True, listed=True)
    asked_by: str = a_field("text", form=True)
    document: str = a_field("ref", target="document", form=True)
    quote: str = a_field("text")
    dossier: str = a_field("ref", target="dossier", form=True)
    waiting_for: str = a_field("party", form=True, listed=True)
    state: str = a_field("code", vocabulary="action_state", given=True, listed=True)
    drop_reason: str = a_field("text", given=True)
    result: str = a_field("ref", target="document")


@dataclass(frozen=True, kw_only=True)
class Assessment(Record):
    """How far a country carries out an item, on a day, by whose judgement."""

    table = "assessment"

    item: str = a_field("ref", target="item", required=True)
    country: str = a_field("code", vocabulary="country", required=True, form=True, listed=True)
    date: str = a_field("date", form=True, listed=True)
    rating: str = a_field("code", vocabulary="rating", form=True, listed=True)
    note: str = a_field("long", form=True)
    source: str = a_field("ref", target="document")
    by: str = a_field("officer")
    reviewed_by: str = a_field("officer")


@dataclass(frozen=True, kw_only=True)
class ListEntry(Record):
    """One listed person or entity. `permanent_id` (the UN's DATAID) is its key: references move."""

    table = "list_entry"

    list: str = a_field("text", required=True, listed=True)
    permanent_id: str = a_field("text", required=True)
    reference: str = a_field("text", listed=True, index="number")
    kind: str = a_field("code", vocabulary="party_kind")
    names: str = a_field("long", index="subject")
    """JSON: name, script, quality, parts."""
    births: str = a_field("long")
    """JSON: type, from, to, text."""
    nationality: tuple[str, ...] = a_field("codes", vocabulary="country")
    documents: str = a_field("long")
    listed_on: str = a_field("date")
    amended_on: str = a_field("date")
    delisted_on: str = a_field("date")
    basis: str = a_field("text")
    file_sha256: str = a_field("text")
    """Of the list file whose state this record shows."""
    name: str = a_field("text", listed=True, index="subject")
    name_original: str = a_field("text", listed=True, index="subject")
    regime: str = a_field("text", listed=True)
    version: str = a_field("text", given=True)
    """Hash of what the list says of it now; of a delisted one, of what it said last."""
    narrative: str = a_field("long")
    narrative_on: str = a_field("text")


@dataclass(frozen=True, kw_only=True)
class ListImport(Record):
    """A list file that was imported: of which day, and what it said, entry by entry.

    The list in force is the file of the newest day, in whatever order the files came.
    """

    table = "list_import"

    list: str = a_field("code", vocabulary="list_kind", required=True, listed=True)
    date: str = a_field("date", required=True, listed=True)
    generated: str = a_field("text", given=True)
    sha256: str = a_field("text", required=True, given=True)
    file_name: str = a_field("text", listed=True)
    entries: int = a_field("number", given=True, listed=True)
    manifest: str = a_field("long", given=True)
    """JSON: permanent id to the hash of what the file says of it."""


@dataclass(frozen=True, kw_only=True)
class ListVersion(Record):
    """What a list said of an entry at some time, word for word; kept once for each wording."""

    table = "list_version"

    entry: str = a_field("ref", target="list_entry", required=True)
    hash: str = a_field("text", required=True, given=True)
    content: str = a_field("long", given=True)
    """JSON of `screening.lists.Said`."""


@dataclass(frozen=True, kw_only=True)
class Match(Record):
    """A passage or name that may mean a list entry, and what was decided about it."""

    table = "match"

    document: str = a_field("ref", target="document")
    passage: str = a_field("text")
    name: str = a_field("text")
    entry: str = a_field("ref", target="list_entry", required=True)
    score: int = a_field("number")
    """Thousandths: floats have no place in a hashed record."""
    explanation: str = a_field("long")
    state: str = a_field("code", vocabulary="match_state", given=True)
    reason: str = a_field("text")
    by: str = a_field("officer")
    second_by: str = a_field("officer")
    matcher_version: str = a_field("text")
    list_date: str = a_field("date")
    place: str = a_field("text", given=True)
    """The text that holds the passage: a field of the document, or a block's uid and side."""
    start: int = a_field("number", given=True)
    end: int = a_field("number", given=True)
    """Code points of that text."""
    listed_name: str = a_field("text", given=True)
    """The name of the entry that it comes nearest to."""
    name_key: str = a_field("text", given=True)
    """The name folded: decisions are remembered by it and the entry."""
    version: str = a_field("text", given=True)
    """The wording of the entry that was compared, or decided about."""
    proposed: str = a_field("code", vocabulary="match_state", given=True)
    """`confirmed`: one officer said so, and a second one is waited for."""
    remembered: str = a_field("text", given=True)
    """Uid of the earlier match whose decision holds for this one too. Not a `ref`: who may see this
    one need not be cleared for that one's document."""


@dataclass(frozen=True, kw_only=True)
class NameList(Record):
    """A list of names that is to leave the desk: only when every row was approved twice."""

    table = "name_list"

    title: str = a_field("text", required=True, form=True, listed=True, index="subject")
    document: str = a_field("ref", target="document", form=True)
    """The opinion whose annex it is; none for a list that leaves by itself."""
    classification: str = a_field("code", vocabulary="classification", form=True, listed=True)
    note: str = a_field("long", form=True)
    left_on: str = a_field("date", given=True, listed=True)
    sha256: str = a_field("text", given=True)
    """Of the rows as they left."""


@dataclass(frozen=True, kw_only=True)
class NameRow(Record):
    """A row of a list of names, its legal basis, and who approved exactly that."""

    table = "name_row"

    name_list: str = a_field("ref", target="name_list", required=True)
    number: int = a_field("number", listed=True)
    name: str = a_field("text", required=True, form=True, listed=True)
    name_other: str = a_field("text", form=True, listed=True)
    """The same name in the other script."""
    entry: str = a_field("ref", target="list_entry", form=True)
    basis: str = a_field("text", form=True, listed=True)
    detail: str = a_field("text", form=True, listed=True)
    first_by: str = a_field("officer", given=True)
    first_at: str = a_field("time", given=True)
    first_hash: str = a_field("text", given=True)
    """Hash of what the first officer approved; worth nothing once the row says something else."""
    second_by: str = a_field("officer", given=True)
    second_at: str = a_field("time", given=True)
    second_hash: str = a_field("text", given=True)
    removed: bool = a_field("flag", given=True)


@dataclass(frozen=True, kw_only=True)
class Link(Record):
    """A tie between two records, down to the passage in each."""

    table = "link"

    source: str = a_field("ref", required=True)
    source_table: str = a_field("text", required=True)
    target: str = a_field("ref")
    target_table: str = a_field("text")
    type: str = a_field("code", vocabulary="link_type", required=True)
    source_start: int = a_field("number")
    source_end: int = a_field("number")
    source_quote: str = a_field("text")
    target_start: int = a_field("number")
    target_end: int = a_field("number")
    target_quote: str = a_field("text")
    removed: bool = a_field("flag", given=True)


@dataclass(frozen=True, kw_only=True)
class Officer(Record):
    """A person of the division who opens the desk."""

    table = "officer"

    name_ar: str = a_field("text", form=True, listed=True)
    name_en: str = a_field("text", form=True, listed=True)
    title_ar: str = a_field("text", form=True)
    title_en: str = a_field("text", form=True)
    role: str = a_field("code", vocabulary="role", form=True, listed=True)
    clearance: str = a_field("code", vocabulary="classification", form=True, listed=True)
    slot: str = a_field("text", given=True)
    left_on: str = a_field("date", given=True)
    """Since when the officer opens the desk no more; the name stays in the history."""


@dataclass(frozen=True, kw_only=True)
class Approval(Record):
    """What one officer asks and a second one agrees to, before it is done."""

    table = "approval"

    what: str = a_field("code", vocabulary="approval_kind", required=True, listed=True)
    subject: str = a_field("ref")
    """The record that it is about; none for a list of many."""
    subject_table: str = a_field("text")
    classification: str = a_field("code", vocabulary="classification", listed=True)
    """The highest degree of all that it is about: the second officer must be cleared for it."""
    content: str = a_field("long", required=True)
    """JSON of exactly what is agreed to."""
    digest: str = a_field("text", given=True)
    """SHA-256 over kind, subject and content."""
    reason: str = a_field("text", required=True, listed=True)
    by: str = a_field("officer", listed=True)
    second_by: str = a_field("officer", given=True, listed=True)
    decided_at: str = a_field("time", given=True)
    answer: str = a_field("text", given=True)
    """Why the second officer refused."""
    state: str = a_field("code", vocabulary="approval_state", given=True, listed=True)
    used_at: str = a_field("time", given=True)
    """When it was done: what was agreed to is done once."""


@dataclass(frozen=True, kw_only=True)
class VocabularyTerm(Record):
    """A word of a vocabulary that the desk added or changed; the seeds come with the program."""

    table = "term"

    vocabulary: str = a_field("text", required=True)
    code: str = a_field("text", required=True, form=True)
    ar: str = a_field("text", form=True)
    en: str = a_field("text", form=True)
    order: int = a_field("number", form=True)
    active_from: str = a_field("date", form=True)
    active_to: str = a_field("date", form=True)


RECORDS: Mapping[str, type[Record]] = {
    kind.table: kind
    for kind in (
        Document,
        Attachment,
        Revision,
        Comment,
        Dossier,
        Item,
        Party,
        Action,
        Assessment,
        ListEntry,
        ListImport,
        ListVersion,
        Match,
        NameList,
        NameRow,
        Link,
        Officer,
        Approval,
        VocabularyTerm,
    )
}
