"""A rule in words: how long it holds, what it says, and from which clinic it is."""

from datetime import datetime, timedelta
from typing import Final

from app.domain.rules import IN_HOURS, IN_MINUTES, Rule
from app.i18n import _, ngettext

_MINUTE: Final = timedelta(minutes=1)
_HOUR: Final = 60


def duration_name(duration: timedelta) -> str:
    """Return a length of time in words, "2 hours 30 minutes", to the minute."""
    hours, minutes = divmod(round(duration / _MINUTE), _HOUR)
    in_hours = ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    in_minutes = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    if not minutes:
        return in_hours if hours else in_minutes
    if not hours:
        return in_minutes
    return _("{hours} {minutes}").format(hours=in_hours, minutes=in_minutes)


def time_left(at: datetime, now: datetime) -> str:
    """Return how long until *at*, a begun minute counted whole: it is never said to be nothing."""
    return duration_name(_MINUTE * -((now - at) // _MINUTE))


def rule_words(rule: Rule) -> tuple[str, ...]:
    """Return the sentences of *rule* with its number in words. What a clinic wrote stays as it is.

    A clinic's ``{duration}`` is filled too; any other brace is just a brace.
    """
    has_number = rule.id in IN_HOURS | IN_MINUTES
    duration = duration_name(rule.duration) if has_number else ""
    return tuple(
        one.text.replace("{duration}", duration) if has_number else one.text
        for one in rule.sentences
    )


def from_clinic(name: str) -> str:
    """Return the sentence that says whose something is; the clinic may have no *name* yet."""
    return _("From {clinic}.").format(clinic=name) if name else _("From your clinic.")
