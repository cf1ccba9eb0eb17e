"""Pictures of the history's screens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ctdesk.domain.records import Officer


def _history(window: QWidget) -> None:
    """An act on one document, unfolded."""
    desk = window.context.desk  # type: ignore[attr-defined]
    report = desk.documents.find("4/7/431")
    due = "2026-12-24" if report.due != "2026-12-24" else "2026-12-20"
    desk.documents.refer(report.uid, desk.officer.uid, due=due, note="للإجابة قبل الموعد")
    room = window.go("go_keeping")  # type: ignore[attr-defined]
    room.show_tab("history").refresh()


def _history_checks(window: QWidget) -> None:
    """A seal that stands, and the chain checked."""
    from ctdesk.desk.history_check import grouped

    desk = window.context.desk  # type: ignore[attr-defined]
    tab = window.go("go_keeping").show_tab("history")  # type: ignore[attr-defined]
    tab.show_view(1)
    issued = next(row.uid for row in desk.opinions.list().rows if row.state == "issued")
    tab.checks.seal.line.setText(grouped(desk.memos.content(issued).seal))
    tab.checks.seal.compare()
    tab.checks.seal.wait(stop=False)
    tab.checks.chain.check()
    tab.checks.chain.wait(stop=False)


def _handover(window: QWidget) -> QWidget:
    """What an officer hands over to another."""
    from ctdesk.ui.handover_dialog import HandoverDialog

    context = window.context  # type: ignore[attr-defined]
    desk = context.desk
    for number in ("4/7/431", "9/2/77"):
        uid = desk.documents.find(number).uid
        desk.documents.refer(uid, desk.officer.uid, due="2026-12-20")
    for dossier in desk.dossiers.list()[:2]:
        desk.history.bring_back("dossier", dossier.uid, "officer", desk.officer.uid)
    if len(desk.officers.list()) == 1:
        deputy = Officer(
            title_ar="معاون مسؤول المكتب",
            title_en="Deputy desk officer",
            role="officer",
            clearance="secret",
        )
        with desk._session.act("add") as act:
            act.create(deputy)
    colleague = next(o for o in desk.officers.list() if o.uid != desk.officer.uid)
    dialog = HandoverDialog(context, window)
    dialog.taker.choose(colleague.uid)
    dialog.show()
    return dialog


def _field_past(window: QWidget) -> QWidget:
    """The past of one field."""
    from ctdesk.ui.documents.history_dialog import HistoryDialog

    context = window.context  # type: ignore[attr-defined]
    uid = context.desk.documents.find("4/7/431").uid
    dialog = HistoryDialog(context, uid, window, field="due")
    dialog.show()
    return dialog


SCREENS: dict[str, Callable[[QWidget], QWidget | None]] = {
    "history": _history,
    "history-checks": _history_checks,
    "field-past": _field_past,
    "hand-over": _handover,
}
