"""Clinic packs for tests, written as a clinic would write them."""

from pathlib import Path
from typing import Any, Final

from app.domain.clinic import Pack
from app.storage.codec import decode
from app.storage.yaml_door import dump
from app.storage.yaml_values import Document

LEAST: Final[Document] = {
    "name": "Riverside Clinic",
    "author": "Dr. Lee",
    "version": 3,
    "date": "2026-11-01",
    "expires": "2027-11-01",
}


def document(**said: Any) -> Document:
    """Return a pack that says *said* besides what each has to say."""
    return {**LEAST, **said}


def pack(**said: Any) -> Pack:
    """Return the same as a value."""
    return decode(document(**said), Pack)


def write(folder: Path, **said: Any) -> Path:
    """Write the same as ``clinic.yaml`` in *folder*, and return where."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "clinic.yaml"
    path.write_bytes(dump(document(**said), "Riverside"))
    return path
