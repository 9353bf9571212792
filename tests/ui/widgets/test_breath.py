"""The circle: calm to look at, still when nobody looks, and never flashing."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QImage, QRegion, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.breathing import Breath, Phase, position
from app.domain.patterns import COHERENT
from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from app.ui.widgets.breath import BreathCircle
from tests.architecture.test_contrast import luminance

WORDS = {Phase.IN: "Breathe in", Phase.OUT: "Breathe out"}
SIDE = 480
CELL = 30
_SMOOTH = Qt.TransformationMode.SmoothTransformation
PER_SECOND = 10


class FakeClock:
    """Seconds that go by when told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def breath(self) -> Breath:
        """Return the breath at this second."""
        return position(COHERENT, self.seconds)


@pytest.fixture
def circle(theme: Theme, qtbot: QtBot) -> BreathCircle:
    """A circle with its words, not yet breathing."""
    circle = BreathCircle(theme)
    qtbot.addWidget(circle)
    circle.set_words(WORDS)
    circle.resize(SIDE, SIDE)
    return circle


def test_it_moves_only_while_it_is_seen_and_not_paused(circle: BreathCircle) -> None:
    """A session in the background costs nothing."""
    clock = FakeClock()
    circle.breathe(clock.breath)
    assert not circle.is_moving

    states = []
    for step in (circle.show, circle.pause, circle.resume, circle.hide, circle.show, circle.rest):
        step()
        states.append(circle.is_moving)

    assert states == [True, False, True, False, True, False]


def test_a_minimized_window_stops_it(theme: Theme, qtbot: QtBot) -> None:
    """And it goes on when the window is back."""
    window = QWidget()
    qtbot.addWidget(window)
    circle = BreathCircle(theme, window)
    circle.breathe(FakeClock().breath)
    window.show()
    assert circle.is_moving

    window.showMinimized()
    qtbot.waitUntil(lambda: not circle.is_moving)
    window.showNormal()
    qtbot.waitUntil(lambda: circle.is_moving)

    circle.rest()


def test_it_asks_for_the_breath_about_thirty_times_a_second(
    circle: BreathCircle, qtbot: QtBot
) -> None:
    """Smooth, and cheap enough for an old laptop."""
    asked: list[int] = []

    def source() -> Breath:
        asked.append(1)
        return FakeClock().breath()

    circle.breathe(source)
    circle.show()
    asked.clear()
    qtbot.wait(500)
    circle.rest()

    assert 8 <= len(asked) <= 17


def test_the_word_is_that_of_the_phase(circle: BreathCircle) -> None:
    """And a phase without a word shows none."""
    words = []
    for seconds in (1, 6):
        circle.show_breath(position(COHERENT, seconds))
        words.append(circle.word)
    circle.show_breath(Breath(phase=Phase.HOLD, fraction=0.5, fullness=1))

    assert words == ["Breathe in", "Breathe out"]
    assert circle.word == ""
    assert not circle.grab().isNull()


def test_the_same_moment_is_the_same_picture(circle: BreathCircle) -> None:
    """Nothing in it depends on when it was painted."""
    clock = FakeClock()
    circle.breathe(clock.breath)
    pictures = [picture(circle, seconds) for seconds in (2.5, 7.0, 2.5)]

    assert pictures[0] == pictures[2] != pictures[1]


@pytest.mark.parametrize("less_motion", [False, True])
@pytest.mark.parametrize("look", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST])
def test_only_the_disc_is_painted_anew_and_nothing_of_the_last_one_stays(
    theme: Theme, circle: BreathCircle, look: ThemeName, less_motion: bool
) -> None:
    """From breath to breath the rest is left as it was; the whole is as if painted at once."""
    theme.apply(Look(theme=look, less_motion=less_motion))
    circle.set_progress(0.4)
    circle.breathe(FakeClock().breath)
    circle.show()
    image = picture(circle, 4.9)

    for seconds in (6.2, 8.0, 9.8):
        whole = picture(circle, seconds)
        place = circle._shape.place
        circle.render(image, place.topLeft(), QRegion(place), QWidget.RenderFlag.DrawChildren)
        assert image == whole
    assert circle.is_moving
    circle.rest()


def test_a_look_by_the_page_does_not_wake_it_in_a_minimized_window(circle: BreathCircle) -> None:
    """A session goes on there, and its page asks for the breath again and again.

    A minimized window hides what is in it by an event alone: it stays visible by its own account.
    """
    circle.show()
    QApplication.sendEvent(circle, QHideEvent())
    assert circle.isVisible()

    circle.breathe(FakeClock().breath)

    assert not circle.is_moving
    QApplication.sendEvent(circle, QShowEvent())
    assert circle.is_moving
    circle.rest()


def test_progress_is_a_ring_around_it(circle: BreathCircle) -> None:
    """From the top, clockwise; none when there is none to show."""
    plain = picture(circle, 2.5)
    circle.set_progress(0.25)
    quarter = picture(circle, 2.5)
    circle.set_progress(None)

    assert quarter != plain == picture(circle, 2.5)


def test_with_less_motion_the_disc_stays(theme: Theme, circle: BreathCircle) -> None:
    """The ring fills instead, and the word changes."""
    theme.apply(Look(theme=ThemeName.LIGHT, less_motion=True))
    circle.breathe(FakeClock().breath)
    circle.set_progress(0.5)

    edges = {disc_edge(picture(circle, seconds), theme) for seconds in (0.5, 2.5, 4.9, 7.5)}

    assert len(edges) == 1
    assert picture(circle, 0.5) != picture(circle, 4.5)


@pytest.mark.parametrize("look", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST])
@pytest.mark.parametrize("less_motion", [False, True])
def test_nothing_flashes(
    theme: Theme, circle: BreathCircle, look: ThemeName, less_motion: bool
) -> None:
    """WCAG 2.3.1: in no cell do two opposite changes of 10 % fall within one second."""
    theme.apply(Look(theme=look, less_motion=less_motion))
    circle.breathe(FakeClock().breath)
    circle.set_progress(0.3)
    frames = [cells(picture(circle, step / PER_SECOND)) for step in range(11 * PER_SECOND)]

    flashing = [
        number for number in range(len(frames[0])) if flashes([frame[number] for frame in frames])
    ]

    assert not flashing


def test_the_flash_test_sees_a_flash() -> None:
    """Up and down by a tenth within a second is one; the same in three seconds is none."""
    assert flashes([0.2, 0.2, 0.5, 0.2, 0.2])
    assert not flashes([0.2, *[0.5] * 15, 0.2])


def picture(circle: BreathCircle, seconds: float) -> QImage:
    """Return what is painted after *seconds*."""
    circle.show_breath(position(COHERENT, seconds))
    return circle.grab().toImage()


def disc_edge(image: QImage, theme: Theme) -> int:
    """Return where the disc ends, going out from the middle to the right below the word."""
    y = SIDE // 2 + 60
    colors = [image.pixelColor(x, y).name() for x in range(SIDE // 2, SIDE)]
    jumps = [abs(luminance(one) - luminance(other)) for one, other in pairwise(colors)]
    return jumps.index(max(jumps[:120]))


def cells(image: QImage) -> list[float]:
    """Return the mean luminance of each square of 30 pixels."""
    small = image.scaled(SIDE // CELL, SIDE // CELL, mode=_SMOOTH)
    return [
        luminance(small.pixelColor(x, y).name())
        for y in range(small.height())
        for x in range(small.width())
    ]


def flashes(course: list[float]) -> bool:
    """Tell whether *course*, ten values a second, goes up and down by 0.1 within a second."""
    for start in range(len(course)):
        window = course[start : start + PER_SECOND + 1]
        for middle in range(1, len(window) - 1):
            before, after = window[:middle], window[middle + 1 :]
            top, bottom = window[middle] - 0.1, window[middle] + 0.1
            if min(before) <= top and min(after) <= top:
                return True
            if max(before) >= bottom and max(after) >= bottom:
                return True
    return False
