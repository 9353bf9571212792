"""The checklist of one infusion: built-in items and the patient's own, with their ticks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import ClassVar

from msgspec.structs import replace

from app.domain.records import Moment, Part, Record


class Stage(Enum):
    """When an item is due, in the order of the days."""

    WEEK_BEFORE = "week_before"
    DAY_BEFORE = "day_before"
    MORNING = "morning"
    AT_CLINIC = "at_clinic"
    AFTER = "after"


class Detail(Enum):
    """The extra fields that an item opens."""

    RIDE = "ride"
    MUSIC = "music"
    CONSULTATION = "consultation"


class Item(Part, frozen=True, kw_only=True):
    """One thing to do: from the built-in list, or the patient's own.

    ``source`` is a key of ``resources/content/sources.yaml``; own items have none. ``reworded``
    tells of a built-in item that stands here in the patient's own words. ``clinic``
    is the clinic that added the item, or put it in its words.
    """

    key: ClassVar[str | None] = "id"

    id: str
    title: str
    stage: Stage
    why: str = ""
    detail: Detail | None = None
    source: str = ""
    clinic: str = ""
    own: bool = False
    reworded: bool = False


class OwnItem(Record, frozen=True, kw_only=True):
    """An entry of the patient's own list: an added item, or a built-in one put in own words.

    An entry with the id of a built-in item replaces its words; ``hidden`` takes it off the list.
    """

    title: str
    stage: Stage
    why: str = ""
    hidden: bool = False


class OwnList(Part, frozen=True, kw_only=True):
    """The patient's own list, kept from infusion to infusion (``checklist.yaml``).

    ``order`` names items in the order they were put into; those it does not name follow, each
    within its stage.
    """

    items: tuple[OwnItem, ...] = ()
    order: tuple[str, ...] = ()

    def with_item(self, item: OwnItem) -> "OwnList":
        """Return the list with *item* added, or in the place of the one with its id."""
        if any(other.id == item.id for other in self.items):
            items = tuple(item if other.id == item.id else other for other in self.items)
            return replace(self, items=items)
        return replace(self, items=(*self.items, item))

    def without_item(self, item_id: str) -> "OwnList":
        """Return the list without the entry *item_id*."""
        return replace(self, items=tuple(item for item in self.items if item.id != item_id))

    def find(self, item_id: str) -> OwnItem | None:
        """Return the entry *item_id*, or nothing."""
        return next((item for item in self.items if item.id == item_id), None)


class Tick(Part, frozen=True, kw_only=True):
    """What the patient said of one item: done, or "not for me", and when.

    ``title`` is the item's title as it read then, so that the file can be read by itself.
    """

    key: ClassVar[str | None] = "item"

    item: str
    title: str
    ticked_at: Moment | None = None
    not_for_me_at: Moment | None = None


class Line(Part, frozen=True, kw_only=True):
    """An item beside its tick: one row of the checklist."""

    item: Item
    ticked_at: datetime | None = None
    not_for_me_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.ticked_at is None and self.not_for_me_at is None

    @property
    def is_done(self) -> bool:
        """Whether the item was ticked."""
        return self.ticked_at is not None


def items(built_in: Sequence[Item], own: OwnList) -> tuple[Item, ...]:
    """Return the patient's list: built-in items in own words, hidden ones left out, own ones after.

    Own items stand at the end of their stage, unless they were put elsewhere.
    """
    changed = {item.id: item for item in own.items}
    built_in_ids = {item.id for item in built_in}
    kept = [
        _in_own_words(item, changed.get(item.id))
        for item in built_in
        if not (item.id in changed and changed[item.id].hidden)
    ]
    added = [
        Item(id=item.id, title=item.title, stage=item.stage, why=item.why, own=True)
        for item in own.items
        if item.id not in built_in_ids and not item.hidden
    ]
    stages = {stage: place for place, stage in enumerate(Stage)}
    places = {item_id: place for place, item_id in enumerate(own.order)}
    last = len(places)
    return tuple(
        sorted(
            [*kept, *added],
            key=lambda item: (stages[item.stage], places.get(item.id, last)),
        )
    )


def hidden(built_in: Iterable[Item], own: OwnList) -> tuple[Item, ...]:
    """Return the built-in items that were taken off the list."""
    off = {item.id: item for item in own.items if item.hidden}
    return tuple(_in_own_words(item, off[item.id]) for item in built_in if item.id in off)


def moved(list_items: Sequence[Item], item_id: str, place: int) -> tuple[str, ...]:
    """Return the order of the whole list once an item stands at *place* of its stage, from 0.

    A place before the first or after the last is the first or the last.
    """
    item = next(one for one in list_items if one.id == item_id)
    stage = [one.id for one in list_items if one.stage is item.stage and one.id != item_id]
    place = min(max(place, 0), len(stage))
    stage.insert(place, item_id)
    following = iter(stage)
    return tuple(next(following) if one.stage is item.stage else one.id for one in list_items)


def originally(built_in: Iterable[Item], own: OwnList) -> OwnList:
    """Return the list as the program brought it: own items stay, at the end of their stage."""
    known = {item.id for item in built_in}
    return OwnList(items=tuple(item for item in own.items if item.id not in known))


def lines(list_items: Iterable[Item], ticks: Iterable[Tick]) -> tuple[Line, ...]:
    """Return each item beside its tick, in the order of *list_items*."""
    by_item: Mapping[str, Tick] = {tick.item: tick for tick in ticks}
    return tuple(_line(item, by_item.get(item.id)) for item in list_items)


def open_in(rows: Iterable[Line], stage: Stage) -> tuple[Line, ...]:
    """Return what is still open in *stage*."""
    return tuple(row for row in rows if row.item.stage is stage and row.is_open)


def _in_own_words(item: Item, own: OwnItem | None) -> Item:
    if own is None:
        return item
    words = (own.title, own.why, own.stage) != (item.title, item.why, item.stage)
    return replace(item, title=own.title, why=own.why, stage=own.stage, reworded=words)


def _line(item: Item, tick: Tick | None) -> Line:
    if tick is None:
        return Line(item=item)
    return Line(item=item, ticked_at=tick.ticked_at, not_for_me_at=tick.not_for_me_at)
