"""After the first paint the rest is read, in slices that nobody notices."""

import gc
from datetime import timedelta
from functools import partial
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.shell.slices import SLICE_SECONDS, Slices
from tests.support.data_folders import MORNING, check_in
from tests.support.seat import Seat


def wait_until_read(seat: Seat, qtbot: QtBot) -> None:
    """Let the program run until everything was read."""
    loader = loader_of(seat, qtbot)
    qtbot.waitUntil(lambda: not loader.is_working)
    seat.settle()


def words(seat: Seat) -> str:
    """Return what is on screen, without the places where a path may break."""
    return seat.words.replace("\u200b", "")


def loader_of(seat: Seat, qtbot: QtBot) -> Slices:
    """Return what reads the folder, once the window has painted."""
    qtbot.waitUntil(lambda: seat.desktop.background is not None)
    assert seat.desktop.background is not None
    return seat.desktop.background.loader


def test_a_damaged_file_of_a_year_nobody_opened_is_told_on_today(seat: Seat, qtbot: QtBot) -> None:
    """And so is a file from a later program, in Settings."""
    seat.close()
    for year, text in ((2019, "check_ins: [\n"), (2020, "schema: 9\n")):
        folder = seat.paths.data / "journal" / str(year)
        folder.mkdir(parents=True)
        (folder / f"{year}-05-01.yaml").write_text(text)

    seat.open()
    wait_until_read(seat, qtbot)

    assert seat.shows("today:file_notice")
    assert "2 files could not be read completely" in words(seat)
    assert "journal/2019/2019-05-01.yaml" in words(seat)
    seat.go("settings")
    assert "journal/2020/2020-05-01.yaml" in words(seat)


def test_files_that_are_none_of_ours_are_told_of_calmly(seat: Seat, qtbot: QtBot) -> None:
    """Nothing of the patient's is damaged, and it says so."""
    seat.close()
    (seat.paths.data / "letter.pdf").write_bytes(b"x")

    seat.open()
    wait_until_read(seat, qtbot)

    assert "One more file lies among yours" in words(seat)
    assert "letter.pdf" in words(seat)
    assert "could not be read" not in words(seat)


def test_everything_written_before_can_be_searched(seat: Seat, qtbot: QtBot) -> None:
    """The words of all years are there when the folder was read."""
    for number in range(30):
        at = MORNING - timedelta(days=100 * number)
        seat.desktop.program.journal.keep(check_in("Löwe", entry_id=f"id{number}", at=at))
    seat.reopen()
    wait_until_read(seat, qtbot)

    hits = [hit.record_id for hit in seat.desktop.program.search.find("lowe")]

    assert hits == [f"id{number}" for number in range(30)]


def test_closing_the_window_stops_the_reading(seat: Seat, qtbot: QtBot) -> None:
    """However much is left, nothing runs on."""
    loader = loader_of(seat, qtbot)
    seat.write_out()
    loader.start()

    seat.desktop.window.close()

    assert not loader.is_working


def test_a_window_that_is_gone_before_it_was_painted_reads_nothing(seat: Seat) -> None:
    """The first paint may come when everything is over."""
    seat.close()
    desktop = seat.open()
    desktop.window.hide()
    before = desktop.background

    desktop._after_paint()

    assert desktop.background is before


@pytest.mark.usefixtures("qtbot")
def test_a_slice_ends_in_time_and_rubbish_is_collected_afterwards(qtbot: QtBot) -> None:
    """No slice is longer than it may be, and the last one puts everything back."""
    slices: list[list[float]] = []
    collected: list[bool] = []

    def step() -> bool:
        now = perf_counter()
        if not slices or now - slices[-1][-1] > SLICE_SECONDS:
            slices.append([now])
        collected.append(gc.isenabled())
        while perf_counter() - now < SLICE_SECONDS / 4:
            pass
        slices[-1].append(perf_counter())
        return len(collected) < 20

    worker = Slices(step)
    worker.start()
    worker.start()
    qtbot.waitUntil(lambda: not worker.is_working)

    assert len(collected) == 20
    assert not any(collected)
    assert gc.isenabled()
    worker.stop()


@pytest.mark.usefixtures("qtbot")
def test_whoever_had_switched_collecting_off_finds_it_off(qtbot: QtBot) -> None:
    """The start does, until the window is up."""
    gc.disable()
    try:
        worker = Slices(lambda: False)
        worker.start()
        qtbot.waitUntil(lambda: not worker.is_working)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_window_stays_awake_while_slices_are_worked_through(seat: Seat, qtbot: QtBot) -> None:
    """A timer of the window has its turn after every slice."""
    turns: list[str] = []
    heart = QTimer(seat.desktop.window, interval=0)
    heart.timeout.connect(partial(turns.append, "window"))

    def step() -> bool:
        turns.append("work")
        end = perf_counter() + SLICE_SECONDS
        while perf_counter() < end:
            pass
        return turns.count("work") < 10

    worker = Slices(step, seat.desktop.window)
    heart.start()
    worker.start()
    qtbot.waitUntil(lambda: not worker.is_working)
    heart.stop()

    assert turns.count("work") == 10
    assert "work work" not in " ".join(turns)
