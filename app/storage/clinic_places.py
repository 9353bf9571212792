"""Where packs of a clinic are looked for. Nothing of them is read here, nor loaded for that."""

import os
import sys
from enum import Enum
from pathlib import Path
from typing import Final

from app.storage.paths import APPLICATION, Paths

KIND: Final = "clinic"
FILE_NAME: Final = f"{KIND}.yaml"


class PackPlace(Enum):
    """Where a pack was found, in the order in which later ones win."""

    SYSTEM = "system"
    PROGRAM = "program"
    FOLDER = "folder"
    GIVEN = "given"


def candidates(paths: Paths, given: Path | None = None) -> tuple[tuple[PackPlace, Path], ...]:
    """Return where packs are looked for, the weakest first; most often there is none at all."""
    system = [(PackPlace.SYSTEM, folder / FILE_NAME) for folder in system_folders()]
    beside = program_folder()
    program = [] if beside is None else [(PackPlace.PROGRAM, beside / FILE_NAME)]
    named = [] if given is None else [(PackPlace.GIVEN, given)]
    return (*system, *program, (PackPlace.FOLDER, paths.data / FILE_NAME), *named)


def system_folders() -> tuple[Path, ...]:
    """Return the folders for the whole computer, the weakest first.

    On Linux those of XDG_CONFIG_DIRS, which names the most important first.
    """
    if sys.platform == "win32":
        return (Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Soft Landing",)
    if sys.platform == "darwin":
        return (Path("/Library/Application Support/Soft Landing"),)
    named = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    folders = [Path(one) for one in named.split(os.pathsep) if os.path.isabs(one)]
    return tuple(one / APPLICATION for one in reversed(folders))


def program_folder() -> Path | None:
    """Return the folder of the installed program; nothing for one that runs from its source."""
    program = Path(sys.executable)
    if not getattr(sys, "frozen", False):
        return program.parent if program.stem.lower() == "softlanding" else None
    image, unpacked = os.environ.get("APPIMAGE", ""), os.environ.get("APPDIR", "")
    # Another program's image may have started this one, and left its names in the environment.
    if os.path.isabs(image) and os.path.isabs(unpacked) and program.is_relative_to(unpacked):
        return Path(image).parent
    return program.parent


def is_any(paths: Paths, given: Path | None = None) -> bool:
    """Return whether there is a pack at all; one that was *given* counts as there."""
    return given is not None or any(os.path.lexists(path) for _place, path in candidates(paths))
