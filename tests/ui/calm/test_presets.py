"""Sessions of the patient's own: kept, chosen, started, changed and removed."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QSpinBox, QWidget

from app.domain.bells import Bells
from app.domain.calm_choices import CalmChoices, Preset, PresetProblem
from app.domain.calm_phases import PhaseKind, PlannedPhase, single
from app.domain.patterns import QUIET, OwnPattern
from app.domain.preferences import Look, ThemeName
from app.ui.calm.own_words import preset_problem_words
from app.ui.calm.session_choice import OwnTile
from tests.support import lint
from tests.support.seat import Seat

LONG = "When the waiting room is loud & the light is bright, and I want to be far away at sea"


def mine(seat: Seat) -> tuple[Preset, ...]:
    """Return the sessions that are kept."""
    return seat.desktop.program.own_calm.choices.presets


def give(seat: Seat, name: str = "Evening", **fields: object) -> Preset:
    """Keep a session of the patient's own without the window, and return it."""
    presets = seat.desktop.program.presets
    fresh = replace(presets.new(single(12), "box", holds=False), name=name)
    fresh = replace(fresh, **fields)
    kept, _step = presets.keep(fresh, fresh)
    return kept


def pattern(seat: Seat, name: str = "Slow") -> OwnPattern:
    """Keep a breathing pattern of 12 seconds and a hold of 3, and return it."""
    patterns = seat.desktop.program.patterns
    fresh = replace(patterns.new(), name=name, out_seconds=8.0, hold_seconds=3.0)
    kept, _step = patterns.keep(fresh, fresh)
    return kept


def tiles(seat: Seat) -> list[str]:
    """Return what a screen reader hears of each session on screen, in order."""
    found = [one for one in seat.desktop.window.findChildren(OwnTile) if one.isVisible()]
    found.sort(key=lambda one: (one.y(), one.x()))
    return [one.accessibleName() for one in found]


def number(seat: Seat, name: str, value: int) -> None:
    """Type a number into a field."""
    editor = seat.find(name)
    assert isinstance(editor, QSpinBox)
    editor.setFocus()
    editor.selectAll()
    seat.type(str(value))


def value(seat: Seat, name: str) -> int:
    """Return the number in a field."""
    editor = seat.find(name)
    assert isinstance(editor, QSpinBox)
    return editor.value()


def start(seat: Seat) -> QAbstractButton:
    """Return the button that starts a session."""
    button = seat.desktop.window.findChild(QAbstractButton, "calm:start")
    assert button is not None
    return button


def test_what_was_just_set_is_kept_by_two_presses(seat: Seat) -> None:
    """Length, breathing and holds; it is chosen then, and starts as it is."""
    seat.go("calm")
    seat.click("calm:length:own")
    number(seat, "calm:own", 12)
    seat.click("calm:breathing")
    seat.click("calm:pattern:box")
    seat.click("calm:holds")

    seat.click("calm:keep_session")
    assert seat.here == "preset"
    seat.click("preset:keep")

    assert seat.here == "calm"
    (kept,) = mine(seat)
    assert kept.name == "My session"
    assert (kept.phases, kept.pattern, kept.holds) == (single(12), "box", True)
    assert tiles(seat) == ["My session, 12 minutes, Box breathing"]
    assert seat.is_checked(f"calm:session:{kept.id}")
    assert not seat.is_checked("calm:length:own")
    assert not seat.shows("calm:own")
    assert not seat.shows("calm:breathing")
    assert start(seat).text() == "Start 12 minutes"
    seat.click("calm:start")
    running = seat.desktop.program.calm.running
    assert running is not None
    assert (running.pattern, running.holds, running.planned_minutes) == ("box", True, 12)


def test_a_session_in_breaths_runs_as_long_as_they_take(seat: Seat) -> None:
    """By the patient's own pattern; the page says how long that is."""
    slow = pattern(seat)
    seat.go("preset")
    seat.type("Twenty")
    seat.click("preset:measure:breaths")
    assert not seat.shows("preset:minutes")
    seat.click(f"preset:pattern:{slow.id}")
    assert seat.is_checked("preset:holds")
    assert "In 4 seconds, hold 3, out 8." in seat.page_words
    number(seat, "preset:breaths", 20)
    assert "About 5 minutes." in seat.page_words
    seat.click("preset:keep")
    assert tiles(seat) == ["Twenty, 20 breaths, Slow"]
    assert start(seat).text() == "Start 20 breaths"

    seat.click("calm:start")

    running = seat.desktop.program.calm.running
    assert running is not None
    assert running.length == 20 * 15
    seat.clock.advance(seconds=20 * 15 - 1)
    seat.desktop.places.calm.model.look()
    assert seat.desktop.program.calm.running is not None
    seat.clock.advance(seconds=1)
    seat.desktop.places.calm.model.look()
    assert seat.desktop.program.calm.running is None


def test_more_breaths_than_are_led_are_said(seat: Seat) -> None:
    """Of some patterns there are few to begin with."""
    seat.go("preset")
    seat.click("preset:measure:breaths")
    seat.click("preset:pattern:four_seven_eight")
    number(seat, "preset:breaths", 4)
    assert "About 1 minute." in seat.page_words
    assert "are led" not in seat.page_words

    number(seat, "preset:breaths", 8)

    assert "About 3 minutes. The first 4 are led, the rest is quiet." in seat.page_words


def test_the_parts_of_an_infusion_day_are_kept_as_parts(seat: Seat) -> None:
    """Quiet, each as long as it was set; one without minutes is left out."""
    seat.go("calm")
    seat.click("calm:length:infusion_day")
    seat.click("calm:parts:length")
    number(seat, "calm:parts:infusion", 50)
    seat.click("calm:keep_session")
    assert value(seat, "preset:infusion") == 50
    assert "85 minutes in all." in seat.page_words
    assert seat.shows("preset:bell_parts")
    number(seat, "preset:settle", 0)
    seat.click("preset:bell_parts")
    seat.click("preset:keep")

    (kept,) = mine(seat)
    assert kept.phases == (
        PlannedPhase(kind=PhaseKind.INFUSION, minutes=50),
        PlannedPhase(kind=PhaseKind.RECOVERY, minutes=30),
    )
    assert (kept.pattern, kept.bells.phase_ends) == (QUIET, True)
    assert tiles(seat) == ["My session, 50 + 30 minutes, quiet"]
    assert not seat.shows("calm:parts:length")
    seat.click("calm:start")
    running = seat.desktop.program.calm.running
    assert running is not None
    assert [one.kind for one in running.phases] == [PhaseKind.INFUSION, PhaseKind.RECOVERY]


def test_bells_are_the_sessions_own(seat: Seat) -> None:
    """Halfway, every so many minutes or never; a new one begins with those of Sound."""
    own = seat.desktop.program.own_calm
    own.keep(replace(own.choices, bells=Bells(halfway=True)))
    seat.go("preset")
    assert seat.is_checked("preset:bell_halfway")
    assert not seat.shows("preset:bell_parts")
    every = seat.find("preset:bell_every")
    assert isinstance(every, QSpinBox)
    assert every.text() == "Never"
    number(seat, "preset:bell_every", 5)
    seat.click("preset:bell_halfway")
    seat.click("preset:keep")
    assert mine(seat)[0].bells == Bells(every_minutes=5)

    seat.click("calm:change_session")
    number(seat, "preset:bell_every", 0)
    seat.click("preset:keep")

    assert mine(seat)[0].bells == Bells()


def test_a_session_needs_a_name(seat: Seat) -> None:
    """Said where it is missing; the keyboard goes there."""
    seat.go("preset")
    assert seat.focus == "preset:name"
    seat.press(Qt.Key.Key_Delete)
    seat.click("preset:keep")

    assert seat.here == "preset"
    assert seat.focus == "preset:name"
    assert "Give it a name, so that you find it again." in seat.page_words
    assert mine(seat) == ()
    seat.type("N")
    assert "Give it a name" not in seat.page_words


def test_breaths_need_a_pattern(seat: Seat) -> None:
    """Said at once beside the patterns; minutes do not need one."""
    seat.go("preset")
    seat.click("preset:pattern:quiet")
    seat.click("preset:measure:breaths")
    sentence = "Breaths are counted by a pattern. Choose one, or choose minutes."
    assert sentence in seat.page_words
    seat.click("preset:keep")
    assert seat.here == "preset"
    assert seat.focus == "preset:pattern:quiet"

    seat.click("preset:measure:minutes")

    assert sentence not in seat.page_words
    seat.click("preset:keep")
    assert seat.here == "calm"


def test_more_breaths_than_fit_are_not_kept(seat: Seat) -> None:
    """The sentence says how many there can be."""
    seat.go("preset")
    seat.click("preset:measure:breaths")
    number(seat, "preset:breaths", 3601)
    seat.click("preset:keep")
    assert "At most 3600 breaths: that is 10 hours." in seat.page_words
    assert seat.focus == "preset:breaths"
    assert mine(seat) == ()

    number(seat, "preset:breaths", 3600)

    assert "At most" not in seat.page_words
    seat.click("preset:keep")
    assert mine(seat)[0].cycles == 3600


@pytest.mark.parametrize(
    ("settle", "infusion", "sentence"),
    [
        (0, 0, "Choose how many minutes. One part is enough."),
        (300, 301, "At most 600 minutes, all parts together."),
    ],
)
def test_parts_have_limits(seat: Seat, settle: int, infusion: int, sentence: str) -> None:
    """None at all, or more than a session may be."""
    seat.go("preset")
    seat.click("preset:measure:parts")
    for name, minutes in (("settle", settle), ("infusion", infusion), ("recovery", 0)):
        number(seat, f"preset:{name}", minutes)
    seat.click("preset:keep")

    assert sentence in seat.page_words
    assert seat.focus == "preset:settle"
    assert mine(seat) == ()
    number(seat, "preset:infusion", 40)
    assert sentence not in seat.page_words


def test_a_removed_pattern_leaves_the_session_and_is_said(seat: Seat) -> None:
    """It waits until another is chosen; taking the removal back is enough too."""
    slow = pattern(seat)
    kept = give(seat, pattern=slow.id, holds=True)
    seat.go("calm")
    seat.click(f"calm:session:{kept.id}")
    assert start(seat).isEnabled()
    seat.go("pattern", slow.id)
    seat.click("pattern:away")

    assert mine(seat) == (kept,)
    assert tiles(seat) == ["Evening, 12 minutes, its pattern is gone"]
    sentence = "The breathing pattern of this session was removed. Choose another one."
    assert sentence in seat.page_words
    assert not start(seat).isEnabled()
    seat.click("calm:change_session")
    assert sentence in seat.page_words
    seat.type("Renamed")
    seat.go("calm")
    assert (mine(seat)[0].name, mine(seat)[0].pattern) == ("Renamed", slow.id)
    assert mine(seat)[0].holds
    seat.click("undo")
    seat.click("undo")
    assert start(seat).isEnabled()
    assert sentence not in seat.page_words
    seat.click("calm:start")
    assert seat.desktop.program.calm.pattern == slow.pattern


def test_a_pattern_that_cannot_be_breathed_is_said_too(seat: Seat) -> None:
    """It came from a file."""
    slow = pattern(seat)
    kept = give(seat, pattern=slow.id)
    own = seat.desktop.program.own_calm
    own.keep(own.choices.with_pattern(replace(slow, in_seconds=2.0, out_seconds=2.0)))
    seat.go("calm")
    seat.click(f"calm:session:{kept.id}")

    assert "Something is wrong in the pattern of this session." in seat.page_words
    seat.click("calm:change_session")
    assert "This pattern cannot be used as it is." in seat.page_words
    seat.click("preset:pattern:coherent")
    seat.click("preset:keep")
    assert start(seat).isEnabled()


def test_a_session_is_changed_and_the_change_taken_back(seat: Seat) -> None:
    """Its tile follows; a session in minutes can become one in breaths."""
    kept = give(seat)
    seat.go("calm")
    assert not seat.shows("calm:change_session")
    seat.click(f"calm:session:{kept.id}")
    seat.click("calm:change_session")
    assert (seat.line("preset:name"), value(seat, "preset:minutes")) == ("Evening", 12)
    seat.type("Night")
    seat.click("preset:measure:breaths")
    seat.click("preset:keep")
    assert tiles(seat) == ["Night, 20 breaths, Box breathing"]
    assert "Changed: Night" in seat.words

    seat.click("undo")

    assert tiles(seat) == ["Evening, 12 minutes, Box breathing"]
    assert mine(seat)[0].says_the_same(kept)


def test_a_session_is_removed_and_brought_back_to_its_place(seat: Seat) -> None:
    """While it is gone the length that was chosen before is."""
    first, second = give(seat, "First"), give(seat, "Second", pattern=QUIET)
    seat.go("calm")
    seat.click("calm:length:10")
    seat.click(f"calm:session:{first.id}")
    seat.click("calm:change_session")
    seat.click("preset:away")

    assert seat.here == "calm"
    assert tiles(seat) == ["Second, 12 minutes, quiet"]
    assert seat.is_checked("calm:length:10")
    assert start(seat).text() == "Start 10 minutes"
    assert "Removed: First" in seat.words
    seat.click("undo")
    assert mine(seat) == (first, second)
    assert seat.is_checked(f"calm:session:{first.id}")
    seat.click("calm:length:20")
    assert start(seat).text() == "Start 20 minutes"
    assert not seat.shows("calm:change_session")


def test_a_new_session_can_begin_as_another_one(seat: Seat) -> None:
    """Under a name of its own."""
    kept = give(seat, bells=Bells(every_minutes=3))
    seat.go("calm")
    seat.click(f"calm:session:{kept.id}")
    seat.click("calm:keep_session")
    seat.click("preset:keep")

    one, other = mine(seat)
    assert one == kept
    assert (other.name, other.phases, other.bells) == ("My session", kept.phases, kept.bells)
    assert other.id != kept.id


def test_leaving_keeps_what_was_typed(seat: Seat) -> None:
    """As far as it can be used; looking only keeps nothing, and so does saying so."""
    seat.go("preset")
    seat.go("today")
    assert mine(seat) == ()
    seat.go("preset")
    seat.type("Not this")
    seat.click("preset:away")
    assert mine(seat) == ()
    seat.go("preset")
    seat.type("Half a thought")
    seat.click("preset:measure:parts")
    for name in ("settle", "infusion", "recovery"):
        number(seat, f"preset:{name}", 0)

    assert seat.close()

    text = (seat.paths.data / "calm.yaml").read_text("utf-8")
    assert "name: Half a thought" in text
    assert "minutes: 5" in text


def test_what_others_change_is_seen_while_the_pages_stand(seat: Seat) -> None:
    """A session by hand is among the tiles; what is typed here stays."""
    kept = give(seat)
    seat.go("calm")
    seat.click(f"calm:session:{kept.id}")
    seat.change_outside("calm.yaml", "name: Evening", "name: Morning")
    assert tiles(seat) == ["Morning, 12 minutes, Box breathing"]
    assert seat.focus == f"calm:session:{kept.id}"
    seat.click("calm:change_session")
    seat.type("Mine")

    seat.change_outside("calm.yaml", "minutes: 12", "minutes: 25")

    assert seat.line("preset:name") == "Mine"
    assert value(seat, "preset:minutes") == 25
    seat.click("preset:keep")
    assert (mine(seat)[0].name, mine(seat)[0].phases) == ("Mine", single(25))


def test_a_pattern_made_elsewhere_can_be_chosen_at_once(seat: Seat) -> None:
    """The chips of this page follow too."""
    seat.go("preset")
    slow = pattern(seat)
    seat.settle()

    seat.click(f"preset:pattern:{slow.id}")
    seat.click("preset:keep")

    assert mine(seat)[0].pattern == slow.id


def test_phases_from_a_file_stay_as_they_are_until_they_are_changed(seat: Seat) -> None:
    """Two pieces one after the other are no form this page has."""
    pieces = (*single(5), *single(7))
    kept = give(seat, phases=pieces)
    seat.go("preset", kept.id)
    assert value(seat, "preset:minutes") == 12
    seat.type("Two pieces")
    seat.go("calm")
    assert mine(seat)[0].phases == pieces

    seat.go("preset", kept.id)
    number(seat, "preset:minutes", 13)
    seat.go("calm")

    assert mine(seat)[0].phases == single(13)


def test_a_session_is_chosen_and_started_by_keyboard(seat: Seat) -> None:
    """Tab from the lengths to the sessions, arrows among them."""
    give(seat, "One")
    two = give(seat, "Two", pattern=QUIET)
    seat.go("calm")
    seat.find("calm:length:5").setFocus()
    seat.press(Qt.Key.Key_Tab)
    assert seat.focus.startswith("calm:session:")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)  # type: ignore[arg-type]
    assert seat.focus == f"calm:session:{two.id}"
    assert seat.is_checked("calm:length:5")

    seat.press(Qt.Key.Key_Space)

    assert seat.is_checked(f"calm:session:{two.id}")
    assert not seat.is_checked("calm:length:5")
    seat.press(Qt.Key.Key_Tab)
    assert seat.focus == "calm:keep_session"
    start(seat).setFocus()
    seat.press(Qt.Key.Key_Space)
    running = seat.desktop.program.calm.running
    assert running is not None
    assert running.pattern == QUIET


@pytest.mark.parametrize("percent", [100, 200])
def test_many_sessions_with_long_names_have_room(seat: Seat, percent: int) -> None:
    """Twelve of them, in any script; nothing is clipped, and all of it is heard."""
    for name in (LONG, "呼吸" * 30, "W" * 90, "تنفس هادئ " * 8, "R&B"):
        give(seat, name.strip())
    for count in range(7):
        give(seat, f"Session {count}")
    seat.desktop.program.preferences.keep_look(Look(theme=ThemeName.LIGHT, text_percent=percent))
    seat.go("calm")
    for size in ((800, 600), (1180, 860)):
        seat.desktop.window.resize(*size)
        seat.settle()
        assert lint.clipped(seat.desktop.window) == []
    assert len(tiles(seat)) == 12
    assert f"{LONG}, 12 minutes, Box breathing" in tiles(seat)
    assert "R&B, 12 minutes, Box breathing" in tiles(seat)


@pytest.mark.parametrize("problem", PresetProblem)
def test_each_problem_has_its_sentence(seat: Seat, problem: PresetProblem) -> None:
    """That ends, and holds no place for a number that was not filled in."""
    for kept in (give(seat), give(seat, pattern=QUIET, cycles=None)):
        sentence = preset_problem_words(problem, kept, CalmChoices())
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_the_circle_is_as_quiet_as_the_session(seat: Seat) -> None:
    """And the caution stands only where there is something to follow."""
    quiet = give(seat, pattern=QUIET)
    caution = seat.desktop.program.content.breathing.sentence("caution")
    seat.go("calm")
    assert caution in seat.page_words
    seat.click(f"calm:session:{quiet.id}")

    assert caution not in seat.page_words
    assert seat.desktop.window.findChild(QWidget, "calm:start") is not None
