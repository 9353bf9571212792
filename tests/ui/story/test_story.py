"""One infusion on a page: everything that belongs to it, and the way to each."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.domain.check_in import CheckIn, Rating, TimePoint
from app.domain.infusion import Infusion, Outcome
from app.domain.preferences import Look, ThemeName
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from app.ui.route import Route
from tests.support import lint, pages
from tests.support.data_folders import calm_session
from tests.support.seat import Seat


def write(seat: Seat, point: TimePoint, infusion: Infusion, days: int = 0) -> CheckIn:
    """Keep a check-in of *infusion*, made *days* from now."""
    draft = seat.desktop.program.journal.draft(point, infusion.id)
    at = draft.at + timedelta(days=days)
    kept = seat.desktop.program.journal.keep(replace(draft, at=at).rated(Rating.MOOD, 4))
    seat.settle()
    return kept


@pytest.fixture
def past(seat: Seat) -> Infusion:
    """Keep an infusion of four days ago with something of every kind, and go to its page."""
    now = seat.clock.now()
    journal = seat.desktop.program.journal
    past = seat.stored(seat.answered(-4, Outcome.WENT_AHEAD))
    seat.desktop.program.infusions.keep(replace(past, helped="The blanket"))
    on_the_day = now - timedelta(days=4)
    journal.keep(calm_session(at=on_the_day))
    plain = Reflection(id="refl2345", created=now, changed=now, at=on_the_day, infusion=past.id)
    journal.keep(plain.recalling("A wide river"))
    asked = Questionnaire(
        id="ques2345", created=now, changed=now, at=now, name=QuestionnaireName.PHQ_9
    )
    journal.keep(asked.answered("little_interest", 1))
    far = replace(asked, id="ques9999", at=now - timedelta(days=30))
    journal.keep(far)
    draft = journal.draft(TimePoint.TWO_HOURS, past.id)
    journal.keep(replace(draft, at=on_the_day).skipping(said=True))
    write(seat, TimePoint.STRAIGHT_AFTER, past, -4)
    write(seat, TimePoint.MONTHLY, past, 40)
    seat.go("infusion_story", past.id)
    return past


def test_everything_that_belongs_to_it_is_there(seat: Seat, past: Infusion) -> None:
    """Its plan, what became of it, check-ins by time point, and what was written around it."""
    words = pages.words(seat.desktop.window)

    assert "It went ahead." in words
    assert "20 November 2026 · be there at 1:30" in seat.page_words
    for said in (
        "Check-in straight after, 20 November 2026",
        "Skipped.",
        "Not filled in. That is all right.",
        "Day 3 check-in, Open. Fill it in, or leave it.",
        "Opens on Friday 27 November.",
        "Monthly check-in, 3 January 2027",
        "“A wide river”",
        "Calm, 5 minutes",
        "PHQ-9, 24 November 2026",
        "They ask about two weeks, not about this infusion.",
        "The blanket",
    ):
        assert said.replace(" AM", "") in words
    assert not seat.shows("entry:ques9999")


def test_each_row_leads_to_its_page(seat: Seat, past: Infusion) -> None:
    """The plan, an open check-in, one that was made, and back to the very row."""
    page = seat.desktop.window.navigation.page
    assert page is not None
    wanted: list[Route] = []
    page.route_wanted.connect(wanted.append)

    seat.click("entry:refl2345")
    seat.go("infusion_story", past.id)
    seat.click("entry:ques2345")
    assert wanted == [
        Route("reflection", "open:2026-11-20:refl2345"),
        Route("questionnaire_answers", "open:2026-11-24:ques2345"),
    ]
    seat.go("infusion_story", past.id)
    seat.click("story:plan")
    assert seat.here == "plan"
    seat.go("infusion_story", past.id)
    seat.click("story:day_3")
    assert (seat.here, seat.words.count("Day 3 check-in")) == ("check_in", 1)
    made = seat.desktop.program.journal.day(past.date).check_ins
    entry = next(one for one in made if one.time_point is TimePoint.STRAIGHT_AFTER)
    seat.go("infusion_story", past.id)
    seat.find(f"entry:{entry.id}").setFocus()
    seat.press(Qt.Key.Key_Return)
    assert seat.here == "check_in"
    seat.press(Qt.Key.Key_Tab)
    seat.go("infusion_story", past.id)
    assert seat.focus == f"entry:{entry.id}"


def test_what_is_removed_here_comes_back(seat: Seat, past: Infusion) -> None:
    """By Delete on a row, and by the button of a session."""
    seat.click("remove:calm2345")
    assert "Calm, 5 minutes" not in seat.words
    seat.click("undo")
    seat.find("entry:refl2345").setFocus()

    seat.press(Qt.Key.Key_Delete)
    assert not seat.shows("entry:refl2345")
    seat.click("undo")

    assert seat.shows("entry:refl2345")
    assert "Calm, 5 minutes" in seat.words


def test_delete_brings_the_keyboard_to_the_neighbor(seat: Seat, past: Infusion) -> None:
    """One entry goes however long it is held; the row it was on may stand for something else."""
    seat.find("entry:refl2345").setFocus()

    seat.hold(Qt.Key.Key_Delete)
    assert not seat.shows("entry:refl2345")
    assert seat.focus == "remove:calm2345"
    seat.press(Qt.Key.Key_Delete)
    assert seat.focus == "entry:ques2345"
    seat.press(Qt.Key.Key_Delete)

    assert seat.focus.startswith(("entry:", "story:"))
    assert not seat.shows("entry:ques2345")


def test_the_page_for_the_clinic_is_one_press_away(seat: Seat, past: Infusion) -> None:
    """Of this very infusion; and the keyboard is there again on the way back."""
    newer = seat.answered(0, Outcome.WENT_AHEAD)
    seat.find("story:report").setFocus()

    seat.press(Qt.Key.Key_Space)

    assert seat.here == "visit_report"
    box = seat.find("visit_report:infusion")
    assert isinstance(box, QComboBox)
    assert box.currentData() == past.id != newer.id
    box.setFocus()
    seat.go("infusion_story", past.id)
    assert seat.focus == "story:report"


def test_what_was_opened_is_forgotten_after_one_way_back(seat: Seat, past: Infusion) -> None:
    """By the sidebar too; and another infusion begins at its own first row."""
    other = seat.answered(0, Outcome.WENT_AHEAD)
    seat.click("entry:ques2345")
    seat.find("nav:journal").setFocus()
    seat.go("infusion_story", past.id)
    seat.go("journal")
    seat.find("journal:new").setFocus()
    seat.go("infusion_story", past.id)
    assert seat.focus == "story:plan"

    seat.click("entry:ques2345")
    seat.find("answers:done").setFocus()
    seat.go("infusion_story", other.id)

    assert seat.focus == "story:plan"


def test_it_follows_what_changes_and_help_leaves_it(seat: Seat, past: Infusion) -> None:
    """A check-in that is made meanwhile stands at its time point."""
    seat.click("story:help")
    assert seat.here == "help"
    seat.press(Qt.Key.Key_Escape)

    new = write(seat, TimePoint.DAY_3, past)
    assert seat.shows(f"entry:{new.id}")
    seat.click("story:journal")
    assert seat.here == "journal"
    write(seat, TimePoint.DAY_7, past, 3)

    seat.go("infusion_story", past.id)
    assert "Day 7 check-in, 27 November 2026" in pages.words(seat.desktop.window)


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (None, "Not said yet whether it went ahead."),
        (Outcome.CANCELLED, "It was cancelled."),
        (Outcome.STOPPED_EARLY, "It was stopped early."),
    ],
)
def test_what_became_of_it_is_said(seat: Seat, outcome: Outcome | None, sentence: str) -> None:
    """As it is known; where nothing was written there are no empty cards."""
    plan = seat.plan(2) if outcome is None else seat.answered(2, outcome)

    seat.go("infusion_story", plan.id)

    assert sentence in seat.words
    assert seat.shows("story:report") is (outcome is Outcome.STOPPED_EARLY)
    assert "Reflections" not in seat.words.splitlines()


@pytest.mark.parametrize("argument", ["", "2020-01-01-zzz"])
def test_an_infusion_that_is_not_there_is_said_kindly(seat: Seat, argument: str) -> None:
    """Removed elsewhere, or a way that leads nowhere."""
    seat.go("infusion_story", argument)

    assert "This infusion is not here any more." in seat.words


def test_a_check_in_that_was_put_off_says_so(seat: Seat) -> None:
    """It opens its page."""
    past = seat.answered(0, Outcome.WENT_AHEAD)
    draft = seat.desktop.program.journal.draft(TimePoint.STRAIGHT_AFTER, past.id)
    tomorrow = seat.clock.now().date() + timedelta(days=1)
    seat.desktop.program.journal.keep(draft.put_off(tomorrow))

    seat.go("infusion_story", past.id)

    assert "You wanted to be asked again." in pages.words(seat.desktop.window)
    seat.click(f"entry:{draft.id}")
    assert seat.here == "check_in"


def test_all_infusions_are_listed_the_newest_first(seat: Seat) -> None:
    """A few at a time; what was opened from here has the keyboard on the way back."""
    plans = [seat.plan(-7 * number) for number in range(32)]
    seat.go("journal")
    seat.click("journal:by_infusion")
    assert seat.here == "by_infusion"
    tops = [seat.top(f"infusion:{one.id}") for one in plans[:3]]
    assert tops == sorted(tops)
    assert not seat.shows(f"infusion:{plans[31].id}")

    seat.click("by_infusion:earlier")
    seat.find(f"infusion:{plans[31].id}").setFocus()
    seat.press(Qt.Key.Key_Space)
    assert seat.here == "infusion_story"
    seat.press(Qt.Key.Key_Tab)
    seat.go("by_infusion")

    assert seat.focus == f"infusion:{plans[31].id}"
    seat.press(Qt.Key.Key_Tab)
    assert seat.focus == "by_infusion:journal"
    seat.go("by_infusion")
    assert not seat.shows(f"infusion:{plans[31].id}")
    seat.click("by_infusion:journal")
    assert seat.here == "journal"


def test_the_list_begins_anew_after_one_way_back(seat: Seat) -> None:
    """By the sidebar too."""
    plans = [seat.plan(-7 * number) for number in range(31)]
    seat.go("by_infusion")
    seat.click("by_infusion:earlier")
    seat.click(f"infusion:{plans[30].id}")
    seat.find("nav:journal").setFocus()

    seat.go("by_infusion")
    assert seat.shows(f"infusion:{plans[30].id}")
    seat.go("journal")
    seat.go("by_infusion")

    assert not seat.shows(f"infusion:{plans[30].id}")


def test_the_list_follows_what_changes(seat: Seat) -> None:
    """None, one, and again none; help leaves it as it is."""
    seat.go("by_infusion")
    assert "No infusion is planned yet." in seat.words
    seat.press(Qt.Key.Key_F1)
    seat.press(Qt.Key.Key_Escape)

    plan = seat.plan(2)
    seat.settle()
    assert seat.shows(f"infusion:{plan.id}")
    seat.desktop.program.infusions.delete(plan)

    assert "No infusion is planned yet." in seat.words


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_fits(seat: Seat, past: Infusion, percent: int) -> None:
    """On a small screen, in large text."""
    look = Look(theme=ThemeName.DARK, text_percent=percent)
    seat.desktop.program.preferences.keep_look(look)
    seat.desktop.window.resize(800, 600)
    for place, argument in (("infusion_story", past.id), ("by_infusion", "")):
        seat.go(place, argument)
        pages.settle()

        assert lint.clipped(seat.desktop.window) == []
        assert lint.small_targets(seat.desktop.window) == []
        assert lint.unnamed(seat.desktop.window) == []
