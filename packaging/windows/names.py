"""What the parts of the Windows packages have in common: names, folders and versions."""

import re
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import UUID, uuid5

from workshop import NAME, ROOT, Failed, version

HERE: Final = Path(__file__).resolve().parent
BUILD: Final = ROOT / "build" / "windows"

PROGRAM: Final = "SoftLanding.exe"
TERMINAL: Final = "soft-landing.exe"
FILES: Final = "SoftLanding-files"
"""The one folder of the program that setup removes with all that is in it: nobody else uses it."""

PUBLISHER: Final = NAME
COPYRIGHT: Final = "GNU General Public License, version 3 or later"
PACK: Final = "clinic.yaml"
LOGOS: Final = ("clinic-logo.png", "clinic-logo.svg")
"""What a clinic puts beside the setup, and what lies beside the program then."""

PYTHON: Final = (3, 13)
PYTHON_LIBRARY: Final = f"python{PYTHON[0]}{PYTHON[1]}"

UPGRADE_CODE: Final = UUID("8a1c7b0e-53d7-4f7e-9a5b-6a0f6b6f1c27")
"""What Windows Installer knows the program by, in every version: never to be changed."""

MOST: Final = (255, 255, 65535)
"""How far Windows Installer counts in each number of a version."""


def three_numbers(given: str | None = None) -> str:
    """Return the version as Windows wants it, ``1.2.3``, of the version *given* or the program's.

    What follows the numbers, as in ``1.2.3rc1``, has no place there.
    """
    found = re.match(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?", given or version())
    numbers = [part or "0" for part in found.groups()] if found else ["0", "0", "0"]
    return ".".join(numbers)


def numbers_in_order(given: str) -> str:
    """Return the version *given* as Windows Installer orders it; raises Failed if it cannot.

    It looks at three numbers, so ``0.2.0rc1`` would pass for ``0.2.0`` and never be replaced by it.
    """
    found = re.fullmatch(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?", given)
    if found is None:
        raise Failed(
            f"There can be no .msi of version {given}: Windows Installer knows three numbers and "
            "no more, so it could not tell this version from the one that follows."
        )
    numbers = [int(part or 0) for part in found.groups()]
    if any(number > most for number, most in zip(numbers, MOST, strict=True)):
        raise Failed(f"There can be no .msi of version {given}: its numbers go up to {MOST}.")
    return ".".join(map(str, numbers))


def product_code(given: str) -> str:
    """Return the code of the version *given*: the same whoever builds it."""
    return _code(f"product {given}")


def package_code(content: bytes) -> str:
    """Return the code of the .msi with the *content*, which names no code yet.

    Windows Installer takes two files of one code for one file: so all that is in it counts.
    """
    return _code(f"package {sha256(content).hexdigest()}")


def _code(said: str) -> str:
    return str(uuid5(UPGRADE_CODE, said)).upper()
