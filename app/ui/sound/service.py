"""The sound player: a process of its own, that plays what it is told on its standard input."""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import BinaryIO, Final

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from app.ui.sound.checking import MusicCheck
from app.ui.sound.kinds import PAUSE_FADE_MS, SoundProblem
from app.ui.sound.mixer import Mixer
from app.ui.sound.wire import (
    Alive,
    Checked,
    CheckOver,
    Doing,
    Hearing,
    Order,
    Output,
    Outputs,
    Stranded,
    TrackFailed,
    TrackStarted,
    line_of,
    order_of,
)
from app.ui.tasks import Deliver

GONE_MS: Final = PAUSE_FADE_MS + 100
"""How long after the program has gone the sound has faded out."""

ALIVE_MS: Final = 2_500
"""How often the main thread says that it goes round."""

STUCK_SECONDS: Final = 5.0
"""So long after the program has gone a player ends, whatever its main thread does."""


class Service(QObject):
    """Does what it is told with a mixer, and says what is wrong, and over and over that it lives.

    It says so from the thread it was made on: when that hangs, nothing more is said.
    """

    def __init__(
        self,
        say: Callable[[bytes], object],
        parent: QObject | None = None,
        *,
        alive_ms: int = ALIVE_MS,
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._alive = QTimer(self, interval=alive_ms)
        self._alive.timeout.connect(self._tell_alive)
        self._mixer = Mixer(parent=self)
        self._mixer.problem_changed.connect(self._tell)
        self._mixer.track_started.connect(self._tell_started)
        self._mixer.track_failed.connect(self._tell_failed)
        self._mixer.outputs_changed.connect(self._tell_outputs)
        self._mixer.stranded.connect(self._tell_stranded)
        self._told: tuple[Output, ...] | None = None
        self._check = MusicCheck(parent=self)
        self._check.checked.connect(self._tell_checked)
        self._check.finished.connect(self._tell_over)
        self._orders = self._known_orders()

    def _known_orders(self) -> dict[Doing, Callable[[Order], None]]:
        mixer, check = self._mixer, self._check
        return {
            "volume": lambda order: mixer.set_volume(order.volume),
            "ambience": lambda order: mixer.play_ambience(order.ambience, order.ms),
            "stop_ambience": lambda order: mixer.stop_ambience(order.ms),
            "music": lambda order: mixer.play_music(
                [*map(Path, order.files)], repeats=True, fade_ms=order.ms
            ),
            "stop_music": lambda order: mixer.stop_music(order.ms),
            "pause": lambda _order: mixer.pause(),
            "resume": lambda _order: mixer.resume(),
            "fade_out": lambda order: mixer.fade_out(order.ms),
            "cue": lambda order: mixer.play(order.cue),
            "call": lambda _order: mixer.call(),
            "check": lambda order: check.check(map(Path, order.files)),
            "stop_check": lambda _order: check.stop(),
            "output": lambda order: mixer.choose_output(order.output or None),
        }

    def open(self) -> None:
        """Load what makes sound, and say whether there is any."""
        self._tell_alive()
        self._alive.start()
        if self._mixer.open() and self._mixer.problem is None:
            self._tell(None)  # nothing has changed for the mixer, but somebody waits to hear it

    def obey(self, order: Order) -> None:
        """Do what *order* says."""
        self._orders[order.do](order)

    def fade(self) -> None:
        """Let everything go: nobody is there any more."""
        self._check.stop()
        self._mixer.stop()

    @Slot()
    def _tell_alive(self) -> None:
        self._say(line_of(Alive()))

    def _tell(self, problem: SoundProblem | None) -> None:
        self._say(line_of(Hearing(problem=problem)))

    @Slot()
    def _tell_outputs(self) -> None:
        """List the devices, unless they are those that were listed last."""
        if self._mixer.outputs != self._told:
            self._told = self._mixer.outputs
            self._say(line_of(Outputs(listed=self._told)))

    @Slot()
    def _tell_stranded(self) -> None:
        self._say(line_of(Stranded()))

    @Slot(Path)
    def _tell_started(self, file: Path) -> None:
        self._say(line_of(TrackStarted(file=str(file))))

    @Slot(Path)
    def _tell_failed(self, file: Path) -> None:
        self._say(line_of(TrackFailed(file=str(file))))

    @Slot(Checked)
    def _tell_checked(self, found: Checked) -> None:
        self._say(line_of(found))

    @Slot()
    def _tell_over(self) -> None:
        self._say(line_of(CheckOver()))


def serve(alive_ms: int = ALIVE_MS) -> int:
    """Play until the standard input ends, and then end at once: Qt may hang on its way out."""
    application = QCoreApplication(["soft-landing"])
    service = Service(partial(_write, sys.stdout.buffer), alive_ms=alive_ms)
    QTimer.singleShot(0, service.open)
    reader = partial(_serve_orders, sys.stdin.buffer, service, Deliver())
    Thread(target=reader, name="orders", daemon=True).start()
    return application.exec()


def _serve_orders(lines: BinaryIO, service: Service, deliver: Deliver) -> None:
    """Hand on every order; in the end nothing that hangs is left behind."""
    _read(lines, service, deliver)
    time.sleep(STUCK_SECONDS)
    os._exit(1)


def _read(lines: BinaryIO, service: Service, deliver: Deliver) -> None:
    """Hand every order to the main thread; at the end of them let the sound go, and end."""
    for line in lines:
        try:
            deliver(partial(service.obey, order_of(line)))
        except msgspec.DecodeError:
            continue  # from a newer program; the next line may be known
    deliver(service.fade)
    deliver(partial(QTimer.singleShot, GONE_MS, partial(os._exit, 0)))


def _write(words: BinaryIO, line: bytes) -> None:
    try:
        words.write(line)
        words.flush()
    except OSError:  # nobody listens any more: the orders end too
        return
