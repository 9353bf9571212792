"""A check-in: side effects, readings, ratings and words at one moment."""

from collections.abc import Iterable
from datetime import date as calendar_date
from datetime import datetime
from enum import Enum
from typing import Annotated

from msgspec import Meta
from msgspec.structs import replace

from app.domain.effects import EffectNote, Severity
from app.domain.records import Moment, Part, Record
from app.domain.text import clean

Score = Annotated[int, Meta(ge=0, le=10)]
"""A rating from 0 to 10."""

Reading = Annotated[int, Meta(ge=0, le=999)]
"""A number that a device showed."""


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


class Vitals(Part, frozen=True, kw_only=True):
    """What was measured, as the patient wrote it: nothing is judged, and nothing is refused.

    Blood pressure in mmHg, pulse in beats a minute, oxygen saturation in percent.
    """

    systolic: Reading | None = None
    diastolic: Reading | None = None
    pulse: Reading | None = None
    oxygen: Reading | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was measured."""
        return self == Vitals()


class Told(Enum):
    """The answer to "Were you told your blood pressure was high?"."""

    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"


class Bothering(Enum):
    """The answer to "Is anything bothering you?"; "I can't say" is one of its own."""

    YES = "yes"
    NO = "no"
    CANNOT_SAY = "cannot_say"


class CheckIn(Record, frozen=True, kw_only=True):
    """Side effects, ratings and words at one moment. Nothing is filled in for the patient.

    ``none_of_these`` is true only when the patient said so; effects and it exclude each other.
    ``ask_again_on`` and ``skipped`` are what the patient answered instead of the rest.
    """

    at: Moment
    time_point: TimePoint = TimePoint.ANY_TIME
    infusion: str | None = None
    bothering: Bothering | None = None
    none_of_these: bool = False
    effects: tuple[EffectNote, ...] = ()
    told_high_pressure: Told | None = None
    vitals: Vitals = Vitals()
    ratings: Ratings = Ratings()
    words: str = ""
    ask_again_on: calendar_date | None = None
    """The day on which the patient wants to be asked again, after "Ask me tomorrow"."""
    skipped: bool = False

    @property
    def day(self) -> calendar_date:
        """The day whose file holds it."""
        return self.at.date()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said yet."""
        return not (self.says_something or self.ask_again_on or self.skipped)

    @property
    def says_something(self) -> bool:
        """Whether anything was answered, other than when to be asked again or not at all."""
        answers = (self.bothering, self.none_of_these, self.effects, self.told_high_pressure)
        return any(answers) or bool(not self.vitals.is_empty or self.ratings.answered or self.words)

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that was written in it: its words, and what helped."""
        return tuple(text for text in (self.words, *(n.helped for n in self.effects)) if text)

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

    def with_notes(self, notes: Iterable[EffectNote]) -> "CheckIn":
        """Return the check-in with *notes* too; what is said of the same effects by now stays."""
        missing = tuple(note for note in notes if self.effect(note.effect) is None)
        if not missing:
            return self
        return replace(self, none_of_these=False, effects=(*self.effects, *missing))

    def none_noticed(self, *, said: bool) -> "CheckIn":
        """Return the check-in with "None of these" said, which clears the effects, or unsaid."""
        if not said:
            return replace(self, none_of_these=False)
        return replace(self, none_of_these=True, effects=())

    def rated(self, rating: Rating, score: int | None) -> "CheckIn":
        """Return the check-in with one rating answered or taken back."""
        return replace(self, ratings=self.ratings.rated(rating, score))

    def measured(self, vitals: Vitals) -> "CheckIn":
        """Return the check-in with *vitals* as what was measured."""
        return replace(self, vitals=vitals)

    def told(self, told: Told | None) -> "CheckIn":
        """Return the check-in with an answer about high blood pressure, or without one."""
        return replace(self, told_high_pressure=told)

    def bothered(self, bothering: Bothering | None) -> "CheckIn":
        """Return the check-in with an answer to "Is anything bothering you?", or without one."""
        return replace(self, bothering=bothering)

    def put_off(self, until: calendar_date | None) -> "CheckIn":
        """Return the check-in to be asked for again on the day *until*; nothing: not any more."""
        return replace(self, ask_again_on=until, skipped=False)

    def skipping(self, *, said: bool) -> "CheckIn":
        """Return the check-in with "Skip" said, or unsaid."""
        return replace(self, skipped=said, ask_again_on=None)

    def cleaned(self) -> "CheckIn":
        """Return the check-in with its words as a file can hold them."""
        notes = (replace(note, helped=clean(note.helped)) for note in self.effects)
        return replace(self, words=clean(self.words), effects=tuple(notes))

    def unskipped(self) -> "CheckIn":
        """Return the check-in as it is to be kept: one that says something is not skipped."""
        return replace(self, skipped=False) if self.skipped and self.says_something else self

    def belonging(self, at: datetime, time_point: TimePoint, infusion: str | None) -> "CheckIn":
        """Return the check-in at another moment, time point or infusion."""
        return replace(self, at=at, time_point=time_point, infusion=infusion)

    def saying(self, words: str) -> "CheckIn":
        """Return the check-in with *words*."""
        return replace(self, words=words)


def latest(check_ins: Iterable[CheckIn]) -> CheckIn | None:
    """Return the newest of *check_ins*, or nothing."""
    return max(check_ins, key=_moment, default=None)


def _moment(check_in: CheckIn) -> datetime:
    return check_in.at
