"""All about one entry: its names, what is known of it, why it is listed, what changed when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ctdesk.ui.changed_words import marked_pair
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated
from ctdesk.ui.screening.sheet import Sheet, SheetView
from ctdesk.ui.screening.words import birth_text, kind_word, match_line, nation_lines

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import EntryVersion, EntryView
    from ctdesk.domain.records import ListEntry

_FACTS = ("birth_places", "documents", "designations", "titles", "addresses",
          "gender", "basis")  # fmt: skip


class EntryPane(Retranslated, QFrame):
    """Shows an EntryView."""

    opened = Signal(str, str)
    """Table and uid of a record that a link leads to."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._view: EntryView | None = None
        self._name, self._other, self._quiet = QLabel(self), QLabel(self), QLabel(self)
        self.sheet = SheetView(context, self)
        self._lay_out()
        self.sheet.linked.connect(lambda target: self.opened.emit(*target.split(":", 1)))
        self.retranslate()

    @property
    def uid(self) -> str:
        """The entry that is shown; "" for none."""
        return self._view.record.uid if self._view else ""

    @property
    def record(self) -> ListEntry | None:
        """Its record; None for none."""
        return self._view.record if self._view else None

    @property
    def name(self) -> str:
        """Its name as the list writes it."""
        return self._view.record.name if self._view else ""

    def show_entry(self, view: EntryView) -> None:
        """Show an entry from the top."""
        same = self._view is not None and self._view.record.uid == view.record.uid
        self._view = view
        self._fill(keep_place=same)

    def clear(self) -> None:
        """Show nothing."""
        self._view = None
        self._fill()

    def retranslate(self) -> None:
        self.sheet.setAccessibleName(self.tr("The entry"))
        self._fill(keep_place=True)

    def _fill(self, *, keep_place: bool = False) -> None:
        view, show, context = self._view, self._context.show, self._context
        sheet = Sheet(context)
        for label in (self._name, self._other, self._quiet):
            label.setVisible(view is not None)
        if view is None:
            self.sheet.show_sheet(sheet)
            return
        record = view.record
        first, other = record.name, record.name_original
        if context.rtl and other:
            first, other = other, first
        self._name.setText(show.joined(first))
        self._other.setText(show.joined(other))
        self._other.setVisible(bool(other))
        gone = (
            self.tr("listed no more since {0}").format(show.day(record.delisted_on))
            if record.delisted_on
            else ""
        )
        self._quiet.setText(
            show.joined(
                f"\u2068{record.reference}\u2069",
                context.label("list_kind", record.list),
                record.regime,
                kind_word(context, record.kind),
                gone,
            )
        )
        self._quiet.setProperty("role", "warning" if gone else "muted")
        self._quiet.style().polish(self._quiet)
        self._tell(sheet, view)
        self.sheet.show_sheet(sheet, keep_place=keep_place)

    def _tell(self, sheet: Sheet, view: EntryView) -> None:
        context, show, record = self._context, self._context.show, view.record
        head = (self.tr("Name"), self.tr("Script"), self.tr("Quality"))
        sheet.table(
            head,
            (
                (
                    name.text,
                    context.word(f"screening.script.{name.script}"),
                    context.word(f"screening.name.quality.{name.quality}"),
                )
                for name in view.entry.names
            ),
        )
        said = dict(view.said)
        word = context.word
        rows = [
            (word("list_field.births"), [birth_text(context, b) for b in view.entry.births]),
            (word("list_field.nationality"), nation_lines(context, record)),
            *((word(f"list_field.{key}"), list(said.get(key, ()))) for key in _FACTS),
            (word("list_field.listed_on"), [show.day(record.listed_on)]),
            (
                word("list_field.amended_on"),
                [show.names(show.short_day(day) for day in view.entry.amended_on)],
            ),
            (self.tr("Permanent number"), [show.number(record.permanent_id)]),
        ]
        sheet.heading(self.tr("What is known"))
        sheet.facts(rows)
        if view.entry.comments:
            sheet.heading(word("list_field.comments"))
            sheet.paragraph(view.entry.comments)
        if view.narrative:
            sheet.heading(self.tr("Reasons for listing"))
            sheet.paragraph(view.narrative)
        self._tell_mentions(sheet, record.uid)
        sheet.heading(self.tr("By list"))
        for version in view.versions:
            self._tell_version(sheet, version)

    def _tell_mentions(self, sheet: Sheet, uid: str) -> None:
        """Decisions about it, and the documents that may mention it."""
        rows = self._context.desk.screening.of_entry(uid)
        if not rows:
            return
        sheet.heading(self.tr("Where it was found, and what was decided"))
        for row in rows:
            line = match_line(self._context, row)
            quiet = self._context.show.joined(line.chip, row.match.reason)
            if row.document is None:
                asked = self._context.word("screening.asked_for")
                sheet.points([self._context.show.joined(row.match.name, asked, quiet)])
            else:
                number = self._context.show.number(row.document.number or row.document.their_number)
                about = self._context.show.joined(row.match.name, number, quiet)
                sheet.link(row.document.title, f"document:{row.document.uid}", quiet=about)

    def _tell_version(self, sheet: Sheet, version: EntryVersion) -> None:
        context, show = self._context, self._context.show
        days = (
            self.tr("list of {0}").format(show.short_day(version.since))
            if version.since == version.until
            else self.tr("lists of {0} to {1}").format(
                show.short_day(version.since), show.short_day(version.until)
            )
        )
        if not version.listed:
            sheet.points([show.joined(days, self.tr("not listed"))])
            return
        if not version.changed:
            sheet.points([show.joined(days, self.tr("as the file says it first"))])
            return
        sheet.points([show.joined(days, self.tr("changed:"))])
        rows = []
        for field in version.changed:
            pair = marked_pair("\n".join(field.before), "\n".join(field.after), context.tokens)
            rows.append((context.word(f"list_field.{field.key}"), *pair))
        sheet.changes((self.tr("Field"), self.tr("Before"), self.tr("After")), rows)

    def _lay_out(self) -> None:
        roles = ((self._name, "title"), (self._other, "heading"), (self._quiet, "muted"))
        for label, role in roles:
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 8)
        layout.setSpacing(3)
        for label, _ in roles:
            layout.addWidget(label)
        layout.addWidget(self.sheet, 1)
