"""What happens to an error nobody expected: it is written down without a word of the patient's."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from app import __version__
from app.domain.clock import Clock

LOG_NAME: Final = "errors.log"
_LARGEST: Final = 256 * 1024


class CrashLog:
    """Writes unexpected errors to ``errors.log`` in the state folder, and tells a listener.

    Only the kind of error and the places in the program are written, never its message, which
    could hold what somebody typed.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._path = folder / LOG_NAME
        self._clock = clock
        self._told: Callable[[], None] | None = None

    def install(self) -> None:
        """Take unexpected errors from now on. The program goes on after each."""
        sys.excepthook = self._take

    def tell(self, listener: Callable[[], None]) -> None:
        """Call *listener* after each error that was written down."""
        self._told = listener

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        places = "".join(
            f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}\n"
            for frame in traceback.extract_tb(trace)
        )
        entry = f"{self._clock.now().isoformat()} {__version__} {kind.__name__}\n{places}"
        _say(entry)
        self._write(entry)
        if self._told is not None:
            self._told()

    def _write(self, entry: str) -> None:
        try:
            too_large = self._path.exists() and self._path.stat().st_size > _LARGEST
            with self._path.open("w" if too_large else "a", encoding="utf-8") as log:
                log.write(entry)
        except OSError:
            _say(f"({LOG_NAME} cannot be written)\n")


def _say(text: str) -> None:
    """Write *text* to the error stream; a program without a console has none."""
    if sys.stderr is not None:
        sys.stderr.write(text)
