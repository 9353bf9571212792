"""When an earlier version is kept, and what counts as another one."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.domain.check_in import CheckIn, Rating, TimePoint
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from app.domain.versions import (
    Version,
    Written,
    brought_back,
    is_finished,
    replaced,
    says_other,
)

NOW = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)

CHECK_IN = CheckIn(id="one23456", created=NOW, changed=NOW, at=NOW, words="Tired.")
REFLECTION = Reflection(id="two23456", created=NOW, changed=NOW, at=NOW, during="A river.")
QUESTIONNAIRE = Questionnaire(
    id="tri23456", created=NOW, changed=NOW, at=NOW, name=QuestionnaireName.PHQ_9
)


@pytest.mark.parametrize("entry", [CHECK_IN, REFLECTION, QUESTIONNAIRE])
def test_a_version_holds_the_whole_entry(entry: Written) -> None:
    """Under a name of its own, with the moment at which it was replaced."""
    later = NOW + timedelta(hours=1)

    made = replaced(entry, "2026-11-30-a7kd", later)

    assert made.entry is entry
    assert made.version.entry == entry
    assert (made.version.id, made.version.created) == ("2026-11-30-a7kd", later)


def test_a_version_in_which_nothing_is_left_has_no_entry() -> None:
    """Somebody took it out by hand: it is no version of anything."""
    assert Version(id="2026-11-30-a7kd", created=NOW, changed=NOW).entry is None


@pytest.mark.parametrize(
    ("seconds", "finished"), [(0, False), (599, False), (600, True), (86_400, True), (-1, True)]
)
def test_an_edit_is_finished_when_it_was_left_alone_for_ten_minutes(
    seconds: int, finished: bool
) -> None:
    """Or when the clock was set back since, and nobody knows for how long it stood."""
    assert is_finished(CHECK_IN, NOW + timedelta(seconds=seconds)) is finished


def test_what_is_brought_back_stays_where_the_entry_is_now() -> None:
    """Words, ratings and effects come back; its day, time point and infusion do not move."""
    moved = CHECK_IN.saying("Rested.").rated(Rating.MOOD, 7)
    moved = moved.belonging(NOW + timedelta(days=1), TimePoint.NEXT_MORNING, "2026-11-30-a7k")

    back = brought_back(moved, CHECK_IN)

    assert (back.words, back.ratings.mood) == ("Tired.", None)
    assert (back.at, back.time_point, back.infusion) == (
        moved.at,
        moved.time_point,
        moved.infusion,
    )


def test_an_entry_that_only_moved_says_the_same() -> None:
    """Where it belongs is not among its words."""
    moved = CHECK_IN.belonging(NOW + timedelta(days=1), TimePoint.DAY_3, None)

    assert not says_other(moved.changed_at(NOW + timedelta(days=1)), CHECK_IN)
    assert says_other(moved.saying("Tired"), CHECK_IN)
    assert says_other(REFLECTION, replace(REFLECTION, after="Less in a hurry."))
    assert says_other(QUESTIONNAIRE, QUESTIONNAIRE.answered("little_interest", 0))
