"""A sound server that was away, for however long, is found again, by a new player if need be."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from pytestqt.qtbot import QtBot

from app.domain.calm_choices import Ambience
from app.ui.sound.kinds import Cue, SoundProblem
from app.ui.sound.player import SILENT, Player
from app.ui.sound.restarts import (
    GOOD_SECONDS,
    LONG_LIFE_SECONDS,
    MOST_FALLS,
    PAUSES_SECONDS,
    Restarts,
)
from app.ui.sound.wire import Stranded, line_of
from tests.support.listening import AUDIBLE, BELL, CHIME, SILENCE, has_tone, loudest
from tests.support.pulse import SoundServer

pytestmark = pytest.mark.timeout(90)

AWAY_MS = 5_000
"""Longer than Qt looks for a server that has gone."""
BACK_MS = 10_000
"""Within this sound has to be back after the server is."""


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[Player]:
    """Give a player, that is closed after the test."""
    player = Player()
    yield player
    player.close()


def number_of(player: Player) -> int:
    """Return the number of the process there is."""
    assert player._process is not None
    return player._process.pid


def play(player: Player, qtbot: QtBot) -> int:
    """Have an ambience played, and return the number of the process that does."""
    player.play_ambience(Ambience.BROWN, 200)
    qtbot.waitUntil(lambda: player.outputs is not None, timeout=BACK_MS)
    qtbot.wait(1_000)
    return number_of(player)


def test_sound_comes_back_however_long_the_server_was_away(
    server: SoundServer, player: Player, qtbot: QtBot
) -> None:
    """What was heard is heard again, and a bell too; nothing of it counts as a fall."""
    first = play(player, qtbot)

    server.kill()
    qtbot.wait(AWAY_MS)
    assert player.problem is SoundProblem.CONNECTION_LOST
    server.start()
    back = time.monotonic()
    with server.recorded() as heard:
        qtbot.waitUntil(lambda: player.problem is None, timeout=BACK_MS)
        qtbot.wait(2_000)
        player.stop_ambience(100)
        qtbot.wait(700)
        player.play(Cue.BELL)
        rung = time.monotonic()
        qtbot.wait(1_300)

    again = heard.first_above(AUDIBLE, back)
    print("heard after seconds:", round(again - back, 2))
    assert again - back < BACK_MS / 1_000
    assert has_tone(heard.between(rung, rung + 1.2), BELL, (200, 2_000))
    assert number_of(player) != first
    assert player._restarts.falls == 0


def test_a_server_that_comes_after_the_player_is_found(
    server: SoundServer, player: Player, qtbot: QtBot
) -> None:
    """There was none when the program started; nothing was asked for yet, then somebody calls."""
    server.kill()
    player.open()
    qtbot.waitUntil(lambda: player.problem is SoundProblem.NO_DEVICE, timeout=10_000)
    qtbot.wait(AWAY_MS)

    server.start()
    back = time.monotonic()
    with server.recorded() as heard:
        qtbot.waitUntil(lambda: player.problem is None, timeout=BACK_MS)
        found = time.monotonic()
        qtbot.wait(1_000)
        player.call()
        called = time.monotonic()
        qtbot.wait(2_000)
        chimed = time.monotonic()
        player.play_ambience(Ambience.BROWN, 200)
        qtbot.wait(2_000)

    print("found after seconds:", round(found - back, 2))
    assert all(has_tone(heard.between(called, chimed), tone, (200, 2_000)) for tone in CHIME)
    assert loudest(heard, chimed + 1.5, chimed + 2) > AUDIBLE
    assert [output.id for output in player.outputs or ()] == ["test"]


def test_what_waits_still_waits_and_goes_on_where_it_was_sent(
    server: SoundServer, player: Player, qtbot: QtBot
) -> None:
    """The pause and the device that was chosen outlast the server."""
    server.add_sink("stick")
    player.choose_output("stick")
    player.play_ambience(Ambience.BROWN, 200)
    qtbot.waitUntil(lambda: player.outputs is not None, timeout=BACK_MS)
    qtbot.wait(500)
    player.pause()
    qtbot.wait(500)
    first = number_of(player)

    server.kill()
    qtbot.wait(AWAY_MS)
    server.start()
    server.add_sink("stick")
    qtbot.waitUntil(
        lambda: number_of(player) != first and player.problem is None,
        timeout=BACK_MS,
    )
    qtbot.wait(1_500)
    with server.recorded("test") as usual, server.recorded("stick") as chosen:
        began = time.monotonic()
        qtbot.wait(1_000)
        resumed = time.monotonic()
        player.resume()
        qtbot.wait(1_500)
        over = time.monotonic()

    assert loudest(chosen, began, resumed) < SILENCE
    assert chosen.first_above(AUDIBLE, resumed) < over
    assert loudest(usual, began, over) < SILENCE


def test_a_short_absence_is_left_to_the_player_itself(
    server: SoundServer, player: Player, qtbot: QtBot
) -> None:
    """Qt finds that server by itself, and the music goes on in the middle of the piece."""
    first = play(player, qtbot)

    server.kill()
    qtbot.wait(1_000)
    server.start()
    qtbot.waitUntil(lambda: player.problem is SoundProblem.CONNECTION_LOST, timeout=2_000)
    qtbot.waitUntil(lambda: player.problem is None, timeout=8_000)

    assert number_of(player) == first


def test_a_server_that_hangs_or_is_away_changes_no_player(
    server: SoundServer, player: Player, qtbot: QtBot
) -> None:
    """While none answers, a new player would fare no better."""
    server.kill()
    player.open()
    qtbot.waitUntil(lambda: player.problem is SoundProblem.NO_DEVICE, timeout=10_000)
    first = number_of(player)
    server.start()
    assert server._process is not None
    server._process.send_signal(signal.SIGSTOP)

    qtbot.wait(8_000)

    assert number_of(player) == first
    server._process.send_signal(signal.SIGCONT)


def test_a_server_that_never_can_be_used_makes_no_haste(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often a player says that it is stranded, the second exchange waits."""
    monkeypatch.delenv(SILENT)
    word = line_of(Stranded())
    code = f"import os, time\nwhile True: os.write(1, {word!r}); time.sleep(0.02)"
    player = Player([sys.executable, "-c", code])
    numbers: set[int] = set()
    player.open()

    def has_changed() -> bool:
        numbers.add(number_of(player))
        return len(numbers) == 2

    qtbot.waitUntil(has_changed, timeout=5_000)
    qtbot.wait(1_500)

    assert number_of(player) in numbers
    assert player._restarts.falls == 0
    player.close()
    for number in numbers:  # these do not end by themselves
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.now


def test_exchanges_become_rarer_and_never_end() -> None:
    """The first at once, and the last pause over and over."""
    hand = Hand()
    restarts = Restarts(hand)
    restarts.note_start()
    began, done = hand.now, []

    while hand.now < began + 200:
        if restarts.may_exchange():
            done.append(hand.now - began)
            restarts.note_start()
        hand.now += 1

    first, second, last = PAUSES_SECONDS
    assert done[:4] == [0, first, first + second, first + second + last]
    assert done[4:] == [done[3] + last]
    assert not restarts.is_over


def test_after_good_sound_an_exchange_comes_at_once_again() -> None:
    """A server that dies now and then all night makes no sound wait; one that hardly lives does."""
    hand = Hand()
    restarts = Restarts(hand)
    for _night in range(50):
        assert restarts.may_exchange()
        restarts.note_start()
        restarts.note_sound(is_well=True)
        hand.now += GOOD_SECONDS
        restarts.note_sound(is_well=True)
        restarts.note_sound(is_well=False)

    for _short in range(3):
        restarts.may_exchange()
        restarts.note_start()
        restarts.note_sound(is_well=True)
        hand.now += PAUSES_SECONDS[1]
        restarts.note_sound(is_well=False)

    assert not restarts.may_exchange()


def test_falls_of_players_that_lived_well_are_not_added_up() -> None:
    """One an hour may go on for ever; one after the other they come to an end."""
    hand = Hand()
    restarts = Restarts(hand)
    for _hour in range(3 * MOST_FALLS):
        restarts.note_start()
        hand.now += LONG_LIFE_SECONDS
        restarts.note_word()
        restarts.note_fall()
        assert restarts.falls == 1

    for _at_once in range(MOST_FALLS):
        assert not restarts.is_over
        restarts.note_start()
        hand.now += 10 * LONG_LIFE_SECONDS  # without a word: it hung from the beginning
        restarts.note_fall()

    assert restarts.is_over
