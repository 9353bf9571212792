"""Eight weeks of one patient, six infusions with their check-ins, as they are told.

What is done with a story like this is in ``living``; what is to be found in the files afterwards
follows from it.
"""

from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from app.domain.check_in import Rating, TimePoint
from app.domain.check_in import Told as ToldHigh
from app.domain.effects import Began, Lasted, Severity
from app.domain.infusion import Outcome
from app.domain.reflection import Holds
from tests.support.clock import BERLIN_WINTER

FIRST_MORNING: Final = datetime(2026, 11, 2, 9, tzinfo=BERLIN_WINTER)
"""A Monday; everything is in winter time."""

ARRIVE: Final = time(13, 30)
PLACE: Final = "Riverside Clinic"

_MILD, _MODERATE, _SEVERE = Severity


class More(NamedTuple):
    """What is told of an effect besides its strength."""

    effect: str
    began: Began
    lasted: Lasted
    still_there: bool
    helped: str = ""


class Told(NamedTuple):
    """One check-in as it is made: when, at which time point, and everything that is said.

    Effects come in the order in which the page has them. ``none`` is "None of these". *foggy*:
    it is begun one question at a time and put off, and told the next morning. *skipped*: it is
    not told at all.
    """

    at: datetime
    point: TimePoint
    foggy: bool = False
    skipped: bool = False
    effects: tuple[tuple[str, Severity | None], ...] = ()
    own: str = ""
    none: bool = False
    more: tuple[More, ...] = ()
    told_high: ToldHigh | None = None
    vitals: tuple[tuple[str, int], ...] = ()
    ratings: tuple[tuple[Rating, int], ...] = ()
    words: str = ""


class Reflected(NamedTuple):
    """A reflection, and what is said of it a day later."""

    at: datetime
    during: str
    after: str
    holds: Holds


class Screened(NamedTuple):
    """A PHQ-9: the nine answers, and the one that does not count."""

    at: datetime
    answers: tuple[int, ...]
    difficulty: int


class Visit(NamedTuple):
    """One infusion: its day, what became of it, and the check-ins after it."""

    day: date
    outcome: Outcome
    told: tuple[Told, ...]
    reflected: Reflected | None = None


class _Days(NamedTuple):
    """How strong something is straight after, after 2 hours, next morning, on days 3 and 7."""

    straight_after: Severity | None = None
    two_hours: Severity | None = None
    next_morning: Severity | None = None


_WHEN: Final = (
    (TimePoint.STRAIGHT_AFTER, 0, time(15, 0)),
    (TimePoint.TWO_HOURS, 0, time(16, 30)),
    (TimePoint.NEXT_MORNING, 1, time(9, 10)),
    (TimePoint.DAY_3, 3, time(10, 5)),
    (TimePoint.DAY_7, 7, time(11, 20)),
)

_EFFECTS: Final = (
    {"nausea": _Days(_MODERATE, _MILD), "dizziness": _Days(_MODERATE, _MODERATE, _MILD),
     "drowsiness": _Days(_SEVERE, _MODERATE, _MILD), "dissociation": _Days(_MODERATE)},
    {"nausea": _Days(_MILD, _MILD), "dizziness": _Days(_MODERATE, _MILD),
     "drowsiness": _Days(_MODERATE, _MODERATE), "dissociation": _Days(_SEVERE)},
    {"headache": _Days(None, _MILD, _MILD), "dizziness": _Days(_MODERATE, _MILD),
     "drowsiness": _Days(_MODERATE, _MILD, _MILD), "dissociation": _Days(_MODERATE)},
    {"vomiting": _Days(_MODERATE), "nausea": _Days(_SEVERE, _MODERATE, _MILD),
     "anxiety": _Days(_MODERATE, _MILD), "drowsiness": _Days(_MILD)},
    {"dizziness": _Days(_MILD), "drowsiness": _Days(_MODERATE, _MILD),
     "altered_perception": _Days(_MODERATE), "dissociation": _Days(_MILD)},
    {"dizziness": _Days(_MILD), "drowsiness": _Days(_MILD, _MILD),
     "dissociation": _Days(_MODERATE)},
)  # fmt: skip
"""What was noticed after each infusion, and how strong, for as long as it was."""

_WORDS: Final = (
    ("Floating. The ceiling was far away.", "", "Slept long. A little wobbly.", "", "A flat day."),
    ("", "The ginger tea was good.", "Lighter than last week.", "", ""),
    ("Music carried me. Next time the longer list.", "", "", "Walked to the river and back.", ""),
    ("They stopped it because I was sick. Kind people.", "", "Tired, not sad.", "", ""),
    ("", "", "I rang my sister. We laughed.", "", "Slept through, twice in a row."),
    ("The room felt bigger. I was not afraid of it.", "", "", "Cooked for two.", ""),
)
_OWN: Final = {(0, 1): "Cold hands", (2, 2): "Tingling lips"}
"""Effects of the patient's own, by infusion and check-in, counted from 0."""

_MOOD: Final = ((2, 3, 4, 4, 3), (3, 4, 5, 5, 4), (4, 4, 6, 5, 5), (2, 3, 4, 5, 4),
                (5, 5, 6, 7, 6), (6, 6, 7, 7, 7))  # fmt: skip


_MORE: Final = {
    (0, 0): (More("nausea", Began.DURING, Lasted.AN_HOUR, still_there=True, helped="Ginger tea"),),
    (1, 0): (More("dissociation", Began.DURING, Lasted.MINUTES, still_there=False),),
    (4, 1): (More("drowsiness", Began.SOON_AFTER, Lasted.SOME_HOURS, still_there=True),),
}
"""What is told more closely, by infusion and check-in."""

_READINGS: Final = {
    (0, 0): (ToldHigh.YES, (("systolic", 148), ("diastolic", 92), ("pulse", 88))),
    (1, 0): (ToldHigh.NO, (("systolic", 131), ("diastolic", 84))),
    (3, 1): (ToldHigh.DONT_KNOW, (("pulse", 74), ("oxygen", 97))),
}

_REFLECTED: Final = {
    0: ("A wide river, and I was the river.", "Less in a hurry.", Holds.PARTLY),
    2: ("My grandmother's kitchen, in the afternoon.", "I want to write to my aunt.", Holds.YES),
    5: ("Nothing much. A quiet room.", "Quiet is good.", Holds.YES),
}
"""What comes up, what stays, and whether it still holds, by infusion."""

_PHQ_9: Final = (
    (0, (3, 3, 2, 3, 2, 3, 2, 1, 1), 2),
    (15, (2, 2, 2, 2, 1, 2, 1, 1, 0), 2),
    (30, (1, 2, 1, 2, 1, 1, 1, 0, 0), 1),
    (45, (1, 1, 1, 1, 0, 1, 0, 0, 0), 1),
)
"""The days after the first morning, the nine answers, and how difficult."""

_FOGGY, _SKIPPED = (3, 0), (5, 4)


def screened() -> tuple[Screened, ...]:
    """Return the questionnaires, in their order."""
    return tuple(
        Screened(FIRST_MORNING + timedelta(days=day, hours=10), answers, difficulty)
        for day, answers, difficulty in _PHQ_9
    )


def story() -> tuple[Visit, ...]:
    """Return the six infusions in their order: five went ahead, and one was stopped early."""
    return tuple(_visit(number) for number in range(len(_EFFECTS)))


def _visit(number: int) -> Visit:
    first = FIRST_MORNING.date() + timedelta(days=2)
    day = first + timedelta(weeks=number)
    outcome = Outcome.STOPPED_EARLY if number == 3 else Outcome.WENT_AHEAD
    told = tuple(_told(number, place, day) for place in range(len(_WHEN)))
    reflected = None
    if number in _REFLECTED:
        morning = datetime.combine(day + timedelta(days=1), time(9, 40), BERLIN_WINTER)
        reflected = Reflected(morning, *_REFLECTED[number])
    return Visit(day, outcome, told, reflected)


def _told(number: int, place: int, day: date) -> Told:
    point, days, at = _WHEN[place]
    ladder = _EFFECTS[number]
    noticed = (
        (effect, strength[place])
        for effect, strength in ladder.items()
        if place < len(strength) and strength[place] is not None
    )
    effects = tuple(noticed)
    mood = _MOOD[number][place]
    ratings = [(Rating.MOOD, mood)]
    if place > 1:
        ratings += [(Rating.ANXIETY, max(9 - mood - number // 2, 0)), (Rating.SLEEP, 3 + number)]
    moment = datetime.combine(day + timedelta(days=days), at, BERLIN_WINTER)
    if (number, place) == _SKIPPED:
        return Told(at=moment, point=point, skipped=True)
    told_high, vitals = _READINGS.get((number, place), (None, ()))
    return Told(
        at=moment,
        point=point,
        foggy=(number, place) == _FOGGY,
        effects=effects,
        own=_OWN.get((number, place), ""),
        none=not effects,
        more=_MORE.get((number, place), ()),
        told_high=told_high,
        vitals=vitals,
        ratings=tuple(ratings),
        words=_WORDS[number][place],
    )
