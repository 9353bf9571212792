"""Series of infusions."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.checklist import Tick
from app.domain.ids import infusion_id
from app.domain.infusion import Infusion, Outcome, Ride
from app.domain.series import MOST, Spacing, days, of_series, planned, renumbered
from app.storage.codec import FieldError, decode
from app.storage.yaml_values import Document

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MONDAY = date(2026, 11, 30)
TWICE_A_WEEK = Spacing(gaps=(3, 4))


def plan() -> Infusion:
    """Return the first of a series, with much already said of it."""
    return Infusion(
        id="draft",
        created=NOW,
        changed=NOW,
        date=MONDAY,
        arrive="13:30",
        zone="Europe/Berlin",
        place="Riverside",
        travel_minutes=30,
        early_minutes=15,
        minutes=50,
        music="Slow piano",
        intention="Let it come.",
        notes="Blue blanket.",
        ride=Ride(who="Ann", confirmed=True),
        ticks=(Tick(item="eye_mask", title="Eye mask", ticked_at=NOW),),
    )


def ids_for(on: tuple[date, ...]) -> tuple[str, ...]:
    """Return ids as the service makes them, with the least lucky tokens there are."""
    return tuple(infusion_id(day, lambda length: "a" * length) for day in on)


def six() -> tuple[Infusion, ...]:
    """Return six infusions, twice a week."""
    on = days(MONDAY, TWICE_A_WEEK)
    return planned(plan(), on, ids_for(on))


def numbers(series: tuple[Infusion, ...]) -> list[tuple[int | None, int | None]]:
    """Return number and total of each."""
    return [(one.number, one.total) for one in series]


def cancelled(series: tuple[Infusion, ...], *places: int) -> list[Infusion]:
    """Return *series* with those at *places* cancelled."""
    return [
        replace(one, outcome=Outcome.CANCELLED) if place in places else one
        for place, one in enumerate(series)
    ]


@pytest.mark.parametrize(
    ("spacing", "count", "shown"),
    [
        (Spacing(gaps=(3, 4)), 6, "11-30 12-03 12-07 12-10 12-14 12-17"),
        (Spacing(gaps=(7,)), 3, "11-30 12-07 12-14"),
        (Spacing(gaps=(2, 2, 3)), 4, "11-30 12-02 12-04 12-07"),
        (Spacing(weekdays=(0, 3)), 6, "11-30 12-03 12-07 12-10 12-14 12-17"),
        (Spacing(weekdays=(3, 0, 3)), 3, "11-30 12-03 12-07"),
        (Spacing(weekdays=(1,)), 3, "11-30 12-01 12-08"),
        (Spacing(weekdays=(0,)), 2, "11-30 12-07"),
        (Spacing(weekdays=(5, 6)), 3, "11-30 12-05 12-06"),
        (Spacing(gaps=(3,)), 1, "11-30"),
    ],
)
def test_days_follow_each_other_by_the_spacing(spacing: Spacing, count: int, shown: str) -> None:
    """The first is where the patient put it, whatever weekday that is."""
    assert " ".join(f"{day:%m-%d}" for day in days(MONDAY, spacing, count)) == shown


def test_six_are_usual() -> None:
    """Any number from one to sixty can be planned."""
    assert len(days(MONDAY, TWICE_A_WEEK)) == 6
    assert len(days(MONDAY, TWICE_A_WEEK, MOST)) == 60


@pytest.mark.parametrize("count", [0, -1, 61, 10_000])
def test_another_number_is_refused(count: int) -> None:
    """Nobody means to plan ten thousand."""
    with pytest.raises(ValueError, match="1 to 60"):
        days(MONDAY, TWICE_A_WEEK, count)


@pytest.mark.parametrize(
    ("place", "raw"),
    [
        (None, {}),
        (None, {"gaps": [3], "weekdays": [0]}),
        ("gaps[1]", {"gaps": [3, 0]}),
        ("weekdays[0]", {"weekdays": [7]}),
    ],
)
def test_a_spacing_that_is_no_spacing_is_refused(place: str | None, raw: Document) -> None:
    """By the place of what is wrong."""
    with pytest.raises(FieldError) as refused:
        decode(raw, Spacing)

    assert refused.value.field == place


@given(
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    st.builds(Spacing, gaps=st.lists(st.integers(1, 60), min_size=1, max_size=4).map(tuple))
    | st.builds(Spacing, weekdays=st.sets(st.integers(0, 6), min_size=1).map(tuple)),
    st.integers(1, MOST),
)
def test_any_series_has_days_and_ids_of_its_own(first: date, spacing: Spacing, count: int) -> None:
    """One after the other, all of them, numbered from one."""
    on = days(first, spacing, count)

    series = planned(plan(), on, ids_for(on))

    assert [one.date for one in series] == sorted(set(on))
    assert len({one.id for one in series}) == count
    assert numbers(series) == [(number, count) for number in range(1, count + 1)]
    assert renumbered(series) == series
    if spacing.weekdays:
        assert {day.weekday() for day in on[1:]} <= set(spacing.weekdays)


def test_a_series_shares_its_plan_and_nothing_of_a_day() -> None:
    """Ride, notes, ticks and intention belong to the first alone."""
    first, second, *_others = six()

    assert first == replace(
        plan(), id=first.id, number=1, total=6, series=first.id, date=first.date
    )
    assert second == Infusion(
        id=second.id,
        created=NOW,
        changed=NOW,
        date=date(2026, 12, 3),
        arrive="13:30",
        zone="Europe/Berlin",
        place="Riverside",
        travel_minutes=30,
        early_minutes=15,
        minutes=50,
        music="Slow piano",
        number=2,
        total=6,
        series=first.id,
    )


def test_a_series_goes_on_from_where_the_plan_stands() -> None:
    """Somebody may begin with the program in the middle of theirs."""
    on = days(MONDAY, TWICE_A_WEEK, 2)
    fourth = replace(plan(), number=4, total=6, series="before")

    series = planned(fourth, on, ids_for(on))

    assert numbers(series) == [(4, 6), (5, 6)]
    assert {one.series for one in series} == {"before"}


def test_each_day_needs_its_id() -> None:
    """Two infusions are never one file."""
    with pytest.raises(ValueError, match="zip"):
        planned(plan(), days(MONDAY, TWICE_A_WEEK, 3), ["one", "two"])


def test_a_cancelled_one_takes_no_number_from_the_others() -> None:
    """It keeps its own; six were planned, and the total goes on saying so."""
    series = renumbered(cancelled(six(), 2))

    assert numbers(series) == [(1, 6), (2, 6), (3, 6), (3, 6), (4, 6), (5, 6)]
    assert series[2].outcome is Outcome.CANCELLED


def test_bringing_a_cancelled_one_back_restores_every_number() -> None:
    """Also where two were cancelled, the first among them."""
    without = renumbered(cancelled(six(), 0, 3))

    back = renumbered(replace(one, outcome=None) for one in without)

    assert numbers(without) == [(1, 6), (1, 6), (2, 6), (4, 6), (3, 6), (4, 6)]
    assert back == six()


def test_a_moved_one_gets_the_number_of_its_new_day() -> None:
    """The name of its file stays."""
    series = list(six())
    moved = replace(series[1], date=series[5].date + timedelta(days=4))

    after = renumbered([*series[:1], moved, *series[2:]])

    assert [one.id for one in after][-1] == moved.id
    assert numbers(after) == [(number, 6) for number in range(1, 7)]


def test_one_more_raises_the_total() -> None:
    """Seven of six would be odd."""
    seventh = replace(six()[5], id="more", date=date(2026, 12, 21), number=7, total=7)

    assert numbers(renumbered([*six(), seventh]))[-2:] == [(6, 7), (7, 7)]


def test_what_the_patient_took_away_is_not_put_back() -> None:
    """A number or a total that was cleared stays so."""
    first, second, third, *_others = six()
    some = [first, replace(second, number=None), replace(third, total=None)]

    assert numbers(renumbered(some)) == [(1, 6), (None, 6), (2, None)]
    assert numbers(renumbered([replace(first, number=None, total=None)])) == [(None, None)]
    assert renumbered([]) == ()


def test_only_those_planned_together_are_a_series() -> None:
    """An infusion that was planned by itself is one by itself."""
    alone = replace(plan(), id="alone")
    other = replace(plan(), id="other", series="other")
    everything = [other, *reversed(six()), alone, replace(alone, id="alone too")]

    assert of_series(everything, six()[3]) == six()
    assert of_series(everything, alone) == (alone,)
