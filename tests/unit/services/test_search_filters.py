"""Search by kind, effect, strength, infusion, days and words, with words and without."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.domain.effects import EffectNote, Severity
from app.domain.filters import Filter, Found
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from tests.support.data_folders import MORNING, TODAY, calm_session, check_in, infusion
from tests.support.day import Day

INFUSION = "2026-11-30-a7k"


def note(effect: str, severity: Severity | None = None, helped: str = "") -> EffectNote:
    """Return what is said of an effect."""
    return EffectNote(effect=effect, severity=severity, helped=helped)


def filled(day: Day) -> Day:
    """Keep one record of every kind and several check-ins, and let the search read them."""
    journal = day.program.journal
    severe = replace(check_in("", entry_id="severe"), effects=(note("nausea", Severity.SEVERE),))
    journal.keep(replace(severe, infusion=INFUSION))
    old = replace(
        check_in("The river", entry_id="old", at=MORNING - timedelta(days=500)), infusion=None
    )
    journal.keep(replace(old, effects=(note("nausea"), note("headache", Severity.MILD))))
    lips = replace(check_in("", entry_id="lips", at=MORNING - timedelta(days=2)), infusion=None)
    journal.keep(replace(lips, effects=(note("Tingling Lips", Severity.MILD, "Tea"),)))
    moment = MORNING + timedelta(hours=1)
    words = Reflection(id="refl", created=moment, changed=moment, at=moment, during="A river")
    journal.keep(replace(words, infusion=INFUSION))
    asked = QuestionnaireName.PHQ_9
    journal.keep(Questionnaire(id="ques", created=moment, changed=moment, at=moment, name=asked))
    journal.keep(calm_session("calm", at=MORNING - timedelta(days=2, hours=-3)))
    day.program.infusions.keep(replace(infusion(), hurt="The light was loud"))
    day.settle()
    program = day.reopen()
    assert program.search.is_reading
    program.loading.start()
    while program.loading.step():
        pass
    assert not program.search.is_reading
    return day


def ids(day: Day, wanted: Filter, words: str = "") -> list[str]:
    """Return what is found."""
    return [hit.record_id for hit in day.program.search.find(words, wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(kind=Found.CHECK_IN), ["severe", "lips", "old"]),
        (Filter(kind=Found.QUESTIONNAIRE), ["ques"]),
        (Filter(kind=Found.CALM_SESSION), ["calm"]),
        (Filter(kind=Found.INFUSION), [INFUSION]),
        (Filter(effect="nausea"), ["severe", "old"]),
        (Filter(effect="nausea", severity=Severity.SEVERE), ["severe"]),
        (Filter(effect="nausea", severity=Severity.MILD), []),
        (Filter(severity=Severity.MILD), ["lips", "old"]),
        (Filter(severity=Severity.MODERATE), []),
        (Filter(effect="tingling lips"), ["lips"]),
        (Filter(effect="TINGLING LIPS", severity=Severity.MILD), ["lips"]),
        (Filter(effect="never_noticed"), []),
        (Filter(infusion=INFUSION), ["refl", "severe", INFUSION]),
        (Filter(infusion="2020-01-01-zzz"), []),
        (Filter(has_words=True), ["refl", INFUSION, "lips", "old"]),
        (Filter(last_day=date(2025, 12, 31)), ["old"]),
        (Filter(first_day=TODAY - timedelta(days=2), last_day=TODAY - timedelta(days=2)),
         ["calm", "lips"]),
        (Filter(first_day=date(2030, 1, 1)), []),
        (Filter(kind=Found.CHECK_IN, has_words=True, first_day=date(2026, 1, 1)), ["lips"]),
    ],
)  # fmt: skip
def test_a_filter_finds_what_has_all_of_it(day: Day, wanted: Filter, found: list[str]) -> None:
    """The newest first; questionnaires and calm sessions too, which hold no words."""
    filled(day)

    assert ids(day, wanted) == found


def test_words_and_filters_must_both_be_true(day: Day) -> None:
    """With words alone, everything that holds them is found; with nothing, nothing is."""
    filled(day)

    assert ids(day, Filter(), "river") == ["refl", "old"]
    assert ids(day, Filter(kind=Found.CHECK_IN), "river") == ["old"]
    assert ids(day, Filter(effect="headache", severity=Severity.MILD), "river") == ["old"]
    assert ids(day, Filter(severity=Severity.SEVERE), "river") == []
    assert ids(day, Filter(), "light was") == [INFUSION]
    assert ids(day, Filter(), " ") == []


def test_own_effects_are_told_as_they_were_written_last(day: Day) -> None:
    """One that nobody knows, from a file written by hand, is told under its id."""
    filled(day)
    newer = check_in("", entry_id="newer", at=MORNING + timedelta(hours=2))
    newer = replace(newer, effects=(note("tingling lips"), note("zeta_effect"), note("nausea")))
    day.program.journal.keep(newer)
    told = day.program.search.own_effects()
    day.program.journal.delete(newer)

    assert told == ("tingling lips", "zeta_effect")
    assert day.program.search.own_effects() == ("Tingling Lips",)


def test_a_record_that_goes_leaves_nothing_behind(day: Day) -> None:
    """Alone in its quarter of the year, or moved to another day."""
    filled(day)
    old = day.program.journal.find("old", (MORNING - timedelta(days=500)).date())
    assert old is not None

    day.program.journal.delete(old)

    assert ids(day, Filter(effect="headache")) == []
    assert ids(day, Filter(last_day=date(2025, 12, 31))) == []
    day.program.journal.keep(old)
    assert ids(day, Filter(effect="headache")) == ["old"]


def test_a_record_in_the_file_of_another_day_is_found_in_that_file(day: Day) -> None:
    """Written by hand: it is where it is, and counts for the day that it names."""
    day.program.journal.keep(check_in("Astray", entry_id="astray"))
    day.settle()
    text = day.text("journal/2026/2026-11-30.yaml").replace(" at: '2026-11-30", " at: '2026-07-01")
    assert "2026-07-01" in text
    (day.data / "journal/2026/2026-11-30.yaml").write_text(text, encoding="utf-8")
    program = day.reopen()
    assert program.search.is_reading
    program.loading.start()
    while program.loading.step():
        pass

    (hit,) = program.search.find("astray")

    assert hit.day == TODAY
    assert program.journal.find(hit.record_id, hit.day) is not None
    assert ids(day, Filter(last_day=date(2026, 7, 1))) == ["astray"]
