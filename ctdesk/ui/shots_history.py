"""Pictures of the history's screens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget


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


SCREENS: dict[str, Callable[[QWidget], QWidget | None]] = {
    "history": _history,
    "history-checks": _history_checks,
}
