"""What nobody should type and somebody will: kept, in the files too, and in nobody's way."""

import pytest
import yaml
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

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

HARD = "At 10\u00a0mg, 120\u202f/\u202f80."
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


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize(("typed", "stored"), [(CONTROLS, CLEANED), (HARD, HARD)])
def test_going_on_typing_after_odd_signs_is_no_conflict_with_ourselves(
    page: Seat, name: str, typed: str, stored: str
) -> None:
    """The words are in the file once, hard spaces too, and there is no other version of them."""
    field = page.find(name)
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    field.insertPlainText(typed)
    page.wait_for("the pause", lambda: said(only(page), name) == stored)
    page.write_out()

    page.type(" Later.")
    page.click("check_in:done")
    page.reopen()
    page.go("check_in", f"open:{only(page).day}:{only(page).id}")
    page.click("rating:mood:5")

    assert said(only(page), name) == f"{stored} Later."
    page.write_out()
    assert len(list(page.paths.data.rglob("2026-11-24*"))) == 1


def test_the_cursor_stays_where_words_come_from_elsewhere(page: Seat) -> None:
    """Whoever writes in the middle goes on there."""
    field = page.find("check_in:words")
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    page.type("Tired.")
    page.wait_for("the pause", lambda: bool(only(page).words))
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)

    page.change_outside("journal/2026/2026-11-24.yaml", "Tired.", "Tired now.")

    assert field.toPlainText() == "Tired now."
    assert field.textCursor().position() == 2


def test_an_own_effect_with_signs_a_file_cannot_hold_is_one_effect(page: Seat) -> None:
    """It is named as the file names it, from the first."""
    page.click("effect:else")
    field = page.find("effect:own")
    assert isinstance(field, QLineEdit)
    field.insert("Itchy\ufeff nose")
    page.click("effect:add")

    assert only(page).effect("Itchy\ufffd nose") is not None
    assert page.shows("severity:Itchy\ufffd nose:mild")
