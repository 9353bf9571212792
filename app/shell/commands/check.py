"""``soft-landing check``: every file, with line numbers, for people or for machines."""

import json
from argparse import ArgumentParser, Namespace

from app.i18n import _, ngettext
from app.services.data_check import Finding, look, was_kept, would_keep
from app.services.problems import advice, reading_failed, saving_failed
from app.shell.commands import FINE, FOUND_SOMETHING
from app.storage.errors import ErrorCode, StorageError
from app.storage.folder_probe import is_folder
from app.storage.lock import FolderLock
from app.storage.paths import Paths, default_paths
from app.storage.salvage import Repaired, Salvage, repair


def help_text() -> str:
    """Return what the list of commands says of it."""
    return _("check every file and say what is wrong, and where")


def arguments(parser: ArgumentParser) -> None:
    """Add what it takes."""
    parser.add_argument("--json", action="store_true", help=_("answer for machines"))
    parser.add_argument(
        "--repair",
        action="store_true",
        help=_("keep what is certain of damaged files; the files as they were are kept too"),
    )


def run(options: Namespace) -> int:
    """Print what is wrong in the data folder; return 0 (nothing), 1, or 2 if it cannot look.

    What was repaired is no longer wrong.
    """
    from app.shell.commands.without_window import refused

    paths = default_paths(options.data_dir)
    if not is_folder(paths.data):
        sentence = _("There is no folder at {path}.").format(path=paths.data)
        return refused(options, sentence, ErrorCode.MISSING.value)
    lock = FolderLock(paths.lock)
    if options.repair:
        try:
            lock.take()
        except StorageError as error:
            why = saving_failed(error.code)
            sentence = _("Nothing can be repaired now. {why}").format(why=why)
            return refused(options, sentence, error.code.value)
    try:
        health = look(paths)
        repaired = _repaired(health.findings, paths) if options.repair else {}
    finally:
        lock.release()
    left = [one for one in health.findings if not _is_done(one, repaired)]
    if options.json:
        found = [_for_machines(one, repaired) for one in health.findings]
        print(json.dumps(found, indent=2))
    else:
        _print_for_people(paths, health.findings, repaired, len(left))
    return FOUND_SOMETHING if left else FINE


def _repaired(findings: tuple[Finding, ...], paths: Paths) -> dict[str, Repaired | StorageError]:
    """Repair what can be, and return what came of it, by the name of the file."""
    done: dict[str, Repaired | StorageError] = {}
    for finding in findings:
        if finding.salvage is not None:
            try:
                done[finding.problem.path] = repair(finding.salvage, paths)
            except StorageError as error:
                done[finding.problem.path] = error
    return done


def _is_done(finding: Finding, repaired: dict[str, Repaired | StorageError]) -> bool:
    return isinstance(repaired.get(finding.problem.path), Repaired)


def _print_for_people(
    paths: Paths,
    findings: tuple[Finding, ...],
    repaired: dict[str, Repaired | StorageError],
    left: int,
) -> None:
    from app.services.copy_words import printable

    for finding in findings:
        problem = finding.problem
        print(f"{printable(problem.path)}: {reading_failed(problem.code, problem.line)}")
        result = repaired.get(problem.path)
        if isinstance(result, Repaired):
            print(f"  {was_kept(result)}")
            print(f"  {result.original}")
        elif isinstance(result, StorageError):
            why = saving_failed(result.code)
            print("  " + _("It could not be repaired. {why}").format(why=why))
        else:
            print(f"  {advice(problem.code)}")
            if finding.salvage is not None:
                print(f"  {would_keep(finding.salvage)} (--repair)")
    if not findings:
        print(_("Everything in {path} can be read.").format(path=paths.data))
    elif repaired:
        print(_("{count} left as found.").format(count=left))
    else:
        text = ngettext(
            "{count} thing found. Nothing was changed.",
            "{count} things found. Nothing was changed.",
            len(findings),
        )
        print(text.format(count=len(findings)))


def _for_machines(
    finding: Finding, repaired: dict[str, Repaired | StorageError]
) -> dict[str, object]:
    problem = finding.problem
    result = repaired.get(problem.path)
    return {
        "path": problem.path,
        "code": problem.code.value,
        "line": problem.line,
        "column": problem.column,
        "field": problem.field,
        "record": problem.record_id,
        "what": reading_failed(problem.code, problem.line),
        "advice": advice(problem.code),
        "salvage": None if finding.salvage is None else _salvage(finding.salvage),
        "repaired": isinstance(result, Repaired),
        "original": str(result.original) if isinstance(result, Repaired) else None,
        "repair_error": result.code.value if isinstance(result, StorageError) else None,
    }


def _salvage(found: Salvage) -> dict[str, object]:
    return {
        "kept": found.kept,
        "records": found.has_records,
        "left_out": [
            {"first": one.first, "last": one.last, "text": one.text} for one in found.left_out
        ],
    }
