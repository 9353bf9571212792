"""Pictures of Help now: in the middle of a session, with many people, and on a broken folder."""

from msgspec.structs import replace

from app.domain.calm_phases import single
from app.domain.preferences import Person
from app.ui.route import Route
from tests.support.pictures import Studio, settle, studio

LONG = "Professor Doktor Maria-Magdalena von Hohenstein-Waldenburg the younger, my neighbor"


def help_states(wanted: tuple[str, ...]) -> None:
    """What is not to be seen on the page of an ordinary day."""
    with studio(wanted) as room:
        room.fill()
        room.desktop.program.calm.start(single(10))
        room.desktop.window.navigation.go(Route("calm_running"))
        room.take("help-in-session", Route("help"))
        room.desktop.program.calm.end()
        _write_people(room)
        room.take("help-people", Route("help"))
        room.desktop.program.folder.writer.wait(10)
        settle()
        profile = room._home / "Soft Landing" / "profile.yaml"
        profile.write_text("people: [\n", encoding="utf-8")
        room.reopen()
        room.take("help-broken", Route("help"))


def _write_people(room: Studio) -> None:
    preferences = room.desktop.program.preferences
    people = (
        Person(name="Sam Rivera", phone="555-0136"),
        Person(name=LONG, phone="+49 (0) 6131 555 0136"),
        Person(name="Kim", phone="1-800-CALL-KIM ext. 44, ask for Kim"),
        Person(name="שרה אבני", phone="+972 555-0136"),
    )
    preferences.keep_profile(replace(preferences.profile, people=people))
