"""The breathing patterns that ship, and one's own."""

from datetime import UTC, datetime
from math import inf, nan

import pytest
from msgspec.structs import replace

from app.domain.breathing import Phase
from app.domain.patterns import (
    BOX,
    COHERENT,
    FOUR_SEVEN_EIGHT,
    PATTERNS,
    QUIET,
    OwnPattern,
    PatternProblem,
    most_cycles,
    own_pattern_problem,
    paced_seconds,
    pattern_of,
    seconds_of,
)

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
OWN = OwnPattern(
    id="own23456", created=NOON, changed=NOON, name="Mine", in_seconds=4, out_seconds=7.5
)


def test_the_patterns_are_those_of_the_clinical_facts() -> None:
    """In seconds, in their order; the first one is what is chosen without a choice."""
    lengths = {
        pattern.id: [(step.phase.value, step.seconds) for step in pattern.steps]
        for pattern in PATTERNS
    }

    assert lengths == {
        "coherent": [("in", 5), ("out", 5)],
        "coherent_long_out": [("in", 4), ("out", 6)],
        "cyclic_sighing": [("in", 2), ("top_up", 1), ("out", 6)],
        "box": [("in", 4), ("hold", 4), ("out", 4), ("rest", 4)],
        "four_seven_eight": [("in", 4), ("hold", 7), ("out", 8)],
    }
    assert [one.id for one in PATTERNS if not one.holds_at_first] == ["box"]
    assert {one.id: one.first_cycles for one in PATTERNS if one.first_cycles} == {
        "four_seven_eight": 4
    }


def test_a_pattern_is_found_by_its_id() -> None:
    """Quiet, and what is no longer there or cannot be had, is none."""
    too_fast = replace(OWN, id="fast2345", in_seconds=2, out_seconds=2)

    assert pattern_of("box") is BOX
    assert pattern_of("own23456", (OWN,)) == OWN.pattern
    assert pattern_of("own23456") is pattern_of(QUIET) is None
    assert pattern_of("fast2345", (too_fast,)) is None


def test_a_pattern_of_ones_own_has_the_steps_that_were_written() -> None:
    """A hold of nothing is no step; one that was written is on."""
    held = replace(OWN, hold_seconds=3, rest_seconds=0.5).pattern

    assert [(step.phase, step.seconds) for step in OWN.pattern.steps] == [
        (Phase.IN, 4),
        (Phase.OUT, 7.5),
    ]
    assert [step.phase for step in held.steps] == [Phase.IN, Phase.HOLD, Phase.OUT, Phase.REST]
    assert held.holds_at_first
    assert held.seconds == 15


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({}, None),
        ({"name": " \n"}, PatternProblem.NO_NAME),
        ({"in_seconds": 1.9}, PatternProblem.IN_LENGTH),
        ({"in_seconds": 15.1}, PatternProblem.IN_LENGTH),
        ({"in_seconds": nan}, PatternProblem.IN_LENGTH),
        ({"hold_seconds": -0.1}, PatternProblem.HOLD_LENGTH),
        ({"hold_seconds": 15.5}, PatternProblem.HOLD_LENGTH),
        ({"out_seconds": 1}, PatternProblem.OUT_LENGTH),
        ({"out_seconds": 20.5}, PatternProblem.OUT_LENGTH),
        ({"rest_seconds": 16}, PatternProblem.REST_LENGTH),
        ({"in_seconds": 2, "out_seconds": 2.9, "hold_seconds": 9}, PatternProblem.TOO_FAST),
        ({"in_seconds": 2, "out_seconds": 3}, None),
        ({"in_seconds": 15, "out_seconds": 20, "hold_seconds": 15, "rest_seconds": 15}, None),
    ],
)
def test_a_pattern_of_ones_own_has_limits(
    change: dict[str, float | str], problem: PatternProblem | None
) -> None:
    """A name, steps that can be breathed, and no fast breathing, not even without the holds."""
    assert own_pattern_problem(replace(OWN, **change)) is problem


def test_a_session_can_be_so_many_breaths() -> None:
    """At least one, and no more than fit into the longest session."""
    assert seconds_of(FOUR_SEVEN_EIGHT, 4) == 76
    assert seconds_of(COHERENT, 0) == 10
    assert most_cycles(COHERENT) == 3600
    assert seconds_of(COHERENT, 10_000) == 36_000
    assert seconds_of(FOUR_SEVEN_EIGHT, 10_000) <= 36_000


def test_a_pattern_with_a_limit_is_short_to_begin_with() -> None:
    """Four breaths at most; what has no limit leads to the end."""
    assert paced_seconds(FOUR_SEVEN_EIGHT) == 76
    assert paced_seconds(COHERENT) == inf
