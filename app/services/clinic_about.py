"""Who the clinic is and how to find it, as its pack says."""

from typing import NamedTuple

from app.domain.clinic import Pack
from app.i18n import _


class ClinicAbout(NamedTuple):
    """The clinic's name, its logo as it came, and quiet lines: address, hours, languages."""

    name: str
    logo: bytes | None = None
    lines: tuple[str, ...] = ()


def about_clinic(pack: Pack, logo: bytes | None) -> ClinicAbout:
    """Return what *pack* says of the clinic, with its *logo* if it has one."""
    spoken = ", ".join(pack.languages)
    lines = (
        pack.address.strip(),
        pack.hours.strip(),
        _("Spoken there: {languages}").format(languages=spoken) if spoken else "",
    )
    return ClinicAbout(pack.name, logo, tuple(one for one in lines if one))
