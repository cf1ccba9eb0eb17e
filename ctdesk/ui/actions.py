"""THE table of acts: menus, toolbar, shortcuts and the command box are made of it.

To add an act: one row here, one method of that handler name on the window or on a page.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ctdesk.ui.language import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Act:
    """One thing that an officer can do in the window."""

    id: str
    text: str
    """English source phrase; `phrase` translates it."""
    menu: str
    """Key of MENUS; "" for acts that only have a key."""
    handler: str
    """Method of the window, else of the page in front."""
    keys: tuple[str, ...] = ()
    icon: str = ""
    bar: bool = False
    """Shown in the toolbar."""
    gap: bool = False
    """A line above it in its menu."""

    @property
    def phrase(self) -> str:
        return QCoreApplication.translate("Actions", self.text)


MENUS: tuple[tuple[str, str], ...] = (
    ("desk", QT_TRANSLATE_NOOP("Actions", "Desk")),
    ("document", QT_TRANSLATE_NOOP("Actions", "Document")),
    ("opinion", QT_TRANSLATE_NOOP("Actions", "Opinion")),
    ("go", QT_TRANSLATE_NOOP("Actions", "Go")),
    ("view", QT_TRANSLATE_NOOP("Actions", "View")),
)

ACTS: tuple[Act, ...] = (
    Act(
        "new_report",
        QT_TRANSLATE_NOOP("Actions", "New report"),
        "desk",
        "new_report",
        ("F2", "Ctrl+N"),
        "new",
        bar=True,
    ),
    Act(
        "register_files",
        QT_TRANSLATE_NOOP("Actions", "Register files…"),
        "desk",
        "register_files",
        ("F7", "Ctrl+O"),
        "import",
        bar=True,
    ),
    Act(
        "back_up",
        QT_TRANSLATE_NOOP("Actions", "Back up the desk…"),
        "desk",
        "back_up",
        (),
        "backup",
        gap=True,
    ),
    Act(
        "settings",
        QT_TRANSLATE_NOOP("Actions", "Settings"),
        "desk",
        "open_settings",
        ("Ctrl+,",),
        "settings",
        gap=True,
    ),
    Act("lock", QT_TRANSLATE_NOOP("Actions", "Lock"), "desk", "lock", ("Ctrl+L",), "lock"),
    Act("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "desk", "quit", ("Ctrl+Q",), "quit"),
    Act(
        "draft_opinion",
        QT_TRANSLATE_NOOP("Actions", "Draft opinion"),
        "document",
        "draft_opinion",
        ("F4", "Ctrl+D"),
        "opinions",
    ),
    Act(
        "refer",
        QT_TRANSLATE_NOOP("Actions", "Refer"),
        "document",
        "refer",
        ("Ctrl+R",),
        "refer",
    ),
    Act(
        "change_state",
        QT_TRANSLATE_NOOP("Actions", "Change state"),
        "document",
        "change_state",
        ("Ctrl+T",),
        "state",
    ),
    Act(
        "edit_fields",
        QT_TRANSLATE_NOOP("Actions", "Edit fields"),
        "document",
        "edit_fields",
        ("Ctrl+E",),
        "edit",
    ),
    Act(
        "next_hit",
        QT_TRANSLATE_NOOP("Actions", "Next hit in the text"),
        "document",
        "next_hit",
        ("F8", "Ctrl+G"),
        "down",
        gap=True,
    ),
    Act(
        "previous_hit",
        QT_TRANSLATE_NOOP("Actions", "Previous hit in the text"),
        "document",
        "previous_hit",
        ("Shift+F8", "Ctrl+Shift+G"),
        "up",
    ),
    Act(
        "cite",
        QT_TRANSLATE_NOOP("Actions", "Add the passage as a source"),
        "opinion",
        "cite",
        ("F9",),
        "cite",
    ),
    Act(
        "add_paragraph",
        QT_TRANSLATE_NOOP("Actions", "Add a paragraph"),
        "opinion",
        "add_paragraph",
        ("Ctrl+Return",),
        "new",
    ),
    Act("save", QT_TRANSLATE_NOOP("Actions", "Save"), "opinion", "save", ("Ctrl+S",), "save"),
    Act(
        "take_draft",
        QT_TRANSLATE_NOOP("Actions", "A draft of the agreement…"),
        "opinion",
        "take_draft",
        ("Ctrl+Shift+T",),
        "import",
        gap=True,
    ),
    Act(
        "opinion_on_agreement",
        QT_TRANSLATE_NOOP("Actions", "Opinion on the agreement"),
        "opinion",
        "opinion_on_agreement",
        ("Ctrl+Shift+O",),
        "opinions",
    ),
    Act(
        "said_before",
        QT_TRANSLATE_NOOP("Actions", "What did we say before on this?"),
        "opinion",
        "said_before",
        ("Ctrl+Shift+B",),
        "history",
    ),
    Act(
        "write_comment",
        QT_TRANSLATE_NOOP("Actions", "Comment on the paragraph"),
        "opinion",
        "write_comment",
        ("Ctrl+Shift+M",),
        "edit",
    ),
    Act(
        "compare_revisions",
        QT_TRANSLATE_NOOP("Actions", "Compare revisions…"),
        "opinion",
        "compare_revisions",
        ("Ctrl+Shift+V",),
        "details",
    ),
    Act(
        "submit",
        QT_TRANSLATE_NOOP("Actions", "Submit for review"),
        "opinion",
        "submit",
        (),
        "refer",
        gap=True,
    ),
    Act(
        "return_for_changes",
        QT_TRANSLATE_NOOP("Actions", "Return for changes"),
        "opinion",
        "return_for_changes",
        (),
        "undo",
    ),
    Act("approve", QT_TRANSLATE_NOOP("Actions", "Approve"), "opinion", "approve", (), "done"),
    Act(
        "agree_lower",
        QT_TRANSLATE_NOOP("Actions", "Agree to the lower classification"),
        "opinion",
        "agree_lower",
        (),
        "done",
    ),
    Act("issue", QT_TRANSLATE_NOOP("Actions", "Issue"), "opinion", "issue", (), "state"),
    Act(
        "export_memo",
        QT_TRANSLATE_NOOP("Actions", "Export the memo"),
        "opinion",
        "export_memo",
        ("F12",),
        "export",
        gap=True,
    ),
    Act(
        "amend",
        QT_TRANSLATE_NOOP("Actions", "Begin an opinion that amends this one"),
        "opinion",
        "amend",
        (),
        "edit",
    ),
    Act(
        "supersede",
        QT_TRANSLATE_NOOP("Actions", "Begin an opinion that supersedes this one"),
        "opinion",
        "supersede",
        (),
        "new",
    ),
    Act(
        "preview_memo",
        QT_TRANSLATE_NOOP("Actions", "The memo as pages"),
        "opinion",
        "preview_memo",
        ("Ctrl+P",),
        "documents",
    ),
    Act(
        "open_in_word",
        QT_TRANSLATE_NOOP("Actions", "Open the memo in Word"),
        "opinion",
        "open_in_word",
        ("Shift+F12",),
        "open",
    ),
    Act(
        "returned_memo",
        QT_TRANSLATE_NOOP("Actions", "Back from signature…"),
        "opinion",
        "returned_memo",
        ("Ctrl+Shift+R",),
        "import",
    ),
    Act(
        "go_documents",
        QT_TRANSLATE_NOOP("Actions", "Documents"),
        "go",
        "go_documents",
        ("Ctrl+1",),
        "documents",
    ),
    Act(
        "go_opinions",
        QT_TRANSLATE_NOOP("Actions", "Opinions"),
        "go",
        "go_opinions",
        ("Ctrl+2",),
        "opinions",
    ),
    Act(
        "go_dossiers",
        QT_TRANSLATE_NOOP("Actions", "Dossiers"),
        "go",
        "go_dossiers",
        ("Ctrl+3",),
        "dossiers",
    ),
    Act(
        "go_actions",
        QT_TRANSLATE_NOOP("Actions", "Follow-up"),
        "go",
        "go_actions",
        ("Ctrl+4",),
        "actions",
    ),
    Act(
        "search",
        QT_TRANSLATE_NOOP("Actions", "Search"),
        "go",
        "focus_search",
        ("F3", "Ctrl+F"),
        "search",
        gap=True,
    ),
    Act(
        "saved_searches",
        QT_TRANSLATE_NOOP("Actions", "Saved and recent searches"),
        "go",
        "saved_searches",
        ("Ctrl+Shift+F",),
        "star",
    ),
    Act(
        "only_new",
        QT_TRANSLATE_NOOP("Actions", "Only what is new since I last looked"),
        "go",
        "only_new",
        ("Ctrl+Shift+N",),
        "history",
    ),
    Act(
        "filter_panel",
        QT_TRANSLATE_NOOP("Actions", "Filters with counts"),
        "go",
        "filter_panel",
        ("Ctrl+Shift+K",),
        "details",
    ),
    Act(
        "search_help",
        QT_TRANSLATE_NOOP("Actions", "How to search"),
        "go",
        "search_help",
        (),
        "help",
    ),
    Act(
        "go_back",
        QT_TRANSLATE_NOOP("Actions", "Back to what was read before"),
        "go",
        "go_back",
        ("Alt+Left",),
        "undo",
    ),
    Act(
        "next_pane",
        QT_TRANSLATE_NOOP("Actions", "Next pane"),
        "go",
        "next_pane",
        ("F6",),
        "next",
    ),
    Act(
        "command_box",
        QT_TRANSLATE_NOOP("Actions", "Command box"),
        "view",
        "open_command_box",
        ("Ctrl+K", "F1"),
        "command",
        bar=True,
    ),
    Act(
        "help",
        QT_TRANSLATE_NOOP("Actions", "Help"),
        "view",
        "open_help",
        ("Shift+F1",),
        "help",
    ),
    Act(
        "switch_language",
        QT_TRANSLATE_NOOP("Actions", "Arabic / English"),
        "view",
        "switch_language",
        ("Ctrl+Shift+L",),
        "language",
        bar=True,
        gap=True,
    ),
    Act(
        "switch_theme",
        QT_TRANSLATE_NOOP("Actions", "Light / dark"),
        "view",
        "switch_theme",
        ("Ctrl+Shift+D",),
        "theme",
        bar=True,
    ),
    Act(
        "switch_digits",
        QT_TRANSLATE_NOOP("Actions", "Arabic-Indic / Western digits"),
        "view",
        "switch_digits",
        (),
        "digits",
    ),
    Act(
        "refresh",
        QT_TRANSLATE_NOOP("Actions", "Read again from the desk"),
        "view",
        "read_again",
        ("F5",),
        "undo",
        gap=True,
    ),
)


def act(act_id: str) -> Act:
    """The row of that id; KeyError if there is none."""
    return _BY_ID[act_id]


_BY_ID = {row.id: row for row in ACTS}
