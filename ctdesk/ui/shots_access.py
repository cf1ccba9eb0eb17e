"""Pictures of what takes two officers, and of who works at the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ctdesk.desk import Desk
from ctdesk.domain.records import Officer


def _colleagues(desk: Desk) -> list[Desk]:
    """The desk as each of three colleagues has it open; they are made once."""
    known = {officer.title_en: officer for officer in desk.officers.list()}
    wanted = (
        ("رئيس القسم", "Head of division", "head", "top_secret"),
        ("مسؤول السجل", "Registrar", "registrar", "restricted"),
        ("باحث", "Researcher", "officer", "secret"),
    )
    with desk._session.act("add") as act:
        for title_ar, title_en, role, clearance in wanted:
            if title_en not in known:
                known[title_en] = act.create(
                    Officer(title_ar=title_ar, title_en=title_en, slot=title_en, role=role,
                            clearance=clearance)
                )  # fmt: skip
    return [Desk(desk._store, known[title]) for _, title, _, _ in wanted]


def _agreements(window: QWidget) -> None:
    """One request to say yes to, and one of one's own."""
    desk = window.context.desk  # type: ignore[attr-defined]
    head, _, _ = _colleagues(desk)
    report, other = desk.documents.find("4/7/431"), desk.documents.find("9/2/77")
    if not desk.approvals.waiting():
        lower = head.approvals.downgrade(report, "restricted")
        head.approvals.ask(lower, "نُشر مضمونه في الصحف")
        mine = desk.approvals.downgrade(other, "open")
        desk.approvals.ask(mine, "لا يحوي ما يوجب السرية")
    window.go("go_keeping").show_tab("agreements").refresh()  # type: ignore[attr-defined]
    window.count()  # type: ignore[attr-defined]


def _second(window: QWidget) -> QWidget:
    from ctdesk.ui.second import SecondDialog

    context = window.context  # type: ignore[attr-defined]
    _colleagues(context.desk)
    report = context.desk.documents.find("4/7/431")
    dialog = SecondDialog(context, context.desk.approvals.downgrade(report, "open"), window)
    dialog.reason.setText("نُشر مضمونه في الصحف" if context.rtl else "Published since")
    dialog.show()
    return dialog


def _officers(window: QWidget) -> QWidget:
    from ctdesk.ui.settings import SettingsDialog

    _colleagues(window.context.desk)  # type: ignore[attr-defined]
    dialog = SettingsDialog(window.context, window)  # type: ignore[attr-defined]
    dialog.tabs.setCurrentIndex(2)
    dialog.show()
    return dialog


def _officer(window: QWidget) -> QWidget:
    from ctdesk.ui.settings_officers import OfficerForm

    context = window.context  # type: ignore[attr-defined]
    dialog = OfficerForm(context, _colleagues(context.desk)[2].officer, window)
    dialog.show()
    return dialog


SCREENS: dict[str, Callable[[QWidget], QWidget | None]] = {
    "agreements": _agreements,
    "second-officer": _second,
    "officers": _officers,
    "officer": _officer,
}
