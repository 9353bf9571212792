"""Puts words while the disk hangs, and measures how long the main thread was ever away.

``python -m tests.storage_faults.put_and_wait DIR`` prints the longest gap between two turns of
its main thread in seconds, and how many saves were reported.
"""

import sys
import time
from pathlib import Path

from app.storage.paths import default_paths
from tests.support.data_folders import TODAY, OpenFolder, check_in

TURN_SECONDS = 0.005


def main() -> None:
    """Put a new value every turn, read it back, and wait for the last save."""
    paths = default_paths(Path(sys.argv[1]))
    last, longest, turns = time.monotonic(), 0.0, 0
    opened = OpenFolder(paths)
    while turns < 50 or opened.folder.pending:
        if turns < 50:
            opened.journal.put(check_in(f"turn {turns}", minutes=turns))
        words = opened.journal.day(TODAY).check_ins[0].words
        assert words == f"turn {min(turns, 49)}"
        opened.inbox.run()
        time.sleep(TURN_SECONDS)
        now = time.monotonic()
        longest, last, turns = max(longest, now - last), now, turns + 1
    opened.inbox.run()
    print(f"{longest:.3f} {len(opened.reports)}")
    assert opened.close()


if __name__ == "__main__":
    main()
