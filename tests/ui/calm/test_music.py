"""My music: chosen, checked, put in order; whatever the files are, nothing stops."""

import shutil
import subprocess
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.calm_choices import Track
from app.ui.calm import music_model
from app.ui.calm.music_model import MusicModel
from app.ui.calm.words import file_words, music_sum, track_words
from app.ui.sound.kinds import FileProblem
from app.ui.sound.player import SILENT
from tests.support.seat import Seat

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """Give a folder with three pieces of music, one of which has a title."""
    if not shutil.which("ffmpeg"):
        pytest.skip("ffmpeg is not installed")
    folder = tmp_path / "music"
    folder.mkdir()
    make = ["ffmpeg", "-nostdin", "-loglevel", "error", "-f", "lavfi"]
    for name, seconds, title in (("1 Dawn.mp3", 3, "Dawn"), ("2.ogg", 2, ""), ("10.flac", 1, "")):
        tags = ["-metadata", f"title={title}"] if title else []
        source = ["-i", f"sine=frequency=220:duration={seconds}"]
        subprocess.run([*make, *source, *tags, str(folder / name)], check=True)
    return folder


@pytest.fixture
def audible(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the player be a process, as it is for patients."""
    monkeypatch.delenv(SILENT)


def is_said(seat: Seat, words: str) -> bool:
    """Tell whether these words are shown."""
    return words in seat.page_words


def model_of(seat: Seat) -> MusicModel:
    """Return what the page shows."""
    (model,) = seat.desktop.places.calm.findChildren(MusicModel)
    return model


def names(seat: Seat) -> list[str]:
    """Return the names of the files on the list, as they are kept."""
    playlist = seat.desktop.program.own_calm.choices.playlist
    return [Path(track.path).name for track in playlist]


def choose(monkeypatch: pytest.MonkeyPatch, *files: Path, folder: Path | None = None) -> None:
    """Answer the system's dialogs."""
    answer = ([str(one) for one in files], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: answer)
    place = "" if folder is None else str(folder)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: place)


@pytest.fixture
def page(seat: Seat) -> Seat:
    """Give a seat before the page, reached from Calm."""
    seat.go("calm")
    seat.click("calm:sound")
    seat.click("calm:sound:choose_music")
    assert seat.here == "music"
    return seat


def test_files_are_checked_as_they_are_added(
    page: Seat, music: Path, audible: None, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Their titles and lengths are shown, and how long all of it is; kept in the file."""
    assert "Nothing is on the list yet." in page.page_words
    choose(monkeypatch, music / "1 Dawn.mp3", music / "2.ogg")

    page.click("music:add")
    qtbot.waitUntil(lambda: not model_of(page).is_busy, timeout=15_000)

    words = page.page_words
    assert "Dawn" in words
    assert "0:03" in words
    assert "0:02" in words
    assert "2 pieces" in words
    page.write_out()
    assert "1 Dawn.mp3" in (page.paths.data / "calm.yaml").read_text("utf-8")


def test_what_is_no_music_is_said_with_what_to_do(
    page: Seat, music: Path, audible: None, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A text called .mp3, an empty file, one that is gone: each has its sentence."""
    (music / "words.mp3").write_text("These are words.\n" * 50)
    (music / "empty.mp3").write_bytes(b"")
    gone = music / "gone.mp3"
    choose(monkeypatch, music / "words.mp3", music / "empty.mp3", gone, music / "2.ogg")

    page.click("music:add")
    qtbot.waitUntil(lambda: not model_of(page).is_busy, timeout=15_000)

    words = page.page_words
    for problem in (FileProblem.NOT_AUDIO, FileProblem.EMPTY, FileProblem.MISSING):
        assert file_words(problem) in words
    assert "0:02" in words
    shutil.copy(music / "2.ogg", gone)
    page.click("music:again")
    qtbot.waitUntil(lambda: not model_of(page).is_busy, timeout=15_000)
    assert file_words(FileProblem.MISSING) not in page.page_words


def test_a_folder_is_added_in_the_order_of_a_person(
    page: Seat, music: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Two before ten; the same again is on the list already."""
    (music / "cover.jpg").write_bytes(b"no music")
    choose(monkeypatch, folder=music)
    page.click("music:add_folder")
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    assert names(page) == ["1 Dawn.mp3", "2.ogg", "10.flac"]

    page.click("music:add_folder")
    qtbot.waitUntil(lambda: "That is on the list already." in page.page_words)

    assert len(names(page)) == 3


def test_a_folder_with_nothing_or_too_much_says_so(
    page: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Five thousand files never hold up the window; a folder that is gone is no trouble."""
    empty, full = tmp_path / "empty", tmp_path / "full"
    empty.mkdir()
    full.mkdir()
    for number in range(5_000):
        (full / f"{number}.mp3").touch()
    for folder, said in (
        (empty, "There is no music in that folder."),
        (tmp_path / "nowhere", "That folder cannot be read. Nothing was added."),
        (full, "There is more in that folder than can be listed. The first are here."),
    ):
        choose(monkeypatch, folder=folder)
        page.click("music:add_folder")
        qtbot.waitUntil(partial(is_said, page, said), timeout=20_000)

    assert len(names(page)) == music_model.MOST_TRACKS
    choose(monkeypatch, tmp_path / "one.mp3")
    page.click("music:add")
    assert "The list is full. The rest was left out." in page.page_words


def test_calling_a_dialog_off_changes_nothing(page: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither list nor words."""
    choose(monkeypatch)

    page.click("music:add")
    page.click("music:add_folder")

    assert names(page) == []


def test_pieces_are_moved_and_removed_and_brought_back(
    page: Seat, music: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By keys with names of their own; each has its way back."""
    choose(monkeypatch, music / "1 Dawn.mp3", music / "2.ogg", music / "10.flac")
    page.click("music:add")

    page.click("track:0:down")
    assert names(page) == ["2.ogg", "1 Dawn.mp3", "10.flac"]
    page.click("track:2:up")
    assert names(page) == ["2.ogg", "10.flac", "1 Dawn.mp3"]
    page.click("track:0:remove")
    assert names(page) == ["10.flac", "1 Dawn.mp3"]
    for before in (3, 3, 3, 0):
        page.click("undo")
        assert len(names(page)) == before


def test_taking_a_change_back_takes_no_piece_of_others_with_it(
    page: Seat, music: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another computer added meanwhile has a way back of its own."""
    choose(monkeypatch, music / "2.ogg")
    page.click("music:add")
    own = page.desktop.program.own_calm
    other = Track(path="/music/theirs.mp3")
    own.keep(replace(own.choices, playlist=(*own.choices.playlist, other)))

    page.click("undo")
    assert names(page) == []
    page.click("undo")

    assert names(page) == ["2.ogg", "theirs.mp3"]


def test_a_piece_that_others_took_off_is_moved_no_more(page: Seat) -> None:
    """The page shows it still; nothing happens."""
    own = page.desktop.program.own_calm
    own.keep(replace(own.choices, playlist=(Track(path="/a.mp3"), Track(path="/b.mp3"))))
    gone = own.choices.playlist[0]
    own.keep(replace(own.choices, playlist=own.choices.playlist[1:]))

    model_of(page).move(gone, 1)
    model_of(page).remove(gone)

    assert names(page) == ["b.mp3"]


def test_a_name_that_cannot_be_written_is_left_out_and_said(
    page: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file from a very old disk; the others are added."""
    choose(monkeypatch, Path("/music/caf\udce9.mp3"), Path("/music/fine.mp3"))

    page.click("music:add")

    assert names(page) == ["fine.mp3"]
    assert "names that cannot be written down" in page.page_words


def test_music_can_be_kept_and_not_played(
    page: Seat, music: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A switch on both pages before a session; the list stays."""
    choose(monkeypatch, music / "2.ogg")
    page.click("music:add")
    page.click("music:back")
    assert page.is_checked("calm:sound:music")

    page.click("calm:sound:music")

    assert not page.desktop.program.own_calm.choices.sound.music
    page.go("eyes_closed_start")
    page.click("eyes_closed:sound")
    assert not page.is_checked("eyes_closed:sound:music")
    page.click("eyes_closed:sound:choose_music")
    assert page.here == "music"
    assert names(page) == ["2.ogg"]


def test_the_item_of_the_checklist_leads_here(seat: Seat) -> None:
    """Where the day is prepared, the music is too."""
    seat.plan()
    seat.go("prepare")
    seat.click("details:music")

    seat.click("music_files:music")

    assert seat.here == "music"


def test_a_piece_that_fails_in_a_session_is_named(seat: Seat) -> None:
    """By its title or its file; the session goes on, and the next one forgets it."""
    own = seat.desktop.program.own_calm
    own.keep(replace(own.choices, playlist=(Track(path="C:\\Music\\Sea.mp3"),)))
    seat.go("calm")
    seat.click("calm:start")

    seat.desktop.places.calm.player.track_failed.emit("C:\\Music\\Sea.mp3")
    seat.settle()
    assert "“Sea” could not be played and was left out." in seat.page_words
    assert seat.desktop.program.calm.running is not None
    seat.click("calm:end")
    seat.go("calm")
    seat.click("calm:start")

    assert "could not be played" not in seat.page_words


@pytest.mark.parametrize("problem", FileProblem)
def test_each_problem_has_its_words(problem: FileProblem) -> None:
    """And no two are alike."""
    assert track_words(problem, None, is_waiting=False) == file_words(problem)
    assert [file_words(one) for one in FileProblem].count(file_words(problem)) == 1


def test_how_much_music_there_is() -> None:
    """As far as it is known."""
    assert music_sum(2, 0, is_busy=True) == "2 pieces, being checked …"
    assert music_sum(1) == "1 piece"
    assert music_sum(5, 3120, 75) == (
        "5 pieces, 52 minutes."
        " A session on the day of an infusion takes 75 minutes, so it begins again."
    )
    assert music_sum(5, 4500, 75).endswith("takes 75 minutes: there is enough.")
    assert track_words(None, None, is_waiting=False) == ""
    assert track_words(None, 65, is_waiting=True) == "Being checked …"
