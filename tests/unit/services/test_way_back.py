"""Taking a change back takes no word with it that was written since: there is a way back for it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from app.domain.checklist import Stage
from app.domain.consultation import Text
from app.domain.series import Spacing
from app.services.undo import Step
from tests.support.day import Day

ON = date(2026, 11, 30)


class Case(NamedTuple):
    """A change that was made, how somebody writes there since, and how to read what is there."""

    step: Step
    write: Callable[[], object]
    read: Callable[[], object]
    said: str


def plan_kept(day: Day) -> Case:
    """One plan, and notes typed into it."""
    infusions = day.program.infusions
    kept, step = infusions.keep_new(infusions.draft(ON))

    def write() -> None:
        infusions.keep(replace(kept, notes="Bring the blanket"))

    return Case(step, write, lambda: infusions.get(kept.id), "Plan removed.")


def plans_kept(day: Day) -> Case:
    """Three plans, and notes typed into the second."""
    infusions = day.program.infusions
    _first, step = infusions.keep_series(infusions.draft(ON), 3, Spacing(gaps=(3, 4)))
    second = sorted(infusions.recent(), key=lambda one: one.date)[1]

    def write() -> None:
        infusions.keep(replace(second, notes="Bring the blanket"))

    return Case(step, write, infusions.recent, "3 plans removed.")


def item_added(day: Day) -> Case:
    """An own item, and its why."""
    checklist = day.program.checklist
    step = checklist.add("Feed the cat", Stage.MORNING)
    own = next(one for one in checklist.items() if one.own)
    return Case(
        step,
        lambda: checklist.reword(own, "Feed the cat", Stage.MORNING, "She waits."),
        lambda: [one for one in checklist.items() if one.own],
        "Removed: Feed the cat",
    )


def item_reworded(day: Day) -> Case:
    """A built-in item in own words, and again in others."""
    checklist = day.program.checklist
    mask = next(one for one in checklist.items() if one.id == "eye_mask")
    step = checklist.reword(mask, "The blue mask", Stage.DAY_BEFORE, "")
    return Case(
        step,
        lambda: checklist.reword(mask, "The blue mask", Stage.DAY_BEFORE, "It is soft."),
        lambda: next(one for one in checklist.items() if one.id == "eye_mask"),
        "Changed: The blue mask",
    )


def list_restored(day: Day) -> Case:
    """The built-in items as they came, and an own one since."""
    checklist = day.program.checklist
    step = checklist.restore()
    return Case(
        step,
        lambda: checklist.add("Feed the cat", Stage.MORNING),
        checklist.items,
        "The list is as it was before.",
    )


def medicine_added(day: Day) -> Case:
    """A medicine, and since when."""
    notes = day.program.consultation
    medicine = notes.medicine("Sertraline", is_current=True)
    step = notes.add(medicine)
    return Case(
        step,
        lambda: notes.keep(replace(medicine, since="spring")),
        lambda: notes.get().medicines,
        "Removed: Sertraline",
    )


def medicine_changed(day: Day) -> Case:
    """A medicine with another name, and since when."""
    notes = day.program.consultation
    before = notes.medicine("Sertaline", is_current=True)
    notes.add(before)
    named = replace(before, name="Sertraline")
    notes.keep(named)
    step = notes.changed(before)
    assert step is not None
    return Case(
        step,
        lambda: notes.keep(replace(named, since="spring")),
        lambda: notes.get().medicines,
        "Changed: Sertaline",
    )


def words_said(day: Day) -> Case:
    """Plain words, and more of them."""
    notes = day.program.consultation
    notes.say(Text.OTHER, "One thing")
    step = notes.said(Text.OTHER, "")
    assert step is not None
    return Case(
        step,
        lambda: notes.say(Text.OTHER, "One thing and another"),
        lambda: notes.get().other,
        "Changed: Something else to mention",
    )


CASES = (
    plan_kept,
    plans_kept,
    item_added,
    item_reworded,
    list_restored,
    medicine_added,
    medicine_changed,
    words_said,
)


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
def test_what_was_written_since_has_a_way_back(day: Day, make: Callable[[Day], Case]) -> None:
    """It is gone with the change that is taken back, and is there again when that is wanted."""
    case = make(day)
    case.write()
    written = case.read()

    back = case.step.undo()
    gone = case.read()

    assert gone != written
    assert back is not None
    assert back.text == case.said
    assert back.undo() is None
    assert case.read() == written


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
def test_a_change_alone_is_simply_taken_back(day: Day, make: Callable[[Day], Case]) -> None:
    """So that the change before it comes next."""
    assert make(day).step.undo() is None
