"""Sound from a process of its own: whatever becomes of it, the program goes on."""

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from app.domain.calm_choices import Ambience
from app.ui.sound.kinds import CROSS_FADE_MS, FADE_IN_MS, FIRST_VOLUME, Cue, SoundProblem
from app.ui.sound.process import Process, own_command
from app.ui.sound.restarts import Restarts
from app.ui.sound.watchdog import TICK_MS, Watchdog
from app.ui.sound.wire import (
    Alive,
    Checked,
    CheckOver,
    Hearing,
    Order,
    Output,
    Outputs,
    Stranded,
    TrackFailed,
    TrackStarted,
    Word,
    line_of,
    word_of,
)
from app.ui.tasks import Deliver

SILENT: Final = "SOFT_LANDING_SILENT"
"""An environment variable: set to 1, there is no sound, and no process for it."""


class Player(QObject):
    """Plays ambience and cues. Made at no cost: ``open``, or the first sound, starts a process.

    QtMultimedia can hang, crash, or have libpulse end the process; in here none of that reaches
    the window. A player that falls, or has said nothing for four times *tick_ms*, is started
    again, and goes on with what it played; so is one that does not find a sound server that is
    there. Nothing raises; what cannot be heard is silent, and ``problem`` says why.
    """

    problem_changed = Signal(object)
    """The new ``problem``: a SoundProblem, or None when all is well again."""
    track_started = Signal(str)
    """The file of a piece of music that is to play now, unless it fails."""
    track_failed = Signal(str)
    """The file of a piece of music that was passed over."""
    outputs_changed = Signal()
    checked = Signal(Checked)
    check_over = Signal()

    def __init__(
        self,
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
        *,
        tick_ms: int = TICK_MS,
    ) -> None:
        super().__init__(parent)
        self._command = command or own_command()
        self._deliver = Deliver(self)
        self._process: Process | None = None
        self._watchdog = Watchdog(tick_ms, self)
        self._watchdog.hung.connect(self._replace)
        self._problem: SoundProblem | None = None
        self._restarts = Restarts()
        self._volume = FIRST_VOLUME
        self._ambience = Ambience.SILENCE
        self._music: tuple[str, ...] = ()
        self._is_paused = False
        self._output = ""
        self._outputs: tuple[Output, ...] | None = None

    @property
    def problem(self) -> SoundProblem | None:
        """Why nothing is heard, or not where it was wanted; None before anything was tried."""
        return self._problem

    @property
    def outputs(self) -> tuple[Output, ...] | None:
        """The devices there are, as far as is known; None before the first process has looked."""
        return self._outputs

    @property
    def is_silent(self) -> bool:
        """Whether nothing can be heard, as far as was tried."""
        return _is_silence_wanted() or self._problem not in (None, SoundProblem.OUTPUT_MISSING)

    @property
    def is_well(self) -> bool:
        """Whether there is a process, and it has said that what it plays can be heard."""
        return self.is_open and self._restarts.is_well

    @property
    def is_open(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    def open(self) -> None:
        """Have the process ready, so that the first sound comes at once."""
        if self._process is None and not self._restarts.is_over and not _is_silence_wanted():
            self._start()

    def close(self) -> None:
        """Let the sound go and the process end; what is wanted next starts another."""
        self._ambience, self._music = Ambience.SILENCE, ()
        self._is_paused, self._restarts = False, Restarts()
        self._let_go()

    def set_volume(self, volume: float) -> None:
        """Make everything but the call as loud as the share *volume*, 0 to 1."""
        self._volume = volume
        if self._process is not None:
            self._send(Order(do="volume", volume=volume))

    def choose_output(self, output: str) -> None:
        """Play on the device with the id *output* where it is there; empty is the usual one."""
        if output != self._output:
            self._output = output
            if self._process is not None:
                self._send(Order(do="output", output=output))

    def play_ambience(self, ambience: Ambience, fade_ms: int = FADE_IN_MS) -> None:
        """Let *ambience* rise, or change over to it if another one is heard."""
        self._ambience = ambience
        if ambience is not Ambience.SILENCE or self._process is not None:
            self._send(Order(do="ambience", ambience=ambience, ms=fade_ms))

    def stop_ambience(self, fade_ms: int = CROSS_FADE_MS) -> None:
        """Let the ambience go."""
        self._ambience = Ambience.SILENCE
        if self._process is not None:
            self._send(Order(do="stop_ambience", ms=fade_ms))

    def play_music(self, files: Sequence[str], fade_ms: int = FADE_IN_MS) -> None:
        """Play *files* in order, over and over, together with the ambience."""
        self._music = tuple(files)
        self._send(Order(do="music", files=self._music, ms=fade_ms))

    def stop_music(self, fade_ms: int = CROSS_FADE_MS) -> None:
        """Let the music go."""
        self._music = ()
        if self._process is not None:
            self._send(Order(do="stop_music", ms=fade_ms))

    def check(self, files: Sequence[str]) -> None:
        """Try *files* one after the other: ``checked`` comes for each, then ``check_over``."""
        self._send(Order(do="check", files=tuple(files)))

    def stop_check(self) -> None:
        """Try no more of them."""
        if self._process is not None:
            self._send(Order(do="stop_check"))

    def pause(self) -> None:
        """Let it wait."""
        self._is_paused = True
        if self._process is not None:
            self._send(Order(do="pause"))

    def resume(self) -> None:
        """Let it go on."""
        self._is_paused = False
        if self._process is not None:
            self._send(Order(do="resume"))

    def fade_out(self, duration_ms: int) -> None:
        """Let everything go in that time."""
        self._ambience, self._music = Ambience.SILENCE, ()
        if self._process is not None:
            self._send(Order(do="fade_out", ms=duration_ms))

    def play(self, cue: Cue) -> None:
        """Let *cue* be heard now. The chime calls somebody: see ``call``."""
        self._send(Order(do="cue", cue=cue))

    def call(self) -> None:
        """Play the chime through the speakers where they can be told, whatever the volume is."""
        self._send(Order(do="call"))

    def _send(self, order: Order) -> None:
        self.open()
        if self._process is not None:
            self._process.order(line_of(order))

    def _start(self) -> None:
        try:
            self._process = Process(self._command, self._hear, self._deliver)
        except OSError:
            self._restarts.give_up()
            self._say(SoundProblem.NO_PLAYER)
            return
        self._watchdog.start()
        self._restarts.note_start()
        self._send(Order(do="volume", volume=self._volume))
        if self._output:
            self._send(Order(do="output", output=self._output))

    def _hear(self, process: Process, line: bytes | None) -> None:
        if process is not self._process:
            return
        if line is None:
            self._get_up()
            return
        self._watchdog.heard()
        self._restarts.note_word()
        with suppress(msgspec.DecodeError):
            self._take(word_of(line))

    def _take(self, word: Word) -> None:
        match word:
            case Alive():
                pass  # that it was said is all there is to it
            case Hearing():
                self._say(word.problem)
                self._restarts.note_sound(is_well=not self.is_silent)
            case Stranded():
                self._exchange()
            case Outputs():
                self._outputs = word.listed
                self.outputs_changed.emit()
            case TrackStarted():
                self.track_started.emit(word.file)
            case TrackFailed():
                self.track_failed.emit(word.file)
            case Checked():
                self.checked.emit(word)
            case CheckOver():
                self.check_over.emit()

    def _exchange(self) -> None:
        """Put another process, which finds the sound server, in the place of one that cannot."""
        if self._restarts.may_exchange():
            self._let_go()
            self.open()
            self._go_on()

    @Slot()
    def _replace(self) -> None:
        """Put another process in the place of one that hangs."""
        if self._process is not None:
            self._process.kill()
        self._get_up()

    def _get_up(self) -> None:
        """Start another process after one fell, and go on with what was heard."""
        self._let_go()
        self._restarts.note_fall()
        if self._restarts.is_over:
            self._say(SoundProblem.CONNECTION_LOST)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Play again what was played when the process fell."""
        self.check_over.emit()  # whoever waited for the rest of it asks again
        if self._ambience is not Ambience.SILENCE:
            self.play_ambience(self._ambience)
        if self._music:
            self.play_music(self._music)
        if self._is_paused:
            self.pause()

    def _let_go(self) -> None:
        """Say no more to the process: it fades out and ends, if it has not ended already."""
        self._watchdog.stop()
        if self._process is not None:
            self._process.let_go()
            self._process = None

    def _say(self, problem: SoundProblem | None) -> None:
        if problem is not self._problem:
            self._problem = problem
            self.problem_changed.emit(problem)


def _is_silence_wanted() -> bool:
    return os.environ.get(SILENT) == "1"
