"""What is open now: small things, each with its way."""

from datetime import timedelta

from msgspec.structs import replace

from app.domain.infusion import Infusion, Outcome
from app.services.open_things import OpenThing, Scene, open_things
from app.services.today import look_at_today
from tests.support.day import Day


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
    return Scene(today, day.clock.now(), program.infusions, program.journal, program.preferences)


def found(day: Day) -> dict[str, OpenThing]:
    """Return what is open now, by its name."""
    return {thing.name: thing for thing in open_things(scene(day))}


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
