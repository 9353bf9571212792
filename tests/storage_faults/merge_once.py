"""Saves one check-in into a file that somebody else changes between our reading and writing it.

``python -m tests.storage_faults.merge_once DIR WORDS`` is save_once with another hand: a check-in
with the words "theirs" is in the file when ours is written.
"""

import os
import sys
from pathlib import Path

from app.storage.atomic import confirm_names_in
from app.storage.documents import put_record
from app.storage.layouts import JOURNAL
from app.storage.paths import default_paths
from app.storage.yaml_door import dump, load
from tests.storage_faults.plants import plant_from_environment
from tests.storage_faults.save_once import DAY_FILE, MOMENT, keep, tell
from tests.support.data_folders import OpenFolder, check_in

THEIRS = "theirs"
THEIR_PART = "theirs.part"


def another_hand(data: Path) -> None:
    """Have another process put a check-in into the day's file, and wait for it.

    A process of its own, so that no fault planted into this one happens to it.
    """
    child = os.fork()
    if not child:
        try:
            _write_theirs(data)
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def _write_theirs(data: Path) -> None:
    """Put a check-in into the day's file, as a sync program would: whole, by a rename."""
    file = data / DAY_FILE
    theirs = check_in(THEIRS, entry_id="their234", at=MOMENT)
    document = put_record("check_ins", theirs)(load(file.read_bytes()))
    beside = data / THEIR_PART
    with beside.open("wb") as part:
        part.write(dump(document, JOURNAL.comment))
        part.flush()
        os.fsync(part.fileno())
    beside.replace(file)
    for folder in (file.parent, data):
        confirm_names_in(folder)


def main() -> int:
    """Save the words on the command line."""
    plant_from_environment()
    data = Path(sys.argv[1])
    opened = OpenFolder(default_paths(data))
    opened.journal.day(MOMENT.date())
    submit = opened.folder.writer.submit

    def late(*arguments: object) -> None:
        opened.folder.writer.submit = submit  # type: ignore[method-assign]
        another_hand(data)
        submit(*arguments)  # type: ignore[arg-type]

    opened.folder.writer.submit = late  # type: ignore[method-assign, assignment]
    keep(opened, sys.argv[2])
    code = tell(opened)
    opened.folder.close(0)
    return code


if __name__ == "__main__":
    sys.exit(main())
