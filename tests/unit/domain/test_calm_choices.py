"""How the patient likes their calm sessions: presets, sound and music."""

from datetime import UTC, datetime
from math import nan

import pytest
from msgspec.structs import replace

from app.domain.calm_choices import (
    MOST_CYCLES,
    Ambience,
    CalmChoices,
    Preset,
    PresetProblem,
    Sound,
    SoundProblem,
)
from app.domain.calm_phases import PlanProblem, single
from app.domain.patterns import PATTERNS, QUIET, SHORTEST_BREATH, OwnPattern, most_cycles
from tests.support.calm_clock import infusion_day

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
MINE = OwnPattern(
    id="ownp2345", created=NOON, changed=NOON, name="Mine", in_seconds=4, out_seconds=8
)
PRESET = Preset(id="pres2345", created=NOON, changed=NOON, name="Evening", phases=single(15))


def test_nothing_chosen_is_quiet_and_hides_the_clock() -> None:
    """No sound until one is chosen; then soft, coming within 4 s and going within 30."""
    choices = CalmChoices()

    assert choices.sound == Sound(volume=0.4, fade_in_seconds=4, fade_out_seconds=30)
    assert choices.sound.ambience is Ambience.RAIN
    assert choices.sound.problem is None
    assert choices.hide_clock
    assert PRESET.pattern == QUIET
    assert not PRESET.holds


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"volume": 0}, None),
        ({"volume": 1}, None),
        ({"volume": 1.01}, SoundProblem.VOLUME),
        ({"volume": -0.1}, SoundProblem.VOLUME),
        ({"volume": nan}, SoundProblem.VOLUME),
        ({"fade_in_seconds": 60, "fade_out_seconds": 600}, None),
        ({"fade_in_seconds": 60.1}, SoundProblem.FADE_IN),
        ({"fade_out_seconds": 600.1}, SoundProblem.FADE_OUT),
    ],
)
def test_sound_has_limits(change: dict[str, float], problem: SoundProblem | None) -> None:
    """No louder than it was made, and no longer fade than a patient would wait."""
    assert replace(Sound(ambience=Ambience.RAIN), **change).problem is problem


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({}, None),
        ({"name": " "}, PresetProblem.NO_NAME),
        ({"pattern": "ownp2345"}, None),
        ({"pattern": "gone2345"}, PresetProblem.NO_PATTERN),
        ({"cycles": 4}, PresetProblem.NO_PATTERN),
        ({"cycles": 4, "pattern": "box", "phases": ()}, None),
        ({"cycles": 0, "pattern": "box"}, PresetProblem.CYCLES),
        ({"cycles": 3601, "pattern": "coherent"}, PresetProblem.CYCLES),
        ({"phases": ()}, PresetProblem.NO_PHASE),
        ({"phases": single(0)}, PresetProblem.PHASE_LENGTH),
        ({"phases": infusion_day(600)}, PresetProblem.TOO_LONG),
    ],
)
def test_a_preset_has_limits(change: dict[str, object], problem: PresetProblem | None) -> None:
    """What cannot be had does not start, and the reason has a name."""
    choices = CalmChoices(patterns=(MINE,))
    preset = replace(PRESET, **change)

    assert choices.preset_problem(preset) is problem
    if problem is not None:
        with pytest.raises(ValueError, match=problem.value):
            choices.phases_of(preset)


def test_a_preset_starts_with_its_phases_or_its_breaths() -> None:
    """Breaths without holds are shorter."""
    choices = CalmChoices(patterns=(MINE,))
    box = replace(PRESET, pattern="box", cycles=10)

    assert [one.seconds for one in choices.phases_of(PRESET)] == [900]
    assert [one.seconds for one in choices.phases_of(replace(PRESET, phases=infusion_day(60)))] == [
        300,
        3600,
        1800,
    ]
    assert [one.seconds for one in choices.phases_of(box)] == [80]
    assert [one.seconds for one in choices.phases_of(replace(box, holds=True))] == [160]
    assert [one.seconds for one in choices.phases_of(replace(box, pattern=MINE.id))] == [120]


def test_every_plan_problem_is_one_of_a_preset() -> None:
    """They are told by the same words."""
    assert {one.value for one in PlanProblem} <= {one.value for one in PresetProblem}


def test_a_file_can_hold_every_number_of_breaths_that_fits() -> None:
    """The limit of the file is no narrower than that of any pattern."""
    assert MOST_CYCLES > 36_000 / SHORTEST_BREATH
    assert all(most_cycles(pattern) < MOST_CYCLES for pattern in PATTERNS)


def test_presets_and_patterns_are_added_changed_and_removed() -> None:
    """Each by its id, each in its place."""
    other = replace(PRESET, id="pres2346", name="Morning")
    choices = CalmChoices().with_preset(PRESET).with_preset(other).with_pattern(MINE)

    renamed = choices.with_preset(replace(PRESET, name="Night")).with_pattern(
        replace(MINE, out_seconds=9)
    )

    assert [one.name for one in renamed.presets] == ["Night", "Morning"]
    assert [one.out_seconds for one in renamed.patterns] == [9]
    assert renamed.without_preset(PRESET.id).presets == (other,)
    assert renamed.without_pattern(MINE.id).patterns == ()


def test_what_comes_back_can_have_its_place_again() -> None:
    """At the end where the list is shorter by now; one that is there stays where it is."""
    other, third = (replace(PRESET, id=f"pres234{end}") for end in "67")
    choices = CalmChoices(presets=(PRESET, third), patterns=(MINE,))

    assert choices.with_preset(other, 1).presets == (PRESET, other, third)
    assert choices.with_preset(other, 9).presets == (PRESET, third, other)
    assert choices.with_preset(third, 0).presets == (PRESET, third)
    first = replace(MINE, id="ownp2346")
    assert choices.with_pattern(first, 0).patterns == (first, MINE)
