"""Data folders with something in them, and zip files, good and evil."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from app.storage.layouts import JOURNAL
from app.storage.yaml_door import dump

INFUSION_NAME = "infusions/2026-11-30-a7k.yaml"
DAY_NAME = "journal/2026/2026-11-30.yaml"
EARLIER_DAY = "journal/2025/2025-01-31.yaml"


def fill(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write *files* into *root*."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def contents(root: Path) -> dict[str, bytes]:
    """Return all files below *root*, links left out."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def make_zip(path: Path, files: Mapping[str, str | bytes], comment: str = "") -> Path:
    """Write a zip as somebody else would."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w", ZIP_STORED) as archive:
        archive.comment = comment.encode()
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def make_zip_of(path: Path, *entries: tuple[ZipInfo, bytes]) -> Path:
    """Write a zip with these very *entries*."""
    with ZipFile(path, "w") as archive:
        for entry, data in entries:
            archive.writestr(entry, data)
    return path


def journal_yaml(words: str) -> bytes:
    """Return a day of the journal in which one check-in says *words*."""
    return dump({"schema": 1, "check_ins": [{"id": "abcd2345", "words": words}]}, JOURNAL.comment)


def small_journal(words: str = "as it was") -> dict[str, str | bytes]:
    """Return a profile, an infusion and two days."""
    return {
        "profile.yaml": "schema: 1\nname: Anna\n",
        INFUSION_NAME: f"schema: 1\nnotes: {words}\n",
        DAY_NAME: journal_yaml(words),
        EARLIER_DAY: journal_yaml("long ago"),
    }
