"""What a clinic sets for its patients: the clinic pack (``clinic.yaml``).

Whatever it says, it adds to the program or words it anew. Nothing in these types can take away
a number to call, "When to call", or what is said before fasting.
"""

from collections.abc import Iterable, Sequence
from datetime import date as calendar_date
from enum import Enum
from typing import Annotated, Any, ClassVar, Final, TypeVar

from msgspec import Meta
from msgspec.structs import replace

from app.domain.checklist import Stage
from app.domain.follow_up import Rung
from app.domain.pack_text import (
    NeededLine,
    NeededNumber,
    NeededText,
    PackId,
    PackLine,
    PackText,
    PhoneNumber,
)
from app.domain.preferences import ClinicPhones
from app.domain.questionnaire import QuestionnaireName
from app.domain.questionnaire_schedule import LEAST_DAYS
from app.domain.records import Part
from app.domain.rules import ClinicRule, RuleId

ALWAYS_LISTED: Final = frozenset({"food_and_drink"})
"""Items that hold what is said before fasting: a pack neither hides nor rewords them."""

MOST_ADDED: Final = 40
"""How many items a clinic can add."""
MOST_NAMED: Final = 60
"""How many built-in items can be hidden, or worded anew."""
MOST_LINES: Final = 8
"""How many numbers to call a clinic can add."""

_T = TypeVar("_T", bound=Part)


def _once(names: Iterable[object]) -> None:
    listed = list(names)
    if len(set(listed)) != len(listed):
        raise ValueError("The same thing is said twice")


class LogoName(Enum):
    """The file beside the pack that holds the logo. Installers copy a file of these names."""

    PNG = "clinic-logo.png"
    SVG = "clinic-logo.svg"


class PackPhones(Part, frozen=True, kw_only=True):
    """How to reach the clinic by day and out of hours."""

    day: PhoneNumber = ""
    out_of_hours: PhoneNumber = ""


class AddedItem(Part, frozen=True, kw_only=True):
    """A thing to do that the clinic adds to the checklist."""

    key: ClassVar[str | None] = "id"

    id: PackId
    title: NeededLine
    stage: Stage
    why: PackText = ""


class RewordedItem(Part, frozen=True, kw_only=True):
    """A built-in item in the clinic's words; what is left out stays as it was."""

    key: ClassVar[str | None] = "id"

    id: PackId
    title: PackLine = ""
    why: PackText = ""

    def __post_init__(self) -> None:
        """Refuse an item that always stands as it is, and one of which nothing is said."""
        if self.id in ALWAYS_LISTED:
            raise ValueError("This item stands as it is")
        if not (self.title.strip() or self.why.strip()):
            raise ValueError("Rewording an item needs words")


class PackChecklist(Part, frozen=True, kw_only=True):
    """Items that the clinic adds, hides and rewords. Ids of built-in items name those."""

    add: Annotated[tuple[AddedItem, ...], Meta(max_length=MOST_ADDED)] = ()
    hide: Annotated[tuple[PackId, ...], Meta(max_length=MOST_NAMED)] = ()
    reword: Annotated[tuple[RewordedItem, ...], Meta(max_length=MOST_NAMED)] = ()

    def __post_init__(self) -> None:
        """Refuse an item that is there twice, and hiding one that is always listed."""
        _once(one.id for one in self.add)
        _once(one.id for one in self.reword)
        if ALWAYS_LISTED.intersection(self.hide):
            raise ValueError("This item is always listed")


class PackSchedule(Part, frozen=True, kw_only=True):
    """How many days apart patients are told that a questionnaire is open."""

    key: ClassVar[str | None] = "name"

    name: QuestionnaireName
    every_days: Annotated[int, Meta(ge=LEAST_DAYS, le=90)]


class PackLineToCall(Part, frozen=True, kw_only=True):
    """A crisis line that the clinic adds to those of the country."""

    key: ClassVar[str | None] = "number"

    number: NeededNumber
    name: NeededLine
    hours: PackLine = ""


class Pack(Part, frozen=True, kw_only=True):
    """Everything of one pack. ``version`` counts up; after ``expires`` patients are told so.

    ``hours`` are the clinic's opening hours, ``languages`` are spoken there. ``after_care`` are
    paragraphs in the clinic's words.
    """

    name: NeededLine
    author: NeededLine
    version: Annotated[int, Meta(ge=1, le=1_000_000)]
    date: calendar_date
    expires: calendar_date
    logo: LogoName | None = None
    phones: PackPhones = PackPhones()
    address: PackText = ""
    hours: PackText = ""
    languages: Annotated[tuple[NeededLine, ...], Meta(max_length=20)] = ()
    rules: Annotated[tuple[ClinicRule, ...], Meta(max_length=len(RuleId))] = ()
    checklist: PackChecklist = PackChecklist()
    check_ins: Annotated[tuple[Rung, ...], Meta(max_length=5)] = ()
    monthly_check_in: bool | None = None
    questionnaires: Annotated[tuple[PackSchedule, ...], Meta(max_length=2)] = ()
    after_care: Annotated[tuple[NeededText, ...], Meta(max_length=12)] = ()
    crisis_lines: Annotated[tuple[PackLineToCall, ...], Meta(max_length=MOST_LINES)] = ()

    def __post_init__(self) -> None:
        """Refuse an end before the beginning, and two answers to one question."""
        if self.expires < self.date:
            raise ValueError("A pack expires after its date")
        _once(one.id for one in self.rules)
        _once(one.point for one in self.check_ins)
        _once(one.name for one in self.questionnaires)
        _once(one.number for one in self.crisis_lines)

    def is_expired(self, today: calendar_date) -> bool:
        """Whether the clinic wanted a newer one to be in use by *today*."""
        return today > self.expires


def merged(packs: Sequence[Pack]) -> Pack | None:
    """Return *packs* as one, later ones in the place of what earlier ones say; nothing of none.

    Whatever has an id of its own is one answer: rules, items, check-ins, questionnaires and
    crisis lines are joined, each as the last pack says it.
    """
    if not packs:
        return None
    whole = packs[0]
    for pack in packs[1:]:
        whole = _over(whole, pack)
    return whole


def phones_of(pack: Pack | None, own: ClinicPhones) -> ClinicPhones:
    """Return how to reach the clinic: as *pack* says, and where it says nothing as in *own*."""
    if pack is None:
        return own
    return ClinicPhones(
        name=pack.name,
        day=pack.phones.day.strip() or own.day,
        out_of_hours=pack.phones.out_of_hours.strip() or own.out_of_hours,
    )


def _over(whole: Pack, pack: Pack) -> Pack:
    listed = whole.checklist, pack.checklist
    said = {
        name: getattr(pack, name)
        for name in ("logo", "address", "hours", "languages", "monthly_check_in", "after_care")
        if getattr(pack, name) not in ("", (), None)
    }
    return replace(
        whole,
        name=pack.name,
        author=pack.author,
        version=pack.version,
        date=pack.date,
        expires=pack.expires,
        phones=PackPhones(
            day=pack.phones.day or whole.phones.day,
            out_of_hours=pack.phones.out_of_hours or whole.phones.out_of_hours,
        ),
        rules=_joined(whole.rules, pack.rules, "id"),
        checklist=PackChecklist(
            add=_joined(listed[0].add, listed[1].add, "id"),
            hide=tuple(dict.fromkeys((*listed[0].hide, *listed[1].hide))),
            reword=_joined(listed[0].reword, listed[1].reword, "id"),
        ),
        check_ins=_joined(whole.check_ins, pack.check_ins, "point"),
        questionnaires=_joined(whole.questionnaires, pack.questionnaires, "name"),
        crisis_lines=_joined(whole.crisis_lines, pack.crisis_lines, "number"),
        **said,
    )


def _joined(first: tuple[_T, ...], later: tuple[_T, ...], key: str) -> tuple[_T, ...]:
    by_key: dict[Any, _T] = {getattr(one, key): one for one in (*first, *later)}
    return tuple(by_key.values())
