"""Where things are: the patient's files, and what the program keeps beside them."""

import os
import re
from pathlib import Path
from typing import Final

from msgspec import Struct

APPLICATION: Final = "soft-landing"
_PLAIN: Final = re.compile(r"[^A-Za-z0-9]+")


class Paths(Struct, frozen=True, kw_only=True):
    """Three folders. ``state`` belongs to one data folder and lies outside it.

    A *chosen* data folder is made only where its parent exists: a stick that is not plugged
    in must not be taken for an empty journal.
    """

    data: Path
    state: Path
    config: Path
    chosen: bool = False

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
    def running_session(self) -> Path:
        """The file of the calm session under way."""
        return self.state / "running-session.yaml"

    @property
    def lock(self) -> Path:
        """The lock file of the data folder, which has this state folder to itself."""
        return self.state / "folder.lock"


def default_paths(data_dir: Path | None = None) -> Paths:
    """Return the folders of this computer account, or those of the data folder *data_dir*.

    Two ways to the same data folder lead to the same state folder.
    """
    from platformdirs import PlatformDirs

    places = PlatformDirs(APPLICATION, appauthor=False)
    usual = places.user_data_path
    state = places.user_state_path
    config = places.user_config_path
    if data_dir is None:
        return Paths(data=usual, state=state, config=config)
    chosen = Path(os.path.abspath(data_dir.expanduser()))
    if os.path.realpath(chosen) != os.path.realpath(usual):
        state = state / "folders" / folder_key(chosen)
    return Paths(data=chosen, state=state, config=config, chosen=True)


def folder_key(folder: Path) -> str:
    """Return a file name that stands for the real path of *folder*."""
    from hashlib import sha256

    real = os.path.normcase(os.path.realpath(folder))
    digest = sha256(os.fsencode(real)).hexdigest()[:16]
    name = _PLAIN.sub("-", os.path.basename(real)).strip("-")[:32]
    return f"{name}-{digest}" if name else digest
