"""A clinic's pack that came along with the program: its name is told, its phones are not asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.today.page import TodayPage
from app.ui.widgets.logo import Logo
from tests.support import lint, logos, packs
from tests.support.seat import Seat

PHONES = {"day": "555-0150", "out_of_hours": "555-0199"}


@pytest.fixture
def system(private_home: Path) -> Path:
    """Return the folder of packs for the whole computer, with a logo in it."""
    folder = private_home / "system" / "soft-landing"
    folder.mkdir(parents=True)
    (folder / "clinic-logo.svg").write_bytes(logos.svg())
    return folder


@pytest.fixture
def seats(tmp_path: Path, qtbot: QtBot) -> Iterator[list[Seat]]:
    """Close every seat that was taken."""
    taken: list[Seat] = []
    yield taken
    for seat in taken:
        seat.close()


def first_start(seats: list[Seat], home: Path, system: Path, **said: Any) -> Seat:
    """Start for the first time beside a pack that says *said*."""
    packs.write(system, **said, logo="clinic-logo.svg")
    seats.append(Seat(home / "anna", first_run=True))
    seats[-1].settle()
    return seats[-1]


def test_the_clinic_is_named_and_its_phones_are_shown(
    seats: list[Seat], tmp_path: Path, system: Path
) -> None:
    """They need not be typed, and are not filled in as if they had been."""
    seat = first_start(seats, tmp_path, system, phones=PHONES)

    assert seat.here == "first_run"
    for words in ("Riverside Clinic", "Daytime phone: 555-0150", "Phone out of hours: 555-0199"):
        assert words in seat.page_words.splitlines()
    (logo,) = (one for one in seat.desktop.window.findChildren(Logo) if one.isVisible())
    assert logo.accessibleName() == "Riverside Clinic"
    assert not seat.shows("first_run:clinic:day")
    assert not seat.shows("first_run:clinic:out_of_hours")
    seat.click("first_run:begin")
    assert "555-0150" not in seat.desktop.program.preferences.profile.clinic.day


def test_a_phone_that_the_pack_has_not_is_asked(
    seats: list[Seat], tmp_path: Path, system: Path
) -> None:
    """And kept with the patient's."""
    seat = first_start(seats, tmp_path, system, phones={"day": "555-0150"})
    assert not seat.shows("first_run:clinic:day")
    assert "Phone out of hours" not in seat.page_words

    seat.write("first_run:clinic:out_of_hours", "555-0002")
    seat.click("first_run:begin")

    assert seat.desktop.program.preferences.clinic.day == "555-0150"
    assert seat.desktop.program.preferences.clinic.out_of_hours == "555-0002"


@pytest.mark.parametrize("way", ["first_run:begin", "first_run:skip"])
def test_nothing_of_it_is_news_afterwards(
    seats: list[Seat], tmp_path: Path, system: Path, qtbot: QtBot, way: str
) -> None:
    """The first page told of it, read or not."""
    seat = first_start(seats, tmp_path, system, phones=PHONES)

    seat.click(way)
    page = seat.desktop.window.navigation.page
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: page._model._looks_further)
    seat.settle()

    assert "Riverside Clinic" in {one.accessibleName() for one in page.findChildren(Logo)}
    assert not seat.shows("today:clinic_news")


def test_once_it_is_gone_everything_is_asked_again(
    seats: list[Seat], tmp_path: Path, system: Path
) -> None:
    """Whatever happens while the page is open."""
    seat = first_start(seats, tmp_path, system, phones=PHONES)

    seat.desktop.program.clinic.remove()
    seat.settle()

    assert seat.shows("first_run:clinic:day")
    assert seat.shows("first_run:clinic:out_of_hours")
    assert "Daytime phone" not in seat.page_words


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_name_fits(seats: list[Seat], tmp_path: Path, system: Path, percent: int) -> None:
    """In a small window with large letters."""
    (system / "clinic-logo.svg").write_bytes(logos.svg(4000, 100))
    seat = first_start(seats, tmp_path, system, name="x" * 120, phones=PHONES)
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    seat.desktop.program.preferences.keep_look(look)
    seat.desktop.window.resize(800, 600)
    seat.settle()

    found = lint.clipped(seat.desktop.window)

    assert not found
