"""Pictures of a clinic's pack as the patient sees it: in use, changed, old, and refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from app.domain.infusion import Outcome
from app.ui.route import Route
from app.ui.today.page import TodayPage
from tests.support import logos, packs
from tests.support.picture_acts import Press, wait_for
from tests.support.pictures import Studio, settle, studio

LONG: Final = (
    "The Ketamine Infusion Service of the University Hospital of Upper Riverside and the Valleys"
)
SAID: Final[dict[str, Any]] = {
    "phones": {"day": "555-0150", "out_of_hours": "555-0199"},
    "address": "12 Mill Street, 2nd floor, Riverside",
    "hours": "Monday to Friday, 8 AM to 5 PM",
    "rules": [{"id": "food", "hours": 3}],
    "checklist": {
        "add": [
            {"id": "scarf", "title": "Bring a scarf", "stage": "week_before", "why": "It is cool."},
            {"id": "lift", "title": "Take the lift to floor 2", "stage": "at_clinic"},
        ],
        "reword": [{"id": "eye_mask", "title": "Our eye mask, or your own"}],
    },
    "check_ins": [{"point": "day_7", "first_day": 7, "last_day": 12}],
    "after_care": [
        "Sleep as long as you like. Have a light meal when you are hungry.",
        "Call us before you take anything new.",
    ],
}


def clinic_states(wanted: tuple[str, ...]) -> None:
    """A small clinic with a wide logo, on a full day."""
    with studio(wanted) as room:
        room.fill()
        _open(room, logos.svg(160, 40))
        room.take("clinic-today-news", Route("today"), Further(room))
        room.take("clinic-today-news-open", Route("today"), Unfolded(room))
        Press(room, "today:clinic_news:read")()
        room.desktop.undo.dismiss()
        room.take("clinic-today", Route("today"), Further(room))
        room.take("clinic-prepare", Route("prepare", "eye_mask"))
        room.take("clinic-help", Route("help"))
        room.take("clinic-settings", Route("settings", "clinic"))
        room.take("clinic-first-run", Route("first_run"), end=True)
        room.clock.jump(days=3)
        room.take("clinic-today-day-of", Route("today"), Further(room))
        room.clock.jump(hours=6)
        room.desktop.program.infusions.answer(room.coming, Outcome.WENT_AHEAD)
        care = Press(room, "today:after_care:fold")
        room.take("clinic-today-afterwards", Route("today"), care, end=True)


def long_clinic_states(wanted: tuple[str, ...]) -> None:
    """A long name and an old pack; then one that nobody can use."""
    with studio(wanted) as room:
        room.fill()
        old = {"date": "2024-01-01", "expires": "2025-12-31"}
        _open(room, logos.png(600, 600), **old, name=LONG)
        room.desktop.program.clinic.saw_news()
        room.desktop.undo.dismiss()
        room.take("clinic-long-today", Route("today"), Further(room), end=True)
        room.take("clinic-long-help", Route("help"))
        room.take("clinic-long-settings", Route("settings", "clinic"))
        room.take("clinic-long-first-run", Route("first_run"), end=True)
        room.desktop.program.folder.writer.wait(10)
        settle()
        pack = room._home / "Soft Landing" / "clinic.yaml"
        pack.write_text(pack.read_text("utf-8").replace("hours: 3", "hours: 300"), "utf-8")
        room.reopen()
        room.desktop.program.clinic.saw_news()
        room.take("clinic-refused-today", Route("today"), Further(room))
        room.take("clinic-refused-settings", Route("settings", "clinic"))


class Further:
    """Waits until Today has looked at what takes time to find."""

    def __init__(self, room: Studio) -> None:
        self._room = room

    def __call__(self) -> None:
        """Wait."""
        page = self._room.desktop.window.navigation.page
        assert isinstance(page, TodayPage)
        wait_for(lambda: page._model._looks_further)
        settle()


class Unfolded:
    """Unfolds the news, unless they are."""

    def __init__(self, room: Studio) -> None:
        self._press: Callable[[], None] = Press(room, "today:clinic_news:more")
        self._is_open = False

    def __call__(self) -> None:
        """Unfold them."""
        if not self._is_open:
            self._press()
        self._is_open = True


def _open(room: Studio, logo: bytes, **said: Any) -> None:
    """Open a pack with *logo*, a PNG or an SVG."""
    folder: Path = room._home / "Downloads"
    folder.mkdir()
    name = "clinic-logo.png" if logo.startswith(b"\x89PNG") else "clinic-logo.svg"
    (folder / name).write_bytes(logo)
    path = packs.write(folder, **{**SAID, **said, "logo": name})
    room.desktop.undo.push(*room.desktop.program.clinic.open(path))
