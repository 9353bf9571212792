"""``soft-landing backup OUT.zip``: all files in one zip, read back before it counts."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from app.i18n import _


def help_text() -> str:
    """Return what the list of commands says of it."""
    return _("put a backup of all your files into a zip file")


def arguments(parser: ArgumentParser) -> None:
    """Add what it takes."""
    from app.shell.commands.without_window import add_json

    parser.add_argument("out", type=Path, metavar=_("OUT.zip"), help=_("the file to write"))
    add_json(parser)


def run(options: Namespace) -> int:
    """Write the backup; return 0, 1 when it is incomplete, broken or not confirmed, or 2."""
    from app.shell.commands.without_window import Closed, copy

    closed = Closed(options.data_dir)
    return copy(options, closed, lambda: closed.copies.back_up_to(options.out))
