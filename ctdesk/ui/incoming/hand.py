"""The file in hand: its text, what was read from it, and the form that is filled from both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Document
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context
from ctdesk.ui.form.desktop import EntryDesktop
from ctdesk.ui.incoming.same import SameLines
from ctdesk.ui.language import Retranslated

if TYPE_CHECKING:
    from ctdesk.desk import Alike, Arrival

_KEEP_MS, _COMPARE_MS, _AGAIN_MS = 700, 250, 5000
_MOST_COMPARED = 20_000
"""Letters of a text that is compared with the lists while it opens: some tens of milliseconds."""
"""So long a rest, and what was written is kept; so long, and the text is compared; so long, and
what could not be kept is tried again."""


class Hand(Retranslated, EntryDesktop):
    """Shows an arrival; what an officer writes is kept in the queue after a rest."""

    failed = Signal(object)
    kept = Signal()
    """What stands in the form was kept: its line on the list may say something else."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.same = SameLines(context, self)
        self.arrival: Arrival | None = None
        self._filling = False
        self._refused = False
        self._unkept: dict[str, Mapping[str, Any]] = {}
        """What was written in files that were left while the store could not be written."""
        self._alike: tuple[Alike, ...] = ()
        self._keeping, self._comparing = QTimer(self), QTimer(self)
        for timer, rest in ((self._keeping, _KEEP_MS), (self._comparing, _COMPARE_MS)):
            timer.setSingleShot(True)
            timer.setInterval(rest)
        self._keeping.timeout.connect(self.keep)
        self._comparing.timeout.connect(self._compare)
        self.text.changed.connect(self._written)
        self.form.changed.connect(self._form_written)
        self.proposals.taken.connect(self._take)

    def show_arrival(self, arrival: Arrival) -> None:
        """Show a file: as an officer left it, else as it was read, nothing taken over yet."""
        self.keep()
        self.arrival = arrival
        self._filling = True
        try:
            self.form.show_record(self._blank())
            self._show_read(arrival)
            edits = self._unkept.get(arrival.row.uid, arrival.edits)
            if edits:
                self._show_edits(edits)
            if arrival.row.officer:
                self.form.set_value("officer", arrival.row.officer)
        finally:
            self._filling = False
        self.say("", "muted")
        self._alike = ()
        self.retranslate()
        self._comparing.start()

    def clear(self) -> None:
        """No file is in hand."""
        self.keep()
        self._comparing.stop()
        self.arrival = None
        self.same.show_file(None)

    def keep(self) -> bool:
        """Keep what was written, where it was not kept yet; False when it could not be kept: it
        then stays in memory, also when another file is shown, and is tried again."""
        if self._keeping.isActive() and self.arrival is not None:
            self._unkept[self.arrival.row.uid] = self._edits()
        self._keeping.stop()
        if not self._unkept:
            return True
        try:
            for uid in list(self._unkept):
                self._context.desk.incoming.keep(uid, self._unkept[uid])
                del self._unkept[uid]
        except CtdeskError as error:
            self._keeping.start(_AGAIN_MS)
            if not self._refused:
                self._refused = True
                self.failed.emit(error)
            return False
        self._refused = False
        self.kept.emit()
        return True

    def forget(self) -> None:
        """What was written is registered, or given up: nothing is left to keep."""
        self._keeping.stop()
        if self.arrival is not None:
            self._unkept.pop(self.arrival.row.uid, None)

    def document(self) -> Document:
        """What would be registered, without its parties."""
        return Document(**self.form.values(), text=self.text.value())

    def assign(self, officer: str) -> None:
        """The document goes to this officer once it is registered."""
        editor = self.form.editors["officer"]
        editor.set_value(officer)
        editor.touched = True
        self._written()

    def retranslate(self) -> None:
        self.text.name(self._context.field("document", "text"))
        self.text.invite(self.tr("Type or paste the text here"))
        self.same.show_file(self.arrival.row if self.arrival else None, self._alike)
        arrival = self.arrival
        if arrival is None:
            return
        show, count = self._context.show, len(arrival.attachments)
        size = show.number(max(1, round(arrival.row.size / 1024)))
        self.show_file(
            show.joined(
                isolate(arrival.row.name),
                self.tr("{0} KB").format(size),
                show.digits(self.tr("%n attachment(s)", "", count)) if count else "",
            )
        )
        notes = [
            self._context.word(
                note.code if note.code.startswith("error.") else f"intake_note.{note.code}",
                **note.values,
            )
            for note in arrival.notes
        ]
        if arrival.row.refusal is not None:
            notes.append(arrival.row.refusal.message(self._context.lang))
        self.show_notes([*notes, *self._names_found()])

    def _names_found(self) -> list[str]:
        """Names of the lists in the text, once the lists are at hand; nobody waits for them."""
        screening, text = self._context.desk.screening, self.text.value()
        if not screening.ready or not 0 < len(text) <= _MOST_COMPARED:
            return []
        found = dict.fromkeys(one.passage for one in screening.in_text(text))
        said = self.tr("It may name listed ones: {0}")
        return [said.format(self._context.show.names(found))] if found else []

    def _blank(self) -> Document:
        """What the form holds before anything was read: of the last report only what every file
        of a morning shares. Its sender must not slip in where a file names none."""
        last = self._context.desk.documents.defaults()
        return Document(
            kind=last.kind,
            direction=last.direction,
            classification="restricted",
            urgency="routine",
            medium=last.medium,
        )

    def _show_read(self, arrival: Arrival) -> None:
        self.text.set_value("")
        for key, value in arrival.fields.items():
            if key == "text":
                self.text.set_value(value)
            else:
                self._put(key, value)
        self.proposals.show_proposals(arrival.proposals)

    def _show_edits(self, edits: Mapping[str, Any]) -> None:
        self.text.set_value(edits["text"])
        for name, value in {**edits["values"], **edits["names"]}.items():
            if name in self.form.editors:
                self.form.editors[name].set_value(value)
                self.form.editors[name].touched = name in edits["touched"]
        still_open = set(edits["open"])
        assert self.arrival is not None
        self.proposals.show_proposals([p for p in self.arrival.proposals if p.field in still_open])

    def _edits(self) -> dict[str, Any]:
        names, values = self.form.names(), self.form.values()
        return {
            "text": self.text.value(),
            "values": values,
            "names": names,
            "touched": [n for n, editor in self.form.editors.items() if editor.touched],
            "open": self.proposals.fields,
            "head": {
                "from": names["sender"],
                "officer": values["officer"],
                **{n: values[n] for n in ("subject", "their_number", "their_date")},
                **self._marked(),
            },
        }

    def _marked(self) -> dict[str, str]:
        """The classification, once somebody chose one: the form's own says nothing of it."""
        editor = self.form.editors["classification"]
        return {"classification": editor.value()} if editor.touched else {}

    def _keys(self) -> set[str]:
        return {spec.key for spec in self.form.specs}

    def _put(self, key: str, value: Any) -> None:
        spec = field_of(Document, key)
        if spec.name in self.form.editors:
            editor = self.form.editors[spec.name]
            editor.set_value(value)
            editor.touched = True

    def _take(self, key: str, value: Any) -> None:
        self._put(key, value)
        self._written()

    def _form_written(self) -> None:
        for name, editor in self.form.editors.items():
            if editor.touched:
                self.proposals.drop(field_of(Document, name).key)
        self._written()

    def _written(self) -> None:
        if not self._filling:
            self._keeping.start(_KEEP_MS)

    def _compare(self) -> None:
        """Look for registered documents whose text is nearly the same."""
        if self.arrival is None:
            return
        try:
            found = self._context.desk.sameness.alike(self.text.value())
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self._alike = tuple(found)
        self.same.show_file(self.arrival.row, self._alike)
