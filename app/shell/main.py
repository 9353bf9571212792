"""The command line. Nothing of Qt is loaded before a window is wanted."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from app import __version__
from app.assets import resource
from app.i18n import _, install

FINE: Final = 0
FOUND_SOMETHING: Final = 1
COULD_NOT_RUN: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``soft-landing`` with *arguments* and return its exit code: 0, 1 or 2."""
    options = _parser().parse_args(arguments)
    install(options.lang, resource("locale"))
    match options.command:
        case "check":
            from app.shell.check import check

            return check(options.data_dir, as_json=options.json)
        case "self-test":
            from app.shell.self_test.run import self_test

            return self_test(options.out)
        case _:
            gc.disable()  # nothing of a start is garbage; ``run`` collects from then on
            from app.shell.bootstrap import run

            return run(options.data_dir, options.lang)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="soft-landing",
        description=_("A calm helper for the days around ketamine infusions."),
    )
    parser.add_argument("--version", action="version", version=f"Soft Landing {__version__}")
    parser.add_argument(
        "--data-dir", type=Path, metavar=_("DIR"), help=_("the folder with your files")
    )
    parser.add_argument("--lang", default="", metavar="xx", help=_("language, such as en"))
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    check = commands.add_parser(
        "check", help=_("check every file and say what is wrong, and where")
    )
    check.add_argument("--json", action="store_true", help=_("answer for machines"))
    self_test = commands.add_parser(
        "self-test", help=_("live one day in a temporary folder and report what was kept")
    )
    self_test.add_argument("--out", type=Path, metavar=_("FILE"), help=_("where to put the report"))
    return parser


if __name__ == "__main__":
    sys.exit(main())
