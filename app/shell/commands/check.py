"""``soft-landing check``: every file, with line numbers, for people or for machines."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from app.i18n import _, ngettext
from app.services.problems import reading_failed
from app.shell.commands import COULD_NOT_RUN, FINE, FOUND_SOMETHING
from app.storage.check import check as check_folder
from app.storage.paths import default_paths
from app.storage.problems import FileProblem


def help_text() -> str:
    """Return what the list of commands says of it."""
    return _("check every file and say what is wrong, and where")


def arguments(parser: ArgumentParser) -> None:
    """Add what it takes."""
    parser.add_argument("--json", action="store_true", help=_("answer for machines"))


def run(options: Namespace) -> int:
    """Print what is wrong in the data folder; return 0 (nothing), 1, or 2 without a folder."""
    paths = default_paths(options.data_dir)
    if not paths.data.is_dir():
        print(_("There is no folder at {path}.").format(path=paths.data))
        return COULD_NOT_RUN
    problems = check_folder(paths)
    if options.json:
        print(json.dumps([_for_machines(problem) for problem in problems], indent=2))
    else:
        _print_for_people(paths.data, problems)
    return FOUND_SOMETHING if problems else FINE


def _print_for_people(folder: Path, problems: tuple[FileProblem, ...]) -> None:
    for problem in problems:
        print(f"{problem.path}: {reading_failed(problem.code, problem.line)}")
    if problems:
        count = len(problems)
        text = ngettext(
            "{count} thing found. Nothing was changed.",
            "{count} things found. Nothing was changed.",
            count,
        )
        print(text.format(count=count))
    else:
        print(_("Everything in {path} can be read.").format(path=folder))


def _for_machines(problem: FileProblem) -> dict[str, object]:
    return {
        "path": problem.path,
        "code": problem.code.value,
        "line": problem.line,
        "column": problem.column,
        "field": problem.field,
        "record": problem.record_id,
    }
