"""Deleting everything: no word of the patient's is left, and nothing of anybody else's is gone."""

import errno
import os
from pathlib import Path

import pytest

from app.storage import delete
from app.storage.delete import Part, delete_everything, everything
from app.storage.errors import ErrorCode
from app.storage.move import remember
from app.storage.paths import CHOSEN_NAME, Paths
from tests.support.zips import contents, fill, journal_yaml, make_zip, small_journal
from tests.unit.storage.test_data_folder import as_nobody

CANARY = "kanarienvogel"


@pytest.fixture
def full(paths: Paths) -> Paths:
    """Folders in which the canary has been written everywhere that the program writes."""
    day = journal_yaml(CANARY)
    fill(
        paths.data,
        {
            **small_journal(CANARY),
            "README.txt": "what this is",
            "journal/2026/2026-11-30.other-version.yaml": day,
            "journal/2026/2026-11-30 (1).yaml": day,
            "journal/2026/.sl-ab.tmp": day,
            ".sl-restore/new/profile.yaml": CANARY,
            "history/2026/abcd2345.yaml": day,
        },
    )
    make_zip(paths.backups / "soft-landing-2026-11-24-0900.zip", small_journal(CANARY))
    fill(
        paths.state,
        {
            "backups/originals/profile.yaml": CANARY,
            "drafts/abcd2345.yaml": CANARY,
            "running-session.yaml": "schema: 1\n",
            "errors.log": "x",
            "later.yaml": CANARY,
            "folder.lock": "",
        },
    )
    remember(paths.config, paths.data)
    return paths


def all_of(paths: Paths) -> dict[str, bytes]:
    """Return every file of the three folders."""
    return contents(paths.data.parent)


def test_what_will_go_is_said_beforehand(full: Paths) -> None:
    """By kind, with counts, sizes and paths; nothing is touched by looking."""
    fill(full.data, {"notes.txt": "mine"})
    fill(full.config, {"other.conf": "x"})
    before = all_of(full)

    found = everything(full)

    assert {group.part: len(group.paths) for group in found.groups} == {
        Part.FILES: 10,
        Part.BACKUPS: 2,
        Part.DRAFTS: 1,
        Part.SESSION: 1,
        Part.LOGS: 1,
        Part.OTHER: 1,
        Part.CONFIG: 1,
    }
    assert found.count == 17
    assert found.groups[3].bytes == len("schema: 1\n")
    assert set(found.stays) == {full.data / "notes.txt", full.config / "other.conf"}
    assert all_of(full) == before


def test_no_word_is_left(full: Paths) -> None:
    """Files, copies, temporary files, backups, drafts, originals, logs; empty folders go too."""
    count = everything(full).count

    deleted = delete_everything(full)

    assert (deleted.gone, deleted.left) == (count, ())
    assert all_of(full) == {"state/folder.lock": b""}
    assert [path.name for path in full.data.parent.iterdir()] == ["state"]
    assert delete_everything(full).gone == 0


def test_what_is_not_ours_is_left(full: Paths, tmp_path: Path) -> None:
    """Foreign files, other tools' folders, other journals, what links lead to, other settings."""
    fill(tmp_path / "elsewhere", {"a.yaml": "mine", "journal/b.yaml": "mine"})
    foreign = {
        "notes.txt": "mine",
        "journal/2026/photo.jpg": "x",
        ".git/config": "x",
        ".stversions/profile.yaml": "a tool's",
    }
    fill(full.data, foreign)
    (full.data / "empty").mkdir()
    (full.data / "settings.yaml").symlink_to(tmp_path / "elsewhere" / "a.yaml")
    (full.data / "linked").symlink_to(tmp_path / "elsewhere")
    fill(full.state, {"folders/other-1/backups/a.zip": "of another journal"})
    fill(full.config, {CHOSEN_NAME: "/another/folder\n"})

    deleted = delete_everything(full)

    assert deleted.left == ()
    assert contents(full.data) == {name: text.encode() for name, text in foreign.items()}
    assert (full.data / "linked").is_symlink()
    assert (full.data / "empty").is_dir()
    assert not (full.data / "settings.yaml").is_symlink()
    assert len(contents(tmp_path / "elsewhere")) == 2
    assert contents(full.state).keys() == {"folder.lock", "folders/other-1/backups/a.zip"}
    assert contents(full.config).keys() == {CHOSEN_NAME}
    assert full.data / ".git" in everything(full).stays
    assert full.state / "folders" in everything(full).stays


def test_a_single_failure_stops_nothing(full: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be removed is named; the rest is gone."""
    real = os.unlink
    stubborn, vanished = full.data / "profile.yaml", full.state / "errors.log"

    def refused(path: Path) -> None:
        if path == stubborn:
            raise OSError(errno.EACCES, "no")
        real(path)
        if path == vanished:
            raise FileNotFoundError(errno.ENOENT, "somebody else was faster")

    with monkeypatch.context() as patched:
        patched.setattr(os, "unlink", refused)
        deleted = delete_everything(full)

    assert [(one.path, one.code) for one in deleted.left] == [
        (str(stubborn), ErrorCode.NO_PERMISSION)
    ]
    assert all_of(full).keys() == {"data/profile.yaml", "state/folder.lock"}


def test_a_folder_that_cannot_be_removed_is_named(
    full: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is empty, at least."""

    def refused(_: object) -> None:
        raise OSError(errno.EBUSY, "in use")

    monkeypatch.setattr(os, "rmdir", refused)
    deleted = delete_everything(full)

    assert str(full.data / "infusions") in [one.path for one in deleted.left]
    assert all_of(full) == {"state/folder.lock": b""}


def test_folders_out_of_reach_are_named(full: Paths, tmp_path: Path) -> None:
    """Nobody can tell what is in them."""
    with as_nobody(tmp_path):
        (full.data / "infusions").chmod(0)
        full.backups.chmod(0)
        seen = everything(full)
        deleted = delete_everything(full)
        (full.data / "infusions").chmod(0o700)
        full.backups.chmod(0o700)

    assert full.data / "infusions" in seen.groups[0].paths
    assert {(one.path, one.code) for one in deleted.left} == {
        (str(full.data / "infusions"), ErrorCode.NO_PERMISSION),
        (str(full.backups), ErrorCode.NO_PERMISSION),
    }
    assert all(CANARY.encode() not in data for data in contents(full.data / "journal").values())


def test_a_note_that_cannot_be_read_is_left(full: Paths) -> None:
    """It may be about another folder; a link that was chosen is not removed."""
    fill(full.config, {CHOSEN_NAME: "no folder\n"})
    real = full.data.rename(full.data.parent / "real")
    full.data.symlink_to(real)

    delete_everything(full)

    assert contents(full.config).keys() == {CHOSEN_NAME}
    assert full.data.is_symlink()
    assert contents(real) == {}


def test_a_size_that_cannot_be_told_counts_nothing(tmp_path: Path) -> None:
    """It vanished between two looks."""
    assert delete._size(tmp_path / "none") == 0
