"""``./dev package windows``: the setup, the .msi and the .zip, and trying them under Wine."""

import shutil
import zipfile
from pathlib import Path
from typing import Final

import icons
from windows import bundle, msi, nsis, portable
from windows.names import BUILD, FILES, numbers_in_order
from windows.trial import Trial
from windows.try_msi import try_msi
from windows.try_setup import try_setup
from workshop import NAME, say, version, within

NEEDS: Final = (
    *("gcc-mingw-w64-x86-64", "binutils-mingw-w64-x86-64", "nsis", "wixl", "msitools"),
    *("wine", "wine64", "xvfb", "xdotool", "imagemagick", "ffmpeg"),
)
"""Wine is needed to build, too: the modules are compiled by the Python that will run them."""

LIMITS: Final = {"-setup.exe": 45, ".msi": 55, ".zip": 55}
"""Megabytes that a package has at most, by how its name ends."""

OLDER: Final = "0.0.1"
STALE: Final = "program/app/left_behind.py"


def build(out: Path) -> list[Path]:
    """Write the setup, the .msi and the .zip into *out*, and return them."""
    numbers_in_order(version())  # told before the minutes that the rest takes
    icon = icons.write_ico(BUILD / "soft-landing.ico")
    made = bundle.make(BUILD / "bundle", icon, version(), say)
    return [
        nsis.make(made, icon, out, version()),
        msi.make(made, icon, out, version()),
        portable.make(made, out, version()),
    ]


def try_out(artifacts: list[Path], work: Path) -> list[str]:
    """Install, use, renew and remove what was built, under Wine; return lines of figures."""
    lines = [
        within(one, limit)
        for one in artifacts
        for end, limit in LIMITS.items()
        if one.name.endswith(end)
    ]
    setup, package, archive = artifacts
    old_setup, old_package = _older(work)
    trial = Trial(work)
    try:
        lines += [f"setup: {line}" for line in try_setup(trial, setup, old_setup, STALE)]
        lines += [f"msi: {line}" for line in try_msi(trial, package, old_package, STALE)]
        lines += [f"zip: {line}" for line in _try_archive(trial, archive)]
    finally:
        trial.wine.stop()
    return lines


def _older(work: Path) -> tuple[Path, Path]:
    """Make a setup and a .msi of a lower version, with a file that the newer one does not have."""
    icon = BUILD / "soft-landing.ico"
    small = work / "older" / NAME
    shutil.copytree(BUILD / "bundle" / NAME, small, ignore=shutil.ignore_patterns("lib", "app"))
    stale = small / FILES / STALE
    stale.parent.mkdir(parents=True)
    stale.write_text('"""Of the older version."""\n', encoding="utf-8")
    return nsis.make(small, icon, work, OLDER), msi.make(small, icon, work, OLDER)


def _try_archive(trial: Trial, archive: Path) -> list[str]:
    folder = trial.wine.drive / "Ünpacked here"
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return [trial.self_test(folder / NAME)]
