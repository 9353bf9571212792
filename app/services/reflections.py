"""Reflections: begun, tied to an infusion, and looked back on a day later."""

from datetime import date

from app.domain.clock import Clock
from app.domain.ids import NewToken, record_id
from app.domain.infusion import Infusion, Outcome
from app.domain.looking_back import can_look_back
from app.domain.reflection import Holds, LookBack, Reflection
from app.services.infusions import Infusions
from app.services.journal import Journal

CHOICES = 3
"""How many infusions are offered for a reflection to be about."""


class Reflections:
    """What a reflection needs beyond being kept, which the journal does."""

    def __init__(
        self, journal: Journal, infusions: Infusions, clock: Clock, token: NewToken
    ) -> None:
        self._journal = journal
        self._infusions = infusions
        self._clock = clock
        self._token = token

    def draft(self, infusion: str | None) -> Reflection:
        """Return an empty reflection for now; nothing is stored until something is said."""
        now = self._clock.now()
        return Reflection(
            id=record_id(self._token), created=now, changed=now, at=now, infusion=infusion
        )

    def choices(self, reflection: Reflection) -> list[Infusion]:
        """Return the infusions that *reflection* may be about, newest first.

        Those before it, as far as they are of the last weeks and were not cancelled; the one it
        is about is always among them, if it is still there.
        """
        before = [
            one
            for one in self._infusions.recent()
            if one.date <= reflection.day and one.outcome is not Outcome.CANCELLED
        ]
        found = sorted(before, key=_planned_day, reverse=True)[:CHOICES]
        own = self._infusions.get(reflection.infusion) if reflection.infusion else None
        return found if own is None or own in found else [*found, own]

    def can_look_back(self, reflection: Reflection) -> bool:
        """Return whether to ask now if *reflection* still holds: it is of an earlier day."""
        return can_look_back(reflection, self._clock.now())

    def looked_back(self, reflection: Reflection, holds: Holds | None, words: str) -> Reflection:
        """Return *reflection* with what is said of it now; nothing said is taken back.

        The moment is the one at which something was said of it first.
        """
        if holds is None and not words:
            return reflection.looked_back_on(None)
        before = reflection.look_back
        at = self._clock.now() if before is None else before.at
        return reflection.looked_back_on(LookBack(at=at, holds=holds, words=words))


def _planned_day(infusion: Infusion) -> date:
    return infusion.date
