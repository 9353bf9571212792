"""Breathing as a function of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.breathing import COHERENT, Pattern, Phase, Step, position


@pytest.mark.parametrize(
    ("seconds", "phase", "fullness"),
    [
        (0, Phase.IN, 0.0),
        (2.5, Phase.IN, 0.5),
        (5, Phase.OUT, 1.0),
        (7.5, Phase.OUT, 0.5),
        (10, Phase.IN, 0.0),
        (-3, Phase.IN, 0.0),
    ],
)
def test_coherent_breathing_rises_for_five_seconds_and_falls_for_five(
    seconds: float, phase: Phase, fullness: float
) -> None:
    """In 5 s, out 5 s, again and again."""
    breath = position(COHERENT, seconds)

    assert breath.phase is phase
    assert breath.fullness == pytest.approx(fullness)


def test_a_hold_keeps_the_lungs_as_they_are() -> None:
    """Full after the breath in, empty after the breath out."""
    box = Pattern(
        id="box",
        steps=tuple(
            Step(phase=phase, seconds=4) for phase in (Phase.IN, Phase.HOLD, Phase.OUT, Phase.REST)
        ),
    )

    assert position(box, 6).fullness == 1.0
    assert position(box, 14).fullness == 0.0
    assert position(box, 14).phase is Phase.REST


@given(st.floats(min_value=0, max_value=1e6))
def test_no_moment_is_outside_a_breath(seconds: float) -> None:
    """However long it runs, the lungs are between empty and full."""
    breath = position(COHERENT, seconds)

    assert 0 <= breath.fraction <= 1
    assert 0 <= breath.fullness <= 1


def test_rounding_never_carries_a_breath_over_its_end() -> None:
    """Steps of tenths of a second do not add up exactly."""
    uneven = Pattern(
        id="uneven",
        steps=(Step(phase=Phase.IN, seconds=0.1), Step(phase=Phase.OUT, seconds=0.2)),
    )

    assert all(0 <= position(uneven, tick / 1000).fullness <= 1 for tick in range(3000))
