"""Breathing patterns and sessions of the patient's own: kept, removed and brought back."""

import pytest
from msgspec.structs import replace

from app.domain.bells import Bells
from app.domain.calm_choices import Preset
from app.domain.calm_phases import single
from app.domain.patterns import QUIET, OwnPattern
from tests.support.day import Day


def keep(day: Day, name: str, **fields: float) -> OwnPattern:
    """Keep a pattern and return it."""
    fresh = day.program.patterns.new()
    kept, _step = day.program.patterns.keep(replace(fresh, name=name, **fields), fresh)
    return kept


def session(day: Day) -> Preset:
    """Return a session that is not kept yet."""
    return day.program.presets.new(single(12), "box", holds=True)


def test_a_new_pattern_is_in_the_file_and_can_be_taken_back(day: Day) -> None:
    """Under a name of its own, without holds."""
    patterns = day.program.patterns
    fresh = patterns.new()
    kept, step = patterns.keep(fresh, fresh)

    assert patterns.all() == (kept,)
    assert step.text == "Kept: My breathing"
    assert not kept.pattern.has_holds
    assert patterns.new().name == "My breathing 2"
    assert step.undo() is None
    assert patterns.all() == ()


def test_names_are_numbered_past_those_that_are_taken(day: Day) -> None:
    """Of patterns and of sessions."""
    keep(day, "My breathing")
    keep(day, "My breathing 2")
    presets = day.program.presets
    presets.keep(session(day), session(day))

    assert day.program.patterns.new().name == "My breathing 3"
    assert session(day).name == "My session 2"


def test_a_removed_one_comes_back_to_its_place(day: Day) -> None:
    """Also when others were added or removed meanwhile."""
    patterns = day.program.patterns
    first, second, third = keep(day, "1"), keep(day, "2"), keep(day, "3")
    gone = patterns.remove(second)
    assert gone is not None
    assert gone.text == "Removed: 2"
    assert patterns.all() == (first, third)
    assert patterns.remove(second) is None

    assert gone.undo() is None

    assert patterns.all() == (first, second, third)
    gone = patterns.remove(third)
    patterns.remove(first)
    patterns.remove(second)
    assert gone is not None
    gone.undo()
    assert patterns.all() == (third,)


def test_what_was_written_since_has_its_way_back(day: Day) -> None:
    """Undo of a change, of a new one, and of a removal that somebody else undid."""
    patterns = day.program.patterns
    fresh = patterns.new()
    kept, made = patterns.keep(fresh, fresh)
    changed, change = patterns.keep(replace(kept, name="Ours"), kept)
    theirs, _step = patterns.keep(replace(changed, name="Theirs"), changed)

    back = change.undo()
    assert back is not None
    assert patterns.all() == (kept,)
    assert back.text == "As it was before: My breathing"
    assert back.undo() is None
    assert patterns.all() == (theirs,)
    again = made.undo()
    assert again is not None
    assert patterns.all() == ()
    assert again.undo() is None
    assert patterns.all() == (theirs,)


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({"name": " "}, {"name": "Slow"}),
        ({"in_seconds": 99.0, "out_seconds": 7.0}, {"in_seconds": 4.0, "out_seconds": 7.0}),
        ({"out_seconds": 0.5}, {"out_seconds": 8.0}),
        ({"hold_seconds": 16.0, "rest_seconds": 1.0}, {"hold_seconds": 0.0, "rest_seconds": 1.0}),
        ({"rest_seconds": 16.0}, {"rest_seconds": 0.0}),
        ({"in_seconds": 2.0, "out_seconds": 2.0}, {"in_seconds": 4.0, "out_seconds": 8.0}),
        ({"name": "", "in_seconds": 0.0, "rest_seconds": 2.0}, {"name": "Slow", "in_seconds": 4.0}),
    ],
)
def test_what_cannot_be_breathed_stays_as_it_was(
    day: Day, change: dict[str, object], kept: dict[str, object]
) -> None:
    """The rest is kept, and the words of the step say so."""
    stored = keep(day, "Slow", out_seconds=8.0)
    typed = replace(stored, **change)

    now, step = day.program.patterns.keep(typed, stored)

    assert {name: getattr(now, name) for name in kept} == kept
    assert day.program.patterns.problem(now) is None
    only_name = set(change) == {"name"}
    assert step.text == ("Changed: Slow" if only_name else "Kept as far as it can be used: Slow")


def test_one_without_a_name_from_a_file_gets_one(day: Day) -> None:
    """What else is wrong there stays, for the patient to put right."""
    own = day.program.own_calm
    wrong = replace(keep(day, "x"), name="", in_seconds=2.0, out_seconds=2.0)
    own.keep(own.choices.with_pattern(wrong))

    kept, _step = day.program.patterns.keep(replace(wrong, rest_seconds=1.0), wrong)

    assert (kept.name, kept.in_seconds, kept.rest_seconds) == ("My breathing", 2, 1)


def test_what_others_changed_since_stays(day: Day) -> None:
    """Field by field."""
    shown = keep(day, "Slow")
    keep(day, "Other")
    patterns = day.program.patterns
    patterns.keep(replace(shown, out_seconds=9.0), shown)

    now, _step = patterns.keep(replace(shown, name="Slower"), shown)

    assert (now.name, now.out_seconds) == ("Slower", 9)
    assert [one.name for one in patterns.all()] == ["Slower", "Other"]


def test_what_is_being_typed_is_kept_as_a_draft(day: Day) -> None:
    """As far as it can be read again; nothing is left of it once it is kept or dropped."""
    patterns, recovery = day.program.patterns, day.program.recovery
    fresh = patterns.new()
    patterns.hold(replace(fresh, name="Half a", in_seconds=99.0), fresh)
    assert recovery.keep_now(10)
    day.close()
    day.program = day._start()
    day.program.recovery.start()
    assert day.program.patterns.all() == ()

    day.program.recovery.take_back()

    (kept,) = day.program.patterns.all()
    assert (kept.id, kept.name, kept.in_seconds) == (fresh.id, "Half a", 4)


def test_a_session_follows_what_was_chosen(day: Day) -> None:
    """Length, breathing, holds, and where it rings."""
    own = day.program.own_calm
    own.keep(replace(own.choices, bells=Bells(every_minutes=5)))
    fresh = session(day)

    assert (fresh.phases, fresh.pattern, fresh.holds) == (single(12), "box", True)
    assert fresh.bells == Bells(every_minutes=5)
    copy = day.program.presets.copied(replace(fresh, cycles=20, bells=Bells(halfway=True)))
    assert copy.id != fresh.id
    assert (copy.cycles, copy.bells) == (20, Bells(halfway=True))


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({"pattern": "gone", "phases": single(30)}, {"pattern": "box", "phases": single(30)}),
        ({"pattern": QUIET, "cycles": 20}, {"pattern": "box", "cycles": None}),
        ({"cycles": 12_000}, {"cycles": None, "phases": single(12)}),
        ({"phases": ()}, {"phases": single(12)}),
    ],
)
def test_what_cannot_be_had_of_a_session_stays_as_it_was(
    day: Day, change: dict[str, object], kept: dict[str, object]
) -> None:
    """The rest is kept."""
    presets = day.program.presets
    fresh = session(day)
    stored, _made = presets.keep(fresh, fresh)

    now, step = presets.keep(replace(stored, **change), stored)

    assert {name: getattr(now, name) for name in kept} == kept
    assert presets.problem(now) is None
    assert step.text == "Kept as far as it can be used: My session"
    removed = presets.remove(now)
    assert removed is not None
    removed.undo()
    assert presets.all() == (now,)


def test_a_session_without_its_pattern_can_still_be_changed(day: Day) -> None:
    """It stays without one until another is chosen."""
    presets, pattern = day.program.presets, keep(day, "Slow")
    fresh = replace(session(day), pattern=pattern.id)
    stored, _made = presets.keep(fresh, fresh)
    day.program.patterns.remove(pattern)

    now, _step = presets.keep(replace(stored, name="Other", phases=single(9)), stored)

    assert (now.name, now.phases, now.pattern) == ("Other", single(9), pattern.id)
