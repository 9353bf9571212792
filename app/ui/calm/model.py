"""The calming timer on screen: it asks the clock, and never counts."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.domain.breathing import Breath, position
from app.domain.calm import STEP_MINUTES, RunningSession
from app.domain.calm_events import OF_THE_COMPUTER, Happening
from app.domain.calm_phases import LONGEST_MINUTES, PlannedPhase
from app.domain.journal import CalmSession
from app.services.calm import CalmSessions
from app.ui.widgets.breath import STILL

LOOK_EVERY_MS: Final = 500


class CalmModel(QObject):
    """Looks at the session while one runs, wherever the patient is in the program."""

    changed = Signal()
    ended = Signal(CalmSession)
    noted = Signal(Happening)

    def __init__(self, sessions: CalmSessions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self.shows_time = False
        self.finished: CalmSession | None = None
        """The session that ended last, until another begins."""
        self._timer = QTimer(self, interval=LOOK_EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._follow()

    def stop(self) -> None:
        """Look no more: the program is being closed, and the session runs on by its deadline."""
        self._timer.stop()

    @property
    def running(self) -> RunningSession | None:
        """The session under way, or nothing."""
        return self._sessions.running

    @property
    def seconds_left(self) -> float:
        """Seconds until the end."""
        return self._sessions.seconds_left()

    @property
    def progress(self) -> float:
        """How much of the session has run, 0 to 1."""
        running = self.running
        return self._sessions.seconds_run() / running.length if running and running.length else 0.0

    def breath(self) -> Breath:
        """Return where in the breath we are; nothing moves in a quiet session."""
        pattern = self._sessions.pattern
        return STILL if pattern is None else position(pattern, self._sessions.seconds_run())

    @property
    def can_shorten(self) -> bool:
        """Whether five minutes can be taken without ending the session."""
        return self.seconds_left > STEP_MINUTES * 60

    @property
    def can_lengthen(self) -> bool:
        """Whether five minutes can be added."""
        return self.running is not None and self.running.length < LONGEST_MINUTES * 60

    def start(self, minutes: int) -> None:
        """Start a session of *minutes*."""
        self.finished = None
        self._sessions.start(minutes)
        self._follow()

    def start_phases(self, plan: Sequence[PlannedPhase]) -> None:
        """Start a session of several phases."""
        self.finished = None
        self._sessions.start_phases(plan)
        self._follow()

    def pause_or_resume(self) -> None:
        """Let the session stand still, or go on."""
        if self.running is not None and self.running.paused:
            self._sessions.resume()
        else:
            self._sessions.pause()
        self._follow()

    def lengthen(self) -> None:
        """Add five minutes."""
        self._sessions.lengthen(STEP_MINUTES)
        self.changed.emit()

    def shorten(self) -> None:
        """Take five minutes, if more are left."""
        if self.can_shorten:
            self._sessions.lengthen(-STEP_MINUTES)
            self.changed.emit()

    def end(self) -> None:
        """End the session now."""
        self._tell_end(self._sessions.end())

    @Slot()
    def look(self) -> None:
        """Look at the clock."""
        happened, finished = self._sessions.look()
        for one in happened:
            if one.event in OF_THE_COMPUTER:
                self.noted.emit(one)
        self._tell_end(finished)

    def _tell_end(self, finished: CalmSession | None) -> None:
        if finished is not None:
            self.finished = finished
        self._follow()
        if finished is not None:
            self.ended.emit(finished)

    def _follow(self) -> None:
        if self.running is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.changed.emit()
