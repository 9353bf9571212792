"""The command line, the check of the files, and what becomes of an unexpected error."""

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import IO, NoReturn

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import __version__
from app.shell import bootstrap, crash, main
from app.shell.commands import COULD_NOT_RUN, FINE, FOUND_SOMETHING
from app.storage.lock import FolderLock
from app.storage.paths import default_paths
from tests.support.clock import FixedClock
from tests.support.source import ROOT

SECRET = "what the patient wrote"


@pytest.mark.parametrize(
    "arguments", [["--no-such-thing"], ["dance"], ["check", "--yaml"], ["--data-dir"]]
)
def test_wrong_arguments_are_told_and_end_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Usage on the error stream; nothing is opened."""
    with pytest.raises(SystemExit) as ended:
        main.main(arguments)

    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: soft-landing")


@pytest.mark.parametrize(
    ("folder", "why"), [("", "No folder is named."), ("/", "That is a whole disk.")]
)
def test_no_folder_and_a_whole_disk_are_refused(
    capsys: pytest.CaptureFixture[str], folder: str, why: str
) -> None:
    """Neither can be meant, and every file there would be looked at."""
    with pytest.raises(SystemExit) as ended:
        main.main(["--data-dir", folder, "check"])

    assert ended.value.code == 2
    assert why in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """One line, exit code 0."""
    with pytest.raises(SystemExit) as ended:
        main.main(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Soft Landing {__version__}\n"


def test_check_without_a_folder_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It makes none, and ends with 2."""
    code = main.main(["--data-dir", str(tmp_path / "none"), "check"])

    assert code == COULD_NOT_RUN
    assert "There is no folder at" in capsys.readouterr().err
    assert main.main(["--data-dir", str(tmp_path / "none"), "check", "--json"]) == COULD_NOT_RUN
    assert json.loads(capsys.readouterr().out) == {"error": "missing"}
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("name", ["n" * 300, "~nobody-of-this-name/files"])
@pytest.mark.parametrize("command", [["check"], ["backup", "a.zip"]])
def test_a_folder_that_can_have_no_such_name_is_not_there(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    command: list[str],
) -> None:
    """Too long for the disk, or in the home of somebody unknown: a sentence and 2."""
    monkeypatch.chdir(tmp_path)

    code = main.main(["--data-dir", name, *command])

    assert code == COULD_NOT_RUN
    assert "There is no folder at" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_answer_that_cannot_be_printed_is_no_finding(tmp_path: Path) -> None:
    """A full disk under the output: a sentence on the other stream, and 2 where 1 would lie."""
    with Path("/dev/full").open("w") as full:
        done = _ran(tmp_path, stdout=full, stderr=subprocess.PIPE)

    assert done.returncode == COULD_NOT_RUN
    assert done.stderr == "That did not work. The disk is full.\n"


def test_a_reader_that_has_gone_is_told_nothing(tmp_path: Path) -> None:
    """``soft-landing check | head``: no word of it, and 2."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        done = _ran(tmp_path, stdout=pipe, stderr=subprocess.PIPE)

    assert (done.returncode, done.stderr) == (COULD_NOT_RUN, "")


def test_a_name_the_terminal_has_no_letters_for_is_printed_as_escapes(tmp_path: Path) -> None:
    """Windows writes into a pipe in an alphabet of one country; the check goes on to its end."""
    (tmp_path / "\u96e8.yaml").write_text("", encoding="utf-8")

    done = _ran(tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    assert (done.returncode, done.stderr) == (FOUND_SOMETHING, "")
    assert done.stdout.startswith("\\u96e8.yaml: ")
    assert "1 thing found." in done.stdout


def _ran(folder: Path, *, stdout: IO[str] | int, stderr: int) -> "subprocess.CompletedProcess[str]":
    """Run the check of *folder* in a program of its own, whose output knows only ASCII."""
    return subprocess.run(
        [sys.executable, "-m", "app", "--data-dir", str(folder), "check"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)},
        stdout=stdout,
        stderr=stderr,
        text=True,
        timeout=60,
        check=False,
    )


def test_check_of_a_folder_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything can be read: 0."""
    (tmp_path / "profile.yaml").write_text("schema: 1\nname: Anna\n", encoding="utf-8")

    assert main.main(["--data-dir", str(tmp_path), "check"]) == FINE
    assert "can be read." in capsys.readouterr().out


def test_check_tells_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For people in words, for machines as JSON; the file is left as it is."""
    damaged = tmp_path / "profile.yaml"
    damaged.write_text("schema: 1\n\tname: Anna\n", encoding="utf-8")

    assert main.main(["--data-dir", str(tmp_path), "check"]) == FOUND_SOMETHING
    said = capsys.readouterr().out
    assert "profile.yaml: Line 2:" in said
    assert "1 thing found. Nothing was changed." in said
    assert main.main(["--data-dir", str(tmp_path), "check", "--json"]) == FOUND_SOMETHING
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["path"], problem["line"]) == ("profile.yaml", 2)
    assert damaged.read_text(encoding="utf-8") == "schema: 1\n\tname: Anna\n"


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """Return a data folder with nothing in it."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


TWO_RECORDS = """\
schema: 1
items:
  - id: own23456
    created: '2026-11-30T09:30:00+01:00'
    changed: '2026-11-30T09:30:00+01:00'
    title: Warm socks
    stage: morning
  - id: own23457
\ttitle: Candy
"""


def test_check_repairs_what_is_certain(
    own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is kept, which lines are not, and where the file as it was is; then all is well."""
    damaged, hopeless = own_folder / "checklist.yaml", own_folder / "profile.yaml"
    damaged.write_text(TWO_RECORDS, encoding="utf-8")
    hopeless.write_text("\tname: Anna\n", encoding="utf-8")
    check = ["--data-dir", str(own_folder), "check"]

    assert main.main(check) == FOUND_SOMETHING
    said = capsys.readouterr().out
    assert "A repair keeps 1 entry and leaves out lines 8 to 9." in said
    assert main.main([*check, "--repair"]) == FOUND_SOMETHING
    said = capsys.readouterr().out
    original = default_paths(own_folder).originals / "checklist.yaml"
    assert "Kept: 1 entry. Left out: lines 8 to 9." in said
    assert str(original) in said
    assert "1 left as found." in said
    assert original.read_text(encoding="utf-8") == TWO_RECORDS
    assert "Warm socks" in damaged.read_text(encoding="utf-8")
    hopeless.unlink()
    assert main.main(check) == FINE


def test_check_for_machines_tells_all_of_it(
    own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What could be kept, what was, and why not."""
    damaged = own_folder / "checklist.yaml"
    damaged.write_text(TWO_RECORDS, encoding="utf-8")
    check = ["--data-dir", str(own_folder), "check", "--json"]

    main.main(check)
    (before,) = json.loads(capsys.readouterr().out)
    assert main.main([*check, "--repair"]) == FINE
    (after,) = json.loads(capsys.readouterr().out)

    text = "  - id: own23457\n\ttitle: Candy\n"
    left_out = [{"first": 8, "last": 9, "text": text}]
    assert before["salvage"] == {"kept": 1, "records": True, "left_out": left_out}
    assert (before["code"], before["line"], before["repaired"]) == ("tab", 9, False)
    assert before["what"].startswith("Line 9:")
    assert before["advice"]
    assert (after["repaired"], after["repair_error"]) == (True, None)
    assert after["original"] == str(default_paths(own_folder).originals / "checklist.yaml")


def test_check_says_when_a_repair_fails(
    own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is no place for the file as it was: it is left alone."""
    damaged = own_folder / "checklist.yaml"
    damaged.write_text(TWO_RECORDS, encoding="utf-8")
    originals = default_paths(own_folder).originals
    originals.parent.mkdir(parents=True)
    originals.write_text("no folder", encoding="utf-8")

    assert main.main(["--data-dir", str(own_folder), "check", "--repair"]) == FOUND_SOMETHING

    said = capsys.readouterr().out
    assert "It could not be repaired. A file stands where the folder should be." in said
    assert damaged.read_text(encoding="utf-8") == TWO_RECORDS


def test_check_repairs_nothing_while_the_program_has_the_folder(
    own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says so and ends with 2; looking is still allowed."""
    damaged = own_folder / "checklist.yaml"
    damaged.write_text(TWO_RECORDS, encoding="utf-8")
    lock = FolderLock(default_paths(own_folder).lock)
    lock.take()

    repairing = main.main(["--data-dir", str(own_folder), "check", "--repair"])
    said = capsys.readouterr().err
    looking = main.main(["--data-dir", str(own_folder), "check"])
    lock.release()

    assert (repairing, looking) == (COULD_NOT_RUN, FOUND_SOMETHING)
    assert said == "Nothing can be repaired now. Another program has the folder open.\n"
    assert damaged.read_text(encoding="utf-8") == TWO_RECORDS


def test_the_program_runs_until_its_window_is_closed(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opened by the command line on a folder of one's own, in English, and closed again."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def close() -> None:
        (window,) = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        window.close()

    QTimer.singleShot(200, bootstrap.application(), close)

    assert main.main(["--data-dir", str(tmp_path / "data"), "--lang", "en"]) == FINE
    assert (tmp_path / "data" / "README.txt").exists()
    assert bootstrap.application() is QApplication.instance()


def fail(log: crash.CrashLog) -> None:
    """Let an error that nobody expected reach *log*."""

    def go_wrong() -> NoReturn:
        raise ValueError(SECRET)

    try:
        go_wrong()
    except ValueError as error:
        log._take(type(error), error, error.__traceback__)


def test_an_unexpected_error_is_written_down_without_a_word_of_the_patients(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Kind and place, never the message; whoever listens hears of it."""
    log = crash.CrashLog(tmp_path, FixedClock())
    heard: list[bool] = []
    fail(log)
    log.tell(lambda: heard.append(True))

    fail(log)

    text = (tmp_path / crash.LOG_NAME).read_text(encoding="utf-8")
    assert text.count("ValueError") == 2
    assert "in go_wrong" in text
    assert SECRET not in text + capsys.readouterr().err
    assert heard == [True]


def test_the_list_of_errors_never_grows_without_end(tmp_path: Path) -> None:
    """A large one begins anew."""
    path = tmp_path / crash.LOG_NAME
    path.write_text("x" * 300_000, encoding="utf-8")

    fail(crash.CrashLog(tmp_path, FixedClock()))

    assert path.stat().st_size < 1000


def test_an_error_that_cannot_be_written_down_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No folder to write to, and no error stream either, as in a window without a console."""
    log = crash.CrashLog(tmp_path / "none", FixedClock())
    fail(log)
    assert "cannot be written" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stderr", None)

    fail(log)


def test_interrupting_from_the_keyboard_is_no_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C in the terminal ends the program as always."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.CrashLog(tmp_path, FixedClock()).install()

    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert not (tmp_path / crash.LOG_NAME).exists()


def test_a_folder_of_ones_own_has_a_state_of_its_own(tmp_path: Path) -> None:
    """Two folders never share a running session or a lock."""
    first, second = default_paths(tmp_path / "a"), default_paths(tmp_path / "b")

    assert first.state != second.state
    assert first.lock != second.lock


def test_python_m_app_is_the_same_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And importing it starts nothing."""
    monkeypatch.setattr("sys.argv", ["soft-landing", "--version"])

    with pytest.raises(SystemExit) as ended:
        runpy.run_module("app", run_name="__main__")
    runpy.run_module("app", run_name="imported")

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("Soft Landing ")
