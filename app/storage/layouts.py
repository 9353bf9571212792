"""What each kind of file holds."""

from collections.abc import Mapping
from typing import Final, Generic, TypeVar

from msgspec import Struct

from app.domain.calm import RunningSession
from app.domain.calm_choices import CalmChoices, Preset
from app.domain.calm_session import CalmSession
from app.domain.check_in import CheckIn
from app.domain.checklist import OwnItem, OwnList
from app.domain.consultation import Condition, Consultation, Medicine, Question
from app.domain.infusion import Infusion
from app.domain.journal import Day
from app.domain.patterns import OwnPattern
from app.domain.preferences import Profile, Settings
from app.domain.questionnaire import Questionnaire
from app.domain.records import Record
from app.domain.reflection import Reflection
from app.domain.versions import Version

T = TypeVar("T", bound=Struct)


class Layout(Struct, Generic[T], frozen=True, kw_only=True):
    """One kind of file: its name for people, the type of all of it, its lists of records.

    Records in ``lists`` are validated, kept and merged one by one.
    """

    kind: str
    title: str
    value_type: type[T]
    lists: Mapping[str, type[Record]] = {}

    @property
    def comment(self) -> str:
        """The first line of such a file, without the number sign."""
        return (
            f"Soft Landing: {self.title}. You can read and change this file by hand. "
            f"Kind: {self.kind}."
        )


PROFILE: Final = Layout(kind="profile", title="about you", value_type=Profile)
SETTINGS: Final = Layout(kind="settings", title="how the program looks", value_type=Settings)
CHECKLIST: Final = Layout(
    kind="checklist", title="your own checklist", value_type=OwnList, lists={"items": OwnItem}
)
CONSULTATION: Final = Layout(
    kind="consultation",
    title="notes for your clinic",
    value_type=Consultation,
    lists={"medicines": Medicine, "conditions": Condition, "questions": Question},
)
CALM: Final = Layout(
    kind="calm",
    title="your calm sessions",
    value_type=CalmChoices,
    lists={"presets": Preset, "patterns": OwnPattern},
)
INFUSION: Final = Layout(kind="infusion", title="one infusion", value_type=Infusion)
JOURNAL: Final = Layout(
    kind="journal",
    title="one day of your journal",
    value_type=Day,
    lists={
        "check_ins": CheckIn,
        "reflections": Reflection,
        "questionnaires": Questionnaire,
        "calm_sessions": CalmSession,
    },
)
HISTORY: Final = Layout(
    kind="history", title="an earlier version of something you wrote", value_type=Version
)
RUNNING: Final = Layout(
    kind="running-session", title="the calm session under way", value_type=RunningSession
)
