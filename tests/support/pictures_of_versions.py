"""Pictures of earlier versions: several of one entry, one brought back, and none at all."""

from app.domain.check_in import CheckIn, Rating, TimePoint
from app.domain.reflection import Reflection
from app.ui.route import Route
from tests.support.pictures import Studio, studio

RIVER = (
    "A wide river at night, and I was the river. For a while I did not know where I ended.\n\n"
    "Then there was music again."
)
CALM_RIVER = RIVER.replace("did not know where I ended", "had no edge, and it was all right")


def version_states(wanted: tuple[str, ...]) -> None:
    """A check-in that was changed twice, a reflection, and an entry that never was."""
    with studio(wanted) as room:
        room.fill()
        several = _changed_twice(room)
        room.take("versions-several", several)
        room.take("versions-several-end", several, end=True)
        room.take("versions-reflection", _reflection(room))
        page = Route("check_in", f"open:{several.argument}")
        room.take("versions-link", page, end=True)
        room.take("versions-none", Route("versions", "open:2026-11-24:none2345"))


def _changed_twice(room: Studio) -> Route:
    journal = room.desktop.program.journal
    entry: CheckIn = journal.draft(TimePoint.TWO_HOURS, None).noticed("nausea")
    for words, mood in (("Tired.", 3), ("Tired, and glad.", 5), ("Glad, and hungry.", 7)):
        room.clock.advance(minutes=20)
        entry = journal.keep(entry.saying(words).rated(Rating.MOOD, mood))
    return Route("versions", f"open:{entry.day.isoformat()}:{entry.id}")


def _reflection(room: Studio) -> Route:
    journal, at = room.desktop.program.journal, room.clock.now()
    first = Reflection(id="refl2345", created=at, changed=at, at=at, during=RIVER, after="Calm.")
    kept = journal.keep(first.hoping("To rest."))
    room.clock.advance(minutes=20)
    journal.keep(kept.recalling(CALM_RIVER))
    return Route("versions", f"open:{at.date().isoformat()}:refl2345")
