"""The memory limit of the worker process on Windows: a Job Object with the process inside.

Structures and constants: winnt.h, JOBOBJECT_EXTENDED_LIMIT_INFORMATION. Windows 8 and later nest
jobs, so it does not matter whether the process is in one already.
"""

from __future__ import annotations

import ctypes
import sys

_EXTENDED_LIMIT_INFORMATION = 9
_ACTIVE_PROCESS = 0x8
_PROCESS_MEMORY = 0x100
_DIE_ON_UNHANDLED_EXCEPTION = 0x400


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limits_of(memory: int) -> ExtendedLimits:
    """Limits for one process that starts no other and takes at most `memory` bytes."""
    limits = ExtendedLimits()
    limits.BasicLimitInformation.LimitFlags = (
        _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
    )
    limits.BasicLimitInformation.ActiveProcessLimit = 1
    limits.ProcessMemoryLimit = memory
    return limits


if sys.platform == "win32":

    def confine_this_process(memory: int) -> None:
        """Put this process under the limits, for its lifetime; OSError if Windows refuses."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle, pointer = ctypes.c_void_p, ctypes.c_void_p
        kernel.CreateJobObjectW.restype = handle
        kernel.GetCurrentProcess.restype = handle
        kernel.SetInformationJobObject.argtypes = (handle, ctypes.c_int, pointer, ctypes.c_uint32)
        kernel.AssignProcessToJobObject.argtypes = (handle, handle)
        job = kernel.CreateJobObjectW(None, None)
        limits = limits_of(memory)
        laid = kernel.SetInformationJobObject(
            job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if not laid or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
            raise ctypes.WinError(ctypes.get_last_error())
