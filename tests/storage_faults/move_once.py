"""Moves one data folder, as the program would, and says whether that is complete.

``python -m tests.storage_faults.move_once DIR NEW`` remembers DIR as the chosen folder, unless one
is remembered already, and moves what is remembered to NEW. It prints ``done`` once that is complete
and exits 0, or ``not done: REASON`` and exits 1. Set XDG_STATE_HOME and XDG_CONFIG_HOME: the folder
in use is ``default_paths().data`` of the same environment, whole once ``finish_move`` was called
with these paths, as every start does.
"""

import sys
from pathlib import Path

from app.services.changes import Changes
from app.services.place import Place
from app.services.refusals import NotDoneError
from app.storage.data_folder import DataFolder
from app.storage.errors import StorageError, code_of
from app.storage.move import remember
from app.storage.paths import default_paths, remembered_folder, remembered_paths
from tests.storage_faults.plants import plant_from_environment
from tests.support import errands


def move(data: Path, new: Path) -> str:
    """Move *data* to *new* and return why that failed; nothing when it is complete."""
    config = default_paths().config
    try:
        if remembered_folder(config) is None:
            remember(config, data.absolute())
    except StorageError as error:
        return error.code.value
    except OSError as error:
        return code_of(error).value
    folder = DataFolder(default_paths(), lambda _: None)
    folder.open()
    try:
        done = errands.move(Place(folder, Changes(), remembered_paths), new)
    except NotDoneError as error:
        return error.code.value
    finally:
        folder.close(0)
    return done.moved.stayed[0].code.value if done.moved.stayed else ""


def main() -> int:
    """Move what is named on the command line."""
    plant_from_environment()
    reason = move(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"not done: {reason}" if reason else "done")
    return 1 if reason else 0


if __name__ == "__main__":
    sys.exit(main())
