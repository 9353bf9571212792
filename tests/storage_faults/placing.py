"""Moving and deleting: how an account lies there before, and what may be there afterwards."""

from pathlib import Path
from typing import Final

from app.storage.folder_probe import Access
from app.storage.move import MARKER, finish_move
from app.storage.paths import CHOSEN_NAME, Paths, default_paths
from tests.storage_faults.account import FOLDERS, NOTE, OLD, expected, note, open_account
from tests.storage_faults.delete_once import delete
from tests.storage_faults.fresh_start import found_words, temporary_files, usual
from tests.storage_faults.move_once import move
from tests.support.data_folders import OpenFolder
from tests.support.zips import contents, fill, make_zip

CANARY: Final = "kanarienvogel"
KEPT_BESIDE: Final[dict[str, str | bytes]] = {
    "backups/soft-landing-2025-12-30-0900.zip": "a backup",
    "backups/originals/profile.yaml": "with comments",
    "drafts/now/journal/2026/2026-01-03.yaml": "a draft",
    "running-session.yaml": "schema: 1\n",
    "errors.log": "x",
}
SYNC_TOOL: Final = ".stfolder/marker"
OTHERS: Final[dict[str, str | bytes]] = {
    f"share/soft-landing/{NOTE}": "not ours",
    f"share/soft-landing/{SYNC_TOOL}": "of a sync tool",
    "share/another program/notes.txt": "not ours",
    "state/soft-landing/folders/other-1/backups/a.zip": "of another data folder",
    "config/soft-landing/other.conf": "not ours",
}
LOCK: Final = "state/soft-landing/folder.lock"


def target(home: Path) -> Path:
    """Return where the folder is moved to."""
    return home / "stick" / "my journal"


def to_move(home: Path) -> list[str]:
    """Return what to move where."""
    return [str(usual(home)), str(target(home))]


def prepare_move(home: Path) -> None:
    """Make an account with backups and a draft, and a sync tool in the folder."""
    paths = open_account(home)
    (paths.data / NOTE).unlink()  # a note stays behind, and then it is not told "done"
    (paths.data / NOTE).parent.rmdir()
    note(home, "ours", paths.data)
    fill(paths.data, {SYNC_TOOL: "of a sync tool"})
    fill(paths.state, KEPT_BESIDE)
    note(home, "beside", paths.state)
    target(home).parent.mkdir()


def judge_move(home: Path, told: str) -> None:
    """Expect the folder in use to be whole at once, and the next start to finish the rest."""
    paths = default_paths()
    assert paths.data in {usual(home), target(home)}, f"{paths.data} is in use"
    _expect_whole(home, paths)
    if told.startswith("done"):
        assert paths.data == target(home), "told 'done', and the old folder is in use"
        _expect_moved(home, paths)

    finish_move(paths)
    opened = OpenFolder(paths)
    assert opened.folder.access is Access.WRITABLE, f"opened {opened.folder.access}"
    assert opened.close()
    _expect_whole(home, paths)
    if paths.data != target(home):
        reason = move(paths.data, target(home))
        assert not reason, f"the next move: {reason}"
    paths = default_paths()

    assert paths.data == target(home)
    _expect_moved(home, paths, told)
    _expect_whole(home, paths)
    assert found_words(paths.data) == [OLD]
    left = [name for name in temporary_files(home) if name.startswith(("share", "stick"))]
    assert not left, f"{left} outlive the next save"


def _expect_whole(home: Path, paths: Paths) -> None:
    """Expect every file of ours in the folder in use."""
    ours, found = expected(home, "ours"), contents(paths.data)
    wrong = {name for name, data in ours.items() if found.get(name) != data}
    assert not wrong, f"{wrong} not as they were in {paths.data}"


def _expect_moved(home: Path, paths: Paths, told: str = "") -> None:
    """Expect nothing of ours in the old folder, and all that was kept beside it in the new one.

    A file that could not be cleared away stays in the old folder, and that is told.
    """
    old = default_paths(usual(home))
    found = contents(old.data)
    stayed = {name: data for name, data in found.items() if name != SYNC_TOOL}
    ours = expected(home, "ours")
    assert stayed == {name: ours.get(name) for name in stayed}, f"changed: {sorted(stayed)}"
    assert not stayed or told.startswith("not done"), f"left {sorted(stayed)}"
    assert SYNC_TOOL in found, "the file of a sync tool is gone"
    left = [name for name in contents(old.state) if not name.startswith("folders/")]
    assert left in ([], [old.lock.name]), f"left {left}"
    beside = contents(paths.state)
    for name, data in expected(home, "beside").items():
        assert name == paths.lock.name or data in beside.values(), f"{name} is lost"
    assert not (paths.data / MARKER).exists()
    assert not paths.moved_from.exists()


def to_delete(home: Path) -> list[str]:
    """Return the folder to delete."""
    return [str(usual(home))]


def prepare_delete(home: Path) -> None:
    """Make an account with the canary wherever the program writes, and others' files beside it."""
    paths = open_account(home, CANARY)
    fill(
        paths.data,
        {
            "journal/2026/2026-01-02.other-version.yaml": CANARY,
            "journal/2026/.sl-0123456789ab.tmp": CANARY,
            ".sl-restore/new/profile.yaml": CANARY,
        },
    )
    fill(paths.state, {name: CANARY for name in KEPT_BESIDE if not name.endswith(".zip")})
    make_zip(paths.backups / "soft-landing-2025-12-30-0900.zip", {"profile.yaml": CANARY})
    fill(home, OTHERS)


def remember_the_folder(home: Path) -> None:
    """Have the folder chosen in Settings, by its name in this very home."""
    fill(home, {f"config/soft-landing/{CHOSEN_NAME}": f"{usual(home)}\n"})


def judge_delete(home: Path, told: str) -> None:
    """Expect everybody else's files untouched, and ours gone once that was told, or done again."""
    if told.startswith("done"):
        _expect_nothing_of_ours(home)
    _expect_others(home)
    reason = delete(usual(home))
    assert not reason, f"once more: {reason}"
    _expect_nothing_of_ours(home)
    _expect_others(home)


def _expect_others(home: Path) -> None:
    for name, text in OTHERS.items():
        path = home / name
        assert path.is_file(), f"{name} is gone"
        assert path.read_text("utf-8") == text, f"{name} is changed"


def _expect_nothing_of_ours(home: Path) -> None:
    found = {
        f"{top}/{name}": data
        for top in FOLDERS
        if top != "expected"
        for name, data in contents(home / top).items()
    }
    left = found.keys() - OTHERS.keys() - {LOCK}
    assert not left, f"left {sorted(left)}"
    assert not any(CANARY.encode() in data for data in found.values()), "the canary sings"
