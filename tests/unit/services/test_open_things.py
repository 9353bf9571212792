"""What is open now: small things, each with its way."""

from datetime import date, timedelta

from msgspec.structs import replace

from app.domain.check_in import TimePoint
from app.domain.follow_up import tomorrow
from app.domain.infusion import Infusion, Outcome
from app.domain.preferences import Profile, Purpose
from app.domain.questionnaire import QuestionnaireName
from app.services.open_things import OpenThing, Scene, open_things
from app.services.today import look_at_today
from tests.support.day import Day

TOMORROW = date(2026, 11, 25)


def infusion(day: Day, days: int = 0, outcome: Outcome | None = Outcome.WENT_AHEAD) -> Infusion:
    """Plan an infusion some *days* from now, and say what became of it."""
    infusions = day.program.infusions
    plan, _ = infusions.keep_new(infusions.draft(day.clock.now().date() + timedelta(days=days)))
    if outcome is not None:
        infusions.answer(plan, outcome)
    return plan


def scene(day: Day) -> Scene:
    """Return what is known now."""
    program = day.program
    today = look_at_today(program.infusions, program.checklist, program.journal, day.clock)
    return Scene(
        today,
        day.clock.now(),
        program.infusions,
        program.journal,
        program.preferences,
        program.open_questionnaires,
    )


def found(day: Day) -> dict[str, OpenThing]:
    """Return what is open now, by its name."""
    return {thing.name: thing for thing in open_things(scene(day), further=False)}


def found_later(day: Day) -> dict[str, OpenThing]:
    """Return what is open now, also what takes time to find."""
    return {thing.name: thing for thing in open_things(scene(day), further=True)}


def test_without_a_plan_nothing_is_open(day: Day) -> None:
    """Nobody is asked for anything."""
    assert found(day) == {}
    assert not scene(day).asks
    assert not scene(day).is_for_rest


def test_a_check_in_that_is_due_is_open_beside_what_comes_next(day: Day) -> None:
    """While Today itself is about it, it is no row."""
    past = infusion(day, -1)
    assert "due" not in found(day)
    infusion(day, 0, None)

    due = found(day)["due"]

    assert (due.page, due.argument) == ("check_in", f"new:next_morning:{past.id}")
    assert due.title == "Next-morning check-in is open"
    assert due.caption == "Infusion 1 of 6. Fill it in, or leave it."


def test_looking_back_is_open_until_something_is_noted(day: Day) -> None:
    """And leads to the plan of that infusion."""
    past = infusion(day)
    assert scene(day).is_for_rest
    assert found(day)["look_back"].argument == past.id

    day.program.infusions.change(past.id, lambda one: replace(one, helped="The mask"))

    assert found(day) == {}


def test_while_it_is_asked_whether_it_went_ahead_nothing_else_is(day: Day) -> None:
    """One question at a time."""
    infusion(day, -8)
    infusion(day, -1, None)

    assert scene(day).asks
    assert found(day) == {}


def test_a_check_in_that_was_put_off_is_open_from_the_next_morning_on(day: Day) -> None:
    """For two days, and as it stands; then it is let go."""
    past = infusion(day)
    journal = day.program.journal
    later = journal.draft(TimePoint.STRAIGHT_AFTER, past.id).put_off(tomorrow(day.clock.now()))
    kept = journal.keep(later)
    shown = []
    for hours in (0, 18, 2, 24, 24):
        day.clock.advance(hours=hours)
        shown.append("asked_again" in found(day))
        if shown[-1]:
            again = found(day)["asked_again"]
            assert again.argument == f"open:{kept.day}:{kept.id}"
            assert again.title == "Check-in straight after is open"

    assert shown == [False, False, True, True, False]


def test_what_was_finished_is_asked_for_no_more(day: Day) -> None:
    """Neither again nor anew."""
    past = infusion(day)
    journal = day.program.journal
    kept = journal.keep(journal.draft(TimePoint.STRAIGHT_AFTER, past.id).put_off(TOMORROW))
    day.clock.advance(days=1)
    assert "asked_again" in found(day)

    journal.keep(kept.put_off(None), over=kept)

    assert "asked_again" not in found(day)


def test_the_monthly_check_in_is_open_early_in_a_month(day: Day) -> None:
    """Four weeks after an infusion, until it is made; the night of its last day counts too."""
    past = infusion(day, -23)
    shown = {}
    for hours in (0, 6 * 24 + 11, 12, 7 * 24 - 6, 4):
        day.clock.advance(hours=hours)
        shown[f"{day.clock.now():%d %H}"] = "monthly" in found(day)
    assert shown == {"24 09": False, "30 20": False, "01 08": True, "08 02": True, "08 06": False}
    day.clock.jump(days=-5)
    monthly = found(day)["monthly"]
    assert (monthly.page, monthly.argument) == ("check_in", f"new:monthly:{past.id}")

    journal = day.program.journal
    journal.keep(journal.draft(TimePoint.MONTHLY, past.id).none_noticed(said=True))

    assert found(day) == {}


def test_many_infusions_since_do_not_hide_the_one_that_counts(day: Day) -> None:
    """Somebody who comes every week or two is asked too."""
    for days in (-70, -10, -5):
        infusion(day, days)
    day.clock.advance(days=9)

    assert "monthly" in found(day)


def test_on_the_day_of_an_infusion_no_monthly_check_in_is_open(day: Day) -> None:
    """Nor while another one is due."""
    infusion(day, -23)
    day.clock.advance(days=9)
    assert "monthly" in found(day)
    plan = infusion(day, 0, None)
    assert found(day) == {}

    day.program.infusions.answer(plan, Outcome.WENT_AHEAD)
    day.clock.advance(days=1)

    assert "monthly" not in found(day)


def test_a_reflection_of_yesterday_asks_whether_it_still_holds(day: Day) -> None:
    """Not on the day of an infusion, and not for ever."""
    reflections = day.program.reflections
    written = day.program.journal.keep(reflections.draft(None).recalling("A wide river"))
    assert "reflection" not in found_later(day)
    day.clock.advance(days=1)

    asks = found_later(day)["reflection"]

    assert asks.title == "Does this still hold?"
    assert (asks.page, asks.argument) == ("reflection", f"open:2026-11-24:{written.id}")
    today = infusion(day, 0, None)
    assert "reflection" not in found_later(day)
    day.program.infusions.delete(today)
    day.clock.advance(days=2)
    assert "reflection" not in found_later(day)


def test_a_questionnaire_is_told_of_in_the_week_before_an_infusion(day: Day) -> None:
    """One at a time, and only where there is time to look for it."""
    assert "questionnaire" not in found_later(day)
    plan = infusion(day, 8, None)
    assert "questionnaire" not in found_later(day)
    day.clock.advance(days=1)

    told = found_later(day)["questionnaire"]

    assert "questionnaire" not in found(day)
    assert (told.page, told.argument) == ("questionnaire", "go:phq_9")
    assert told.title == "PHQ-9 is open"
    day.program.infusions.delete(plan)
    assert "questionnaire" not in found_later(day)


def test_a_questionnaire_is_told_of_for_a_week_from_when_it_is_open_again(day: Day) -> None:
    """Fourteen days after the last one; never to those treated for pain alone."""
    infusion(day, -20)
    for name in QuestionnaireName:
        first = day.program.questionnaires.begin(name)
        assert first is not None
        answered = first.answered("sleep", 1).finished_at(day.clock.now())
        day.program.journal.keep(answered)
    assert "questionnaire" not in found_later(day)
    day.clock.advance(days=14)
    assert found_later(day)["questionnaire"].argument == "go:phq_9"

    day.program.preferences.keep_profile(Profile(purpose=Purpose.PAIN))
    for_pain = found_later(day)
    day.program.preferences.keep_profile(Profile())
    day.clock.advance(days=7)

    assert "questionnaire" not in for_pain
    assert "questionnaire" not in found_later(day)


def test_the_monthly_check_in_belongs_to_an_infusion_that_took_place(day: Day) -> None:
    """A later one of which nobody said what became is none to ask about."""
    taken = infusion(day, -40)
    infusion(day, -16, None)
    day.clock.advance(days=9)

    assert found(day)["monthly"].argument == f"new:monthly:{taken.id}"
