"""``soft-landing restore IN.zip``: what a backup would change; with ``--yes``, putting it back."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.i18n import _

if TYPE_CHECKING:
    from app.services.copies import Preview
    from app.shell.commands.without_window import Closed


def help_text() -> str:
    """Return what the list of commands says of it."""
    return _("show what is in a backup, and put it back")


def arguments(parser: ArgumentParser) -> None:
    """Add what it takes."""
    from app.shell.commands.without_window import add_json

    parser.add_argument("backup", type=Path, metavar=_("IN.zip"), help=_("the backup to read"))
    parser.add_argument("--yes", action="store_true", help=_("put it back, and do not only look"))
    add_json(parser)


def run(options: Namespace) -> int:
    """Show what would change, or change it.

    Returns 0 when it was put back or would change nothing, 1 when it would change something,
    2 when it cannot be used or another program has the files open.
    """
    from app.services.refusals import NotDoneError
    from app.shell.commands.without_window import Closed, refused

    closed = Closed(options.data_dir)
    try:
        if options.yes:
            return _put_back(options, closed)
        return _show(options, closed.copies.look_inside(options.backup))
    except NotDoneError as error:
        return refused(options, error.sentence, error.code.value)


def _show(options: Namespace, preview: "Preview") -> int:
    from app.shell.commands import FINE, FOUND_SOMETHING
    from app.shell.commands.without_window import for_machines, told

    inside = preview.inside
    facts = {
        "made": inside.made.isoformat() if inside.made else None,
        "files": inside.files,
        "infusions": inside.infusions,
        "journal_days": inside.journal_days,
        "first_day": inside.first_day.isoformat() if inside.first_day else None,
        "last_day": inside.last_day.isoformat() if inside.last_day else None,
        "replaced": list(inside.replaced),
        "added": list(inside.added),
        "gone": list(inside.gone),
        "damaged": for_machines(inside.damaged),
    }
    sentences = [*preview.contents, *preview.changes]
    if not inside.changes_nothing:
        sentences.append(_("Nothing was changed. To put it back, add --yes."))
    told(options, sentences, facts)
    return FINE if inside.changes_nothing else FOUND_SOMETHING


def _put_back(options: Namespace, closed: "Closed") -> int:
    from app.shell.commands import FINE
    from app.shell.commands.without_window import told

    closed.copies.look_inside(options.backup)  # before a folder is made for it
    closed.folder.open()
    try:
        done = closed.copies.restore(options.backup)
    finally:
        closed.folder.close(0)
    restored = done.restored
    facts = {
        "replaced": restored.replaced,
        "added": restored.added,
        "gone": restored.gone,
        "kept_aside": list(restored.kept_aside),
        "backup": str(restored.backup.path) if restored.backup else None,
    }
    told(options, done.sentences, facts)
    return FINE
