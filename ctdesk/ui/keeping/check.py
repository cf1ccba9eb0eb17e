"""The check of the desk: what was found, what to do about it, and what mends itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Desk
from ctdesk.desk.checks import Checkup, Finding
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.icons import icon
from ctdesk.ui.keeping.progress import ProgressLine
from ctdesk.ui.page import Page
from ctdesk.ui.waiting import Progress, wait_for


class CheckTab(Page):
    """Runs the check on a thread of its own; mending keeps the window still."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.checkup: Checkup | None = None
        self._lead, self._last, self._result = QLabel(self), QLabel(self), QLabel(self)
        self.check_button, self.mend_button = QPushButton(self), QPushButton(self)
        self.line = ProgressLine(context, self)
        self._list = QVBoxLayout()
        self._lay_out()
        self.check_button.clicked.connect(self.check)
        self.mend_button.clicked.connect(self.mend)
        self.line.done.connect(self.show_checkup)
        self.line.failed.connect(self.failed)
        self.line.ended.connect(self._grey)
        self.retranslate()

    def refresh(self) -> None:
        self._say()
        self._grey()

    def focus_first(self) -> None:
        self.check_button.setFocus()

    def may_leave(self) -> bool:
        self.line.wait()
        return True

    def check(self) -> None:
        """Look at everything."""
        self.line.run(lambda desk, progress: desk.checks.run(progress))
        self._grey()

    def mend(self) -> None:
        """Put right what the desk can by itself, then check again."""
        checkup, desk = self.checkup, self.context.desk
        if checkup is None:
            return

        def act(progress: Progress) -> Checkup:
            worker: Desk = desk.for_worker()
            try:
                worker.checks.mend(checkup, progress)
                return worker.checks.run(progress)
            finally:
                worker.close()

        try:
            found = wait_for(self, self.context.lang, self.tr("Putting it right…"), act)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.show_checkup(found)
        self.notice.emit(self.tr("What could be put right was, and the desk was checked again."))

    def show_checkup(self, checkup: Checkup) -> None:
        """Show what a check found."""
        self.checkup = checkup
        self._fill()
        self._say()
        self._grey()

    def retranslate(self) -> None:
        self._lead.setText(
            self.tr(
                "Looks at every page of the database, the whole history, every record and number, "
                "the search index, the attachments and the seals of the backups. Nothing is "
                "changed."
            )
        )
        self.check_button.setText(self.tr("Check the desk now"))
        self.mend_button.setText(self.tr("Put right what can be"))
        self._fill()
        self._say()

    def _say(self) -> None:
        try:
            last = self.context.desk.checks.last()
        except CtdeskError as error:
            self.failed.emit(error)
            return
        show = self.context.show
        if last is None:
            self._last.setText(self.tr("Never checked on this machine."))
        else:
            self._last.setText(
                show.joined(
                    self.tr("Last checked: {0}").format(show.moment(last.at)),
                    show.digits(self.tr("%n fault(s) found", "", last.grave))
                    if last.grave
                    else self.tr("all was sound"),
                )
            )

    def _fill(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        checkup = self.checkup
        self._result.setVisible(checkup is not None)
        if checkup is None:
            return
        grave = sum(finding.grave for finding in checkup.findings)
        self._result.setProperty("role", "danger" if grave else "heading")
        self._result.style().polish(self._result)
        if checkup.stopped:
            self._result.setText(self.tr("The check was stopped; until then this was found:"))
        elif grave:
            self._result.setText(self.context.show.digits(self.tr("%n fault(s) found", "", grave)))
        else:
            self._result.setText(self.tr("All is sound."))
        for finding in sorted(checkup.findings, key=lambda found: not found.grave):
            self._list.addWidget(self._card(finding))
        self._list.addStretch(1)

    def _card(self, finding: Finding) -> QWidget:
        checks, context = self.context.desk.checks, self.context
        card = QFrame(self)
        card.setProperty("card", True)
        picture = QLabel(card)
        colour = "danger" if finding.grave else "muted"
        name = "warning" if finding.grave else "info"
        picture.setPixmap(icon(name, context.tokens, colour=colour).pixmap(18, 18))
        found = QLabel(context.show.digits(checks.sentence(finding, context.lang)), card)
        index = finding.code.startswith("index.")
        said = (
            context.word("finding_remedy.index") if index else checks.remedy(finding, context.lang)
        )
        remedy = QLabel(context.show.digits(said), card)
        remedy.setProperty("role", "muted")
        words = QVBoxLayout()
        words.setSpacing(3)
        for label in (found, remedy):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        layout = QHBoxLayout(card)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(12)
        layout.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        return card

    def _grey(self) -> None:
        self.check_button.setEnabled(not self.line.busy)
        mends = self.checkup is not None and bool(self.checkup.mends)
        self.mend_button.setVisible(mends)
        self.mend_button.setEnabled(not self.line.busy)

    def _lay_out(self) -> None:
        for label in (self._lead, self._last):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
        acts = QHBoxLayout()
        acts.addWidget(self.check_button)
        acts.addWidget(self.mend_button)
        acts.addWidget(self.line, 1)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 12, 2, 2)
        layout.setSpacing(10)
        for widget in (self._lead, self._last):
            layout.addWidget(widget)
        layout.addLayout(acts)
        layout.addWidget(self._result)
        layout.addWidget(scroll, 1)
