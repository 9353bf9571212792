"""The command line. Nothing of Qt is loaded before a window is wanted."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.assets import resource
from app.i18n import _, install

if TYPE_CHECKING:
    from argparse import ArgumentParser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``soft-landing`` with *arguments* and return its exit code: 0, 1 or 2."""
    words = sys.argv[1:] if arguments is None else arguments
    if not words:  # as patients start it: nothing to parse
        return _open_window(None, "")
    if list(words) == ["--play-sound"]:  # the program as its own player: see ui/sound/player.py
        from app.ui.sound.service import serve

        return serve()
    from app.shell.plain_imports import use_plain_typing

    use_plain_typing()
    options = _parser().parse_args(words)
    install(options.lang, resource("locale"))
    if options.command is None:
        return _open_window(options.data_dir, options.lang, options.clinic)
    from app.shell.commands.answering import answered

    return answered(options)


def _open_window(data_dir: Path | None, language: str, clinic: Path | None = None) -> int:
    """Show the window until it is closed, and return the exit code."""
    gc.disable()  # nothing of a start is garbage; ``run`` collects from then on
    from app.shell.plain_imports import use_plain_imports, use_plain_typing

    use_plain_imports()
    use_plain_typing()
    from app.shell.bootstrap import run

    return run(data_dir, language, clinic)


def _folder(text: str) -> Path:
    """Return the folder that *text* names; argparse says what is wrong with any other."""
    from argparse import ArgumentTypeError

    folder = Path(text)
    if not text.strip():
        raise ArgumentTypeError(_("No folder is named."))
    if folder.is_absolute() and folder.parent == folder:
        raise ArgumentTypeError(_("That is a whole disk. Name a folder on it."))
    return folder


def _file(text: str) -> Path:
    """Return the file that *text* names, wherever the program goes from here."""
    from argparse import ArgumentTypeError

    if not text.strip():
        raise ArgumentTypeError(_("No file is named."))
    return Path(text).absolute()


def _parser() -> "ArgumentParser":
    from argparse import ArgumentParser

    from app.shell.commands import NAMES, command

    parser = ArgumentParser(
        prog="soft-landing",
        description=_("A calm helper for the days around ketamine infusions."),
    )
    parser.add_argument("--version", action="version", version=f"Soft Landing {__version__}")
    parser.add_argument(
        "--data-dir", type=_folder, metavar=_("DIR"), help=_("the folder with your files")
    )
    parser.add_argument(
        "--clinic", type=_file, metavar=_("FILE"), help=_("a clinic's pack to use this time")
    )
    parser.add_argument("--lang", default="", metavar="xx", help=_("language, such as en"))
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    for name in NAMES:
        one = command(name)
        one.arguments(commands.add_parser(name, help=one.help_text()))
    return parser


if __name__ == "__main__":
    sys.exit(main())
