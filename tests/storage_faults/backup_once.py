"""Makes one backup, as the program would, and says whether it is on the disk.

``python -m tests.storage_faults.backup_once DIR OUT`` writes the data folder DIR into the zip OUT,
which must not be there yet; without OUT it goes where the program keeps backups. It prints ``done``
once that is complete and exits 0. It exits 1 with ``in part: REASON`` when a file could not be read
and is left out, with ``not confirmed: REASON`` when the disk did not say that the backup will stay,
both of which the program says, and with ``not done: REASON``.
"""

import sys
from pathlib import Path

from app.services.refusals import NotDoneError
from app.shell.commands.without_window import Closed
from tests.storage_faults.plants import plant_from_environment


def main() -> int:
    """Back up the folder on the command line."""
    plant_from_environment()
    data, *out = map(Path, sys.argv[1:])
    copies = Closed(data).copies
    try:
        done = copies.back_up_to(out[0]) if out else copies.back_up()
    except NotDoneError as error:
        print(f"not done: {error.code.value}")
        return 1
    if done.copied.left_out:
        print(f"in part: {done.copied.left_out[0].code.value}")
        return 1
    if done.copied.unconfirmed:
        print(f"not confirmed: {done.copied.unconfirmed.value}")
        return 1
    print("done")
    return 0


if __name__ == "__main__":
    sys.exit(main())
