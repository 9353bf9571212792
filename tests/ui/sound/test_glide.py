"""A level goes where it is told, and never jumps on the way."""

from pytestqt.qtbot import QtBot

from app.ui.sound.glide import Glide


class Listener:
    """Notes every value, and how often it was told that the end is reached."""

    def __init__(self, glide: Glide) -> None:
        self.values: list[float] = []
        self.arrivals = 0
        glide.changed.connect(self.take)
        glide.arrived.connect(self.arrive)

    def take(self, value: float) -> None:
        """Note *value*."""
        self.values.append(value)

    def arrive(self) -> None:
        """Note an end."""
        self.arrivals += 1


def test_it_goes_up_step_by_step(qtbot: QtBot) -> None:
    """Many values, each above the last, and one end."""
    glide = Glide(0.0)
    listener = Listener(glide)

    glide.go(1.0, 200)
    qtbot.waitUntil(lambda: listener.arrivals == 1)

    assert listener.values == sorted(listener.values)
    assert len(listener.values) > 5
    assert glide.value == glide.target == 1.0


def test_it_turns_from_where_it_is(qtbot: QtBot) -> None:
    """A new target in mid-way begins where the level has come to."""
    glide = Glide(0.0)
    listener = Listener(glide)
    glide.go(1.0, 400)
    qtbot.waitUntil(lambda: glide.value > 0.3)
    turned_at = glide.value
    listener.values.clear()

    glide.go(0.0, 200)
    qtbot.waitUntil(lambda: listener.arrivals == 1)

    assert max(listener.values) <= turned_at
    assert listener.values == sorted(listener.values, reverse=True)


def test_no_time_is_at_once() -> None:
    """Without a time it is there, and says so, before it returns; put says nothing."""
    glide = Glide(0.2)
    listener = Listener(glide)

    glide.go(0.7, 0)
    glide.put(0.3)

    assert listener.values == [0.7]
    assert listener.arrivals == 1
    assert glide.value == 0.3
