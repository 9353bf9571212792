"""Saves one check-in, as the program would, and says whether it is on the disk.

``python -m tests.storage_faults.save_once DIR WORDS`` saves a check-in for 2026-01-02 with these
words into the data folder DIR. It prints ``saved`` once the write is complete and exits 0, or
``not saved: REASON`` and exits 1.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from app.domain.clock import Reading
from app.domain.ids import ALPHABET
from app.domain.journal import TimePoint
from app.services.changes import Changes
from app.services.journal import Journal
from app.storage.data_folder import DataFolder
from app.storage.journal_repository import JournalRepository
from app.storage.paths import default_paths
from app.storage.writer import SaveOutcome, SaveReport
from tests.support.data_folders import Inbox

MOMENT = datetime(2026, 1, 2, 10, 30, tzinfo=UTC)
PATIENCE_SECONDS = 60.0


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


def save(data: Path, words: str) -> str:
    """Save *words* into *data* and return why that failed; nothing when they are on the disk."""
    inbox = Inbox()
    reports: list[SaveReport] = []
    folder = DataFolder(default_paths(data), inbox)
    folder.on_save.append(reports.append)
    folder.open()
    journal = Journal(JournalRepository(folder), FixedClock(), token, Changes())
    journal.keep(journal.draft(TimePoint.ANY_TIME, None).saying(words))
    folder.writer.wait(PATIENCE_SECONDS)
    inbox.run()
    folder.close(0)
    if not reports:
        return "hanging"
    last = reports[-1]
    if last.outcome is SaveOutcome.SAVED:
        return ""
    return last.error.value if last.error else last.outcome.value


def main() -> int:
    """Save the words on the command line."""
    reason = save(Path(sys.argv[1]), sys.argv[2])
    print(f"not saved: {reason}" if reason else "saved")
    return 1 if reason else 0


if __name__ == "__main__":
    sys.exit(main())
