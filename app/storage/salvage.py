"""A damaged file of ours: what of it can be kept for certain, and putting that in its place.

The file is cut into pieces where a name stands at the beginning of a line, and lists of records
where an item begins. A piece that can be read by itself is intact, because one that holds the
damage cannot; what lies next to the damage counts only if the cut between them is certain.
"""

from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from app.storage.atomic import UnconfirmedError, read_file, write_atomically
from app.storage.codec import FieldError, decode
from app.storage.documents import read, with_schema
from app.storage.errors import ErrorCode, StorageError, YamlError
from app.storage.jobs import Copy, keep
from app.storage.layouts import HISTORY, Layout
from app.storage.migrations import current, migrated, schema_of
from app.storage.paths import Paths
from app.storage.pieces import Piece, pieces_of
from app.storage.problems import parse
from app.storage.yaml_door import dump
from app.storage.yaml_values import Document

_SPOILT: Final = frozenset(
    {
        ErrorCode.NOT_UTF8,
        ErrorCode.NUL,
        ErrorCode.TAB,
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
    }
)
"""What is wrong with the text itself. Files that parse are kept record by record anyway."""


class LeftOut(Struct, frozen=True, kw_only=True):
    """Lines that cannot be kept, counted from 1, and what stands there, for showing."""

    first: int
    last: int
    text: str


class Salvage(Struct, frozen=True, kw_only=True):
    """What can be kept of the file *name*: *kept* records, or answers where it holds no records.

    Nothing is written yet. *examined* is the file as it was found, *data* what would replace it.
    """

    name: str
    kept: int
    has_records: bool
    left_out: tuple[LeftOut, ...]
    examined: bytes
    data: bytes


class Repaired(Struct, frozen=True, kw_only=True):
    """What was done: *salvage* is in place, and the file as it was is at *original*.

    *confirmed* tells whether the disk said that it will stay.
    """

    salvage: Salvage
    original: Path
    confirmed: bool = True


def salvage(paths: Paths, name: str, layout: Layout[Any]) -> Salvage | None:
    """Return what can be kept of the file *name*; nothing if it is not damaged, or not for certain.

    It changes nothing and never raises. An earlier version is one entry, and nothing without it.
    """
    if layout is HISTORY:
        return None
    try:
        data = read_file(paths.data / name)[0]
        parse(data, layout)
    except StorageError as error:
        if not isinstance(error, YamlError) or error.code not in _SPOILT:
            return None
    else:
        return None
    pieces = pieces_of(data, layout)
    kept = _certain(pieces, layout)
    new = _written(_put_together(kept), layout)
    has_records = bool(layout.lists)
    count = sum(one.is_record == has_records and one.key not in ("", "schema") for one in kept)
    if new is None or not count:
        return None
    return Salvage(
        name=name,
        kept=count,
        has_records=has_records,
        left_out=_left_out([one for one in pieces if one not in kept and one.value != {}]),
        examined=data,
        data=new,
    )


def repair(found: Salvage, paths: Paths) -> Repaired:
    """Put what can be kept in the place of the damaged file, which is kept among the originals.

    The caller holds the lock of the folder. Raises StorageError, CHANGED_OUTSIDE if the file
    is no longer what was examined, with the file as it was.
    """
    path = paths.data / found.name
    _check_unchanged(path, found.examined)
    kept_at = paths.originals / found.name
    original = keep(Copy(kept_at, found.examined, Path(kept_at.anchor)))
    _check_unchanged(path, found.examined)
    try:
        write_atomically(path, found.data)
    except UnconfirmedError:
        return Repaired(salvage=found, original=original, confirmed=False)
    return Repaired(salvage=found, original=original)


def put_back(done: Repaired, paths: Paths) -> None:
    """Put the file as it was back in its place. Raises StorageError as ``repair`` does."""
    path = paths.data / done.salvage.name
    _check_unchanged(path, done.salvage.data)
    write_atomically(path, done.salvage.examined)


def _check_unchanged(path: Path, expected: bytes) -> None:
    if read_file(path)[0] != expected:
        raise StorageError(ErrorCode.CHANGED_OUTSIDE, path)


def _certain(pieces: list[Piece], layout: Layout[Any]) -> list[Piece]:
    """Return which of *pieces* are whole for certain."""
    broken = next((at for at, one in enumerate(pieces) if one.value is None), None)
    names = [one.key for one in pieces if not one.is_record]
    if broken is None or len(set(names)) != len(names):
        return []  # each by itself is fine: what is wrong is how they stand together
    end = broken
    if not pieces[broken].begins_surely:
        # The damage may have cut the piece before in two, and even look like pieces itself.
        while end and not _is_clean(pieces[end - 1], layout):
            end -= 1
        end = max(end - 1, 0)
    after = pieces[broken + 1 :] if layout.lists else []
    return [*pieces[:end], *(one for one in after if _is_clean(one, layout))]


def _is_clean(piece: Piece, layout: Layout[Any]) -> bool:
    """Whether *piece* is something that this program would have written there."""
    if piece.value is None or not piece.begins_surely:
        return False
    if not piece.is_record:
        return True
    items: Any = piece.value[piece.key]
    try:
        decode(items[0], layout.lists[piece.key])
    except FieldError:
        return False
    return True


def _written(document: Document, layout: Layout[Any]) -> bytes | None:
    """Return the file that holds *document*; nothing if that is not certain to be right."""
    number = current(layout.kind)
    try:
        if "schema" not in document or schema_of(document, layout.kind) > number:
            return None
        data = dump(with_schema(migrated(document, layout), number), layout.comment)
        return None if read(parse(data, layout), layout)[0] is None else data
    except StorageError:
        return None


def _put_together(pieces: list[Piece]) -> Document:
    document: Document = {}
    for piece in pieces:
        for key, value in (piece.value or {}).items():
            old = document.get(key)
            both = isinstance(old, list) and isinstance(value, list)
            document[key] = [*old, *value] if both else value  # type: ignore[misc]
    return document


def _left_out(pieces: list[Piece]) -> tuple[LeftOut, ...]:
    runs: list[list[Piece]] = []
    for piece in pieces:
        if runs and runs[-1][-1].last + 1 == piece.first:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return tuple(
        LeftOut(
            first=run[0].first,
            last=run[-1].last,
            text=b"".join(one.data for one in run).decode("utf-8", "replace"),
        )
        for run in runs
    )
