"""Where things are: the patient's files, and what the program keeps beside them."""

import errno
import os
import re
import sys
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

APPLICATION: Final = "soft-landing"
CHOSEN_NAME: Final = "data-folder.txt"
"""The file in the config folder that names the folder chosen in Settings."""

_PLAIN: Final = r"[^A-Za-z0-9]+"


class Paths(Struct, frozen=True, kw_only=True):
    """Three folders. ``state`` belongs to one data folder and lies outside it.

    A *chosen* data folder is made only where its parent exists: a stick that is not plugged
    in must not be taken for an empty journal. One that is *remembered* from an earlier day holds
    a journal already, and is never made.
    """

    data: Path
    state: Path
    config: Path
    chosen: bool = False
    remembered: bool = False

    @property
    def backups(self) -> Path:
        """Where backups of the data folder go."""
        return self.state / "backups"

    @property
    def originals(self) -> Path:
        """Where a file goes as it was before the program first rewrote its hand-made comments."""
        return self.backups / "originals"

    @property
    def drafts(self) -> Path:
        """Where words wait that are not in their file yet."""
        return self.state / "drafts"

    @property
    def moved_from(self) -> Path:
        """The note that is there while the data folder has moved and the old one is not cleared."""
        return self.state / "moved-from.yaml"

    @property
    def running_session(self) -> Path:
        """The file of the calm session under way."""
        return self.state / "running-session.yaml"

    @property
    def lock(self) -> Path:
        """The lock file of the data folder, which has this state folder to itself."""
        return self.state / "folder.lock"


def default_paths(data_dir: Path | None = None) -> Paths:
    """Return the folders of this computer account, or those of the data folder *data_dir*.

    Without *data_dir* it is the folder chosen in Settings, if there is one. Two ways to the same
    data folder lead to the same state folder.
    """
    usual = _usual()
    if data_dir is not None:
        return _chosen(data_dir, usual, remembered=False)
    try:
        kept = remembered_folder(usual.config)
    except OSError:
        return replace(usual, remembered=True)  # there is one, out of reach: make no other
    return usual if kept is None else remembered_paths(kept)


def remembered_paths(folder: Path) -> Paths:
    """Return the folders that hold from the next start on once *folder* is remembered."""
    return _chosen(folder, _usual(), remembered=True)


def remembered_folder(config: Path) -> Path | None:
    """Return the data folder that was chosen in Settings; nothing if none was.

    Raises OSError when that cannot be told.
    """
    try:
        lines = (config / CHOSEN_NAME).read_bytes().splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return None
    for line in lines:
        path = Path(os.fsdecode(line))
        if not line.startswith(b"#") and path.is_absolute():
            return path
    raise OSError(errno.EINVAL, CHOSEN_NAME)


def _usual() -> Paths:
    """Return the folders of this system; apart from each other where it has one for all."""
    return (_of_linux() if sys.platform == "linux" else None) or _asked_for()


def _of_linux() -> Paths | None:
    """Return what ``_asked_for`` would; nothing where the account has no plain home folder.

    The answer is three variables, and platformdirs takes a hundredth of the start to read them.
    """
    home = os.environ.get("HOME", "")
    if not os.path.isabs(home):
        return None

    def folder(variable: str, usual: str) -> Path:
        named = os.environ.get(variable, "")
        return Path(named if os.path.isabs(named) else os.path.join(home, usual)) / APPLICATION

    return Paths(
        data=folder("XDG_DATA_HOME", ".local/share"),
        state=folder("XDG_STATE_HOME", ".local/state"),
        config=folder("XDG_CONFIG_HOME", ".config"),
    )


def _asked_for() -> Paths:
    from platformdirs import PlatformDirs

    places = PlatformDirs(APPLICATION, appauthor=False)
    return _apart(places.user_data_path, places.user_state_path, places.user_config_path)


def _apart(data: Path, state: Path, config: Path) -> Paths:
    if data in {state, config}:  # Windows and macOS
        return Paths(data=data / "journal", state=data / "state", config=data / "config")
    return Paths(data=data, state=state, config=config)


def _chosen(folder: Path, usual: Paths, *, remembered: bool) -> Paths:
    data = Path(os.path.abspath(os.path.expanduser(folder)))
    same = os.path.realpath(data) == os.path.realpath(usual.data)
    return Paths(
        data=data,
        state=usual.state if same else usual.state / "folders" / folder_key(data),
        config=usual.config,
        chosen=True,
        remembered=remembered,
    )


def folder_key(folder: Path) -> str:
    """Return a file name that stands for the real path of *folder*."""
    from hashlib import sha256

    real = os.path.normcase(os.path.realpath(folder))
    digest = sha256(os.fsencode(real)).hexdigest()[:16]
    name = re.sub(_PLAIN, "-", os.path.basename(real)).strip("-")[:32]
    return f"{name}-{digest}" if name else digest
