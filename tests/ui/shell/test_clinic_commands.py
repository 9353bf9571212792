"""What clinics call from a terminal, and the pack that is named at the start."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.shell import bootstrap, main
from app.shell.commands import COULD_NOT_RUN, FINE, FOUND_SOMETHING
from app.shell.window import Window
from app.ui.route import Route
from tests.support import packs

EXPIRED = {"date": "2025-01-01", "expires": "2025-12-31"}


def test_a_pack_in_order_ends_with_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line that says whose it is, and until when."""
    path = packs.write(tmp_path, expires="2999-01-01")

    assert main.main(["clinic", "check", str(path)]) == FINE
    assert (
        capsys.readouterr().out
        == "Everything is right: Riverside Clinic, version 3, until 2999-01-01.\n"
    )


def test_what_is_wrong_is_listed_with_its_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """For people in sentences, for machines as JSON; both end with 1."""
    path = packs.write(tmp_path, version=0, phones={"day": 5})

    assert main.main(["clinic", "check", str(path)]) == FOUND_SOMETHING
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (f"{path}: Line 4, version: It should be a whole number from 1 to 1000000.")
    assert said[1].startswith(f"{path}: Line 8, phones.day: Put it in quotes.")
    assert said[2:] == ["2 things to put right."]

    assert main.main(["clinic", "check", str(path), "--json"]) == FOUND_SOMETHING
    told = json.loads(capsys.readouterr().out)
    assert told["found"][0] == {
        "line": 4,
        "field": "version",
        "what": "It should be a whole number from 1 to 1000000.",
    }
    assert told["name"] is None


def test_a_note_changes_no_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An old pack is in order all the same."""
    path = packs.write(tmp_path, **EXPIRED)

    assert main.main(["clinic", "check", str(path)]) == FINE
    assert "It expired on 2025-12-31." in capsys.readouterr().out
    assert main.main(["clinic", "check", str(path), "--json"]) == FINE
    told = json.loads(capsys.readouterr().out)
    assert (told["name"], told["version"], told["expires"]) == (
        "Riverside Clinic",
        3,
        "2025-12-31",
    )
    assert told["notes"]


def test_a_pack_that_cannot_be_read_ends_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the other stream; a name that could move the cursor does not."""
    none = str(tmp_path / "no\x1b[2J.yaml")

    assert main.main(["clinic", "check", none]) == COULD_NOT_RUN
    said = capsys.readouterr().err
    assert said.startswith("There is no file at ")
    assert "\x1b" not in said
    assert main.main(["clinic", "check", str(tmp_path)]) == COULD_NOT_RUN
    assert "What stands there is no file" in capsys.readouterr().err
    assert main.main(["clinic", "check", none, "--json"]) == COULD_NOT_RUN
    assert json.loads(capsys.readouterr().out) == {"error": "missing"}


@pytest.mark.parametrize("arguments", [["clinic"], ["clinic", "check"], ["--clinic", " "]])
def test_without_a_pack_the_usage_is_told(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """As everywhere."""
    with pytest.raises(SystemExit) as ended:
        main.main(arguments)

    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: soft-landing")


def test_the_window_opens_with_the_pack_that_was_named(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a name that counts from where the terminal is."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    packs.write(tmp_path, phones={"day": "555-0100"})
    monkeypatch.chdir(tmp_path)
    seen: list[str] = []

    def look_and_close() -> None:
        (window,) = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        assert isinstance(window, Window)
        window.navigation.go(Route("help"))
        seen.extend(label.text() for label in window.findChildren(QLabel))
        window.close()

    QTimer.singleShot(200, bootstrap.application(), look_and_close)

    arguments = ["--data-dir", str(tmp_path / "data"), "--lang", "en", "--clinic", "clinic.yaml"]
    assert main.main(arguments) == FINE
    assert any("Riverside Clinic" in text for text in seen)
    assert not (tmp_path / "data" / "clinic.yaml").exists()


def test_a_kit_is_made_and_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0 when all of it is there, 1 when an installer was missing; machines are told the same."""
    pack = str(packs.write(tmp_path / "clinic"))
    installers, out = tmp_path / "installers", tmp_path / "out"
    installers.mkdir()
    (installers / "setup.exe").write_bytes(b"MZ")
    kit = ["clinic", "kit", pack, "--installers", str(installers), "--out", str(out)]

    assert main.main(kit) == FOUND_SOMETHING
    said = capsys.readouterr().out
    assert str(out / "soft-landing-riverside-clinic-windows.zip") in said
    assert "There is no AppImage in " in said

    (installers / "a.AppImage").write_bytes(b"\x7fELF")
    assert main.main([*kit, "--json"]) == FINE
    told = json.loads(capsys.readouterr().out)
    assert (told["missing"], told["notes"]) == ([], [])
    assert all(Path(one).is_file() for one in told["made"])


def test_no_kit_is_made_of_a_pack_with_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not even of one that the program would use: it goes out to many people."""
    pack = str(packs.write(tmp_path / "clinic", logoo="x"))
    kit = ["clinic", "kit", pack, "--installers", str(tmp_path), "--out", str(tmp_path / "out")]

    assert main.main(kit) == COULD_NOT_RUN
    said = capsys.readouterr().err
    assert "Did you mean logo?" in said
    assert said.endswith("No kit was made.\n")
    assert not (tmp_path / "out").exists()


def test_a_kit_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the place that is to blame."""
    pack = str(packs.write(tmp_path / "clinic"))
    none = str(tmp_path / "none")

    code = main.main(["clinic", "kit", pack, "--installers", none, "--out", str(tmp_path / "out")])

    assert code == COULD_NOT_RUN
    assert capsys.readouterr().err.startswith(f"{none}: The kit was not finished. That place is")
