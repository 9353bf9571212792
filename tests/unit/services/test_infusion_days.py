"""The days of infusions, and what belongs to one, without reading every file."""

from datetime import date, timedelta

from msgspec.structs import replace

from app.domain.check_in import TimePoint
from app.domain.infusion import Infusion, Outcome
from app.domain.reflection import Reflection
from app.services.infusion_days import InfusionDays
from app.services.stories import Stories
from tests.support.data_folders import MORNING, check_in, infusion
from tests.support.day import Day


def read_all(day: Day) -> None:
    """Let the search read everything."""
    day.settle()
    program = day.reopen()
    assert program.search.is_reading
    program.loading.start()
    while program.loading.step():
        pass


def keep(day: Day, on: date, arrive: str | None = None, outcome: Outcome | None = None) -> Infusion:
    """Keep an infusion."""
    number = f"{on.isoformat()}-{arrive[:2] if arrive else 'no'}"
    one = replace(infusion(number, on), arrive=arrive, outcome=outcome)
    return day.program.infusions.keep(one)


def test_infusions_of_all_years_are_known_once_all_is_read(day: Day) -> None:
    """Recent ones before; of two on a day the first; cancelled ones are on no day."""
    today = day.clock.now().date()
    recent = keep(day, today, "13:30")
    early = keep(day, today, "09:00")
    keep(day, today - timedelta(days=3), outcome=Outcome.CANCELLED)
    old = [keep(day, date(2020, 5, number)) for number in (1, 2, 3)]
    day.settle()
    day.reopen()
    days = InfusionDays(day.program.infusions, day.program.search)
    before = days.between(date(2020, 1, 1), today)
    read_all(day)
    days = InfusionDays(day.program.infusions, day.program.search)

    after = days.between(date(2020, 5, 2), today)

    assert {one.id for one in before.values()} == {early.id}
    assert list(after) == [date(2020, 5, 2), date(2020, 5, 3), today]
    assert after[today].id == early.id != recent.id
    assert old[0].date not in after


def test_what_belongs_to_an_infusion_is_found_on_any_day(day: Day) -> None:
    """Its own days at once, all others when the search has come so far."""
    one = day.program.infusions.keep(infusion())
    day.program.journal.keep(check_in("", entry_id="near"))
    far = check_in("", entry_id="far", at=MORNING + timedelta(days=40))
    day.program.journal.keep(replace(far, time_point=TimePoint.MONTHLY))
    other = check_in("", entry_id="other", at=MORNING + timedelta(days=1))
    day.program.journal.keep(replace(other, infusion="2020-01-01-zzz"))
    at = MORNING + timedelta(days=50)
    words = Reflection(id="refl", created=at, changed=at, at=at, infusion=one.id, after="Wide")
    day.program.journal.keep(words)
    read_all(day)
    program = day.program
    stories = Stories(
        program.infusions, program.journal, program.search, program.content, day.clock
    )

    story = stories.of(one.id)

    assert story is not None
    assert [[made.id for made in point.check_ins] for point in story.points] == [["near"], ["far"]]
    assert [reflection.id for reflection in story.reflections] == ["refl"]
    assert stories.of("2020-01-01-zzz") is None
    assert [found.id for found in stories.newest(5)] == [one.id]


def test_an_infusion_at_the_end_of_the_calendar_has_its_own_day_alone(day: Day) -> None:
    """Nothing can be counted beyond it."""
    one = day.program.infusions.keep(infusion("9999-12-31-abc", date(9999, 12, 31)))
    program = day.program
    stories = Stories(
        program.infusions, program.journal, program.search, program.content, day.clock
    )

    story = stories.of(one.id)

    assert story is not None
    assert story.points == ()
