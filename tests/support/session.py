"""A desktop of one's own: screen, message bus and accessibility bus, and the program on it."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Final, TypeVar

from tests.support.screen import private_screen
from tests.support.source import ROOT

PATIENCE_SECONDS: Final = 20.0
"""How long anything may take on a slow machine before a test gives up."""

_LAUNCHERS: Final = (
    Path("/usr/libexec/at-spi-bus-launcher"),
    Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"),
)
_STOP_SECONDS: Final = 5
_LOOK_EVERY_SECONDS: Final = 0.02
_FOLDERS: Final = {
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
}

T = TypeVar("T")


def until(look: Callable[[], T | None], what: str, seconds: float = PATIENCE_SECONDS) -> T:
    """Return what *look* finds as soon as it finds something true; *what* names it if never."""
    deadline = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not come within {seconds} s")
        time.sleep(_LOOK_EVERY_SECONDS)
    return found


@contextmanager
def desktop(home: Path, size: str = "1280x1024") -> Iterator[dict[str, str]]:
    """Start a screen, a message bus and an accessibility bus, and yield their environment.

    Everything that asks for a home folder is sent below *home*. All are gone afterwards.
    """
    with ExitStack() as stack:
        environment = stack.enter_context(private_screen(size))
        environment |= {"HOME": str(home), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
        for variable, folder in _FOLDERS.items():
            (home / folder).mkdir(parents=True, exist_ok=True, mode=0o700)
            environment[variable] = str(home / folder)
        bus = stack.enter_context(message_bus(environment))
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        launcher = next(path for path in _LAUNCHERS if path.exists())
        stack.enter_context(started([launcher, "--launch-immediately"], environment))
        yield environment


@contextmanager
def started(
    command: Sequence[str | Path],
    environment: Mapping[str, str],
    output: int | IO[str] = subprocess.DEVNULL,
) -> Iterator[subprocess.Popen[str]]:
    """Start *command*, what it prints going to *output* or nowhere; end it afterwards."""
    process = subprocess.Popen(
        command,
        env=dict(environment),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        text=True,
    )
    try:
        yield process
    finally:
        stop(process)


def stop(process: subprocess.Popen[str]) -> None:
    """End *process*, by force if it will not."""
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def program(data: Path, *arguments: str) -> list[str]:
    """Return the command that starts the real program on the folder *data*."""
    return [sys.executable, "-P", "-m", "app", "--data-dir", str(data), *arguments]


def child_of(parent: int) -> int | None:
    """Return the program that strace started, once strace has made room for it."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    for child in children:
        command = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
        if b"app" in command and b"strace" not in command:
            return int(child)
    return None


def press_keys(environment: Mapping[str, str], *keys: str) -> None:
    """Press *keys* on the keyboard, one after the other."""
    xdotool(environment, "key", "--delay", "0", *keys)


def type_words(environment: Mapping[str, str], words: str) -> None:
    """Type *words* on the keyboard."""
    xdotool(environment, "type", "--delay", "5", words)


def xdotool(environment: Mapping[str, str], *arguments: str) -> str:
    """Run xdotool and return what it prints."""
    done = subprocess.run(
        ["xdotool", *arguments],
        env=dict(environment),
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
    )
    return done.stdout.strip()


@contextmanager
def message_bus(environment: Mapping[str, str]) -> Iterator[str]:
    """Start a message bus and yield its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    process = subprocess.Popen(
        command,
        env={**environment, "DBUS_SESSION_BUS_ADDRESS": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            stop(process)
