"""The words of the calming timer."""

from collections.abc import Mapping

from app.domain.breathing import Phase
from app.domain.calm_choices import Ambience, Sound
from app.domain.calm_events import Event, Happening
from app.domain.calm_phases import PhaseKind, Standing
from app.domain.journal import CalmSession
from app.i18n import _
from app.ui.dates import minutes_name, time_name
from app.ui.sound.kinds import SoundProblem


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


def sound_words(sound: Sound) -> str:
    """Return what is heard in a few words: "Rain, 40 %, fades out at the end"."""
    if sound.ambience is Ambience.SILENCE:
        return _("Silence, and tones for the breath") if sound.tones else _("Silence")
    text = _("{name}, {percent} %, fades out at the end")
    percent = round(sound.volume * 100)
    return text.format(name=ambience_name(sound.ambience), percent=percent)


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
