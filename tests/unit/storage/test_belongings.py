"""What lies in a data folder."""

import os
from pathlib import Path

import pytest

from app.storage.belongings import (
    FOREIGN_BYTES,
    FOREIGN_FILE_BYTES,
    Belonging,
    Belongings,
    _plain_size,
    belongings,
    is_ours,
    worth_a_copy,
)
from app.storage.errors import ErrorCode, StorageError
from tests.support.zips import fill, small_journal
from tests.unit.storage.test_data_folder import as_nobody


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("README.txt", True),
        ("profile.yaml", True),
        ("settings-2.yaml", True),
        ("clinic.yaml", True),
        ("clinic-logo.svg", True),
        ("history/2026/anything.yaml", True),
        ("infusions/2026-11-30-a7k.yaml", True),
        ("infusions/2026-11-30-a7k.other-version.yaml", True),
        ("journal/2026/2026-11-30.sync-conflict-20261130-1.yaml", True),
        ("journal/2026/2026-11-30 (1).yaml", True),
        ("profile (conflicted copy).yaml", True),
        ("profile.yaml~", True),
        ("notes.txt", False),
        ("notes (1).txt", False),
        ("profiles (1).yaml", False),
        ("journal/2026/photo (1).jpg", False),
        ("journal/notes~", False),
        ("history", False),
    ],
)
def test_what_is_ours(name: str, ours: bool) -> None:
    """Our files, earlier versions, and copies of them that sync tools and editors left."""
    assert is_ours(name) is ours


def test_links_are_followed_inside_and_never_out(tmp_path: Path) -> None:
    """A link to elsewhere is named, one in a circle is let go, one to a neighbor is read."""
    root = tmp_path / "data"
    fill(root, small_journal())
    fill(tmp_path, {"secret.txt": "of somebody else", "data-too/x": "beside"})
    (root / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "beside").symlink_to(tmp_path / "data-too")
    (root / "again.yaml").symlink_to(root / "profile.yaml")
    (root / "infusions" / "circle").symlink_to(root)
    (root / "nowhere").symlink_to(root / "not there")
    os.mkfifo(root / "pipe")
    fill(root, {".sl-0.tmp": "half", ".git/config": "x", "journal/.DS_Store": "x"})

    found = belongings(root)

    names = [file.name for file in found.files]
    assert set(names) == {*small_journal(), "again.yaml"}
    assert {(one.path, one.code) for one in found.left_out} == {
        ("out.txt", ErrorCode.LEADS_OUTSIDE),
        ("beside", ErrorCode.LEADS_OUTSIDE),
        ("nowhere", ErrorCode.MISSING),
        ("pipe", ErrorCode.NOT_A_FILE),
    }
    assert set(found.ours) == set(small_journal())


def test_a_folder_that_cannot_be_looked_into_is_named(tmp_path: Path) -> None:
    """Only the data folder itself is an error."""
    root = tmp_path / "data"
    fill(root, small_journal())

    with as_nobody(tmp_path):
        (root / "infusions").chmod(0)
        found = belongings(root)
        (root / "infusions").chmod(0o700)

    assert [(one.path, one.code) for one in found.left_out] == [
        ("infusions", ErrorCode.NO_PERMISSION)
    ]
    assert "profile.yaml" in found.ours


def test_no_folder_is_no_empty_folder(tmp_path: Path) -> None:
    """What cannot be looked into must not be taken for nothing."""
    with pytest.raises(StorageError) as caught:
        belongings(tmp_path / "none")

    assert caught.value.code is ErrorCode.MISSING


def test_a_music_collection_is_not_copied(tmp_path: Path) -> None:
    """Foreign files within limits, ours without; names of one system only are left out."""
    many = FOREIGN_BYTES // FOREIGN_FILE_BYTES

    def foreign(name: str, size: int) -> Belonging:
        return Belonging(name=name, size=size, ours=False)

    found = Belongings(
        (
            Belonging(name="journal/2026/2026-11-30.yaml", size=10 * FOREIGN_BYTES, ours=True),
            foreign("Notes.txt", 10),
            foreign("a:b.txt", 10),
            foreign("notes.TXT", 10),
            foreign("song.flac", FOREIGN_FILE_BYTES + 1),
            *(foreign(f"photo {number}.jpg", FOREIGN_FILE_BYTES) for number in range(many)),
        )
    )

    copied = worth_a_copy(found)

    left = {(one.path, one.code) for one in copied.left_out}
    assert left == {
        ("a:b.txt", ErrorCode.UNSAFE_NAME),
        ("notes.TXT", ErrorCode.UNSAFE_NAME),
        ("song.flac", ErrorCode.TOO_BIG),
        (f"photo {many - 1}.jpg", ErrorCode.TOO_BIG),
    }
    assert len(copied.files) == len(found.files) - len(left)


def test_a_file_that_goes_while_it_is_looked_at_is_asked_for_again(tmp_path: Path) -> None:
    """Then it is out of reach, or gone, as everything else would be."""
    (tmp_path / "notes.txt").write_text("x")
    with os.scandir(tmp_path) as entries:
        (entry,) = entries
    assert _plain_size(entry) == 1
    with os.scandir(tmp_path) as entries:
        (entry,) = entries
    (tmp_path / "notes.txt").unlink()

    assert _plain_size(entry) is None
