"""Checks music before the day it is needed."""

from collections import deque
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot

from app.ui.sound import equipment
from app.ui.sound.first_look import first_look
from app.ui.sound.kinds import FileProblem
from app.ui.sound.wire import Checked
from app.ui.tasks import run_in_background

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer

LIMIT_MS: Final = 8_000
"""A drive that sleeps takes some seconds to wake."""


class MusicCheck(QObject):
    """Tries one file after the other, without a sound, and never holds up the window.

    ``checked`` comes once for each file, in order; ``finished`` when none is left. What is asked
    for meanwhile is checked after the rest.
    """

    checked = Signal(Checked)
    finished = Signal()

    def __init__(self, limit_ms: int = LIMIT_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Path] = deque()
        self._file: Path | None = None
        self._player: QMediaPlayer | None = None
        self._turn = 0
        self._limit = QTimer(self, interval=limit_ms, singleShot=True)
        self._limit.timeout.connect(self._give_up)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being checked."""
        return self._file is not None

    def check(self, files: Iterable[Path]) -> None:
        """Check *files* after those that wait."""
        self._waiting.extend(files)
        if not self.is_busy:
            self._begin()

    def stop(self) -> None:
        """Forget what waits; nothing more is told."""
        self._waiting.clear()
        self._file = None
        self._turn += 1
        self._limit.stop()
        self._close_player()

    def _begin(self) -> None:
        self._turn += 1
        if not self._waiting:
            self._file = None
            self.finished.emit()
            return
        self._file = file = self._waiting.popleft()
        self._limit.start()
        run_in_background(
            partial(first_look, file),
            done=partial(self._take_first_look, self._turn),
            failed=partial(self._take_failure, self._turn),
            owner=self,
        )

    def _take_first_look(self, turn: int, problem: FileProblem | None) -> None:
        if turn != self._turn or self._file is None:  # it came too late
            return
        if problem is not None:
            self._tell(problem)
            return
        self._player = player = equipment.silent_player(self)
        if player is None:
            self._tell(FileProblem.NOT_CHECKED)
            return
        player.mediaStatusChanged.connect(self._follow)
        player.setSource(QUrl.fromLocalFile(str(self._file)))

    def _take_failure(self, turn: int, _error: Exception) -> None:
        """Take it that a file which cannot even be looked at cannot be read."""
        self._take_first_look(turn, FileProblem.UNREADABLE)

    @Slot()
    def _give_up(self) -> None:
        self._tell(FileProblem.TOO_SLOW)

    @Slot()
    def _follow(self) -> None:
        player = self._player
        if player is None:
            return
        status = player.mediaStatus()
        if status is player.MediaStatus.InvalidMedia:
            self._tell(FileProblem.UNKNOWN_FORMAT)
        elif status is player.MediaStatus.LoadedMedia:
            self._tell(None if player.hasAudio() else FileProblem.NOT_AUDIO)

    def _tell(self, problem: FileProblem | None) -> None:
        if self._file is None:
            return
        found = Checked(file=str(self._file), problem=problem)
        if problem is None and self._player is not None:
            length_ms = self._player.duration()
            title = equipment.title_of(self._player)
            found = replace(found, title=title, seconds=length_ms / 1000 if length_ms > 0 else None)
        self._limit.stop()
        self._close_player()
        turn = self._turn
        self.checked.emit(found)
        if turn == self._turn:  # unless somebody who heard it stopped us
            self._begin()

    def _close_player(self) -> None:
        player, self._player = self._player, None
        if player is not None:
            player.mediaStatusChanged.disconnect(self._follow)
            player.deleteLater()
