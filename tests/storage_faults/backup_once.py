"""Makes one backup, as the program would, and says whether it is on the disk.

``python -m tests.storage_faults.backup_once DIR OUT`` writes the data folder DIR into the zip OUT,
which must not be there yet. It prints ``done`` once that is complete and exits 0, or
``not done: REASON`` and exits 1.
"""

import sys
from pathlib import Path

from app.services.copy_words import NotDoneError
from app.shell.commands.without_window import Closed


def main() -> int:
    """Back up the folder on the command line."""
    try:
        Closed(Path(sys.argv[1])).copies.back_up_to(Path(sys.argv[2]))
    except NotDoneError as error:
        print(f"not done: {error.code.value}")
        return 1
    print("done")
    return 0


if __name__ == "__main__":
    sys.exit(main())
