"""Which faults there are in one run of a driver: a kill and errors at each of its system calls."""

import re
from collections import Counter
from pathlib import Path
from typing import Final

from msgspec import Struct

CALL: Final = re.compile(r"([0-9]+) +([a-z_0-9]+)\(")
FORKED: Final = re.compile(r"(?m)\b(?:v?fork|clone)(?: resumed>.*|\(.*)\) += ([0-9]+)$")

_MEMORY: Final = {"mmap", "munmap", "mprotect", "madvise", "brk", "prlimit64"}
_THREADS: Final = {
    *("futex", "rseq", "set_robust_list", "rt_sigaction", "rt_sigprocmask", "restart_syscall"),
    *("gettid", "getpid", "clone", "clone3", "exit", "exit_group", "wait4", "poll", "sched_yield"),
}
UNINTERESTING: Final = {*_MEMORY, *_THREADS, "getrandom", "writev"}
"""Between these nothing changes on the disk; what a driver tells, by writev, is not hindered."""

ERRORS: Final = {
    "openat": ("EIO", "EACCES", "ENOSPC", "EMFILE"),
    "read": ("EIO",),
    "write": ("EIO", "ENOSPC", "EDQUOT", "EFBIG"),
    "fsync": ("EIO", "ENOSPC", "EDQUOT"),
    "rename": ("EIO", "ENOSPC", "EACCES", "EROFS"),
    "mkdir": ("EIO", "ENOSPC", "EACCES", "EDQUOT"),
    "unlink": ("EIO", "EACCES", "EROFS"),
    "rmdir": ("EIO", "EROFS"),
    "newfstatat": ("EIO", "EACCES"),
    "flock": ("ENOLCK", "EIO"),
}
"""What each call may fail with; EIO where nothing is said."""

CHANGING: Final = {
    "fsync": "EIO",
    **dict.fromkeys(("mkdir", "rename", "rmdir", "unlink", "write"), "EROFS"),
}
"""What calls end in on a disk that the system has made read-only after an error."""

INTERRUPTIBLE: Final = ("openat", "read", "write", "fsync", "flock")


class Call(Struct, frozen=True, order=True):
    """The call *name*, the *ordinal*-th of this name in the thread number *thread*."""

    thread: int
    name: str
    ordinal: int


class Fault(Struct, frozen=True):
    """What happens in one thread, from a call on or at this one only, as strace spells it."""

    thread: int
    injections: tuple[str, ...]

    @property
    def must_be_survived(self) -> bool:
        """Whether a save has to succeed all the same.

        Python goes on after an interruption, but for looking into a folder, which only the main
        thread does, and does again when it is asked to.
        """
        return self.thread > 0 and all("EINTR" in one for one in self.injections)


def calls_in(log: Path, home: Path) -> list[Call]:
    """Return the calls in *log* that matter, from the first that names *home* on.

    Other processes that the driver started are left out.
    """
    text = log.read_text(errors="replace")
    first = "".join(f"\\x{byte:02x}" for byte in bytes(home))
    others = set(FORKED.findall(text))
    threads: dict[str, int] = {}
    count, found, touched = Counter[tuple[int, str]](), list[Call](), False
    for line in text.splitlines():
        touched = touched or first in line
        match = CALL.match(line)
        if match is None or match[1] in others:
            continue
        thread = threads.setdefault(match[1], len(threads))
        count[thread, match[2]] += 1
        if touched and match[2] not in UNINTERESTING:
            found.append(Call(thread, match[2], count[thread, match[2]]))
    return found


def kills(calls: list[Call]) -> list[Fault]:
    """Return a kill -9 before each of *calls*."""
    return [_fault(call, "signal=SIGKILL") for call in calls]


def errors(calls: list[Call]) -> list[Fault]:
    """Return each error that each of *calls* may end in once, or each time from the first on."""
    once = [
        _fault(call, f"error={error}")
        for call in calls
        for error in (*_errors_of(call), *(("EINTR",) if call.name in INTERRUPTIBLE else ()))
    ]
    firsts = {(call.thread, call.name): call for call in reversed(calls)}
    lasting = [
        _fault(call, f"error={error}", "+")
        for call in firsts.values()
        for error in _errors_of(call)
    ]
    return once + lasting


def deaths(calls: list[Call]) -> list[Fault]:
    """Return the death of the disk before each of *calls*: a stick pulled, or one gone read-only.

    Everything that the thread does from then on fails.
    """
    found = []
    for number, call in enumerate(calls):
        after: dict[str, Call] = {}
        for later in calls[number:]:
            if later.thread == call.thread:
                after.setdefault(later.name, later)
        names = {*after, "unlink", "rmdir"}
        gone = dict.fromkeys(names, "error=EIO")
        read_only = {name: f"error={CHANGING[name]}" for name in names if name in CHANGING}
        for errors_of in (gone, read_only):
            injections = tuple(
                f"{name}:{what}:when={after[name].ordinal if name in after else 1}+"
                for name, what in sorted(errors_of.items())
            )
            found.append(Fault(call.thread, injections))
    return found


def _fault(call: Call, what: str, on: str = "") -> Fault:
    return Fault(call.thread, (f"{call.name}:{what}:when={call.ordinal}{on}",))


def _errors_of(call: Call) -> tuple[str, ...]:
    return ERRORS.get(call.name, ("EIO",))
