"""The self-test lives the whole day, and notices when the program does not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.shell.self_test import hand
from app.shell.self_test.run import self_test
from app.storage.writer import Writer
from app.ui.calm.model import CalmModel
from app.ui.prepare.model import PrepareModel
from tests.support.screen import private_screen


def nothing(*_: object, **_named: object) -> None:
    """Do what a disconnected part does."""


def test_the_self_test_lives_the_day_and_reports_the_files(tmp_path: Path) -> None:
    """As a program of its own: exit code 0, and the YAML texts in the report."""
    report_path = tmp_path / "report.json"

    ended = subprocess.run(
        [sys.executable, "-m", "app", "self-test", "--out", str(report_path)],
        check=False,
        capture_output=True,
        text=True,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    report = json.loads(report_path.read_text(encoding="utf-8"))
    assert report["result"] == "passed"
    assert len(report["steps"]) == 9
    kept = "\n".join(report["files"].values())
    for words in ("item: eye_mask", "who: Sam Rivera", "end: finished", "The room felt bigger."):
        assert words in kept


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    "fault",
    [
        (Writer, "submit", "skip the first screen"),
        (PrepareModel, "tick", "tick the eye mask"),
        (CalmModel, "start", "run a calm session"),
    ],
    ids=["save", "tick", "start"],
)
def test_a_disconnected_part_fails_the_self_test(
    fault: tuple[type, str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Save, tick and start: without any of them the exit code is 1, and the step is named."""
    part, name, step = fault
    monkeypatch.setattr(part, name, nothing)
    monkeypatch.setattr(hand, "PATIENCE_MS", 3000)
    report_path = tmp_path / "report.json"

    code = self_test(report_path)

    assert code == 1
    assert json.loads(report_path.read_text(encoding="utf-8"))["fault"].startswith(step)


def test_on_request_the_day_is_lived_on_a_real_screen(tmp_path: Path) -> None:
    """A package that is tried is tried with the window that patients see."""
    report_path = tmp_path / "report.json"

    with private_screen(manager=False) as screen:
        ended = subprocess.run(
            [sys.executable, "-m", "app", "self-test", "--show", "--out", str(report_path)],
            env=screen,
            check=False,
            capture_output=True,
            text=True,
        )

    report = json.loads(report_path.read_text(encoding="utf-8"))
    assert (ended.returncode, report["platform"], report["fault"]) == (0, "xcb", "")


@pytest.mark.usefixtures("qtbot")
def test_a_day_that_is_shown_chooses_no_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window opens wherever windows of this computer do."""
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)

    code = self_test(None, is_shown=True)

    assert code == 0
    assert "QT_QPA_PLATFORM" not in os.environ


@pytest.mark.usefixtures("qtbot")
def test_without_a_file_the_report_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """For anyone without a screen."""
    code = self_test(None)

    assert code == 0
    assert json.loads(capsys.readouterr().out)["result"] == "passed"


@pytest.mark.usefixtures("qtbot")
def test_without_a_terminal_the_day_is_lived_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On Windows a program with a window has nowhere to print."""
    monkeypatch.setattr(sys, "stdout", None)

    assert self_test(None) == 0
