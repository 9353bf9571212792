"""``soft-landing export --format yaml OUT``: plain copies, as a folder or a zip file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from app.i18n import _


def help_text() -> str:
    """Return what the list of commands says of it."""
    return _("copy your files to another place")


def arguments(parser: ArgumentParser) -> None:
    """Add what it takes."""
    from app.shell.commands.without_window import add_json

    parser.add_argument(
        "--format", choices=["yaml"], required=True, help=_("yaml: the files as they are")
    )
    parser.add_argument(
        "out", type=Path, metavar=_("OUT"), help=_("a new folder, or a file that ends in .zip")
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Write the copy; return 0, 1 when it is incomplete, broken or not confirmed, or 2."""
    from app.shell.commands.without_window import Closed, copy

    closed = Closed(options.data_dir)
    return copy(options, closed, lambda: closed.copies.export(options.out))
