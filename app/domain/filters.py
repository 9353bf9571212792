"""What is searched for besides words: kind, effect, strength, infusion, days, has words."""

from datetime import date
from enum import Enum

from msgspec import Struct

from app.domain.effects import KNOWN_EFFECTS, Severity
from app.domain.search import folded


class Found(Enum):
    """What kind of record was found."""

    CHECK_IN = "check_in"
    REFLECTION = "reflection"
    QUESTIONNAIRE = "questionnaire"
    CALM_SESSION = "calm_session"
    INFUSION = "infusion"


class Filter(Struct, frozen=True, kw_only=True):
    """Which records are wanted; what is left out does not matter, and all given must be true.

    ``effect`` is an id or the patient's own word. With ``severity`` it was that strong; without
    an effect, some effect was. ``infusion`` is the id of one: the infusion itself, and what
    belongs to it. Both days are included. ``has_words``: something was written.
    """

    kind: Found | None = None
    effect: str | None = None
    severity: Severity | None = None
    infusion: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    has_words: bool = False

    @property
    def is_set(self) -> bool:
        """Whether anything is asked for."""
        return self != Filter()


def effect_key(effect: str) -> str:
    """Return by what *effect* is compared: its id, or the folded word of the patient's own."""
    return effect if effect in KNOWN_EFFECTS else folded(effect)
