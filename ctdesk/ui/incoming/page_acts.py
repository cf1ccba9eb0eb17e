"""What can be done with what arrived: the handlers of the table of acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox

from ctdesk.desk.incoming import SECONDS_A_PAGE
from ctdesk.domain.errors import BadInput, CtdeskError
from ctdesk.ui import files
from ctdesk.ui.form.above import goes_on
from ctdesk.ui.incoming.encoding import EncodingDialog
from ctdesk.ui.incoming.same import DifferenceDialog
from ctdesk.ui.page import Page
from ctdesk.ui.work import Work

if TYPE_CHECKING:
    from ctdesk.desk import Alike
    from ctdesk.ui.incoming.hand import Hand

_IN_QUEUE = frozenset(("register_arrival", "accept_proposals", "refer"))
_WITH_FILE = frozenset(("next_arrival", "previous_arrival", "original_of_arrival", "set_aside"))


class IncomingActs(Page):
    """The acts on the file in hand and on those that are chosen."""

    reading = Signal(object)
    """A Work that keeps and reads files: the window shows how far it is."""

    hand: Hand
    aside: bool

    @property
    def current_uid(self) -> str:
        """The file in hand; "" for none."""
        raise NotImplementedError

    @property
    def selected_uids(self) -> list[str]:
        """The files chosen on the list, from the top."""
        raise NotImplementedError

    def show_next(self, leaving: str) -> None:
        """A file has left the queue: go on to another."""
        raise NotImplementedError

    def step(self, by: int) -> None:
        """Go on to another file."""
        raise NotImplementedError

    def reread(self, uid: str) -> None:
        """A file was read anew."""
        raise NotImplementedError

    def can(self, handler: str) -> bool:
        if handler in _IN_QUEUE:
            return bool(self.current_uid) and not self.aside
        if handler in _WITH_FILE:
            return bool(self.current_uid)
        if handler == "choose_encoding":
            return bool(self._encoding)
        if handler == "recognise":
            return self._is_scan
        if handler == "drop_arrivals":
            return self.aside and bool(self.selected_uids)
        return super().can(handler)

    def register_arrival(self) -> None:
        """Register what the form holds; the next file comes into hand."""
        hand, arrival, show = self.hand, self.hand.arrival, self.context.show
        if arrival is None or self.aside:
            return
        classification = hand.form.editors["classification"].value()
        if not goes_on(self.context, classification, self):
            return
        try:
            document = self.context.desk.incoming.register(
                arrival.row.uid, hand.document(), **hand.form.names()
            )
        except CtdeskError as error:
            if not hand.form.show_fault(error):
                hand.say(error.message(self.context.lang), "danger")
            return
        hand.forget()
        self.show_next(arrival.row.uid)
        number = show.number(document.register_number)
        hand.say(self.tr("Registered under {0}.").format(number), "number")
        self.notice.emit(self.tr("Registered under {0}.").format(number))

    def accept_proposals(self) -> None:
        """Say yes to all that was read."""
        self.hand.proposals.accept_all()

    def next_arrival(self) -> None:
        self.step(1)

    def previous_arrival(self) -> None:
        self.step(-1)

    def set_aside(self) -> None:
        """These need no registering; or, among those set aside, back to the queue."""
        uids = self.selected_uids or [self.current_uid]
        incoming = self.context.desk.incoming
        self.hand.keep()
        try:
            if self.aside:
                incoming.bring_back(uids)
            else:
                incoming.set_aside(uids)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.show_next(uids[0])
        said = (
            self.tr("%n file(s) brought back.", "", len(uids))
            if self.aside
            else self.tr("%n file(s) set aside; they can be brought back.", "", len(uids))
        )
        self.notice.emit(self.context.show.digits(said))

    def drop_arrivals(self) -> None:
        """Give up for good what was set aside."""
        from ctdesk.ui.form.leaving import LeavingQuestion

        uids = self.selected_uids
        sentence = self.tr("%n file(s) go for good, and nothing of them stays.", "", len(uids))
        if not LeavingQuestion(self, self.context.show.digits(sentence)).leaves():
            return
        try:
            self.context.desk.incoming.drop(uids)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.show_next(uids[0])

    def refer(self) -> None:
        """Choose the officer to whom the document goes."""
        menu = QMenu(self)
        for officer in self.context.desk.officers.list():
            entry = menu.addAction(self.context.officer_name(officer))
            entry.triggered.connect(lambda _=False, o=officer.uid: self.hand.assign(o))
        menu.popup(QCursor.pos())

    def assign(self, place: int) -> None:
        """The officer of that place, from 1, gets what is chosen."""
        officers = self.context.desk.officers.list()
        if not 1 <= place <= len(officers) or self.aside:
            return
        officer = officers[place - 1]
        others = [uid for uid in self.selected_uids if uid != self.current_uid]
        self.hand.assign(officer.uid)
        self.hand.keep()
        try:
            for uid in others:
                self.context.desk.incoming.assign(uid, officer.uid)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.notice.emit(self.tr("Goes to {0}.").format(self.context.officer_name(officer)))

    def original_of_arrival(self) -> None:
        """Open the file itself in its program, or save a copy of it."""
        arrival = self.hand.arrival
        if arrival is None:
            return
        menu = QMenu(self)
        if files.may_be_opened(arrival.row.name):
            menu.addAction(self.tr("Open")).triggered.connect(self._open_original)
        menu.addAction(self.tr("Save a copy…")).triggered.connect(self._save_original)
        menu.popup(QCursor.pos())

    def _open_original(self) -> None:
        arrival = self.hand.arrival
        assert arrival is not None
        try:
            data = self.context.desk.incoming.data(arrival.row.uid)
            self.context.opened_files.show(arrival.row.name, data)
        except CtdeskError as error:
            self.failed.emit(error)

    def _save_original(self) -> None:
        arrival = self.hand.arrival
        assert arrival is not None
        target = files.ask_where(self, arrival.row.name)
        if target is None:
            return
        try:
            files.write(target, self.context.desk.incoming.data(arrival.row.uid))
        except CtdeskError as error:
            self.failed.emit(error)

    @property
    def _is_scan(self) -> bool:
        notes = self.hand.arrival.notes if self.hand.arrival else ()
        return any(note.code.startswith("scan") for note in notes)

    @property
    def _encoding(self) -> str:
        """The encoding in which the file in hand was read; "" where it has no such thing."""
        proposals = self.hand.arrival.proposals if self.hand.arrival else ()
        return next((str(p.value) for p in proposals if p.field == "encoding"), "")

    def choose_encoding(self) -> None:
        """Wrong letters? Read the file in another encoding."""
        uid, current = self.current_uid, self._encoding
        incoming = self.context.desk.incoming
        try:
            dialog = EncodingDialog(self.context, incoming.previews(uid), current, self)
            if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen != current:
                self.hand.forget()
                incoming.read_again(uid, dialog.chosen)
                self.reread(uid)
        except CtdeskError as error:
            self.failed.emit(error)

    def recognise(self) -> None:
        """Have the text of a scan recognised, after saying how long it will take."""
        uid, incoming = self.current_uid, self.context.desk.incoming
        try:
            pages = incoming.pages_to_recognise(uid)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        if not pages:
            self.failed.emit(BadInput("recognition_absent"))
            return
        if self.sure_to_recognise(pages):
            self.hand.forget()
            self.begin_recognition(uid)

    def sure_to_recognise(self, pages: int) -> bool:
        """Ask, with the time that it will take."""
        number = self.context.show.digits
        said = number(self.tr("%n page(s), about", "", pages))
        time = number(self.tr("%n second(s).", "", pages * SECONDS_A_PAGE))
        question = QMessageBox(self)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setText(f"{self.tr('Have the text recognised?')}\n{said} {time}")
        yes = question.addButton(self.tr("Begin"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        question.exec()
        return question.clickedButton() is yes

    def begin_recognition(self, uid: str) -> Work:
        """Recognise a file's pages beside the window."""
        work = Work(self.context.desk, lambda desk, step: desk.incoming.recognise(uid, step), self)
        work.finished_with.connect(lambda _nothing: self.reread(uid))
        work.failed.connect(self.failed)
        self.reading.emit(work)
        work.start()
        return work

    def show_difference(self, alike: Alike) -> None:
        """Where the text in hand and a registered one differ."""
        DifferenceDialog(self.context, alike, self.hand.text.value(), self).exec()
