"""Files between the desk and the machine: saved copies, and the private folder for opened ones."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from PySide6.QtCore import (
    QDir,
    QIODevice,
    QLockFile,
    QSaveFile,
    QSettings,
    QStandardPaths,
    QTemporaryDir,
    QUrl,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ctdesk.domain.errors import BadInput

_OWN = QFileDialog.Option.DontUseNativeDialog
_PREFIX, _LOCK = "ctdesk-", "in-use.lock"
_SHOWABLE = "pdf docx doc rtf odt xlsx xls ods csv pptx ppt odp txt jpg jpeg png tif tiff gif eml"
_OPENED = frozenset(_SHOWABLE.split(" "))
"""What a program for documents shows; anything else may run, so it is only saved."""


def may_be_opened(name: str) -> bool:
    """Whether a file of that name is opened by a program that only shows it."""
    return PurePath(name).suffix.lower().lstrip(".") in _OPENED


def ask_where(parent: QWidget, name: str, title: str = "", kinds: str = "") -> Path | None:
    """Ask where a file is to lie; None when the officer thinks better of it."""
    suggested = str(Path(_documents()) / PurePath(name).name)
    with _nothing_remembered():
        chosen, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds, options=_OWN)
    return Path(chosen) if chosen else None


def ask_which(parent: QWidget, title: str, kinds: str = "") -> list[Path]:
    """Ask for files that come in; none when the officer thinks better of it."""
    with _nothing_remembered():
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, _documents(), kinds, options=_OWN)
    return [Path(name) for name in chosen]


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder that is there; None when the officer thinks better of it."""
    with _nothing_remembered():
        options = _OWN | QFileDialog.Option.ShowDirsOnly
        chosen = QFileDialog.getExistingDirectory(parent, title, _documents(), options)
    return Path(chosen) if chosen else None


def asks_for_a_file(dialog: QWidget) -> bool:
    """Whether it is one of these dialogs."""
    return isinstance(dialog, QFileDialog)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


@contextmanager
def _nothing_remembered() -> Iterator[None]:
    """The dialog is Qt's own, since the system's tells its list of recent files; Qt's remembers
    folders in a file that it shares with other programs, which is put back as it was."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.beginGroup("FileDialog")
    before = {key: settings.value(key) for key in settings.allKeys()}
    try:
        yield
    finally:
        settings.sync()
        settings.remove("")
        for key, value in before.items():
            settings.setValue(key, value)
        settings.endGroup()
        settings.sync()


def write(target: Path, data: bytes) -> None:
    """Write a file whole or not at all; BadInput when it can't be written."""
    file = QSaveFile(str(target))
    if (
        not file.open(QIODevice.OpenModeFlag.WriteOnly)
        or file.write(data) != len(data)
        or not file.commit()
    ):
        raise BadInput("file_not_written", path=str(target), detail=file.errorString())


class OpenedFiles:
    """Copies of attachments that other programs show; gone when the desk is locked or closed."""

    def __init__(self) -> None:
        self._count = 0
        self._folder: QTemporaryDir | None = None
        self._lock: QLockFile | None = None
        clear_left_behind()

    def show(self, name: str, data: bytes) -> None:
        """Open a copy in the program that the machine has for it."""
        if self._folder is None:
            # QTemporaryDir makes it readable by this user alone
            self._folder = QTemporaryDir(f"{_places()[0]}/{_PREFIX}XXXXXX")
            self._lock = _lock_of(self._folder.path())
            self._lock.tryLock(0)
        # a name without a word of its own: other programs list it among their recent files
        self._count += 1
        ending = PurePath(name).suffix.lower()
        target = Path(self._folder.filePath(f"ctdesk-{self._count}{ending}"))
        write(target, data)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def clear(self) -> None:
        """Remove the copies."""
        if self._folder is not None:
            if self._lock is not None:
                self._lock.unlock()
            self._folder.remove()
            self._folder = None


def clear_left_behind() -> None:
    """Remove the copies of a program that ended without doing so; those of one that runs are
    locked by it."""
    for place in _places():
        root = QDir(place)
        for name in root.entryList([f"{_PREFIX}*"], QDir.Filter.Dirs | QDir.Filter.NoSymLinks):
            folder = root.filePath(name)
            if QDir(folder).exists(_LOCK) and _lock_of(folder).tryLock(0):
                QDir(folder).removeRecursively()


def _places() -> list[str]:
    """Where copies may lie, the best first: the user's folder in memory, where a system has one."""
    in_memory = os.environ.get("XDG_RUNTIME_DIR", "")
    there = bool(in_memory) and os.access(in_memory, os.W_OK)
    return [in_memory, QDir.tempPath()] if there else [QDir.tempPath()]


def _lock_of(folder: str) -> QLockFile:
    """The lock of a folder of copies; it counts for as long as its program lives."""
    lock = QLockFile(f"{folder}/{_LOCK}")
    lock.setStaleLockTime(0)
    return lock
