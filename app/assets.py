"""Where the files that ship with the program are: content, icons, fonts, styles, languages."""

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """Return the path of the shipped file or folder *name*, ``icons/leaf.svg``.

    The name uses forward slashes and counts from the resources folder. Nothing is opened: a
    file that does not exist is noticed by whoever reads it.
    """
    return resources_beside(Path(__file__).parent).joinpath(*name.split("/"))


def license_texts() -> Path | None:
    """Return the folder with the licenses of all that is shipped; an installed program has one.

    On Windows it lies in the one folder that holds all of the program, on macOS among what an
    application has besides programs.
    """
    beside = Path(sys.executable).parent
    places = (
        beside / "licenses",
        beside / "SoftLanding-files" / "licenses",
        beside.parent / "Resources" / "licenses",
    )
    return next((folder for folder in places if (folder / "README.txt").is_file()), None)


def resources_beside(package: Path) -> Path:
    """Return the resources folder for the package folder *package*.

    A wheel and a frozen build carry it inside the package; a checkout has it next to it.
    """
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
