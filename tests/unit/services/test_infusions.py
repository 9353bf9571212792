"""Planning infusions."""

from datetime import date, timedelta

from msgspec.structs import replace

from app.domain.infusion import Infusion, Outcome
from app.services.changes import Kind
from tests.support.day import Day


def planned(day: Day, on: date) -> Infusion:
    """Return a stored plan for a day."""
    kept, _ = day.program.infusions.keep_new(day.program.infusions.draft(on))
    return kept


def test_a_plan_is_kept_in_a_readable_file_named_after_its_day(day: Day) -> None:
    """It is there after closing and starting again."""
    plan = replace(day.program.infusions.draft(date(2026, 11, 30)), place="Riverside Clinic")

    kept, step = day.program.infusions.keep_new(plan)
    again = day.reopen().infusions.get(kept.id)

    assert again == kept
    assert step.text == "Plan kept."
    assert "place: Riverside Clinic" in day.text(f"infusions/{kept.id}.yaml")
    assert kept.id.startswith("2026-11-30-")
    assert (kept.number, kept.total, kept.zone) == (1, 6, "Europe/Berlin")


def test_the_next_plan_follows_on_from_the_one_before(day: Day) -> None:
    """Place, length and music are not asked for twice."""
    first = planned(day, date(2026, 11, 30))
    day.program.infusions.keep(replace(first, place="Riverside", minutes=60, music="Calm piano"))

    second = day.program.infusions.draft(date(2026, 12, 3))

    assert (second.number, second.place, second.minutes) == (2, "Riverside", 60)
    assert second.music == "Calm piano"
    assert second.ticks == ()


def test_a_plan_can_be_removed_and_brought_back(day: Day) -> None:
    """Undo puts every word back."""
    plan = planned(day, date(2026, 11, 30))

    step = day.program.infusions.delete(plan)
    gone = day.program.infusions.get(plan.id)
    step.undo()

    assert gone is None
    assert day.program.infusions.get(plan.id) == plan


def test_a_plan_comes_back_with_what_was_written_since_it_was_shown(day: Day) -> None:
    """By another page, or by somebody else."""
    shown = planned(day, date(2026, 11, 30))
    day.program.infusions.keep(replace(shown, notes="Bring the blanket"))

    day.program.infusions.delete(shown).undo()

    back = day.program.infusions.get(shown.id)
    assert back is not None
    assert back.notes == "Bring the blanket"


def test_keeping_a_new_plan_can_be_undone(day: Day) -> None:
    """As if it had never been planned."""
    kept, step = day.program.infusions.keep_new(day.program.infusions.draft(date(2026, 11, 30)))

    step.undo()

    assert day.program.infusions.get(kept.id) is None
    assert day.program.infusions.coming() is None


def test_what_became_of_an_infusion_can_be_said_and_taken_back(day: Day) -> None:
    """Each answer has its kind words."""
    plan = planned(day, date(2026, 11, 24))

    steps = [day.program.infusions.answer(plan, outcome) for outcome in Outcome]
    said = day.program.infusions.get(plan.id)
    steps[0].undo()
    taken_back = day.program.infusions.get(plan.id)

    assert said is not None
    assert said.outcome is Outcome.CANCELLED
    assert taken_back is not None
    assert taken_back.outcome is None
    assert "Call for a new date" in steps[-1].text


def test_the_next_infusion_is_found_among_many(day: Day) -> None:
    """However far ahead the series is planned."""
    first = date(2026, 11, 30)
    plans = [planned(day, first + timedelta(days=7 * week)) for week in range(12)]

    assert day.program.infusions.coming() == plans[0]


def test_changing_an_infusion_that_is_gone_changes_nothing(day: Day) -> None:
    """Somebody may have removed the file."""

    def same(infusion: Infusion) -> Infusion:
        return infusion

    assert day.program.infusions.change("2026-11-30-abc", same) is None


def test_a_page_does_not_hear_its_own_change(day: Day) -> None:
    """And hears everybody else's, until it asks to be left alone."""
    heard: list[Kind] = []
    plan = planned(day, date(2026, 11, 30))
    day.program.changes.listen(heard, heard.append)

    day.program.infusions.keep(plan, sender=heard)
    day.program.infusions.keep(plan)
    day.program.changes.forget(heard)
    day.program.infusions.keep(plan)

    assert heard.count(Kind.INFUSIONS) == 1
