"""The clinic on Help now: at its numbers, with its logo, where it is and when it is open."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.preferences import ClinicPhones, Look, Person, Profile, ThemeName
from app.ui.help.clinic_row import ClinicRow
from app.ui.widgets.logo import Logo
from tests.support import lint, logos, packs
from tests.support.seat import Seat

PHONES = {"day": "555-0150", "out_of_hours": "555-0199"}
ABOUT: dict[str, Any] = {
    "address": "12 Mill Street",
    "hours": "Monday to Friday, 8 to 5",
    "languages": ["English", "Español"],
}
SAM = Profile(country="US", people=(Person(name="Sam", phone="555-0136"),))


@pytest.fixture
def help_now(seat: Seat) -> Seat:
    """Return a seat before Help now, with somebody to call."""
    seat.desktop.program.preferences.keep_profile(SAM)
    seat.go("help")
    return seat


def open_pack(seat: Seat, folder: Path, logo: bytes | None = None, **said: Any) -> None:
    """Open a pack that says *said*, with *logo* if there is one, an SVG."""
    if logo is not None:
        folder.mkdir(exist_ok=True)
        (folder / "clinic-logo.svg").write_bytes(logo)
        said["logo"] = "clinic-logo.svg"
    seat.desktop.program.clinic.open(packs.write(folder, **said))
    seat.settle()


def top_of(seat: Seat, widget: QWidget) -> int:
    """Return where *widget* begins, in pixels from the top of the window."""
    return widget.mapTo(seat.desktop.window, QPoint(0, 0)).y()


def row(seat: Seat) -> ClinicRow:
    """Return the row of the clinic."""
    (found,) = (one for one in seat.desktop.window.findChildren(ClinicRow) if one.isVisible())
    return found


def words_of(widget: QWidget) -> list[str]:
    """Return what the labels of *widget* say."""
    return [one.text() for one in widget.findChildren(QLabel)]


def test_the_clinic_stands_below_its_numbers(help_now: Seat, tmp_path: Path) -> None:
    """Its logo, address, hours and languages; the emergency number stays first."""
    open_pack(help_now, tmp_path / "out", logos.svg(), phones=PHONES, **ABOUT)

    (logo,) = row(help_now).findChildren(Logo)

    assert logo.isVisible()
    assert logo.accessibleName() == "Riverside Clinic"
    assert "Riverside Clinic, daytime" in help_now.page_words
    assert words_of(row(help_now)) == [
        "12 Mill Street",
        "Monday to Friday, 8 to 5",
        "Spoken there: English, Español",
    ]
    order = ("help:emergency", "help:crisis:0", "help:clinic:day", "help:clinic:out_of_hours")
    tops = [help_now.top(name) for name in order]
    assert tops == sorted(tops)
    assert tops[-1] < top_of(help_now, row(help_now)) < help_now.top("help:person:0")


def test_nobodys_number_stands_below_a_long_story(help_now: Seat, tmp_path: Path) -> None:
    """Then the clinic is the last of the card."""
    open_pack(help_now, tmp_path / "out", phones=PHONES, hours="We are open. " * 40)

    assert help_now.top("help:person:0") < top_of(help_now, row(help_now))


def test_a_clinic_without_numbers_is_named(help_now: Seat, tmp_path: Path) -> None:
    """And the way to add its phones stays."""
    open_pack(help_now, tmp_path / "out", **ABOUT)

    assert words_of(row(help_now))[0] == "Riverside Clinic"
    assert help_now.shows("help:clinic")


def test_with_nothing_more_to_say_there_is_no_row(help_now: Seat, tmp_path: Path) -> None:
    """The numbers name the clinic; and once the pack is gone, there are none of its."""
    program = help_now.desktop.program
    step = program.clinic.open(packs.write(tmp_path / "out", phones=PHONES))
    help_now.settle()
    assert help_now.shows("help:clinic:day")
    assert not help_now.desktop.window.findChildren(ClinicRow)

    step.undo()
    help_now.settle()

    assert not help_now.shows("help:clinic:day")
    assert help_now.shows("help:emergency")


def test_a_number_that_was_typed_stays_beside_it(help_now: Seat, tmp_path: Path) -> None:
    """One of the two may be old."""
    preferences = help_now.desktop.program.preferences
    preferences.keep_profile(Profile(country="US", clinic=ClinicPhones(day="555-0001")))
    open_pack(help_now, tmp_path / "out", phones=PHONES, **ABOUT)

    assert help_now.shows("help:clinic:day")
    assert help_now.top("help:clinic:typed:day") < top_of(help_now, row(help_now))


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "name", ["x" * 120, "The Clinic of Upper Riverside " * 4, "מרפאת נהר " * 12]
)
def test_a_long_name_and_a_wide_logo_fit(
    help_now: Seat, tmp_path: Path, percent: int, name: str
) -> None:
    """In a small window with large letters."""
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    help_now.desktop.program.preferences.keep_look(look)
    help_now.desktop.window.resize(800, 600)
    wide = logos.svg(4000, 100)
    open_pack(help_now, tmp_path / "out", wide, name=name.strip()[:120], **ABOUT)

    found = lint.clipped(help_now.desktop.window)

    assert not found
    assert row(help_now).findChildren(Logo)[0].width() <= 140 * percent / 100
