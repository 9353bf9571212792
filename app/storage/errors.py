"""What can go wrong with files, as codes and fields: the words are made in services and above."""

import errno
from enum import Enum
from pathlib import Path
from typing import Final


class ErrorCode(Enum):
    """What went wrong, for a program to tell apart."""

    # The text of a file
    EMPTY = "empty"
    NOT_UTF8 = "not_utf8"
    NUL = "nul"
    TAB = "tab"
    SYNTAX = "syntax"
    NOT_A_MAPPING = "not_a_mapping"
    DUPLICATE_KEY = "duplicate_key"
    KEY_NOT_TEXT = "key_not_text"
    KEY_TOO_LONG = "key_too_long"
    ANCHOR = "anchor"
    TAG = "tag"
    MERGE_KEY = "merge_key"
    DIRECTIVE = "directive"
    MORE_DOCUMENTS = "more_documents"
    TOO_DEEP = "too_deep"
    TOO_BIG = "too_big"

    # What a file says
    NEWER_SCHEMA = "newer_schema"
    NEWER_PACK = "newer_pack"
    MIGRATION_FAILED = "migration_failed"
    WRONG_TYPE = "wrong_type"
    MISSING_FIELD = "missing_field"
    BAD_VALUE = "bad_value"
    DUPLICATE_ID = "duplicate_id"
    NOT_REPRESENTABLE = "not_representable"

    # Files beside ours
    CONFLICT_COPY = "conflict_copy"
    UNKNOWN_FILE = "unknown_file"
    MISNAMED = "misnamed"

    # Copies of the folder
    NO_BACKUP = "no_backup"
    NOT_A_BACKUP = "not_a_backup"
    DAMAGED = "damaged"
    UNSAFE_NAME = "unsafe_name"
    LEADS_OUTSIDE = "leads_outside"
    INSIDE_THE_FOLDER = "inside_the_folder"
    ALREADY_THERE = "already_there"
    NOT_SAVED_YET = "not_saved_yet"
    BUSY = "busy"
    DELETED = "deleted"
    NAMED_AT_START = "named_at_start"

    # The disk
    CHANGED_OUTSIDE = "changed_outside"
    DISK_FULL = "disk_full"
    DISK_ERROR = "disk_error"
    READ_ONLY = "read_only"
    NO_PERMISSION = "no_permission"
    MISSING = "missing"
    NOT_A_FOLDER = "not_a_folder"
    NOT_A_FILE = "not_a_file"
    NAME_TOO_LONG = "name_too_long"
    LOCKED = "locked"


_BY_ERRNO: Final = {
    errno.ENOSPC: ErrorCode.DISK_FULL,
    errno.EDQUOT: ErrorCode.DISK_FULL,
    errno.EFBIG: ErrorCode.TOO_BIG,
    errno.EROFS: ErrorCode.READ_ONLY,
    errno.EACCES: ErrorCode.NO_PERMISSION,
    errno.EPERM: ErrorCode.NO_PERMISSION,
    errno.ENOENT: ErrorCode.MISSING,
    errno.ESTALE: ErrorCode.MISSING,
    errno.ENODEV: ErrorCode.MISSING,
    errno.ENOTDIR: ErrorCode.NOT_A_FOLDER,
    errno.EISDIR: ErrorCode.NOT_A_FILE,
    errno.ELOOP: ErrorCode.NOT_A_FILE,
    errno.ENAMETOOLONG: ErrorCode.NAME_TOO_LONG,
}


class StorageError(Exception):
    """A file could not be read or written.

    It never holds a word of the file. Lines and columns count from 1; *field* is a path
    such as ``check_ins[2].ratings.mood``.
    """

    def __init__(
        self,
        code: ErrorCode,
        path: Path | None = None,
        *,
        line: int | None = None,
        column: int | None = None,
        field: str | None = None,
    ) -> None:
        super().__init__(code, path, line, column, field)
        self.code = code
        self.path = path
        self.line = line
        self.column = column
        self.field = field

    def __str__(self) -> str:
        """Return code and place on one line, for logs."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return " ".join(part for part in (self.code.value, place, self.field) if part)


class YamlError(StorageError):
    """The text of a file is not what Soft Landing reads."""


def code_of(error: OSError) -> ErrorCode:
    """Return the code for what the operating system reported; DISK_ERROR when it is not known."""
    return _BY_ERRNO.get(error.errno or 0, ErrorCode.DISK_ERROR)
