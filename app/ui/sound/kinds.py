"""What can be heard, what can be wrong with it, and how loud it is at most. No Qt in here."""

from enum import Enum, StrEnum
from typing import Final


class Cue(StrEnum):
    """The short sounds that ship with the program, by the name of the file."""

    BREATHE_IN = "breathe_in"
    BREATHE_OUT = "breathe_out"
    BELL = "bell"
    CHIME = "chime"


class SoundProblem(Enum):
    """Why nothing is heard, or not where it was wanted; the words are made by pages."""

    NO_LIBRARY = "no_library"
    """The part of Qt that makes sound cannot be loaded: on Linux libpulse0 may be missing."""
    NO_PLAYER = "no_player"
    """No file can be played: Qt's FFmpeg plug-in cannot be loaded."""
    NO_DEVICE = "no_device"
    """This computer has nothing to play on."""
    CONNECTION_LOST = "connection_lost"
    """The device or the sound server takes no sound any more; it is tried again."""
    OUTPUT_MISSING = "output_missing"
    """The output that was chosen is not there now, so the usual one is used."""


class FileProblem(Enum):
    """Why a file cannot be played."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    FOLDER = "folder"
    EMPTY = "empty"
    NOT_AUDIO = "not_audio"
    PROTECTED = "protected"
    """It is locked to one shop's player (DRM)."""
    UNKNOWN_FORMAT = "unknown_format"
    """It is no text, and nothing here can play it either."""
    TOO_SLOW = "too_slow"
    """It did not open in time: on a drive that sleeps, or a network that is gone."""
    NOT_CHECKED = "not_checked"
    """It is there and can be read, but there is no player here to try it with."""


FADE_IN_MS: Final = 4_000
FADE_OUT_MS: Final = 30_000
CROSS_FADE_MS: Final = 1_500
PAUSE_FADE_MS: Final = 400
"""Nothing begins, ends or changes faster than this."""

FIRST_VOLUME: Final = 0.4
"""What a first session starts at, of 1: too quiet is put right at once, too loud startles."""

AMBIENCE_CEILING: Final = 0.6
MUSIC_CEILING: Final = 0.35
CUE_CEILING: Final = 0.5
"""The largest factors of the samples. Music peaks at 1, the loops at 0.58, bell and breaths at
0.32 and 0.25: all of them together at full volume stay just below what clips, and music, which is
made louder than anything else, is about as loud as a loop."""
CALL_SHARE: Final = 0.2
"""What is left of everything else while somebody is called."""
