"""Runs a command that the kernel refuses every socket which could lead to a network.

``python -m tests.support.no_network COMMAND…`` puts a seccomp filter on itself and becomes the
command: socket(2) for any family but AF_UNIX fails with EACCES, for it and all its children.
Linux on x86-64 and ARM64 only; no rights are needed.
"""

import ctypes
import os
import platform
import socket
import struct
import sys
from typing import Final

REFUSAL: Final = 13  # EACCES

_PR_SET_NO_NEW_PRIVS: Final = 38
_PR_SET_SECCOMP: Final = 22
_SECCOMP_MODE_FILTER: Final = 2
_ALLOW: Final = 0x7FFF0000
_FAIL: Final = 0x00050000
_LOAD: Final = 0x20  # BPF_LD | BPF_W | BPF_ABS
_EQUAL: Final = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_RETURN: Final = 0x06  # BPF_RET | BPF_K
_NUMBER_AT: Final = 0
_ARCHITECTURE_AT: Final = 4
_FAMILY_AT: Final = 16  # the first argument
_SYSTEMS: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""For each processor: its number in the kernel's audit, and the number of socket(2)."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def is_possible() -> bool:
    """Whether this computer's kernel knows such filters."""
    return sys.platform == "linux" and platform.machine() in _SYSTEMS


def refuse_network() -> None:
    """Refuse this process and its children every socket but those inside the computer."""
    audit, socket_call = _SYSTEMS[platform.machine()]
    steps = (
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_EQUAL, 1, 0, audit),
        (_RETURN, 0, 0, _FAIL | REFUSAL),  # calls in the manner of another processor
        (_LOAD, 0, 0, _NUMBER_AT),
        (_EQUAL, 0, 3, socket_call),
        (_LOAD, 0, 0, _FAMILY_AT),
        (_EQUAL, 1, 0, socket.AF_UNIX),
        (_RETURN, 0, 0, _FAIL | REFUSAL),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    buffer = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(steps), ctypes.cast(buffer, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    _check(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    _check(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0))


def _check(result: int) -> None:
    if result:
        raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    refuse_network()
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 -- this is all it is for
