"""Changes one check-in an hour after it was written, so that it gets an earlier version.

``python -m tests.storage_faults.edit_once DIR WORDS`` lets the check-in OLD_ID of 2026-01-02 say
these words. It writes two files one after the other, and tells as save_once does; where the
check-in cannot be read there is nothing to change.
"""

import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from app.domain.check_in import CheckIn
from app.services.changes import Changes
from app.services.journal import Journal
from app.storage.paths import default_paths
from tests.storage_faults.plants import plant_from_environment
from tests.storage_faults.save_once import MOMENT, FixedClock, tell, token
from tests.support.data_folders import OpenFolder

OLD_ID: Final = "old23456"


class AnHourLater(FixedClock):
    """It is half past eleven."""

    def now(self) -> datetime:
        """Return that moment."""
        return MOMENT + timedelta(hours=1)


def main() -> int:
    """Change the words to those on the command line."""
    plant_from_environment()
    opened = OpenFolder(default_paths(Path(sys.argv[1])))
    journal = Journal(opened.journal, AnHourLater(), token, Changes())
    before = journal.find(OLD_ID, MOMENT.date())
    if isinstance(before, CheckIn):
        journal.keep(before.saying(sys.argv[2]), over=before)
        code = tell(opened)
    else:
        print("not saved: out_of_reach", flush=True)
        code = 1
    opened.folder.close(0)
    return code


if __name__ == "__main__":
    sys.exit(main())
