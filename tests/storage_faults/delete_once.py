"""Deletes everything of one data folder, as the program would, and says whether that is complete.

``python -m tests.storage_faults.delete_once DIR`` prints ``done`` once nothing of ours is left and
exits 0, or ``not done: REASON`` and exits 1. After a kill it is started once more.
"""

import sys
from pathlib import Path

from app.services.farewell import Farewell
from app.services.refusals import NotDoneError
from app.storage.data_folder import DataFolder
from app.storage.drafts import Drafts
from app.storage.paths import default_paths
from tests.storage_faults.plants import plant_from_environment
from tests.support import errands


def delete(data: Path) -> str:
    """Delete everything of *data* and return why that failed; nothing when all of it is gone."""
    folder = DataFolder(default_paths(data), lambda _: None)
    folder.open()
    try:
        done = errands.delete(Farewell(folder, Drafts(folder, lambda _: None)))
    except NotDoneError as error:
        return error.code.value
    finally:
        folder.close(0)
    return done.deleted.left[0].code.value if done.deleted.left else ""


def main() -> int:
    """Delete what is named on the command line."""
    plant_from_environment()
    reason = delete(Path(sys.argv[1]))
    print(f"not done: {reason}" if reason else "done")
    return 1 if reason else 0


if __name__ == "__main__":
    sys.exit(main())
