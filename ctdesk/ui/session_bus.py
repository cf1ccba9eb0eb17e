"""What a Linux desktop tells over D-Bus: that its screen is locked, that the machine falls asleep.

The bus is a socket of this machine. It is asked only where a desktop runs (Qt has it open there
anyway), only listened to, and an address of any other kind than a local socket is refused.
Sources: org.freedesktop.login1 (systemd), the ScreenSaver interfaces of freedesktop.org and GNOME.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

_DESKTOPS = ("xcb", "wayland", "wayland-egl")
_SCREEN_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
_LOGIN = "org.freedesktop.login1"
# what the SLOT macro makes: the digit says that a slot follows; the stub wrongly asks for bytes
_SCREEN_SLOT: Any = "1screen_changed(bool)"
_SLEEP_SLOT: Any = "1sleep_changed(bool)"


def is_local(address: str) -> bool:
    """Whether every way that a bus address offers is a socket of this machine."""
    ways = [way for way in address.split(";") if way]
    return bool(ways) and all(way.startswith("unix:") for way in ways)


def desktop_runs() -> bool:
    """Whether the window is on a Linux desktop with a bus of its own."""
    return (
        sys.platform.startswith("linux")
        and QGuiApplication.platformName() in _DESKTOPS
        and is_local(os.environ.get("DBUS_SESSION_BUS_ADDRESS", ""))
    )


class SessionBus(QObject):
    """Tells `gone` why nobody is at the desk any more."""

    def __init__(self, gone: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gone = gone

    def listen(self) -> int:
        """Subscribe; how many of the signals could be subscribed to."""
        from PySide6.QtDBus import QDBusConnection

        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        heard = 0
        for path, interface in _SCREEN_SAVERS:
            heard += session.connect("", path, interface, "ActiveChanged", self, _SCREEN_SLOT)
        if is_local(os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", "unix:")):
            heard += system.connect(
                _LOGIN,
                "/org/freedesktop/login1",
                f"{_LOGIN}.Manager",
                "PrepareForSleep",
                self,
                _SLEEP_SLOT,
            )
        return heard

    @Slot(bool)
    def screen_changed(self, locked: bool) -> None:
        if locked:
            self._gone("screen")

    @Slot(bool)
    def sleep_changed(self, _begins: bool) -> None:
        # both ends: what was missed on the way to sleep is made good at waking
        self._gone("suspend")
