"""The guarded way to Qt's multimedia part: what needs it, or why it is not there."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLoggingCategory, QObject

from app.ui.sound.kinds import FIRST_VOLUME, SoundProblem

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer

    from app.ui.sound.ambience import AmbienceChannel
    from app.ui.sound.cues import Cues
    from app.ui.sound.music import MusicChannel
    from app.ui.sound.outputs import Outputs


class Equipment(NamedTuple):
    """What makes sound; all of it belongs to the parent it was made for."""

    outputs: "Outputs"
    ambience: "AmbienceChannel"
    music: "MusicChannel"
    cues: "Cues"
    can_play_files: bool


def hush() -> None:
    """Keep Qt and FFmpeg from printing the names of the patient's files."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")


def set_up(chosen: str | None, parent: QObject) -> Equipment | SoundProblem:
    """Load QtMultimedia and return what plays on the output *chosen*, or why there is nothing.

    This is the only door to it: it takes a fifth of a second, and fails where libpulse0 is
    missing, so nothing of it is imported before somebody wants to hear something.
    """
    try:
        hush()
        from PySide6.QtMultimedia import QMediaPlayer

        from app.ui.sound.ambience import AmbienceChannel
        from app.ui.sound.cues import Cues
        from app.ui.sound.music import MusicChannel
        from app.ui.sound.outputs import Outputs
    except ImportError:
        return SoundProblem.NO_LIBRARY
    outputs = Outputs(chosen, parent)
    return Equipment(
        outputs,
        AmbienceChannel(outputs, FIRST_VOLUME, parent),
        MusicChannel(outputs, FIRST_VOLUME, parent),
        Cues(outputs, parent),
        QMediaPlayer().isAvailable(),
    )


def silent_player(parent: QObject) -> "QMediaPlayer | None":
    """Return a player without an output, to try files with; None where there is none."""
    try:
        hush()
        from PySide6.QtMultimedia import QMediaPlayer
    except ImportError:
        return None
    player = QMediaPlayer(parent)
    return player if player.isAvailable() else None


def title_of(player: "QMediaPlayer") -> str:
    """Return what the open file says it is called, or nothing.

    Some formats keep the title with the whole, Ogg keeps it with the one sound in it.
    """
    from PySide6.QtMultimedia import QMediaMetaData

    places = (player.metaData(), *player.audioTracks()[:1])
    titles = (place.stringValue(QMediaMetaData.Key.Title) for place in places)
    return next(filter(None, titles), "")
