"""Everything of one infusion, gathered for a page on paper: counted and sorted, never judged."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import Enum
from typing import Final, TypeVar

from app.domain.calm_phases import PhaseKind
from app.domain.calm_session import CalmSession
from app.domain.check_in import CheckIn, Rating, TimePoint
from app.domain.effects import KNOWN_EFFECTS, OFTEN_WELCOME, Severity
from app.domain.follow_up import MONTHLY_UNTIL, USUAL, Ladder, days_since
from app.domain.infusion import Infusion
from app.domain.journal import Day, Entry, entry_time
from app.domain.offered import offered
from app.domain.questionnaire import Questionnaire
from app.domain.records import Part
from app.domain.reflection import Reflection

DAYS_BEFORE: Final = 31
"""From so many days before an infusion on, what belongs to it by its id is looked for."""

DAYS_AFTER: Final = MONTHLY_UNTIL + 9
"""Until so many days after it: the last monthly check-in, and the days on which it may be made."""

QUESTIONNAIRE_DAYS: Final = 8
"""So many days after it questionnaires count as of its days; they belong to no infusion by id."""

_ORDER: Final = tuple(TimePoint)
A_MINUTE: Final = 60
"""Seconds."""

_E = TypeVar("_E", bound=Entry)


class Said(Enum):
    """What was said of one effect at one time point.

    NONE only where the patient said "None of these"; NOTICED where no strength was said.
    """

    NOT_ANSWERED = "not_answered"
    NONE = "none"
    NOTICED = "noticed"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


class Column(Part, frozen=True, kw_only=True):
    """One check-in in which something was answered, after *infusion*."""

    infusion: Infusion
    check_in: CheckIn

    @property
    def point(self) -> TimePoint:
        """The time point."""
        return self.check_in.time_point

    @property
    def is_short(self) -> bool:
        """Whether it says whether anything bothered, in three taps, and nothing else."""
        return not self.check_in.bothered(None).says_something

    def said(self, effect: str) -> Said:
        """Return what was said of *effect*; "None of these" speaks of the offered ones alone."""
        note = self.check_in.effect(effect)
        if note is not None:
            return Said(note.severity.value) if note.severity is not None else Said.NOTICED
        is_none = self.check_in.none_of_these
        is_none = is_none and effect in offered(self.check_in, (self.infusion,))
        return Said.NONE if is_none else Said.NOT_ANSWERED


class Counts(Part, frozen=True, kw_only=True):
    """How many of the questions were answered, and how many strengths were severe."""

    answered: int = 0
    asked: int = 0
    strengths: int = 0
    severe: int = 0


class VisitRecord(Part, frozen=True, kw_only=True):
    """What is kept of one infusion.

    ``columns`` are the check-ins in which something was answered, by their time points; where
    several were made at one time point, all of them are there. ``put_off`` and ``skipped`` are
    the time points of which the patient said so; ``missed`` are those whose days have passed
    without a word.
    """

    infusion: Infusion
    columns: tuple[Column, ...] = ()
    put_off: tuple[CheckIn, ...] = ()
    skipped: tuple[CheckIn, ...] = ()
    missed: tuple[TimePoint, ...] = ()
    sessions: tuple[CalmSession, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    reflections: tuple[Reflection, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the journal holds nothing of it."""
        kept = (self.columns, self.put_off, self.skipped)
        return not any((*kept, self.sessions, self.questionnaires, self.reflections))

    @property
    def effects(self) -> tuple[str, ...]:
        """The effects noticed at any time point: the offered ones in their order, then others."""
        noticed = dict.fromkeys(
            note.effect for column in self.columns for note in column.check_in.effects
        )
        listed = [effect for effect in KNOWN_EFFECTS if effect in noticed]
        return (*listed, *(effect for effect in noticed if effect not in KNOWN_EFFECTS))

    @property
    def held_minutes(self) -> int | None:
        """The whole minutes that the sessions' part for the infusion ran; nothing without one."""
        runs = [held for one in self.sessions if (held := infusion_seconds(one))]
        return sum(runs) // A_MINUTE if runs else None

    def days(self, *, words: bool) -> tuple[date, date] | None:
        """Return the first and the last day of what is shown, or nothing.

        Reflections are nothing but *words*: without those they are not shown.
        """
        check_ins = (column.check_in for column in self.columns)
        entries: Iterable[Entry] = (*check_ins, *self.sessions, *self.questionnaires)
        found = [entry.day for entry in entries]
        if words:
            found += [day for one in self.reflections for day in _days_of(one)]
        return (min(found), max(found)) if found else None

    def counts(self) -> Counts:
        """Count over ``columns``, the check-ins at which something was answered.

        Asked at each of them: "Which did you notice?" (one question, however many effects it
        lists; answered by any effect or by "None of these"), whether high blood pressure was
        told, and the five ratings. For each effect that was noticed also how strong it was, and
        for those that are often welcome whether it bothered. Nothing else is asked: readings,
        words and details are offered, and a check-in that was put off, skipped or never made
        asked nothing. ``strengths`` are the answers to "how strong", ``severe`` those of them.
        """
        total = Counts()
        for column in self.columns:
            one = _counts(column)
            total = Counts(
                answered=total.answered + one.answered,
                asked=total.asked + one.asked,
                strengths=total.strengths + one.strengths,
                severe=total.severe + one.severe,
            )
        return total


def infusion_seconds(session: CalmSession) -> int:
    """Return how many seconds the part of *session* ran that was for the infusion."""
    return sum(one.seconds for one in session.phases if one.kind is PhaseKind.INFUSION)


def is_near(infusion: Infusion, day: date) -> bool:
    """Return whether *day* may hold something of *infusion*."""
    return -DAYS_BEFORE <= (day - infusion.date).days <= DAYS_AFTER


def gathered(
    infusion: Infusion, days: Iterable[Day], now: datetime, ladder: Ladder = USUAL
) -> VisitRecord:
    """Return what *days* hold of *infusion*.

    Check-ins and reflections belong to it by its id, calm sessions by its day, and
    questionnaires by the days from it to QUESTIONNAIRE_DAYS later.
    """
    kept = tuple(days)
    own = sorted(
        (one for day in kept for one in day.check_ins if one.infusion == infusion.id), key=_moment
    )
    columns = sorted(
        (Column(infusion=infusion, check_in=one) for one in own if one.says_something), key=_order
    )
    said = {_place(one): one for one in own if one.says_something}
    last = {**{_place(one): one for one in own}, **said}.values()
    sessions = (one for day in kept for one in day.calm_sessions)
    questionnaires = (one for day in kept for one in day.questionnaires)
    reflections = (one for day in kept for one in day.reflections)
    return VisitRecord(
        infusion=infusion,
        columns=tuple(columns),
        put_off=tuple(one for one in last if one.ask_again_on is not None),
        skipped=tuple(one for one in last if one.skipped),
        missed=tuple(_missed(infusion, own, now, ladder)),
        sessions=_sorted(one for one in sessions if one.day == infusion.date),
        questionnaires=_sorted(one for one in questionnaires if _is_of(infusion, one)),
        reflections=_sorted(
            one for one in reflections if one.infusion == infusion.id and not one.is_empty
        ),
    )


def _counts(column: Column) -> Counts:
    check_in = column.check_in
    if column.is_short:
        return Counts(answered=1, asked=1)
    effects = check_in.effects
    welcome = [note for note in effects if note.effect in OFTEN_WELCOME]
    strengths = [note.severity for note in effects if note.severity is not None]
    answers = (
        *((True,) if check_in.bothering is not None else ()),
        bool(effects or check_in.none_of_these),
        check_in.told_high_pressure is not None,
        *(check_in.ratings.score(rating) is not None for rating in Rating),
        *(note.severity is not None for note in effects),
        *(note.bothered is not None for note in welcome),
    )
    return Counts(
        answered=sum(answers),
        asked=len(answers),
        strengths=len(strengths),
        severe=strengths.count(Severity.SEVERE),
    )


def _order(column: Column) -> tuple[int, float]:
    return _ORDER.index(column.point), column.check_in.at.timestamp()


def _place(check_in: CheckIn) -> tuple[int, date | None]:
    """Return what tells time points apart: each month is one of its own, and each day."""
    which = {
        TimePoint.MONTHLY: check_in.day.replace(day=1),
        TimePoint.ANY_TIME: check_in.day,
    }
    return _ORDER.index(check_in.time_point), which.get(check_in.time_point)


def _missed(
    infusion: Infusion, made: Iterable[CheckIn], now: datetime, ladder: Ladder
) -> Iterator[TimePoint]:
    points = {one.time_point for one in made if not one.is_empty}
    gone = days_since(infusion, now)
    for rung in ladder.rungs:
        if rung.last_day < gone and rung.point not in points:
            yield rung.point


def _is_of(infusion: Infusion, one: Questionnaire) -> bool:
    day = (one.finished or one.at).date()
    return not one.is_empty and 0 <= (day - infusion.date).days <= QUESTIONNAIRE_DAYS


def _days_of(reflection: Reflection) -> Iterator[date]:
    yield reflection.day
    if reflection.look_back is not None:
        yield reflection.look_back.at.date()


def _sorted(entries: Iterable[_E]) -> tuple[_E, ...]:
    return tuple(sorted(entries, key=entry_time))


def _moment(check_in: CheckIn) -> tuple[datetime, datetime]:
    return check_in.at, check_in.changed
