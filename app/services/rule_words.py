"""A rule in words: how long, what it says, and whose rule it is."""

from datetime import datetime, timedelta
from typing import Final

from app.domain.rules import IN_HOURS, IN_MINUTES, Rule
from app.i18n import _, ngettext
from app.services.content import Content

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


def before_arrival(rule: Rule, content: Content) -> str:
    """Return how long before the arrival *rule* holds, what goes with it, and whose it is."""
    first = content.documents["before_arrival"]
    first = first.replace("{duration}", duration_name(rule.duration))
    return " ".join((first, *rule_words(rule)[1:], provenance(rule, content)))


def whole_rule(rule: Rule, content: Content) -> str:
    """Return every sentence of *rule*, and whose it is."""
    return " ".join((*rule_words(rule), provenance(rule, content)))


def provenance(rule: Rule, content: Content) -> str:
    """Return whose rule it is: the clinic's name, or the sentence that sends to the clinic."""
    if rule.is_general:
        return content.rule_sentences["ask_your_clinic"]
    return rule.clinic or _("Your clinic")


def waiting_time_passed(rule: Rule, content: Content) -> str:
    """Return what is said when the waiting time of *rule* is over. It permits nothing."""
    source = rule.clinic or _("your clinic")
    if rule.is_general:
        source = content.rule_sentences["the_general_rule"]
    return content.rule_sentences["waiting_time_passed"].replace("{source}", source)
