"""Pictures of a session with closed eyes, and of the card that asks for someone."""

from msgspec.structs import replace

from app.ui.route import Route
from tests.support.picture_acts import Press
from tests.support.pictures import studio


def calm_states(wanted: tuple[str, ...]) -> None:
    """On the day of an infusion, at the clinic."""
    if wanted and not any(name.startswith(("eyes", "someone", "calm")) for name in wanted):
        return
    with studio(wanted) as room:
        room.fill()
        room.clock.jump(days=3)
        program = room.desktop.program
        program.infusions.keep(replace(room.coming, intention="Let it come, let it go"))
        room.take("eyes-closed-start", Route("eyes_closed_start"))
        room.take("eyes-closed-start-end", Route("eyes_closed_start"), end=True)
        room.desktop.window.navigation.go(Route("calm"))
        Press(room, "calm:breathing")()
        Press(room, "calm:pattern:box")()
        room.take("calm-breathing", Route("calm"), end=True)
        Press(room, "calm:breathing")()
        Press(room, "calm:length:infusion_day")()
        Press(room, "calm:parts:length")()
        room.take("calm-infusion-day", Route("calm"))
        model = room.desktop.places.calm._eyes_closed_model
        model.start()
        room.take("eyes-closed", Route("eyes_closed"))
        model.shows_intention = model.says_breath = True
        model.start()
        room.take("eyes-closed-words", Route("eyes_closed"))
        room.take("calm-running-parts", Route("calm_running"))
        room.clock.advance(minutes=17)
        room.take("someone", Route("someone"))
        program.calm.end()
