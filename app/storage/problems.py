"""What is wrong with a file, as a value: which file, where in it, and what."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, TypeVar

from msgspec import Struct

from app.storage.atomic import read_file
from app.storage.codec import FieldError
from app.storage.documents import Fault, check_shape, read
from app.storage.errors import ErrorCode, StorageError
from app.storage.layouts import Layout
from app.storage.migrations import current, migrated, schema_of
from app.storage.paths import Paths
from app.storage.yaml_door import load, locate, locate_all
from app.storage.yaml_values import Document

T = TypeVar("T", bound=Struct)

BACKUPS: Final = "backups"
"""What the automatic backup is called where problems are listed by path."""


class FileProblem(Struct, frozen=True, kw_only=True):
    """One thing wrong with one file. *path* is relative to the data folder, ``.`` is the folder.

    Lines and columns count from 1; *field* is a path such as ``check_ins[2].at``. *in_part* says
    that the rest of the file can be read, and that it is written as always.
    """

    path: str
    code: ErrorCode
    line: int | None = None
    column: int | None = None
    field: str | None = None
    record_id: str | None = None
    in_part: bool = False


BeforeChange = Callable[[Paths], tuple[FileProblem, ...] | None]
"""Called on the writer's thread before each write; what it returns is listed as problems."""


def relative(path: Path, root: Path) -> str:
    """Return how *path* is named to people: from the data folder on, with slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def problem(name: str, error: StorageError) -> FileProblem:
    """Return *error* as the problem of the file *name*."""
    return FileProblem(
        path=name, code=error.code, line=error.line, column=error.column, field=error.field
    )


def problems(name: str, faults: Iterable[Fault], data: bytes) -> tuple[FileProblem, ...]:
    """Return *faults*, found in *data*, with their lines."""
    found = tuple(faults)
    if not found:
        return ()
    lines = locate_all(data, [fault.place for fault in found])
    return tuple(
        FileProblem(
            path=name,
            code=fault.code,
            line=line,
            field=fault.field,
            record_id=fault.record_id,
            in_part=True,
        )
        for fault, line in zip(found, lines, strict=True)
    )


def parse(data: bytes, layout: Layout[Any]) -> Document:
    """Return the document in *data* in the form of today, however old it is.

    Raises StorageError with its line if it is none.
    """
    return parse_any(data, layout)[0]


def parse_any(data: bytes, layout: Layout[Any]) -> tuple[Document, bool]:
    """Return what ``parse`` does, and whether an earlier program wrote it."""
    raw = load(data)
    try:
        is_older = schema_of(raw, layout.kind) < current(layout.kind)
        document = migrated(raw, layout)
        check_shape(document, layout)
    except StorageError as error:
        place = error.place if isinstance(error, FieldError) else ("schema",)
        error.line = locate(data, place)
        raise
    return document, is_older


def newer(document: Document, data: bytes, layout: Layout[Any]) -> StorageError | None:
    """Return NEWER_SCHEMA with its line if *document* comes from a later program."""
    if schema_of(document, layout.kind) <= current(layout.kind):
        return None
    line = locate(data, ("schema",))
    return StorageError(ErrorCode.NEWER_SCHEMA, line=line, field="schema")


def look_at(path: Path, name: str, layout: Layout[T]) -> tuple[T | None, tuple[FileProblem, ...]]:
    """Return the value in the file at *path*, called *name*, with everything that is wrong there.

    Of a file that cannot be read as *layout* there is no value.
    """
    try:
        data, _stamp = read_file(path)
        document = parse(data, layout)
    except StorageError as error:
        return None, (problem(name, error),)
    value, faults = read(document, layout)
    ahead = newer(document, data, layout)
    first = () if ahead is None else (problem(name, ahead),)
    return value, first + problems(name, faults, data)
