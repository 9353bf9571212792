"""Working through a checklist."""

from datetime import date

import pytest

from app.domain.checklist import Item, Stage
from app.domain.infusion import Infusion
from tests.support.day import Day


@pytest.fixture
def plan(day: Day) -> Infusion:
    """Plan an infusion."""
    kept, _ = day.program.infusions.keep_new(day.program.infusions.draft(date(2026, 11, 30)))
    return kept


def item(day: Day, item_id: str) -> Item:
    """Return an item of the list."""
    return next(one for one in day.program.checklist.items() if one.id == item_id)


def test_mask_music_and_ride_are_there_from_the_first_start(day: Day) -> None:
    """Each with a reason why."""
    listed = {one.id: one for one in day.program.checklist.items()}

    assert {"eye_mask", "headphones", "music", "ride_home"} <= listed.keys()
    assert all(one.why for one in listed.values())


def test_a_tick_is_dated_and_can_be_undone(day: Day, plan: Infusion) -> None:
    """The file says what was ticked, and when."""
    checklist = day.program.checklist

    step = checklist.tick(plan, item(day, "eye_mask"))
    day.settle()
    text = day.text(f"infusions/{plan.id}.yaml")
    step.undo()
    undone = day.program.infusions.get(plan.id)

    assert "item: eye_mask" in text
    assert "ticked_at:" in text
    assert step.text == "Done: Eye mask packed"
    assert undone is not None
    assert undone.ticks == ()


def test_not_for_me_and_open_again_can_be_undone(day: Day, plan: Infusion) -> None:
    """Undo goes back to what was said before, not to nothing."""
    checklist = day.program.checklist
    mask = item(day, "eye_mask")
    checklist.leave_out(plan, mask)
    left_out = day.program.infusions.get(plan.id)
    assert left_out is not None

    step = checklist.reopen(left_out, mask)
    step.undo()
    again = day.program.infusions.get(plan.id)

    assert again is not None
    tick = again.tick("eye_mask")
    assert tick is not None
    assert tick.not_for_me_at == day.clock.now()


def test_an_own_item_can_be_added_reworded_removed_and_brought_back(day: Day) -> None:
    """Every step has its way back."""
    checklist = day.program.checklist
    added = checklist.add("Feed the cat", Stage.MORNING, "She waits.")
    own = next(one for one in checklist.items() if one.own)
    changed = checklist.reword(own, "Feed both cats", Stage.DAY_BEFORE, "")
    removed = checklist.remove(own)

    def titles() -> list[str]:
        return [one.title for one in checklist.items() if one.own]

    assert titles() == []
    removed.undo()
    assert titles() == ["Feed both cats"]
    changed.undo()
    assert titles() == ["Feed the cat"]
    added.undo()
    assert titles() == []


def test_a_built_in_item_can_be_hidden_and_comes_back_as_it_was(day: Day) -> None:
    """After closing too, until then."""
    mask = item(day, "eye_mask")

    step = day.program.checklist.remove(mask)
    day.settle()
    hidden = "hidden: true" in day.text("checklist.yaml")
    step.undo()

    assert hidden
    assert item(day, "eye_mask") == mask


def test_own_words_for_a_built_in_item_keep_its_ticks(day: Day, plan: Infusion) -> None:
    """The id stays."""
    checklist = day.program.checklist
    checklist.tick(plan, item(day, "eye_mask"))

    checklist.reword(item(day, "eye_mask"), "The blue mask", Stage.DAY_BEFORE, "")
    kept = day.program.infusions.get(plan.id)

    assert kept is not None
    (line,) = [one for one in checklist.lines(kept) if one.item.id == "eye_mask"]
    assert (line.item.title, line.is_done) == ("The blue mask", True)


def test_an_item_is_moved_and_that_is_undone(day: Day) -> None:
    """The order reaches the file; it is said where the item stands now."""
    checklist = day.program.checklist
    before = [one.id for one in checklist.items()]
    first = checklist.items()[0]

    step = checklist.move(first, 1)
    day.settle()

    count = sum(one.stage is first.stage for one in checklist.items())
    assert step.text == f"Moved: {first.title}, now 2 of {count}"
    assert [one.id for one in checklist.items()][:2] == [before[1], before[0]]
    assert f"- {before[1]}\n  - {before[0]}" in day.text("checklist.yaml")
    step.undo()
    assert [one.id for one in checklist.items()] == before


def test_what_was_taken_off_is_brought_back_in_the_words_it_had(day: Day) -> None:
    """Own words stay own words; an item in its original words leaves no trace in the file."""
    checklist = day.program.checklist
    checklist.reword(item(day, "eye_mask"), "The blue mask", Stage.DAY_BEFORE, "")
    for one in ("eye_mask", "music"):
        checklist.remove(item(day, one))
    assert [one.id for one in checklist.hidden()] == ["music", "eye_mask"]

    for taken_off in checklist.hidden():
        step = checklist.bring_back(taken_off)

    assert not checklist.hidden()
    assert item(day, "eye_mask").title == "The blue mask"
    day.settle()
    assert "music" not in day.text("checklist.yaml")
    step.undo()
    assert [one.id for one in checklist.hidden()] == ["eye_mask"]


def test_original_words_and_the_original_list_can_be_had_again(day: Day) -> None:
    """One by one, or all at once; own items stay, and both are undone."""
    checklist = day.program.checklist
    mask = item(day, "eye_mask")
    assert checklist.is_original
    checklist.add("Feed the cat", Stage.MORNING)
    assert checklist.is_original
    checklist.reword(mask, "The blue mask", Stage.MORNING, "")
    assert item(day, "eye_mask").reworded
    assert not checklist.is_original

    step = checklist.restore_words(item(day, "eye_mask"))
    assert step.text == f"In the original words: {mask.title}"
    assert item(day, "eye_mask") == mask
    step.undo()
    checklist.remove(item(day, "music"))
    checklist.move(item(day, "ride_home"), 3)
    step = checklist.restore()

    assert checklist.is_original
    assert titles_of(day) == {"Feed the cat"}
    step.undo()
    assert item(day, "eye_mask").title == "The blue mask"
    assert [one.id for one in checklist.hidden()] == ["music"]


def titles_of(day: Day) -> set[str]:
    """Return the titles of the patient's own items."""
    return {one.title for one in day.program.checklist.items() if one.own}
