"""Looking rarely or often tells the same: any split of a session's timeline, any keys pressed."""

from typing import Final, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import calm
from app.domain.bells import Bells
from app.domain.calm import SHORTEST_SLEEP, RunningSession
from app.domain.calm_events import OF_THE_COMPUTER, Event, Happening
from app.domain.calm_phases import PhaseKind, PlannedPhase, as_begun, single
from app.domain.calm_session import CalmSession, SessionEnd
from app.domain.clock import Reading
from app.storage.codec import decode, encode
from tests.support.calm_clock import BentClocks

Act: TypeAlias = tuple[str, float]
"""What happens, and how many seconds after the act before."""

KEYS: Final = ("pause", "resume", "+5", "-5", "skip")
QUIET: Final = ("look", "kill")
SLEEPS: Final = ("sleep",)
THE_END: Final = 48 * 3600.0
"""Later than any session here can end."""

plans = st.lists(
    st.builds(PlannedPhase, kind=st.sampled_from(PhaseKind), minutes=st.integers(1, 20)),
    min_size=1,
    max_size=4,
).map(tuple)
bells = st.builds(
    Bells,
    phase_ends=st.booleans(),
    halfway=st.booleans(),
    every_minutes=st.none() | st.integers(1, 30),
)
seconds = st.one_of(st.integers(0, 900).map(float), st.floats(0, 900))
acts = st.lists(st.tuples(st.sampled_from((*KEYS, *SLEEPS)), seconds), max_size=8)
looks = st.lists(st.tuples(st.sampled_from(QUIET), st.floats(0, 6000)), max_size=25)


def read(true: float, asleep: list[tuple[float, float]]) -> Reading:
    """Return the clocks at *true*, where the computer slept from and until these moments."""
    slept = sum(min(until, true) - since for since, until in asleep if since < true)
    return BentClocks(true=true, asleep=slept).reading()


def pressed(session: RunningSession, key: str, reading: Reading) -> RunningSession:
    """Return the session after a key."""
    match key:
        case "pause":
            return calm.paused(session, reading)
        case "resume":
            return calm.resumed(session, reading)
        case "skip":
            return calm.skipped(session, reading)
        case "kill":
            return decode(encode(session), RunningSession)
        case _:
            return calm.lengthened(session, 5 if key == "+5" else -5, reading)


def lived(
    session: RunningSession,
    timeline: list[tuple[float, str]],
    asleep: list[tuple[float, float]],
    until: float = THE_END,
) -> tuple[list[Happening], CalmSession]:
    """Return everything told along *timeline* until the session is over, and what is kept."""
    told: list[Happening] = []
    for true, act in [*timeline, (until, "look")]:
        reading = read(true, asleep)
        if act == "look":
            session, happened = calm.advance(session, reading)
            told += happened
            if any(one.event is Event.FINISHED for one in happened):
                return told, calm.ended(session, reading, SessionEnd.FINISHED)
        elif act not in SLEEPS:
            session = pressed(session, act, reading)
    return told, calm.ended(session, read(until, asleep), SessionEnd.ENDED_EARLY)


def of_the_session(told: list[Happening]) -> list[tuple[Event, int | None]]:
    """Return what the session itself told, in its order."""
    return [(one.event, one.phase) for one in told if one.event not in OF_THE_COMPUTER]


def moments(told: list[Happening]) -> list[float]:
    """Return when that happened."""
    return [one.at.timestamp() for one in told if one.event not in OF_THE_COMPUTER]


def timeline_of(did: list[Act]) -> tuple[list[tuple[float, str]], list[tuple[float, float]]]:
    """Return when each act happens, and from when to when the computer slept."""
    true, timeline, asleep = 0.0, [], []
    for act, after in did:
        if act in SLEEPS:
            asleep.append((true, true + after))
        true += after
        timeline.append((true, act))
    return timeline, asleep


@settings(max_examples=400, deadline=None)
@given(plan=plans, rings=bells, did=acts, looked=looks)
def test_any_split_of_the_timeline_tells_the_same(
    plan: tuple[PlannedPhase, ...], rings: Bells, did: list[Act], looked: list[Act]
) -> None:
    """The same events of the same moments in the same order, and the same in the journal.

    Nobody looks while the computer sleeps; it may be killed and opened again at any moment.
    """
    session = calm.start("s1", as_begun(plan), "quiet", read(0, []), rings)
    rarely, asleep = timeline_of(did)
    awake = [
        (true, act)
        for act, true in looked
        if not any(since < true < until for since, until in asleep)
    ]
    often = sorted([*rarely, *awake], key=lambda one: one[0])

    told, kept = lived(session, rarely, asleep)
    told_often, kept_often = lived(session, often, asleep)

    assert of_the_session(told_often) == of_the_session(told)
    assert moments(told_often) == pytest.approx(moments(told), abs=0.001)
    assert kept_often.phases == kept.phases
    assert (kept_often.minutes, kept_often.pauses) == (kept.minutes, kept.pauses)


@settings(max_examples=200, deadline=None)
@given(did=acts, looked=looks)
def test_any_split_of_the_timeline_tells_of_as_much_sleep(
    did: list[Act], looked: list[Act]
) -> None:
    """All of it is kept; less than a minute may still be untold."""
    session = calm.start("s1", as_begun(single(600)), "quiet", read(0, []))
    rarely, asleep = timeline_of([one for one in did if one[0] != "skip"])
    awake = [(true, act) for act, true in looked if true < 6000]
    often = sorted([*rarely, *awake], key=lambda one: one[0])

    told, kept = lived(session, rarely, asleep, until=9000)
    told_often, kept_often = lived(session, often, asleep, until=9000)

    assert kept_often.slept_seconds == pytest.approx(kept.slept_seconds, abs=12)
    assert -1 < kept.slept_seconds - slept(told) < SHORTEST_SLEEP + 1
    assert -1 < kept_often.slept_seconds - slept(told_often) < SHORTEST_SLEEP + 1


@settings(max_examples=200, deadline=None)
@given(plan=plans, rings=bells, did=acts)
def test_what_is_told_is_in_the_order_in_which_it_happened(
    plan: tuple[PlannedPhase, ...], rings: Bells, did: list[Act]
) -> None:
    """Each phase ends once, in its order, before the next begins; then the session is over."""
    session = calm.start("s1", as_begun(plan), "quiet", read(0, []), rings)

    told, kept = lived(session, *timeline_of([*did, ("resume", 1.0)]))

    assert moments(told) == sorted(moments(told))
    phases = [one for one in of_the_session(told) if one[1] is not None]
    in_order = [
        pair
        for number in range(len(plan))
        for pair in ((Event.PHASE_ENDED, number), (Event.PHASE_BEGAN, number + 1))
    ]
    assert phases == in_order[:-1]
    assert told[-1].event is Event.FINISHED
    assert kept.end is SessionEnd.FINISHED


def slept(told: list[Happening]) -> float:
    """Return how much sleep was told of."""
    return sum(one.slept_seconds for one in told)
