"""Search over all years: what is found, in which order, and how little is done for it."""

from datetime import timedelta
from itertools import islice

from msgspec.structs import replace

from app.domain.effects import EffectNote
from app.domain.filters import Found
from app.domain.reflection import LookBack, Reflection
from app.services.search import Hit
from tests.support.data_folders import MORNING, TODAY, calm_session, check_in, infusion
from tests.support.day import Day


def loaded(day: Day) -> Day:
    """Close the program, start it again, and let it read everything."""
    day.settle()
    program = day.reopen()
    assert program.search is not None
    program.loading.start()
    while program.loading.step():
        pass
    return day


def ids(day: Day, words: str) -> list[str]:
    """Return what is found of *words*."""
    return [hit.record_id for hit in day.program.search.find(words)]


def test_words_of_all_years_are_found_the_newest_first(day: Day) -> None:
    """Whatever the case, the accents and the line ends."""
    for number, ago in enumerate((800, 0, 3)):
        at = MORNING - timedelta(days=ago)
        day.program.journal.keep(check_in("Über den\nFluss", entry_id=f"id{number}", at=at))
    day.program.journal.keep(check_in("Something else", entry_id="other"))
    loaded(day)

    assert ids(day, "uber DEN fluss ") == ["id1", "id2", "id0"]
    assert ids(day, "else") == ["other"]
    assert ids(day, "nowhere") == ids(day, " ") == []


def test_two_check_ins_of_a_day_come_in_the_order_of_time(day: Day) -> None:
    """The later one first."""
    for hours in (0, 3, 1):
        at = MORNING + timedelta(hours=hours)
        day.program.journal.keep(check_in("same", entry_id=f"id{hours}", at=at))

    assert ids(loaded(day), "same") == ["id3", "id1", "id0"]


def test_own_effects_and_the_words_of_an_infusion_are_found(day: Day) -> None:
    """Names of the built-in effects are words of the program; calm sessions have none."""
    own = replace(
        check_in("", entry_id="own"),
        effects=(EffectNote(effect="Tingling lips"), EffectNote(effect="nausea")),
    )
    day.program.journal.keep(own)
    day.program.journal.keep(calm_session())
    day.program.infusions.keep(replace(infusion(notes="Bring the scarf"), music="Rain"))
    loaded(day)

    assert list(day.program.search.find("tingling")) == [Hit(Found.CHECK_IN, TODAY, "own")]
    assert ids(day, "nausea") == ids(day, "coherent") == []
    assert list(day.program.search.find("SCARF")) == [Hit(Found.INFUSION, TODAY, "2026-11-30-a7k")]
    assert ids(day, "rain") == ["2026-11-30-a7k"]


def test_what_helped_and_reflections_are_found(day: Day) -> None:
    """Also what was said of a reflection later."""
    helped = replace(check_in("", entry_id="helped"), effects=(_ginger(),))
    day.program.journal.keep(helped)
    plain = Reflection(id="plain", created=MORNING, changed=MORNING, at=MORNING, during="A river")
    later = replace(plain, id="later", look_back=LookBack(at=MORNING, words="The river holds"))
    for one in (plain, later):
        day.program.journal.keep(one)
    loaded(day)

    assert ids(day, "ginger") == ["helped"]
    assert sorted(ids(day, "river")) == ["later", "plain"]
    assert ids(day, "holds") == ["later"]
    assert Hit(Found.REFLECTION, TODAY, "later") in day.program.search.find("holds")


def _ginger() -> EffectNote:
    return EffectNote(effect="nausea", helped="Ginger tea")


def test_words_of_two_fields_are_not_found_as_one(day: Day) -> None:
    """Where one text ends and the next begins, nothing is found that nobody wrote."""
    day.program.infusions.keep(replace(infusion(notes="the scarf"), music="Rain"))

    assert ids(loaded(day), "scarf rain") == []


def test_what_was_just_written_is_found(day: Day) -> None:
    """Saved or not, changed or removed: the next search knows."""
    loaded(day)
    entry = check_in("Butterflies")
    day.program.journal.keep(entry)
    at_once = ids(day, "butter")
    day.settle()
    saved = ids(day, "butter")
    day.program.journal.keep(entry.saying("Moths"))
    day.settle()
    changed = ids(day, "butter"), ids(day, "moth")
    day.program.journal.delete(entry)
    day.settle()

    assert at_once == saved == [entry.id]
    assert changed == ([], [entry.id])
    assert ids(day, "moth") == []


def test_whoever_has_enough_stops_asking(day: Day) -> None:
    """Hits come one by one; a save in between disturbs nothing."""
    for number in range(20):
        at = MORNING - timedelta(days=number)
        day.program.journal.keep(check_in("same", entry_id=f"id{number}", at=at))
    loaded(day)

    hits = day.program.search.find("same")
    first = [hit.record_id for hit in islice(hits, 2)]
    day.program.journal.keep(check_in("same", entry_id="new", at=MORNING + timedelta(hours=1)))
    list(day.program.search.find("same"))
    third = next(hits).record_id

    assert [*first, third] == ["id0", "id1", "id2"]
    assert ids(day, "same")[:2] == ["new", "id0"]
