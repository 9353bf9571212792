"""What is wrong with a file, as a value: which file, where in it, and what."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from app.domain.records import SCHEMA
from app.storage.atomic import read_file
from app.storage.codec import FieldError
from app.storage.documents import Fault, check_shape, read
from app.storage.errors import ErrorCode, StorageError
from app.storage.layouts import Layout
from app.storage.paths import Paths
from app.storage.yaml_format import load, locate
from app.storage.yaml_values import Document

BACKUPS: Final = "backups"
"""What the automatic backup is called where problems are listed by path."""


class FileProblem(Struct, frozen=True, kw_only=True):
    """One thing wrong with one file. *path* is relative to the data folder, ``.`` is the folder.

    Lines and columns count from 1; *field* is a path such as ``check_ins[2].at``.
    """

    path: str
    code: ErrorCode
    line: int | None = None
    column: int | None = None
    field: str | None = None
    record_id: str | None = None


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
    return tuple(
        FileProblem(
            path=name,
            code=fault.code,
            line=locate(data, fault.place),
            field=fault.field,
            record_id=fault.record_id,
        )
        for fault in faults
    )


def parse(data: bytes, layout: Layout[Any]) -> Document:
    """Return the document in *data*, or raise StorageError with its line if it is none."""
    document = load(data)
    try:
        check_shape(document, layout)
    except FieldError as error:
        error.line = locate(data, error.place)
        raise
    return document


def newer(document: Document, data: bytes) -> StorageError | None:
    """Return NEWER_SCHEMA with its line if *document* comes from a later program."""
    if document.get("schema", SCHEMA) == SCHEMA:
        return None
    line = locate(data, ("schema",))
    return StorageError(ErrorCode.NEWER_SCHEMA, line=line, field="schema")


def examine(path: Path, name: str, layout: Layout[Any]) -> tuple[FileProblem, ...]:
    """Return everything that is wrong with the file at *path*, called *name*."""
    try:
        data, _stamp = read_file(path)
        document = parse(data, layout)
    except StorageError as error:
        return (problem(name, error),)
    ahead = newer(document, data)
    first = () if ahead is None else (problem(name, ahead),)
    return first + problems(name, read(document, layout)[1], data)
