"""A sound server of one's own, that plays into nothing, and what was heard there.

PulseAudio runs as anybody, root too, with a socket in a folder of its own; no configuration,
no bus and no card is touched. Its sink takes samples above full scale, so clipping can be seen.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Final

import numpy as np
from numpy.typing import NDArray

RATE: Final = 48_000
_PATIENCE_SECONDS: Final = 10.0
_SINK: Final = f"module-null-sink norewinds=1 format=float32le rate={RATE} sink_name="


class Recording:
    """What came out of a sink, in one channel, and when: times are those of the monotonic clock."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []
        self._length = 0
        self._began = float("inf")
        self._has_begun = Event()

    def add(self, chunk: bytes) -> None:
        """Note a *chunk* that arrived just now."""
        self._chunks.append(chunk)
        self._length += len(chunk)
        # The chunk with the least delay tells best when the first sample was played.
        self._began = min(self._began, time.monotonic() - self._length / (8 * RATE))

        self._has_begun.set()

    def wait_for_begin(self) -> None:
        """Return as soon as anything, silence too, is recorded."""
        if not self._has_begun.wait(_PATIENCE_SECONDS):
            raise RuntimeError("nothing can be recorded")

    @property
    def samples(self) -> NDArray[np.float64]:
        """Everything, the louder of the two channels."""
        whole = b"".join(self._chunks)
        pairs = np.frombuffer(whole[: len(whole) // 8 * 8], "<f4").reshape(-1, 2)
        return np.asarray(pairs[np.arange(len(pairs)), np.abs(pairs).argmax(axis=1)], np.float64)

    def between(self, start: float, end: float) -> NDArray[np.float64]:
        """Return what was heard from *start* to *end*."""
        first, last = (max(0, round((at - self._began) * RATE)) for at in (start, end))
        return self.samples[first:last]

    def first_above(self, decibels: float, start: float) -> float:
        """Return when a sample was first that loud after *start*; infinity if never."""
        heard = self.between(start, start + 3_600)
        (above,) = np.nonzero(np.abs(heard) > 10 ** (decibels / 20))
        return start + above[0] / RATE if above.size else float("inf")


class SoundServer:
    """PulseAudio with one null sink called "test"."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def environment(self) -> dict[str, str]:
        """What sends a program's sound here."""
        home = {name: str(self._folder) for name in ("HOME", "XDG_RUNTIME_DIR", "PULSE_STATE_PATH")}
        return {**os.environ, **home, "PULSE_SERVER": f"unix:{self._folder}/socket"}

    def start(self) -> None:
        """Start it, and wait until it answers."""
        socket = f"module-native-protocol-unix auth-anonymous=1 socket={self._folder}/socket"
        manner = ["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"]
        with (self._folder / "words.txt").open("ab") as words:
            self._process = subprocess.Popen(
                ["pulseaudio", *manner, "-L", socket, "-L", f"{_SINK}test"],
                env=self.environment,
                stdout=words,
                stderr=words,
            )
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while self.control("info").returncode:
            if time.monotonic() > deadline:
                raise RuntimeError((self._folder / "words.txt").read_text(errors="replace"))
            time.sleep(0.05)

    def kill(self) -> None:
        """End it as a crash would."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def control(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Tell it something: ``load-module``, ``set-default-sink``."""
        return subprocess.run(
            ["pactl", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def add_sink(self, name: str) -> str:
        """Plug in one more sink, and return the number by which it is pulled out again."""
        return self.control("load-module", *f"{_SINK}{name}".split()).stdout.strip()

    def remove_sink(self, number: str) -> None:
        """Pull out the sink that was plugged in under *number*."""
        self.control("unload-module", number)

    @contextmanager
    def recorded(self, sink: str = "test") -> Iterator[Recording]:
        """Record what is played on *sink* meanwhile."""
        recording = Recording()
        form = ["--raw", "--format=float32le", f"--rate={RATE}", "--channels=2"]
        process = subprocess.Popen(
            ["parec", "-d", f"{sink}.monitor", "--latency-msec=50", *form],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        listener = Thread(target=_listen, args=(process, recording))
        listener.start()
        try:
            recording.wait_for_begin()
            yield recording
        finally:
            process.terminate()
            process.wait()
            listener.join()


@contextmanager
def sound_server(folder: Path) -> Iterator[SoundServer]:
    """Run a server with its files in *folder*."""
    server = SoundServer(folder)
    try:
        server.start()
        yield server
    finally:
        server.kill()


def _listen(process: subprocess.Popen[bytes], recording: Recording) -> None:
    assert process.stdout
    with process.stdout as heard:
        while chunk := os.read(heard.fileno(), 1 << 16):
            recording.add(chunk)
