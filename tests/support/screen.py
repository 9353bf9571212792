"""A screen of one's own: Xvfb with a window manager, for tests that need real windows."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

MANAGER_LOOKS = 200
MANAGER_PAUSE_SECONDS = 0.1
STOP_SECONDS = 5

_SERVER = ("Xvfb", "-noreset", "-nolisten", "tcp")
"""Without ``-noreset`` the server starts afresh each time its last client leaves, and throws out
one that is just coming: now and then that was openbox, while we asked whether it was there."""


@contextmanager
def private_screen(size: str = "1280x1024", *, manager: bool = True) -> Iterator[dict[str, str]]:
    """Start a screen of *size*, and yield the environment that sends a program's windows to it.

    With *manager*, openbox gives windows frames and focus. Both are gone afterwards.
    """
    with ExitStack() as stack:
        ready, told = os.pipe()
        server = subprocess.Popen(
            [*_SERVER, "-displayfd", str(told), "-screen", "0", f"{size}x24"],
            pass_fds=(told,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        stack.callback(_stop, server)
        os.close(told)
        with os.fdopen(ready) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        if manager:
            openbox = subprocess.Popen(
                ["openbox"],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            stack.callback(_stop, openbox)
            _wait_for_manager(openbox, environment)
        yield environment


def _wait_for_manager(manager: subprocess.Popen[bytes], environment: dict[str, str]) -> None:
    """Wait until *manager* manages windows: one that came before it would never get the focus."""
    for _ in range(MANAGER_LOOKS):
        if manager.poll() is not None:
            raise RuntimeError(f"openbox ended at once, with {manager.returncode}")
        asked = ["xdotool", "get_num_desktops"]
        if subprocess.run(asked, env=environment, capture_output=True, check=False).returncode == 0:
            return
        time.sleep(MANAGER_PAUSE_SECONDS)
    raise RuntimeError("openbox did not start")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
