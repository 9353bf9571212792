"""A rule with whose it is: the clinic's, or a general one."""

from app.domain.rules import Rule
from app.i18n import _
from app.services.content import Content
from app.services.rule_words import duration_name, from_clinic, rule_words


def before_arrival(rule: Rule, content: Content) -> str:
    """Return how long before the arrival *rule* holds, what goes with it, and whose it is."""
    first = content.documents["before_arrival"]
    first = first.replace("{duration}", duration_name(rule.duration))
    return " ".join((first, *rule_words(rule)[1:], provenance(rule, content)))


def whole_rule(rule: Rule, content: Content) -> str:
    """Return every sentence of *rule*, and whose it is."""
    return " ".join((*rule_words(rule), provenance(rule, content)))


def provenance(rule: Rule, content: Content) -> str:
    """Return whose rule it is: the clinic's name, or the sentence that sends to it."""
    if rule.is_general:
        return content.rule_sentences["ask_your_clinic"]
    return from_clinic(rule.clinic or "")


def waiting_time_passed(rule: Rule, content: Content) -> str:
    """Return what is said when the waiting time of *rule* is over. It permits nothing."""
    source = rule.clinic or _("your clinic")
    if rule.is_general:
        source = content.rule_sentences["the_general_rule"]
    return content.rule_sentences["waiting_time_passed"].replace("{source}", source)
