"""Saves one check-in, as the program would, and says whether it is on the disk.

``python -m tests.storage_faults.save_once DIR WORDS`` saves a check-in for 2026-01-02 with these
words into the data folder DIR. It prints ``saved`` as soon as the write is complete and exits 0,
or ``not saved: REASON`` and exits 1.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from app.domain.check_in import TimePoint
from app.domain.clock import Reading
from app.domain.ids import ALPHABET
from app.services.changes import Changes
from app.services.journal import Journal
from app.storage.jobs import SaveOutcome
from app.storage.paths import default_paths
from tests.storage_faults.plants import plant_from_environment
from tests.support.data_folders import OpenFolder

MOMENT = datetime(2026, 1, 2, 10, 30, tzinfo=UTC)
DAY_FILE = "journal/2026/2026-01-02.yaml"


class FixedClock:
    """It is half past ten on the second of January 2026."""

    def now(self) -> datetime:
        """Return that moment."""
        return MOMENT

    def reading(self) -> Reading:
        """Return that moment, in a computer that was just started."""
        return Reading(wall=MOMENT, boot_seconds=0.0, boot_id="test")

    def zone(self) -> str:
        """Return the zone of that moment."""
        return "UTC"


def token(length: int) -> str:
    """Return *length* random characters of ALPHABET."""
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in os.urandom(length))


def keep(opened: OpenFolder, words: str) -> None:
    """Write a check-in with these words, as the journal page would."""
    journal = Journal(opened.journal, FixedClock(), token, Changes())
    journal.keep(journal.draft(TimePoint.ANY_TIME, None).saying(words))


def tell(opened: OpenFolder) -> int:
    """Wait for the last save, say at once what became of it, and return the exit code."""
    opened.settle()
    last = opened.reports[-1]
    if last.outcome is SaveOutcome.SAVED:
        print("saved", flush=True)
        return 0
    print(f"not saved: {last.error.value if last.error else last.outcome.value}", flush=True)
    return 1


def main() -> int:
    """Save the words on the command line."""
    plant_from_environment()
    opened = OpenFolder(default_paths(Path(sys.argv[1])))
    keep(opened, sys.argv[2])
    code = tell(opened)
    opened.folder.close(0)
    return code


if __name__ == "__main__":
    sys.exit(main())
