"""Where a session rings: chosen under Sound, kept, and heard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox

from app.domain.bells import Bells
from tests.support.seat import Seat


def every(seat: Seat, page: str) -> QSpinBox:
    """Return the field for a bell every so many minutes."""
    editor = seat.find(f"{page}:sound:bell_every")
    assert isinstance(editor, QSpinBox)
    return editor


@pytest.mark.parametrize(("name", "page"), [("calm", "calm"), ("eyes_closed_start", "eyes_closed")])
def test_a_bell_every_so_many_minutes_is_kept(seat: Seat, name: str, page: str) -> None:
    """Typed, or never; the other bells stay as they are, and both pages show it."""
    seat.go(name)
    seat.click(f"{page}:sound")
    seat.click(f"{page}:sound:bell_halfway")
    field = every(seat, page)
    assert field.text() == "Never"
    assert field.accessibleName() == "Bell every so many minutes"
    field.setFocus()
    field.selectAll()
    seat.type("5")

    own = seat.desktop.program.own_calm
    assert own.choices.bells == Bells(halfway=True, every_minutes=5)
    seat.click(f"{page}:sound:bell_halfway")
    assert own.choices.bells == Bells(every_minutes=5)
    assert "every_minutes: 5" in seat.files()
    seat.reopen()
    seat.go(name)
    seat.click(f"{page}:sound")
    assert every(seat, page).value() == 5
    every(seat, page).setFocus()
    for _minute in range(5):
        seat.press(Qt.Key.Key_Down)
    assert every(seat, page).text() == "Never"
    assert seat.desktop.program.own_calm.choices.bells == Bells()


def test_it_rings_every_so_many_minutes(seat: Seat) -> None:
    """From the start on; the end has its own bell."""
    seat.go("calm")
    seat.click("calm:sound")
    every(seat, "calm").setValue(2)
    model = seat.desktop.places.calm.model
    rung: list[bool] = []

    def ring() -> None:
        rung.append(True)

    model.rang.connect(ring)
    seat.click("calm:start")
    for minutes, times in ((1, 0), (2, 1), (3, 1), (4, 2)):
        seat.clock.advance(minutes=1)
        model.look()
        assert len(rung) == times, minutes
