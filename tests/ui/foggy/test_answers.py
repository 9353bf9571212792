"""Foggy mode: every answer is kept at once, only what was tapped, and each can be changed."""

import pytest
from PySide6.QtCore import Qt

from app.domain.check_in import TimePoint
from app.domain.effects import EFFECTS, Began, EffectNote, Severity
from app.domain.preferences import ClinicPhones, Profile
from tests.support.foggy import Drowsy
from tests.support.unsure_disk import confirm_nothing_in

SAID = "bothering: 'yes'"
"""How the answer stands in the file: a bare "yes" would be a truth value to other programs."""


@pytest.mark.parametrize("said", ["yes", "no", "cannot_say"])
def test_three_taps_are_enough(drowsy: Drowsy, said: str) -> None:
    """What was said is in the file after the second, and the wish to be asked after the third."""
    assert drowsy.question == "Do you need someone now?"
    drowsy.tap("no")
    assert drowsy.question == "Is anything bothering you?"
    assert drowsy.check_ins() == []
    drowsy.tap(said)
    assert drowsy.question == "That is all. Rest now."
    assert drowsy.answers == {"bothering": said}

    drowsy.tap("done")

    assert drowsy.here == "today"
    assert drowsy.answers == {"bothering": said, "ask_again_on": "2026-11-25"}
    (check_in,) = drowsy.check_ins()
    assert (check_in["time_point"], check_in["infusion"]) == ("straight_after", drowsy.infusion.id)


def test_who_needs_someone_sees_the_numbers_and_comes_back_to_the_question(drowsy: Drowsy) -> None:
    """Nothing is kept of it; the keyboard is on the question again."""
    drowsy.tap("yes")
    assert drowsy.here == "help"
    drowsy.press(Qt.Key.Key_Escape)

    assert drowsy.here == "foggy"
    assert drowsy.question == "Do you need someone now?"
    assert drowsy.focus == "foggy:question"
    assert drowsy.check_ins() == []


def test_help_now_is_at_the_foot_and_on_its_key(drowsy: Drowsy) -> None:
    """From every question; the same question waits."""
    drowsy.tap("no")

    drowsy.click("foggy:help")
    assert drowsy.here == "help"
    drowsy.press(Qt.Key.Key_Escape)
    drowsy.press(Qt.Key.Key_F1)
    assert drowsy.here == "help"
    drowsy.press(Qt.Key.Key_Escape)

    assert drowsy.question == "Is anything bothering you?"
    assert not drowsy.desktop.window.sidebar.isVisible()


@pytest.mark.parametrize("way", ["link", "key"])
def test_stop_here_keeps_what_was_answered_and_nothing_more(drowsy: Drowsy, way: str) -> None:
    """By the link or by Escape; nobody asks again."""
    drowsy.tap("no", "cannot_say")

    if way == "link":
        drowsy.click("foggy:stop")
    else:
        drowsy.press(Qt.Key.Key_Escape)

    assert drowsy.here == "today"
    assert drowsy.answers == {"bothering": "cannot_say"}


def test_stopping_before_an_answer_leaves_no_file(drowsy: Drowsy) -> None:
    """That nobody is needed now is no answer to keep."""
    drowsy.tap("no")

    drowsy.press(Qt.Key.Key_Escape)

    assert drowsy.check_ins() == []


@pytest.mark.parametrize("way", ["link", "key"])
def test_going_back_shows_what_was_answered_and_changes_it(drowsy: Drowsy, way: str) -> None:
    """The answer so far is marked and named; another one takes its place."""
    assert not drowsy.shows("foggy:back")
    drowsy.tap("no", "yes")
    drowsy.wait_a_moment()
    if way == "link":
        drowsy.click("foggy:back")
    else:
        drowsy.press(Qt.Key.Key_Backspace)
    assert drowsy.question == "Is anything bothering you?"
    assert drowsy.answers == {"bothering": "yes"}
    described = {one.objectName(): one.accessibleDescription() for one in drowsy.targets}
    assert described == {
        "foggy:yes": "Your answer so far. Key 1",
        "foggy:no": "Key 2",
        "foggy:cannot_say": "Key 3",
    }

    drowsy.tap("no")

    assert drowsy.answers == {"bothering": "no"}
    drowsy.tap("back", "back")
    assert drowsy.question == "Do you need someone now?"
    assert not drowsy.shows("foggy:back")
    drowsy.wait_a_moment()
    drowsy.press(Qt.Key.Key_Backspace)
    assert drowsy.question == "Do you need someone now?"


def test_only_who_said_yes_is_offered_to_tell_more(drowsy: Drowsy) -> None:
    """Whoever is well, or cannot say, is let rest."""
    drowsy.tap("no", "no")
    assert not drowsy.shows("foggy:tell_more")
    drowsy.tap("back", "yes")
    assert drowsy.shows("foggy:tell_more")


def test_telling_more_is_tapping_what_was_noticed_and_how_strong(drowsy: Drowsy) -> None:
    """Each tapped effect has a screen of its own; what is left out stays unsaid."""
    drowsy.tap("no", "yes", "tell_more")
    assert drowsy.question == "Which did you notice?"
    drowsy.tap("effect:nausea", "effect:headache", "effect:dizziness", "effect:headache")
    assert drowsy.answers["effects"] == [{"effect": "nausea"}, {"effect": "dizziness"}]
    assert drowsy.is_checked("foggy:effect:nausea")
    assert not drowsy.is_checked("foggy:effect:headache")

    drowsy.tap("go_on")
    assert drowsy.question == "Nausea"
    assert "How strong was it?" in drowsy.page_words
    drowsy.tap("moderate")
    assert drowsy.question == "Dizziness"
    drowsy.tap("leave_out")

    assert drowsy.question == "That is all. Rest now."
    assert drowsy.answers == {
        "bothering": "yes",
        "effects": [{"effect": "nausea", "severity": "moderate"}, {"effect": "dizziness"}],
    }
    drowsy.tap("tell_more", "go_on")
    assert drowsy.question == "Dizziness"  # what was left out may be said after all


def test_how_strong_it_was_can_be_changed_by_going_back(drowsy: Drowsy) -> None:
    """The screens are gone back through one by one."""
    drowsy.tap("no", "yes", "tell_more", "effect:nausea", "go_on", "mild")
    drowsy.tap("back")
    assert drowsy.question == "Nausea"
    assert "Your answer so far" in drowsy.find("foggy:mild").accessibleDescription()
    drowsy.tap("moderate")
    assert drowsy.answers["effects"] == [{"effect": "nausea", "severity": "moderate"}]

    drowsy.tap("back", "back", "effect:nausea", "go_on")

    assert drowsy.question == "That is all. Rest now."
    assert drowsy.answers == {"bothering": "yes"}


def test_every_effect_can_be_reached(drowsy: Drowsy) -> None:
    """A few at a time, in the order of the content; back leads to those before."""
    drowsy.tap("no", "yes", "tell_more")
    seen: list[str] = []
    while True:
        seen += [one.objectName() for one in drowsy.targets]
        if not drowsy.shows("foggy:more"):
            break
        drowsy.tap("more")

    tiles = [name for name in seen if name.startswith("foggy:effect:")]
    assert tiles == [f"foggy:effect:{effect}" for effect in EFFECTS]
    drowsy.tap("effect:dissociation")
    drowsy.tap("back", "back")
    assert drowsy.shows("foggy:effect:nausea")
    assert drowsy.answers["effects"] == [{"effect": "dissociation"}]


def test_the_first_severe_one_shows_whom_to_call(drowsy: Drowsy) -> None:
    """At once, the same for everyone, with the numbers; and again from the last screen."""
    clinic = ClinicPhones(name="Riverside", day="555-0142", out_of_hours="555-0199")
    drowsy.desktop.program.preferences.keep_profile(Profile(country="US", clinic=clinic))
    drowsy.tap("no", "yes", "tell_more", "effect:nausea", "effect:dizziness", "go_on", "severe")
    assert drowsy.question == "When to call"
    assert drowsy.shows("foggy:when_to_call")
    words = drowsy.page_words
    assert "The same card for everyone. Nothing is judged." in words
    assert "Call 911 now" in words
    assert "555-0142" in words

    drowsy.tap("go_on")
    assert drowsy.question == "Dizziness"
    assert not drowsy.shows("foggy:when_to_call")
    drowsy.tap("severe")
    assert drowsy.question == "That is all. Rest now."
    drowsy.tap("call")
    assert drowsy.shows("foggy:when_to_call")
    drowsy.tap("go_on")

    assert drowsy.question == "That is all. Rest now."
    severe = [{"effect": one, "severity": "severe"} for one in ("nausea", "dizziness")]
    assert drowsy.answers == {"bothering": "yes", "effects": severe}


def test_without_a_country_the_card_says_whom_to_call_all_the_same(drowsy: Drowsy) -> None:
    """A country that nobody listed has an emergency number too."""
    drowsy.desktop.program.preferences.keep_profile(Profile(country="ZZ"))

    drowsy.tap("no", "yes", "tell_more", "effect:nausea", "go_on", "severe")

    assert "Call your local emergency number now" in drowsy.page_words


def test_nothing_is_promised_where_nobody_would_ask(drowsy: Drowsy) -> None:
    """Only what belongs to an infusion is asked for again."""
    drowsy.go("foggy", "new:any_time:")
    drowsy.tap("no", "no")
    assert "Done" in drowsy.words.split("\n")
    assert "tomorrow" not in drowsy.words

    drowsy.tap("done")

    assert drowsy.answers == {"bothering": "no"}


def test_in_the_night_tomorrow_is_the_day_that_comes(drowsy: Drowsy) -> None:
    """At two in the morning it is still the evening before."""
    drowsy.clock.advance(hours=17)
    drowsy.go("foggy", f"new:straight_after:{drowsy.infusion.id}")

    drowsy.tap("no", "no", "done")

    assert drowsy.answers["ask_again_on"] == "2026-11-25"


@pytest.mark.parametrize(
    "argument", ["", "open:2026-11-24:gone2345", "open:not-a-day:x", "new:sometime:", "new", "x"]
)
def test_a_broken_address_begins_anew(drowsy: Drowsy, argument: str) -> None:
    """An empty check-in, tied to nothing."""
    drowsy.go("foggy", argument)

    drowsy.tap("no", "no")

    (check_in,) = drowsy.check_ins()
    assert check_in.get("time_point", "any_time") == "any_time"
    assert "infusion" not in check_in


def test_each_visit_begins_at_the_first_question(drowsy: Drowsy) -> None:
    """Nothing of the check-in before is left on the screens."""
    drowsy.tap("no", "yes", "tell_more", "effect:nausea")

    drowsy.go("foggy", f"new:two_hours:{drowsy.infusion.id}")

    assert drowsy.question == "Do you need someone now?"
    drowsy.tap("no", "yes", "tell_more")
    assert not drowsy.is_checked("foggy:effect:nausea")


def test_what_another_computer_says_meanwhile_is_kept_too(drowsy: Drowsy) -> None:
    """Its words stand beside the answers given here."""
    drowsy.tap("no", "yes", "tell_more")
    drowsy.change_outside("journal/2026/2026-11-24.yaml", SAID, f"{SAID}\n    words: Tired.")

    drowsy.tap("effect:nausea")

    assert drowsy.answers["words"] == "Tired."
    assert drowsy.answers["effects"] == [{"effect": "nausea"}]


def test_an_effect_that_went_elsewhere_is_there_again_once_it_is_answered(drowsy: Drowsy) -> None:
    """The screen asks for it, so the answer counts."""
    drowsy.tap("no", "yes", "tell_more", "effect:nausea", "go_on")
    drowsy.change_outside(
        "journal/2026/2026-11-24.yaml", "    effects:\n      - effect: nausea\n", ""
    )
    assert "effects" not in drowsy.answers

    drowsy.tap("mild")

    assert drowsy.answers["effects"] == [{"effect": "nausea", "severity": "mild"}]


def test_a_change_elsewhere_shows_on_the_tiles(drowsy: Drowsy) -> None:
    """Tapped on another computer, it is ticked here."""
    drowsy.tap("no", "yes", "tell_more")

    drowsy.change_outside(
        "journal/2026/2026-11-24.yaml",
        SAID,
        f"{SAID}\n    effects:\n      - effect: headache",
    )

    assert drowsy.is_checked("foggy:effect:headache")


def test_the_foot_says_what_is_kept(drowsy: Drowsy) -> None:
    """Before an answer the promise, after it the time."""
    assert "Only what you tap is kept." in drowsy.page_words.split("\n")
    drowsy.tap("no")
    assert "The rest stays unanswered." in drowsy.page_words

    drowsy.tap("no")
    drowsy.write_out()

    assert "Saved on this computer at 9:00 AM." in drowsy.page_words


def test_a_disk_that_refuses_is_told_kindly_and_costs_no_answer(drowsy: Drowsy) -> None:
    """It is said at the foot; once the disk takes it, all of it is there."""
    blocked = drowsy.paths.data / "journal"
    blocked.write_text("in the way")
    drowsy.tap("no", "yes")
    drowsy.write_out()
    assert "Not saved yet. Your answers are still here." in drowsy.page_words

    blocked.unlink()
    drowsy.desktop.program.saving.retry()
    drowsy.write_out()

    assert "Saved on this computer at 9:00 AM." in drowsy.page_words
    assert drowsy.answers == {"bothering": "yes"}


def test_a_disk_that_is_slow_or_unsure_is_not_called_saved(
    drowsy: Drowsy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are said for what they are."""
    folder = drowsy.paths.data / "journal" / "2026"
    drowsy.tap("no", "no")
    drowsy.write_out()
    confirm_nothing_in(folder, monkeypatch)
    drowsy.tap("back")
    drowsy.wait_a_moment()
    target = drowsy.find("foggy:cannot_say")
    target.setFocus()
    target.click()  # type: ignore[attr-defined]

    at_once = drowsy.page_words
    drowsy.write_out()

    assert "Saving…" in at_once
    assert "Saved, but the disk did not confirm it." in drowsy.page_words


def test_a_tile_tapped_off_and_on_again_says_what_it_said(drowsy: Drowsy) -> None:
    """A slip with a heavy hand costs no word and no answer."""
    address = said_before(drowsy)
    before = drowsy.answers["effects"]
    drowsy.go("foggy", address)
    drowsy.tap("no", "yes", "tell_more", "effect:nausea")
    assert "effects" not in drowsy.answers

    drowsy.tap("effect:nausea")

    assert drowsy.answers["effects"] == before


def test_what_was_tapped_off_and_is_asked_for_again_keeps_its_words(drowsy: Drowsy) -> None:
    """Going back to how strong it was says all of it again, with the new strength."""
    address = said_before(drowsy)
    (before,) = drowsy.answers["effects"]
    drowsy.go("foggy", address)
    drowsy.tap("no", "yes", "tell_more", "effect:dizziness", "effect:nausea", "effect:nausea")
    drowsy.tap("go_on", "mild", "tell_more", "effect:dizziness", "back", "back")
    assert drowsy.question == "Dizziness"

    drowsy.tap("moderate")

    dizziness = {"effect": "dizziness", "severity": "moderate"}
    assert drowsy.answers["effects"] == [before, dizziness]


def test_a_skipped_check_in_that_is_answered_here_is_not_skipped(drowsy: Drowsy) -> None:
    """What is said counts, whichever page it is said on."""
    journal = drowsy.desktop.program.journal
    draft = journal.draft(TimePoint.STRAIGHT_AFTER, drowsy.infusion.id)
    kept = journal.keep(draft.skipping(said=True))
    drowsy.go("foggy", f"open:{kept.day}:{kept.id}")

    drowsy.tap("no", "cannot_say")

    assert drowsy.answers == {"bothering": "cannot_say"}


def test_what_stays_tapped_off_has_a_way_back_once_this_is_left(drowsy: Drowsy) -> None:
    """Not before: it would shift the tiles. A tile that was only noticed is no news."""
    address = said_before(drowsy)
    before = drowsy.answers["effects"]
    drowsy.go("foggy", address)
    drowsy.tap("no", "yes", "tell_more", "effect:nausea", "effect:vomiting", "effect:vomiting")
    assert not drowsy.shows("undo")

    drowsy.click("foggy:stop")
    assert "What you said about it was taken off." in drowsy.words
    drowsy.click("undo")

    assert drowsy.answers["effects"] == before
    assert not drowsy.shows("undo")


@pytest.mark.parametrize("tiles", [("effect:nausea", "effect:nausea"), ("effect:vomiting",) * 2])
def test_leaving_offers_no_way_back_where_nothing_is_gone(
    drowsy: Drowsy, tiles: tuple[str, ...]
) -> None:
    """Tapped off and on again, or never said more of than that it was noticed."""
    drowsy.go("foggy", said_before(drowsy))
    drowsy.tap("no", "yes", "tell_more", *tiles)

    drowsy.click("foggy:stop")

    assert not drowsy.shows("undo")


def said_before(drowsy: Drowsy) -> str:
    """Let much be said of nausea in the editor; return the address of that check-in."""
    journal = drowsy.desktop.program.journal
    note = EffectNote(
        effect="nausea", severity=Severity.MILD, began=Began.DURING, helped="Lying on my side"
    )
    kept = journal.keep(journal.draft(TimePoint.ANY_TIME, None).with_notes([note]))
    return f"open:{kept.day}:{kept.id}"
