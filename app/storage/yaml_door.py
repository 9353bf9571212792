"""The way in to reading and writing YAML: quick where it can be, strict wherever it must.

A start with files as the program left them needs no YAML parser at all, and does not load one.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from app.storage.yaml_quick import quickly_read
from app.storage.yaml_values import Document, Value, checked_text

_BOM: Final = b"\xef\xbb\xbf"


def load(data: bytes) -> Document:
    """Return the document in *data*, or raise YamlError with code, line and column."""
    data = data.removeprefix(_BOM)
    document = quickly_read(checked_text(data))  # the text, which may be large, is let go
    if document is not None:
        return document
    from app.storage.yaml_format import strictly_read

    return strictly_read(data)


def dump(document: Mapping[str, Value], comment: str) -> bytes:
    """Return *document* as readable YAML, under a first line with *comment*.

    Keys keep their order. What was written is read back before it is handed out; raises
    YamlError NOT_REPRESENTABLE if any of it would not come back exactly as it is.
    """
    from app.storage.yaml_format import strictly_written

    return strictly_written(document, comment)


def locate(data: bytes, path: Sequence[str | int]) -> int | None:
    """Return the line on which the value at *path* is given, counted from 1.

    Where the path leads further than the file, the line of its last known part; nothing for
    a file that is refused. It reads the file twice more, so it is for error messages only.
    """
    return locate_all(data, (path,))[0]


def locate_all(data: bytes, paths: Sequence[Sequence[str | int]]) -> list[int | None]:
    """Return what ``locate`` does for each of *paths*, without reading the file for each."""
    from app.storage.yaml_format import places_of

    return places_of(data, paths)
