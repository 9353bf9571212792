"""The files of the sounds: loops as OGG Vorbis, cues as WAV.

Qt repeats a Vorbis file without a gap, and plays a short WAV at once; its QSoundEffect knows no
Vorbis.
"""

import io
import wave
from typing import Final

import numpy as np

from tests.support.sounds.cues import CUES
from tests.support.sounds.loops import LOOPS
from tests.support.sounds.signals import RATE, Sound
from tests.support.sounds.vorbis import encoded
from tests.support.source import ROOT

FOLDER: Final = ROOT / "resources" / "sounds"
NAMES: Final = (*(f"{name}.ogg" for name in LOOPS), *(f"{name}.wav" for name in CUES))


def content(name: str) -> bytes:
    """Return the file of that name, made anew."""
    stem, _, kind = name.partition(".")
    if kind == "wav":
        return _wave(CUES[stem]())
    return encoded(LOOPS[stem].sound(), LOOPS[stem].title)


def _wave(sound: Sound) -> bytes:
    """Return *sound* as a WAV file of 16 bits a sample."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(sound.shape[0])
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(np.round(sound.T * 32_767).astype("<i2").tobytes())
    return file.getvalue()
