"""Choosing how long a session is and how to breathe, and what becomes of it on the next page."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QSpinBox, QWidget

from app.domain.calm_choices import Ambience, Sound
from app.domain.calm_phases import PhaseKind
from app.domain.patterns import PATTERNS, QUIET
from app.ui.calm.start_model import Length
from app.ui.calm.words import sound_words
from app.ui.widgets.breath import BreathCircle
from tests.support.seat import Seat


@pytest.fixture
def calm(seat: Seat) -> Seat:
    """Return a seat before the page, with the patterns open."""
    seat.go("calm")
    seat.click("calm:breathing")
    return seat


def look(seat: Seat) -> None:
    """Let the timer look at the clock."""
    seat.desktop.places.calm.model.look()
    seat.settle()


def circle(seat: Seat) -> BreathCircle:
    """Return the circle on screen."""
    circles = seat.desktop.window.findChildren(BreathCircle)
    return next(one for one in circles if one.isVisible())


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_every_pattern_is_explained_and_breathed(calm: Seat, pattern: object) -> None:
    """Its words are on the page, and the session knows it."""
    chosen = next(one for one in PATTERNS if one == pattern)
    words = calm.desktop.program.content.breathing.of(chosen.id)
    assert words is not None

    calm.click(f"calm:pattern:{chosen.id}")
    assert words.text in calm.page_words
    assert calm.find("calm:breathing").accessibleDescription() == words.title
    calm.click("calm:start")

    running = calm.desktop.program.calm.running
    assert running is not None
    assert (running.pattern, running.holds) == (chosen.id, chosen.id == "four_seven_eight")
    assert circle(calm).word == "Breathe in"


def test_holds_are_off_until_they_are_turned_on(calm: Seat) -> None:
    """With the caution beside the switch; other patterns have no such switch."""
    assert not calm.shows("calm:holds")
    calm.click("calm:pattern:box")
    assert not calm.is_checked("calm:holds")
    assert calm.desktop.program.content.breathing.sentence("holds") in calm.page_words

    calm.click("calm:holds")
    calm.click("calm:start")

    running = calm.desktop.program.calm.running
    assert running is not None
    assert running.holds
    calm.clock.advance(seconds=5)
    look(calm)
    circle(calm)._look()
    assert circle(calm).word == "Hold"


def test_holds_that_come_with_a_pattern_can_be_left_out(calm: Seat) -> None:
    """The choice stays with its pattern."""
    calm.click("calm:pattern:four_seven_eight")
    assert calm.is_checked("calm:holds")
    calm.click("calm:holds")
    calm.click("calm:pattern:box")
    assert not calm.is_checked("calm:holds")
    calm.click("calm:pattern:four_seven_eight")
    assert not calm.is_checked("calm:holds")

    calm.click("calm:start")

    assert calm.desktop.program.calm.pattern is not None
    assert not calm.desktop.program.calm.pattern.has_holds


def test_after_the_first_breaths_of_some_patterns_it_is_quiet(calm: Seat) -> None:
    """Four of 4-7-8 to begin with; the session goes on without words."""
    calm.click("calm:pattern:four_seven_eight")
    calm.click("calm:start")
    assert "5 minutes, breathing" in calm.page_words

    calm.clock.advance(seconds=4 * 19 + 1)
    look(calm)

    assert circle(calm).word == ""
    assert not circle(calm).is_moving
    assert "5 minutes, quiet" in calm.page_words
    assert calm.desktop.program.calm.running is not None


def test_a_session_can_be_quiet(calm: Seat) -> None:
    """Nothing moves and nothing is said; it can be paused like any other."""
    calm.click("calm:pattern:quiet")
    calm.click("calm:length:10")
    calm.click("calm:start")

    running = calm.desktop.program.calm.running
    assert running is not None
    assert running.pattern == QUIET
    assert not circle(calm).is_moving
    assert circle(calm).word == ""
    assert "10 minutes, quiet" in calm.page_words
    calm.click("calm:pause")
    assert "10 minutes, paused" in calm.page_words
    calm.click("calm:pause")
    assert not circle(calm).is_moving


def test_the_day_of_an_infusion_has_parts_and_is_quiet(seat: Seat) -> None:
    """As long as the plan says; each can be made longer, or left out; one can go on to the next."""
    seat.desktop.program.infusions.keep(replace(seat.plan(days=0), minutes=50))
    seat.go("calm")
    seat.click("calm:length:infusion_day")
    seat.click("calm:parts:length")
    rest = seat.find("calm:parts:recovery")
    assert isinstance(rest, QSpinBox)
    rest.setValue(20)
    assert seat.find("calm:parts:length").accessibleDescription() == (
        "5 to settle, 50 for the infusion, 20 to rest"
    )
    seat.click("calm:start")

    running = seat.desktop.program.calm.running
    assert running is not None
    assert running.pattern == QUIET
    assert [(one.kind, one.planned_minutes) for one in running.phases] == [
        (PhaseKind.SETTLE, 5),
        (PhaseKind.INFUSION, 50),
        (PhaseKind.RECOVERY, 20),
    ]
    for part, following in (("Settling", True), ("Infusion", True), ("Rest", False)):
        assert part in seat.page_words.split("\n")
        assert seat.shows("calm:next") is following
        if following:
            seat.click("calm:next")
    seat.click("calm:end")
    (kept,) = seat.desktop.program.journal.day(seat.clock.now().date()).calm_sessions
    assert [one.skipped for one in kept.phases] == [True, True, False]


def test_parts_follow_each_other_by_themselves(seat: Seat) -> None:
    """At their time, and not before."""
    seat.go("calm")
    seat.click("calm:length:infusion_day")
    seat.click("calm:start")

    seat.clock.advance(minutes=4, seconds=59)
    look(seat)
    assert "Settling" in seat.page_words
    seat.clock.advance(seconds=2)
    look(seat)

    assert "Infusion" in seat.page_words.split("\n")
    seat.click("calm:pause")
    assert "Infusion, paused" in seat.page_words


def test_a_day_without_minutes_cannot_be_started(seat: Seat) -> None:
    """The other lengths can."""
    seat.go("calm")
    seat.click("calm:length:infusion_day")
    for kind in (PhaseKind.SETTLE, PhaseKind.INFUSION, PhaseKind.RECOVERY):
        seat.desktop.places.calm._parts.choose(kind, 0)
    page = seat.desktop.window.navigation.page
    assert page is not None
    start = page.findChild(QWidget, "calm:start")
    assert start is not None
    assert not start.isEnabled()

    seat.click("calm:length:5")

    assert start.isEnabled()


def test_an_own_length_is_kept_while_other_lengths_are_looked_at(seat: Seat) -> None:
    """And shown on the button."""
    seat.go("calm")
    seat.click("calm:length:own")
    own = seat.find("calm:own")
    assert isinstance(own, QSpinBox)
    own.setValue(33)
    seat.click("calm:length:10")
    seat.click("calm:length:own")

    assert own.value() == 33
    seat.click("calm:start")
    running = seat.desktop.program.calm.running
    assert running is not None
    assert running.planned_minutes == 33


def test_the_lengths_are_those_of_the_screen() -> None:
    """Minutes where they are fixed."""
    assert [one.value for one in Length if one.value > 0] == [5, 10, 20]


def test_the_time_is_kept_in_the_patients_file(seat: Seat) -> None:
    """Whether it is shown is theirs to say, once."""
    seat.go("calm")
    seat.click("calm:show_time")
    seat.write_out()

    assert "hide_clock: false" in (seat.paths.data / "calm.yaml").read_text("utf-8")
    seat.reopen()
    seat.go("calm")
    assert seat.is_checked("calm:show_time")


@pytest.mark.parametrize(
    ("sound", "pieces", "words"),
    [
        (Sound(), 0, "Rain, 40 %, fades out at the end"),
        (Sound(), 2, "Rain and my music, 40 %, fades out at the end"),
        (Sound(music=False), 2, "Rain, 40 %, fades out at the end"),
        (Sound(ambience=Ambience.SILENCE), 2, "My music, 40 %, fades out at the end"),
        (Sound(ambience=Ambience.SILENCE), 0, "Silence, and tones for the breath"),
        (Sound(ambience=Ambience.SILENCE, tones=False), 0, "Silence"),
    ],
)
def test_the_sound_in_a_few_words(sound: Sound, pieces: int, words: str) -> None:
    """One's own music is a sound too."""
    assert sound_words(sound, pieces) == words
