"""What is said of copies: what is in them, what was done, and what went wrong."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import Enum

from app.i18n import _, ngettext
from app.services.problems import reading_failed, saving_failed
from app.storage.archive import Copied
from app.storage.errors import ErrorCode, StorageError
from app.storage.problems import FileProblem
from app.storage.restore import Inside, Restored

DayWords = Callable[[date], str]
"""Writes a day as people read it."""

_KILO: int = 1000
_NAMED: int = 10
"""How many files are named before the rest is counted."""


class Doing(Enum):
    """What was tried when something went wrong."""

    BACKUP = "backup"
    EXPORT = "export"
    LOOK = "look"
    RESTORE = "restore"
    MOVE = "move"
    DELETE = "delete"
    DOCUMENT = "document"


class NotDoneError(Exception):
    """Something was not done. ``sentence`` says what happened, what is safe and what helps."""

    def __init__(self, sentence: str, code: ErrorCode) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def iso_day(day: date) -> str:
    """Return *day* as "2026-11-30"."""
    return day.isoformat()[:10]


def not_done(doing: Doing, error: StorageError) -> NotDoneError:
    """Return what is said when *doing* ended with *error* and nothing was changed."""
    why = _why(doing, error)
    sentence = {
        Doing.BACKUP: _("No backup was made. {why} Your files are as they were."),
        Doing.EXPORT: _("No copy was made. {why} Your files are as they were."),
        Doing.LOOK: _("This backup cannot be used. {why} Your files are as they were."),
        Doing.RESTORE: _("Nothing was put back. {why} Your files are as they were."),
        Doing.MOVE: _("The folder was not moved. {why} Your files are where they were."),
        Doing.DELETE: _("Nothing was deleted. {why}"),
        Doing.DOCUMENT: _("No file was written. {why}"),
    }[doing].format(why=why)
    return NotDoneError(sentence, error.code)


def half_restored(error: StorageError) -> NotDoneError:
    """Return what is said when a backup was put back in part, and will be in full."""
    sentence = _(
        "Putting the backup back stopped halfway. {why} Nothing is lost. It goes on when you try"
        " again, or the next time Soft Landing starts."
    ).format(why=saving_failed(error.code))
    return NotDoneError(sentence, error.code)


def inside_sentences(inside: Inside, day: DayWords = iso_day) -> tuple[str, ...]:
    """Return what is in a backup, and what in it cannot be read."""
    said = [_made(inside.made, day), _contents(inside, day)]
    if inside.damaged:
        count = len(inside.damaged)
        said.append(
            ngettext(
                "{count} file in it cannot be read:", "{count} files in it cannot be read:", count
            ).format(count=count)
        )
        said += named(inside.damaged)
    return tuple(one for one in said if one)


def change_sentences(inside: Inside) -> tuple[str, ...]:
    """Return what putting a backup back would change."""
    if inside.changes_nothing:
        return (_("Your files are just like it. Putting it back would change nothing."),)
    return (*_changes(inside), _("Before that, the files of now are backed up."))


def copied_sentences(copied: Copied) -> tuple[str, ...]:
    """Return how large a copy is, whether it will stay, and what is not in it or cannot be read."""
    files = ngettext("{count} file", "{count} files", copied.files).format(count=copied.files)
    said = [
        _("{files}, {size}. The copy was read back and is right.").format(
            files=files, size=size_words(copied.bytes)
        )
    ]
    if copied.unconfirmed is not None:
        said.append(
            _(
                "It is in its place, but the disk did not confirm it. A power cut could take it"
                " away: make another copy to be sure."
            )
        )
    if copied.left_out:
        said += [_("Not in it:"), *named(copied.left_out)]
    if copied.damaged:
        said += [_("In it as they are, but they cannot be read:"), *named(copied.damaged)]
    return tuple(said)


def restored_sentences(restored: Restored) -> tuple[str, ...]:
    """Return what was put back, and where the files of before are."""
    said = [_("The backup was put back.")]
    if restored.backup is not None:
        said.append(
            _("The files of before are in the backup {name}.").format(
                name=restored.backup.path.name
            )
        )
    said += [
        _("A file could not be backed up and is kept as {name}.").format(name=name)
        for name in restored.kept_aside
    ]
    return tuple(said)


def named(problems: Iterable[FileProblem]) -> list[str]:
    """Return a line for each of *problems*; of very many, how many more there are."""
    return shortened(
        _("{file}: {what}").format(
            file=printable(one.path), what=reading_failed(one.code, one.line)
        )
        for one in problems
    )


def shortened(lines: Iterable[str]) -> list[str]:
    """Return *lines*, or the first of very many and how many more there are."""
    listed = list(lines)
    more = len(listed) - _NAMED
    if more <= 0:
        return listed
    rest = ngettext("and {count} more", "and {count} more", more).format(count=more)
    return [*listed[:_NAMED], rest]


def printable(name: str) -> str:
    """Return *name* as it can be shown; what is no text in it becomes a sign for that.

    Neither does it break the line, move the cursor, or turn the direction of writing.
    """
    text = name.encode("utf-8", "replace").decode()
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def size_words(size: int) -> str:
    """Return *size* in bytes as "12 kB" or "3 MB"."""
    if size < _KILO * _KILO:
        return _("{number} kB").format(number=max(1, round(size / _KILO)))
    return _("{number} MB").format(number=round(size / _KILO / _KILO))


def _made(made: datetime | None, day: DayWords) -> str:
    if made is None:
        return ""
    return _("Made on {day} at {time}.").format(day=day(made), time=f"{made:%H:%M}")


def _contents(inside: Inside, day: DayWords) -> str:
    infusions = ngettext("{count} infusion", "{count} infusions", inside.infusions).format(
        count=inside.infusions
    )
    days = ngettext(
        "{count} day of your journal", "{count} days of your journal", inside.journal_days
    ).format(count=inside.journal_days)
    if inside.first_day is None or inside.last_day is None:
        return _("It holds {infusions} and {days}.").format(infusions=infusions, days=days)
    if inside.first_day == inside.last_day:
        return _("It holds {infusions} and {days}, {day}.").format(
            infusions=infusions, days=days, day=day(inside.first_day)
        )
    return _("It holds {infusions} and {days}, from {first} to {last}.").format(
        infusions=infusions, days=days, first=day(inside.first_day), last=day(inside.last_day)
    )


def _changes(inside: Inside) -> list[str]:
    replaced, added, gone = len(inside.replaced), len(inside.added), len(inside.gone)
    said = []
    if replaced:
        text = ngettext(
            "{count} file would be as it was then.",
            "{count} files would be as they were then.",
            replaced,
        )
        said.append(text.format(count=replaced))
    if added:
        text = ngettext(
            "{count} file that is gone now would be back.",
            "{count} files that are gone now would be back.",
            added,
        )
        said.append(text.format(count=added))
    if gone:
        text = ngettext(
            "{count} newer file would be taken out.",
            "{count} newer files would be taken out.",
            gone,
        )
        said.append(text.format(count=gone))
    return said


def _why(doing: Doing, error: StorageError) -> str:
    code = error.code
    if doing is Doing.LOOK and code is ErrorCode.MISSING:
        return _("It is not there. Choose another.")
    if doing in (Doing.BACKUP, Doing.EXPORT) and code is ErrorCode.TOO_BIG:
        return _("The disk takes no file of that size. Choose another place.")
    named_file = {
        ErrorCode.UNSAFE_NAME: _("It holds a name that could lead elsewhere: {file}."),
        ErrorCode.LEADS_OUTSIDE: _("A link stands in the way: {file}."),
        ErrorCode.DAMAGED: _("It is damaged: {file}."),
        ErrorCode.TOO_BIG: _("It holds a file that is too big: {file}."),
    }
    if error.field and code in named_file:
        return named_file[code].format(file=printable(error.field))
    return {
        ErrorCode.NOT_A_BACKUP: _("It is not a backup of Soft Landing. Choose another file."),
        ErrorCode.UNSAFE_NAME: _("Two names in it stand for the same file."),
        ErrorCode.DAMAGED: _("What was written did not come back the same. Try another place."),
        ErrorCode.TOO_BIG: _("It is too big for a journal. Choose another file."),
        ErrorCode.INSIDE_THE_FOLDER: _("That place is in the folder itself. Choose another."),
        ErrorCode.ALREADY_THERE: _("Something is there already. Choose another name."),
        ErrorCode.MISSING: _("That place is not there. Choose another."),
        ErrorCode.NOT_A_FILE: _("A folder stands where a file should be. Choose another."),
        ErrorCode.DISK_FULL: _("The disk is full. Make room, or choose another place."),
        ErrorCode.NOT_SAVED_YET: _("Something is not saved yet. Try again when it is."),
        ErrorCode.NAMED_AT_START: _("This folder was named when the program was started."),
        ErrorCode.BUSY: _("Something else is being done with them. Try again in a moment."),
        ErrorCode.NO_PERMISSION: _("This computer does not let the program in there."),
        ErrorCode.LOCKED: _("Soft Landing is open with these files. Close it first."),
        ErrorCode.READ_ONLY: _("The folder with your files can only be read."),
    }.get(code) or saving_failed(code)
