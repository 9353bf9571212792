"""Planning infusions."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.clock import Clock
from app.domain.ids import NewToken, infusion_id
from app.domain.infusion import Infusion, Outcome, ended_at
from app.domain.rebase import rebased
from app.domain.today import coming
from app.domain.wall_time import zone_here
from app.i18n import _, ngettext
from app.services.changes import Changes, Kind
from app.services.recovery import Recovery
from app.services.undo import Step
from app.storage.codec import encode
from app.storage.infusion_repository import InfusionRepository, file_name
from app.storage.layouts import INFUSION

if TYPE_CHECKING:
    from app.domain.series import Spacing

USUAL_SERIES = 6
"""How many infusions many clinics plan. Source: overview_article."""

_AT_LEAST = 2
_LOOK_BACK = timedelta(days=60)


class Infusions:
    """The patient's infusions."""

    def __init__(
        self,
        repository: InfusionRepository,
        clock: Clock,
        token: NewToken,
        changes: Changes,
        recovery: Recovery,
    ) -> None:
        self._recovery = recovery
        self._repository = repository
        self._clock = clock
        self._token = token
        self._changes = changes

    def recent(self, look_back: timedelta = _LOOK_BACK) -> list[Infusion]:
        """Return the infusions of the last two months and all planned ones, newest first.

        By the names of their files, so that ten years of them need not be read to know what
        comes next; never fewer than the last two. *look_back* is another time than two months.
        """
        since = (self._clock.now().date() - look_back).isoformat()
        ids = self._repository.ids()
        wanted = max(sum(one >= since for one in ids), _AT_LEAST)
        return self._repository.newest(wanted)

    def newest(self, count: int) -> list[Infusion]:
        """Return the *count* infusions that were planned last, newest first."""
        return self._repository.newest(count)

    def coming(self) -> Infusion | None:
        """Return the next planned infusion, or nothing."""
        return coming(self.recent(), self._clock.now())

    def get(self, wanted: str) -> Infusion | None:
        """Return the infusion with this id, or nothing."""
        return self._repository.get(wanted)

    def draft(self, day: date) -> Infusion:
        """Return a plan for *day* that follows on from the one before; nothing is stored yet."""
        now = self._clock.now()
        before = max(
            (one for one in self.recent() if one.outcome is not Outcome.CANCELLED),
            key=_planned_day,
            default=None,
        )
        plan = Infusion(
            id=infusion_id(day, self._token),
            created=now,
            changed=now,
            date=day,
            zone=self._clock.zone(),
            number=1,
            total=USUAL_SERIES,
        )
        if before is None:
            return plan
        number = (before.number or 0) + 1
        return replace(
            plan,
            place=before.place,
            travel_minutes=before.travel_minutes,
            early_minutes=before.early_minutes,
            minutes=before.minutes,
            route=before.route,
            music=before.music,
            number=number,
            total=max(before.total or USUAL_SERIES, number),
        )

    def keep(
        self, infusion: Infusion, sender: object = None, *, over: Infusion | None = None
    ) -> Infusion:
        """Store *infusion* as changed now, and return it so; one that is gone comes back.

        *over* is what it was made from. What somebody else changed since then stays, and is in
        what is returned; where both changed the same, ours stands, and the file with theirs is
        kept beside it.
        """
        loses = False
        stored = None if over is None else self.get(infusion.id)
        if over is not None and stored is not None:
            infusion, loses = rebased(over, infusion, stored)
        kept = infusion.changed_at(self._clock.now())
        self._repository.put(kept, keep_theirs=loses)
        self._changes.announce(Kind.INFUSIONS, sender)
        return kept

    def hold(self, plan: Infusion) -> None:
        """Let a new *plan* that is still being typed outlive a crash."""
        self._recovery.hold(file_name(plan.id), INFUSION, encode(plan))

    def keep_new(self, plan: Infusion) -> tuple[Infusion, Step]:
        """Store a new *plan*, named after the day that it is first planned for."""
        self._recovery.release(file_name(plan.id))
        kept = self.keep(replace(plan, id=infusion_id(plan.date, self._token)))
        return kept, Step(_("Plan kept."), partial(self._take_back, [kept]))

    def keep_series(self, plan: Infusion, count: int, spacing: "Spacing") -> tuple[Infusion, Step]:
        """Store a new *plan* on *count* days, *spacing* apart; return the first of them."""
        from app.domain.series import days, planned

        self._recovery.release(file_name(plan.id))
        on = days(plan.date, spacing, count)
        ids = [infusion_id(day, self._token) for day in on]
        now = self._clock.now()
        kept = [one.changed_at(now) for one in planned(plan, on, ids)]
        for one in kept:
            self._repository.put(one)
        self._changes.announce(Kind.INFUSIONS)
        text = ngettext("{count} plan kept.", "{count} plans kept.", len(kept))
        return kept[0], Step(text.format(count=len(kept)), partial(self._take_back, kept))

    def before(self, infusion: Infusion) -> list[Infusion]:
        """Return the infusions before *infusion* that were not cancelled, newest first."""
        before = [
            one
            for one in self.recent()
            if one.id != infusion.id
            and one.date <= infusion.date
            and one.outcome is not Outcome.CANCELLED
        ]
        return sorted(before, key=_planned_day, reverse=True)

    def change(
        self, wanted: str, make: Callable[[Infusion], Infusion], sender: object = None
    ) -> Infusion | None:
        """Store what *make* makes of the infusion as it is now; nothing if it is gone."""
        infusion = self.get(wanted)
        return None if infusion is None else self.keep(make(infusion), sender)

    def answer(self, infusion: Infusion, outcome: Outcome) -> Step:
        """Keep what became of *infusion*."""
        before = infusion.outcome
        self._set_outcome(infusion.id, outcome)
        text = {
            Outcome.WENT_AHEAD: _("Noted: it went ahead."),
            Outcome.STOPPED_EARLY: _("Stopped early. Plans change. Call for a new date."),
            Outcome.CANCELLED: _("Plans change. Call for a new date."),
        }[outcome]
        return Step(text, partial(self._set_outcome, infusion.id, before))

    def tell_end(self, infusion: Infusion, wall_time: str) -> Step | None:
        """Keep when *infusion* ended, by a clock there; nothing if that is still to come."""
        now = self._clock.now()
        ended = ended_at(infusion, wall_time, zone_here(self._clock))
        if ended > now:
            return None
        self._set_end(infusion.id, ended)
        return Step(_("Noted when it ended."), partial(self._set_end, infusion.id, infusion.ended))

    def delete(self, infusion: Infusion) -> Step:
        """Remove *infusion*."""
        stored = self.get(infusion.id) or infusion
        self._remove(infusion.id)
        return Step(_("Plan removed."), partial(self._bring_back, stored))

    def _remove(self, wanted: str) -> None:
        self._repository.delete(wanted)
        self._changes.announce(Kind.INFUSIONS)

    def _take_back(self, kept: Sequence[Infusion]) -> Step | None:
        """Remove the plans that were *kept*; there is a way back if one says more by now."""
        found = [one for one in (self.get(plan.id) for plan in kept) if one is not None]
        for one in found:
            self._repository.delete(one.id)
        self._changes.announce(Kind.INFUSIONS)
        first = {plan.id: plan for plan in kept}
        if all(one.says_the_same(first[one.id]) for one in found):
            return None
        text = ngettext("Plan removed.", "{count} plans removed.", len(found))
        return Step(text.format(count=len(found)), partial(self._bring_back_all, found))

    def _bring_back_all(self, infusions: Iterable[Infusion]) -> None:
        for one in infusions:
            self.keep(one)

    def _bring_back(self, infusion: Infusion) -> None:
        self.keep(infusion)

    def _set_end(self, wanted: str, ended: datetime | None) -> None:
        self.change(wanted, lambda infusion: replace(infusion, ended=ended))

    def _set_outcome(self, wanted: str, outcome: Outcome | None) -> None:
        kept = self.change(wanted, lambda infusion: replace(infusion, outcome=outcome))
        if kept is not None and kept.series:
            self._renumber(kept)

    def _renumber(self, one: Infusion) -> None:
        """Give those planned together with *one* the numbers that follow from who is in."""
        from app.domain.series import of_series, renumbered

        series = of_series(self.recent(), one)
        for before, after in zip(series, renumbered(series), strict=True):
            if before != after:
                self.keep(after)


def _planned_day(infusion: Infusion) -> date:
    return infusion.date
