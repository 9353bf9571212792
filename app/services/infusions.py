"""Planning infusions and working through their checklists."""

from collections.abc import Callable
from datetime import date, datetime

from msgspec.structs import replace

from app.domain.checklist import Item, Line, OwnItem, OwnList, Stage, items, lines
from app.domain.clock import Clock
from app.domain.ids import NewToken, infusion_id, record_id
from app.domain.infusion import Infusion, Outcome
from app.services.changes import Changes, Kind
from app.services.content import Content
from app.storage.document_repository import DocumentRepository
from app.storage.infusion_repository import InfusionRepository

USUAL_SERIES = 6
"""How many infusions many clinics plan. Source: overview_article."""

NEWEST_AT_START = 8


class Infusions:
    """The patient's infusions, each beside the checklist that belongs to it."""

    def __init__(
        self,
        *,
        repository: InfusionRepository,
        own_list: DocumentRepository[OwnList],
        content: Content,
        clock: Clock,
        token: NewToken,
        changes: Changes,
    ) -> None:
        self._repository = repository
        self._own_list = own_list
        self._content = content
        self._clock = clock
        self._token = token
        self._changes = changes

    def recent(self) -> list[Infusion]:
        """Return the newest infusions by first planned date, enough to know what comes next."""
        return self._repository.newest(NEWEST_AT_START)

    def get(self, infusion_id: str) -> Infusion | None:
        """Return the infusion with this id, or nothing."""
        return self._repository.get(infusion_id)

    def draft(self, day: date) -> Infusion:
        """Return a plan for *day* that follows on from the one before; nothing is stored yet."""
        now = self._clock.now()
        before = max(
            (one for one in self.recent() if one.outcome is not Outcome.CANCELLED),
            key=_planned_day,
            default=None,
        )
        number = before.number + 1 if before is not None and before.number else 1
        total = before.total if before is not None and before.total else USUAL_SERIES
        return Infusion(
            id=infusion_id(day, self._token),
            created=now,
            changed=now,
            date=day,
            zone=self._clock.zone(),
            place=before.place if before is not None else "",
            minutes=before.minutes if before is not None else 40,
            number=number,
            total=max(total, number),
            music=before.music if before is not None else "",
        )

    def keep(self, infusion: Infusion, sender: object = None) -> Infusion:
        """Store *infusion* as changed now, and return it so."""
        kept = infusion.changed_at(self._clock.now())
        self._repository.put(kept)
        self._changes.announce(Kind.INFUSIONS, sender)
        return kept

    def change(
        self,
        infusion_id: str,
        make: Callable[[Infusion, datetime], Infusion],
        sender: object = None,
    ) -> Infusion | None:
        """Store what *make* makes of the infusion as it is now; nothing if it is gone."""
        infusion = self.get(infusion_id)
        if infusion is None:
            return None
        return self.keep(make(infusion, self._clock.now()), sender)

    def delete(self, infusion: Infusion) -> None:
        """Remove *infusion*; keeping it again brings it back."""
        self._repository.delete(infusion.id)
        self._changes.announce(Kind.INFUSIONS)

    def items(self) -> tuple[Item, ...]:
        """Return the patient's checklist."""
        return items(self._content.checklist, self._own_list.get())

    def checklist(self, infusion: Infusion) -> tuple[Line, ...]:
        """Return the checklist of *infusion*, each item beside its tick."""
        return lines(self.items(), infusion.ticks)

    def add_item(self, title: str, stage: Stage, why: str = "") -> OwnItem:
        """Add an item to the patient's own list and return it."""
        now = self._clock.now()
        own = OwnItem(
            id=record_id(self._token), created=now, changed=now, title=title, stage=stage, why=why
        )
        self.keep_item(own)
        return own

    def keep_item(self, own: OwnItem) -> None:
        """Put *own* on the list, in the place of the item with its id."""
        self._keep_list(self._own_list.get().with_item(own.changed_at(self._clock.now())))

    def reword_item(self, item: Item, title: str, stage: Stage, why: str) -> None:
        """Put *item* in the patient's own words; a built-in item keeps its id."""
        now = self._clock.now()
        old = self.own_item(item.id) or OwnItem(
            id=item.id, created=now, changed=now, title=title, stage=stage
        )
        self.keep_item(replace(old, title=title, stage=stage, why=why))

    def remove_item(self, item: Item) -> None:
        """Take *item* off the list: an own one is deleted, a built-in one hidden."""
        if item.own:
            self._keep_list(self._own_list.get().without_item(item.id))
        else:
            self.reword_item(item, item.title, item.stage, item.why)
            own = self.own_item(item.id)
            if own is not None:
                self.keep_item(replace(own, hidden=True))

    def own_item(self, item_id: str) -> OwnItem | None:
        """Return the patient's own entry for *item_id*, or nothing."""
        return self._own_list.get().find(item_id)

    def restore_item(self, item_id: str, before: OwnItem | None) -> None:
        """Put the entry for *item_id* back to *before*; nothing means as it ships."""
        own_list = self._own_list.get()
        self._keep_list(
            own_list.without_item(item_id) if before is None else own_list.with_item(before)
        )

    def _keep_list(self, own_list: OwnList) -> None:
        self._own_list.put(own_list)
        self._changes.announce(Kind.CHECKLIST)


def _planned_day(infusion: Infusion) -> date:
    return infusion.date
