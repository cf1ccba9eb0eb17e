"""Files on their way into the register: read apart from the window, walked through one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ctdesk.desk import Desk, NewFile
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.work import Step, Work

if TYPE_CHECKING:
    from ctdesk.desk import Draft


@dataclass
class Queue:
    """Drafts still to be walked through, and the files that could not be read, with the reason."""

    drafts: list[Draft] = field(default_factory=list)
    refused: list[tuple[str, CtdeskError]] = field(default_factory=list)
    at: int = 0

    @property
    def current(self) -> Draft | None:
        return self.drafts[self.at] if self.at < len(self.drafts) else None

    @property
    def left(self) -> int:
        return max(0, len(self.drafts) - self.at)


class IncomingFiles(QObject):
    """Reads files in a worker; `read` brings what they say."""

    read = Signal(object)
    """A Queue."""
    failed = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Work | None = None

    @property
    def busy(self) -> bool:
        return self._work is not None

    def start(self, files: Sequence[Path]) -> None:
        """Begin to read; one reading at a time."""
        if self._work is not None:
            return
        wanted = list(files)

        def act(desk: Desk, step: Step) -> Queue:
            queue = Queue()
            for done, path in enumerate(wanted, start=1):
                try:
                    queue.drafts += desk.intake.read(path)
                except CtdeskError as error:
                    queue.refused.append((path.name, error))
                if not step(done, len(wanted)):
                    break
            return queue

        self._work = Work(self._context.desk, act, self)
        self._work.progressed.connect(lambda done, total, _last: self.progressed.emit(done, total))
        self._work.finished_with.connect(self._read)
        self._work.failed.connect(self._failed)
        self._work.start()

    def stop(self) -> None:
        """Cancel what is being read, and wait for it."""
        if self._work is not None:
            self._work.cancel()
            self._work.wait()
            self._work = None

    def _read(self, queue: Queue) -> None:
        if self._work is not None:
            self.stop()
            self.read.emit(queue)

    def _failed(self, error: CtdeskError) -> None:
        self.stop()
        self.failed.emit(error)


def kept_files(draft: Draft) -> list[NewFile]:
    """The files to be kept with the document of a draft: the original and what came with it."""
    original = [draft.original] if draft.original else []
    return [
        NewFile(file.name, file.media_type, file.data, original=file is draft.original)
        for file in (*original, *draft.attachments)
    ]
