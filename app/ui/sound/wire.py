"""What the program and its sound player say to each other: a line of JSON each. No Qt in here."""

from typing import Final, Literal, TypeAlias

import msgspec

from app.domain.calm_choices import Ambience
from app.ui.sound.kinds import Cue, FileProblem, SoundProblem

ARGUMENT: Final = "--play-sound"
"""What the program is started with to be its own player. Not for people, and not in the help."""

Doing: TypeAlias = Literal[
    "volume",
    "ambience",
    "stop_ambience",
    "music",
    "stop_music",
    "pause",
    "resume",
    "fade_out",
    "cue",
    "call",
    "check",
    "stop_check",
    "output",
]


class Order(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the player is to do; the others say how: how loud, what, and within which time."""

    do: Doing
    volume: float = 0.0
    ambience: Ambience = Ambience.SILENCE
    cue: Cue = Cue.BELL
    files: tuple[str, ...] = ()
    ms: int = 0
    output: str = ""
    """The id of an ``Output``; empty is the one the system uses."""


class Alive(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The main thread of the player goes round: said over and over, so that silence tells."""


class Hearing(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Why nothing is heard, or that all is well."""

    problem: SoundProblem | None


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """A device that sound can be sent to."""

    id: str
    """The system's own name for it: the same after a restart."""
    name: str
    """The system's words for it: any, or none, and not always its own alone."""
    is_usual: bool = False
    """Whether the system sends sound there unless told otherwise."""


class Outputs(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The devices there are, in the system's order; said at first, and when they change."""

    listed: tuple[Output, ...]


class Stranded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A sound server is there that this player cannot reach any more: a new one could."""


class TrackStarted(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A piece of music that is to play now, unless it fails."""

    file: str


class TrackFailed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A piece of music that could not be played, and was passed over."""

    file: str


class Checked(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What came of the check of one file: what is wrong, what it is called, how long it plays."""

    file: str
    problem: FileProblem | None = None
    title: str = ""
    seconds: float | None = None


class CheckOver(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """All files that were to be checked have been."""


Word: TypeAlias = (
    Alive | Hearing | Outputs | Stranded | TrackStarted | TrackFailed | Checked | CheckOver
)
"""What the player says."""


def line_of(message: Order | Word) -> bytes:
    """Return *message* as a line."""
    return msgspec.json.encode(message) + b"\n"


def order_of(line: bytes) -> Order:
    """Return the order on *line*. Raises msgspec.DecodeError."""
    return msgspec.json.decode(line, type=Order)


def word_of(line: bytes) -> Word:
    """Return what the player said on *line*. Raises msgspec.DecodeError."""
    word: Word = _WORDS.decode(line)
    return word


_WORDS: Final = msgspec.json.Decoder(Word)
