"""The text in which a name was found, with every such name of it marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctdesk.ui.context import Context
from ctdesk.ui.reading import ReadingView

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import MatchRow

_BETWEEN = "\n\n"


class HitText:
    """Keeps a reading view on the document of the name that is looked at."""

    def __init__(self, context: Context, view: ReadingView) -> None:
        self._context = context
        self._view = view
        self._document = ""
        self._starts: dict[str, int] = {}

    def show_row(self, row: MatchRow | None) -> None:
        """Show the name in its text. Raises CtdeskError."""
        if row is None or row.document is None:
            self._document = ""
            self._view.set_text("")
            return
        if row.document.uid != self._document or row.match.place not in self._starts:
            self._open(row.document.uid)
        start = self._starts.get(row.match.place, 0)
        self._view.show_range(start + row.match.start, start + row.match.end)

    def _open(self, uid: str) -> None:
        desk = self._context.desk
        texts = [
            (place, text)
            for place, text in desk.screening.texts.passages(desk.documents.get(uid))
            if text.strip()
        ]
        at, self._starts = 0, {}
        for place, text in texts:
            self._starts[place] = at
            at += len(text) + len(_BETWEEN)
        self._view.set_text(_BETWEEN.join(text for _, text in texts))
        self._view.set_names(
            [
                (self._starts[row.match.place] + row.match.start,
                 self._starts[row.match.place] + row.match.end)
                for row in desk.screening.of_document(uid, screen=False)
                if row.match.place in self._starts
            ]
        )  # fmt: skip
        self._document = uid
