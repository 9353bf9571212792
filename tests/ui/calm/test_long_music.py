"""A long list of music: each change touches the rows it is about, and no others."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.calm_choices import Track
from app.ui.calm import track_list
from app.ui.calm.music_model import TOGETHER_MS, MusicModel
from app.ui.calm.track_list import TrackList
from app.ui.calm.track_row import TrackRow
from app.ui.sound.kinds import FileProblem
from app.ui.sound.wire import Checked
from app.ui.widgets.rows import Row
from tests.support.seat import Seat

MANY = 48


class Counts:
    """How often rows were made, worded and given another size."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin again."""
        self.made = self.worded = self.resized = 0


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    """Count what is done to rows."""
    counted = Counts()
    make, word, resize = TrackRow.__init__, Row.set_texts, Row.resizeEvent

    def making(row: TrackRow, *args: object) -> None:
        counted.made += 1
        make(row, *args)  # type: ignore[arg-type]

    def wording(row: Row, title: str, caption: str = "") -> None:
        counted.worded += title.startswith("track")
        word(row, title, caption)

    def resizing(row: Row, event: QResizeEvent) -> None:
        counted.resized += 1
        resize(row, event)

    monkeypatch.setattr(TrackRow, "__init__", making)
    monkeypatch.setattr(Row, "set_texts", wording)
    monkeypatch.setattr(Row, "resizeEvent", resizing)
    monkeypatch.setattr(track_list, "MOST_AT_ONCE", 8)
    return counted


def fill(seat: Seat, count: int) -> None:
    """Have so many pieces on the list."""
    own = seat.desktop.program.own_calm
    tracks = tuple(Track(path=f"/music/track{number}.mp3") for number in range(count))
    own.keep(replace(own.choices, playlist=tracks))


def rows(seat: Seat) -> list[TrackRow]:
    """Return the rows on screen, from the top."""
    (shown,) = seat.desktop.window.findChildren(TrackList)
    return sorted((r for r in shown.findChildren(TrackRow) if r.isVisible()), key=QWidget.y)


def titles(seat: Seat) -> list[str]:
    """Return what the last key of each row is called, from the top."""
    return [row.keys[-1].accessibleName().removeprefix("Remove ") for row in rows(seat)]


def kept(seat: Seat) -> list[str]:
    """Return the names of the files on the list, as they are kept."""
    return [Path(one.path).stem for one in seat.desktop.program.own_calm.choices.playlist]


def model_of(seat: Seat) -> MusicModel:
    """Return what the page shows."""
    (model,) = seat.desktop.places.calm.findChildren(MusicModel)
    return model


def press(key: Qt.Key) -> None:
    """Press *key* where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


@pytest.fixture
def page(seat: Seat, counts: Counts, qtbot: QtBot) -> Seat:
    """Give a seat before a long list, all of which is shown."""
    seat.go("music")
    fill(seat, MANY)
    qtbot.waitUntil(lambda: len(rows(seat)) == MANY)
    seat.settle()
    return seat


def test_rows_come_a_few_at_a_time(seat: Seat, counts: Counts, qtbot: QtBot) -> None:
    """The window has a turn after each few, and no row is laid out anew for those after it."""
    seat.go("music")
    fill(seat, MANY)
    assert counts.made == 8

    qtbot.waitUntil(lambda: len(rows(seat)) == MANY)
    seat.settle()

    assert titles(seat) == kept(seat)
    assert counts.made == MANY
    assert counts.resized <= 4 * MANY


def test_what_is_changed_while_rows_come_is_shown(seat: Seat, counts: Counts, qtbot: QtBot) -> None:
    """The last rows are those of the list as it is by then."""
    seat.go("music")
    fill(seat, MANY)
    own = seat.desktop.program.own_calm
    own.keep(replace(own.choices, playlist=own.choices.playlist[:4:-1]))

    qtbot.waitUntil(lambda: titles(seat) == kept(seat))

    assert len(rows(seat)) == MANY - 5


def test_a_move_moves_one_row(page: Seat, counts: Counts) -> None:
    """No row is made and the others stay as they are; the keyboard goes with the piece."""
    counts.clear()
    page.find("track:3:down").setFocus()

    for place in range(3, 6):
        assert page.focus == f"track:{place}:down"
        press(Qt.Key.Key_Space)
        page.settle()

    assert titles(page) == kept(page)
    assert kept(page)[6] == "track3"
    assert counts.made == 0
    assert counts.worded == 3 * 2
    assert counts.resized <= 3 * 2


def test_one_that_is_taken_off_and_brought_back_touches_no_other(
    page: Seat, counts: Counts
) -> None:
    """One row goes, one comes; the keyboard goes on to the next piece."""
    before = kept(page)
    counts.clear()
    page.find("track:5:remove").setFocus()
    press(Qt.Key.Key_Space)
    page.settle()
    assert page.focus == "track:5:remove"
    assert titles(page) == kept(page)

    page.click("undo")

    assert titles(page) == before
    assert counts.made == 1
    assert counts.resized <= 8


def test_keys_and_readers_go_down_the_list_as_it_is_shown(page: Seat) -> None:
    """Tab and the order for screen readers follow the eye, whatever was moved and brought back."""
    page.click("track:0:down")
    page.click("track:2:remove")
    page.click("track:4:up")
    page.click("undo")
    page.click("undo")
    (listed,) = page.desktop.window.findChildren(TrackList)

    assert [one for one in listed.children() if isinstance(one, TrackRow)] == rows(page)
    page.find("music:again").setFocus()
    for place in range(3):
        for key in ("up", "down", "remove"):
            if (place, key) != (0, "up"):
                press(Qt.Key.Key_Tab)
                assert page.focus == f"track:{place}:{key}"


def test_the_keyboard_is_never_lost(seat: Seat) -> None:
    """A key that dies at the end hands it to the one beside it; the last piece to the first key."""
    seat.go("music")
    fill(seat, 2)
    seat.settle()
    seat.find("track:0:down").setFocus()
    press(Qt.Key.Key_Space)
    assert seat.focus == "track:1:up"
    press(Qt.Key.Key_Space)
    assert seat.focus == "track:0:down"

    for _ in range(2):
        seat.find("track:0:remove").setFocus()
        press(Qt.Key.Key_Space)
        seat.settle()

    assert seat.focus == "music:add"


def test_what_checks_find_is_shown_together(page: Seat, counts: Counts, qtbot: QtBot) -> None:
    """However many words come at once, each row is shown once, and only those that were checked."""
    model, player = model_of(page), page.desktop.places.calm.player
    model._waiting = {"/music/another.mp3"}
    model.changed.emit()
    changes: list[None] = []
    model.changed.connect(lambda: changes.append(None))
    counts.clear()

    for number in range(10, 20):
        player.checked.emit(Checked(file=f"/music/track{number}.mp3", seconds=65))
    player.checked.emit(Checked(file="/music/track20.mp3", problem=FileProblem.MISSING))
    assert not changes
    qtbot.waitUntil(lambda: bool(changes), timeout=20 * TOGETHER_MS)

    assert len(changes) == 1
    assert counts.worded == 11
    player.checked.emit(Checked(file="/music/another.mp3", seconds=65))
    assert len(changes) == 2, "the last word is shown at once"
