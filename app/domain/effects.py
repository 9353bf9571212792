"""How strong an effect was, and whether it was a trouble."""

from enum import Enum
from typing import ClassVar, Final

from app.domain.records import Part

EFFECTS: Final = (
    "nausea",
    "vomiting",
    "headache",
    "dizziness",
    "anxiety",
    "drowsiness",
    "blurred_vision",
    "double_vision",
    "loss_of_appetite",
    "confusion",
    "trouble_sleeping",
    "involuntary_movement",
    "altered_perception",
    "dissociation",
    "frightening_experience",
)
"""The effects offered in every check-in, in the order of the screen. Source: clinical content."""

LATER_EFFECTS: Final = (
    "painful_urination",
    "burning_urination",
    "frequent_urination",
    "blood_in_urine",
)
"""What is offered besides from day 7 on. Source: clinical content."""

MONTHLY_EFFECTS: Final = ("wanting_ketamine",)
"""What is offered besides once a month. Source: clinical content."""

KNOWN_EFFECTS: Final = (*EFFECTS, *LATER_EFFECTS, *MONTHLY_EFFECTS)
"""Every effect that has a name of ours; all others are the patient's own words."""

OFTEN_WELCOME: Final = frozenset({"altered_perception", "dissociation"})
"""Effects that many people like: these are also asked "Did it bother you?"."""


class Severity(Enum):
    """How strong an effect was, as the patient felt it."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"

    @property
    def strength(self) -> int:
        """1, 2 or 3: for comparing, and for that many dots."""
        return tuple(Severity).index(self) + 1


class Bother(Enum):
    """Whether an effect was unpleasant."""

    NO = "no"
    A_LITTLE = "a_little"
    YES = "yes"


class Began(Enum):
    """When an effect was first noticed."""

    BEFORE = "before"
    DURING = "during"
    SOON_AFTER = "soon_after"
    SAME_DAY = "same_day"
    LATER = "later"


class Lasted(Enum):
    """How long an effect lasted, or has lasted so far."""

    MINUTES = "minutes"
    AN_HOUR = "an_hour"
    SOME_HOURS = "some_hours"
    A_DAY = "a_day"
    LONGER = "longer"


class EffectNote(Part, frozen=True, kw_only=True):
    """One effect that was noticed. Without ``severity`` it was noticed, and not said how strong.

    ``effect`` is an id of KNOWN_EFFECTS, or the patient's own word for something else.
    """

    key: ClassVar[str | None] = "effect"

    effect: str
    severity: Severity | None = None
    bothered: Bother | None = None
    began: Began | None = None
    lasted: Lasted | None = None
    still_there: bool | None = None
    helped: str = ""
    """What made it better, in the patient's words."""
