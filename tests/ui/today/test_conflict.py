"""Two versions of a day, side by side on Today."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.check_in import TimePoint
from tests.support import lint
from tests.support.keyboard import Keyboard
from tests.support.seat import Seat


@pytest.fixture
def copy(seat: Seat, qtbot: QtBot) -> Path:
    """A day and its copy of a sync tool, on Today."""
    journal = seat.desktop.program.journal
    journal.keep(journal.draft(TimePoint.ANY_TIME, None).saying("Tired, but lighter."))
    seat.write_out()
    (path,) = seat.paths.data.glob("journal/*/*.yaml")
    copy = path.with_name("2026-11-24.sync-conflict-20261124-090000-ABCDEFG.yaml")
    copy.write_text(path.read_text("utf-8").replace("lighter", "heavier"), "utf-8")
    seat.close()
    seat.open()
    seat.go("today")
    qtbot.waitUntil(lambda: seat.shows("today:conflict"))
    seat.settle()
    return copy


def test_both_sides_are_shown_and_can_be_kept(seat: Seat, copy: Path) -> None:
    """Keep both comes first."""
    seat.expect_words("Two versions of the same day")
    seat.expect_words("“Tired, but lighter.”")
    seat.expect_words("“Tired, but heavier.”")
    assert not seat.shows("today:file_notice")
    assert lint.unnamed(seat.desktop.window) == []

    seat.click("today:conflict:both")
    seat.write_out()

    assert not seat.shows("today:conflict")
    assert not copy.exists()
    assert "lighter" in seat.files()
    assert "heavier" in seat.files()


def test_tab_comes_to_it_first(seat: Seat, copy: Path) -> None:
    """It stands above all that was there before it."""
    stops = Keyboard(seat.desktop.window).stops("nav:help", "today:primary")

    assert stops[0].startswith("today:conflict:")


@pytest.mark.parametrize(
    ("choice", "words"), [("ours", ("lighter", "heavier")), ("theirs", ("heavier", "lighter"))]
)
def test_one_side_can_be_chosen_and_that_be_undone(
    seat: Seat, qtbot: QtBot, copy: Path, choice: str, words: tuple[str, str]
) -> None:
    """Nothing is asked; the strip takes it back."""
    seat.click(f"today:conflict:{choice}")
    seat.write_out()
    assert [one in seat.files() for one in words] == [True, False]

    seat.click("undo")
    qtbot.waitUntil(lambda: seat.shows("today:conflict"))

    assert "lighter" in seat.files()
    assert "heavier" in seat.files()


def test_not_now_leaves_both(seat: Seat, copy: Path) -> None:
    """Until the next start."""
    seat.click_text("Not now")
    seat.go("calm")
    seat.go("today")

    assert not seat.shows("today:conflict")
    assert copy.exists()


@pytest.mark.parametrize("size", [(800, 600), (1180, 860)])
def test_it_fits_every_window(seat: Seat, copy: Path, size: tuple[int, int]) -> None:
    """The second version stands below the first where there is no room beside it."""
    seat.desktop.window.resize(*size)
    seat.settle()

    assert lint.clipped(seat.desktop.window) == []
    assert lint.unnamed(seat.desktop.window) == []
