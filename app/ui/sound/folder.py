"""The music in a folder, in the order a person would put it. No Qt in here."""

import os
import re
from pathlib import Path
from typing import Final, NamedTuple

from app.ui.sound.kinds import FileProblem

MOST_FILES: Final = 500
"""More than a day of music; a playlist longer than that helps nobody."""
_MOST_LOOKS: Final = 20_000
"""How many names are looked at, whatever they are."""
# fmt: off
_ENDINGS: Final = frozenset((
    "aac", "aif", "aifc", "aiff", "alac", "amr", "ape", "au", "caf", "flac", "m4a", "m4b", "m4p",
    "mka", "mp2", "mp3", "mp4", "mpc", "oga", "ogg", "opus", "wav", "weba", "webm", "wma", "wv",
))
# fmt: on
"""Only for the listing of a folder; what was chosen by hand is tried, whatever its name."""
_DIGITS: Final = re.compile(r"(\d+)")


class Listing(NamedTuple):
    """What is in a folder."""

    files: tuple[Path, ...]
    is_cut_short: bool = False
    """Whether there is more than is listed."""
    problem: FileProblem | None = None
    """Why the folder cannot be read."""


def natural(name: str) -> tuple[tuple[int, str], ...]:
    """Return what to sort *name* by, so that "Track 9" comes before "track 10"."""
    parts = _DIGITS.split(name.casefold())
    # Digits of other scripts count too; a number of a thousand digits is only a name.
    return tuple(
        (int(part), "") if part.isdecimal() and len(part) < 20 else (-1, part) for part in parts
    )


def list_music(folder: Path, most: int = MOST_FILES) -> Listing:
    """Return the music in *folder*, then that in its sub-folders, by natural order of names.

    An album of several discs is a folder of folders, so one level of them is followed; links to
    folders and hidden names are not. It raises nothing, but may take long on a slow drive: run
    it by ``run_in_background``.
    """
    try:
        names, folders, looks = _look_into(folder, _MOST_LOOKS)
    except FileNotFoundError:
        return Listing((), problem=FileProblem.MISSING)
    except (OSError, ValueError):  # not allowed, not a folder, or no name for one
        return Listing((), problem=FileProblem.UNREADABLE)
    for inner in folders:
        if len(names) > most or looks >= _MOST_LOOKS:
            break
        try:
            more, _, looked = _look_into(inner, _MOST_LOOKS - looks)
        except OSError:  # one that is locked does not hide the others
            continue
        looks += looked
        names += more
    return Listing(tuple(names[:most]), len(names) > most or looks >= _MOST_LOOKS)


def _look_into(folder: Path, most: int) -> tuple[list[Path], list[Path], int]:
    """Return the music and the folders in *folder*, and how many names were looked at."""
    files: list[str] = []
    folders: list[str] = []
    looks = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            looks += 1
            if looks > most:
                break
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.name)
            elif _is_music(entry.name) and entry.is_file():
                files.append(entry.name)
    return _in_order(folder, files), _in_order(folder, folders), looks


def _is_music(name: str) -> bool:
    stem, _, ending = name.rpartition(".")
    return bool(stem) and ending.casefold() in _ENDINGS


def _in_order(folder: Path, names: list[str]) -> list[Path]:
    return [folder / name for name in sorted(names, key=natural)]
