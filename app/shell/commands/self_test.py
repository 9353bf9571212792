"""``soft-landing self-test``: one day through the real window, in a temporary folder."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from app.i18n import _


def help_text() -> str:
    """Return what the list of commands says of it."""
    return _("live one day in a temporary folder and report what was kept")


def arguments(parser: ArgumentParser) -> None:
    """Add what it takes."""
    parser.add_argument("--out", type=Path, metavar=_("FILE"), help=_("where to put the report"))
    parser.add_argument("--show", action="store_true", help=_("show the window meanwhile"))


def run(options: Namespace) -> int:
    """Live the day, and return whether everything was kept."""
    from app.shell.self_test.run import self_test

    return self_test(options.out, is_shown=options.show)
