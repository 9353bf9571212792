"""``soft-landing backup``, ``restore`` and ``export``: for people and for machines."""

import json
import os
from pathlib import Path

import pytest

from app.shell import main
from app.shell.commands import COULD_NOT_RUN, FINE, FOUND_SOMETHING
from app.storage.lock import FolderLock
from app.storage.paths import default_paths
from tests.support.unsure_disk import confirm_nothing_in
from tests.support.zips import contents, fill, small_journal


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder, whose state folder is the test's own too."""
    for variable in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))
    fill(tmp_path / "data", small_journal())
    return tmp_path / "data"


def run(data: Path, *words: str | Path) -> int:
    """Run ``soft-landing`` with *words* on *data*."""
    return main.main(["--data-dir", str(data), *map(str, words)])


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """Return what was printed for a machine."""
    facts: dict[str, object] = json.loads(capsys.readouterr().out)
    return facts


def test_a_backup_is_written_and_put_back(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """First shown, with 1 because it would change something; put back only with --yes."""
    before = contents(data)
    assert run(data, "backup", tmp_path / "a.zip") == FINE
    assert "4 files" in capsys.readouterr().out
    fill(data, small_journal("later words"))

    assert run(data, "restore", tmp_path / "a.zip") == FOUND_SOMETHING
    assert capsys.readouterr().out.endswith("Nothing was changed. To put it back, add --yes.\n")
    assert contents(data) != before
    assert run(data, "restore", tmp_path / "a.zip", "--yes") == FINE
    assert "The backup was put back." in capsys.readouterr().out

    assert contents(data).items() >= before.items()
    assert run(data, "restore", tmp_path / "a.zip") == FINE
    assert len(list(default_paths(data).backups.iterdir())) == 1


def test_machines_are_answered(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every fact by name."""
    fill(data, {"settings.yaml": "schema: 1\nlook: [\n"})

    assert run(data, "backup", tmp_path / "a.zip", "--json") == FOUND_SOMETHING
    made = answer(capsys)
    assert (made["files"], made["left_out"]) == (5, [])
    assert made["damaged"] == [{"path": "settings.yaml", "code": "syntax", "line": 2}]
    (data / "profile.yaml").unlink()
    assert run(data, "restore", tmp_path / "a.zip", "--json") == FOUND_SOMETHING
    shown = answer(capsys)
    assert (shown["added"], shown["gone"], shown["last_day"]) == (
        ["profile.yaml"],
        [],
        "2026-11-30",
    )
    assert run(data, "restore", tmp_path / "a.zip", "--json", "--yes") == FINE
    assert answer(capsys)["added"] == 1
    assert run(data, "restore", tmp_path / "none.zip", "--json") == COULD_NOT_RUN
    assert answer(capsys) == {"error": "missing"}


def test_files_are_copied_as_they_are(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To a folder; not into the folder itself, and not over what is there."""
    assert run(data, "export", "--format", "yaml", tmp_path / "plain") == FINE
    assert contents(tmp_path / "plain") == contents(data)

    assert run(data, "export", "--format", "yaml", tmp_path / "plain") == COULD_NOT_RUN
    assert run(data, "export", "--format", "yaml", data / "plain") == COULD_NOT_RUN

    assert "That place is in the folder itself." in capsys.readouterr().err


@pytest.mark.parametrize("words", [("backup", "a.zip"), ("export", "--format", "yaml", "plain")])
def test_a_copy_that_the_disk_did_not_confirm_is_there(
    data: Path,
    tmp_path: Path,
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """That is worth a look: 1, a sentence for people and a fact for machines."""
    (tmp_path / "stick").mkdir()
    monkeypatch.chdir(tmp_path / "stick")
    confirm_nothing_in(tmp_path / "stick", monkeypatch)

    assert run(data, *words) == FOUND_SOMETHING
    assert "the disk did not confirm it" in capsys.readouterr().out
    assert (tmp_path / "stick" / words[-1]).exists()
    assert run(data, *words[:-1], f"second-{words[-1]}", "--json") == FOUND_SOMETHING
    assert answer(capsys)["confirmed"] is False


def test_a_running_program_keeps_its_files(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside it a backup can be made and looked into, and none put back."""
    lock = FolderLock(default_paths(data).lock)
    lock.take()

    assert run(data, "backup", tmp_path / "a.zip") == FINE
    assert run(data, "restore", tmp_path / "a.zip") == FINE
    assert run(data, "restore", tmp_path / "a.zip", "--yes") == COULD_NOT_RUN

    assert "Soft Landing is open with these files. Close it first." in capsys.readouterr().err
    lock.release()


def test_without_a_folder_there_is_nothing_to_copy(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No folder is made; but a backup can be put back where there is none yet."""
    run(data, "backup", tmp_path / "a.zip")

    assert run(tmp_path / "new", "backup", tmp_path / "b.zip") == COULD_NOT_RUN
    assert "There is no folder at" in capsys.readouterr().err
    assert run(tmp_path / "new", "restore", tmp_path / "none.zip", "--yes") == COULD_NOT_RUN
    assert not (tmp_path / "new").exists()
    assert run(tmp_path / "new", "restore", tmp_path / "a.zip", "--yes", "--json") == FINE
    assert contents(tmp_path / "new").items() >= contents(data).items()


@pytest.mark.parametrize("out", [".", "/", ""])
def test_a_folder_is_no_place_for_a_zip(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    """It is said, and nothing is written beside it."""
    monkeypatch.chdir(data.parent)
    before = contents(data.parent)

    assert run(data, "backup", out) == COULD_NOT_RUN

    assert "A folder stands where a file should be." in capsys.readouterr().err
    assert contents(data.parent) == before


def test_a_pipe_is_no_backup(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would be waited for, for ever."""
    os.mkfifo(tmp_path / "a.zip")

    assert run(data, "restore", tmp_path / "a.zip") == COULD_NOT_RUN

    assert "It is not a backup of Soft Landing." in capsys.readouterr().err


def test_interrupting_a_command_is_no_finding(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor a traceback."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.services.copies.export_yaml", interrupted)

    assert run(data, "backup", data.parent / "a.zip") == COULD_NOT_RUN
