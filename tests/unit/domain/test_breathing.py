"""Breathing as a function of time."""

from itertools import pairwise
from math import inf, nextafter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import calm
from app.domain.breathing import (
    Cue,
    Pattern,
    Phase,
    Step,
    cues_between,
    position,
    without_holds,
)
from app.domain.calm_phases import as_begun, single
from app.domain.patterns import BOX, COHERENT, CYCLIC_SIGHING, FOUR_SEVEN_EIGHT, PATTERNS
from tests.support.calm_clock import BentClocks

patterns = st.sampled_from(PATTERNS)


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
    assert position(BOX, 6).fullness == 1.0
    assert position(BOX, 14).fullness == 0.0
    assert position(BOX, 14).phase is Phase.REST


@pytest.mark.parametrize(
    ("seconds", "phase", "fullness"),
    [
        (1, Phase.IN, 1 / 3),
        (2, Phase.TOP_UP, 2 / 3),
        (2.5, Phase.TOP_UP, 5 / 6),
        (3, Phase.OUT, 1.0),
        (6, Phase.OUT, 0.5),
        (9, Phase.IN, 0.0),
    ],
)
def test_a_sigh_fills_the_lungs_in_two_steps(seconds: float, phase: Phase, fullness: float) -> None:
    """In 2 s, a top-up of 1 s, out 6 s."""
    breath = position(CYCLIC_SIGHING, seconds)

    assert breath.phase is phase
    assert breath.fullness == pytest.approx(fullness)


def test_holds_can_be_left_out() -> None:
    """The breaths in and out stay as long as they were; what has none stays as it is."""
    box = without_holds(BOX)

    assert [(step.phase, step.seconds) for step in box.steps] == [(Phase.IN, 4), (Phase.OUT, 4)]
    assert (BOX.has_holds, box.has_holds, box.id) == (True, False, "box")
    assert without_holds(COHERENT) == COHERENT
    assert without_holds(CYCLIC_SIGHING) == CYCLIC_SIGHING
    assert without_holds(FOUR_SEVEN_EIGHT).first_cycles == 4


@given(patterns, st.floats(min_value=0, max_value=1e6))
def test_no_moment_is_outside_a_breath(pattern: Pattern, seconds: float) -> None:
    """However long it runs, the lungs are between empty and full."""
    breath = position(pattern, seconds)

    assert 0 <= breath.fraction <= 1
    assert 0 <= breath.fullness <= 1


@given(patterns, st.floats(min_value=0, max_value=1000))
def test_lungs_never_jump(pattern: Pattern, seconds: float) -> None:
    """A hundredth of a second changes a hundredth at most of what a second may."""
    before, after = position(pattern, seconds), position(pattern, seconds + 0.01)

    assert abs(after.fullness - before.fullness) < 0.006


def test_rounding_never_carries_a_breath_over_its_end() -> None:
    """Steps of tenths of a second do not add up exactly."""
    uneven = Pattern(
        id="uneven",
        steps=(Step(phase=Phase.IN, seconds=0.1), Step(phase=Phase.OUT, seconds=0.2)),
    )

    assert all(0 <= position(uneven, tick / 1000).fullness <= 1 for tick in range(3000))


def test_tones_come_at_their_exact_times() -> None:
    """In, top-up and out; each says how long its step lasts, and holds are silent."""
    sighs = cues_between(CYCLIC_SIGHING, 0, 12)

    assert sighs == (
        Cue(at=0, phase=Phase.IN, seconds=2),
        Cue(at=2, phase=Phase.TOP_UP, seconds=1),
        Cue(at=3, phase=Phase.OUT, seconds=6),
        Cue(at=9, phase=Phase.IN, seconds=2),
        Cue(at=11, phase=Phase.TOP_UP, seconds=1),
    )
    assert [cue.at for cue in cues_between(BOX, 0, 32)] == [0, 8, 16, 24]
    assert cues_between(BOX, -5, 0) == ()


def tone_at(pattern: Pattern, seconds: float) -> Cue | None:
    """Return the tone that a breather follows at that moment; in a hold there is none."""
    begun = cues_between(pattern, seconds - pattern.seconds, nextafter(seconds, inf))
    return next((cue for cue in reversed(begun) if seconds - cue.at < cue.seconds), None)


def test_a_tone_lasts_as_long_as_its_step() -> None:
    """In a hold there is none."""
    assert tone_at(BOX, 0) == Cue(at=0, phase=Phase.IN, seconds=4)
    assert tone_at(BOX, 6) is None
    assert tone_at(BOX, 25.5) == Cue(at=24, phase=Phase.OUT, seconds=4)
    assert tone_at(BOX, 31.9) is None


@given(patterns, st.lists(st.floats(0, 500), min_size=2, max_size=20).map(sorted))
def test_no_tone_is_lost_or_doubled_between_looks(pattern: Pattern, looks: list[float]) -> None:
    """Whatever the rhythm of the looks, the tones are the same."""
    pieces = [cues_between(pattern, since, until) for since, until in pairwise(looks)]

    assert tuple(cue for piece in pieces for cue in piece) == cues_between(
        pattern, looks[0], looks[-1]
    )


@given(patterns, st.floats(0, 1000))
def test_a_tone_and_the_breath_say_the_same(pattern: Pattern, seconds: float) -> None:
    """Nobody hears "out" and sees "in"."""
    cue, breath = tone_at(pattern, seconds), position(pattern, seconds)

    assert (cue.phase if cue else None) in (
        {breath.phase} if breath.phase not in (Phase.HOLD, Phase.REST) else {None}
    )


def test_a_paused_session_makes_no_tone() -> None:
    """It stands still, and goes on within the same breath."""
    clocks = BentClocks()
    session = calm.start("s1", as_begun(single(10)), COHERENT.id, clocks.reading())
    session = calm.paused(session, clocks.pass_(12))
    before = calm.seconds_run(session, clocks.reading())
    still = calm.seconds_run(session, clocks.pass_(60))

    session = calm.resumed(session, clocks.reading())
    after = calm.seconds_run(session, clocks.pass_(4))

    assert cues_between(COHERENT, before, still) == ()
    assert [cue.at for cue in cues_between(COHERENT, still, after)] == [15]
