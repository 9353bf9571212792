"""A data folder for a sub-command, and how its answers are given to people and to machines."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from app.i18n import _
from app.services.changes import Changes
from app.services.copies import Copies, CopyDone
from app.services.copy_words import printable
from app.services.refusals import NotDoneError
from app.services.system_clock import SystemClock
from app.shell.commands import COULD_NOT_RUN, FINE, FOUND_SOMETHING
from app.storage.backups import Backups
from app.storage.data_folder import DataFolder
from app.storage.errors import ErrorCode
from app.storage.folder_probe import is_folder
from app.storage.paths import default_paths
from app.storage.problems import FileProblem


class Closed:
    """The data folder of the command line, not opened: it can be read beside a running program."""

    def __init__(self, data_dir: Path | None) -> None:
        clock = SystemClock()
        backups = Backups(clock)
        self.folder = DataFolder(default_paths(data_dir), _later)
        self.copies = Copies(self.folder, backups, clock, Changes())

    @property
    def is_there(self) -> bool:
        """Whether there is a data folder."""
        return is_folder(self.folder.paths.data)

    @property
    def missing(self) -> str:
        """What is said when there is none."""
        return _("There is no folder at {path}.").format(path=self.folder.paths.data)


def add_json(parser: ArgumentParser) -> None:
    """Add the option that asks for an answer for machines."""
    parser.add_argument("--json", action="store_true", help=_("answer for machines"))


def told(options: Namespace, sentences: Iterable[str], facts: Mapping[str, object]) -> None:
    """Print *sentences* for people, or *facts* for machines."""
    if options.json:
        print(json.dumps(dict(facts), indent=2))
    else:
        print("\n".join(sentences))


def refused(options: Namespace, sentence: str, code: str) -> int:
    """Say why nothing was done, and return the exit code for that."""
    if options.json:
        print(json.dumps({"error": code}, indent=2))
    else:
        print(sentence, file=sys.stderr)
    return COULD_NOT_RUN


def copy(options: Namespace, closed: Closed, make: Callable[[], CopyDone]) -> int:
    """Make a copy and say what is in it.

    The exit code is 1 when a file is missing or broken, or the disk did not confirm the copy.
    """
    if not closed.is_there:
        return refused(options, closed.missing, ErrorCode.MISSING.value)
    try:
        done = make()
    except NotDoneError as error:
        return refused(options, error.sentence, error.code.value)
    made = done.copied
    facts = {
        "path": str(made.path),
        "files": made.files,
        "bytes": made.bytes,
        "confirmed": made.unconfirmed is None,
        "left_out": for_machines(made.left_out),
        "damaged": for_machines(made.damaged),
    }
    told(options, (str(made.path), *done.sentences), facts)
    return FOUND_SOMETHING if made.left_out or made.damaged or made.unconfirmed else FINE


def for_machines(problems: Iterable[FileProblem]) -> list[dict[str, object]]:
    """Return *problems* as plain values."""
    return [
        {"path": printable(one.path), "code": one.code.value, "line": one.line} for one in problems
    ]


def _later(_function: Callable[[], None]) -> None:
    """Nobody waits for reports here: every step of a command waits for the disk itself."""
