"""What nobody should type and somebody will: kept, in the files too, and in nobody's way."""

import pytest
import yaml
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from app.domain.check_in import CheckIn
from tests.support.seat import Seat

MEGABYTE = "The room felt bigger, and I was not afraid of it. " * 21_000
CONTROLS = "Tired\x00 and\x1b[31m dizzy\x7f\x85then\u2028better\ufeff."
CLEANED = "Tired\ufffd and\ufffd[31m dizzy\ufffd\nthen\nbetter\ufffd."
BY_HAND = """schema: 1
check_ins:
  - id: long2345
    created: '{year}-11-24T09:00:00+01:00'
    changed: '{year}-11-24T09:00:00+01:00'
    at: '{year}-11-24T09:00:00+01:00'
    effects:
      - effect: felt_like_a_bird
        severity: mild
"""

FIELDS = ("check_in:words", "helped:nausea")


def only(seat: Seat) -> CheckIn:
    """Return the one check-in of today."""
    (check_in,) = seat.desktop.program.journal.day(seat.clock.now().date()).check_ins
    return check_in


def said(check_in: CheckIn, name: str) -> str:
    """Return what is kept of the field *name*."""
    note = check_in.effect("nausea")
    assert note is not None
    return check_in.words if name == "check_in:words" else note.helped


def paste(seat: Seat, name: str, text: str) -> None:
    """Paste *text* into the field *name*."""
    field = seat.find(name)
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    QGuiApplication.clipboard().setText(text)
    field.paste()
    seat.settle()


@pytest.fixture
def page(seat: Seat) -> Seat:
    """Return a seat before a check-in with nausea and its details open."""
    seat.go("check_in", "new")
    seat.click("effect:nausea")
    seat.click("more:nausea")
    return seat


@pytest.mark.parametrize("name", FIELDS)
def test_a_megabyte_is_kept_whole(page: Seat, name: str) -> None:
    """Pasted, saved, shown in one line, opened again: every letter is there."""
    paste(page, name, MEGABYTE)
    page.click("check_in:done")
    (path,) = (page.paths.data / "journal").rglob("*.yaml")
    page.write_out()
    (record,) = yaml.safe_load(path.read_text("utf-8"))["check_ins"]
    words = record["words"] if name == "check_in:words" else record["effects"][0]["helped"]
    assert words == MEGABYTE
    assert page.shows(f"entry:{only(page).id}")

    page.reopen()
    page.go("check_in", f"open:{only(page).day}:{only(page).id}")

    assert said(only(page), name) == MEGABYTE
    page.click("rating:mood:5")
    assert said(only(page), name) == MEGABYTE


@pytest.mark.parametrize("name", FIELDS)
def test_what_a_file_cannot_hold_is_made_visible(page: Seat, name: str) -> None:
    """The rest of the words stays, and another program reads the file."""
    field = page.find(name)
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    field.insertPlainText(CONTROLS)
    page.click("check_in:done")
    page.write_out()
    (path,) = (page.paths.data / "journal").rglob("*.yaml")
    yaml.safe_load(path.read_text("utf-8"))

    page.reopen()

    assert said(only(page), name) == CLEANED


@pytest.mark.parametrize("year", [1901, 2099])
def test_a_day_out_of_reach_in_a_file_is_shown_and_kept(seat: Seat, year: int) -> None:
    """Somebody wrote it by hand: it is shown, changed where it lies, and its words stay."""
    path = seat.paths.data / "journal" / str(year) / f"{year}-11-24.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(BY_HAND.format(year=year), encoding="utf-8")
    seat.reopen()
    seat.go("journal")
    assert "felt_like_a_bird: mild" in seat.find("entry:long2345").accessibleName()

    seat.click("entry:long2345")
    seat.click("rating:mood:5")
    seat.click("check_in:done")
    seat.write_out()

    (record,) = yaml.safe_load(path.read_text("utf-8"))["check_ins"]
    assert record["effects"] == [{"effect": "felt_like_a_bird", "severity": "mild"}]
    assert record["ratings"] == {"mood": 5}
    assert not record.get("words")
