"""Which effects a check-in offers to tap."""

from typing import Final

from app.domain.check_in import CheckIn
from app.domain.offered import offered
from app.services.infusions import Infusions

_NEWEST: Final = 12
"""So many infusions are looked through for the last one before a check-in."""


def offered_effects(check_in: CheckIn, infusions: Infusions) -> tuple[str, ...]:
    """Return the ids of the effects that *check_in* offers, in the order of the screen."""
    own = infusions.get(check_in.infusion) if check_in.infusion else None
    return offered(check_in, [own] if own is not None else infusions.newest(_NEWEST))
