"""Breathing patterns of the patient's own: made, changed, removed, and breathed."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.domain.patterns import QUIET, OwnPattern, PatternProblem
from app.ui.calm.own_words import breath_sum, breath_words_of, on_button, pattern_problem_words
from app.ui.widgets.editors import SecondsEdit
from tests.support import lint
from tests.support.seat import Seat

LONG = "When the waiting room is loud & the light is bright, and I want to be far away at sea"


def mine(seat: Seat) -> tuple[OwnPattern, ...]:
    """Return the patterns that are kept."""
    return seat.desktop.program.own_calm.choices.patterns


def give(seat: Seat, name: str = "Slow", **fields: float) -> OwnPattern:
    """Keep a pattern of the patient's own without the window, and return it."""
    patterns = seat.desktop.program.patterns
    lengths: dict[str, float] = {"in_seconds": 4.0, "out_seconds": 8.0, **fields}
    fresh = replace(patterns.new(), name=name, **lengths)
    kept, _step = patterns.keep(fresh, fresh)
    return kept


def say(seat: Seat, name: str, seconds: str) -> None:
    """Type *seconds* into a field, as a person does."""
    editor = seat.find(name)
    assert isinstance(editor, SecondsEdit)
    editor.setFocus()
    editor.selectAll()
    seat.type(seconds)


def chips(seat: Seat) -> list[str]:
    """Return the names of the patterns on screen, as a screen reader hears them, in order."""
    group = seat.find(f"calm:pattern:{QUIET}").parentWidget()
    assert group is not None
    buttons = [one for one in group.findChildren(QAbstractButton) if one.isVisible()]
    buttons.sort(key=lambda one: (one.y(), one.x()))
    return [one.accessibleName() for one in buttons]


@pytest.fixture
def page(seat: Seat) -> Seat:
    """Return a seat before a new pattern, reached from Calm."""
    seat.go("calm")
    seat.click("calm:breathing")
    seat.click("calm:make_pattern")
    assert seat.here == "pattern"
    return seat


def test_a_pattern_is_made_by_keyboard_and_breathed(page: Seat) -> None:
    """The name is ready to be written over; half seconds are heard; then it is chosen."""
    assert page.focus == "pattern:name"
    page.type("By the sea")
    page.press(Qt.Key.Key_Tab)
    page.type("4.5")
    page.press(Qt.Key.Key_Tab)
    page.type("6.5")
    assert "One breath takes 11 seconds, about 5 a minute." in page.page_words
    page.find("pattern:name").setFocus()
    page.press(Qt.Key.Key_Return)

    assert page.here == "calm"
    (kept,) = mine(page)
    assert (kept.name, kept.in_seconds, kept.out_seconds) == ("By the sea", 4.5, 6.5)
    assert kept.pattern.has_holds is False
    assert page.is_checked(f"calm:pattern:{kept.id}")
    assert chips(page)[-2:] == ["By the sea", "Quiet"]
    assert page.find("calm:breathing").accessibleDescription() == "By the sea"
    assert "In 4.5 seconds, out 6.5 seconds. No holds." in page.page_words
    page.click("calm:start")
    assert page.desktop.program.calm.pattern == kept.pattern


def test_holds_are_off_until_they_are_turned_on(page: Seat) -> None:
    """With the caution beside the switch; turned off they are gone, and remembered meanwhile."""
    words = page.desktop.program.content.breathing
    assert not page.is_checked("pattern:holds")
    assert not page.shows("pattern:hold")
    assert words.sentence("caution") in page.page_words

    page.click("pattern:holds")
    assert words.sentence("holds") in page.page_words
    say(page, "pattern:hold", "3")
    say(page, "pattern:rest", "1")
    assert "One breath takes 14 seconds, about 4 a minute." in page.page_words
    page.click("pattern:holds")
    assert "One breath takes 10 seconds, 6 a minute." in page.page_words
    page.click("pattern:holds")
    page.click("pattern:keep")

    (kept,) = mine(page)
    assert (kept.hold_seconds, kept.rest_seconds) == (3, 1)
    assert page.is_checked("calm:holds")
    assert "In 4 seconds, hold 3, out 6, rest 1." in page.page_words
    page.click("calm:holds")
    page.click("calm:start")
    assert page.desktop.program.calm.pattern is not None
    assert not page.desktop.program.calm.pattern.has_holds


@pytest.mark.parametrize(
    ("problem", "fields"),
    [
        (PatternProblem.IN_LENGTH, {"in": "1"}),
        (PatternProblem.IN_LENGTH, {"in": "15.5"}),
        (PatternProblem.OUT_LENGTH, {"out": "21"}),
        (PatternProblem.HOLD_LENGTH, {"hold": "16"}),
        (PatternProblem.REST_LENGTH, {"rest": "60"}),
        (PatternProblem.TOO_FAST, {"in": "2", "out": "2.5"}),
    ],
)
def test_what_cannot_be_breathed_is_said_and_not_kept(
    page: Seat, problem: PatternProblem, fields: dict[str, str]
) -> None:
    """Beside the field that it is about, which has the keyboard; put right, the sentence goes."""
    page.click("pattern:holds")
    for name, seconds in fields.items():
        say(page, f"pattern:{name}", seconds)
    page.click("pattern:keep")

    sentence = pattern_problem_words(problem)
    assert page.here == "pattern"
    assert mine(page) == ()
    assert sentence in page.page_words
    *_others, last = fields
    assert page.focus == f"pattern:{last}"
    assert sentence in page.find(f"pattern:{last}").accessibleDescription()
    assert "One breath takes" not in page.page_words
    say(page, f"pattern:{last}", "5")
    assert sentence not in page.page_words
    assert "One breath takes" in page.page_words
    page.click("pattern:keep")
    assert page.here == "calm"
    assert len(mine(page)) == 1


def test_a_pattern_needs_a_name(page: Seat) -> None:
    """Said where it is missing, once that field is left; a new one has one to begin with."""
    assert page.line("pattern:name") == "My breathing"
    page.press(Qt.Key.Key_Delete)
    sentence = pattern_problem_words(PatternProblem.NO_NAME)
    assert sentence not in page.page_words

    page.press(Qt.Key.Key_Tab)
    assert sentence in page.page_words
    page.click("pattern:keep")

    assert page.here == "pattern"
    assert page.focus == "pattern:name"
    page.type("S")
    assert sentence not in page.page_words


def test_leaving_keeps_what_was_typed(page: Seat) -> None:
    """Under the name it has, with numbers that can be breathed; undo takes it back."""
    page.type("Half a thought")
    say(page, "pattern:in", "3")
    say(page, "pattern:out", "99")
    page.go("today")

    (kept,) = mine(page)
    assert (kept.name, kept.in_seconds, kept.out_seconds) == ("Half a thought", 3, 6)
    assert "Kept as far as it can be used: Half a thought" in page.words
    page.click("undo")
    assert mine(page) == ()


def test_looking_only_or_saying_so_keeps_nothing(page: Seat) -> None:
    """Nothing was typed, or nothing that can be had, or it is not wanted."""
    page.go("today")
    assert mine(page) == ()
    page.go("pattern")
    say(page, "pattern:in", "20")
    page.go("today")
    assert mine(page) == ()
    page.go("pattern")
    page.type("No")

    page.click("pattern:away")

    assert page.here == "calm"
    assert mine(page) == ()
    assert "No" not in page.files().splitlines()


def test_what_is_being_typed_outlives_a_crash(page: Seat) -> None:
    """It is offered the next time, and is then among the patterns."""
    page.type("Before the light went out")
    say(page, "pattern:in", "60")
    undo = page.desktop.undo
    undo.push("Nothing.", lambda: None)
    undo.undo()  # what is still being typed is kept first
    program = page.desktop.program
    assert program.recovery.keep_now(10)
    drafts = [file.read_text("utf-8") for file in page.paths.state.rglob("calm.yaml")]
    assert any("Before the light went out" in text for text in drafts)
    assert mine(page) == ()
    page.click("pattern:away")
    assert program.recovery.keep_now(10)
    assert not [*page.paths.state.rglob("calm.yaml")]


def test_a_pattern_is_changed_and_the_change_taken_back(seat: Seat) -> None:
    """Its chip has the new name at once; its session too."""
    before = give(seat)
    seat.go("calm")
    seat.click("calm:breathing")
    assert not seat.shows("calm:change_pattern")
    seat.click(f"calm:pattern:{before.id}")
    seat.click("calm:change_pattern")
    assert seat.line("pattern:name") == "Slow"

    seat.type("Slower")
    say(seat, "pattern:out", "10")
    seat.click("pattern:keep")

    assert chips(seat)[-2:] == ["Slower", "Quiet"]
    assert "Changed: Slower" in seat.words
    assert mine(seat)[0].pattern.seconds == 14
    seat.click("undo")
    assert chips(seat)[-2:] == ["Slow", "Quiet"]
    assert mine(seat)[0].says_the_same(before)


def test_a_pattern_is_removed_and_brought_back_to_its_place(seat: Seat) -> None:
    """While it is gone the session is quiet; back again it is chosen again."""
    first, second = give(seat, "First"), give(seat, "Second")
    seat.go("calm")
    seat.click("calm:breathing")
    seat.click(f"calm:pattern:{first.id}")
    seat.click("calm:change_pattern")

    seat.click("pattern:away")

    assert seat.here == "calm"
    assert mine(seat) == (second,)
    assert "Removed: First" in seat.words
    assert chips(seat)[-2:] == ["Second", "Quiet"]
    assert seat.is_checked("calm:pattern:quiet")
    assert seat.find("calm:breathing").accessibleDescription() == "Quiet, breathe as you like"
    seat.click("undo")
    assert mine(seat) == (first, second)
    assert chips(seat)[-3:] == ["First", "Second", "Quiet"]
    assert seat.is_checked(f"calm:pattern:{first.id}")


def test_what_was_typed_before_removing_has_its_way_back_too(seat: Seat) -> None:
    """First the pattern comes back, with what was typed; then what was typed goes."""
    pattern = give(seat)
    seat.go("pattern", pattern.id)
    seat.type("Other words")
    seat.click("pattern:away")
    assert mine(seat) == ()

    seat.click("undo")
    assert mine(seat)[0].name == "Other words"
    seat.click("undo")

    assert mine(seat)[0].says_the_same(pattern)


def test_taking_a_change_back_keeps_what_others_wrote_since(seat: Seat) -> None:
    """There is a way back from that as well."""
    pattern = give(seat)
    seat.go("pattern", pattern.id)
    seat.type("Ours")
    seat.click("pattern:keep")
    seat.change_outside("calm.yaml", "name: Ours", "name: Theirs")

    seat.click("undo")
    assert mine(seat)[0].name == "Slow"
    assert "As it was before: Slow" in seat.words
    seat.click("undo")

    assert mine(seat)[0].name == "Theirs"


def test_what_others_change_is_seen_while_the_page_stands(seat: Seat) -> None:
    """What is typed here stays; both are kept."""
    pattern = give(seat)
    seat.go("pattern", pattern.id)
    seat.type("Mine")

    seat.change_outside("calm.yaml", "out_seconds: 8.0", "out_seconds: 9.0")

    assert seat.line("pattern:name") == "Mine"
    assert "One breath takes 13 seconds" in seat.page_words
    seat.click("pattern:keep")
    assert (mine(seat)[0].name, mine(seat)[0].out_seconds) == ("Mine", 9)


def test_a_pattern_that_others_removed_can_be_kept_again(seat: Seat) -> None:
    """The page stands and holds the words."""
    pattern = give(seat)
    seat.go("pattern", pattern.id)
    own = seat.desktop.program.own_calm
    own.keep(own.choices.without_pattern(pattern.id))
    assert "A pattern of my own" in seat.page_words

    seat.click("pattern:keep")

    assert [one.id for one in mine(seat)] == [pattern.id]


def test_chips_follow_the_file_and_the_keyboard_stays(seat: Seat) -> None:
    """A pattern that was written by hand is there; arrows go through all in the order seen."""
    pattern = give(seat)
    seat.go("calm")
    seat.click("calm:breathing")
    seat.click("calm:pattern:box")
    assert seat.focus == "calm:pattern:box"

    other = f"  - id: hand2345\n    created: {pattern.created.isoformat()}\n"
    other += f"    changed: {pattern.created.isoformat()}\n    name: By hand\n"
    other += "    in_seconds: 3\n    out_seconds: 5\n"
    seat.change_outside("calm.yaml", "patterns:\n", f"patterns:\n{other}")

    assert seat.focus == "calm:pattern:box"
    assert chips(seat)[-3:] == ["By hand", "Slow", "Quiet"]
    for _step in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)  # type: ignore[arg-type]
    assert seat.focus == "calm:pattern:hand2345"
    assert seat.is_checked("calm:pattern:hand2345")
    seat.press(Qt.Key.Key_Tab)
    assert seat.focus == "calm:make_pattern"


def test_a_pattern_that_cannot_be_breathed_can_be_put_right(seat: Seat) -> None:
    """It came from a file; the session waits, and the page says what is wrong."""
    pattern = give(seat)
    own = seat.desktop.program.own_calm
    own.keep(own.choices.with_pattern(replace(pattern, name="", in_seconds=2, out_seconds=2)))
    seat.go("calm")
    seat.click("calm:breathing")
    seat.click(f"calm:pattern:{pattern.id}")
    assert "This pattern cannot be used as it is." in seat.page_words
    assert chips(seat)[-2:] == ["Without a name", "Quiet"]
    start = seat.desktop.window.findChild(QWidget, "calm:start")
    assert start is not None
    assert not start.isEnabled()

    seat.click("calm:change_pattern")
    seat.click("pattern:keep")
    assert seat.focus == "pattern:name"
    seat.type("Right")
    seat.click("pattern:keep")
    assert seat.focus == "pattern:out"
    say(seat, "pattern:out", "6")
    seat.click("pattern:keep")

    assert start.isEnabled()
    assert mine(seat)[0].pattern.seconds == 8


@pytest.mark.parametrize("name", [LONG, "呼" * 70, "W" * 100, "تنفس هادئ " * 9])
def test_a_long_name_is_shortened_on_screen_and_not_for_the_ear(seat: Seat, name: str) -> None:
    """Nothing is clipped in a small window with large text."""
    pattern = give(seat, name.strip())
    seat.go("calm")
    seat.click("calm:breathing")
    seat.click(f"calm:pattern:{pattern.id}")

    assert seat.find(f"calm:pattern:{pattern.id}").accessibleName() == name.strip()
    assert seat.find("calm:breathing").accessibleDescription() == name.strip()
    seat.desktop.window.resize(800, 600)
    seat.settle()
    assert lint.clipped(seat.desktop.window) == []


@pytest.mark.parametrize("typed", ["4.5", "4,5", "4.50"])
def test_half_a_second_is_typed_with_point_or_comma(page: Seat, typed: str) -> None:
    """As people do, whatever their country's habit is; and shown in the country's way."""
    say(page, "pattern:in", typed)
    page.press(Qt.Key.Key_Tab)

    editor = page.find("pattern:in")
    assert isinstance(editor, SecondsEdit)
    assert (editor.value(), editor.text()) == (4.5, "4.5")


def test_looking_at_one_without_a_name_changes_nothing(seat: Seat) -> None:
    """It came from a file; only what is typed is kept."""
    pattern = replace(give(seat), name=" ")
    own = seat.desktop.program.own_calm
    own.keep(own.choices.with_pattern(pattern))
    seat.go("pattern", pattern.id)
    seat.go("today")

    assert mine(seat) == (pattern,)


def test_a_number_from_a_file_is_not_rounded_by_looking(seat: Seat) -> None:
    """Only what is typed changes."""
    pattern = give(seat, in_seconds=4.123)
    seat.go("pattern", pattern.id)
    seat.type("Fine")
    seat.click("pattern:keep")

    assert mine(seat)[0].in_seconds == 4.123


def test_words_for_a_breath(seat: Seat) -> None:
    """What is done in it, and what it makes."""
    even = give(seat, in_seconds=5, out_seconds=5)
    assert breath_words_of(even) == "In 5 seconds, out 5 seconds. No holds."
    assert breath_words_of(replace(even, rest_seconds=1.5)) == "In 5 seconds, out 5, rest 1.5."
    assert breath_words_of(replace(even, hold_seconds=2)) == "In 5 seconds, hold 2, out 5."
    assert breath_sum(even) == "One breath takes 10 seconds, 6 a minute."
    slowest = replace(even, in_seconds=15, hold_seconds=15, out_seconds=20, rest_seconds=15)
    assert breath_sum(slowest) == "One breath takes 65 seconds, about 1 a minute."


def test_a_name_on_a_button() -> None:
    """Cut off where it is very long; a sign for a key is no sign for a key."""
    assert on_button("R&B") == "R&&B"
    assert len(on_button("a" * 70).replace("\u200b", "")) == 60


@pytest.mark.parametrize("problem", PatternProblem)
def test_each_problem_has_its_sentence(problem: PatternProblem) -> None:
    """That ends, and holds no place for a number that was not filled in."""
    assert pattern_problem_words(problem).endswith(".")
    assert "{" not in pattern_problem_words(problem)


def test_no_name_is_too_long_to_be_kept_whole(seat: Seat) -> None:
    """As it stands in the file, and as it is pasted: a field that cut it would lose words."""
    long = " ".join(f"word{number}" for number in range(80))
    kept = give(seat, long)
    seat.go("pattern", kept.id)
    say(seat, "pattern:in", "5")
    seat.click("pattern:keep")
    assert [(one.name, one.in_seconds) for one in mine(seat)] == [(long, 5.0)]

    seat.go("pattern")
    seat.type(f"pasted {long}")
    seat.click("pattern:keep")

    assert mine(seat)[1].name == f"pasted {long}"
