"""One entry while it is written: kept, changed by others meanwhile, removed."""

from app.domain.check_in import CheckIn, Rating, TimePoint
from app.services.open_entry import OpenEntry
from tests.support.day import Day


def opened(day: Day) -> OpenEntry[CheckIn]:
    """Open a new check-in."""
    journal = day.program.journal
    return OpenEntry(journal, day, journal.draft(TimePoint.ANY_TIME, None), is_stored=False)


def test_nothing_is_stored_before_it_is_kept(day: Day) -> None:
    """And nothing is there to remove, to look at again or to have versions of."""
    entry = opened(day)

    assert not entry.is_stored
    assert not entry.look_again()
    assert (entry.versions, entry.delete()) == (0, None)
    assert day.program.journal.days() == []


def test_what_others_change_meanwhile_is_taken_in(day: Day) -> None:
    """When it is kept the next time, or looked at again."""
    entry, journal = opened(day), day.program.journal
    assert not entry.keep(entry.entry.saying("Ours."))
    ours = entry.entry

    journal.keep(ours.rated(Rating.MOOD, 3))
    assert entry.keep(ours.saying("Ours, longer."))
    both = entry.entry
    assert (both.words, both.ratings.mood) == ("Ours, longer.", 3)

    journal.keep(both.rated(Rating.SLEEP, 7))
    assert entry.look_again()
    assert entry.entry.ratings.sleep == 7
    assert not entry.look_again()


def test_one_that_is_removed_elsewhere_stays_as_it_is_shown(day: Day) -> None:
    """What was written is written again with the next word."""
    entry, journal = opened(day), day.program.journal
    entry.keep(entry.entry.saying("Tired."))
    step = entry.delete()

    assert step is not None
    assert not entry.look_again()
    assert entry.entry.words == "Tired."
    entry.keep(entry.entry.saying("Tired, still."))
    assert journal.find(entry.entry.id, entry.entry.day) == entry.entry
