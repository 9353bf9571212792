"""What another computer writes about the patient stays, whichever page they write on here."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.preferences import ClinicPhones, Person, Profile
from app.shell.reload import Reload
from tests.support.seat import Seat
from tests.ui.shell.test_reload import edit, reload

__all__ = ["reload"]

SAM, KIM = Person(name="Sam", phone="555-0136"), Person(name="Kim", phone="555-0177")
PROFILE = Profile(
    name="Anna",
    country="US",
    clinic=ClinicPhones(name="Hillside", day="555-0101", out_of_hours="555-0102"),
    people=(SAM, KIM),
)


@pytest.fixture
def path(seat: Seat) -> Path:
    """Write a profile, and return its file."""
    seat.desktop.program.preferences.keep_profile(PROFILE)
    seat.write_out()
    return seat.paths.data / "profile.yaml"


def field(seat: Seat, name: str) -> QLineEdit:
    """Return the field that is called *name*."""
    found = seat.find(name)
    assert isinstance(found, QLineEdit)
    return found


def leave(seat: Seat) -> str:
    """Leave the page, and return what the profile's file says then."""
    seat.desktop.window.navigation.leave()
    seat.write_out()
    return (seat.paths.data / "profile.yaml").read_text("utf-8")


def copies(path: Path) -> list[str]:
    """Return the texts of the copies that lie beside *path*."""
    beside = (one for one in path.parent.glob("*.yaml") if one.stem.startswith("profile"))
    return [one.read_text("utf-8") for one in beside if one != path]


def test_a_phone_from_elsewhere_stays_beside_one_typed_here(seat: Seat, path: Path) -> None:
    """The page has not heard of it yet, and shows the old one."""
    seat.go("settings")
    edit(path, "555-0101", "555-9999")

    QTest.keyClicks(field(seat, "settings:clinic:out_of_hours"), "7")

    text = leave(seat)
    assert "555-9999" in text
    assert "555-01027" in text
    assert copies(path) == []


def test_where_both_wrote_the_same_field_theirs_lies_beside(seat: Seat, path: Path) -> None:
    """What was typed here stands, from what was on the screen."""
    seat.go("settings")
    edit(path, "name: Anna", "name: Berta")

    QTest.keyClicks(field(seat, "settings:name"), "lise")

    assert "name: Annalise" in leave(seat)
    assert any("name: Berta" in text for text in copies(path))


def test_a_field_with_the_keyboard_shows_what_came(
    seat: Seat, path: Path, reload: Reload, qtbot: QtBot
) -> None:
    """Nothing is being typed there, so that the next letter goes on from what is true."""
    seat.go("settings")
    name = field(seat, "settings:name")
    name.setFocus()
    name.setCursorPosition(0)

    edit(path, "name: Anna", "name: Berta")

    qtbot.waitUntil(lambda: name.text() == "Berta")
    assert name.cursorPosition() == 0
    QTest.keyClicks(name, "R")
    assert "name: RBerta" in leave(seat)
    assert copies(path) == []


def test_somebody_put_before_a_person_is_not_overwritten(
    seat: Seat, path: Path, reload: Reload, qtbot: QtBot
) -> None:
    """The person being changed is found wherever they stand by now."""
    seat.go("help")
    seat.click("help:person:1:edit")
    edit(path, "  - name: Sam", "  - name: Lee\n    phone: 555-0200\n  - name: Sam")
    qtbot.waitUntil(lambda: "Lee" in seat.words)

    QTest.keyClicks(field(seat, "help:person:phone"), "8")

    text = leave(seat)
    assert all(one in text for one in ("Lee", "Sam", "Kim", "555-01778", "555-0136"))
    assert "555-0177\n" not in text


def test_a_person_changed_on_both_sides_is_there_twice(
    seat: Seat, path: Path, reload: Reload, qtbot: QtBot
) -> None:
    """Nobody can say which number is right, so that neither goes."""
    seat.go("help")
    seat.click("help:person:1:edit")
    edit(path, "555-0177", "555-0200")
    qtbot.waitUntil(lambda: "555-0200" in seat.words)

    QTest.keyClicks(field(seat, "help:person:phone"), "8")

    text = leave(seat)
    assert "555-0200" in text
    assert "555-01778" in text


def test_a_person_taken_off_elsewhere_can_still_be_taken_off(
    seat: Seat, path: Path, reload: Reload, qtbot: QtBot
) -> None:
    """They are gone already; nobody else goes in their stead."""
    seat.go("help")
    seat.click("help:person:0:edit")
    edit(path, "  - name: Sam\n    phone: 555-0136\n", "")
    qtbot.waitUntil(lambda: "555-0136" not in seat.words)

    seat.click("help:person:remove")

    assert "Kim" in leave(seat)


def test_the_first_screen_leaves_what_came_meanwhile(tmp_path: Path) -> None:
    """A folder that is synced may bring the profile while the first questions are on screen."""
    seat = Seat(tmp_path, first_run=True)
    path = seat.paths.data / "profile.yaml"
    QTest.keyClicks(field(seat, "first_run:clinic:day"), "555-0101")
    path.write_text("schema: 1\nname: Anna\ncountry: GB\nclinic:\n  name: Hillside\n", "utf-8")

    seat.click("first_run:begin")

    text = leave(seat)
    assert all(one in text for one in ("Anna", "country: GB", "Hillside", "555-0101"))
    seat.close()
