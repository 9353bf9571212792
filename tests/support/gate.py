"""Holding up what is done on another thread until a test has looked."""

from collections.abc import Callable
from threading import Event
from typing import ParamSpec, TypeVar

import pytest

P = ParamSpec("P")
R = TypeVar("R")


class Gate:
    """Work that is let through it waits before it begins, until the gate is opened."""

    def __init__(self) -> None:
        self._is_open = Event()

    def before(self, really: Callable[P, R]) -> Callable[P, R]:
        """Return *really*, waiting at the gate first."""

        def wait(*args: P.args, **kwargs: P.kwargs) -> R:
            assert self._is_open.wait(20), "nobody opened the gate"
            return really(*args, **kwargs)

        return wait

    def open(self) -> None:
        """Let everything go on."""
        self._is_open.set()


def hold_up(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> Gate:
    """Put a gate before what *owner* calls *name*."""
    gate = Gate()
    monkeypatch.setattr(owner, name, gate.before(getattr(owner, name)))
    return gate
