"""What the program and its sound player say to each other: a line of JSON each. No Qt in here."""

from typing import Final, Literal, TypeAlias

import msgspec

from app.domain.calm_choices import Ambience
from app.ui.sound.kinds import Cue, SoundProblem

ARGUMENT: Final = "--play-sound"
"""What the program is started with to be its own player. Not for people, and not in the help."""

Doing: TypeAlias = Literal[
    "volume", "ambience", "stop_ambience", "pause", "resume", "fade_out", "cue", "call"
]


class Order(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the player is to do; the others say how: how loud, what, and within which time."""

    do: Doing
    volume: float = 0.0
    ambience: Ambience = Ambience.SILENCE
    cue: Cue = Cue.BELL
    ms: int = 0


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """What the player says: why nothing is heard, or that all is well."""

    problem: SoundProblem | None


def line_of(message: Order | Word) -> bytes:
    """Return *message* as a line."""
    return msgspec.json.encode(message) + b"\n"


def order_of(line: bytes) -> Order:
    """Return the order on *line*. Raises msgspec.DecodeError."""
    return msgspec.json.decode(line, type=Order)


def word_of(line: bytes) -> Word:
    """Return what the player said on *line*. Raises msgspec.DecodeError."""
    return msgspec.json.decode(line, type=Word)
