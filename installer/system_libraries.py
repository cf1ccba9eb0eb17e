"""The shared libraries that Qt expects from the system, which a bare machine lacks.

Found by loading them, not by asking a package manager: that answers the question Qt will ask.
Names measured with `ldd` over PySide6-Essentials 6.12 in a minimal Debian 12.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from installer.place import Place, environment
from installer.program import last_lines, run_logged
from installer.refusal import Refusal

# library -> Debian package
ALWAYS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
WITH_A_DISPLAY = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def loads(library: str) -> bool:
    """Whether the system's loader finds the library and everything it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(display: bool, loads: Callable[[str], bool] = loads) -> list[str]:
    """Debian packages of the libraries that don't load, in a fixed order, each once."""
    needed = ALWAYS | WITH_A_DISPLAY if display else ALWAYS
    lacking = (package for library, package in needed.items() if not loads(library))
    return list(dict.fromkeys(lacking))


def apt_line(packages: Iterable[str]) -> str:
    """The one line that installs them by hand on Debian and its relatives."""
    names = " ".join(packages)
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


def may_install() -> bool:
    """Whether we are root on Debian or a relative, and so may install packages ourselves."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return root and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def install_packages(packages: list[str], place: Place) -> None:
    """By apt-get, its package lists first. Raises Refusal with the end of apt's output."""
    variables = environment(DEBIAN_FRONTEND="noninteractive")
    patient = ["-q", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3"]
    install = ["install", "-y", "--no-install-recommends", *packages]
    for act in (["update"], install):
        code, output = run_logged(["apt-get", *patient, *act], place.log, variables)
        if code:
            raise Refusal(
                f"apt-get could not install what Qt needs ({' '.join(packages)}):\n"
                f"{last_lines(output)}\n"
                "When the machine can reach its Debian mirror again, start the same command; "
                f"or install them yourself:\n    {apt_line(packages)}"
            )


def provide_system_libraries(place: Place, display: bool) -> None:
    """Installs the missing ones where we may; elsewhere, Refusal names the line that would."""
    missing = missing_packages(display) if sys.platform.startswith("linux") else []
    if not missing:
        return
    if not may_install():
        raise Refusal(
            "Qt, which draws the window, needs libraries that this system lacks. Install them with "
            f"this line (names as in Debian 12), then start the same command again:\n"
            f"    {apt_line(missing)}"
        )
    print(f"Installing {len(missing)} system packages that Qt needs: {' '.join(missing)}")
    install_packages(missing, place)
    still_missing = missing_packages(display)
    if still_missing:
        raise Refusal(
            f"apt-get ran, yet these still do not load: {' '.join(still_missing)}. "
            f"The whole output lies in {place.log}."
        )
