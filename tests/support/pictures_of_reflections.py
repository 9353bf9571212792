"""Pictures of a reflection: new, with more words than a field shows, and looked back on."""

from msgspec.structs import replace

from app.domain.check_in import TimePoint
from app.domain.effects import EffectNote, Severity
from app.domain.infusion import Outcome
from app.domain.reflection import Holds
from app.ui.route import Route
from tests.support.picture_acts import Press
from tests.support.pictures import Studio, studio

INTENTION = "Let go of the work for an hour."
CAME_UP = (
    "A river at first, then the kitchen of my grandmother, with the light of an afternoon.\n"
    "I heard the music far away and it did not matter which piece it was.\n\n"
)


def reflection_states(wanted: tuple[str, ...]) -> None:
    """The evening after an infusion, and the days after."""
    with studio(wanted) as room:
        room.take("reflect-empty", Route("reflection"))
        room.fill()
        room.take("reflect-open", room.routes["reflection"])
        room.take("reflect-open-end", room.routes["reflection"], end=True)
        infusion = _with_intention(room)
        room.take("reflect-intention", Route("reflection", f"new:{infusion}"))
        program = room.desktop.program
        words = program.reflections.draft(infusion).hoping("Rest").recalling(CAME_UP * 12)
        program.journal.keep(words)
        route = Route("reflection", f"open:{words.day.isoformat()}:{words.id}")
        room.take("reflect-long", route)
        room.clock.jump(days=1)
        program.journal.keep(
            program.reflections.looked_back(words, Holds.PARTLY, "The river is still there.")
        )
        room.take("reflect-looked-back", route)
    _last_time_states(wanted)


def _with_intention(room: Studio) -> str:
    """Plan an infusion for today, with an intention, that went ahead; return its id."""
    infusions = room.desktop.program.infusions
    draft = infusions.draft(room.clock.now().date())
    plan, _ = infusions.keep_new(replace(draft, intention=INTENTION))
    infusions.answer(plan, Outcome.WENT_AHEAD)
    return plan.id


def _last_time_states(wanted: tuple[str, ...]) -> None:
    """Prepare before the next infusion: what was said of the last one, in short and in full."""
    with studio(wanted) as room:
        room.fill()
        program = room.desktop.program
        past = next(one for one in program.infusions.recent() if one.number == 1)
        program.infusions.change(
            past.id, lambda one: replace(one, helped="The slow music", hurt="The needle")
        )
        check_in = program.journal.draft(TimePoint.DAY_3, past.id)
        nausea = EffectNote(effect="nausea", severity=Severity.MODERATE, helped="Ginger tea")
        dizziness = EffectNote(effect="dizziness", severity=Severity.MILD)
        program.journal.keep(replace(check_in, effects=(nausea, dizziness)))
        room.take("last-time", Route("prepare"))
        room.take("last-time-all", Route("prepare"), Press(room, "prepare:last_time:more"))
