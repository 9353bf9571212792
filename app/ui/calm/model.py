"""The calming timer on screen: it asks the clock, and never counts."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.domain.breathing import Breath, Cue, cues_between, position
from app.domain.calm import STEP_MINUTES, RunningSession
from app.domain.calm_choices import Preset
from app.domain.calm_events import OF_THE_COMPUTER, Event, Happening
from app.domain.calm_phases import LONGEST_MINUTES, PlannedPhase, Standing
from app.domain.calm_session import CalmSession, Heard
from app.domain.patterns import QUIET, paced_seconds
from app.services.calm import CalmSessions
from app.services.calm_choices import OwnCalm, track_name
from app.ui.sound.kinds import SoundProblem
from app.ui.widgets.breath import STILL

LOOK_EVERY_MS: Final = 500
"""How often the time is shown anew; what has its moment before the next look has one of its own."""


class CalmModel(QObject):
    """Looks at the session while one runs, wherever the patient is in the program."""

    changed = Signal()
    ended = Signal(CalmSession)
    noted = Signal(Happening)
    rang = Signal()
    """A bell is to be heard now."""

    def __init__(self, sessions: CalmSessions, own: OwnCalm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._own = own
        self.sound_problem: SoundProblem | None = None
        """Why nothing is heard, as far as was tried."""
        self.failed_track = ""
        """The piece of music that was passed over last, by its name."""
        self.finished: CalmSession | None = None
        """The session that ended last, until another begins."""
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
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
    def shows_time(self) -> bool:
        """Whether the time is shown while a session runs."""
        return not self._own.choices.hide_clock

    @property
    def is_silent(self) -> bool:
        """Whether nothing can be heard, as far as was tried."""
        return self.sound_problem not in (None, SoundProblem.OUTPUT_MISSING)

    @Slot(object)
    def note_sound(self, problem: SoundProblem | None) -> None:
        """Take note of why nothing is heard, or that it is again."""
        self.sound_problem = problem
        self.changed.emit()

    @Slot(str)
    def note_track(self, file: str) -> None:
        """Take note of a piece of music that could not be played."""
        self.failed_track = track_name(file, self._own.choices.playlist)
        self.changed.emit()

    def choose_shows_time(self, wanted: bool) -> None:
        """Keep whether the time is shown."""
        before = self._own.choices
        self._own.keep(replace(before, hide_clock=not wanted), over=before)
        self.changed.emit()

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
        pattern, run = self._sessions.pattern, self.seconds_run
        if pattern is None or self.running is None or run >= paced_seconds(pattern):
            return STILL
        return position(pattern, run)

    @property
    def can_shorten(self) -> bool:
        """Whether five minutes can be taken without ending the session."""
        return self.seconds_left > STEP_MINUTES * 60

    @property
    def can_lengthen(self) -> bool:
        """Whether five minutes can be added."""
        return self.running is not None and self.running.length < LONGEST_MINUTES * 60

    @property
    def seconds_run(self) -> float:
        """Seconds that the session has run, pauses left out."""
        return self._sessions.seconds_run()

    def next_tone(self, since: float) -> Cue | None:
        """Return the next tone for the breath, one of *since* seconds ago included; most often one.

        None in a quiet session, nor after the first breaths where these are limited.
        """
        pattern = self._sessions.pattern
        if pattern is None or not self.is_paced:
            return None
        run = self.seconds_run
        until = min(run + pattern.seconds + 1, paced_seconds(pattern))
        return next(iter(cues_between(pattern, run - since, until)), None)

    @property
    def is_paced(self) -> bool:
        """Whether there is a breath to follow now: not in quiet, nor after the first breaths.

        Of some patterns there are few breaths at most; what is left of the session is quiet.
        """
        pattern, running = self._sessions.pattern, self.running
        if pattern is None or running is None:
            return False
        return self.seconds_run < paced_seconds(pattern)

    @property
    def part(self) -> Standing | None:
        """Which part of the session it is, and what is left of it; nothing without a session."""
        return self._sessions.phase()

    @property
    def has_next(self) -> bool:
        """Whether another part comes after this one."""
        part, running = self.part, self.running
        return part is not None and running is not None and part.number + 1 < len(running.phases)

    def start(
        self, plan: Sequence[PlannedPhase], *, pattern: str = QUIET, holds: bool = False
    ) -> None:
        """Start a session of the parts of *plan*, breathing by *pattern* or in quiet.

        It rings where the patient likes it to.
        """
        self.finished, self.failed_track = None, ""
        bells = self._own.choices.bells
        self._sessions.start(plan, bells, pattern=pattern, holds=holds)
        self._follow()

    def start_preset(self, preset: Preset) -> None:
        """Start a session of the patient's own; it rings where that says."""
        self.finished, self.failed_track = None, ""
        self._sessions.start_preset(preset)
        self._follow()

    def hear(self, heard: Heard) -> None:
        """Take note that *heard* is heard in the session."""
        self._sessions.hear(heard)

    def skip(self) -> None:
        """Go on with the next part."""
        self._sessions.skip()
        self.look()

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
        self._follow()

    def shorten(self) -> None:
        """Take five minutes, if more are left."""
        if self.can_shorten:
            self._sessions.lengthen(-STEP_MINUTES)
            self._follow()

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
        rings = any(one.event is Event.BELL and not one.is_missed for one in happened)
        if rings and finished is None:  # the end has its bell anyway
            self.rang.emit()
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
        else:
            wait = self._sessions.seconds_to_next(LOOK_EVERY_MS / 1_000)
            self._timer.start(ceil(wait * 1_000))
        self.changed.emit()
