"""The clinic on Today: its name, what it changed, what is wrong with its pack, its after-care."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.infusion import Outcome
from app.domain.preferences import Look, ThemeName
from app.ui.widgets.clinic_badge import ClinicBadge
from app.ui.widgets.logo import Logo
from tests.support import lint, logos, packs
from tests.support.keyboard import Keyboard
from tests.support.seat import Seat

LONG = "The Ketamine Infusion Service of the University Hospital of Upper Riverside and all of its"
RULES = [{"id": "food", "hours": 3}]


def look_further(seat: Seat, qtbot: QtBot) -> None:
    """Wait until Today has looked at what takes time to find."""
    page = seat.desktop.window.navigation.page
    assert page is not None
    qtbot.waitUntil(lambda: page._model._looks_further)  # type: ignore[attr-defined]
    seat.settle()


def badge(seat: Seat) -> ClinicBadge:
    """Return the clinic in the head of the page."""
    (found,) = seat.desktop.window.findChildren(ClinicBadge)
    return found


def told(seat: Seat) -> list[QWidget]:
    """Return what of the badge is on screen."""
    return [one for one in badge(seat).findChildren(QWidget) if one.isVisible()]


def test_the_clinic_stands_in_the_head_of_the_page(seat: Seat, outside: Path) -> None:
    """Its logo and its name, beside the day: the title stays where it was."""
    seat.plan(3)
    seat.go("today")
    before = seat.top("today:primary"), title_top(seat)
    (outside).mkdir()
    (outside / "clinic-logo.svg").write_bytes(logos.svg())
    seat.desktop.program.clinic.open(packs.write(outside, logo="clinic-logo.svg"))
    seat.settle()

    logo, name = told(seat)

    assert isinstance(logo, Logo)
    assert logo.accessibleName() == name.accessibleName() == "Riverside Clinic"
    assert name.width() >= name.sizeHint().width()
    after = seat.top("today:primary"), title_top(seat)
    assert after[0] == before[0]
    assert after[1] - before[1] <= 8


def title_top(seat: Seat) -> int:
    """Return where the title of the page begins."""
    page = seat.desktop.window.navigation.page
    assert page is not None
    return page._head_title.mapTo(seat.desktop.window, QPoint(0, 0)).y()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", ["Riverside", LONG, "x" * 120, "מרפאת נהר " * 8])
@pytest.mark.parametrize("has_logo", [True, False])
def test_a_long_name_takes_no_more_than_its_line(
    seat: Seat, outside: Path, percent: int, name: str, has_logo: bool
) -> None:
    """In a small window with large letters, beside a very wide logo or none."""
    program = seat.desktop.program
    program.preferences.keep_look(Look(theme=ThemeName.LIGHT, text_percent=percent))
    seat.desktop.window.resize(800, 600)
    seat.go("today")
    before = title_top(seat)
    outside.mkdir()
    (outside / "clinic-logo.png").write_bytes(logos.png(1200, 60))
    said = {"logo": "clinic-logo.png"} if has_logo else {}
    program.clinic.open(packs.write(outside, name=name.strip(), **said))
    seat.settle()

    found = lint.clipped(seat.desktop.window)

    assert not found
    assert badge(seat).width() > 0 or percent == 200
    assert title_top(seat) - before <= 8 * percent / 100
    assert badge(seat).sizeHint().height() <= 30 * percent / 100


def test_without_a_pack_nobody_is_named(seat: Seat, outside: Path) -> None:
    """And once it is removed, nobody is any more."""
    seat.go("today")
    assert not seat.desktop.window.findChildren(ClinicBadge)
    step = seat.desktop.program.clinic.open(packs.write(outside))
    seat.settle()
    assert badge(seat).isVisible()

    step.undo()
    seat.settle()

    assert not badge(seat).isVisible()


def test_what_changed_is_told_once(seat: Seat, outside: Path, qtbot: QtBot) -> None:
    """Until the patient has read it; not again after the next start."""
    seat.go("today")
    look_further(seat, qtbot)
    seat.desktop.program.clinic.open(packs.write(outside, rules=RULES))
    seat.settle()
    assert "What your clinic changed" in seat.page_words
    assert "Riverside Clinic sets some things for you now." in seat.page_words
    assert "3 hours before you arrive" in seat.page_words
    assert not seat.shows("today:clinic_news:more")

    seat.click("today:clinic_news:read")

    assert not seat.shows("today:clinic_news")
    seat.write_out()
    seat.reopen()
    look_further(seat, qtbot)
    assert not seat.shows("today:clinic_news")


def test_news_read_too_soon_come_back(seat: Seat, outside: Path) -> None:
    """By undo; meanwhile the keyboard goes on to what stands below."""
    seat.plan(3)
    seat.go("today")
    seat.desktop.program.clinic.open(packs.write(outside, rules=RULES))
    seat.settle()
    assert seat.shows("today:clinic_news")  # at once: what comes later moves the page

    Keyboard(seat.desktop.window).use("today:clinic_news:read")
    seat.settle()

    assert seat.focus.startswith("today:tick:")
    assert not seat.shows("today:clinic_news")
    seat.click("undo")
    assert "3 hours before you arrive" in seat.page_words
    assert seat.shows("today:clinic_news")


def test_tab_comes_to_the_news_before_what_stands_below_them(
    seat: Seat, outside: Path, system: Path
) -> None:
    """And first of all to the pack that is broken, which is told of above them."""
    seat.plan(3)
    packs.write(system, phones={"day": ["1"]})
    seat.reopen()
    seat.go("today")
    seat.desktop.program.clinic.open(packs.write(outside, rules=RULES))
    seat.settle()

    stops = Keyboard(seat.desktop.window).stops("nav:help", "today:primary")

    assert stops[0] == "today:clinic_refused:settings"
    assert stops[2] == "today:clinic_news:read"
    assert stops[3].startswith("today:tick:")


def test_a_day_with_a_longer_name_leaves_the_head_as_high_as_it_was(
    seat: Seat, outside: Path
) -> None:
    """The clinic's name gives way, at midnight as at any other time."""
    seat.go("today")
    seat.desktop.program.clinic.open(packs.write(outside, name=LONG))
    seat.settle()
    page = seat.desktop.window.navigation.page
    assert page is not None
    high = title_top(seat)

    page.header("Today", "", "Wednesday 25 November, a longer line than the one before, 12:00 AM")
    seat.settle()

    assert title_top(seat) == high


def test_a_long_list_of_news_is_folded(seat: Seat, outside: Path, qtbot: QtBot) -> None:
    """Three sentences first, the others by one press; another pack begins folded as it was."""
    items = [{"id": f"one_{n}", "title": f"Thing {n}", "stage": "morning"} for n in range(9)]
    seat.go("today")
    look_further(seat, qtbot)

    seat.desktop.program.clinic.open(packs.write(outside, checklist={"add": items}))
    seat.settle()

    assert "New on the checklist: Thing 1" in seat.page_words
    assert "New on the checklist: Thing 2" not in seat.page_words
    assert "7 more" in seat.words
    seat.click("today:clinic_news:more")
    assert "New on the checklist: Thing 8" in seat.page_words
    seat.click("today:clinic_news:more")
    assert "New on the checklist: Thing 8" not in seat.page_words


def test_an_old_pack_is_told_of_in_one_quiet_sentence(
    seat: Seat, outside: Path, qtbot: QtBot
) -> None:
    """It stays in use."""
    path = packs.write(outside, date="2020-01-01", expires="2021-01-01")
    seat.go("today")
    look_further(seat, qtbot)
    step = seat.desktop.program.clinic.open(path)
    seat.settle()

    assert "The settings from Riverside Clinic were meant to be used until" in seat.page_words
    assert "2021. Ask your clinic for a newer version." in seat.page_words
    step.undo()
    seat.settle()

    assert "newer version" not in seat.page_words


def test_a_broken_pack_is_told_of_and_stops_nothing(seat: Seat, system: Path, qtbot: QtBot) -> None:
    """Which file, which line, what is wrong, what is shown instead, and the way to Settings."""
    path = packs.write(system, phones={"day": ["1"]})
    seat.reopen()
    look_further(seat, qtbot)

    said = seat.page_words

    assert "What your clinic set cannot be used" in said
    assert str(path) in said
    assert "Line 8, phones.day: The value is not of the kind that is expected here." in said
    assert "General information is shown." in said
    seat.click("today:clinic_refused:settings")
    assert seat.here == "settings"


def test_a_pack_that_breaks_is_no_news(seat: Seat, system: Path, qtbot: QtBot) -> None:
    """The clinic changed nothing; once the pack is mended, what it changed since is told."""
    packs.write(system, rules=[{"id": "food", "hours": 3}])
    seat.reopen()
    seat.desktop.program.clinic.saw_news()
    packs.write(system, rules=[{"id": "food", "hours": "3"}])

    seat.reopen()
    look_further(seat, qtbot)

    assert seat.shows("today:clinic_refused")
    assert not seat.shows("today:clinic_news")
    packs.write(system, rules=[{"id": "food", "hours": 4}])
    seat.reopen()
    assert "4 hours before you arrive" in seat.page_words
    assert "Nothing is set by" not in seat.page_words


def test_a_broken_pack_of_the_patient_is_told_of_once(seat: Seat, qtbot: QtBot) -> None:
    """It is none of the files that the patient writes: nothing goes beside it."""
    packs.write(seat.paths.data, phones={"day": ["1"]})
    seat.reopen()
    look_further(seat, qtbot)
    qtbot.waitUntil(lambda: bool(seat.desktop.program.saving.problems))
    seat.settle()

    assert seat.shows("today:clinic_refused")
    assert not seat.shows("today:file_notice")


def test_not_now_hides_it_until_something_else_is_wrong(
    seat: Seat, system: Path, outside: Path, qtbot: QtBot
) -> None:
    """One that the patient can use is named, once there is one."""
    packs.write(system, phones={"day": ["1"]})
    seat.reopen()
    look_further(seat, qtbot)
    seat.click_text("Not now")
    assert not seat.shows("today:clinic_refused")

    packs.write(system, phones={"night": "1"}, version="two")
    seat.desktop.program.clinic.open(packs.write(outside, name="Lakeside"))
    seat.settle()

    assert "What Lakeside set before stays in use." in seat.page_words
    packs.write(system)
    seat.desktop.program.clinic.open(packs.write(outside, name="Lakeside"))
    seat.settle()
    assert not seat.shows("today:clinic_refused")


def test_a_pack_for_a_newer_version_says_so(seat: Seat, system: Path, qtbot: QtBot) -> None:
    """And not that it is shown as far as possible: no part of it is."""
    path = packs.write(system)
    path.write_text("schema: 99\n" + path.read_text("utf-8"), "utf-8")
    seat.reopen()
    look_further(seat, qtbot)

    assert "It was made for a newer version of Soft Landing." in seat.page_words


def test_afterwards_the_clinic_has_a_word(seat: Seat, outside: Path) -> None:
    """Folded, in its words and as plain text, on the day itself and while a check-in is due."""
    paragraphs = ["Rest & drink <3 sips.", "Call us before you take anything new."]
    seat.desktop.program.clinic.open(packs.write(outside, after_care=paragraphs))
    plan = seat.plan(0)
    seat.go("today")
    assert not seat.shows("today:after_care")
    seat.clock.advance(seconds=timedelta(hours=9).total_seconds())
    seat.desktop.program.infusions.answer(plan, Outcome.WENT_AHEAD)
    seat.settle()
    seat.click("today:after_care:fold")

    assert "From Riverside Clinic: afterwards" in seat.words
    assert all(one in seat.page_words for one in paragraphs)
    seat.go("calm")
    seat.go("today")
    assert seat.shows("today:after_care")
    seat.clock.jump(days=60)
    seat.go("calm")
    seat.go("today")
    assert not seat.shows("today:after_care")


def test_from_right_to_left_the_clinic_stands_at_the_other_end(seat: Seat, outside: Path) -> None:
    """At the end of the line, wherever that is."""
    seat.desktop.program.clinic.open(packs.write(outside))
    seat.go("today")
    window = seat.desktop.window
    (name,) = told(seat)
    assert name.mapTo(window, QPoint(0, 0)).x() > window.width() / 2

    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    seat.settle()
    at = name.mapTo(window, QPoint(0, 0)).x()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert at < window.width() / 2
