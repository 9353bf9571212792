"""Two runners side by side, and sweeps of many faults through them."""

import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from typing import Final, TypeVar

import msgspec

from tests.storage_faults.drivers import DRIVERS
from tests.storage_faults.injection import Call, Fault, calls_in
from tests.storage_faults.orders import Order, Result

T = TypeVar("T")

HANDS: Final = 2
SEED: Final = 20260102
ENOUGH: Final = 5


class Workshop:
    """Runs drivers with faults, two at a time."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._numbers = count()
        self._free: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._runners = [_runner(home / f"hand-{hand}") for hand in range(HANDS)]
        for runner in self._runners:
            self._free.put(runner)

        for runner in self._runners:
            _answer_of(runner)

    def close(self) -> None:
        """Let the runners end."""
        for runner in self._runners:
            runner.communicate()

    def run(
        self, driver: str, fault: Fault | None = None, *, log: Path | None = None, plant: str = ""
    ) -> Result:
        """Run *driver* once. With *log* a fault must be one that only one thread can meet."""
        order = Order(
            driver=driver,
            home=str(self.home / f"{next(self._numbers):06}"),
            thread=fault.thread if fault else 0,
            injections=fault.injections if fault else (),
            log=str(log) if log else "",
            plant=plant,
        )
        runner = self._free.get()
        try:
            assert runner.stdin is not None
            runner.stdin.write(msgspec.json.encode(order) + b"\n")
            runner.stdin.flush()
            return msgspec.json.decode(_answer_of(runner), type=Result)
        finally:
            self._free.put(runner)

    def template(self, driver: str) -> Path:
        """Return the folder that runs of *driver* begin with."""
        return self.home / "hand-0" / driver

    def calls(self, driver: str, plant: str = "") -> list[Call]:
        """Return the system calls of a run without a fault."""
        log = self.home / f"calls-{next(self._numbers)}.log"
        result = self.run(driver, log=log, plant=plant)
        assert (result.verdict, result.told) == ("", DRIVERS[driver].done), result
        return calls_in(log, Path(result.order.home))

    def sweep(self, driver: str, faults: Sequence[Fault], plant: str = "") -> list[Result]:
        """Run *driver* once with each of *faults*, until a few promises are broken."""
        wrong: list[Result] = []

        def one(fault: Fault) -> Result | None:
            if len(wrong) >= ENOUGH:
                return None
            result = self.run(driver, fault, plant=plant)
            survived = result.verdict or result.told.startswith(DRIVERS[driver].done)
            if fault.must_be_survived and not survived:
                result = msgspec.structs.replace(result, verdict=f"told {result.told}")
            if result.verdict:
                wrong.append(result)
            return result

        with ThreadPoolExecutor(HANDS) as pool:
            return [result for result in pool.map(one, faults) if result]


def some_of(things: Sequence[T], most: int) -> Sequence[T]:
    """Return *things*, or as many of them as told, always the same ones."""
    return things if len(things) <= most else random.Random(SEED).sample(things, most)


def broken(results: Iterable[Result]) -> list[str]:
    """Return each promise that was broken, with the fault that broke it."""
    return [
        f"{result.order.driver}, thread {result.order.thread}, {result.order.injections}: "
        f"{result.verdict} (told {result.told!r}, {result.order.home})"
        for result in results
        if result.verdict
    ]


def summary(results: Sequence[Result]) -> str:
    """Return in one line what was told, how often."""
    told = Counter(result.told or "nothing" for result in results)
    return f"{len(results)} runs: " + ", ".join(
        f"{often} {what}" for what, often in told.most_common()
    )


def _runner(home: Path) -> subprocess.Popen[bytes]:
    home.mkdir(parents=True)
    command = [sys.executable, "-m", "tests.storage_faults.runner", str(home)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _answer_of(runner: subprocess.Popen[bytes]) -> bytes:
    assert runner.stdout is not None
    line = runner.stdout.readline()
    assert line, "a runner ended"
    return line
