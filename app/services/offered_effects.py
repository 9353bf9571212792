"""Which effects a check-in offers to tap."""

from app.domain.check_in import CheckIn
from app.domain.offered import offered
from app.services.infusions import Infusions


def offered_effects(check_in: CheckIn, infusions: Infusions) -> tuple[str, ...]:
    """Return the ids of the effects that *check_in* offers, in the order of the screen."""
    own = infusions.get(check_in.infusion) if check_in.infusion else None
    return offered(check_in, (*([own] if own else []), *infusions.recent()))
