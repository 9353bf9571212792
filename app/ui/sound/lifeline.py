"""Whether Qt still holds on to the sound server. No Qt in here."""

from pathlib import Path
from typing import Final

_THREAD: Final = "QPulseAudioEngi"
"""What Qt calls the threads that talk to PulseAudio, or to PipeWire in its place."""


class Lifeline:
    """Counts Qt's connections to the sound server, of which each has a thread.

    When the server dies Qt lets go of it, tries once more three seconds later, and says nothing
    of either. Whoever opens an output in between, or after that one try was in vain, makes
    libpulse abort the whole program ("Assertion 'c' failed": seen with Qt 6.11.3). The threads
    are gone exactly as long as that can happen. On other systems there are none, and none is
    missed.
    """

    def __init__(self, tasks: Path = Path("/proc/self/task")) -> None:
        self._tasks = tasks
        self._most = 0

    @property
    def is_cut(self) -> bool:
        """Whether there are fewer connections than there were."""
        now = self._count()
        self._most = max(self._most, now)
        return now < self._most

    def _count(self) -> int:
        count = 0
        for name in self._tasks.glob("*/comm"):
            try:
                count += name.read_text(encoding="utf-8", errors="replace").strip() == _THREAD
            except OSError:  # it ended while we looked
                continue
        return count
