"""What is wrong with a file or a folder, in plain words: what happened, and what is safe."""

from app.i18n import _
from app.storage.errors import ErrorCode


def reading_failed(code: ErrorCode, line: int | None) -> str:
    """Return a sentence for a file, or a record in it, that could not be read."""
    what = _what_is_wrong(code)
    if line is None:
        return what
    return _("Line {line}: {what}").format(line=line, what=what)


def advice(code: ErrorCode) -> str:
    """Return what can be done about a file with this problem, as one sentence."""
    return {
        **dict.fromkeys(
            BY_HAND, _("Put that line right in a plain text editor, or leave it as it is.")
        ),
        ErrorCode.EMPTY: _("If you have a copy of it, put the copy in its place."),
        ErrorCode.NOT_UTF8: _("Open it in a plain text editor and save it again as UTF-8."),
        ErrorCode.NUL: _("It may have been cut off. If you have a copy, put it in its place."),
        ErrorCode.TAB: _("Put spaces in the place of the tab, in a plain text editor."),
        ErrorCode.TOO_BIG: _("Move it out of the folder, if you do not need it there."),
        ErrorCode.NEWER_SCHEMA: _("Use the newer version of Soft Landing with these files."),
        ErrorCode.NEWER_PACK: _("Ask your clinic which version of Soft Landing it is for."),
        ErrorCode.MIGRATION_FAILED: _("Keep it. A later version may be able to read it."),
        ErrorCode.DUPLICATE_ID: _(
            "The one changed last is shown. Take the other out in a plain text editor if you want."
        ),
        ErrorCode.CONFLICT_COPY: _(
            "Compare it with the other file. Then move it out of the folder."
        ),
        ErrorCode.UNKNOWN_FILE: _("Leave it, or move it out of the folder."),
        ErrorCode.MISNAMED: _(
            "Name and place it like its neighbors, in small letters and ending in .yaml, and it"
            " is read again."
        ),
        ErrorCode.NO_PERMISSION: _("Let your account read it, then check again."),
        ErrorCode.MISSING: _("Put it back in its place, then check again."),
        ErrorCode.NOT_A_FILE: _("Move what stands there elsewhere, then check again."),
        ErrorCode.NOT_A_FOLDER: _("Move that file elsewhere, then check again."),
        ErrorCode.CHANGED_OUTSIDE: _("Check again."),
    }.get(code, _("Try again later. If it stays so, copy the folder to another disk."))


BY_HAND = (
    ErrorCode.SYNTAX,
    ErrorCode.NOT_A_MAPPING,
    ErrorCode.DUPLICATE_KEY,
    ErrorCode.KEY_NOT_TEXT,
    ErrorCode.KEY_TOO_LONG,
    ErrorCode.ANCHOR,
    ErrorCode.TAG,
    ErrorCode.MERGE_KEY,
    ErrorCode.DIRECTIVE,
    ErrorCode.MORE_DOCUMENTS,
    ErrorCode.TOO_DEEP,
    ErrorCode.WRONG_TYPE,
    ErrorCode.MISSING_FIELD,
    ErrorCode.BAD_VALUE,
)
"""What somebody who reads the line can put right by hand."""


def saving_failed(code: ErrorCode | None) -> str:
    """Return why a save failed, as one sentence."""
    return {
        ErrorCode.DISK_FULL: _("The disk is full."),
        ErrorCode.READ_ONLY: _("The folder can only be read."),
        ErrorCode.NO_PERMISSION: _("This computer does not let the program write there."),
        ErrorCode.MISSING: _("The folder is gone."),
        ErrorCode.NOT_A_FOLDER: _("A file stands where the folder should be."),
        ErrorCode.NAME_TOO_LONG: _("The folder's name is too long for this disk."),
        ErrorCode.TOO_BIG: _("The file would be too big."),
        ErrorCode.LOCKED: _("Another program has the folder open."),
        ErrorCode.CHANGED_OUTSIDE: _("The file was changed meanwhile."),
        ErrorCode.NEWER_SCHEMA: _("The file comes from a newer version of Soft Landing."),
        ErrorCode.BUSY: _("The files are being replaced. It is saved right afterwards."),
        ErrorCode.DELETED: _("Everything was deleted, so nothing is kept until the next start."),
    }.get(code or ErrorCode.DISK_ERROR, _("The disk did not take it."))


def saving_advice(code: ErrorCode | None) -> str:
    """Return what can be done while a save fails for this reason, as one sentence."""
    elsewhere = _("Save a copy elsewhere to be sure. The program goes on trying by itself.")
    return {
        ErrorCode.DISK_FULL: _("Make room, and it is saved by itself."),
        ErrorCode.READ_ONLY: _("Allow writing there, or save a copy elsewhere."),
        ErrorCode.NO_PERMISSION: _("Let your account write there, or save a copy elsewhere."),
        ErrorCode.MISSING: _("Bring it back, or save a copy elsewhere."),
        ErrorCode.NOT_A_FOLDER: _("Move that file, or save a copy of your words elsewhere."),
        ErrorCode.LOCKED: _("Close that program, then try again."),
        ErrorCode.NEWER_SCHEMA: _("Use that version, or save a copy elsewhere."),
        ErrorCode.BUSY: "",
        ErrorCode.DELETED: _("Start Soft Landing again to write on."),
    }.get(code or ErrorCode.DISK_ERROR, elsewhere)


def _what_is_wrong(code: ErrorCode) -> str:
    return {
        ErrorCode.EMPTY: _("The file is empty."),
        ErrorCode.NOT_UTF8: _("The file is not plain UTF-8 text."),
        ErrorCode.NUL: _("The file holds signs that are not text."),
        ErrorCode.TAB: _("There is a tab where spaces are needed."),
        ErrorCode.SYNTAX: _("Something here is not what the program expects."),
        ErrorCode.NOT_A_MAPPING: _("There should be a name, a colon and a value."),
        ErrorCode.DUPLICATE_KEY: _("The same name stands here twice."),
        ErrorCode.KEY_NOT_TEXT: _("The name in front of the colon should be plain text."),
        ErrorCode.KEY_TOO_LONG: _("The name in front of the colon is too long."),
        ErrorCode.ANCHOR: _("The signs & and * have a meaning here. Put the text in quotes."),
        ErrorCode.TAG: _("The sign ! has a meaning here. Put the text in quotes."),
        ErrorCode.MERGE_KEY: _("The sign << has a meaning here. Put it in quotes."),
        ErrorCode.DIRECTIVE: _("A line that starts with % is not used here."),
        ErrorCode.MORE_DOCUMENTS: _("A line with --- or ... divides the file in two."),
        ErrorCode.TOO_DEEP: _("The lines are indented too deep."),
        ErrorCode.TOO_BIG: _("The file is too big."),
        ErrorCode.NEWER_SCHEMA: _(
            "The file comes from a newer version of Soft Landing. It is shown as far as possible"
            " and never changed."
        ),
        ErrorCode.NEWER_PACK: _("It was made for a newer version of Soft Landing."),
        ErrorCode.MIGRATION_FAILED: _(
            "The file comes from an earlier version of Soft Landing, and could not be brought up"
            " to date. It is left as it is."
        ),
        ErrorCode.WRONG_TYPE: _("The value is not of the kind that is expected here."),
        ErrorCode.MISSING_FIELD: _("Something that is needed is missing."),
        ErrorCode.BAD_VALUE: _("The value is not one that is known here."),
        ErrorCode.DUPLICATE_ID: _("Two entries have the same id."),
        ErrorCode.CONFLICT_COPY: _("This looks like a second copy of another file."),
        ErrorCode.UNKNOWN_FILE: _("This file is not one of ours. It is left alone."),
        ErrorCode.MISNAMED: _("It looks like one of your files, under a name that is not read."),
        ErrorCode.NO_BACKUP: _(
            "Today's backup could not be made. Your words are saved all the same."
        ),
        ErrorCode.UNSAFE_NAME: _("Not every computer can use this name."),
        ErrorCode.LEADS_OUTSIDE: _("A link leads out of the folder. It is not followed."),
        ErrorCode.CHANGED_OUTSIDE: _("The file was changed by another program."),
        ErrorCode.NO_PERMISSION: _("This computer does not let the program read it."),
        ErrorCode.MISSING: _("The file is gone."),
        ErrorCode.NOT_A_FILE: _("What stands there is no file, but a folder or something else."),
    }.get(code, _("The disk could not read it."))
