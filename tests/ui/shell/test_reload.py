"""What others change while the window is open is shown soon, and never over what is being typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.preferences import Profile
from app.shell import reload as reload_module
from app.shell.reload import Reload
from app.storage.watching import Snapshot
from tests.support.seat import Seat


def words_of(seat: Seat) -> QPlainTextEdit:
    """Return the field for words."""
    field = seat.find("check_in:words")
    assert isinstance(field, QPlainTextEdit)
    return field


@pytest.fixture
def reload(seat: Seat, qtbot: QtBot) -> Reload:
    """What looks at the disk, quicker than usual."""
    qtbot.waitUntil(lambda: seat.desktop.background is not None)
    assert seat.desktop.background is not None
    reload = seat.desktop.background.reload
    reload._timer.setInterval(20)
    reload.start()
    return reload


def check_in_on_disk(seat: Seat, words: str) -> Path:
    """Write a check-in, leave it open, and return its file."""
    seat.go("check_in", "new")
    words_of(seat).setPlainText(words)
    seat.desktop.window.navigation.leave()
    seat.write_out()
    (path,) = seat.paths.data.glob("journal/*/*.yaml")
    return path


def edit(path: Path, old: str, new: str) -> None:
    """Change a file as an editor does."""
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_words_changed_in_an_editor_show_on_the_page(
    seat: Seat, reload: Reload, qtbot: QtBot
) -> None:
    """The check-in is open meanwhile; its page goes along."""
    path = check_in_on_disk(seat, "typed here")

    edit(path, "typed here", "changed there")

    qtbot.waitUntil(lambda: words_of(seat).toPlainText() == "changed there")
    assert seat.desktop.program.saving.state.value == "saved"


def test_what_is_being_typed_is_not_taken_from_under_the_hands(
    seat: Seat, reload: Reload, qtbot: QtBot
) -> None:
    """Ours is newer, so it wins; theirs is kept beside it."""
    path = check_in_on_disk(seat, "typed here")
    words_of(seat).setPlainText("typed on and on")
    edit(path, "typed here", "changed there")

    qtbot.wait(100)

    assert words_of(seat).toPlainText() == "typed on and on"
    seat.desktop.window.navigation.leave()
    seat.write_out()
    assert "typed on and on" in path.read_text("utf-8")


def test_a_day_that_another_computer_made_appears_in_the_journal(
    seat: Seat, reload: Reload, qtbot: QtBot
) -> None:
    """Nobody has to start the program again."""
    path = check_in_on_disk(seat, "from here")
    seat.go("journal")
    qtbot.wait(100)
    other = path.with_name("2026-11-20.yaml")
    (entry,) = seat.desktop.program.journal.day(seat.clock.now().date()).check_ins
    text = path.read_text("utf-8").replace("2026-11-24T", "2026-11-20T")
    other.write_text(text.replace(entry.id, "elsewhere"), "utf-8")

    qtbot.waitUntil(lambda: seat.shows("entry:elsewhere"))


def test_a_day_that_was_damaged_while_open_is_said(
    seat: Seat, reload: Reload, qtbot: QtBot
) -> None:
    """Today tells which file and line, without being asked."""
    path = check_in_on_disk(seat, "known")
    seat.go("today")

    path.write_text(path.read_text("utf-8") + "\tbroken: 1\n", "utf-8")

    qtbot.waitUntil(lambda: seat.shows("today:file_notice"))
    seat.expect_words("Nothing was changed or deleted.")


@pytest.mark.parametrize("looked", [True, False])
@pytest.mark.parametrize("first", ["edit", "type"])
def test_what_an_editor_wrote_just_before_is_kept(seat: Seat, first: str, *, looked: bool) -> None:
    """Within the two seconds between two looks: theirs lies beside ours, whoever came first."""
    path = check_in_on_disk(seat, "mine one")
    outside = seat.desktop.program.outside
    if first == "type":
        words_of(seat).setPlainText("mine two")
    edit(path, "mine one", "theirs three")
    if looked:
        outside.take(outside.look()())
    if first == "edit":
        words_of(seat).setPlainText("mine two")
    seat.desktop.window.navigation.leave()
    seat.write_out()

    kept = {one.name: one.read_text("utf-8") for one in path.parent.iterdir()}
    assert "mine two" in kept.pop(path.name)
    assert (looked and first == "edit") or any("theirs three" in text for text in kept.values())


def test_a_tap_leaves_what_an_editor_wrote_just_before(seat: Seat) -> None:
    """Both are in the file, and both are shown."""
    path = check_in_on_disk(seat, "mine one")
    edit(path, "mine one", "theirs three")

    seat.click("effect:nausea")
    seat.write_out()

    text = path.read_text("utf-8")
    assert "theirs three" in text
    assert "nausea" in text
    assert words_of(seat).toPlainText() == "theirs three"


def test_a_plan_that_is_typed_leaves_what_an_editor_wrote(seat: Seat) -> None:
    """In the plan and in the ride; what both changed lies beside it."""
    plan = seat.plan()
    seat.write_out()
    path = seat.paths.data / "infusions" / f"{plan.id}.yaml"
    seat.go("plan", plan.id)
    edit(path, "arrive: '13:30'", "arrive: '14:15'\nplace: Hillside")
    seat.write("plan:place", "Lakeside")
    seat.write("plan:intention", "Be kind to myself")
    seat.go("prepare")
    edit(path, "Be kind to myself", "Rest")
    seat.click("details:ride_home")
    seat.write("ride:who", "Sam")
    seat.go("today")
    seat.write_out()

    text = path.read_text("utf-8")
    assert all(one in text for one in ("14:15", "Lakeside", "intention: Rest", "who: Sam"))
    assert any("Hillside" in one.read_text("utf-8") for one in path.parent.iterdir())


def test_a_profile_that_is_typed_leaves_what_an_editor_wrote(seat: Seat) -> None:
    """A clinic's number from another computer, a name from this one."""
    seat.desktop.program.preferences.keep_profile(Profile(name="Anna"))
    seat.write_out()
    path = seat.paths.data / "profile.yaml"
    seat.go("settings")
    name = seat.find("settings:name")
    assert isinstance(name, QLineEdit)
    QTest.keyClicks(name, "lise")
    edit(path, "name: Anna", "name: Anna\npurpose: pain")
    seat.go("today")
    seat.write_out()

    text = path.read_text("utf-8")
    assert "purpose: pain" in text
    assert "lise" in text


def test_a_folder_that_goes_away_is_said_and_found_again(
    seat: Seat, reload: Reload, qtbot: QtBot
) -> None:
    """Nothing has to be pressed: what was typed meanwhile is saved when it is back."""
    path = check_in_on_disk(seat, "typed before")
    seat.go("today")
    seat.paths.data.rename(seat.home / "away")
    qtbot.waitUntil(lambda: seat.shows("today:file_notice"))
    seat.expect_words("The folder with your files is not there.")
    seat.expect_words("Your plans are out of reach")
    seat.go("check_in", "new")
    words_of(seat).setPlainText("typed meanwhile")
    seat.desktop.window.navigation.leave()
    seat.go("today")

    (seat.home / "away").rename(seat.paths.data)

    qtbot.waitUntil(lambda: "typed meanwhile" in path.read_text("utf-8"))
    qtbot.waitUntil(lambda: not seat.shows("today:file_notice"))
    seat.expect_words("Nothing is planned yet")


def test_a_look_that_fails_is_followed_by_another(
    seat: Seat, reload: Reload, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that answers with an error now and then."""
    looks: list[int] = []
    real = reload._outside.look

    def failing() -> Callable[[], Snapshot]:
        looks.append(len(looks))
        if len(looks) == 1:
            return refuse
        return real()

    monkeypatch.setattr(reload._outside, "look", failing)

    qtbot.waitUntil(lambda: len(looks) > 2)
    assert reload_module.EVERY_MS == 2_000


def refuse() -> Snapshot:
    """Fail as a disk does."""
    raise OSError("gone")
