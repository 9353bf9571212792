"""Moving the data folder: at every moment one whole folder is the one that is used."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.storage import atomic, move
from app.storage.errors import ErrorCode, StorageError
from app.storage.folder_probe import Access
from app.storage.lock import FolderLock
from app.storage.move import MARKER, finish_move, remember
from app.storage.paths import (
    CHOSEN_NAME,
    Paths,
    _apart,
    default_paths,
    remembered_folder,
    remembered_paths,
)
from tests.support.data_folders import OpenFolder
from tests.support.zips import DAY_NAME, contents, fill, small_journal
from tests.unit.storage.test_data_folder import as_nobody

STATE = {
    "backups/soft-landing-2026-11-24-0900.zip": "a backup",
    "backups/originals/profile.yaml": "with comments",
    "drafts/a.yaml": "a draft",
    "running-session.yaml": "schema: 1\n",
    "errors.log": "x",
}


class House:
    """A computer account with a journal in the usual place."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for variable, name in (("DATA", "share"), ("STATE", "state"), ("CONFIG", "config")):
            (home / name).mkdir(parents=True)
            monkeypatch.setenv(f"XDG_{variable}_HOME", str(home / name))
        self.home = home
        self.old = default_paths()
        self.target = home / "stick" / "my journal"
        self.target.parent.mkdir()
        fill(self.old.data, {**small_journal(), "README.txt": "what this is"})
        fill(self.old.state, {**STATE, "folders/other-1/backups/a.zip": "of another folder"})
        self.files = contents(self.old.data)

    def move(self) -> move.Moved:
        """Move to the stick."""
        return move.move(default_paths(), remembered_paths(self.target))

    def in_use(self) -> dict[str, bytes]:
        """Return what the next start finds, after it has mended what was cut off."""
        paths = default_paths()
        finish_move(paths)
        opened = OpenFolder(paths)
        assert opened.folder.access is Access.WRITABLE
        opened.close()
        return {name: d for name, d in contents(paths.data).items() if not name.startswith(".sl-")}


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """Such an account."""
    return House(tmp_path, monkeypatch)


def refusal(call: Callable[[], object]) -> ErrorCode:
    """Return why *call* is refused."""
    with pytest.raises(StorageError) as caught:
        call()
    return caught.value.code


def test_a_moved_folder_is_used_from_then_on(house: House) -> None:
    """Everything is there, backups and drafts too; nothing is left in the old place."""
    moved = house.move()

    new = default_paths()
    assert new.data == house.target
    assert new.remembered
    assert moved == move.Moved(paths=new, files=len(house.files))
    assert contents(new.data) == house.files
    assert contents(new.state).keys() - {"folder.lock"} == STATE.keys()
    assert not house.old.data.exists()
    assert contents(house.old.state).keys() == {
        "folders/other-1/backups/a.zip",
        *(f"folders/{new.state.name}/{name}" for name in (*STATE, "folder.lock")),
    }


def test_a_folder_moves_on_and_back(house: House) -> None:
    """From the stick to another place, and to the usual one again."""
    house.move()
    second = remembered_paths(house.home / "second")

    move.move(default_paths(), second)
    assert contents(second.data) == house.files
    assert not house.target.exists()
    move.move(default_paths(), remembered_paths(house.old.data))

    assert contents(house.old.data) == house.files
    assert default_paths().state == house.old.state
    assert contents(house.old.state).keys() >= STATE.keys()


def test_what_is_not_ours_stays_and_is_named(house: House) -> None:
    """Notes stay where they are; so does our file that somebody changes at that very moment."""
    fill(house.old.data, {"notes.txt": "mine", "infusions/photo.jpg": "x", ".sl-ab.tmp": "half"})
    (house.old.data / "out").symlink_to(house.home)

    moved = house.move()

    assert [(one.path, one.code) for one in moved.stayed] == [
        ("infusions/photo.jpg", ErrorCode.UNKNOWN_FILE),
        ("notes.txt", ErrorCode.UNKNOWN_FILE),
        ("out", ErrorCode.LEADS_OUTSIDE),
    ]
    assert contents(house.old.data).keys() == {"notes.txt", "infusions/photo.jpg"}
    assert contents(house.target).keys() == house.files.keys()


def test_a_folder_with_other_things_in_it_can_be_moved_to(house: House) -> None:
    """What was there stays there."""
    fill(house.target, {"holiday.txt": "x"})

    house.move()

    assert contents(house.target).keys() == {*house.files, "holiday.txt"}


def test_a_stick_that_is_not_plugged_in_is_no_new_journal(house: House) -> None:
    """The folder is missing, nothing is made, and it is back when the stick is."""
    house.move()
    house.target.rename(house.home / "elsewhere")

    opened = OpenFolder(default_paths())

    assert opened.folder.access is Access.MISSING
    assert not house.target.exists()
    (house.home / "elsewhere").rename(house.target)
    opened.folder.retry()
    assert opened.folder.noted.all() == ()
    assert opened.file("profile.yaml").exists()
    opened.close()


@pytest.mark.parametrize("text", [b"", b"# only a comment\n", b"not/absolute\n"])
def test_a_note_that_names_no_folder_makes_none(house: House, text: bytes) -> None:
    """The usual folder is used if it is there, and never made."""
    fill(house.old.config, {CHOSEN_NAME: text})
    assert default_paths() == replace(house.old, remembered=True)
    house.old.data.rename(house.home / "away")

    opened = OpenFolder(default_paths())

    assert opened.folder.access is Access.MISSING
    opened.close()


def test_a_folder_is_remembered_and_forgotten(house: House) -> None:
    """Names of every kind, but none of two lines."""
    odd = house.home / "Tagebuch 🙂 \udcff"

    remember(house.old.config, odd)
    assert default_paths().data == odd
    assert remembered_folder(house.old.config) == odd
    assert refusal(lambda: remember(house.old.config, house.home / "a\nb")) is ErrorCode.UNSAFE_NAME
    assert default_paths().data == odd
    remember(house.old.config, None)

    assert default_paths() == house.old
    assert default_paths(house.old.data).state == house.old.state


def test_places_that_cannot_be_moved_to(house: House) -> None:
    """The folder itself, what we keep beside it, another journal, a place that is not there."""

    def to(target: Path) -> ErrorCode:
        return refusal(lambda: move.move(default_paths(), remembered_paths(target)))

    fill(house.home / "full", {"profile.yaml": "of somebody else", MARKER: "from elsewhere"})
    fill(house.home, {"file": "x"})
    assert to(house.old.data) is ErrorCode.INSIDE_THE_FOLDER
    assert to(house.old.data / "sub") is ErrorCode.INSIDE_THE_FOLDER
    assert to(house.old.state / "journal") is ErrorCode.INSIDE_THE_FOLDER
    assert to(house.home / "full") is ErrorCode.ALREADY_THERE
    assert to(house.home / "file") is ErrorCode.NOT_A_FOLDER
    assert to(house.home / "none" / "journal") is ErrorCode.MISSING

    assert default_paths() == house.old
    assert contents(house.old.data) == house.files
    assert (house.home / "full" / "profile.yaml").read_text("utf-8") == "of somebody else"


def test_a_folder_named_on_the_command_line_is_not_moved(house: House, paths: Paths) -> None:
    """It is not the one the next start would use."""
    paths.data.mkdir()

    code = refusal(lambda: move.move(paths, remembered_paths(house.target)))

    assert code is ErrorCode.NAMED_AT_START


def test_half_a_copy_from_before_is_begun_anew(house: House) -> None:
    """Cut off in the middle; a file that is gone since does not come back."""
    marker = os.fsencode(house.old.data)
    fill(house.target, {"infusions/2020-01-01-old.yaml": "x", "profile.yaml": "ha", MARKER: marker})

    house.move()

    assert contents(house.target) == house.files


@pytest.mark.parametrize("name", [DAY_NAME, "journal"])
def test_what_cannot_be_copied_stops_everything(house: House, name: str) -> None:
    """A file or a folder of ours that cannot be read is not left behind unsaid."""
    with as_nobody(house.home):
        (house.old.data / name).chmod(0)
        code = refusal(house.move)
        (house.old.data / name).chmod(0o700)

    assert code is ErrorCode.NO_PERMISSION
    assert contents(house.old.data) == house.files
    assert not house.target.exists()
    assert default_paths() == house.old


def test_a_copy_that_comes_back_different_stops_everything(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And is taken away again."""
    monkeypatch.setattr(move, "write_new", lambda path, data: path.write_bytes(data + b"x"))

    assert refusal(house.move) is ErrorCode.DAMAGED
    assert not house.target.exists()
    assert contents(house.old.data) == house.files


def test_a_switch_that_is_not_confirmed_is_taken_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut could undo it when the old folder is cleared already."""
    real = atomic.confirm_names_in

    def unsure(folder: Path) -> None:
        if folder == house.old.config:
            raise atomic.UnconfirmedError(ErrorCode.DISK_ERROR, folder)
        real(folder)

    monkeypatch.setattr(atomic, "confirm_names_in", unsure)

    assert refusal(house.move) is ErrorCode.DISK_ERROR
    assert default_paths() == house.old
    assert house.in_use() == house.files


def test_a_disk_that_fails_at_any_moment_leaves_one_whole_folder_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the n-th call on the disk is gone; the next start finds every file, for every n."""
    places = set[bool]()
    for moment in range(1, 400):
        with monkeypatch.context() as patched:
            house = House(tmp_path / str(moment), patched)
            paths = (default_paths(), remembered_paths(house.target))
            count = 0

            def counted(call: Callable[..., object], at: int = moment) -> Callable[..., object]:
                def counting(*arguments: object, **options: object) -> object:
                    nonlocal count
                    count += 1
                    if count >= at:
                        raise OSError(errno.EIO, "gone")
                    return call(*arguments, **options)

                return counting

            with patched.context() as broken:
                for name in ("replace", "unlink", "mkdir", "rmdir", "fsync"):
                    broken.setattr(os, name, counted(getattr(os, name)))
                try:
                    move.move(*paths)
                except StorageError:
                    places.add(False)

            found = house.in_use()
            assert found == house.files, moment
            assert contents(default_paths().state).keys() >= STATE.keys(), moment
            places.add(default_paths().data == house.target)
            if default_paths() == house.old:
                house.move()
                assert house.in_use() == house.files, moment
            if count < moment:
                break
    else:
        pytest.fail("it never came to an end")
    assert places == {False, True}


def test_the_old_folder_is_not_cleared_of_what_differs(house: House) -> None:
    """Somebody wrote into the old folder meanwhile: that stays, and is named."""
    house.move()
    fill(house.old.data, {"profile.yaml": "changed by hand", DAY_NAME: house.files[DAY_NAME]})
    fill(default_paths().state, {"moved-from.yaml": f"data: {house.old.data}\nstate: /none\n"})

    stayed = finish_move(default_paths())

    assert [(one.path, one.code) for one in stayed] == [("profile.yaml", ErrorCode.CHANGED_OUTSIDE)]
    assert contents(house.old.data) == {"profile.yaml": b"changed by hand"}
    assert not default_paths().moved_from.exists()


def test_what_cannot_be_finished_waits(house: House) -> None:
    """Another program has the folder open, or the note cannot be read: nothing is cleared."""
    house.move()
    new = default_paths()
    fill(house.old.data, small_journal())
    fill(new.state, {"moved-from.yaml": f"data: {house.old.data}\nstate: {house.old.state}\n"})
    lock = FolderLock(new.lock)
    lock.take()

    (locked,) = finish_move(new)
    lock.release()
    fill(new.state, {"moved-from.yaml": "data: [\n"})
    (unreadable,) = finish_move(new)

    assert (locked.code, unreadable.code) == (ErrorCode.LOCKED, ErrorCode.SYNTAX)
    assert contents(house.old.data).keys() == small_journal().keys()


def test_an_old_disk_that_fails_is_said(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Clearing goes on at the next start."""

    def refused(_: object) -> None:
        raise OSError(errno.EROFS, "no")

    fill(house.old.data, {".sl-ab.tmp": "half"})
    with monkeypatch.context() as patched:
        patched.setattr(os, "unlink", refused)
        moved = house.move()

    assert [one.code for one in moved.stayed] == [ErrorCode.READ_ONLY]
    assert house.in_use() == house.files


def test_two_backups_of_one_name_both_stay(house: House) -> None:
    """The new place had a journal once, and its backups are still there."""
    new = remembered_paths(house.target)
    name = "backups/soft-landing-2026-11-24-0900.zip"
    fill(new.state, {name: "from before"})

    house.move()

    assert (new.state / name).read_text("utf-8") == "from before"
    second = "soft-landing-2026-11-24-0900-2.zip"
    assert (new.backups / second).read_text("utf-8") == "a backup"


def test_what_a_kill_left_in_both_places_is_moved_once(house: House) -> None:
    """A backup was copied and not yet removed; its time goes along, links stay links."""
    old, new = house.old, remembered_paths(house.target)
    name = "backups/soft-landing-2026-11-24-0900.zip"
    fill(new.state, {name: STATE[name]})
    os.utime(old.state / "drafts" / "a.yaml", (5, 5))
    (old.backups / "link").symlink_to("nowhere")

    house.move()

    assert {path.name for path in new.backups.iterdir()} == {Path(name).name, "originals", "link"}
    assert (new.backups / "link").is_symlink()
    assert (new.drafts / "a.yaml").stat().st_mtime == 5


def test_a_backup_that_comes_back_different_stays_where_it_was(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the next start, which tries again."""
    with monkeypatch.context() as patched:
        patched.setattr(move, "_is_same", lambda _one, _other: False)
        moved = house.move()

    assert [one.code for one in moved.stayed] == [ErrorCode.DAMAGED]
    assert contents(house.old.state).keys() >= STATE.keys()
    assert house.in_use() == house.files
    assert contents(default_paths().state).keys() >= STATE.keys()


def test_three_folders_in_one_are_kept_apart(tmp_path: Path) -> None:
    """Some systems have one folder for data, state and settings."""
    one = _apart(tmp_path, tmp_path, tmp_path)
    usual = _apart(tmp_path / "a", tmp_path / "b", tmp_path / "c")

    assert len({one.data, one.state, one.config}) == 3
    assert one.data not in one.state.parents
    assert (usual.data, usual.state, usual.config) == tuple(tmp_path / name for name in "abc")
