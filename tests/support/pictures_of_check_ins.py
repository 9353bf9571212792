"""Pictures of a check-in with everything that can be open."""

from app.domain.check_in import TimePoint, Vitals
from app.domain.follow_up import tomorrow
from app.ui.route import Route
from app.ui.widgets.fold import FoldButton
from tests.support.pictures import Studio, settle, studio


def check_in_states(wanted: tuple[str, ...]) -> None:
    """What is folded away, unfolded."""
    with studio(wanted) as room:
        room.fill()
        route = _noticed(room)
        room.take("check-in-more", route, _Open(room, "more:nausea"))
        room.take("check-in-readings", route, _Open(room, "check_in:readings"))
        due = Route("check_in", f"new:day_7:{room.desktop.program.infusions.newest(2)[-1].id}")
        room.take("check-in-day-7", due)
        room.take("check-in-when", due, _Open(room, "check_in:when"))
        room.take("check-in-day-7-end", due, end=True)
    with studio(wanted) as room:
        room.fill()
        _put_off(room)
        room.take("today-open", Route("today"))


def _noticed(room: Studio) -> Route:
    """Keep a check-in with two effects, and return the way to it."""
    journal = room.desktop.program.journal
    draft = journal.draft(TimePoint.ANY_TIME, None).noticed("nausea").noticed("dissociation")
    odd = Vitals(systolic=80, diastolic=120, pulse=5)
    kept = journal.keep(draft.measured(odd))
    return Route("check_in", f"open:{kept.day}:{kept.id}")


def _put_off(room: Studio) -> None:
    """Put off the first check-in after the last infusion, and sleep over it."""
    journal, clock = room.desktop.program.journal, room.desktop.program.clock
    past = room.desktop.program.infusions.newest(2)[-1]
    journal.keep(journal.draft(TimePoint.STRAIGHT_AFTER, past.id).put_off(tomorrow(clock.now())))
    room.clock.advance(days=1)


class _Open:
    """Unfolds what folds away, and scrolls it to the top."""

    def __init__(self, room: Studio, name: str) -> None:
        self._room = room
        self._name = name

    def __call__(self) -> None:
        """Unfold it."""
        page = self._room.desktop.window.navigation.page
        assert page is not None
        (fold,) = (one for one in page.findChildren(FoldButton, self._name) if one.isVisible())
        if not fold.is_open:
            fold.click()
        settle()
        page.scroll_to(fold)
