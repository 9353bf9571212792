"""Running a sub-command so that its exit code is true, whatever becomes of what it prints."""

import contextlib
import os
import sys
from argparse import Namespace
from io import TextIOWrapper

from app.i18n import _
from app.services.problems import saving_failed
from app.shell.commands import COULD_NOT_RUN, command
from app.storage.errors import code_of


def answered(options: Namespace) -> int:
    """Run the sub-command of *options*, and return its exit code.

    What the terminal has no letters for is printed as escapes. An answer that reaches nobody,
    because the disk is full or the reader has gone, ends with COULD_NOT_RUN, and so does any
    other fault of the system: 1 would mean that something was found.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = command(options.command).run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return COULD_NOT_RUN
    except BrokenPipeError:
        _print_no_more()
        return COULD_NOT_RUN
    except OSError as error:
        _print_no_more()
        why = saving_failed(code_of(error))
        with contextlib.suppress(OSError):
            print(_("That did not work. {why}").format(why=why), file=sys.stderr)
        return COULD_NOT_RUN
    return code


def _print_no_more() -> None:
    """Let what is still to be printed go nowhere: at its end Python would stumble over it again."""
    with contextlib.suppress(OSError, AttributeError):  # a stream of no file, or none at all
        stdout = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stdout)
        os.close(nowhere)
