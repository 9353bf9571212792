"""A pack while somebody fills it in: every word as it is typed."""

from collections.abc import Mapping
from typing import ClassVar, Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from app.domain.checklist import Stage
from app.domain.rules import ALWAYS_SAID, RuleId
from app.domain.text import clean
from app.storage.yaml_values import Document, Value

RULES: Final = tuple(one for one in RuleId if one not in ALWAYS_SAID)
"""The rules that a clinic can set, in the order of the screen."""

AFTER_CARE: Final = "after_care"
LANGUAGES: Final = "languages"


class DraftRow(Struct, frozen=True, kw_only=True):
    """One of several things of a kind, as far as it is filled in."""

    kind: ClassVar[str]
    """What its fields and faults are called by."""

    parts: ClassVar[tuple[str, ...]]
    """The texts of which one at least has to be filled in: else the row is left out."""

    rest: Document = {}
    """What the file says of it besides: it stays as it is."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet."""
        return not any(getattr(self, part).strip() for part in self.parts)


class DraftItem(DraftRow, frozen=True, kw_only=True):
    """An item that the clinic adds. The id of a new one is empty."""

    kind: ClassVar[str] = "item"
    parts: ClassVar[tuple[str, ...]] = ("title", "why")

    id: str = ""
    title: str = ""
    why: str = ""
    stage: Stage = Stage.WEEK_BEFORE


class DraftReword(DraftRow, frozen=True, kw_only=True):
    """A built-in item in the clinic's words. The id is empty until one is chosen."""

    kind: ClassVar[str] = "reword"
    parts: ClassVar[tuple[str, ...]] = ("title", "why")

    id: str = ""
    title: str = ""
    why: str = ""


class DraftLine(DraftRow, frozen=True, kw_only=True):
    """A number to call that the clinic adds to those of the country."""

    kind: ClassVar[str] = "line"
    parts: ClassVar[tuple[str, ...]] = ("name", "number", "hours")

    name: str = ""
    number: str = ""
    hours: str = ""


_R = TypeVar("_R", bound=DraftRow)


class Draft(Struct, frozen=True, kw_only=True):
    """What is filled in. ``texts`` are by keys such as ``phones.day`` and ``food.number``.

    ``next_day`` says by rules whether they hold until the next morning: those that are not in it
    do as in the program. ``document`` is the pack that was opened: what the form does not show
    stays as it is there.
    """

    texts: Mapping[str, str] = {}
    hidden: tuple[str, ...] = ()
    rows: tuple[DraftRow, ...] = ()
    is_monthly: bool = True
    next_day: Mapping[str, bool] = {}
    document: Document = {}

    def text(self, key: str) -> str:
        """Return what is typed under *key*, without signs that nobody sees."""
        return clean(self.texts.get(key, "")).strip()

    def rows_of(self, kind: type[_R]) -> tuple[_R, ...]:
        """Return the rows of that *kind*, in their order."""
        return tuple(row for row in self.rows if isinstance(row, kind))

    def saying(self, key: str, text: str) -> "Draft":
        """Return the draft with *text* under *key*."""
        return replace(self, texts={**self.texts, key: text})

    def hiding(self, item: str, *, hides: bool) -> "Draft":
        """Return the draft in which the built-in *item* is hidden, or is not."""
        others = tuple(one for one in self.hidden if one != item)
        return replace(self, hidden=(*others, item) if hides else others)

    def asking_monthly(self, *, is_monthly: bool) -> "Draft":
        """Return the draft with the monthly check-in, or without it."""
        return replace(self, is_monthly=is_monthly)

    def waiting(self, rule: RuleId, *, next_day: bool) -> "Draft":
        """Return the draft in which *rule* holds until the next morning too, or does not."""
        return replace(self, next_day={**self.next_day, rule.value: next_day})

    def with_row(self, place: int, row: DraftRow) -> "Draft":
        """Return the draft with *row* at *place* among those of its kind, or at the end."""
        own = self.rows_of(type(row))
        others = tuple(one for one in self.rows if not isinstance(one, type(row)))
        return replace(self, rows=(*others, *own[:place], row, *own[place + 1 :]))

    def naming_logo(self, name: Value) -> "Draft":
        """Return the draft with *name* as the file of its logo; none if it is nothing."""
        rest = {key: value for key, value in self.document.items() if key != "logo"}
        return replace(self, document=rest if name is None else {**rest, "logo": name})
