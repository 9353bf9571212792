"""Living a story in the real window, by keyboard alone, on a clock that the story moves."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt

from app.domain.check_in import Rating
from app.domain.effects import Severity
from tests.support.clock import FixedClock
from tests.support.eight_weeks import ARRIVE, PLACE, Told, Visit
from tests.support.keyboard import Keyboard

_STRENGTHS: Final = tuple(Severity)


def live(keys: Keyboard, clock: FixedClock, story: tuple[Visit, ...]) -> None:
    """Plan what *story* tells, and live through it."""
    _plan(keys, len(story))
    events: list[tuple[datetime, Told | Visit]] = []
    for visit in story:
        events += [(one.at, one) for one in visit.told]
        events.append((visit.told[0].at.replace(hour=14, minute=50), visit))
    for at, event in sorted(events, key=_moment):
        clock.advance(seconds=(at - clock.now()).total_seconds())
        keys.go_to("prepare")
        keys.go_to("today")
        if isinstance(event, Visit):
            keys.use(f"outcome:{event.outcome.value}")
        else:
            _check_in(keys, event)


def _moment(event: tuple[datetime, Told | Visit]) -> datetime:
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


def _check_in(keys: Keyboard, told: Told) -> None:
    """Open the check-in that is due on Today, and say what *told* says."""
    _open(keys)
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
            _say_how_strong(keys, effect, strength)
    for rating, score in told.ratings:
        _rate(keys, rating, score)
    if told.words:
        keys.tab_to("check_in:words")
        keys.write(told.words)
    keys.use("check_in:done")


def _open(keys: Keyboard) -> None:
    """Open the check-in that is due: it leads Today, or stands beside what does."""
    keys.use("today:due" if keys.finds("today:due") else "today:primary")


def _say_how_strong(keys: Keyboard, effect: str, strength: Severity) -> None:
    keys.use(f"severity:{effect}:{Severity.MILD.value}")
    keys.press(Qt.Key.Key_Right, times=_STRENGTHS.index(strength))


def _rate(keys: Keyboard, rating: Rating, score: int) -> None:
    keys.tab_to(f"rating:{rating.value}:0")
    keys.press(Qt.Key.Key_Right, times=score)
    keys.press(Qt.Key.Key_Space)
