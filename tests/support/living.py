"""Living a story in the real window, by keyboard alone, on a clock that the story moves."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from enum import Enum
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import Qt

from app.domain.check_in import Rating
from app.domain.check_in import Told as ToldHigh
from app.domain.effects import Began, Lasted, Severity
from app.domain.infusion import Outcome
from app.domain.reflection import Holds
from tests.support.clock import FixedClock
from tests.support.eight_weeks import (
    ARRIVE,
    PLACE,
    More,
    Reflected,
    Screened,
    Told,
    Visit,
)
from tests.support.keyboard import Keyboard

_Event: TypeAlias = tuple[datetime, Callable[[], None]]

_NUMBERS: Final = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
_NINTH: Final = 8


def live(
    keys: Keyboard, clock: FixedClock, story: tuple[Visit, ...], screened: tuple[Screened, ...]
) -> None:
    """Plan what *story* tells, and live through it, with the questionnaires of *screened*."""
    _plan(keys, len(story))
    events = [event for visit in story for event in _events(keys, visit, clock)]
    events += [(one.at, partial(_answer_phq_9, keys, clock, one)) for one in screened]
    for at, happen in sorted(events, key=_moment):
        clock.advance(seconds=(at - clock.now()).total_seconds())
        keys.go_to("prepare")
        keys.go_to("today")
        happen()


def _events(keys: Keyboard, visit: Visit, clock: FixedClock) -> Iterator[_Event]:
    """Yield what happens because of *visit*, and when."""
    yield visit.told[0].at - timedelta(minutes=10), partial(_answer, keys, visit.outcome)
    for told in visit.told:
        if told.foggy:
            yield told.at, partial(_answer_foggy, keys, clock)
            again = told.at.replace(hour=9, minute=30) + timedelta(days=1)
            yield again, partial(_check_in, keys, told, "today:asked_again")
        elif told.skipped:
            yield told.at, partial(_skip, keys)
        else:
            yield told.at, partial(_check_in, keys, told)
    if visit.reflected is not None:
        yield visit.reflected.at, partial(_reflect, keys, visit.reflected)
        yield visit.reflected.at + timedelta(days=1), partial(_look_back, keys, visit.reflected)


def _moment(event: _Event) -> datetime:
    return event[0]


def _plan(keys: Keyboard, count: int) -> None:
    """Skip the first screen, and plan *count* infusions a week apart, from Wednesday on."""
    keys.use("first_run:skip")
    keys.use("today:primary")
    keys.tab_to("plan:date")
    keys.press(Qt.Key.Key_Up)
    keys.tab_to("plan:arrive")
    keys.write(f"{ARRIVE:%H:%M}")
    keys.tab_to("plan:place")
    keys.write(PLACE)
    keys.tab_to("plan:count")
    keys.replace(str(count))
    keys.tab_to("plan:apart:twice_a_week")
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Space)
    keys.use("plan:keep")


def _answer(keys: Keyboard, outcome: Outcome) -> None:
    keys.use(f"outcome:{outcome.value}")


def _check_in(keys: Keyboard, told: Told, way: str = "") -> None:
    """Open the check-in that is due, or the one that *way* leads to, and say what *told* says."""
    keys.use(way) if way else _open(keys)
    _notice(keys, told)
    for more in told.more:
        _say_more(keys, more)
    if told.told_high is not None:
        keys.use("check_in:readings")
        _choose(keys, "told", ToldHigh, told.told_high)
        for name, value in told.vitals:
            keys.tab_to(f"reading:{name}")
            keys.write(str(value))
    for rating, score in told.ratings:
        _rate(keys, rating, score)
    if told.words:
        keys.tab_to("check_in:words")
        keys.write(told.words)
    keys.use("check_in:done")


def _notice(keys: Keyboard, told: Told) -> None:
    """Tap what was noticed, and how strong."""
    for effect, _strength in told.effects:
        keys.use(f"effect:{effect}")
    if told.own:
        keys.use("effect:else")
        keys.tab_to("effect:own")
        keys.write(told.own)
        keys.press(Qt.Key.Key_Return)
    if told.none and not told.own:
        keys.use("effect:none")
    for effect, strength in told.effects:
        if strength is not None:
            _choose(keys, f"severity:{effect}", Severity, strength)


def _open(keys: Keyboard) -> None:
    """Open the check-in that is due: it leads Today, or stands beside what does."""
    keys.use("today:due" if keys.finds("today:due") else "today:primary")


def _skip(keys: Keyboard) -> None:
    _open(keys)
    keys.use("check_in:skip")


def _answer_foggy(keys: Keyboard, clock: FixedClock) -> None:
    """Say in three taps that something bothers, and that tomorrow is soon enough."""
    keys.use("today:second")
    for name in ("no", "yes", "done"):
        clock.advance(seconds=2)
        keys.use(f"foggy:{name}")


def _say_more(keys: Keyboard, more: More) -> None:
    keys.use(f"more:{more.effect}")
    _choose(keys, f"began:{more.effect}", Began, more.began)
    _choose(keys, f"lasted:{more.effect}", Lasted, more.lasted)
    keys.tab_to(f"still:{more.effect}:yes")
    keys.press(Qt.Key.Key_Right, times=not more.still_there)
    keys.press(Qt.Key.Key_Space)
    if more.helped:
        keys.tab_to(f"helped:{more.effect}")
        keys.write(more.helped)


def _choose(keys: Keyboard, group: str, kind: type[Enum], wanted: Enum) -> None:
    """Go to a *group* of answers, one of each of *kind*, walk to the one *wanted*, and take it."""
    values = list(kind)
    keys.tab_to(f"{group}:{values[0].value}")
    keys.press(Qt.Key.Key_Right, times=values.index(wanted))
    keys.press(Qt.Key.Key_Space)


def _rate(keys: Keyboard, rating: Rating, score: int) -> None:
    keys.tab_to(f"rating:{rating.value}:0")
    keys.press(Qt.Key.Key_Right, times=score)
    keys.press(Qt.Key.Key_Space)


def _reflect(keys: Keyboard, reflected: Reflected) -> None:
    keys.go_to("journal")
    keys.use("journal:reflect")
    for name, words in (("during", reflected.during), ("after", reflected.after)):
        keys.tab_to(f"reflection:{name}")
        keys.write(words)
    keys.use("reflection:done")


def _look_back(keys: Keyboard, reflected: Reflected) -> None:
    """Say whether what was written the day before still holds."""
    keys.use("today:reflection")
    _choose(keys, "reflection:holds", Holds, reflected.holds)
    keys.use("reflection:done")


def _answer_phq_9(keys: Keyboard, clock: FixedClock, screened: Screened) -> None:
    """Answer by number keys; an answer above 0 to the ninth question leads to whom to call."""
    keys.go_to("journal")
    keys.use("journal:questionnaires")
    keys.use("questionnaires:begin:phq_9")
    for answer in screened.answers:
        clock.advance(seconds=2)
        keys.press(_NUMBERS[answer])
    if screened.answers[_NINTH]:
        keys.use("crisis:go_on")
    clock.advance(seconds=2)
    keys.press(_NUMBERS[screened.difficulty])
    keys.use("answers:done")
