"""The words of the calming timer."""

from collections.abc import Mapping

from app.domain.breathing import Phase
from app.domain.calm_events import Event, Happening
from app.domain.calm_phases import PhaseKind
from app.domain.journal import CalmSession
from app.i18n import _
from app.ui.dates import minutes_name, time_name


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
