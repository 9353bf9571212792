"""Pictures of eight weeks that were lived: the journal, one infusion, what the clinic gets."""

from app.ui.route import Route
from tests.support.eight_weeks import FIRST_MORNING, screened, story
from tests.support.keyboard import Keyboard
from tests.support.living import live
from tests.support.pictures import studio

NAMES = ("journal", "by-infusion", "story", "report", "questionnaires")
FOURTH = 3
"""The infusion that was stopped early, counted from 0."""


def week_states(wanted: tuple[str, ...]) -> None:
    """Everything that looks back, at the end of eight weeks; living them takes half a minute."""
    if wanted and not any(f"weeks-{name}".startswith(wanted) for name in NAMES):
        return
    with studio(wanted) as room:
        room.clock.jump(seconds=(FIRST_MORNING - room.clock.now()).total_seconds())
        live(Keyboard(room.desktop.window), room.clock, story(), screened())
        room.desktop.undo.dismiss()
        room.desktop.window.setFocus()  # the ring of the keyboard is in other pictures
        infusions = room.desktop.program.infusions.newest(len(story()))
        fourth = sorted(one.id for one in infusions)[FOURTH]
        room.take("weeks-journal", Route("journal"))
        room.take("weeks-by-infusion", Route("by_infusion"))
        room.take("weeks-story", Route("infusion_story", fourth))
        room.take("weeks-report", Route("visit_report", fourth))
        room.take("weeks-questionnaires", Route("questionnaires"))
