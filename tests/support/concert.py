"""All scenes of sound, played and recorded once: several at a time, each with its own server."""

import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Final, NamedTuple

from tests.support.pulse import Recording, SoundServer, sound_server
from tests.support.stage import Play

AT_A_TIME: Final = 2
"""More of them, and a busy computer tears holes that are none of ours."""
_AFTER_SECONDS: Final = 0.3
FORMATS: Final = {"mp3": 300, "m4a": 500, "flac": 800, "ogg": 1_200, "opus": 1_700, "wav": 2_300}
"""For each format of music the pitch it is recognized by, in Hz."""
LOW: Final = 440
HIGH: Final = 880


class Heard(NamedTuple):
    """A scene that is over: what happened, and what was recorded, in order."""

    play: Play
    recordings: list[Recording]

    @property
    def recording(self) -> Recording:
        """The last recording."""
        return self.recordings[-1]


def concert(folder: Path) -> dict[str, Heard]:
    """Play every scene below *folder*; it takes three quarters of a minute."""
    files = folder / "files"
    make_files(files)

    def hear(name: str) -> Heard:
        own = folder / name
        own.mkdir()
        for file in files.iterdir():
            (own / file.name).symlink_to(file)
        return _heard(name, own)

    with ThreadPoolExecutor(AT_A_TIME) as stages:
        return dict(zip(SCENES, stages.map(hear, SCENES), strict=True))


def make_files(folder: Path) -> None:
    """Write tones, the loudest sound there can be, and a tone in each format of music."""
    music = folder / "music"
    music.mkdir(parents=True)
    vorbis = ["-ac", "2", "-c:a", "libvorbis", "-q:a", "3"]
    make_tone(folder / "low.ogg", LOW, 2.0, *vorbis)
    make_tone(folder / "high.ogg", HIGH, 2.0, *vorbis)
    make_tone(folder / "loudest.wav", 100, 4.0, level=0.999)
    for number, (ending, pitch) in enumerate(FORMATS.items()):
        make_tone(music / f"{number} {ending}.{ending}", pitch, 1.2)
    (music / "1 text.mp3").write_text("These are words, and no music at all.\n" * 20)
    (music / "2 empty.flac").touch()


def make_tone(
    file: Path, pitch: float, seconds: float, *arguments: str, level: float = 0.5
) -> None:
    """Write a tone of *pitch* Hz into *file*, in the format of its ending."""
    source = f"aevalsrc={level}*sin(2*PI*{pitch}*t):d={seconds}:s=48000"
    quiet = ["-nostdin", "-loglevel", "error", "-y", "-f", "lavfi"]
    subprocess.run(["ffmpeg", *quiet, "-i", source, *arguments, str(file)], check=True)


def _simply(play: Play, server: SoundServer, more: Callable[[str], Recording]) -> None:
    """Leave the server alone."""


def _let_server_die(play: Play, server: SoundServer, more: Callable[[str], Recording]) -> None:
    play.wait_for("playing")
    server.kill()
    play.wait_for("lost")
    server.start()
    more("test")


def _let_server_stay_away(
    play: Play, server: SoundServer, more: Callable[[str], Recording]
) -> None:
    play.wait_for("playing")
    server.kill()


def _change_devices(play: Play, server: SoundServer, more: Callable[[str], Recording]) -> None:
    play.wait_for("playing")
    server.control("unload-module", "module-null-sink")
    play.wait_for("lost")
    server.add_sink("first")
    server.add_sink("second")
    server.control("set-default-sink", "first")
    more("first")
    more("second")


SCENES: Final = {
    "fades": _simply,
    "music": _simply,
    "rounds": _simply,
    "device_goes": _change_devices,
    "server_dies": _let_server_die,
    "five_starts": _simply,
    "cues": _simply,
    "everything": _simply,
    "server_stays_away": _let_server_stay_away,
}
"""The scenes, the longest first, and what is done to the server meanwhile."""


def _heard(name: str, folder: Path) -> Heard:
    """Play the scene *name* with the files in *folder*."""
    recordings: list[Recording] = []
    with sound_server(folder / "server") as server, ExitStack() as stack:

        def record(sink: str) -> Recording:
            recordings.append(stack.enter_context(server.recorded(sink)))
            return recordings[-1]

        record("test")
        play = Play(name, folder, server)
        SCENES[name](play, server, record)
        play.end()
        time.sleep(_AFTER_SECONDS)
    return Heard(play, recordings)
