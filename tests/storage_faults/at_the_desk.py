"""The program without its window, told by lines what to do: for two of them on one folder.

``python -m tests.storage_faults.at_the_desk DIR`` opens the folder, says how it may be used, and
reads lines: ``put ID WORDS`` saves a check-in and says what became of it, ``short BYTES ID`` saves
a long one with so much memory left, ``retry`` tries again what is not saved and says the same,
``read`` says which words there are, ``close`` ends.
"""

import locale
import signal
import sys
from pathlib import Path

from app.shell.privacy import leave_no_core_dump
from app.storage.paths import default_paths
from tests.storage_faults.fresh_start import words_in
from tests.storage_faults.plants import allow_memory
from tests.storage_faults.save_once import MOMENT
from tests.support.data_folders import OpenFolder, check_in

LINE = "All that I remember of today.\n"
MUCH = 8_000
"""Lines."""


def told(opened: OpenFolder) -> str:
    """Return what became of the last save."""
    opened.settle()
    last = opened.reports[-1]
    return last.error.value if last.error else last.outcome.value


def put(opened: OpenFolder, entry_id: str, words: str, times: int = 1) -> str:
    """Save a check-in, and return what became of it; an error as the window would hear of it."""
    try:
        opened.journal.put(check_in(words * times, entry_id=entry_id, at=MOMENT))
    except (MemoryError, RuntimeError) as error:
        return type(error).__name__
    return told(opened)


def put_short_of_memory(opened: OpenFolder, free: int, entry_id: str) -> str:
    """Save much with *free* bytes left, and return what became of it; then there is more again."""
    allow_memory(free)
    said = put(opened, entry_id, LINE, MUCH)
    allow_memory(-1)
    return said


def main() -> int:
    """Do what the lines say."""
    locale.setlocale(locale.LC_ALL, "")  # as Qt does
    leave_no_core_dump()  # as the program does
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)  # a shell in the background has it ignored
    opened = OpenFolder(default_paths(Path(sys.argv[1])))
    print(opened.folder.access.value, flush=True)
    for line in sys.stdin:
        word, *rest = line.rstrip("\n").split(" ", 2)
        match word:
            case "put":
                print(put(opened, *rest), flush=True)
            case "retry":
                opened.folder.retry()
                print(told(opened), flush=True)
            case "short":
                print(put_short_of_memory(opened, int(rest[0]), rest[1]), flush=True)
            case "read":
                print(",".join(one[:20] for one in words_in(opened)), flush=True)
            case _:
                break
    return 0 if opened.close() else 1


if __name__ == "__main__":
    sys.exit(main())
