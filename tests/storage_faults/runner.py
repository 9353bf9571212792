"""Runs drivers with faults, each in a fork of a process that has imported everything before.

``python -m tests.storage_faults.runner HOME`` reads orders from its standard input and answers
each with a result. A fork costs a hundredth of a start of Python, and begins at the moment that
matters: strace is tied to one thread of it, just before that thread touches the data folder, so
that its counting of calls begins there, and the writer's calls are told from the main thread's.
"""

import contextlib
import importlib
import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import traceback
from io import StringIO
from pathlib import Path
from typing import Final

import msgspec

from tests.storage_faults.drivers import DRIVERS, Driver
from tests.storage_faults.fresh_start import at, temporary_files
from tests.storage_faults.orders import Order, Result
from tests.storage_faults.plants import VARIABLE

PATIENCE_SECONDS: Final = 10
CRASHED: Final = 70


class _Gate:
    """Where one thread of the driver waits until strace has it."""

    def __init__(self) -> None:
        self.arrival, self._arrived = os.pipe()
        self._opening, self.key = os.pipe()

    def wait(self) -> None:
        """Say which thread this is, and wait without reading anything."""
        os.write(self._arrived, b"%d\n" % threading.get_native_id())
        poll = select.poll()
        poll.register(self._opening, select.POLLIN)
        poll.poll()

    def outside(self) -> None:
        """Close the ends of the driver."""
        os.close(self._arrived)
        os.close(self._opening)

    def close(self) -> None:
        """Close the ends of the runner."""
        os.close(self.arrival)
        os.close(self.key)


class _Told(StringIO):
    """Standard output by a system call of its own, which no fault is planted into."""

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor

    def write(self, text: str, /) -> int:
        """Hand *text* over at once."""
        return os.writev(self._descriptor, [text.encode()])


def main() -> None:
    """Answer orders until there are none."""
    home = Path(sys.argv[1])
    ready = {name: _template(driver, home / name) for name, driver in DRIVERS.items()}
    print("ready", flush=True)
    for line in sys.stdin.buffer:
        order = msgspec.json.decode(line, type=Order)
        result = run(order, ready[order.driver])
        sys.stdout.buffer.write(msgspec.json.encode(result) + b"\n")
        sys.stdout.buffer.flush()


def _template(driver: Driver, home: Path) -> Path:
    """Prepare the folder of *driver*, and run it once so that all its modules are imported."""
    with at(home):
        home.mkdir(parents=True)
        driver.prepare(home)
    trial = home.with_name(f"{home.name}-trial")
    copy_of(driver, home, trial)
    importlib.import_module(driver.module)
    with at(trial), contextlib.redirect_stdout(StringIO()):
        _call(driver, trial)
    return home


def copy_of(driver: Driver, template: Path, home: Path) -> None:
    """Make *home* what a run of *driver* begins with."""
    shutil.copytree(template, home, symlinks=True)
    with at(home):
        driver.arrive(home)


def run(order: Order, template: Path) -> Result:
    """Run one order in a copy of *template*; the copy is removed when all is well."""
    driver, home = DRIVERS[order.driver], Path(order.home)
    copy_of(driver, template, home)
    gate = _Gate()
    told, telling = os.pipe()
    errors = home.with_name(f"{home.name}.errors")
    with errors.open("wb") as sink:
        child = os.fork()
        if not child:
            _be_the_driver(order, driver, gate, telling, sink.fileno())
    gate.outside()
    os.close(telling)
    tracer = _plant(order, child, gate)
    said = _all_of(told, child)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if tracer is not None:
        tracer.communicate()
    trouble = errors.read_text(errors="replace")
    verdict = _judged(order, driver, said) or _unexpected(status, said, trouble)
    left = () if verdict else temporary_files(home)
    errors.unlink()
    if not verdict:
        shutil.rmtree(home)
    return Result(
        order=order,
        status=status,
        told=said,
        errors=trouble,
        reached=tracer is not None,
        verdict=verdict,
        left=left,
    )


def _be_the_driver(order: Order, driver: Driver, gate: _Gate, telling: int, errors: int) -> None:
    """Be the driver's process, to its end."""
    status = CRASHED
    try:
        os.dup2(errors, 2)
        sys.stdout = _Told(telling)
        home = Path(order.home)
        with at(home):
            if order.plant:
                os.environ[VARIABLE] = order.plant
            if order.thread and not order.log:
                _stop_at_thread(order.thread, gate)
            else:
                gate.wait()
            status = _call(driver, home)
    except BaseException:  # noqa: BLE001 -- whatever it was, it is told
        traceback.print_exc()
    finally:
        os._exit(status)


def _call(driver: Driver, home: Path) -> int:
    sys.argv = [driver.module, *driver.arguments(home)]
    status = sys.modules[driver.module].main()
    assert isinstance(status, int)
    return status


def _stop_at_thread(number: int, gate: _Gate) -> None:
    """Let the thread that is started as the *number*-th wait at *gate*."""
    begin = threading.Thread.run
    started = iter(range(1, sys.maxsize))

    def begin_at_the_gate(thread: threading.Thread) -> None:
        if next(started) == number:
            gate.wait()
        begin(thread)

    threading.Thread.run = begin_at_the_gate  # type: ignore[method-assign, assignment]


def _plant(order: Order, child: int, gate: _Gate) -> subprocess.Popen[bytes] | None:
    """Tie strace to the thread at the gate, and open it; return nothing if no thread came."""
    arrived, tracer = b"", None
    while not arrived.endswith(b"\n"):
        waiting, _, _ = select.select([gate.arrival], [], [], PATIENCE_SECONDS)
        piece = os.read(gate.arrival, 32) if waiting else b""
        if not piece:
            break
        arrived += piece
    else:
        names = ",".join(one.partition(":")[0] for one in order.injections) or "none"
        options = ["-o", os.devnull, "-e", f"trace={names}"]
        if order.log:
            options = ["-f", "-xx", "-s", "1000000", "-o", order.log]
        options += [word for one in order.injections for word in ("-e", f"inject={one}")]
        command = ["strace", *options, "-p", arrived.decode().strip()]
        tracer = subprocess.Popen(command, stderr=subprocess.PIPE)
        _wait_until_attached(tracer)
        os.write(gate.key, b"!")
    gate.close()
    return tracer


def _wait_until_attached(tracer: subprocess.Popen[bytes]) -> None:
    assert tracer.stderr is not None
    said = tracer.stderr.readline()
    assert said.rstrip().endswith(b"attached"), said.decode()


def _all_of(told: int, child: int) -> str:
    """Return all that is told until the driver ends; one that hangs is killed."""
    said = b""
    while True:
        waiting, _, _ = select.select([told], [], [], PATIENCE_SECONDS)
        piece = os.read(told, 4096) if waiting else b""
        if not waiting:
            os.kill(child, signal.SIGKILL)
            piece = b" (it hung)"
        if not piece:
            os.close(told)
            return said.decode().strip()
        said += piece


def _judged(order: Order, driver: Driver, said: str) -> str:
    home = Path(order.home)
    try:
        with at(home):
            driver.judge(home, said)
    except Exception as error:  # noqa: BLE001 -- whatever it was, it is the verdict
        return f"{type(error).__name__}: {error}"
    return ""


def _unexpected(status: int, said: str, trouble: str) -> str:
    """Return what a driver must not do whatever happens to it: crash, hang, or say nothing."""
    if "Traceback" in trouble:
        return f"it crashed: {trouble}"
    if "it hung" in said or (status >= 0 and not said):
        return f"it ended {status} and said {said!r}"
    return ""


if __name__ == "__main__":
    main()
