"""What Today shows of the checklist. When it shows what is told in ``test_fortnights.py``."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.checklist import Item, Stage, Tick
from app.domain.infusion import Infusion
from app.domain.today import Situation, today

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
PLANNED = Infusion(
    id="2026-11-30-a7k", created=NOON, changed=NOON, date=NOON.date(), arrive="13:30"
)
ITEMS = [Item(id=f"i{n}", title=f"Item {n}", stage=Stage.MORNING) for n in range(5)]


def test_with_nothing_planned_there_is_only_planning() -> None:
    """An empty folder is not an error."""
    view = today([], [], ITEMS, NOON)

    assert view.situation is Situation.NOTHING_PLANNED
    assert view.first_open == ()


def test_days_before_show_at_most_three_open_items() -> None:
    """One thing at a time."""
    planned = PLANNED.marked("i0", Tick(item="i0", title="Item 0", ticked_at=NOON))

    view = today([planned], [], ITEMS, NOON - timedelta(days=3))

    assert (view.situation, view.days) == (Situation.DAYS_BEFORE, 3)
    assert [row.item.id for row in view.first_open] == ["i1", "i2", "i3"]
    assert (view.open_count, [row.item.id for row in view.done]) == (4, ["i0"])


@pytest.mark.parametrize(
    ("days", "first"), [(5, "week"), (1, "eve"), (0, "morning")], ids=["before", "eve", "day"]
)
def test_what_is_open_begins_with_the_items_of_the_day(days: int, first: str) -> None:
    """On the morning nobody reads about last week first."""
    stages = {
        "week": Stage.WEEK_BEFORE,
        "eve": Stage.DAY_BEFORE,
        "morning": Stage.MORNING,
    }
    listed = [Item(id=name, title=name, stage=stage) for name, stage in stages.items()]

    view = today([PLANNED], [], listed, NOON - timedelta(days=days))

    assert view.first_open[0].item.id == first
    assert view.open_count == 3
