"""Running one calm session: kept on disk while it runs, and in the journal when it is over."""

from collections.abc import Sequence

from app.domain import calm
from app.domain.bells import Bells, seconds_to_next
from app.domain.breathing import Pattern, without_holds
from app.domain.calm import RunningSession
from app.domain.calm_choices import Preset
from app.domain.calm_events import Event, Happening
from app.domain.calm_phases import PlannedPhase, RunningPhase, Standing, as_begun, ends_of
from app.domain.calm_session import CalmSession, Heard, SessionEnd
from app.domain.clock import Clock
from app.domain.ids import NewToken, record_id
from app.domain.patterns import COHERENT, pattern_of
from app.services.calm_choices import OwnCalm
from app.services.changes import Changes, Kind
from app.services.journal import Journal
from app.storage.running_repository import RunningRepository


class CalmSessions:
    """Owns the session under way. Everything is asked of the clock, nothing is counted."""

    def __init__(
        self,
        *,
        repository: RunningRepository,
        own: OwnCalm,
        journal: Journal,
        clock: Clock,
        token: NewToken,
        changes: Changes,
    ) -> None:
        self._repository = repository
        self._own = own
        self._journal = journal
        self._clock = clock
        self._token = token
        self._changes = changes
        self._running: RunningSession | None = repository.get()
        self._found: tuple[object, Pattern | None] | None = None  # asked for 30 times a second

    @property
    def running(self) -> RunningSession | None:
        """The session under way, or nothing."""
        return self._running

    @property
    def pattern(self) -> Pattern | None:
        """The breathing pattern of the session, as it is breathed; none in a quiet one."""
        running, choices = self._running, self._own.choices
        if running is None:
            return COHERENT
        wanted = (running.pattern, running.holds, choices.patterns)
        if self._found is None or self._found[0] != wanted:
            pattern = pattern_of(running.pattern, choices.patterns)
            if pattern is not None and not running.holds:
                pattern = without_holds(pattern)
            self._found = (wanted, pattern)
        return self._found[1]

    def start(
        self,
        plan: Sequence[PlannedPhase],
        bells: Bells | None = None,
        *,
        pattern: str = COHERENT.id,
        holds: bool = False,
    ) -> RunningSession:
        """Start a session of the phases of *plan*; one that is under way is ended first.

        *pattern* is the id of a breathing pattern, or QUIET. Raises ValueError with the name of
        the PlanProblem for a plan that cannot be had, before anything else is done.
        """
        return self._start(as_begun(plan), pattern, bells, holds=holds)

    def start_preset(self, preset: Preset) -> RunningSession:
        """Start a session of the patient's own; one that is under way is ended first.

        Raises ValueError with the name of the PresetProblem, before anything else is done.
        """
        phases = self._own.choices.phases_of(preset)
        return self._start(phases, preset.pattern, preset.bells, holds=preset.holds)

    def pause(self) -> None:
        """Let the session stand still."""
        if self._running is not None:
            self._keep(calm.paused(self._running, self._clock.reading()))

    def resume(self) -> None:
        """Let the session go on."""
        if self._running is not None:
            self._keep(calm.resumed(self._running, self._clock.reading()))

    def lengthen(self, minutes: int) -> None:
        """Add *minutes* to the present phase, or take them when negative."""
        if self._running is not None:
            self._keep(calm.lengthened(self._running, minutes, self._clock.reading()))

    def skip(self) -> None:
        """Go on with the next phase; skipping the last one ends the session at the next look."""
        if self._running is not None:
            self._keep(calm.skipped(self._running, self._clock.reading()))

    def hear(self, heard: Heard) -> None:
        """Take note that *heard* is heard in the session, for the journal."""
        if self._running is not None:
            session = calm.hearing(self._running, heard)
            if session is not self._running:
                self._keep(session)

    def end(self) -> CalmSession | None:
        """End the session now and return what the journal keeps of it."""
        return self._finish(SessionEnd.ENDED_EARLY)

    def look(self) -> tuple[tuple[Happening, ...], CalmSession | None]:
        """Look at the clock: return what became known, and the finished session if it is over."""
        if self._running is None:
            return (), None
        session, happened = calm.advance(self._running, self._clock.reading())
        if session != self._running:
            self._keep(session)
        if any(one.event is Event.FINISHED for one in happened):
            return happened, self._finish(SessionEnd.FINISHED)
        return happened, None

    def seconds_left(self) -> float:
        """Return the seconds until the end, 0 without a session."""
        if self._running is None:
            return 0.0
        return calm.seconds_left(self._running, self._clock.reading())

    def seconds_run(self) -> float:
        """Return the seconds that have run, pauses left out."""
        if self._running is None:
            return 0.0
        return calm.seconds_run(self._running, self._clock.reading())

    def seconds_to_next(self, within: float) -> float:
        """Return after how many seconds, *within* at most, a phase ends or it rings."""
        running = self._running
        if running is None or running.paused:
            return within
        return seconds_to_next(
            running.bells, ends_of(running.in_phases), self.seconds_run(), within
        )

    def phase(self) -> Standing | None:
        """Return the present phase and what is left of it, nothing without a session."""
        if self._running is None:
            return None
        return calm.phase_at(self._running, self._clock.reading())

    def _start(
        self, phases: tuple[RunningPhase, ...], pattern: str, bells: Bells | None, *, holds: bool
    ) -> RunningSession:
        self.end()
        session_id, reading = record_id(self._token), self._clock.reading()
        return self._keep(calm.start(session_id, phases, pattern, reading, bells, holds=holds))

    def _keep(self, session: RunningSession) -> RunningSession:
        self._running = session
        self._repository.put(session)
        self._changes.announce(Kind.CALM)
        return session

    def _finish(self, end: SessionEnd) -> CalmSession | None:
        """Write the session to the journal first, then forget it: a kill between costs nothing."""
        if self._running is None:
            return None
        finished = calm.ended(self._running, self._clock.reading(), end)
        self._running = None
        self._journal.keep(finished)
        self._repository.clear()
        self._changes.announce(Kind.CALM)
        return finished
