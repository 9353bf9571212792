"""The licenses of everything in the bundle, as texts beside it."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import licenses
from common import ROOT, Failed

NOT_HERE: Final = {"PyInstaller bootloader", "ICU", "jeepney"}
"""What other packages hold, and this one does not: Windows has an ICU of its own."""

ONLY_HERE: Final = (
    licenses.Component(
        "tzdata",
        "Apache-2.0",
        "2020 Paul Ganssle and the contributors",
        "tzdata/*",
        ("dist:tzdata",),
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
    lines = ["What this program is made of, and under which license each part is.", ""]
    for one in components():
        folder = target / one.name.replace(" ", "-").replace(",", "")
        folder.mkdir(parents=True)
        for path in _texts(one, packages, python):
            shutil.copyfile(path, folder / path.name)
        lines.append(f"{one.name}: {one.license}. Copyright {one.holders}.")
    lines.append(
        "Microsoft Visual C++ runtime: may be passed on with programs. Copyright Microsoft."
    )
    notice = (licenses.TEXTS / "LGPL-notice.txt").read_text(encoding="utf-8").strip()
    text = "\n".join([*lines, "", notice, ""])
    (target / "README.txt").write_text(text, encoding="utf-8", newline="\r\n")


def _texts(one: licenses.Component, packages: Path, python: Path) -> Iterable[Path]:
    """Yield the files with the texts of *one*; raises Failed where there are none."""
    for source in one.texts:
        kind, _, name = source.rpartition(":")
        if kind == "python":
            found = [python / "LICENSE.txt"]
        elif kind == "dist":
            about = f"{name.lower()}-*.dist-info"
            places = (*packages.glob(f"{about}/licenses/*"), *packages.glob(f"{about}/LICENSE*"))
            found = sorted(path for path in places if path.is_file())
        else:
            found = [path for path in (ROOT / name,) if path.is_file()]
        if not found:
            raise Failed(f"The license text {source} was not found.")
        yield from found
