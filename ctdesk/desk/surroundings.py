"""What surrounds the desk on this machine, as far as a program without rights can see it.

Each question is answered yes, no, or None for "can't be told from here": an honest None is worth
more than a guess. Sources: sysfs of Linux (dm/uuid begins with CRYPT- for dm-crypt and LUKS),
proc(5); the Windows shell property System.Volume.BitLockerProtection (1: on, 2: off), which needs
no administrator, unlike manage-bde.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_SYS, _PROC = Path("/sys"), Path("/proc")
_SHELL_TIMEOUT_S = 10


def disk_encrypted(folder: Path) -> bool | None:
    """Whether the volume on which the folder lies is encrypted by the system."""
    if sys.platform == "win32":
        return _bitlocker(folder)
    if not _SYS.joinpath("dev/block").is_dir():
        return None
    device = _device_of(folder)
    return None if device is None else _lies_on_crypt(device)


def swap_encrypted() -> bool | None:
    """Whether memory that the system puts on a disk is encrypted there; True without such disk."""
    if sys.platform == "win32":
        return _bitlocker(_system_drive())
    table = _PROC / "swaps"
    if not table.exists():
        return None
    areas = [line.split()[0] for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    return all(_area_is_safe(Path(area)) for area in areas)


def hibernation_encrypted() -> bool | None:
    """Whether the picture of the memory that hibernation writes is encrypted; True when this
    machine can't hibernate."""
    if sys.platform == "win32":
        return _bitlocker(_system_drive())
    power = _SYS / "power"
    if not (power / "state").exists():
        return None
    resume = _text(power / "resume")
    if "disk" not in _text(power / "state").split() or resume in ("", "0:0"):
        return True
    return _lies_on_crypt(resume)


def _area_is_safe(area: Path) -> bool:
    if area.name.startswith("zram"):
        # compressed memory: it never leaves the machine's own
        return True
    if area.is_block_device():
        number = area.stat().st_rdev
        return bool(_lies_on_crypt(f"{os.major(number)}:{os.minor(number)}"))
    device = _device_of(area.parent)
    return device is not None and bool(_lies_on_crypt(device))


def _device_of(folder: Path) -> str | None:
    """`major:minor` of the block device under a folder; None for a file system without one."""
    number = folder.stat().st_dev
    device = f"{os.major(number)}:{os.minor(number)}"
    if _SYS.joinpath("dev/block", device).exists():
        return device
    # btrfs and overlays have a number of their own: ask what was mounted
    for line in _text(_PROC / "self/mountinfo").splitlines():
        fields, _, kind = line.partition(" - ")
        if fields.split()[2] == device:
            source = Path(kind.split()[1])
            if source.is_block_device():
                number = source.stat().st_rdev
                return f"{os.major(number)}:{os.minor(number)}"
    return None


def _lies_on_crypt(device: str) -> bool | None:
    """Whether a block device, or every device below it, is a dm-crypt one."""
    place = _SYS / "dev/block" / device
    if not place.exists():
        return None
    if _text(place / "dm/uuid").startswith("CRYPT-"):
        return True
    below = list((place / "slaves").glob("*"))
    answers = [_lies_on_crypt(_text(slave / "dev")) for slave in below]
    return bool(answers) and all(answers)


def _system_drive() -> Path:
    return Path(os.environ.get("SYSTEMDRIVE", "C:") + "\\")


def _bitlocker(folder: Path) -> bool | None:
    drive = folder.resolve().anchor
    ask = (
        "(New-Object -ComObject Shell.Application).NameSpace($args[0]).Self"
        ".ExtendedProperty('System.Volume.BitLockerProtection')"
    )
    try:
        done = subprocess.run(
            ["powershell", "-NoProfile", "-NonInteractive", "-Command", f"& {{{ask}}} '{drive}'"],
            capture_output=True,
            text=True,
            timeout=_SHELL_TIMEOUT_S,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return {"1": True, "2": False}.get(done.stdout.strip())


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""
