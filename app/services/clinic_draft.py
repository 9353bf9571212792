"""A pack while somebody fills it in: every word as it is typed."""

from collections.abc import Mapping
from typing import ClassVar, Final, Self, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from app.domain.checklist import Stage
from app.domain.clinic import MOST_ADDED, MOST_LINES, MOST_NAMED
from app.domain.rules import ALWAYS_SAID, RuleId
from app.domain.text import clean
from app.storage.yaml_values import Document, Value

RULES: Final = tuple(one for one in RuleId if one not in ALWAYS_SAID)
"""The rules that a clinic can set, in the order of the screen."""

AFTER_CARE: Final = "after_care"
LANGUAGES: Final = "languages"


_R = TypeVar("_R", bound="DraftRow")


class DraftRow(Struct, frozen=True, kw_only=True):
    """One of several things of a kind, as far as it is filled in."""

    kind: ClassVar[str]
    """What its fields and faults are called by."""

    parts: ClassVar[tuple[str, ...]]
    """The texts of which one at least has to be filled in: else the row is left out."""

    most: ClassVar[int]
    """How many of them a pack may hold."""

    rest: Document = {}
    """What the file says of it, whatever that is: it stays where nothing else was typed."""

    is_typed: bool = True
    """Whether it was filled in here. A row of a file stays whole until somebody does."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet, or everything was taken out."""
        return self.is_typed and not any(getattr(self, part).strip() for part in self.parts)

    def saying(self, **said: object) -> Self:
        """Return the row with what is typed now; what is as it was is not taken for typed."""
        typed = {name: one for name, one in said.items() if one != getattr(self, name)}
        if not typed:
            return self
        rest = {name: one for name, one in self.rest.items() if name not in typed}
        return replace(self, rest=rest, is_typed=True, **typed)


class DraftItem(DraftRow, frozen=True, kw_only=True):
    """An item that the clinic adds. The id of a new one is empty; its stage may be unknown."""

    kind: ClassVar[str] = "item"
    parts: ClassVar[tuple[str, ...]] = ("title", "why")
    most: ClassVar[int] = MOST_ADDED

    id: str = ""
    title: str = ""
    why: str = ""
    stage: Stage | None = Stage.WEEK_BEFORE


class DraftReword(DraftRow, frozen=True, kw_only=True):
    """A built-in item in the clinic's words. The id is empty until one is chosen."""

    kind: ClassVar[str] = "reword"
    parts: ClassVar[tuple[str, ...]] = ("title", "why")
    most: ClassVar[int] = MOST_NAMED

    id: str = ""
    title: str = ""
    why: str = ""


class DraftLine(DraftRow, frozen=True, kw_only=True):
    """A number to call that the clinic adds to those of the country."""

    kind: ClassVar[str] = "line"
    parts: ClassVar[tuple[str, ...]] = ("name", "number", "hours")
    most: ClassVar[int] = MOST_LINES

    name: str = ""
    number: str = ""
    hours: str = ""


class Draft(Struct, frozen=True, kw_only=True):
    """What is filled in. ``texts`` are by keys such as ``phones.day`` and ``food.number``.

    ``next_day`` says by rules whether they hold until the next morning: those that are not in it
    do as in the program. ``document`` is the pack that was opened: what the form does not show
    stays as it is there, and so does what is not ``typed``, by the same keys. ``ids`` were given
    to items already.
    """

    texts: Mapping[str, str] = {}
    hidden: tuple[str, ...] = ()
    rows: tuple[DraftRow, ...] = ()
    is_monthly: bool = True
    next_day: Mapping[str, bool] = {}
    document: Document = {}
    typed: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    def decides(self, key: str, kept: Document, part: str) -> bool:
        """Return whether what stands under *key* counts, and not what *kept* says of *part*.

        A file may say it as something else than text; that stays until somebody types.
        """
        return key in self.typed or part not in kept

    def text(self, key: str) -> str:
        """Return what is typed under *key*, without signs that nobody sees."""
        return clean(self.texts.get(key, "")).strip()

    def rows_of(self, kind: type[_R]) -> tuple[_R, ...]:
        """Return the rows of that *kind*, in their order."""
        return tuple(row for row in self.rows if isinstance(row, kind))

    def saying(self, key: str, text: str) -> "Draft":
        """Return the draft with *text* under *key*."""
        return replace(self, texts={**self.texts, key: text}, typed=self.typed | {key})

    def hiding(self, item: str, *, hides: bool) -> "Draft":
        """Return the draft in which the built-in *item* is hidden, or is not."""
        others = tuple(one for one in self.hidden if one != item)
        return replace(self, hidden=(*others, item) if hides else others)

    def asking_monthly(self, *, is_monthly: bool) -> "Draft":
        """Return the draft with the monthly check-in, or without it."""
        return replace(self, is_monthly=is_monthly)

    def waiting(self, rule: RuleId, *, next_day: bool) -> "Draft":
        """Return the draft in which *rule* holds until the next morning too, or does not."""
        typed = self.typed | {f"{rule.value}.next_day"}
        return replace(self, next_day={**self.next_day, rule.value: next_day}, typed=typed)

    def with_row(self, place: int, row: DraftRow) -> "Draft":
        """Return the draft with *row* at *place* among those of its kind, or at the end.

        An item keeps the id that it has there: patients' ticks go by it.
        """
        own = self.rows_of(type(row))
        before = own[place] if place < len(own) else None
        if isinstance(row, DraftItem) and isinstance(before, DraftItem):
            row = replace(row, id=before.id)
        others = tuple(one for one in self.rows if not isinstance(one, type(row)))
        return replace(self, rows=(*others, *own[:place], row, *own[place + 1 :]))

    def naming_logo(self, name: Value) -> "Draft":
        """Return the draft with *name* as the file of its logo; none if it is nothing."""
        rest = {key: value for key, value in self.document.items() if key != "logo"}
        return replace(self, document=rest if name is None else {**rest, "logo": name})
