"""The window of an open desk: banner, menus, rail, and the room in front."""

from __future__ import annotations

from functools import partialmethod

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ctdesk.desk.backups import with_newest
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Document
from ctdesk.ui.actions import Act, act
from ctdesk.ui.banner import ClassificationBanner
from ctdesk.ui.command_box import CommandBox
from ctdesk.ui.context import Context
from ctdesk.ui.documents import DocumentsPage
from ctdesk.ui.drop import DropLabel
from ctdesk.ui.errors import serious, show_error
from ctdesk.ui.help import HelpDialog
from ctdesk.ui.intake_acts import IntakeActs
from ctdesk.ui.language import Retranslated
from ctdesk.ui.menus import Menus
from ctdesk.ui.notices import NoticeBar
from ctdesk.ui.overdue import OverdueBackup
from ctdesk.ui.page import Page
from ctdesk.ui.rail import Rail
from ctdesk.ui.rooms import make_room, room_of, waiting
from ctdesk.ui.screening.watch import NamesWatch
from ctdesk.ui.second.dialog import second_asked, wanted_by


class MainWindow(Retranslated, QWidget):
    """Holds the rooms, gives each act of the table to who does it, shows what they report."""

    locked = Signal()
    """The officer wants the desk closed and the window gone."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.context = context
        self.banner = ClassificationBanner(context, self)
        self.notices = NoticeBar(context, self)
        self.rail = Rail(context, self)
        self.menus = Menus(context, self.run, self)
        self.intake = IntakeActs(self)
        self.overdue = OverdueBackup(context, self)
        self.names = NamesWatch(self)
        self._stack = QStackedWidget(self)
        self._pages: dict[str, Page] = {}
        self._trail: list[tuple[str, str]] = []
        self._shown: dict[str, Document | None] = {}
        self._drop = DropLabel(self)
        self._lay_out()
        self.rail.chosen.connect(lambda name: self.run(act(name)))
        self.retranslate()
        self.go("go_documents")

    # --- rooms ---

    @property
    def page(self) -> Page:
        """The room in front."""
        return self._stack.currentWidget()  # type: ignore[return-value]

    def room(self, name: str) -> Page:
        """The room of that row of the rail, made when it is first wanted."""
        if name not in self._pages:
            page = make_room(name, self)
            page.notice.connect(self.notices.say)
            page.failed.connect(self.fail)
            page.opened.connect(self.open_record)
            page.changed.connect(self.count)
            page.acts_changed.connect(self._grey)
            page.working.connect(self.notices.follow)
            page.record_shown.connect(lambda record, n=name: self._record_shown(n, record))
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def go(self, name: str) -> Page:
        """Bring a room to the front."""
        page = self.room(name)
        self._stack.setCurrentWidget(page)
        self.rail.mark(name)
        page.refresh()
        page.focus_first()
        self._show_classification()
        self._grey()
        self.count()
        return page

    def open_record(self, table: str, uid: str) -> None:
        """Show a record in its room."""
        try:
            name = room_of(self.context, table, uid)
        except CtdeskError as error:
            self.fail(error)
            return
        if self.page.shown_uid:
            self._trail.append((self.rail.marked, self.page.shown_uid))
            del self._trail[:-50]
        self.go(name).open(uid)

    def go_back(self) -> None:
        """To the record that was open before a link was followed."""
        if self._trail:
            name, uid = self._trail.pop()
            self.go(name).open(uid)

    def count(self) -> None:
        """Read again what waits in each room."""
        try:
            self.rail.set_counts(waiting(self.context))
            self.names.look_soon()
        except CtdeskError as error:
            self.fail(error)

    # --- acts ---

    def run(self, row: Act) -> None:
        """Do an act of the table: the window's own, else the page's in front."""
        if self.possible(row):
            handler = getattr(self, row.handler, None) or getattr(self.page.actor, row.handler)
            handler()
            self._grey()

    def possible(self, row: Act) -> bool:
        """Whether an act can be done here and now."""
        return hasattr(self, row.handler) or self.page.can(row.handler)

    def trigger(self, keys: QKeySequence) -> bool:
        """Run the act of these keys, if there is one."""
        return self.isVisible() and self.menus.trigger(keys)

    def open_help(self) -> None:
        HelpDialog(self.context, self).exec()

    go_incoming = partialmethod(go, "go_incoming")
    go_documents = partialmethod(go, "go_documents")
    go_opinions = partialmethod(go, "go_opinions")
    go_dossiers = partialmethod(go, "go_dossiers")
    go_actions = partialmethod(go, "go_actions")
    go_registers = partialmethod(go, "go_registers")
    go_screening = partialmethod(go, "go_screening")
    go_keeping = partialmethod(go, "go_keeping")

    def screen_name(self) -> None:
        """Compare a name with the lists, from wherever one is."""
        self.go("go_screening").show_tab("names").focus_first()  # type: ignore[attr-defined]

    def focus_search(self) -> None:
        """The search field, from wherever one is."""
        page = self._stack.currentWidget()
        if not isinstance(page, DocumentsPage):
            page = self.go("go_documents")
        page.focus_search()  # type: ignore[attr-defined]

    def new_report(self) -> None:
        self.intake.new_report()

    def register_files(self) -> None:
        self.intake.ask_for_files()

    def back_up(self) -> None:
        self.intake.back_up()

    def draft_on(self, uids: list[str]) -> None:
        """A new opinion on these documents, in its room."""
        page = self.room("go_opinions")
        self.go("go_opinions")
        page.new_on(uids)  # type: ignore[attr-defined]
        self.count()

    def hand_over(self) -> None:
        from ctdesk.ui.handover_dialog import hand_over

        hand_over(self)

    def open_history(self) -> None:
        self.go("go_keeping").show_tab("history")  # type: ignore[attr-defined]

    def open_settings(self) -> None:
        from ctdesk.ui.settings import SettingsDialog

        SettingsDialog(self.context, self).exec()

    def open_command_box(self) -> None:
        CommandBox(self.context, self, self.run, self.possible, self.open_record).open()

    def switch_language(self) -> None:
        self._set(language="en" if self.context.rtl else "ar")

    def switch_theme(self) -> None:
        self._set(theme="dark" if self.context.tokens.name == "light" else "light")

    def switch_digits(self) -> None:
        arabic = self.context.settings.digits == "arabic"
        self._set(digits="western" if arabic else "arabic")

    def read_again(self) -> None:
        self.page.refresh()
        self.count()

    def lock(self) -> None:
        if self.may_leave():
            self.locked.emit()

    def quit(self) -> None:
        self.window().close()

    def may_leave(self) -> bool:
        """Whether every room has saved what was open."""
        if not all(page.may_leave() for page in self._pages.values()):
            return False
        self.intake.stop()
        self.names.stop()
        self.overdue.stop()
        return True

    def fail(self, error: CtdeskError) -> None:
        """Show an error: beside the work, or in its way when work can't go on."""
        if (request := wanted_by(error)) is not None:
            if second_asked(self.context, request, self):
                self.read_again()
        elif serious(error):
            error = with_newest(error, self.context.desk.folder)
            show_error(self, error, self.context.lang)
        else:
            self.notices.fail(error)

    # --- Qt ---

    def retranslate(self) -> None:
        if self._pages:
            self._grey()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        phrase = self.tr("Drop the files here to register them")
        self._drop.enter(event, self.page.drop_phrase or phrase)

    def dragLeaveEvent(self, _event: object) -> None:
        self._drop.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        files = self._drop.dropped(event)
        if not self.page.take_files(files):
            self.intake.take(files)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop.setGeometry(self.rect().adjusted(12, 12, -12, -12))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_leave())

    def _set(self, **values: str) -> None:
        try:
            self.context.change_settings(**values)
        except CtdeskError as error:
            self.fail(error)

    def look_changed(self) -> None:
        """Wear new settings: phrases, colours and figures everywhere."""
        for view in self.findChildren(QWidget):
            if isinstance(view, Retranslated):
                view.retranslate()
        self.page.refresh()
        self.count()

    def _record_shown(self, name: str, record: Document | None) -> None:
        self._shown[name] = record
        self._show_classification()

    def _show_classification(self) -> None:
        name = next((n for n, page in self._pages.items() if page is self.page), "")
        self.banner.show_record(self._shown.get(name))

    def _grey(self) -> None:
        self.menus.enable(self.possible, lambda row: self.page.why_not(row.handler))

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setContentsMargins(10, 4, 10, 10)
        body.setSpacing(10)
        body.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        body.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.menus)
        layout.addLayout(body, 1)
