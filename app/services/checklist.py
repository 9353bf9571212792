"""Working through a checklist, and making it one's own."""

from functools import partial
from typing import Final

from msgspec.structs import replace

from app.domain.checklist import (
    Item,
    Line,
    OwnItem,
    OwnList,
    Stage,
    Tick,
    hidden,
    items,
    lines,
    moved,
    originally,
)
from app.domain.clock import Clock
from app.domain.ids import NewToken, record_id
from app.domain.infusion import Infusion
from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.content import Content
from app.services.infusions import Infusions
from app.services.recovery import Recovery
from app.services.undo import Step
from app.storage.codec import encode
from app.storage.document_repository import DocumentRepository
from app.storage.layouts import CHECKLIST

NEW_ITEM: Final = "being-typed"
"""The id of an item that is not on the list yet."""

FILE: Final = f"{CHECKLIST.kind}.yaml"


class Checklist:
    """Joins the built-in list, the patient's own list, and the ticks of an infusion."""

    def __init__(
        self,
        *,
        content: Content,
        own_list: DocumentRepository[OwnList],
        infusions: Infusions,
        clock: Clock,
        token: NewToken,
        changes: Changes,
        recovery: Recovery,
    ) -> None:
        self._recovery = recovery
        self._content = content
        self._own_list = own_list
        self._infusions = infusions
        self._clock = clock
        self._token = token
        self._changes = changes

    def items(self) -> tuple[Item, ...]:
        """Return the patient's checklist."""
        return items(self._content.checklist, self._own_list.get())

    def lines(self, infusion: Infusion) -> tuple[Line, ...]:
        """Return the checklist of *infusion*, each item beside its tick."""
        return lines(self.items(), infusion.ticks)

    def tick(self, infusion: Infusion, item: Item) -> Step:
        """Mark *item* as done."""
        tick = Tick(item=item.id, title=item.title, ticked_at=self._clock.now())
        return self._mark(infusion, tick, _("Done: {title}").format(title=item.title))

    def leave_out(self, infusion: Infusion, item: Item) -> Step:
        """Mark *item* as "not for me"."""
        tick = Tick(item=item.id, title=item.title, not_for_me_at=self._clock.now())
        return self._mark(infusion, tick, _("Not for me: {title}").format(title=item.title))

    def reopen(self, infusion: Infusion, item: Item) -> Step:
        """Make *item* open again."""
        before = infusion.tick(item.id)
        self._put(infusion.id, item.id, None)
        return Step(
            _("Open again: {title}").format(title=item.title),
            partial(self._put, infusion.id, item.id, before),
        )

    def hold(self, item: Item | None, title: str, stage: Stage, why: str) -> None:
        """Let words for *item*, or for a new one, outlive a crash while they are being typed."""
        item = item or Item(id=NEW_ITEM, title=title, stage=stage, own=True)
        own = replace(self._entry(item), title=title or item.title, stage=stage, why=why)
        self._recovery.hold(FILE, CHECKLIST, encode(OwnList(items=(own,))))

    def release(self) -> None:
        """Hold no words any more: they are on the list, or not wanted."""
        self._recovery.release(FILE)

    def add(self, title: str, stage: Stage, why: str = "") -> Step:
        """Add an item of the patient's own."""
        now = self._clock.now()
        own = OwnItem(
            id=record_id(self._token), created=now, changed=now, title=title, stage=stage, why=why
        )
        return self._change(own.id, own, _("Added: {title}").format(title=title))

    def reword(self, item: Item, title: str, stage: Stage, why: str) -> Step:
        """Put *item* in the patient's own words; a built-in item keeps its id."""
        before = self._own_list.get().find(item.id) or self._entry(item)
        own = replace(before, title=title, stage=stage, why=why).changed_at(self._clock.now())
        return self._change(item.id, own, _("Changed: {title}").format(title=title))

    def remove(self, item: Item) -> Step:
        """Take *item* off the list: an own one is deleted, a built-in one hidden."""
        before = self._own_list.get().find(item.id) or self._entry(item)
        own = None if item.own else replace(before, hidden=True)
        return self._change(item.id, own, _("Removed: {title}").format(title=item.title))

    def hidden(self) -> tuple[Item, ...]:
        """Return the built-in items that were taken off the list."""
        return hidden(self._content.checklist, self._own_list.get())

    @property
    def is_original(self) -> bool:
        """Whether the built-in items stand as the program brought them."""
        own = self._own_list.get()
        return own == originally(self._content.checklist, own)

    def bring_back(self, item: Item) -> Step:
        """Put a built-in *item* on the list again, in the words it had."""
        before = self._own_list.get().find(item.id)
        own = replace(before, hidden=False) if before is not None and item.reworded else None
        return self._change(item.id, own, _("Put back: {title}").format(title=item.title))

    def restore_words(self, item: Item) -> Step:
        """Give a built-in *item* its own words and stage back."""
        text = _("In the original words: {title}").format(title=self._title(item))
        return self._change(item.id, None, text)

    def move(self, item: Item, place: int) -> Step:
        """Put *item* at *place* of its stage, from 0."""
        before = self._own_list.get()
        self._put_order(moved(self.items(), item.id, place))
        stage = [one.id for one in self.items() if one.stage is item.stage]
        text = _("Moved: {title}, now {place} of {count}").format(
            title=item.title, place=stage.index(item.id) + 1, count=len(stage)
        )
        return Step(text, partial(self._put_order, before.order))

    def restore(self) -> Step:
        """Have all built-in items as the program brought them; own items stay."""
        own = originally(self._content.checklist, self._own_list.get())
        return self._change_list(own, _("The list is as it was at first."))

    def _title(self, item: Item) -> str:
        found = (one.title for one in self._content.checklist if one.id == item.id)
        return next(found, item.title)

    def _put_order(self, order: tuple[str, ...]) -> None:
        self._put_list(replace(self._own_list.get(), order=order))

    def _put_list(self, own_list: OwnList) -> None:
        self._own_list.put(own_list)
        self._changes.announce(Kind.CHECKLIST)

    def _entry(self, item: Item) -> OwnItem:
        now = self._clock.now()
        return OwnItem(
            id=item.id, created=now, changed=now, title=item.title, stage=item.stage, why=item.why
        )

    def _mark(self, infusion: Infusion, tick: Tick, text: str) -> Step:
        before = infusion.tick(tick.item)
        self._put(infusion.id, tick.item, tick)
        return Step(text, partial(self._put, infusion.id, tick.item, before))

    def _put(self, infusion_id: str, item_id: str, tick: Tick | None) -> None:
        self._infusions.change(infusion_id, lambda infusion: infusion.marked(item_id, tick))

    def _change(self, item_id: str, own: OwnItem | None, text: str) -> Step:
        """Put *own* in the place of what the own list says of *item_id*; nothing takes that off."""
        before = self._own_list.get().find(item_id)
        self._set(item_id, own)
        return Step(text, partial(self._change_back, item_id, before, own))

    def _change_back(
        self, item_id: str, before: OwnItem | None, after: OwnItem | None
    ) -> Step | None:
        """Have *before* again; there is a way back if it says another thing than *after* by now."""
        now = self._own_list.get().find(item_id)
        if now is None or (after is not None and now.says_the_same(after)):
            self._set(item_id, before)
            return None
        stays = before is not None or any(one.id == item_id for one in self._content.checklist)
        text = _("Changed: {title}") if stays else _("Removed: {title}")
        return self._change(item_id, before, text.format(title=now.title))

    def _change_list(self, own_list: OwnList, text: str) -> Step:
        before = self._own_list.get()
        self._put_list(own_list)
        return Step(text, partial(self._change_list_back, before, own_list))

    def _change_list_back(self, before: OwnList, after: OwnList) -> Step | None:
        """Have the list *before* again; there is a way back if it is not the one *after* by now."""
        if self._own_list.get() == after:
            self._put_list(before)
            return None
        return self._change_list(before, _("The list is as it was before."))

    def _set(self, item_id: str, own: OwnItem | None) -> None:
        """Put the entry for *item_id* on the own list; nothing takes it off."""
        own_list = self._own_list.get()
        self._put_list(own_list.without_item(item_id) if own is None else own_list.with_item(own))
