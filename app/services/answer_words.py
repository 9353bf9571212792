"""Answers as they stand in the middle of a line: "told of high blood pressure: no"."""

from app.domain.check_in import Bothering, Told
from app.domain.effects import Bother, Severity
from app.domain.reflection import Holds
from app.i18n import _


def severity_words(severity: Severity) -> str:
    """Return how strong something was."""
    return {
        Severity.MILD: _("mild"),
        Severity.MODERATE: _("moderate"),
        Severity.SEVERE: _("severe"),
    }[severity]


def bother_words(bother: Bother) -> str:
    """Return whether it was unpleasant."""
    return {Bother.NO: _("no"), Bother.A_LITTLE: _("a little"), Bother.YES: _("yes")}[bother]


def bothering_words(bothering: Bothering) -> str:
    """Return whether anything was bothering somebody."""
    return {
        Bothering.YES: _("yes"),
        Bothering.NO: _("no"),
        Bothering.CANNOT_SAY: _("I can't say"),
    }[bothering]


def told_words(told: Told) -> str:
    """Return whether somebody was told that their blood pressure was high."""
    return {Told.YES: _("yes"), Told.NO: _("no"), Told.DONT_KNOW: _("I don't know")}[told]


def holds_words(holds: Holds) -> str:
    """Return whether what was written still holds."""
    return {Holds.YES: _("yes"), Holds.PARTLY: _("partly"), Holds.NO: _("no")}[holds]


def quoted(words: str, most: int) -> str:
    """Return how *words* begin, in quotation marks and on one line, *most* characters of them."""
    flat = " ".join(words.split())
    short = flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"
    return _("“{words}”").format(words=short)
