"""The command line, the check of the files, and what becomes of an unexpected error."""

import json
import runpy
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import __version__
from app.shell import bootstrap, crash, main
from app.shell.commands import COULD_NOT_RUN, FINE, FOUND_SOMETHING
from app.storage.paths import default_paths
from tests.support.clock import FixedClock

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
    assert "There is no folder at" in capsys.readouterr().out
    assert not (tmp_path / "none").exists()


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
