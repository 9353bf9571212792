"""What must not be left behind when the program dies: a picture of its memory, with every word."""

import sys


def leave_no_core_dump() -> None:
    """Ask the system for no core dump, where it has such a thing."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
