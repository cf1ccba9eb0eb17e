"""Nobody at the desk: what each system tells, and what a clock tells where none does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from ctdesk.ui.absence import Absence, Jumps
from ctdesk.ui.session_bus import is_local
from ctdesk.ui.windows_messages import meaning


def test_a_machine_that_slept_is_noticed_by_its_two_clocks() -> None:
    clocks = Jumps(1000.0, 50.0)
    assert not clocks.slept(1005.0, 55.0)
    assert clocks.slept(4605.0, 60.0), "an hour of sleep, during which only one clock went on"
    assert not clocks.slept(4610.0, 65.0), "once told, it is over"


def test_a_clock_that_was_set_back_is_no_sleep() -> None:
    clocks = Jumps(1000.0, 50.0)
    assert not clocks.slept(400.0, 55.0)
    assert not clocks.slept(405.0, 60.0)


def test_where_both_clocks_go_on_in_sleep_the_missing_calls_tell() -> None:
    clocks = Jumps(1000.0, 50.0, steady=True)
    assert not clocks.slept(1005.0, 55.0)
    assert clocks.slept(1605.0, 655.0)


def test_the_minutes_of_rest_begin_anew_with_every_key(qtbot: QtBot) -> None:
    parent = QObject()
    absence = Absence(parent)
    absence.lock_after(0)
    absence.alive()
    assert not absence.idle.isActive()
    absence.idle.setTimerType(Qt.TimerType.PreciseTimer)
    absence.lock_after(1)
    qtbot.wait(20)
    before = absence.idle.remainingTime()
    absence.alive()
    assert absence.idle.remainingTime() > before
    with qtbot.waitSignal(absence.noticed) as told:
        absence.idle.timeout.emit()
    assert told.args == ["idle"]


@pytest.mark.parametrize(
    ("message", "parameter", "why"),
    [
        (0x02B1, 0x7, "screen"),
        (0x02B1, 0x8, ""),
        (0x02B1, 0x4, "screen"),
        (0x0218, 0x4, "suspend"),
        (0x0218, 0x12, "suspend"),
        (0x0218, 0xA, ""),
        (0x0100, 0x7, ""),
    ],
)
def test_the_messages_of_windows_are_understood(message: int, parameter: int, why: str) -> None:
    assert meaning(message, parameter) == why


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("unix:path=/run/user/1000/bus", True),
        ("unix:abstract=/tmp/dbus-x,guid=1;unix:path=/run/bus", True),
        ("tcp:host=10.0.0.1,port=1", False),
        ("unix:path=/run/bus;tcp:host=10.0.0.1,port=1", False),
        ("unixexec:path=ssh,argv1=host", False),
        ("", False),
    ],
)
def test_only_a_bus_of_this_machine_is_listened_to(address: str, local: bool) -> None:
    assert is_local(address) is local


_LISTENER = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from ctdesk.ui.session_bus import SessionBus
application = QCoreApplication(sys.argv)
def gone(why):
    print(why, flush=True)
    application.quit()
bus = SessionBus(gone)
bus.listen()
print("listening", flush=True)
QTimer.singleShot(15_000, application.quit)
application.exec()
"""


@pytest.fixture
def bus_address() -> Iterator[str]:
    """A session bus for this test alone."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None or shutil.which("dbus-send") is None:
        pytest.skip("no dbus-daemon here")
    process = subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.kill()
    process.communicate()


def test_a_desktop_that_locks_its_screen_is_heard(bus_address: str) -> None:
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus_address}
    with subprocess.Popen(
        [sys.executable, "-c", _LISTENER], stdout=subprocess.PIPE, text=True, env=environment
    ) as listener:
        assert listener.stdout is not None
        assert listener.stdout.readline().strip() == "listening"
        for state in ("false", "true"):
            subprocess.run(
                [
                    "dbus-send",
                    f"--bus={bus_address}",
                    "--type=signal",
                    "/org/freedesktop/ScreenSaver",
                    "org.freedesktop.ScreenSaver.ActiveChanged",
                    f"boolean:{state}",
                ],
                check=True,
            )
        assert listener.stdout.read().split() == ["screen"]
