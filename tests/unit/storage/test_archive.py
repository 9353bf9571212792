"""Zip files: ours are right when they appear, other people's are not believed."""

import errno
import os
import stat
import struct
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.storage import archive, archive_reading, atomic
from app.storage.archive import COMMENT, write_archive
from app.storage.archive_reading import Archive
from app.storage.errors import ErrorCode, StorageError
from tests.support.zips import contents, fill, make_zip, make_zip_of, small_journal
from tests.unit.storage.test_data_folder import as_nobody

MADE = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A data folder with a little in it."""
    fill(tmp_path / "data", small_journal())
    return tmp_path / "data"


def read_all(path: Path) -> dict[str, bytes]:
    """Return what the zip at *path* holds."""
    with Archive(path) as opened:
        return {name: opened.read(name) for name in opened.entries}


def refusal(path: Path) -> ErrorCode:
    """Return why the zip at *path* is refused, when it is opened or when it is read."""
    with pytest.raises(StorageError) as caught:
        read_all(path)
    return caught.value.code


def test_a_zip_holds_what_the_folder_holds(root: Path, tmp_path: Path) -> None:
    """Every byte of every file, whatever it is called; for the owner only."""
    odd = {
        "Notizen 🙂/über uns.txt": "words",
        "n" * 240 + ".txt": "long",
        "empty.txt": "",
        "old.txt": "before there were zips",
    }
    fill(root, odd)
    os.utime(root / "old.txt", (0, 0))
    out = tmp_path / "out.zip"

    copied = write_archive(out, root, MADE)

    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with Archive(out) as opened:
        assert {name: opened.read(name) for name in opened.entries} == contents(root)
        assert opened.made == MADE
    assert (copied.files, copied.left_out, copied.damaged) == (len(contents(root)), (), ())
    assert copied.bytes == sum(map(len, contents(root).values()))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_an_empty_folder_has_a_backup_too(tmp_path: Path) -> None:
    """It can be opened, and holds nothing."""
    (tmp_path / "data").mkdir()

    copied = write_archive(tmp_path / "out.zip", tmp_path / "data", MADE)

    assert copied.files == 0
    with Archive(tmp_path / "out.zip") as opened:
        assert dict(opened.entries) == {}


def test_a_file_that_cannot_be_read_is_named(root: Path, tmp_path: Path) -> None:
    """The others are kept; a damaged file is kept as it is, with its line."""
    fill(root, {"settings.yaml": "schema: 1\nlook: [\n"})

    with as_nobody(tmp_path):
        (root / "profile.yaml").chmod(0)
        copied = write_archive(tmp_path / "out.zip", root, MADE)

    (left,) = copied.left_out
    assert (left.path, left.code) == ("profile.yaml", ErrorCode.NO_PERMISSION)
    (damaged,) = copied.damaged
    assert (damaged.path, damaged.code, damaged.line) == ("settings.yaml", ErrorCode.SYNTAX, 2)
    with Archive(tmp_path / "out.zip") as opened:
        assert opened.read("settings.yaml") == b"schema: 1\nlook: [\n"
        assert "profile.yaml" not in opened.entries


def test_a_full_disk_leaves_what_was_there(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The device refuses at the end; the old zip is whole and no temporary file is left."""
    out = make_zip(tmp_path / "out.zip", {"profile.yaml": "old"})

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(atomic, "_flush", full)

    with pytest.raises(StorageError) as caught:
        write_archive(out, root, MADE)

    assert caught.value.code is ErrorCode.DISK_FULL
    assert {path.name for path in tmp_path.iterdir()} == {"out.zip", "data"}
    with Archive(out) as opened:
        assert opened.read("profile.yaml") == b"old"


@pytest.mark.parametrize("fault", ["other bytes", "flipped bit", "missing", "no zip"])
def test_a_disk_that_gives_back_something_else_is_found_out(
    fault: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between writing and reading back the file is another: it never gets its name."""
    real = archive._read_back

    def meddled(path: Path, digests: dict[str, bytes]) -> object:
        names = list(digests)
        if fault == "no zip":
            path.write_bytes(b"nothing of the kind")
        elif fault == "flipped bit":
            data = bytearray(path.read_bytes())
            data[60] ^= 0xFF
            path.write_bytes(data)
        else:
            kept = names if fault == "other bytes" else names[1:]
            make_zip(path, dict.fromkeys(kept, "other"))
        return real(path, digests)

    monkeypatch.setattr(archive, "_read_back", meddled)

    with pytest.raises(StorageError) as caught:
        write_archive(tmp_path / "out.zip", root, MADE)

    assert caught.value.code is ErrorCode.DAMAGED
    assert {path.name for path in tmp_path.iterdir()} == {"data"}


def test_a_folder_zipped_by_hand_is_a_backup(tmp_path: Path) -> None:
    """With the folder itself in it, and what other systems add."""
    files = {f"soft-landing/{name}": text for name, text in small_journal().items()}
    path = make_zip(
        tmp_path / "hand.zip", {**files, "__MACOSX/._x": "x", "soft-landing/.DS_Store": "x"}
    )

    with Archive(path) as opened:
        assert set(opened.entries) == set(small_journal())
        assert opened.made is None


def entry(name: str, mode: int = 0) -> ZipInfo:
    """Return an entry of a zip as an attacker would write it."""
    made = ZipInfo(name)
    made.external_attr = mode << 16
    return made


OURS = (entry("profile.yaml"), b"schema: 1\n")


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ([(entry("../profile.yaml"), b"")], ErrorCode.UNSAFE_NAME),
        ([(entry("/etc/passwd"), b"")], ErrorCode.UNSAFE_NAME),
        ([(entry("C:/x.yaml"), b"")], ErrorCode.UNSAFE_NAME),
        ([(entry("journal\\x.yaml"), b"")], ErrorCode.UNSAFE_NAME),
        ([(entry("con.yaml"), b"")], ErrorCode.UNSAFE_NAME),
        ([(entry("PROFILE.yaml"), b"")], ErrorCode.UNSAFE_NAME),
        ([(entry("profile.yaml/x"), b"")], ErrorCode.UNSAFE_NAME),
        ([(entry("link", stat.S_IFLNK | 0o777), b"/etc/passwd")], ErrorCode.LEADS_OUTSIDE),
        ([(entry("pipe", stat.S_IFIFO), b"")], ErrorCode.LEADS_OUTSIDE),
    ],
)
def test_names_that_lead_elsewhere_are_refused(
    entries: list[tuple[ZipInfo, bytes]], code: ErrorCode, tmp_path: Path
) -> None:
    """Beside a file of ours that is well; the whole zip is refused."""
    path = make_zip_of(tmp_path / "evil.zip", OURS, *entries)

    assert refusal(path) is code


def test_a_name_cut_off_by_a_nul_is_refused(tmp_path: Path) -> None:
    """What the list of contents shows is not what a system would make of it."""
    path = make_zip(tmp_path / "evil.zip", {"profile.yamlX.exe": "schema: 1\n"})
    path.write_bytes(path.read_bytes().replace(b"profile.yamlX", b"profile.yaml\0"))

    assert refusal(path) is ErrorCode.UNSAFE_NAME


def test_what_is_packed_otherwise_is_refused(tmp_path: Path) -> None:
    """Passwords, and ways of packing that some systems lack."""
    packed = entry("profile.yaml")
    packed.compress_type = ZIP_BZIP2
    locked = make_zip(tmp_path / "locked.zip", {"profile.yaml": "schema: 1\n"})
    data = bytearray(locked.read_bytes())
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    locked.write_bytes(data)

    assert refusal(make_zip_of(tmp_path / "b.zip", (packed, b"x"))) is ErrorCode.NOT_A_BACKUP
    assert refusal(locked) is ErrorCode.NOT_A_BACKUP


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x05\x06",
        b"schema: 1\n",
        b"PK\x05\x06" + b"\xff" * 17,
        b"x" * 70_000,
        b"x" * 46 + b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 1, 1, 46, 0, 0),
    ],
)
def test_what_is_no_zip_is_no_backup(data: bytes, tmp_path: Path) -> None:
    """Text, nothing at all, half an end."""
    (tmp_path / "a.zip").write_bytes(data)

    assert refusal(tmp_path / "a.zip") is ErrorCode.NOT_A_BACKUP


def test_a_zip_of_something_else_is_no_backup(tmp_path: Path) -> None:
    """Holiday pictures, or nothing."""
    pictures = make_zip(tmp_path / "a.zip", {"beach/1.jpg": "x", "README.txt": "x"})

    assert refusal(pictures) is ErrorCode.NOT_A_BACKUP
    assert refusal(make_zip(tmp_path / "b.zip", {})) is ErrorCode.NOT_A_BACKUP
    assert refusal(tmp_path / "none.zip") is ErrorCode.MISSING


def test_a_bomb_is_refused_before_it_goes_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One huge file, many of them together, too many, or a list of contents that is huge."""
    bomb = tmp_path / "bomb.zip"
    with ZipFile(bomb, "w", ZIP_DEFLATED) as made:
        made.writestr("profile.yaml", bytes(32 * 1024 * 1024 + 1))
    two = make_zip(tmp_path / "two.zip", {"profile.yaml": "x" * 600, "settings.yaml": "x" * 600})
    long_list = bytearray(two.read_bytes())
    end = long_list.rfind(b"PK\x05\x06")
    struct.pack_into("<L", long_list, end + 12, 9 * 1024 * 1024)
    (tmp_path / "list.zip").write_bytes(long_list)
    large = two.read_bytes()
    (tmp_path / "64.zip").write_bytes(large[:end] + b"PK\x06\x07" + bytes(16) + large[end:])

    assert refusal(bomb) is ErrorCode.TOO_BIG
    assert refusal(tmp_path / "list.zip") is ErrorCode.TOO_BIG
    assert refusal(tmp_path / "64.zip") is ErrorCode.TOO_BIG
    with monkeypatch.context() as patched:
        patched.setattr(archive_reading, "MAX_TOTAL", 1000)
        assert refusal(two) is ErrorCode.TOO_BIG
    with monkeypatch.context() as patched:
        patched.setattr(archive_reading, "MAX_ENTRIES", 1)
        assert refusal(two) is ErrorCode.TOO_BIG


def test_a_file_that_is_longer_than_it_says_is_damaged(tmp_path: Path) -> None:
    """Its length in the list is a lie; no more than that is ever read."""
    path = make_zip(tmp_path / "a.zip", {"profile.yaml": "schema: 1\nname: Anna\n"})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 3)
    path.write_bytes(data)

    assert refusal(path) is ErrorCode.DAMAGED


def test_a_file_that_is_shorter_than_it_says_is_damaged(tmp_path: Path) -> None:
    """Its length in the list is a lie the other way."""
    path = make_zip(tmp_path / "a.zip", {"profile.yaml": "schema: 1\n"})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 500)
    path.write_bytes(data)

    assert refusal(path) is ErrorCode.DAMAGED


def test_a_zip_that_goes_away_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick is pulled: what the system says is passed on."""
    path = make_zip(tmp_path / "a.zip", {"profile.yaml": "schema: 1\n"})
    with Archive(path) as opened:

        def gone(*_: object) -> None:
            raise OSError(5, "gone")

        monkeypatch.setattr(opened._zip, "open", gone)
        with pytest.raises(StorageError) as caught:
            opened.read("profile.yaml")

    assert caught.value.code is ErrorCode.DISK_ERROR


@given(st.data())
@settings(
    max_examples=200,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
def test_no_garbled_zip_does_harm(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever is changed or cut off: it is read or refused with a code, and that is all."""
    path = tmp_path / "garbled.zip"
    make_zip(path, small_journal(), COMMENT)
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole[: data.draw(st.integers(len(whole) // 2, len(whole)))])

    with suppress(StorageError):
        read_all(path)
