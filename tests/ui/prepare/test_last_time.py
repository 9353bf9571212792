"""Last time: what the check-ins and the reflection of the infusion before say, counted."""

from collections.abc import Iterable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from app.domain.check_in import TimePoint
from app.domain.effects import EffectNote, Severity
from app.domain.infusion import Infusion, Outcome
from app.domain.preferences import Look, ThemeName
from tests.support import lint
from tests.support.seat import Seat

GINGER = EffectNote(effect="nausea", severity=Severity.MODERATE, helped="Ginger tea")


@pytest.fixture
def before(seat: Seat) -> Infusion:
    """Plan an infusion that went ahead a week ago, and the next one."""
    last = seat.answered(-7, Outcome.WENT_AHEAD)
    seat.plan(3)
    return last


def check_in(seat: Seat, infusion: Infusion, notes: Iterable[EffectNote], *, none: bool) -> None:
    """Keep a check-in of the day of *infusion*, without the window."""
    journal = seat.desktop.program.journal
    draft = journal.draft(TimePoint.STRAIGHT_AFTER, infusion.id)
    at = draft.at.replace(day=infusion.date.day, month=infusion.date.month)
    journal.keep(replace(draft, at=at, effects=tuple(notes), none_of_these=none))


def noted(seat: Seat, infusion: Infusion, *notes: EffectNote) -> None:
    """Keep a check-in with *notes*."""
    check_in(seat, infusion, notes, none=False)


def test_nothing_said_is_nothing_shown(seat: Seat, before: Infusion) -> None:
    """An empty box would ask for something."""
    seat.go("prepare")

    assert not seat.shows("prepare:last_time")


def test_check_ins_are_shown_though_nothing_was_said_on_the_plan(
    seat: Seat, before: Infusion
) -> None:
    """How strong at most, in how many, and what helped; nothing is judged."""
    noted(seat, before, GINGER, EffectNote(effect="dizziness"))
    noted(seat, before, replace(GINGER, severity=Severity.MILD, helped="Fresh air"))

    seat.go("prepare")

    words = seat.page_words
    assert "Infusion 1 of 6 · Tuesday 17 November" in words
    assert "What you noticed, in 2 check-ins:" in words
    assert "Nausea: moderate at most, 2 times (what helped: Ginger tea; Fresh air) · Diz" in words
    assert "What helped: \n" not in words
    assert not seat.shows("prepare:last_time:more")


@pytest.mark.parametrize(
    ("note", "times", "line"),
    [
        (GINGER, 1, "Nausea: moderate (what helped: Ginger tea)"),
        (EffectNote(effect="nausea", severity=Severity.SEVERE), 1, "Nausea: severe"),
        (EffectNote(effect="nausea"), 2, "Nausea, 2 times"),
        (EffectNote(effect="from_the_future", severity=Severity.MILD), 1, "from_the_future: mild"),
        (EffectNote(effect="Cold hands"), 1, "Cold hands"),
    ],
)
def test_an_effect_is_a_line(
    seat: Seat, before: Infusion, note: EffectNote, times: int, line: str
) -> None:
    """Also one that nobody knows: under its id."""
    for _time in range(times):
        noted(seat, before, note)

    seat.go("prepare")

    assert f"check-in{'s' if times > 1 else ''}: {line}\n" in seat.page_words


def test_a_check_in_without_an_effect_says_so(seat: Seat, before: Infusion) -> None:
    """And "None of these" is counted by itself."""
    check_in(seat, before, (), none=True)
    seat.go("prepare")
    assert "1 check-in, with no effect noted. You tapped “None of these” 1 time." in seat.page_words

    noted(seat, before, GINGER)
    seat.go("prepare")

    assert "You tapped “None of these” 1 time. What you noticed, in 2 check-ins:" in seat.page_words


def test_a_reflection_says_what_was_hoped_for_and_what_stays(seat: Seat, before: Infusion) -> None:
    """Beside what the plan says."""
    program = seat.desktop.program
    program.journal.keep(
        replace(program.reflections.draft(before.id), intention="Rest", after="Less hurry")
    )
    program.infusions.change(before.id, lambda one: replace(one, helped="The eye mask"))

    seat.go("prepare")

    assert "What helped: The eye mask" in seat.page_words
    assert "What stays with you: Less hurry" in seat.page_words
    assert "What you hoped for" not in seat.page_words
    seat.click("prepare:last_time:more")
    assert "What you hoped for: Rest" in seat.page_words


def test_a_wish_alone_is_shown_at_once(seat: Seat, before: Infusion) -> None:
    """Where nothing was said of what stays, there is room for it."""
    program = seat.desktop.program
    program.journal.keep(program.reflections.draft(before.id).hoping("Rest"))

    seat.go("prepare")

    assert "What you hoped for: Rest" in seat.page_words
    assert not seat.shows("prepare:last_time:more")


def test_much_is_shown_in_short_until_it_is_asked_for(seat: Seat, before: Infusion) -> None:
    """More effects than four, and long words: by keyboard, and back again."""
    names = ("nausea", "headache", "dizziness", "anxiety", "drowsiness", "confusion")
    noted(seat, before, *(EffectNote(effect=name) for name in names))
    words = " ".join(f"word{number}" for number in range(100))
    seat.desktop.program.infusions.change(before.id, lambda one: replace(one, helped=words))
    seat.go("prepare")
    assert "Confusion" not in seat.page_words
    assert "word99" not in seat.page_words

    seat.find("prepare:last_time:more").setFocus(Qt.FocusReason.TabFocusReason)
    seat.press(Qt.Key.Key_Space)
    assert "\nConfusion\n" in seat.page_words
    assert "word99" in seat.page_words
    seat.click("tick:eye_mask")
    assert "Confusion" in seat.page_words, "a tick folds nothing"
    seat.click("prepare:last_time:more")

    assert "Confusion" not in seat.page_words


@pytest.mark.parametrize("percent", [100, 200])
def test_words_of_any_length_have_room(seat: Seat, before: Infusion, percent: int) -> None:
    """A million signs, one endless word, an own effect of hundreds: nothing is cut off."""
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    seat.desktop.program.preferences.keep_look(look)
    seat.desktop.window.resize(800, 600)
    noted(seat, before, EffectNote(effect="x" * 400, helped="y" * 400))
    program = seat.desktop.program
    program.journal.keep(
        program.reflections.draft(before.id).hoping("z" * 400).keeping(" " * 300 + "w " * 500_000)
    )

    seat.go("prepare")
    assert lint.clipped(seat.desktop.window) == []
    seat.click("prepare:last_time:more")

    assert lint.clipped(seat.desktop.window) == []
    assert "w w w" in seat.page_words


def test_a_check_in_corrected_later_is_shown_corrected(seat: Seat, before: Infusion) -> None:
    """The page asks again each time it comes."""
    noted(seat, before, GINGER)
    seat.go("prepare")
    seat.go("journal")
    noted(seat, before, EffectNote(effect="headache"))

    seat.go("prepare")

    assert "Headache" in seat.page_words


def test_what_is_taken_back_is_shown_no_more(seat: Seat, before: Infusion) -> None:
    """With its last word the card goes."""
    program = seat.desktop.program
    program.infusions.change(before.id, lambda one: replace(one, helped="Music"))
    seat.go("prepare")
    assert seat.shows("prepare:last_time")

    program.infusions.change(before.id, lambda one: replace(one, helped=""))
    seat.settle()

    assert not seat.shows("prepare:last_time")
