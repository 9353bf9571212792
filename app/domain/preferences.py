"""Who the patient is, as far as they want to say, and how the program should look."""

from enum import Enum
from typing import Annotated

from msgspec import Meta
from msgspec.structs import replace

from app.domain.records import Moment, Part


class ThemeName(Enum):
    """The looks to choose from; SYSTEM follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Look(Part, frozen=True, kw_only=True):
    """Theme, text size in percent (100 to 200), and whether things move less."""

    theme: ThemeName = ThemeName.SYSTEM
    text_percent: Annotated[int, Meta(ge=100, le=200)] = 100
    less_motion: bool = False


class Reminding(Part, frozen=True, kw_only=True):
    """Whether the program reminds while it is open, and shows an icon in the system tray.

    It is quiet until the patient wants otherwise.
    """

    while_open: bool = False
    tray_icon: bool = False


class Settings(Part, frozen=True, kw_only=True):
    """How the program behaves (``settings.yaml``). An empty language follows the computer.

    With ``without_clinic_pack`` a pack that others installed is left aside.
    """

    look: Look = Look()
    reminders: Reminding = Reminding()
    language: str = ""
    without_clinic_pack: bool = False
    first_run_at: Moment | None = None


class Purpose(Enum):
    """What the infusions are for."""

    MOOD = "mood"
    PAIN = "pain"
    BOTH = "both"
    RATHER_NOT_SAY = "rather_not_say"


class Age(Enum):
    """Whether the patient is of age."""

    ADULT = "adult"
    UNDER_18 = "under_18"


class Person(Part, frozen=True, kw_only=True):
    """Somebody the patient can call, known by name, by phone or by both."""

    name: str = ""
    phone: str = ""


class ClinicPhones(Part, frozen=True, kw_only=True):
    """How to reach the clinic."""

    name: str = ""
    day: str = ""
    out_of_hours: str = ""


class Profile(Part, frozen=True, kw_only=True):
    """What the patient told about themselves (``profile.yaml``); everything may be left out.

    ``country`` is a two-letter code of ISO 3166, or empty.
    """

    name: str = ""
    country: Annotated[str, Meta(pattern="^([A-Z]{2})?$")] = ""
    clinic: ClinicPhones = ClinicPhones()
    purpose: Purpose | None = None
    age: Age | None = None
    people: tuple[Person, ...] = ()

    def with_clinic(self, clinic: ClinicPhones) -> "Profile":
        """Return the profile with *clinic*."""
        return replace(self, clinic=clinic)
