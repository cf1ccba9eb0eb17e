"""What this process asks of the system before it holds a key: no picture of its memory on a disk.

Sources: setrlimit(2), prctl(2); Microsoft Learn, SetErrorMode, WerSetFlags. None of it stops the
system's administrator, and none reaches swap or hibernation: those must be encrypted by the system.
"""

from __future__ import annotations

import sys

_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x1, 0x2
_WER_FAULT_REPORTING_FLAG_NOHEAP = 0x1


def harden() -> None:
    """No core dumps, no crash reports with memory, no other program of this user looking in."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
        kernel.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP)
        return
    import resource

    # the hard limit too: nothing that this process starts may write one either
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        _prctl(_PR_SET_DUMPABLE, 0)


def hardened() -> bool | None:
    """Whether this process leaves no picture of its memory; None where it can't be told."""
    if sys.platform == "win32":
        import ctypes

        asked = ctypes.windll.kernel32.SetErrorMode(0)
        ctypes.windll.kernel32.SetErrorMode(asked)
        return bool(asked & _SEM_NOGPFAULTERRORBOX)
    import resource

    if resource.getrlimit(resource.RLIMIT_CORE)[0] != 0:
        return False
    return _prctl(_PR_GET_DUMPABLE, 0) == 0 if sys.platform.startswith("linux") else None


def _prctl(what: int, value: int) -> int:
    import ctypes

    return int(ctypes.CDLL(None).prctl(what, value, 0, 0, 0))
