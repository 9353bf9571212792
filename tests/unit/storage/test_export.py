"""Plain copies elsewhere."""

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.storage import export
from app.storage.archive_reading import Archive
from app.storage.errors import ErrorCode, StorageError
from app.storage.export import export_yaml
from tests.support.unsure_disk import confirm_nothing_in
from tests.support.zips import contents, fill, small_journal
from tests.unit.storage.test_data_folder import as_nobody

MADE = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A data folder with a little in it, some of it foreign, one file damaged."""
    fill(tmp_path / "data", {**small_journal(), "notes 🙂.txt": "x", "settings.yaml": "a: [\n"})
    return tmp_path / "data"


def refusal(out: Path, root: Path, *, replace: bool = False) -> ErrorCode:
    """Return why nothing is copied from *root* to *out*."""
    with pytest.raises(StorageError) as caught:
        export_yaml(out, root, MADE, replace=replace)
    return caught.value.code


def test_a_folder_is_copied_to_a_folder(root: Path, tmp_path: Path) -> None:
    """The same files, for the owner only; what cannot be read in them is named."""
    out = tmp_path / "copy"

    copied = export_yaml(out, root, MADE)

    assert contents(out) == contents(root)
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in out.rglob("*.yaml")} == {0o600}
    assert copied.files == len(contents(root))
    assert [one.path for one in copied.damaged] == ["settings.yaml"]
    assert {path.name for path in tmp_path.iterdir()} == {"data", "copy"}


def test_a_folder_is_copied_to_an_empty_folder(root: Path, tmp_path: Path) -> None:
    """One that the file dialog has just made."""
    (tmp_path / "copy").mkdir()

    export_yaml(tmp_path / "copy", root, MADE)

    assert contents(tmp_path / "copy") == contents(root)


def test_a_folder_is_copied_to_a_zip(root: Path, tmp_path: Path) -> None:
    """Its name says so, in capitals too."""
    export_yaml(tmp_path / "copy.ZIP", root, MADE)

    with Archive(tmp_path / "copy.ZIP") as opened:
        assert {name: opened.read(name) for name in opened.entries} == contents(root)


def test_a_file_that_cannot_be_read_is_left_out_and_named(root: Path, tmp_path: Path) -> None:
    """The others are copied."""
    with as_nobody(tmp_path):
        (root / "profile.yaml").chmod(0)
        copied = export_yaml(tmp_path / "copy", root, MADE)

    assert [(one.path, one.code) for one in copied.left_out] == [
        ("profile.yaml", ErrorCode.NO_PERMISSION)
    ]
    assert contents(tmp_path / "copy").keys() == contents(root).keys() - {"profile.yaml"}


def test_nothing_is_copied_into_the_folder_itself(root: Path, tmp_path: Path) -> None:
    """Nor around it, nor through a link."""
    (tmp_path / "link").symlink_to(root)

    assert refusal(root / "copy.zip", root) is ErrorCode.INSIDE_THE_FOLDER
    assert refusal(root / "journal" / "copy", root) is ErrorCode.INSIDE_THE_FOLDER
    assert refusal(tmp_path / "link" / "copy", root) is ErrorCode.INSIDE_THE_FOLDER
    assert refusal(root, root) is ErrorCode.INSIDE_THE_FOLDER
    assert refusal(tmp_path, root) is ErrorCode.INSIDE_THE_FOLDER


def test_what_is_there_is_not_overwritten(root: Path, tmp_path: Path) -> None:
    """A zip only when that was said; a folder with something in it, or a file, never."""
    fill(tmp_path, {"copy.zip": "mine", "full/x": "mine", "file": "mine"})
    (tmp_path / "folder.zip").mkdir()

    assert refusal(tmp_path / "copy.zip", root) is ErrorCode.ALREADY_THERE
    assert refusal(tmp_path / "full", root) is ErrorCode.ALREADY_THERE
    assert refusal(tmp_path / "file", root, replace=True) is ErrorCode.ALREADY_THERE
    assert refusal(tmp_path / "folder.zip", root, replace=True) is ErrorCode.ALREADY_THERE
    assert (tmp_path / "copy.zip").read_text("utf-8") == "mine"
    export_yaml(tmp_path / "copy.zip", root, MADE, replace=True)
    with Archive(tmp_path / "copy.zip") as opened:
        assert opened.entries


def test_a_place_that_is_not_there_is_said(root: Path, tmp_path: Path) -> None:
    """No folders are made above it."""
    assert refusal(tmp_path / "none" / "copy", root) is ErrorCode.MISSING
    assert refusal(tmp_path / "none" / "copy.zip", root) is ErrorCode.MISSING


def test_a_full_disk_leaves_nothing_behind(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a copy is no copy."""
    real = os.fsync

    def full(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.ENOSPC, "full")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)

    assert refusal(tmp_path / "copy", root) is ErrorCode.DISK_FULL
    assert {path.name for path in tmp_path.iterdir()} == {"data"}


@pytest.mark.parametrize("name", ["copy", "copy.zip"])
def test_a_copy_that_the_disk_did_not_confirm_is_told_of(
    root: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is there, whole, and nobody can say whether it will stay."""
    confirm_nothing_in(tmp_path, monkeypatch)

    copied = export_yaml(tmp_path / name, root, MADE)

    assert copied.unconfirmed is ErrorCode.DISK_ERROR
    assert copied.files == len(contents(root))
    assert (tmp_path / name).exists()
    assert {path.name for path in tmp_path.iterdir()} == {"data", name}


def test_a_disk_that_gives_back_something_else_is_found_out(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file is read back."""

    def other(path: Path, data: bytes) -> None:
        path.write_bytes(data + b"x")

    monkeypatch.setattr(export, "write_new", other)

    assert refusal(tmp_path / "copy", root) is ErrorCode.DAMAGED
    assert {path.name for path in tmp_path.iterdir()} == {"data"}
