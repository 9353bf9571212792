"""One program per folder, and where folders are."""

import errno
import fcntl
import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from app.storage.errors import ErrorCode, StorageError
from app.storage.lock import FolderLock
from app.storage.paths import APPLICATION, _apart, default_paths, folder_key
from app.storage.readme import README

HOLD = """
import sys, time
from pathlib import Path
from app.storage.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
time.sleep(60)
"""


def test_a_lock_is_held_once(tmp_path: Path) -> None:
    """A second program, or a second window, does not get it until it is given back."""
    path = tmp_path / "state" / "locks" / "a.lock"
    first, second = FolderLock(path), FolderLock(path)

    first.take()
    first.take()
    with pytest.raises(StorageError) as caught:
        second.take()

    assert caught.value.code is ErrorCode.LOCKED
    assert first.held
    assert not second.held
    first.release()
    first.release()
    second.take()
    assert second.held
    second.release()


def test_a_killed_program_leaves_no_lock(tmp_path: Path) -> None:
    """The system releases it; nothing has to be cleaned up."""
    path = tmp_path / "a.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        lock = FolderLock(path)
        with pytest.raises(StorageError):
            lock.take()

        other.kill()
        other.wait()

    lock.take()
    assert lock.held
    lock.release()


def test_a_place_without_locks_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state folder that cannot be, or a file system without locks, is not "taken"."""
    (tmp_path / "file").touch()

    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "no locks")

    with pytest.raises(StorageError) as below_a_file:
        FolderLock(tmp_path / "file" / "a.lock").take()
    with pytest.raises(StorageError) as a_folder:
        FolderLock(tmp_path).take()
    monkeypatch.setattr(fcntl, "flock", no_locks)
    with pytest.raises(StorageError) as no_lock:
        FolderLock(tmp_path / "a.lock").take()

    assert below_a_file.value.code is ErrorCode.NOT_A_FOLDER
    assert a_folder.value.code is ErrorCode.NOT_A_FILE
    assert no_lock.value.code is ErrorCode.DISK_ERROR


def test_the_usual_folders_are_the_accounts_own(private_home: Path) -> None:
    """Data, state and settings go where the system wants them."""
    paths = default_paths()

    assert paths.data == private_home / "share" / "soft-landing"
    assert paths.state == private_home / "state" / "soft-landing"
    assert paths.config == private_home / "config" / "soft-landing"
    assert not paths.chosen


@pytest.mark.parametrize("home", ["/home/alex", "/home/alex/", "/", "alex", "", None])
@pytest.mark.parametrize(
    "named", ["/elsewhere", "/elsewhere/", "else/where", " /elsewhere", "", None]
)
def test_on_linux_they_are_where_platformdirs_has_them(
    monkeypatch: pytest.MonkeyPatch, home: str | None, named: str | None
) -> None:
    """Whatever the variables say or leave out, and without loading it where they say enough."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        _set(monkeypatch, name, named and f"{named}/{name}")
    _set(monkeypatch, "HOME", home)
    places = PlatformDirs(APPLICATION, appauthor=False)

    paths = default_paths()

    assert paths.data == places.user_data_path
    assert paths.state == places.user_state_path
    assert paths.config == places.user_config_path


def _set(monkeypatch: pytest.MonkeyPatch, name: str, value: str | None) -> None:
    if value is None:
        monkeypatch.delenv(name, raising=False)
    else:
        monkeypatch.setenv(name, value)


def test_a_chosen_folder_has_a_state_folder_of_its_own(
    private_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two data folders never share a running session; two ways to one folder do."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "link").symlink_to("mine")

    mine, link = default_paths(Path("mine")), default_paths(tmp_path / "link")

    assert mine.chosen
    assert mine.data == tmp_path / "mine"
    assert mine.state.parent == private_home / "state" / "soft-landing" / "folders"
    assert link.state == mine.state
    assert link.lock == mine.lock
    assert default_paths(tmp_path / "other").state != mine.state
    usual = default_paths()
    assert default_paths(usual.data).state == usual.state
    assert mine.originals == mine.state / "backups" / "originals"


def test_a_folder_has_a_readable_key(tmp_path: Path) -> None:
    """The name is part of it, unless there is none that any system could write."""
    assert folder_key(tmp_path / "My Journal").startswith("My-Journal-")
    assert len(folder_key(tmp_path / "日記")) == 16


def test_the_readme_says_where_backups_and_drafts_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On this kind of system and on the others."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    unix = Unix(APPLICATION, appauthor=False)
    mac = MacOS(APPLICATION, appauthor=False)

    on_unix = _apart(unix.user_data_path, unix.user_state_path, unix.user_config_path).state
    on_mac = _apart(mac.user_data_path, mac.user_state_path, mac.user_config_path).state

    for state in (on_unix, on_mac):
        assert f"~/{state.relative_to(tmp_path).as_posix()}\n" in README
    assert f"%LOCALAPPDATA%\\{APPLICATION}\\state\n" in README
