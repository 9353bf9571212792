"""All infusions: a month to turn, a list, and the way to each plan."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.infusion import Outcome
from app.domain.preferences import Look, ThemeName
from tests.support import lint, pages
from tests.support.seat import Seat


def test_planned_and_past_ones_are_in_the_month_and_in_the_list(seat: Seat) -> None:
    """Each says what became of it, in words; each leads to its plan."""
    past = seat.answered(-3, Outcome.WENT_AHEAD)
    cancelled = seat.answered(2, Outcome.CANCELLED)
    coming = seat.plan(4)
    seat.go("prepare")

    seat.click("prepare:all")

    assert seat.here == "infusions"
    assert "November 2026" in seat.words
    names = [
        seat.find(f"day:{one.date.isoformat()}").accessibleName()
        for one in (past, cancelled, coming)
    ]
    assert "went ahead" in names[0]
    assert "cancelled" in names[1]
    assert names[2] == "Saturday 28 November, Infusion 2 of 6"
    rows = [seat.find(f"infusion:{one.id}") for one in (coming, cancelled, past)]
    assert [row.accessibleName().partition(",")[0] for row in rows] == [
        "28 November 2026",
        "26 November 2026",
        "21 November 2026",
    ]
    tops = [seat.top(f"infusion:{one.id}") for one in (coming, cancelled, past)]
    assert tops == sorted(tops)
    seat.click(f"infusion:{past.id}")
    assert seat.here == "plan"
    seat.go("infusions")
    seat.click(f"day:{coming.date.isoformat()}")
    assert seat.here == "plan"


def test_the_month_is_turned_by_keyboard(seat: Seat) -> None:
    """It begins with the month of the next infusion; years are turned too."""
    seat.plan(10)
    seat.go("infusions")
    assert "December 2026" in seat.words

    seat.find("infusions:forth").setFocus()
    seat.press(Qt.Key.Key_Space)
    assert "January 2027" in seat.words
    assert seat.focus == "infusions:forth"
    seat.click("infusions:back")
    seat.click("infusions:back")
    assert "November 2026" in seat.words
    assert not seat.shows("day:2026-12-04")


def test_without_any_there_is_one_thing_to_do(seat: Seat) -> None:
    """Nothing is planned yet, and a button."""
    seat.go("infusions")

    assert "Nothing is planned yet." in seat.words
    assert "Before" not in seat.words.split("\n")
    seat.click("infusions:plan")
    assert seat.here == "plan"
    seat.go("infusions")
    seat.click("infusions:prepare")
    assert seat.here == "prepare"


def test_one_that_was_leads_to_its_page_for_the_clinic(seat: Seat) -> None:
    """Not before there is one, and not of one that was cancelled."""
    seat.answered(-3, Outcome.CANCELLED)
    seat.go("infusions")
    before = seat.shows("infusions:visit_report")
    seat.answered(-2, Outcome.STOPPED_EARLY)
    seat.settle()

    seat.click("infusions:visit_report")

    assert not before
    assert seat.here == "visit_report"
    assert "stopped early" in seat.page_words


def test_what_changes_shows_at_once(seat: Seat) -> None:
    """A plan that is taken back leaves month and list."""
    seat.go("plan")
    seat.click("plan:keep")
    seat.go("infusions")
    assert seat.shows("day:2026-11-25")

    seat.click("undo")

    assert not seat.shows("day:2026-11-25")
    assert "Nothing is planned yet." in seat.words


@pytest.mark.parametrize(
    ("percent", "size"),
    [
        (100, (480, 400)),
        (100, (800, 600)),
        (200, (664, 600)),
        (200, (800, 600)),
        (200, (1180, 860)),
    ],
)
def test_everything_fits(seat: Seat, percent: int, size: tuple[int, int]) -> None:
    """Sixty of them too."""
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    seat.desktop.program.preferences.keep_look(look)
    for days in range(0, 120, 2):
        seat.plan(days)
    seat.desktop.window.resize(*size)
    seat.go("infusions")
    pages.settle()

    assert not lint.clipped(seat.desktop.window)
    assert not lint.small_targets(seat.desktop.window)
    assert not lint.unnamed(seat.desktop.window)
    assert seat.desktop.program.infusions.newest(1)[0].date > date(2027, 3, 1)
