"""What has been pulled out is known, although Qt does not tell; without a server nothing is."""

import signal
import sys
import time
from collections.abc import Callable

import pytest

from app.ui.sound.sinks import Sinks
from tests.support.pulse import SoundServer

pytestmark = pytest.mark.timeout(60)


def look_until(sinks: Sinks, happened: Callable[[], bool]) -> None:
    """Look every now and then, until something has happened."""
    deadline = time.monotonic() + 8
    while not happened():
        assert time.monotonic() < deadline, (sinks.gone, sinks._seen)
        sinks.look()
        time.sleep(0.05)


def test_a_sink_that_goes_is_missed_until_it_is_back(server: SoundServer) -> None:
    """Whatever else comes or goes meanwhile."""
    stick = server.add_sink("stick")
    sinks = Sinks()
    look_until(sinks, lambda: sinks._seen == {"test", "stick"})
    assert sinks.gone == frozenset()

    server.remove_sink(stick)
    server.add_sink("other")
    look_until(sinks, lambda: sinks.gone == {"stick"})
    server.add_sink("stick")
    look_until(sinks, lambda: sinks.gone == frozenset())

    sinks.close()


def test_one_look_is_enough_and_a_server_that_hangs_costs_a_moment(server: SoundServer) -> None:
    """Who is there is known at once; the sound does not wait for an answer that does not come."""
    sinks = Sinks()
    sinks.look()
    assert sinks._seen == sinks.here == {"test"}

    assert server._process is not None
    server._process.send_signal(signal.SIGSTOP)
    hung = Sinks()
    began = time.monotonic()
    for _ in range(3):
        sinks.look()
        hung.look()
    took = time.monotonic() - began
    server._process.send_signal(signal.SIGCONT)

    assert took < 1.0
    assert hung._seen == set()
    assert sinks.here == frozenset()
    assert sinks.gone == frozenset()
    look_until(hung, lambda: hung._seen == {"test"})
    sinks.close()
    hung.close()


def test_a_sink_that_only_stands_in_for_one_is_not_here(server: SoundServer) -> None:
    """With it there is a server, and nothing to hear."""
    server.add_sink("auto_null")
    sinks = Sinks()

    look_until(sinks, lambda: sinks._seen == {"test", "auto_null"})

    assert sinks.here == {"test"}
    sinks.close()


def test_with_a_server_that_dies_nothing_is_missed(server: SoundServer) -> None:
    """Nor afterwards: another server has other sinks."""
    stick = server.add_sink("stick")
    sinks = Sinks()
    look_until(sinks, lambda: "stick" in sinks._seen)
    server.remove_sink(stick)
    look_until(sinks, lambda: sinks.gone == {"stick"})

    server.kill()
    look_until(sinks, lambda: sinks.gone == frozenset())
    assert sinks.here == frozenset()
    server.start()
    look_until(sinks, lambda: sinks._seen == {"test"})

    assert sinks.gone == frozenset()
    sinks.close()


def test_without_a_server_a_library_or_linux_nothing_is_missed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And nothing is raised."""
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere/at/all")
    alone, without = Sinks(), Sinks("libnothing.so.7")
    monkeypatch.setattr(sys, "platform", "win32")
    elsewhere = Sinks()

    for sinks in (alone, without, elsewhere):
        for _ in range(5):
            sinks.look()
        sinks.close()

    assert [one.gone for one in (alone, without, elsewhere)] == [frozenset()] * 3
