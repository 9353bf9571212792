"""A session is heard where it is wanted, and goes on elsewhere when that is pulled out."""

import time

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.ui.calm.words import silent_words
from app.ui.sound.kinds import SoundProblem
from tests.support.keyboard import Keyboard
from tests.support.listening import server
from tests.support.pulse import Recording, SoundServer
from tests.support.seat import Seat, seat

__all__ = ["seat", "server"]

pytestmark = pytest.mark.timeout(180)
FIELD = "calm:sound:output"
AUDIBLE, SILENCE = -60, -70
LATE = 0.3
"""Seconds by which a recording may be out."""


def loudest(heard: Recording, start: float, end: float) -> float:
    """Return the highest sample between two moments, in dB from full scale."""
    peak = np.abs(heard.between(start, end)).max(initial=0)
    return float(20 * np.log10(max(peak, 1e-9)))


def devices(seat: Seat) -> QComboBox:
    """Return the list of devices on screen."""
    box = seat.find(FIELD)
    assert isinstance(box, QComboBox)
    return box


def test_what_is_chosen_is_heard_there_and_goes_on_elsewhere(
    seat: Seat, server: SoundServer, qtbot: QtBot
) -> None:
    """By keyboard; pulled out it goes on on the usual one, is back again, and outlives a fall."""
    stick = server.add_sink("stick")
    server.control("set-default-sink", "test")
    keys = Keyboard(seat.desktop.window)
    keys.go_to("calm")
    keys.use("calm:sound")
    qtbot.waitUntil(seat.sees(FIELD), timeout=10_000)
    with server.recorded("test") as usual, server.recorded("stick") as chosen:
        keys.tab_to(FIELD)
        listened = time.monotonic()
        keys.press(Qt.Key.Key_End)
        assert devices(seat).currentData() == "stick"
        qtbot.wait(2_500)

        keys.use("calm:start")
        qtbot.wait(2_000)
        pulled = time.monotonic()
        server.remove_sink(stick)
        words = silent_words(SoundProblem.OUTPUT_MISSING)
        qtbot.waitUntil(lambda: words in seat.words, timeout=10_000)
        qtbot.wait(5_000)
        elsewhere = time.monotonic()

    assert loudest(usual, listened, pulled - LATE) < SILENCE
    assert chosen.first_above(AUDIBLE, listened) - listened < 2.0
    assert loudest(chosen, pulled - 0.5, pulled) > AUDIBLE
    again = usual.first_above(AUDIBLE, pulled)
    print("heard on the usual one after seconds:", round(again - pulled, 2))
    assert again - pulled < 6.0
    assert loudest(usual, elsewhere - 0.5, elsewhere) > AUDIBLE

    server.add_sink("stick")
    player = seat.desktop.places.calm.player
    with server.recorded("test") as usual, server.recorded("stick") as chosen:
        qtbot.waitUntil(lambda: words not in seat.words, timeout=10_000)
        qtbot.wait(3_000)
        back = time.monotonic()
        assert player._process is not None
        player._process.kill()
        qtbot.wait(4_500)
        revived = time.monotonic()

    assert loudest(chosen, back - 0.5, back) > AUDIBLE
    assert loudest(usual, back - 0.5, back) < SILENCE
    assert player._restarts.falls == 1
    assert loudest(chosen, revived - 0.5, revived) > AUDIBLE
    assert loudest(usual, back, revived - LATE) < SILENCE
    assert "output: stick" in seat.files()
