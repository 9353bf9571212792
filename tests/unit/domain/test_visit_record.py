"""What is gathered of one infusion: what was said, what was not, and how often."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.domain.check_in import Bothering, Ratings, TimePoint, Told
from app.domain.effects import Severity
from app.domain.infusion import Outcome
from app.domain.journal import Day
from app.domain.questionnaire import QuestionnaireName
from app.domain.reflection import LookBack
from app.domain.visit_record import Counts, Said, is_near
from tests.support import visits

AFTER, TWO, DAY_3 = TimePoint.STRAIGHT_AFTER, TimePoint.TWO_HOURS, TimePoint.DAY_3


def test_time_points_stand_in_their_order_whatever_was_written_first() -> None:
    """The ladder from its top to its end, then each month, then each other day."""
    record = visits.of(
        visits.check_in(TimePoint.ANY_TIME, visits.at(2), words="b"),
        visits.check_in(TimePoint.ANY_TIME, visits.at(1), words="a"),
        visits.check_in(TimePoint.MONTHLY, visits.at(46), words="c"),
        visits.check_in(TimePoint.MONTHLY, visits.at(16), words="d"),
        visits.check_in(DAY_3, visits.at(3), words="e"),
        visits.check_in(AFTER, visits.at(5), words="f"),
        visits.check_in(TimePoint.BEFORE, visits.at(0), words="g"),
    )

    words = [column.check_in.words for column in record.columns]
    assert words == ["g", "f", "e", "d", "c", "a", "b"]


def test_a_later_check_in_at_one_time_point_takes_nothing_from_an_earlier_one() -> None:
    """What was severe an hour before three taps still stands, and still counts."""
    severe = visits.check_in(
        AFTER, visits.at(0, 15), effects=(visits.note("nausea", Severity.SEVERE),)
    )
    hazy = visits.check_in(AFTER, visits.at(0, 16), bothering=Bothering.NO)

    record = visits.of(hazy, severe)

    assert [column.check_in for column in record.columns] == [severe, hazy]
    assert record.effects == ("nausea",)
    assert (record.counts().severe, record.counts().strengths) == (1, 1)


def test_three_taps_ask_one_question_and_no_more() -> None:
    """Who was too drowsy for the rest does not look careless."""
    hazy = visits.check_in(AFTER, visits.at(0), bothering=Bothering.CANNOT_SAY)
    told = visits.check_in(
        AFTER, visits.at(0), bothering=Bothering.YES, effects=(visits.note("nausea"),)
    )

    assert visits.of(hazy).columns[0].is_short
    assert visits.of(hazy).counts() == Counts(answered=1, asked=1)
    assert not visits.of(told).columns[0].is_short
    assert visits.of(told).counts() == Counts(answered=2, asked=9)


def test_none_of_these_speaks_of_later_effects_too_where_they_were_offered() -> None:
    """A check-in at any time offers them from a week after the infusion on."""
    none = visits.check_in(TimePoint.ANY_TIME, visits.at(10), none_of_these=True)
    early = visits.check_in(TimePoint.ANY_TIME, visits.at(2), none_of_these=True)

    late, soon = visits.of(none).columns[0], visits.of(early).columns[0]

    assert late.said("burning_urination") is Said.NONE
    assert soon.said("burning_urination") is Said.NOT_ANSWERED


def test_an_effect_is_none_only_where_the_patient_said_so() -> None:
    """And only an effect that is offered; one that is unknown stays unanswered."""
    record = visits.of(
        visits.check_in(
            AFTER,
            visits.at(0),
            effects=(
                visits.note("nausea", Severity.MILD),
                visits.note("vomiting", Severity.MODERATE),
                visits.note("headache", Severity.SEVERE),
                visits.note("from_later"),
            ),
        ),
        visits.check_in(TWO, visits.at(0, 17), none_of_these=True),
        visits.check_in(DAY_3, visits.at(3), words="No list today"),
    )

    table = {one: [column.said(one) for column in record.columns] for one in record.effects}
    none, unanswered = Said.NONE, Said.NOT_ANSWERED
    assert table == {
        "nausea": [Said.MILD, none, unanswered],
        "vomiting": [Said.MODERATE, none, unanswered],
        "headache": [Said.SEVERE, none, unanswered],
        "from_later": [Said.NOTICED, unanswered, unanswered],
    }


def test_effects_stand_in_the_order_of_the_screen_and_own_ones_after_them() -> None:
    """Those that nobody noticed are not there."""
    assert visits.record().effects == (
        "nausea",
        "dizziness",
        "drowsiness",
        "trouble_sleeping",
        "dissociation",
        "Cold hands",
    )


def test_what_was_asked_and_answered_is_counted() -> None:
    """The list is one question; each strength and each "Did it bother you?" is one of its own."""
    tapped = visits.check_in(
        AFTER,
        visits.at(0),
        effects=(
            visits.note("nausea", Severity.SEVERE),
            visits.note("dissociation", Severity.MILD),
            visits.note("altered_perception"),
        ),
        told_high_pressure=Told.DONT_KNOW,
        ratings=Ratings(mood=0),
    )
    none = visits.check_in(TWO, visits.at(0, 17), none_of_these=True)

    # The list, the pressure, five ratings; three strengths, two times "Did it bother you?".
    assert visits.of(tapped).counts() == Counts(answered=5, asked=12, strengths=2, severe=1)
    assert visits.of(none).counts() == Counts(answered=1, asked=7)
    assert visits.of(tapped, none).counts() == Counts(answered=6, asked=19, strengths=2, severe=1)


def test_a_check_in_that_was_put_off_or_skipped_asked_nothing() -> None:
    """Its time point is told in words, once."""
    off = visits.check_in(AFTER, visits.at(0), ask_again_on=date(2026, 11, 17))
    again = visits.check_in(AFTER, visits.at(1), ask_again_on=date(2026, 11, 18))
    skipped = visits.check_in(TWO, visits.at(0, 17), skipped=True)

    record = visits.of(off, again, skipped)

    assert record.columns == ()
    assert record.put_off == (again,)
    assert record.skipped == (skipped,)
    assert record.missed == (TimePoint.NEXT_MORNING, DAY_3, TimePoint.DAY_7)
    assert record.counts() == Counts()
    assert not record.is_empty


def test_an_answer_stands_although_the_rest_was_put_off() -> None:
    """A hazy first check-in is both; an empty one that came later takes nothing away."""
    hazy = visits.check_in(
        AFTER, visits.at(0), bothering=Bothering.YES, ask_again_on=date(2026, 11, 17)
    )
    later = visits.check_in(AFTER, visits.at(1), skipped=True)

    record = visits.of(hazy, later)

    assert [column.check_in for column in record.columns] == [hazy]
    assert record.put_off == (hazy,)
    assert record.skipped == ()


def test_a_time_point_is_missed_only_once_its_days_are_over() -> None:
    """On the day itself nothing is said to be missing; a check-in that says nothing is none."""
    empty = visits.check_in(AFTER, visits.at(0))
    today = visits.infusion(date=visits.NOW.date())

    assert visits.record(Day(), of=today).missed == ()
    assert AFTER in visits.of(empty).missed


def test_only_what_belongs_to_the_infusion_is_gathered() -> None:
    """By its id, by its day, or by the days after it."""
    other = "2026-11-30-a7k"
    day = Day(
        check_ins=(visits.check_in(AFTER, visits.at(0), words="theirs", infusion=other),),
        reflections=(
            visits.reflection(visits.at(0), during="theirs", infusion=other),
            visits.reflection(visits.at(0)),
        ),
        calm_sessions=(visits.session(started=visits.at(1)),),
        questionnaires=(visits.phq_9(visits.at(-1)), visits.phq_9(visits.at(9))),
    )

    record = visits.record(day)

    assert record.is_empty
    assert record.days(words=True) is None


def test_a_questionnaire_counts_on_the_day_on_which_it_was_finished() -> None:
    """One that was only begun counts on its own day, and an empty one nowhere."""
    late = replace(visits.phq_9(visits.at(8, 23)), finished=visits.at(9, 1))
    begun = replace(visits.gad_7(visits.at(8), 3), finished=None)
    empty = visits.questionnaire(QuestionnaireName.GAD_7, visits.at(2), ())

    record = visits.record(Day(questionnaires=(late, begun, empty)))

    assert record.questionnaires == (begun,)


def test_the_minutes_of_the_infusion_are_those_of_its_part_of_the_session() -> None:
    """A session without such a part says nothing of them."""
    plain = visits.session(phases=())

    assert visits.record().held_minutes == 42
    assert visits.record(Day(calm_sessions=(plain,))).held_minutes is None


def test_the_first_and_the_last_day_of_what_is_shown_are_told() -> None:
    """A reflection is shown with the words alone, and so is what was said of it later."""
    looked_back = LookBack(at=visits.at(30), words="Still")
    late = Day(reflections=(visits.reflection(visits.at(-1), look_back=looked_back),))

    assert visits.record().days(words=False) == (date(2026, 11, 16), date(2026, 11, 23))
    assert visits.record().days(words=True) == (date(2026, 11, 15), date(2026, 11, 23))
    assert visits.record(late).days(words=True) == (date(2026, 11, 15), date(2026, 12, 16))
    assert visits.record(late).days(words=False) is None


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.WENT_AHEAD, True),
        (Outcome.STOPPED_EARLY, True),
        (Outcome.CANCELLED, False),
        (None, False),
    ],
)
def test_only_what_was_given_took_place(outcome: Outcome | None, expected: bool) -> None:
    """If only for a part."""
    assert visits.infusion(outcome=outcome).took_place is expected


@pytest.mark.parametrize(
    ("days", "expected"), [(-32, False), (-31, True), (99, True), (100, False)]
)
def test_days_far_away_are_not_looked_at(days: int, expected: bool) -> None:
    """From a month before to the last monthly check-in."""
    assert is_near(visits.infusion(), visits.ON + timedelta(days=days)) is expected
