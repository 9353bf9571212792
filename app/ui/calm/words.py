"""The words of the calming timer."""

from collections.abc import Mapping

from app.domain.breathing import Phase
from app.domain.calm_choices import Ambience, Sound
from app.domain.calm_events import Event, Happening
from app.domain.calm_phases import PhaseKind, Standing
from app.domain.calm_session import CalmSession
from app.i18n import _, ngettext
from app.ui.dates import minutes_name, time_name
from app.ui.sound.kinds import FileProblem, SoundProblem


def breath_words() -> dict[Phase, str]:
    """Return the word for each phase of a breath."""
    return {
        Phase.IN: _("Breathe in"),
        Phase.TOP_UP: _("A little more"),
        Phase.HOLD: _("Hold"),
        Phase.OUT: _("Breathe out"),
        Phase.REST: _("Rest"),
    }


def event_words(happened: Happening) -> str:
    """Return what happened to the computer, and what that means for the session."""
    slept = minutes_name(round(happened.slept_seconds / 60))
    return {
        Event.SLEPT: _("The computer slept for {minutes}. The session went on.").format(
            minutes=slept
        ),
        Event.COMPUTER_RESTARTED: _(
            "The computer was restarted. The session went on by the clock of the computer."
        ),
        Event.CLOCK_CHANGED: _(
            "The clock of the computer was changed. The session goes on as before."
        ),
    }[happened.event]


def parts_words(minutes: Mapping[PhaseKind, int]) -> str:
    """Return how long each part of a session is to be: "5 to settle, 40 for the infusion"."""
    texts = {
        PhaseKind.SETTLE: _("{count} to settle"),
        PhaseKind.INFUSION: _("{count} for the infusion"),
        PhaseKind.RECOVERY: _("{count} to rest"),
    }
    parts = (texts[kind].format(count=count) for kind, count in minutes.items() if count)
    return ", ".join(parts) or _("Choose how many minutes")


def parts_sum(minutes: Mapping[PhaseKind, int]) -> str:
    """Return the lengths of the parts alone: "5 + 40 + 30"."""
    return " + ".join(str(count) for count in minutes.values() if count) or "0"


def ambience_name(ambience: Ambience) -> str:
    """Return what the sound is called on screen."""
    return {
        Ambience.RAIN: _("Rain"),
        Ambience.OCEAN: _("Ocean"),
        Ambience.BROWN: _("Low hum"),
        Ambience.PINK: _("Soft hiss"),
        Ambience.BOWL: _("Singing bowl"),
        Ambience.SILENCE: _("Silence"),
    }[ambience]


def sound_words(sound: Sound, pieces: int) -> str:
    """Return what is heard in a few words: "Rain, 40 %, fades out at the end".

    *pieces* is how many the patient's own music has.
    """
    name, has_music = ambience_name(sound.ambience), sound.music and pieces > 0
    if sound.ambience is Ambience.SILENCE:
        if not has_music:
            return _("Silence, and tones for the breath") if sound.tones else _("Silence")
        name = _("My music")
    elif has_music:
        name = _("{ambience} and my music").format(ambience=name)
    text = _("{name}, {percent} %, fades out at the end")
    return text.format(name=name, percent=round(sound.volume * 100))


def silent_words(problem: SoundProblem | None) -> str:
    """Return why nothing is heard, and what to do; nothing while all is well."""
    return {
        None: "",
        SoundProblem.NO_LIBRARY: _(
            "No sound: a part of this computer's sound system is missing."
            " The time runs all the same."
        ),
        SoundProblem.NO_PLAYER: _(
            "No sound: this computer cannot play it. The time runs all the same."
        ),
        SoundProblem.NO_DEVICE: _(
            "No sound: there is nothing to play it on. Are the headphones in?"
            " The time runs all the same."
        ),
        SoundProblem.CONNECTION_LOST: _(
            "The sound was cut off. If it does not come back, start Soft Landing again:"
            " the time runs on meanwhile."
        ),
        SoundProblem.OUTPUT_MISSING: _(
            "The headphones or speakers you chose are not there. Others are used."
        ),
    }[problem]


def music_sum(
    count: int, seconds: float = 0.0, session_minutes: int = 0, *, is_busy: bool = False
) -> str:
    """Return how much music there is: "5 pieces, 52 minutes", and whether it lasts."""
    if not count:
        return _("Nothing is on the list yet.")
    pieces = ngettext("{count} piece", "{count} pieces", count).format(count=count)
    if is_busy:
        return _("{pieces}, being checked …").format(pieces=pieces)
    minutes = round(seconds / 60)
    if not minutes:
        return pieces
    text = _("{pieces}, {minutes}.").format(pieces=pieces, minutes=minutes_name(minutes))
    return f"{text} {_lasting_words(minutes, session_minutes)}"


def _lasting_words(minutes: int, session_minutes: int) -> str:
    """Return whether *minutes* of music last for a session."""
    if minutes >= session_minutes:
        text = _("A session on the day of an infusion takes {minutes}: there is enough.")
    else:
        text = _("A session on the day of an infusion takes {minutes}, so it begins again.")
    return text.format(minutes=minutes_name(session_minutes))


def track_words(problem: FileProblem | None, seconds: float | None, *, is_waiting: bool) -> str:
    """Return what is to say of one piece: how long it is, or what is wrong and what to do."""
    if is_waiting:
        return _("Being checked …")
    if problem is not None:
        return file_words(problem)
    return left_words(round(seconds)) if seconds is not None else ""


def file_words(problem: FileProblem) -> str:
    """Return why a file cannot be played, and what to do."""
    return {
        FileProblem.MISSING: _("Not there any more. Was it moved, or is a drive not plugged in?"),
        FileProblem.UNREADABLE: _("This computer does not let the file be read."),
        FileProblem.FOLDER: _("That is a folder. Use “Add a folder”."),
        FileProblem.EMPTY: _("The file is empty. Copy it here once more."),
        FileProblem.NOT_AUDIO: _("There is no sound in this file."),
        FileProblem.PROTECTED: _("Locked to another player. Use a copy without protection."),
        FileProblem.UNKNOWN_FORMAT: _(
            "Cannot be played here. Another form of it may, such as MP3."
        ),
        FileProblem.TOO_SLOW: _("Took too long to open. Copy it onto this computer."),
        FileProblem.NOT_CHECKED: _("Could not be checked: this computer plays no sound."),
    }[problem]


def failed_words(name: str) -> str:
    """Return that a piece of music was passed over; nothing where none was."""
    if not name:
        return ""
    return _("“{name}” could not be played and was left out.").format(name=name)


def running_words(part: Standing, minutes: int, *, is_paced: bool, is_paused: bool) -> str:
    """Return what is going on: "10 minutes, breathing", "Settling, 1 of 3, paused"."""
    kinds = {
        PhaseKind.SETTLE: _("Settling"),
        PhaseKind.INFUSION: _("Infusion"),
        PhaseKind.RECOVERY: _("Rest"),
    }
    name = kinds.get(part.phase.kind)
    if name is None:
        name = minutes_name(minutes)
        if not is_paused:
            kind = _("breathing") if is_paced else _("quiet")
            return _("{what}, {how}").format(what=name, how=kind)
    return _("{what}, paused").format(what=name) if is_paused else name


def ended_words(session: CalmSession) -> str:
    """Return how long it was and when it ended."""
    return _("{minutes}, until {time}. It is in your journal.").format(
        minutes=minutes_name(session.minutes), time=time_name(session.ended)
    )


def left_words(seconds: float) -> str:
    """Return the time left as "4:05"; the last second counts until it is over."""
    whole = int(-(-seconds // 1))
    minutes, rest = divmod(whole, 60)
    return f"{minutes}:{rest:02}"
