"""Nothing is left behind."""

import subprocess
import sys


def test_a_crash_leaves_no_picture_of_the_memory() -> None:
    """In a process of its own, since the limit cannot be raised again."""
    program = (
        "import resource; from app.shell.privacy import leave_no_core_dump;"
        "leave_no_core_dump(); print(resource.getrlimit(resource.RLIMIT_CORE))"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )

    assert ended.stdout.strip() == "(0, 0)"
