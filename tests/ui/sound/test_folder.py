"""The music in a folder is listed as a person would put it, and never without end."""

import os
import time
from pathlib import Path

from app.ui.sound.folder import MOST_FILES, list_music, natural
from app.ui.sound.kinds import FileProblem


def names(folder: Path) -> list[str]:
    """Return what is listed, below *folder*."""
    return [file.relative_to(folder).as_posix() for file in list_music(folder).files]


def test_numbers_count_as_numbers(tmp_path: Path) -> None:
    """9 comes before 10, large letters are as good as small ones, other files are left out."""
    for name in ("Track 10.mp3", "track 9.MP3", "Track 1.ogg", "cover.jpg", "mp3", ".hidden.mp3"):
        (tmp_path / name).touch()

    assert names(tmp_path) == ["Track 1.ogg", "track 9.MP3", "Track 10.mp3"]


def test_the_discs_of_an_album_follow_each_other(tmp_path: Path) -> None:
    """One level of folders is followed, after the files beside them; no deeper, and no links."""
    for name in ("CD 10/1.mp3", "CD 2/1.mp3", "CD 2/deeper/1.mp3", "0.mp3"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "round and round").symlink_to(tmp_path)

    assert names(tmp_path) == ["0.mp3", "CD 2/1.mp3", "CD 10/1.mp3"]


def test_five_thousand_files_are_too_many_but_no_trouble(tmp_path: Path) -> None:
    """The first five hundred by name are listed, in less than a second."""
    for number in range(5_000):
        (tmp_path / f"{number}.mp3").touch()
    began = time.monotonic()

    listing = list_music(tmp_path)

    assert time.monotonic() - began < 1
    assert listing.is_cut_short
    assert [file.stem for file in listing.files] == [str(n) for n in range(MOST_FILES)]


def test_what_lies_behind_the_limit_is_said_to_be_there(tmp_path: Path) -> None:
    """Sub-folders are not even opened when there is enough."""
    for name in ("1.mp3", "2.mp3", "3.mp3", "more/4.mp3"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    assert list_music(tmp_path, most=2) == (
        (tmp_path / "1.mp3", tmp_path / "2.mp3"),
        True,
        None,
    )


def test_hostile_names_are_only_names(tmp_path: Path) -> None:
    """Line ends, quotes, other scripts' digits, broken bytes and endless numbers."""
    hostile = [
        "a\nb.mp3",
        "'; rm -rf ~; '.mp3",
        "%s%n{0}.mp3",
        "٣.mp3",
        "²³.mp3",
        f"{'9' * 200}.mp3",
        "\u202e3pm.mp3",
        os.fsdecode(b"\xff\xfe.mp3"),
    ]
    for name in hostile:
        (tmp_path / name).touch()

    assert sorted(names(tmp_path)) == sorted(hostile)
    assert natural("٣") < natural("10")


def test_a_folder_that_is_not_there_is_a_code(tmp_path: Path) -> None:
    """Missing, not a folder, and a name that no file can have."""
    (tmp_path / "file").touch()

    assert list_music(tmp_path / "gone").problem is FileProblem.MISSING
    assert list_music(tmp_path / "file").problem is FileProblem.UNREADABLE
    assert list_music(Path("a\0b")).problem is FileProblem.UNREADABLE
