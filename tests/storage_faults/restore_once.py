"""Puts one backup back, as the program would, and says whether all of it is in place.

``python -m tests.storage_faults.restore_once DIR ZIP`` backs up the data folder DIR and puts ZIP in
its place. It prints ``done`` once that is complete and exits 0, or ``not done: REASON`` and
exits 1. What a kill leaves is made whole by the next opening of DIR, for example with OpenFolder.
"""

import sys
from pathlib import Path

from app.services.refusals import NotDoneError
from app.shell.commands.without_window import Closed
from tests.storage_faults.plants import plant_from_environment


def put_back(data: Path, path: Path) -> str:
    """Put *path* back into *data* and return why that failed; nothing when it is in place."""
    closed = Closed(data)
    closed.folder.open()
    try:
        closed.copies.restore(path)
    except NotDoneError as error:
        return error.code.value
    finally:
        closed.folder.close(0)
    return ""


def main() -> int:
    """Put back what is named on the command line."""
    plant_from_environment()
    reason = put_back(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"not done: {reason}" if reason else "done")
    return 1 if reason else 0


if __name__ == "__main__":
    sys.exit(main())
