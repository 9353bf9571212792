"""Looking at a running program as a screen reader does, from a test."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import msgspec

from tests.support.session import until
from tests.support.source import ROOT

SYSTEM_PYTHON: Final = "/usr/bin/python3"
EYES: Final = ROOT / "tests" / "support" / "atspi_eyes.py"
PRESSES: Final = ("Press", "Toggle")


class BusError(Exception):
    """The program did not answer, or what was asked about is gone."""


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """What a screen reader is told about one thing on the screen."""

    key: int
    parent: int
    role: str
    name: str
    description: str
    labels: tuple[str, ...]
    states: frozenset[str]
    actions: tuple[str, ...]

    @property
    def takes_focus(self) -> bool:
        """Whether the keyboard can come here now."""
        return self.states >= {"focusable", "enabled", "sensitive"}

    @property
    def said(self) -> str:
        """The name that is said: that of its label, else its own; a list's own is its value."""
        own = "" if self.role == "combo box" else self.name
        return (" ".join(self.labels) or own).strip()

    def __str__(self) -> str:
        """Return how a screen reader would say it."""
        return f"{self.said!r}, {self.role}"


class Reader:
    """Asks about one program over the accessibility bus."""

    def __init__(self, eyes: subprocess.Popen[str], process: int) -> None:
        self._eyes = eyes
        self._process = process

    def look(self) -> list[Thing]:
        """Return everything that shows, parents before children."""
        return msgspec.convert(self._ask("look", process=self._process), list[Thing])

    def find(self, role: str, name: str) -> Thing | None:
        """Return the first thing that shows with this role and name."""
        found = self._ask("find", process=self._process, role=role, name=name)
        return msgspec.convert(found, Thing | None)

    def wait_for(self, role: str, name: str) -> Thing:
        """Return the thing with this role and name as soon as it shows."""
        return until(lambda: self.find(role, name), f"{role} {name!r}")

    def again(self, thing: Thing) -> Thing:
        """Return what is so now of *thing*."""
        return msgspec.convert(self._ask("again", key=thing.key), Thing)

    def wait_until(self, thing: Thing, state: str) -> None:
        """Return as soon as *thing* is in this *state*."""
        until(lambda: state in self.again(thing).states, f"{thing} {state}")

    def press(self, thing: Thing) -> None:
        """Press or toggle *thing*."""
        self._ask("act", key=thing.key, action=next(a for a in thing.actions if a in PRESSES))

    def focus_on(self, thing: Thing) -> None:
        """Bring the keyboard to *thing*."""
        self._ask("act", key=thing.key, action="SetFocus")
        self.wait_until(thing, "focused")

    def forget(self) -> None:
        """Forget where the focus went until now."""
        self._ask("forget")

    def heard(self, seconds: float) -> Thing | None:
        """Return where the focus goes next, if it goes anywhere within *seconds*."""
        return msgspec.convert(self._ask("heard", seconds=seconds), Thing | None)

    def text(self, thing: Thing) -> str:
        """Return the words in *thing*."""
        return str(self._ask("text", key=thing.key))

    def go_to(self, place: str) -> None:
        """Press the page tab *place*, and wait until its page shows."""
        tab = self.wait_for("page tab", place)
        self.press(tab)
        self.wait_until(tab, "selected")

    def _ask(self, question: str, **about: Any) -> Any:
        assert self._eyes.stdin is not None
        assert self._eyes.stdout is not None
        self._eyes.stdin.write(json.dumps({"ask": question, **about}) + "\n")
        self._eyes.stdin.flush()
        answer = json.loads(self._eyes.stdout.readline() or '{"error": "the helper ended"}')
        if "error" in answer:
            raise BusError(answer["error"])
        return answer["answer"]


@contextmanager
def reader(environment: Mapping[str, str], process: int) -> Iterator[Reader]:
    """Look at the program with this *process* id in the session of *environment*.

    Yields as soon as its window is on the accessibility bus.
    """
    eyes = subprocess.Popen(
        [SYSTEM_PYTHON, "-I", "-W", "ignore", str(EYES)],
        env=dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with eyes:
        try:
            made = Reader(eyes, process)
            made.wait_for("page tab", "Help now")
            yield made
        finally:
            eyes.terminate()
