"""Two persons: the question at the moment, and the list of what waits for this officer's yes."""

from ctdesk.ui.second.dialog import SecondDialog, second_asked, wanted_by
from ctdesk.ui.second.tab import AgreementsTab

__all__ = ["AgreementsTab", "SecondDialog", "second_asked", "wanted_by"]
