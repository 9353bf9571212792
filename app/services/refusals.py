"""What is said when something was not done: what happened, what to do, and what is safe."""

from enum import Enum
from pathlib import Path
from typing import Final

from app.i18n import _
from app.services.copy_words import printable
from app.services.problems import saving_failed
from app.storage.errors import ErrorCode, StorageError


class Doing(Enum):
    """What was tried when something went wrong."""

    BACKUP = "backup"
    EXPORT = "export"
    LOOK = "look"
    RESTORE = "restore"
    MOVE = "move"
    DELETE = "delete"
    DOCUMENT = "document"
    KIT = "kit"


_HOLDS: Final = {Doing.RESTORE, Doing.MOVE, Doing.DELETE}
"""What takes hold of our files first, so that an error without a place is about those."""


class NotDoneError(Exception):
    """Something was not done. ``sentence`` says what happened, what is safe and what helps."""

    def __init__(self, sentence: str, code: ErrorCode) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def not_done(doing: Doing, error: StorageError, home: Path | None = None) -> NotDoneError:
    """Return what is said when *doing* ended with *error* and nothing was changed.

    *home* is the folder with the patient's files: what went wrong there is said of it.
    """
    why = _why(doing, error, home)
    sentence = {
        Doing.BACKUP: _("No backup was made. {why} Your files are as they were."),
        Doing.EXPORT: _("No copy was made. {why} Your files are as they were."),
        Doing.LOOK: _("This backup cannot be used. {why} Your files are as they were."),
        Doing.RESTORE: _("Nothing was put back. {why} Your files are as they were."),
        Doing.MOVE: _("The folder was not moved. {why} Your files are where they were."),
        Doing.DELETE: _("Nothing was deleted. {why} Your files are as they were."),
        Doing.DOCUMENT: _("No file was written. {why} What you wrote is safe."),
        Doing.KIT: _("The kit was not finished. {why}"),
    }[doing].format(why=why)
    return NotDoneError(sentence, error.code)


def half_restored(error: StorageError) -> NotDoneError:
    """Return what is said when a backup was put back in part, and will be in full."""
    sentence = _(
        "Putting the backup back stopped halfway. {why} Nothing is lost. It goes on when you try"
        " again, or the next time Soft Landing starts."
    ).format(why=saving_failed(error.code))
    return NotDoneError(sentence, error.code)


def _why(doing: Doing, error: StorageError, home: Path | None) -> str:
    """Return why it was not done and what to do, by the most particular words there are."""
    if error.field:
        return _of_a_file(doing, error.code).format(file=printable(error.field))
    if error.path is None:
        ours = doing in _HOLDS
    else:
        ours = home is not None and error.path.is_relative_to(home)
    if ours:
        said = _of_our_folder()
    elif doing in (Doing.LOOK, Doing.RESTORE):
        said = _of_a_backup()
    else:
        said = {**_of_a_place(), **(_of_a_new_folder() if doing is Doing.MOVE else {})}
    fault = _("The disk reported a fault. Try again. If it stays so, use another disk.")
    return {**_whatever_it_is(), **said}.get(error.code, fault)


def _of_a_file(doing: Doing, code: ErrorCode) -> str:
    """Return what is said where one file, which is named, is to blame."""
    if doing is not Doing.MOVE:
        in_it = {
            ErrorCode.UNSAFE_NAME: _(
                "It holds a name that could lead elsewhere: {file}. Choose another backup."
            ),
            ErrorCode.DAMAGED: _("It is damaged: {file}. Choose another backup."),
            ErrorCode.TOO_BIG: _("It holds a file that is too big: {file}. Choose another backup."),
        }
        if code in in_it:
            return in_it[code]
    return {
        ErrorCode.DAMAGED: _("A copy did not come back the same: {file}. Try another place."),
        ErrorCode.TOO_BIG: _("A file is too big: {file}. Move it elsewhere, then try again."),
        ErrorCode.LEADS_OUTSIDE: _(
            "A link stands in the way: {file}. Move it elsewhere, then try again."
        ),
        ErrorCode.NOT_A_FILE: _(
            "A folder stands where a file should be: {file}. Move it elsewhere, then try again."
        ),
        ErrorCode.NOT_A_FOLDER: _(
            "A file stands in the place of a folder of {file}. Move it elsewhere, then try again."
        ),
        ErrorCode.NO_PERMISSION: _(
            "The program may not read {file}. Let your account read it, then try again."
        ),
    }.get(code, _("This file cannot be read: {file}. Try again a little later."))


def _of_our_folder() -> dict[ErrorCode, str]:
    return {
        ErrorCode.MISSING: _(
            "The folder with your files is not there. Bring it back, then try again."
        ),
        ErrorCode.READ_ONLY: _(
            "The folder with your files can only be read. Allow writing there, then try again."
        ),
        ErrorCode.NO_PERMISSION: _(
            "The program may not use the folder with your files. Let your account in, then try"
            " again."
        ),
        ErrorCode.DISK_FULL: _("The disk with your files is full. Make room, then try again."),
        ErrorCode.NOT_A_FOLDER: _(
            "A file stands where your folder should be. Move it elsewhere, then try again."
        ),
    }


def _of_a_backup() -> dict[ErrorCode, str]:
    """Return what is said of the backup that was chosen, and of where the present is backed up."""
    return {
        ErrorCode.MISSING: _("That backup is not there. Choose another."),
        ErrorCode.NOT_A_FILE: _("It is a folder, not a file. Choose another."),
        ErrorCode.UNSAFE_NAME: _("Two names in it stand for the same file. Choose another backup."),
        ErrorCode.TOO_BIG: _("It is too big for a journal. Choose another file."),
        ErrorCode.NO_PERMISSION: _(
            "This computer does not let the program in there. Let your account in, then try again."
        ),
        ErrorCode.READ_ONLY: _(
            "The place of the backups can only be read. Allow writing there, then try again."
        ),
        ErrorCode.DISK_FULL: _("The disk is full. Make room, then try again."),
        ErrorCode.NOT_A_FOLDER: _(
            "A file stands where a folder should be. Move it elsewhere, then try again."
        ),
        ErrorCode.DAMAGED: _(
            "The backup of now did not come back the same. Check that disk, then try again."
        ),
        ErrorCode.NAME_TOO_LONG: _("Its name is too long. Choose another, or give it a short one."),
    }


def _of_a_new_folder() -> dict[ErrorCode, str]:
    return {
        ErrorCode.UNSAFE_NAME: _("A name cannot hold a line break. Choose another name."),
        ErrorCode.NOT_A_FILE: _("A folder is in the way there. Choose another place."),
        ErrorCode.NOT_A_FOLDER: _("That is a file, not a folder. Choose another place."),
    }


def _of_a_place() -> dict[ErrorCode, str]:
    return {
        ErrorCode.MISSING: _("That place is not there. Choose another."),
        ErrorCode.READ_ONLY: _("That place can only be read. Choose another."),
        ErrorCode.NO_PERMISSION: _(
            "This computer does not let the program write there. Choose another place."
        ),
        ErrorCode.DISK_FULL: _("The disk is full. Make room, or choose another place."),
        ErrorCode.DISK_ERROR: _("The disk did not take it. Try again, or choose another place."),
        ErrorCode.TOO_BIG: _("The disk takes no file of that size. Choose another place."),
        ErrorCode.NOT_A_FILE: _("A folder stands where a file should be. Choose another name."),
        ErrorCode.NOT_A_FOLDER: _("A file stands where a folder should be. Choose another place."),
        ErrorCode.NAME_TOO_LONG: _("The name is too long for that disk. Choose a shorter one."),
        ErrorCode.DAMAGED: _("What was written did not come back the same. Try another place."),
        ErrorCode.LEADS_OUTSIDE: _("A link stands in the way. Choose another place."),
    }


def _whatever_it_is() -> dict[ErrorCode, str]:
    return {
        ErrorCode.NOT_A_BACKUP: _("It is not a backup of Soft Landing. Choose another file."),
        ErrorCode.INSIDE_THE_FOLDER: _("That place is in the folder itself. Choose another."),
        ErrorCode.ALREADY_THERE: _("Something is there already. Choose another name."),
        ErrorCode.NOT_SAVED_YET: _("Something is not saved yet. Try again when it is."),
        ErrorCode.BUSY: _("Something else is being done with them. Try again in a moment."),
        ErrorCode.NAMED_AT_START: _(
            "It was named when the program was started. Start it with another folder instead."
        ),
        ErrorCode.LOCKED: _("Soft Landing is open with these files. Close it first."),
    }
