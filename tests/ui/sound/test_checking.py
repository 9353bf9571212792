"""Music is checked before the day, one file after the other, and errors are codes."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.ui.sound import checking, first_look
from app.ui.sound.checking import MusicCheck
from app.ui.sound.kinds import FileProblem
from app.ui.sound.wire import Checked
from tests.support.source import ROOT

RAIN = ROOT / "resources" / "sounds" / "rain.ogg"
FORMATS = ("mp3", "m4a", "flac", "ogg", "opus", "wav", "aiff", "wma")
ENCRYPTED_ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c") + bytes(40)
GUID = bytes.fromhex("fbb3112223bdd211b4b700a0c955fc6e")


class Ear:
    """Notes what a check tells."""

    def __init__(self, check: MusicCheck) -> None:
        self.found: list[Checked] = []
        self.ends = 0
        self.check = check
        check.checked.connect(self.take)
        check.finished.connect(self.end)

    def take(self, found: Checked) -> None:
        """Note one file."""
        self.found.append(found)

    def end(self) -> None:
        """Note an end."""
        self.ends += 1

    @property
    def problems(self) -> list[FileProblem | None]:
        """What was wrong, in order."""
        return [found.problem for found in self.found]


@pytest.fixture
def ear(qtbot: QtBot) -> Iterator[Ear]:
    """Somebody who listens to a check."""
    check = MusicCheck()
    yield Ear(check)
    check.stop()


def box(name: bytes, content: bytes) -> bytes:
    """Return a box of an MP4 file."""
    return (len(content) + 8).to_bytes(4, "big") + name + content


def wide_box(name: bytes, content: bytes) -> bytes:
    """Return a box whose length is written in eight bytes."""
    return b"\0\0\0\1" + name + (len(content) + 16).to_bytes(8, "big") + content


def test_what_is_no_music_is_told_by_a_code(ear: Ear, qtbot: QtBot, tmp_path: Path) -> None:
    """Each in its turn, the good one among them, and then it is finished."""
    (tmp_path / "folder.mp3").mkdir()
    (tmp_path / "empty.mp3").touch()
    (tmp_path / "text.mp3").write_text("Words, and a letter cut in two: " + "é" * 70_000)
    (tmp_path / "noise.mp3").write_bytes(bytes(range(256)) * 40)
    os.mkfifo(tmp_path / "pipe.mp3")
    picture = ROOT / "resources" / "sounds" / "LICENSE.txt"
    names = ("gone", "folder", "empty", "text", "noise", "pipe")
    files = [*(tmp_path / f"{name}.mp3" for name in names), picture, RAIN, Path("a\0b")]

    ear.check.check(files)
    assert ear.check.is_busy
    qtbot.waitUntil(lambda: ear.ends == 1, timeout=20_000)

    assert [found.file for found in ear.found] == [str(file) for file in files]
    assert ear.problems == [
        FileProblem.MISSING,
        FileProblem.FOLDER,
        FileProblem.EMPTY,
        FileProblem.NOT_AUDIO,
        FileProblem.UNKNOWN_FORMAT,
        FileProblem.NOT_AUDIO,
        FileProblem.NOT_AUDIO,
        None,
        FileProblem.MISSING,
    ]
    assert ear.found[7].title == "Rain"
    assert ear.found[7].seconds == pytest.approx(32.77, abs=0.01)
    assert not ear.check.is_busy


def test_every_format_has_a_title_and_a_length(ear: Ear, qtbot: QtBot, tmp_path: Path) -> None:
    """Whatever Qt's list of formats says; a film without sound is none."""
    if not shutil.which("ffmpeg"):
        pytest.skip("ffmpeg is not installed")
    source = ["-f", "lavfi", "-i", "sine=d=2", "-metadata", "title=Über allem"]
    quiet = ["ffmpeg", "-nostdin", "-loglevel", "error"]
    files = [tmp_path / f"own.{ending}" for ending in FORMATS]
    for file in files:
        more = ["-write_id3v2", "1"] if file.suffix == ".aiff" else []
        subprocess.run([*quiet, *source, *more, file], check=True)
    film = tmp_path / "film.mp4"
    subprocess.run([*quiet, "-f", "lavfi", "-i", "testsrc=d=1:s=64x64:r=5", film], check=True)

    ear.check.check([*files, film])
    qtbot.waitUntil(lambda: ear.ends == 1, timeout=20_000)

    assert ear.problems == [*[None] * len(files), FileProblem.NOT_AUDIO]
    lengths = [found.seconds for found in ear.found[:-1]]
    assert lengths == pytest.approx([2.0] * len(files), abs=0.15)
    titled = [found for found in ear.found[:-1] if not found.file.endswith(".wav")]
    assert {found.title for found in titled} == {"Über allem"}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(ENCRYPTED_ASF + GUID, id="wma"),
        pytest.param(b"\0\0\0\x0caavd" + bytes(9), id="audible"),
        pytest.param(b"\0\1\2\3\x57\x90\x75\x36" + bytes(9), id="old audible"),
        pytest.param(
            box(b"ftyp", b"M4A ") + box(b"moov", b"...." + box(b"drms", bytes(4))), id="fairplay"
        ),
        pytest.param(
            box(b"ftyp", b"M4A ")
            + wide_box(b"mdat", bytes(200_000))
            + box(b"moov", box(b"enca", bytes(4))),
            id="described behind the sound",
        ),
    ],
)
def test_what_is_locked_to_a_shop_is_told(content: bytes, tmp_path: Path) -> None:
    """Four kinds of protection, by what their files begin with or are described as."""
    file = tmp_path / "bought.m4a"
    file.write_bytes(content)

    assert first_look.first_look(file) is FileProblem.PROTECTED


@pytest.mark.parametrize(
    "rest", [b"", b"\0\0\0\0mdat", b"\0\0\0\x02mdat" + bytes(99), box(b"moov", b"mp4a")]
)
def test_a_broken_or_open_file_is_not_called_locked(rest: bytes, tmp_path: Path) -> None:
    """Boxes of no length and files cut off end the search."""
    file = tmp_path / "own.m4a"
    file.write_bytes(box(b"ftyp", b"M4A ") + rest)

    assert first_look.first_look(file) is None


def test_words_in_another_encoding_are_left_to_the_player(tmp_path: Path) -> None:
    """What is no UTF-8 may be anything."""
    file = tmp_path / "text.mp3"
    file.write_bytes("é".encode("latin-1") * 40)

    assert first_look.first_look(file) is None


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions and broken disks are one answer; root may read everything, so it is played."""

    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)

    assert first_look.first_look(RAIN) is FileProblem.UNREADABLE


def test_a_file_that_does_not_open_in_time_is_passed_over(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is too slow, the next is checked, and what comes too late is not heard."""
    late: list[object] = []
    monkeypatch.setattr(checking, "run_in_background", lambda _work, **how: late.append(how))
    check = MusicCheck(limit_ms=50)
    ear = Ear(check)

    check.check([RAIN, RAIN])
    qtbot.waitUntil(lambda: ear.ends == 1)
    first = late[0]
    assert isinstance(first, dict)
    first["done"](None)

    assert ear.problems == [FileProblem.TOO_SLOW] * 2


def test_a_look_that_fails_is_an_answer(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it raises, the file cannot be read."""

    def fail(_file: Path) -> None:
        raise RuntimeError

    monkeypatch.setattr(checking, "first_look", fail)
    check = MusicCheck()
    ear = Ear(check)

    check.check([RAIN])
    qtbot.waitUntil(lambda: ear.ends == 1)

    assert ear.problems == [FileProblem.UNREADABLE]


def test_without_the_library_files_are_looked_at_only(
    ear: Ear, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is there is said to be not checked, what is missing is missing all the same."""
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)

    ear.check.check([RAIN, tmp_path / "gone.mp3"])
    qtbot.waitUntil(lambda: ear.ends == 1)

    assert ear.problems == [FileProblem.NOT_CHECKED, FileProblem.MISSING]


def test_a_check_can_be_stopped_and_gone_on_with(ear: Ear, qtbot: QtBot) -> None:
    """Stopped from within, it tells nothing more; asked meanwhile, it checks after the rest."""
    ear.check.checked.connect(ear.check.stop)
    ear.check.check([RAIN, RAIN])
    qtbot.waitUntil(lambda: len(ear.found) == 1)
    assert not ear.check.is_busy
    ear.check.checked.disconnect(ear.check.stop)

    ear.check.check([RAIN])
    ear.check.check([RAIN])
    qtbot.waitUntil(lambda: ear.ends == 1)

    assert len(ear.found) == 3


class Pulse(QTimer):
    """A window that would notice if it were held up: the longest time between two beats."""

    def __init__(self) -> None:
        super().__init__(interval=10)
        self.longest = 0.0
        self._last = time.monotonic()
        self.timeout.connect(self.beat)
        self.start()

    def beat(self) -> None:
        """Note how long it took."""
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def test_the_window_lives_on_meanwhile(ear: Ear, qtbot: QtBot) -> None:
    """It is never held up for long while sixty files are checked."""
    window = Pulse()

    ear.check.check([RAIN] * 60)
    qtbot.waitUntil(lambda: ear.ends == 1, timeout=30_000)
    window.stop()

    assert len(ear.found) == 60
    assert window.longest < 0.3
