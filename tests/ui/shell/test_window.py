"""The window: going about, closing while the disk hesitates, and folders that are not well."""

import shutil
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.shell import window as window_module
from app.shell.bootstrap import EXIT_AFTER_PAINT
from app.storage.lock import FolderLock
from app.ui.pause import CEILING_MS, TypingPause
from tests.support import lint
from tests.support.seat import Seat

PAGES = ["today", "prepare", "plan", "item", "calm", "journal", "check_in", "settings", "help"]


def write(seat: Seat, words: str) -> None:
    """Write *words* in a new check-in, and leave the keyboard there."""
    seat.go("check_in", "new")
    seat.find("check_in:words").setFocus()
    seat.type(words)


def words_on_screen(seat: Seat) -> str:
    """Return what stands in the field for words."""
    field = seat.find("check_in:words")
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


def close_button(seat: Seat) -> bool:
    """Press the cross of the window; return whether it is still there a moment later."""
    seat.desktop.window.close()
    for _ in range(20):
        QTest.qWait(10)
    if seat.desktop.window.isVisible():
        seat.desktop.window.activateWindow()  # the offscreen platform forgets which one it was
        seat.settle()
    return seat.desktop.window.isVisible()


def break_folder(seat: Seat) -> Callable[[], None]:
    """Put a file where the folder was; return what puts it right."""
    data = seat.paths.data
    data.rename(seat.home / "away")
    data.write_text("in the way", encoding="utf-8")

    def mend() -> None:
        data.unlink()
        (seat.home / "away").rename(data)

    return mend


@pytest.mark.parametrize(("width", "height", "fills"), [(700, 700, False), (1180, 860, True)])
def test_a_small_screen_is_filled(
    seat: Seat, monkeypatch: pytest.MonkeyPatch, width: int, height: int, fills: bool
) -> None:
    """Nothing lies beyond its edge; on a larger one the window leaves room for others."""
    room = seat.desktop.window.screen().availableSize()
    assert 700 < room.width() < 1180
    monkeypatch.setattr("app.shell.window.WIDTH", width)
    monkeypatch.setattr("app.shell.window.HEIGHT", height)

    seat.desktop.window.fit_screen()

    assert seat.desktop.window.isMaximized() is fills


def test_help_is_one_key_away_from_every_page(seat: Seat) -> None:
    """F1 works in the middle of everything, first run and running session included."""
    for page in [*PAGES, "first_run"]:
        seat.go(page)
        seat.press(Qt.Key.Key_F1)
        assert seat.here == "help", page
    seat.go("calm")
    seat.click("calm:start")

    seat.press(Qt.Key.Key_F1)

    assert seat.here == "help"


def test_going_to_and_fro_leaves_nothing_and_loses_nothing(seat: Seat) -> None:
    """Every page twice, by the sidebar and by route, stores nothing by itself."""
    before = seat.files()
    for page in [*PAGES, *reversed(PAGES)]:
        seat.go(page)
        assert seat.here == page
    for name in ("today", "prepare", "calm", "journal", "settings", "help"):
        seat.click(f"nav:{name}")
        assert seat.here == name
        assert seat.is_checked(f"nav:{name}")

    assert seat.files() == before


def test_every_page_keeps_the_keyboard_on_itself(seat: Seat) -> None:
    """After going somewhere the focus is on something that can be seen."""
    for page in PAGES:
        seat.go(page)
        focus = QApplication.focusWidget()

        assert focus is None or focus.isVisible(), page


def test_words_in_the_pause_are_on_the_disk_when_the_window_has_closed(seat: Seat) -> None:
    """The cross is pressed in the middle of a sentence; closing waits for the writer."""
    write(seat, "The room felt bigger, and I was")

    assert not close_button(seat)

    assert "The room felt bigger, and I was" in seat.files()


def test_closing_is_refused_while_words_are_not_saved_and_granted_when_asked_again(
    seat: Seat,
) -> None:
    """The folder is gone: the words stay on screen, the strip says why and what can be done."""
    mend = break_folder(seat)
    write(seat, "Only here")

    assert close_button(seat)
    assert words_on_screen(seat) == "Only here"
    assert "Not saved yet. Your words are still here." in seat.words
    assert "Close again to leave: your words are kept for the next time." in seat.words
    assert not close_button(seat)
    mend()


def test_after_a_refused_close_writing_goes_on_and_is_saved_when_the_folder_is_back(
    seat: Seat,
) -> None:
    """One press writes what was typed before and after; then closing asks nothing."""
    mend = break_folder(seat)
    write(seat, "Before")
    assert close_button(seat)
    seat.find("check_in:words").setFocus()
    seat.type(" and after")
    mend()
    seat.desktop.window.navigation.leave()

    seat.click("save:retry")
    seat.write_out()

    assert "Before and after" in seat.files()
    assert not seat.shows("save:retry")
    assert not close_button(seat)


def test_a_new_failure_after_a_success_refuses_again(seat: Seat) -> None:
    """The permission to leave unsaved words behind is for those words only."""
    mend = break_folder(seat)
    write(seat, "First")
    assert close_button(seat)
    mend()
    seat.click("save:retry")
    seat.write_out()
    mend = break_folder(seat)
    write(seat, "Second")

    assert close_button(seat)

    mend()


def test_a_disk_that_takes_long_is_waited_for_and_then_asked_about(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing never hangs: after ten seconds the patient decides."""
    monkeypatch.setattr(window_module, "PATIENCE_MS", 100)
    seat.write_out()
    writer = seat.desktop.program.folder.writer
    with writer._changed:
        busy, writer._busy = writer._busy, seat.paths.data / "slow.yaml"

    assert close_button(seat)

    assert "Saving… Close again to leave: your words are kept" in seat.words
    with writer._changed:
        writer._busy = busy


def test_a_read_only_folder_is_read_and_nothing_typed_is_lost(seat: Seat) -> None:
    """Another program has the lock: it is said, words stay, closing asks first."""
    write(seat, "From before")
    seat.close()
    lock = FolderLock(seat.paths.lock)
    lock.take()
    seat.open(first_run=True)

    seat.go("journal")
    assert seat.shows(f"entry:{_only_entry(seat)}")
    write(seat, "Only here")
    assert close_button(seat)

    assert words_on_screen(seat) == "Only here"
    assert "Another program has the folder open." in seat.words
    lock.release()


def test_the_day_of_a_damaged_file_goes_on_beside_it(seat: Seat) -> None:
    """Today's own file is broken by hand while the patient writes: both stay."""
    write(seat, "First half")
    seat.go("today")
    seat.write_out()
    (path,) = seat.paths.data.glob("journal/*/*.yaml")
    broken = path.read_text(encoding="utf-8") + "\tbroken: 1\n"
    path.write_text(broken, encoding="utf-8")

    write(seat, "Second half")
    seat.go("today")

    assert path.read_text(encoding="utf-8") == broken
    assert "Second half" in seat.files()
    assert seat.shows("today:file_notice")


def test_the_folder_removed_under_the_window_is_made_again(seat: Seat) -> None:
    """Whatever happens to the folder, the next words are either saved or said not to be."""
    shutil.rmtree(seat.paths.data)
    write(seat, "Still here")
    seat.desktop.window.navigation.leave()
    seat.write_out()

    saved = seat.paths.data.exists() and "Still here" in seat.files()

    assert saved or "Your words are still here" in seat.words


@pytest.mark.parametrize("damage", ["", "schema: 1\nlook:\n\ttheme: dark\n", "look: [1, 2"])
def test_broken_settings_bring_the_first_screen_and_can_be_left(seat: Seat, damage: str) -> None:
    """It opens with what it can, and what is chosen then is kept beside the broken file."""
    seat.close()
    path = seat.paths.data / "settings.yaml"
    path.write_text(damage, encoding="utf-8")
    seat.open(first_run=True)
    assert seat.here == "first_run"

    seat.click("first_run:skip")
    assert seat.here == "today"
    seat.close()
    seat.open(first_run=True)

    assert seat.here == "today"
    assert damage == "" or path.read_text(encoding="utf-8") == damage


def test_the_look_follows_the_settings(seat: Seat) -> None:
    """What is chosen in Settings is seen at once."""
    assert seat.desktop.theme.scale == 1.0
    look = seat.desktop.program.preferences.settings.look

    seat.desktop.program.preferences.keep_look(type(look)(text_percent=150))
    bigger = seat.desktop.theme.scale
    seat.desktop.program.preferences.keep_look(look)

    assert bigger == 1.5
    assert seat.desktop.theme.scale == 1.0


def test_undo_follows_to_every_page_until_it_is_dismissed(seat: Seat) -> None:
    """The way back goes along; the cross takes it away and changes nothing."""
    seat.plan()
    seat.go("prepare")
    seat.click("tick:eye_mask")
    seat.go("journal")
    assert seat.shows("undo")

    seat.click("undo:dismiss")

    assert not seat.shows("undo")
    assert "item: eye_mask" in seat.files()


def test_the_sidebar_becomes_a_rail_and_everything_stays_in_reach(seat: Seat) -> None:
    """In a small window nothing is cut off, and Help now is still there."""
    seat.desktop.window.resize(800, 600)
    seat.settle()

    assert seat.desktop.window.sidebar.is_rail
    assert seat.shows("nav:help")
    assert lint.clipped(seat.desktop.window) == []
    assert lint.unnamed(seat.desktop.window) == []


def test_the_bench_ends_the_program_after_its_first_paint(
    seat: Seat, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Only when asked by the environment."""
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    seat.desktop._after_paint()
    assert ended == []
    monkeypatch.setenv(EXIT_AFTER_PAINT, "1")

    seat.desktop._after_paint()

    assert ended == [True]
    monkeypatch.setattr(sys, "stdout", None)  # as on Windows, where a window has no terminal
    seat.desktop._after_paint()
    assert ended == [True, True]


def test_someone_who_never_pauses_is_saved_within_two_seconds(qtbot: QtBot) -> None:
    """The ceiling counts from the first letter; flushing with nothing waiting says nothing."""
    pause = TypingPause()
    said: list[bool] = []
    pause.due.connect(lambda: said.append(True))
    pause.flush()
    pause._ceiling.setInterval(60)
    assert CEILING_MS <= 2_000

    pause.touch()
    for _ in range(12):
        QTest.qWait(10)
        if not said:
            pause.touch()

    assert said == [True]
    assert not pause.is_waiting


def _only_entry(seat: Seat) -> str:
    (check_in,) = seat.desktop.program.journal.day(seat.clock.now().date()).check_ins
    return check_in.id


def test_an_error_nobody_expected_is_told_and_costs_nothing(seat: Seat) -> None:
    """The patient hears what is safe, and goes on."""
    seat.desktop.tell_of_a_fault()

    seat.expect_words("What was saved is safe.")
    seat.click("news:dismiss")
    assert not seat.sees("news:dismiss")()
