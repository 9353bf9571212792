"""Packs that are not saved yet lie in files of their own, and none is written over another."""

from pathlib import Path

import pytest

from app.domain.clinic import LogoName
from app.storage import atomic, kept_packs
from app.storage.errors import ErrorCode, StorageError
from app.storage.kept_packs import KeptPacks, PackToKeep, new_key
from tests.support import logos

A, B = "aaaaaaaaaaaa", "bbbbbbbbbbbb"
LOGO = (LogoName.SVG, logos.svg())


def pack(name: str, *, logo: bool = False) -> PackToKeep:
    """Return a pack that says its *name*, with or without a logo."""
    if not logo:
        return PackToKeep(data=f"name: {name}\n".encode())
    data = f"name: {name}\nlogo: clinic-logo.svg\n".encode()
    return PackToKeep(data=data, names=LogoName.SVG, logo=LOGO)


def at(folder: Path) -> KeptPacks:
    """Return what keeps packs in *folder*."""
    return KeptPacks(folder / "packs", folder)


def found(folder: Path) -> dict[str, str]:
    """Return the names of the packs that the next start finds, by their keys."""
    return {one.key: str(one.document["name"]) for one in at(folder).read()[0]}


class FailingDisk:
    """Lets *left* steps that change files go well, and refuses what comes after them."""

    def __init__(self, left: int) -> None:
        self.left = left

    def write(self, path: Path, data: bytes) -> atomic.Stamp:
        """Stand for ``write_atomically``."""
        self._count(path)
        return atomic.write_atomically(path, data)

    def remove(self, path: Path) -> None:
        """Stand for ``remove``."""
        self._count(path)
        atomic.remove(path)

    def _count(self, path: Path) -> None:
        if self.left == 0:
            raise StorageError(ErrorCode.DISK_FULL, path)
        self.left -= 1


@pytest.mark.parametrize("left", range(12))
def test_wherever_keeping_breaks_off_no_words_are_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: int
) -> None:
    """Two packs change, a third is saved: each of the two is found, as it was or as it is."""
    packs = at(tmp_path)
    packs.keep({A: pack("a", logo=True), B: pack("b"), "cccccccccccc": pack("c")})

    with monkeypatch.context() as patch:
        disk = FailingDisk(left)
        patch.setattr(kept_packs, "write_atomically", disk.write)
        patch.setattr(kept_packs, "remove", disk.remove)
        try:
            packs.keep({A: pack("a2"), B: pack("b2", logo=True)})
        except StorageError:
            assert disk.left == 0

    names = found(tmp_path)
    assert names[A] in {"a", "a2"}
    assert names[B] in {"b", "b2"}
    packs.keep({A: pack("a2"), B: pack("b2", logo=True)})
    assert found(tmp_path) == {A: "a2", B: "b2"}
    assert sorted(path.name for path in (tmp_path / "packs").iterdir()) == [
        f"{A}.yaml",
        f"{B}-clinic-logo.svg",
        f"{B}.yaml",
    ]


def test_one_that_cannot_be_kept_keeps_no_other_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault is raised once all were tried."""

    def refuse(path: Path, data: bytes) -> atomic.Stamp:
        if path.name.startswith(A):
            raise StorageError(ErrorCode.DISK_ERROR, path)
        return atomic.write_atomically(path, data)

    monkeypatch.setattr(kept_packs, "write_atomically", refuse)

    with pytest.raises(StorageError):
        at(tmp_path).keep({A: pack("a"), B: pack("b")})

    assert found(tmp_path) == {B: "b"}


def test_what_is_kept_already_is_not_written_again(tmp_path: Path) -> None:
    """Keeping costs a disk nothing while nothing changes; a logo is written when it changes."""
    packs = at(tmp_path)
    packs.keep({A: pack("a", logo=True)})
    files = sorted((tmp_path / "packs").iterdir())
    before = [path.stat().st_ino for path in files]

    packs.keep({A: pack("a", logo=True)})
    assert [path.stat().st_ino for path in files] == before

    packs.keep({A: pack("a2", logo=True)})
    assert [path.stat().st_ino == one for path, one in zip(files, before, strict=True)] == [
        True,
        False,
    ]


def test_only_what_was_found_or_kept_is_ever_removed(tmp_path: Path) -> None:
    """Files of somebody else, and what cannot be read, stay."""
    folder = tmp_path / "packs"
    at(tmp_path).keep({A: pack("a"), B: pack("b")})
    (folder / f"{A}.yaml").write_bytes(b"name: [")
    for name in ("notes.yaml", "notes.txt"):
        (folder / name).write_text("x", "utf-8")
    packs = at(tmp_path)

    kept, unread = packs.read()
    packs.keep({})

    assert [one.key for one in kept] == [B]
    assert [one.path.name for one in unread] == [f"unread-{A}.yaml"]
    assert {path.name for path in folder.iterdir()} == {
        "notes.yaml",
        "notes.txt",
        f"unread-{A}.yaml",
    }


def test_what_can_be_neither_read_nor_renamed_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told of each time."""
    at(tmp_path).keep({A: pack("a")})
    path = tmp_path / "packs" / f"{A}.yaml"
    path.write_bytes(b"name: [")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)

    for _ in range(2):
        (unread,) = at(tmp_path).read()[1]
        assert unread.path == path
    assert path.read_bytes() == b"name: ["


def test_the_newest_is_found_last(tmp_path: Path) -> None:
    """It is what somebody wrote before the program ended."""
    packs = at(tmp_path)
    packs.keep({A: pack("a"), B: pack("b")})
    packs.keep({A: pack("a2"), B: pack("b")})

    assert list(found(tmp_path)) == [B, A]


def test_no_two_keys_are_alike() -> None:
    """They are names of files on every system."""
    keys = {new_key() for _ in range(100)}

    assert len(keys) == 100
    assert all(key.isalnum() and key == key.lower() for key in keys)
