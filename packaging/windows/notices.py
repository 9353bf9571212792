"""The licenses of everything in the bundle, as texts beside it."""

from pathlib import Path
from typing import Final

import licenses

NOT_HERE: Final = {"PyInstaller bootloader", "ICU", "jeepney"}
"""What other packages hold, and this one does not: Windows has an ICU of its own."""

RUNTIME: Final = "Microsoft Visual C++ runtime"
ONLY_HERE: Final = (
    licenses.Component(
        "tzdata",
        "Apache-2.0",
        "2020 Paul Ganssle and the contributors",
        "tzdata/*",
        ("dist:tzdata",),
    ),
    licenses.Component(
        RUNTIME,
        "may be passed on with programs",
        "Microsoft Corporation",
        "python/msvcp140.dll python/vcruntime140.dll",
        (),
    ),
)


def components() -> list[licenses.Component]:
    """Return what a package for Windows is made of."""
    shared = [one for one in licenses.COMPONENTS if one.name not in NOT_HERE]
    return [*shared, *ONLY_HERE]


def write(target: Path, packages: Path, python: Path) -> None:
    """Write the texts into the folder *target*, one folder for each component.

    *packages* and *python* are what was loaded, with the texts that came along.
    """
    own = [python / "LICENSE.txt"]
    licenses.write(
        target,
        components(),
        lambda source: licenses.texts_of(source, packages, own),
        (),
        newline="\r\n",
    )
