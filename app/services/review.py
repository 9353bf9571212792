"""Which of the clinical wording a clinician has signed."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from app.assets import resource
from app.storage.yaml_door import load


class Edition(NamedTuple):
    """Which edition of the wording this is, and whether a clinician signed all of it."""

    version: int
    is_reviewed: bool


def unreviewed(language: str) -> tuple[str, ...]:
    """Return the content files in *language* that carry nobody's signature, by name.

    A language without content of its own shows the English files, so those count.
    """
    return tuple(path.name for path in _files(language) if not _head(path).get("reviewed_by"))


def is_reviewed(name: str, language: str) -> bool:
    """Tell whether a clinician signed the content file *name*, as it is shown in *language*."""
    path = resource(f"content/{language}/{name}")
    if not path.is_file():
        path = resource(f"content/en/{name}")
    return bool(_head(path).get("reviewed_by"))


def edition(language: str) -> Edition:
    """Return the edition of the wording in *language*: the newest version of any of its files."""
    versions = [int(str(_head(path)["content_version"])) for path in _files(language)]
    return Edition(version=max(versions), is_reviewed=not unreviewed(language))


def _files(language: str) -> Iterator[Path]:
    folder = resource(f"content/{language}")
    if not folder.is_dir():
        folder = resource("content/en")
    yield resource("content/crisis_lines.yaml")
    yield from sorted(folder.glob("*.yaml"))


def _head(path: Path) -> Mapping[str, object]:
    return load(path.read_bytes())
