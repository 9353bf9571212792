"""The journal: check-ins and calm sessions, kept by the day."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import Annotated

from msgspec import Meta
from msgspec.structs import replace

from app.domain.calm_phases import PhaseRun
from app.domain.effects import EffectNote, Severity
from app.domain.records import Moment, Part, Record

Score = Annotated[int, Meta(ge=0, le=10)]
"""A rating from 0 to 10."""


class TimePoint(Enum):
    """When after an infusion a check-in is made."""

    BEFORE = "before"
    STRAIGHT_AFTER = "straight_after"
    TWO_HOURS = "two_hours"
    NEXT_MORNING = "next_morning"
    DAY_3 = "day_3"
    DAY_7 = "day_7"
    MONTHLY = "monthly"
    ANY_TIME = "any_time"


class Rating(Enum):
    """What can be rated from 0 to 10."""

    MOOD = "mood"
    ANXIETY = "anxiety"
    PAIN = "pain"
    SLEEP = "sleep"
    ENERGY = "energy"


class Ratings(Part, frozen=True, kw_only=True):
    """Five ratings; what was not answered is not there."""

    mood: Score | None = None
    anxiety: Score | None = None
    pain: Score | None = None
    sleep: Score | None = None
    energy: Score | None = None

    def score(self, rating: Rating) -> int | None:
        """Return the answer to *rating*, or nothing."""
        value: int | None = getattr(self, rating.value)
        return value

    def rated(self, rating: Rating, score: int | None) -> "Ratings":
        """Return the ratings with *rating* answered, or taken back."""
        return replace(self, **{rating.value: score})

    @property
    def answered(self) -> int:
        """How many of the five were answered."""
        return sum(self.score(rating) is not None for rating in Rating)


class CheckIn(Record, frozen=True, kw_only=True):
    """Side effects, ratings and words at one moment. Nothing is filled in for the patient.

    ``none_of_these`` is true only when the patient said so; effects and it exclude each other.
    """

    at: Moment
    time_point: TimePoint = TimePoint.ANY_TIME
    infusion: str | None = None
    none_of_these: bool = False
    effects: tuple[EffectNote, ...] = ()
    ratings: Ratings = Ratings()
    words: str = ""

    @property
    def day(self) -> date:
        """The day whose file holds it."""
        return self.at.date()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said yet."""
        return not (self.none_of_these or self.effects or self.ratings.answered or self.words)

    @property
    def any_severe(self) -> bool:
        """Whether an effect was called severe."""
        return any(note.severity is Severity.SEVERE for note in self.effects)

    def effect(self, effect: str) -> EffectNote | None:
        """Return what was said of *effect*, or nothing."""
        return next((note for note in self.effects if note.effect == effect), None)

    def noticed(self, effect: str) -> "CheckIn":
        """Return the check-in with *effect* noticed, its strength still unsaid."""
        if self.effect(effect) is not None:
            return self
        return replace(
            self, none_of_these=False, effects=(*self.effects, EffectNote(effect=effect))
        )

    def not_noticed(self, effect: str) -> "CheckIn":
        """Return the check-in with *effect* unanswered again."""
        return replace(self, effects=tuple(note for note in self.effects if note.effect != effect))

    def noted(self, note: EffectNote) -> "CheckIn":
        """Return the check-in with *note* in the place of what was said of the same effect."""
        return replace(
            self,
            effects=tuple(note if old.effect == note.effect else old for old in self.effects),
        )

    def none_noticed(self, *, said: bool) -> "CheckIn":
        """Return the check-in with "None of these" said, which clears the effects, or unsaid."""
        if not said:
            return replace(self, none_of_these=False)
        return replace(self, none_of_these=True, effects=())

    def rated(self, rating: Rating, score: int | None) -> "CheckIn":
        """Return the check-in with one rating answered or taken back."""
        return replace(self, ratings=self.ratings.rated(rating, score))

    def saying(self, words: str) -> "CheckIn":
        """Return the check-in with *words*."""
        return replace(self, words=words)


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


class Day(Part, frozen=True, kw_only=True):
    """One day of the journal, each kind in the order of time."""

    check_ins: tuple[CheckIn, ...] = ()
    calm_sessions: tuple[CalmSession, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept of the day."""
        return not (self.check_ins or self.calm_sessions)

    def entries(self) -> tuple[CheckIn | CalmSession, ...]:
        """Return everything of the day, in the order of time."""
        return tuple(sorted([*self.check_ins, *self.calm_sessions], key=entry_time))


def entry_time(entry: CheckIn | CalmSession) -> datetime:
    """Return the moment by which *entry* is put in order."""
    return entry.at if isinstance(entry, CheckIn) else entry.started


def latest(check_ins: Iterable[CheckIn]) -> CheckIn | None:
    """Return the newest of *check_ins*, or nothing."""
    return max(check_ins, key=entry_time, default=None)
