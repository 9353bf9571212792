"""The calendar of the journal: what each day says, and how it is walked."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.check_in import CheckIn, TimePoint
from app.domain.infusion import Outcome
from app.domain.preferences import Look, ThemeName
from app.ui.journal.day_button import DayButton, KeptDay, day_words
from tests.support import lint, pages
from tests.support.data_folders import calm_session
from tests.support.seat import Seat


def write(seat: Seat, days_ago: int, count: int = 1) -> CheckIn:
    """Keep some check-ins of some days ago, and return the last."""
    for hours in range(count):
        draft = seat.desktop.program.journal.draft(TimePoint.ANY_TIME, None)
        at = draft.at - timedelta(days=days_ago, hours=hours)
        check_in = seat.desktop.program.journal.keep(replace(draft, at=at, words="Here"))
    seat.settle()
    return check_in


def said(seat: Seat, day: str) -> str:
    """Return what a screen reader says of *day*."""
    return seat.find(f"day:{day}").accessibleName()


@pytest.fixture
def journal(seat: Seat) -> Seat:
    """Open the journal: three entries on the 17th, an infusion on the 16th, a cancelled one."""
    write(seat, 7, 3)
    write(seat, 14)
    seat.answered(-8, Outcome.WENT_AHEAD)
    seat.answered(-15, Outcome.CANCELLED)
    seat.go("journal")
    return seat


def test_each_day_says_what_it_has(journal: Seat) -> None:
    """In words, the day that is shown and today too; nothing for one that was cancelled."""
    assert said(journal, "2026-11-17") == "17 November, 3 entries, shown beside"
    assert said(journal, "2026-11-16") == "16 November, nothing written, infusion"
    assert said(journal, "2026-11-10") == "10 November, 1 entry"
    assert said(journal, "2026-11-09") == "9 November, nothing written"
    assert said(journal, "2026-11-24") == "24 November, nothing written, today"
    assert "November 2026" in journal.words


def test_days_of_other_months_are_not_there_and_keep_their_room(journal: Seat) -> None:
    """Nobody comes to a button without a name; the last of the month stands below its weekday."""
    shown = {
        day.objectName()
        for day in journal.desktop.window.findChildren(DayButton)
        if day.isVisible()
    }
    last, week_before = journal.find("day:2026-11-30"), journal.find("day:2026-11-23")

    assert shown == {f"day:2026-11-{day:02}" for day in range(1, 31)}
    assert last.x() == week_before.x()
    assert last.width() == week_before.width()
    assert last.y() > week_before.y()


def test_it_is_walked_by_arrows_and_months_by_page_keys(journal: Seat) -> None:
    """Across the ends of a month; Tab enters at one day alone."""
    journal.find("day:2026-11-17").setFocus()

    walk = {
        Qt.Key.Key_Right: "day:2026-11-18",
        Qt.Key.Key_Down: "day:2026-11-25",
        Qt.Key.Key_Left: "day:2026-11-24",
        Qt.Key.Key_Up: "day:2026-11-17",
        Qt.Key.Key_PageUp: "day:2026-10-17",
        Qt.Key.Key_End: "day:2026-10-31",
        Qt.Key.Key_PageDown: "day:2026-11-30",
        Qt.Key.Key_Home: "day:2026-11-01",
    }
    for key, name in walk.items():
        journal.press(key)
        assert journal.focus == name
    journal.press(Qt.Key.Key_Left)
    assert journal.focus == "day:2026-10-31"
    stops = [
        day
        for day in journal.desktop.window.findChildren(DayButton)
        if day.focusPolicy() is Qt.FocusPolicy.StrongFocus
    ]
    assert [day.objectName() for day in stops] == ["day:2026-10-31"]


def test_enter_opens_a_day_with_older_ones_below(journal: Seat) -> None:
    """An empty day says so; "Newest days" leads back."""
    newest, older = write(journal, 0), write(journal, 20)
    journal.find("day:2026-11-17").setFocus()
    journal.press(Qt.Key.Key_Up)
    journal.press(Qt.Key.Key_Left)

    journal.press(Qt.Key.Key_Return)

    assert "Monday 9 November" in journal.words
    assert "Nothing is written on this day." in journal.words
    assert said(journal, "2026-11-09").endswith("shown beside")
    assert journal.shows(f"entry:{older.id}")
    assert not journal.shows(f"entry:{newest.id}")
    assert journal.focus == "day:2026-11-09"
    journal.click("journal:newest")
    assert journal.shows(f"entry:{newest.id}")
    assert not journal.shows("journal:newest")
    assert "Nothing is written on this day." not in journal.words


def test_tab_goes_through_the_page_as_it_is_seen(journal: Seat) -> None:
    """From the month to the days, the newest first, whenever they came."""
    newest = write(journal, 0)
    journal.find("day:2026-11-17").setFocus()

    passed = []
    for _step in range(4):
        journal.press(Qt.Key.Key_Tab)
        passed.append(journal.focus)

    assert passed[0] == f"entry:{newest.id}"
    assert passed[1] == "story:2026-11-17"


def test_the_mouse_turns_months_and_opens_days(journal: Seat) -> None:
    """The arrows beside the name of the month, and a click on a day."""
    journal.click("journal:back")
    assert "October 2026" in journal.words
    journal.click("journal:forth")

    journal.click("day:2026-11-10")

    assert "Tuesday 10 November" in journal.words
    assert "Tuesday 17 November" not in journal.words


def test_the_caption_of_a_day_leads_to_its_infusion(journal: Seat) -> None:
    """Of the day itself, and of the day after."""
    assert "Day after infusion 1" in journal.words
    journal.click("story:2026-11-17")
    assert journal.here == "infusion_story"
    journal.go("journal")

    journal.click("day:2026-11-16")

    assert "Infusion 1 of 6" in journal.words
    journal.click("story:2026-11-16")
    assert journal.here == "infusion_story"


def test_days_of_infusions_long_ago_are_marked_when_all_is_read(journal: Seat) -> None:
    """The page is there before; what is known later is added."""
    program = journal.desktop.program
    old = program.infusions.draft(date(2026, 3, 3))
    program.infusions.keep_new(old)
    journal.go("today")
    program.loading.is_complete = False
    journal.go("journal")
    journal.click("day:2026-11-17")
    for _month in range(8):
        journal.press(Qt.Key.Key_PageUp)
    assert journal.focus == "day:2026-03-17"

    program.loading.start()
    while program.loading.step():
        pass

    journal.wait_for("the line", lambda: said(journal, "2026-03-03").endswith(", infusion"))
    assert journal.focus == "day:2026-03-17"


def test_infusions_without_a_number_have_a_caption_too(journal: Seat) -> None:
    """Where the patient took the number away."""
    program = journal.desktop.program
    infusion = next(one for one in program.infusions.recent() if one.date == date(2026, 11, 16))

    program.infusions.keep(replace(infusion, number=None))
    journal.settle()

    assert "Day after an infusion" in journal.words


def test_days_of_other_years_say_which(journal: Seat) -> None:
    """And months can be turned to the ends of the calendar."""
    old = write(journal, 400)

    journal.go("journal")

    assert "20 October 2025" in journal.words
    model = journal.desktop.window.navigation.page._history  # type: ignore[union-attr]
    model.choose(date(1901, 1, 1))
    assert model.days[0].day.is_empty
    model.choose(date(2, 1, 2))
    model.walk_months(-20)
    model.walk_days(-40)
    assert model.cursor == date(2, 1, 1)
    model.choose(date(9998, 12, 31))
    model.walk_months(1)
    model.walk_days(1)
    assert model.cursor == date(9998, 12, 31)
    assert journal.desktop.program.journal.find(old.id, old.day) is not None


def test_a_row_is_removed_by_delete_and_brought_back(journal: Seat) -> None:
    """From the card of a day; what is opened from there has the keyboard on the way back."""
    entry = write(journal, 0)
    row = journal.find(f"entry:{entry.id}")
    row.setFocus()
    journal.press(Qt.Key.Key_Delete)
    assert not journal.shows(f"entry:{entry.id}")
    journal.click("undo")

    journal.find(f"entry:{entry.id}").setFocus()
    journal.press(Qt.Key.Key_Return)
    assert journal.here == "check_in"
    journal.press(Qt.Key.Key_Tab)
    journal.go("journal")

    assert journal.focus == f"entry:{entry.id}"


def test_a_session_is_removed_by_delete_on_its_button(journal: Seat) -> None:
    """Other keys do there, and on rows and days, what they do anywhere."""
    session = calm_session(at=journal.clock.now())
    journal.desktop.program.journal.keep(session)
    entry = write(journal, 0)
    for name in (f"remove:{session.id}", f"entry:{entry.id}", "day:2026-11-17"):
        journal.find(name).setFocus()
        journal.press(Qt.Key.Key_A)
        assert (journal.here, journal.focus) == ("journal", name)

    journal.find(f"remove:{session.id}").setFocus()
    journal.press(Qt.Key.Key_Delete)

    assert not journal.shows(f"remove:{session.id}")
    journal.find("day:2026-11-10").setFocus()
    journal.press(Qt.Key.Key_Space)
    assert "Tuesday 10 November" in journal.words


def test_a_day_under_the_mouse_is_shaded(journal: Seat) -> None:
    """Unless it is the one that is shown."""
    day = journal.find("day:2026-11-10")
    before = day.grab().toImage()

    QTest.mouseMove(journal.find("day:2026-11-11"))
    QTest.mouseMove(day)
    journal.settle()

    assert day.grab().toImage() != before


def test_help_leaves_the_days_as_they_are(journal: Seat) -> None:
    """And they follow what changes once the patient is back."""
    journal.click("day:2026-11-10")
    journal.press(Qt.Key.Key_F1)
    journal.press(Qt.Key.Key_Escape)
    assert journal.here == "journal"

    new = write(journal, 14)

    assert journal.shows(f"entry:{new.id}")
    assert "Tuesday 10 November" in journal.words


@pytest.mark.parametrize(
    ("percent", "size"),
    [(100, (480, 400)), (100, (800, 600)), (200, (800, 600)), (200, (1180, 860))],
)
def test_everything_fits(journal: Seat, percent: int, size: tuple[int, int]) -> None:
    """Where seven days could not be hit beside each other, the days come without a month."""
    look = Look(theme=ThemeName.CONTRAST, text_percent=percent)
    journal.desktop.program.preferences.keep_look(look)
    journal.desktop.window.resize(*size)
    pages.settle()
    journal.desktop.window.grab()

    assert lint.clipped(journal.desktop.window) == []
    assert lint.small_targets(journal.desktop.window) == []
    assert lint.unnamed(journal.desktop.window) == []


def test_more_than_three_entries_are_counted_in_words() -> None:
    """Dots end at three, words do not."""
    kept = KeptDay(date(2026, 11, 17), entries=12, has_infusion=True, is_today=True)

    assert day_words(kept) == "17 November, 12 entries, infusion, today"
