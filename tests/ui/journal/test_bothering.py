"""Whether anything is bothering, answered in foggy mode: said in the journal, and to change."""

import pytest

from app.domain.check_in import Bothering, CheckIn, TimePoint, Told, Vitals
from app.ui.journal.summaries import check_in_summary, readings_summary
from tests.support import lint
from tests.support.seat import Seat


def answered(seat: Seat, bothering: Bothering | None) -> CheckIn:
    """Keep a check-in with this answer alone, and one word; return it."""
    journal = seat.desktop.program.journal
    draft = journal.draft(TimePoint.ANY_TIME, None).bothered(bothering)
    return journal.keep(draft.saying("Tired."))


def kept(seat: Seat) -> Bothering | None:
    """Return what is kept of it in the one check-in of today."""
    (check_in,) = seat.desktop.program.journal.day(seat.clock.now().date()).check_ins
    return check_in.bothering


@pytest.mark.parametrize(
    ("bothering", "sentence"),
    [
        (Bothering.YES, "Something bothers me"),
        (Bothering.NO, "Nothing bothers me"),
        (Bothering.CANNOT_SAY, "I can't say if anything bothers me"),
    ],
)
def test_the_journal_says_it_first(seat: Seat, bothering: Bothering, sentence: str) -> None:
    """It is the whole answer of somebody who stopped there."""
    check_in = answered(seat, bothering)

    seat.go("journal")

    row = seat.find(f"entry:{check_in.id}")
    assert f"{sentence} · “Tired.”" in row.accessibleName()
    assert check_in_summary(check_in.saying(""), str) == sentence


def test_it_is_asked_only_where_it_was_answered(seat: Seat) -> None:
    """The page does not grow for everybody, nor for the next check-in."""
    seat.go("check_in", "new")
    assert not seat.shows("bothering:yes")

    first, second = answered(seat, Bothering.NO), answered(seat, None)
    seat.go("check_in", f"open:{first.day}:{first.id}")
    assert seat.is_checked("bothering:no")
    assert "Is anything bothering you?" in seat.page_words
    assert lint.unnamed(seat.desktop.window) == []
    assert lint.clipped(seat.desktop.window) == []
    seat.go("check_in", f"open:{second.day}:{second.id}")

    assert not seat.shows("bothering:yes")


def test_it_can_be_changed_and_taken_back(seat: Seat) -> None:
    """Like every other answer; the question stays, so that a slip costs nothing."""
    check_in = answered(seat, Bothering.YES)
    seat.go("check_in", f"open:{check_in.day}:{check_in.id}")

    seat.click("bothering:cannot_say")
    assert kept(seat) is Bothering.CANNOT_SAY
    seat.click("bothering:cannot_say")
    assert kept(seat) is None
    seat.click("bothering:no")

    assert kept(seat) is Bothering.NO


def test_not_knowing_is_told_as_it_is_said() -> None:
    """In the middle of a line too."""
    said = readings_summary(Told.DONT_KNOW, Vitals())

    assert said == ["Told of high blood pressure: I don't know"]
