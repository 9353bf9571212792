"""Which questionnaire is open, going on with one, and finding the earlier ones."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.domain.check_in import TimePoint
from app.domain.preferences import Age, Profile, Purpose
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.services.questionnaires import LOOK_BACK_DAYS, YEAR, OpenQuestionnaire
from tests.support.day import Day

PHQ_9, GAD_7 = QuestionnaireName.PHQ_9, QuestionnaireName.GAD_7


def fill_in(
    day: Day, name: QuestionnaireName = PHQ_9, *, days_ago: int = 0, finished: bool = True
) -> Questionnaire:
    """Keep a questionnaire with one answer, begun so many days ago."""
    at = day.clock.now() - timedelta(days=days_ago)
    new = day.program.questionnaires.begin(name)
    assert new is not None
    question = "sleep" if name is PHQ_9 else "worry"
    said = replace(new, at=at).answered(question, 1)
    return day.program.journal.keep(said.finished_at(at) if finished else said)


def names(due: tuple[OpenQuestionnaire, ...]) -> list[QuestionnaireName]:
    """Return which are due."""
    return [one.name for one in due]


def test_at_the_start_both_are_open_in_words_and_with_a_way(day: Day) -> None:
    """Nobody is asked to hurry."""
    phq, gad = day.program.questionnaires.due()

    assert (phq.name, gad.name) == (PHQ_9, GAD_7)
    assert phq.title == "PHQ-9 is open"
    assert phq.caption == "9 questions about the last 2 weeks. Fill it in, or leave it."
    assert phq.since is None
    assert (phq.page, phq.argument) == ("questionnaire", "go:phq_9")
    assert gad.caption == "7 questions about the last 2 weeks. Fill it in, or leave it."


@pytest.mark.parametrize(
    ("days_ago", "since"),
    [(1, None), (7, None), (13, None), (14, date(2026, 11, 24)), (20, date(2026, 11, 18))],
)
def test_one_that_was_filled_in_is_told_of_again_after_two_weeks(
    day: Day, days_ago: int, since: date | None
) -> None:
    """The other one has its own time."""
    fill_in(day, days_ago=days_ago)

    due = day.program.questionnaires.due()

    assert names(due) == ([GAD_7] if since is None else [PHQ_9, GAD_7])
    assert due[0].since == since


def test_one_that_is_under_way_comes_first(day: Day) -> None:
    """And says how far it is."""
    fill_in(day, GAD_7, finished=False)

    first, second = day.program.questionnaires.due()

    assert (first.name, second.name) == (GAD_7, PHQ_9)
    assert first.caption == "1 of 7 answered. Go on, or leave it."
    assert first.since == date(2026, 11, 24)


@pytest.mark.parametrize(
    "profile",
    [Profile(age=Age.UNDER_18), Profile(purpose=Purpose.PAIN)],
    ids=["under 18", "pain alone"],
)
def test_some_are_told_of_nothing(day: Day, profile: Profile) -> None:
    """Not even of one that is under way."""
    fill_in(day, finished=False)
    day.program.preferences.keep_profile(profile)

    assert day.program.questionnaires.due() == ()
    assert not day.program.questionnaires.is_offered


def test_somebody_treated_for_pain_can_still_fill_one_in(day: Day) -> None:
    """Going to the page is asking for it."""
    day.program.preferences.keep_profile(Profile(purpose=Purpose.PAIN))

    assert day.program.questionnaires.may_be_filled_in
    assert day.program.questionnaires.begin(PHQ_9) is not None


def test_under_18_there_is_none_to_begin(day: Day) -> None:
    """Not even one that is under way."""
    fill_in(day, finished=False)
    day.program.preferences.keep_profile(Profile(age=Age.UNDER_18))

    assert not day.program.questionnaires.may_be_filled_in
    assert day.program.questionnaires.begin(PHQ_9) is None
    assert day.program.questionnaires.begin(GAD_7) is None


def test_the_one_of_today_is_gone_on_with(day: Day) -> None:
    """The same record, with what was answered; on the next day it stays as it is."""
    begun = fill_in(day, finished=False)

    assert day.program.questionnaires.begin(PHQ_9) == begun
    day.clock.advance(days=1)
    assert day.program.questionnaires.begin(PHQ_9) is None
    day.clock.advance(days=6)
    new = day.program.questionnaires.begin(PHQ_9)
    assert new is not None
    assert new.id != begun.id
    assert new.is_empty


def test_a_new_one_is_not_stored(day: Day) -> None:
    """Nothing said is nothing kept."""
    day.program.questionnaires.begin(PHQ_9)

    assert day.program.journal.days() == []


def test_one_from_long_ago_is_not_looked_for(day: Day) -> None:
    """After sixty days it counts as the first, and is still there to be read."""
    old = fill_in(day, days_ago=LOOK_BACK_DAYS + 1)
    questionnaires = day.program.questionnaires

    (phq, _gad) = questionnaires.standings()

    assert phq.last is None
    assert phq.is_open
    assert questionnaires.earlier() == ()
    assert questionnaires.has_older(LOOK_BACK_DAYS)
    assert questionnaires.earlier(LOOK_BACK_DAYS + YEAR) == (old,)
    assert not questionnaires.has_older(LOOK_BACK_DAYS + YEAR)


def test_earlier_ones_are_the_newest_first(day: Day) -> None:
    """Of either name, however many a day; other entries are left out, and so are empty ones."""
    day.program.journal.keep(day.program.journal.draft(TimePoint.ANY_TIME, None).saying("Tired."))
    second = fill_in(day, days_ago=20)
    day.program.journal.keep(replace(second, id="empty", answers=(), finished=None))
    third = fill_in(day, GAD_7)

    assert day.program.questionnaires.earlier() == (third, second)


def test_the_newest_of_each_name_tells_when_it_opens(day: Day) -> None:
    """After closing and starting again too."""
    fill_in(day, days_ago=30)
    fill_in(day, PHQ_9, days_ago=3)
    fill_in(day, GAD_7, days_ago=2)
    day.settle()
    program = day.reopen()

    phq, gad = program.questionnaires.standings()

    assert (phq.opens_on, gad.opens_on) == (date(2026, 11, 28), date(2026, 11, 29))
    assert program.questionnaires.due() == ()
