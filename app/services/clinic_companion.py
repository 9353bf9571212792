"""The package that puts a clinic's pack on a computer with Debian or one of its relatives.

Its words are read by the tools of those systems, which speak English.
"""

import re
import unicodedata
from datetime import date
from typing import Final

from app.domain.clinic import Pack
from app.services.deb_writer import deb, gzipped
from app.storage.clinic_repository import Files
from app.storage.kit_files import seconds_of

SETTINGS: Final = "etc/xdg/soft-landing"
"""Where the program looks for a pack for the whole computer."""

_ADDRESS: Final = "soft-landing@example.org"
_LONGEST: Final = 40

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]

_CONTROL: Final = """\
Package: {package}
Version: {version}
Architecture: all
Section: misc
Priority: optional
Maintainer: {maintainer}
Depends: soft-landing
Provides: soft-landing-clinic
Conflicts: soft-landing-clinic
Replaces: soft-landing-clinic
Description: {synopsis}
 The name, the phones and the rules of a clinic, which Soft Landing shows to
 its patients. In use until {expires}.
"""

_CHANGELOG: Final = """\
{package} ({version}) stable; urgency=medium

  * Version {version} of what the clinic sets.

 -- {maintainer}  {when}
"""

_COPYRIGHT: Final = """\
What {name} sets, made by the clinic with soft-landing clinic kit.

Files: *
Copyright: {year} {name}
License: of-the-clinic
 The clinic lets everybody keep, copy and install these files as they are.
"""


def slug_of(pack: Pack) -> str:
    """Return the name of the clinic as part of file names: small letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", pack.name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or "clinic"


def companion(pack: Pack, files: Files) -> tuple[str, bytes]:
    """Return the name and the bytes of the package that puts *files* in their places."""
    package = f"soft-landing-clinic-{slug_of(pack)}"
    seconds = seconds_of(pack.date)
    name = " ".join(re.sub(r'[<>,"@()\[\]:;\\]', " ", pack.name).split()) or "A clinic"
    said = {
        "package": package,
        "version": pack.version,
        "maintainer": f"{name} <{_ADDRESS}>",
        "synopsis": f"what {name} sets"[:78],
        "expires": pack.expires.isoformat(),
        "when": _when(pack.date),
        "name": name,
        "year": pack.date.year,
    }
    doc = f"usr/share/doc/{package}"
    inside = {
        **{f"{SETTINGS}/{file}": files[file] for file in sorted(files)},
        f"{doc}/changelog.gz": gzipped(_CHANGELOG.format(**said).encode()),
        f"{doc}/copyright": _COPYRIGHT.format(**said).encode(),
    }
    return f"{package}_{pack.version}_all.deb", deb(_CONTROL.format(**said), inside, seconds)


def _when(day: date) -> str:
    """Return *day* as changelogs have it, in English whatever the computer speaks."""
    return (
        f"{_DAYS[day.weekday()]}, {day.day:02} {_MONTHS[day.month - 1]} {day.year} 00:00:00 +0000"
    )
