"""Backups, deleting and what is open meanwhile, in the whole window by mouse and keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt

from app.domain.preferences import Profile
from tests.support.seat import Seat


def test_a_backup_is_put_back_under_an_open_check_in(seat: Seat) -> None:
    """What was undone before can no longer be; the check-in shows what came back."""
    seat.go("check_in", "new")
    seat.write("check_in:words", "Anna was here")
    seat.go("copies")
    seat.click("copies:now")
    seat.expect_words("The copy is made:")
    seat.plan()
    seat.desktop.undo.push("Planned", lambda: None)
    program = seat.desktop.program
    entry = next(program.journal.recent_check_ins(seat.clock.now()))
    seat.go("check_in", f"open:{entry.day.isoformat()}:{entry.id}")
    seat.write("check_in:words", "Bert was here")
    seat.go("copies")
    seat.write_out()

    seat.click("copies:0")
    seat.expect_words("1 newer file would be taken out.")
    seat.click("restore:put_back")
    seat.expect_words("The backup was put back.")

    assert "Anna was here" in seat.files()
    assert "Bert was here" not in seat.files()
    assert not program.infusions.recent()
    assert not seat.shows("undo")
    seat.click("restore:take_back")
    seat.wait_for("the end of it", lambda: not program.folder.is_held)
    assert "Bert was here" in seat.files()
    assert len(program.infusions.recent()) == 1


def test_everything_is_deleted_and_the_program_starts_anew(seat: Seat) -> None:
    """By keyboard; after the window is closed nothing of the patient's is left anywhere."""
    seat.desktop.program.preferences.keep_profile(Profile(name="Anna"))
    seat.go("copies")
    seat.click("copies:now")
    seat.expect_words("The copy is made:")
    seat.go("settings", "files")
    seat.click("settings:farewell")
    seat.write("farewell:word", "dele")
    seat.go("settings", "files")
    seat.click("settings:farewell")
    assert seat.line("farewell:word") == ""
    seat.write("farewell:word", "delete")

    seat.click("farewell:delete")
    seat.expect_words("Everything is deleted")
    assert seat.focus == "gone:close"
    seat.press(Qt.Key.Key_Space)
    assert not seat.desktop.window.isVisible()
    seat.close()

    assert left(seat.home) == ["state/folder.lock"]
    seat.open(first_run=True)
    assert seat.here == "first_run"


def left(home: Path) -> list[str]:
    """Return every file below *home*."""
    return sorted(
        path.relative_to(home).as_posix() for path in home.rglob("*") if not path.is_dir()
    )
