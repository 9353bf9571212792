"""The disk fails once, while whole folders are looked through: said, and nothing is lost by it."""

import errno
import importlib
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.storage_faults.drivers import DRIVERS
from tests.storage_faults.fresh_start import at
from tests.storage_faults.runner import copy_of
from tests.storage_faults.workshop import Workshop


def fail_once(patch: pytest.MonkeyPatch, name: str, path: Path, number: int) -> list[str]:
    """Let the *number*-th call of ``os.NAME`` for *path* fail; the list tells when it has."""
    call: Callable[..., Any] = getattr(os, name)
    calls: list[str] = []
    failed: list[str] = []

    def failing(*arguments: Any, **named: Any) -> Any:
        if arguments and not isinstance(arguments[0], int) and Path(arguments[0]) == path:
            calls.append(name)
            if len(calls) == number:
                failed.append(name)
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return call(*arguments, **named)

    patch.setattr(os, name, failing)
    return failed


def told_with_one_error(home: Path, driver: str, call: str, path: str, number: int) -> str | None:
    """Run *driver* here with one error, and return what it told; nothing without the error."""
    one = DRIVERS[driver]
    program = importlib.import_module(one.module)
    said = StringIO()
    with at(home), pytest.MonkeyPatch.context() as patch, redirect_stdout(said):
        patch.setattr(sys, "argv", [one.module, *one.arguments(home)])
        failed = fail_once(patch, call, home / path, number)
        program.main()
    return said.getvalue() if failed else None


def keeps_its_promise(workshop: Workshop, folder: Path, driver: str, call: str, path: str) -> None:
    """Expect that *driver* does, whichever call of ``os.CALL`` for *path* fails."""
    wrong = []
    for number in count(1):
        home = folder / str(number)
        copy_of(DRIVERS[driver], workshop.template(driver), home)
        told = told_with_one_error(home, driver, call, path, number)
        if told is None:
            break
        try:
            with at(home):
                DRIVERS[driver].judge(home, told)
        except AssertionError as error:
            wrong.append(f"{call} {number} of {path}, told {told!r}: {error}")
    assert number > 1, "no error happened"
    assert not wrong, "\n".join(wrong)


@pytest.mark.fault(4)
@pytest.mark.parametrize(
    ("call", "path"),
    [
        ("lstat", "share/soft-landing"),
        ("scandir", "share/soft-landing/infusions"),
        ("scandir", "share/soft-landing/notes"),
        ("scandir", "share/soft-landing/.sl-restore/new/journal"),
    ],
)
def test_a_restore_puts_all_back_or_nothing(
    workshop: Workshop, tmp_path: Path, call: str, path: str
) -> None:
    """What cannot be looked into once is not taken for empty, or for not there."""
    keeps_its_promise(workshop, tmp_path, "restore", call, path)


@pytest.mark.fault(4)
@pytest.mark.parametrize(
    ("call", "path"),
    [
        ("scandir", "state/soft-landing"),
        ("scandir", "state/soft-landing/drafts"),
        ("stat", "share/soft-landing"),
    ],
)
def test_a_move_leaves_nothing_behind_unsaid(
    workshop: Workshop, tmp_path: Path, call: str, path: str
) -> None:
    """Drafts and backups follow, or it is said that they do not, and they follow later."""
    keeps_its_promise(workshop, tmp_path, "move", call, path)


@pytest.mark.fault(4)
@pytest.mark.parametrize(
    ("call", "path"),
    [
        ("listdir", "share/soft-landing"),
        ("listdir", "state/soft-landing"),
        ("listdir", "config/soft-landing"),
        ("lstat", "share/soft-landing/journal"),
    ],
)
def test_a_deletion_that_cannot_look_says_so(
    workshop: Workshop, tmp_path: Path, call: str, path: str
) -> None:
    """Nothing is said to be gone that was not even seen."""
    keeps_its_promise(workshop, tmp_path, "delete", call, path)
