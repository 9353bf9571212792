"""The sub-commands of ``soft-landing``: what can be done without a window.

Each module has ``help_text()``, what the list of commands says of it; ``arguments(parser)``,
which adds what it takes; and ``run(options)``, which returns the exit code. What it needs is
loaded when it runs.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from importlib import import_module
from typing import Final, NamedTuple

FINE: Final = 0
FOUND_SOMETHING: Final = 1
COULD_NOT_RUN: Final = 2

NAMES: Final = ("check", "backup", "restore", "export", "clinic", "self-test")
"""The sub-commands, in the order in which they are listed."""


class Command(NamedTuple):
    """What the module of a sub-command has."""

    help_text: Callable[[], str]
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def command(name: str) -> Command:
    """Return the sub-command *name*."""
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    return Command(module.help_text, module.arguments, module.run)
