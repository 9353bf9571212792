"""A calm session that has ended, as the journal keeps it."""

from datetime import date
from enum import Enum
from typing import Annotated

from msgspec import Meta

from app.domain.calm_phases import PhaseRun
from app.domain.records import Moment, Record


class SessionEnd(Enum):
    """How a calm session ended."""

    FINISHED = "finished"
    ENDED_EARLY = "ended_early"


class SessionNote(Enum):
    """What happened to the computer's clock while a session ran."""

    COMPUTER_RESTARTED = "computer_restarted"
    CLOCK_CHANGED = "clock_changed"


class Heard(Enum):
    """What played in a calm session: one of the ambiences, the patient's music, or the tones."""

    RAIN = "rain"
    OCEAN = "ocean"
    BROWN = "brown"
    PINK = "pink"
    BOWL = "bowl"
    MUSIC = "music"
    TONES = "tones"


class CalmSession(Record, frozen=True, kw_only=True):
    """A calm session that has ended."""

    started: Moment
    ended: Moment
    planned_minutes: Annotated[int, Meta(ge=1, le=600)]
    minutes: Annotated[int, Meta(ge=0)]
    """Whole minutes that really ran, pauses left out."""
    pattern: str
    end: SessionEnd
    phases: tuple[PhaseRun, ...] = ()
    """What became of each phase; left out for a session of one piece."""
    paused_seconds: Annotated[int, Meta(ge=0)] = 0
    pauses: Annotated[int, Meta(ge=0)] = 0
    """How often it was paused; missing in files of earlier versions."""
    slept_seconds: Annotated[int, Meta(ge=0)] = 0
    """How long the computer slept while the session ran, where the system can tell."""
    notes: tuple[SessionNote, ...] = ()
    heard: tuple[Heard, ...] = ()
    """What really played; missing where there was no sound, and in files of earlier versions."""

    @property
    def day(self) -> date:
        """The day whose file holds it."""
        return self.started.date()
