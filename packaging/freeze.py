"""Freezes the program: one folder with an executable, Python, Qt, resources and licenses."""

import json
import os
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import Final

import contents
import environment
import icons
import licenses
from workshop import COMMAND, OUT, ROOT, Failed, moment, run, say

WORK: Final = OUT / "frozen"


@cache
def frozen() -> Path:
    """Return the folder of the frozen build, made anew at the first call of a run.

    It holds every library of the system that an AppImage carries.
    """
    python = environment.python()
    say("Freezing the program.")
    WORK.mkdir(parents=True, exist_ok=True)
    if sys.platform == "darwin":  # what an application holds cannot be added to it afterwards
        icons.write_icns(WORK / "icon.icns")
        licenses.collect(WORK / "licenses", environment.FOLDER, {})
    freezing = ["-P", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    places: list[str | Path] = ["--distpath", WORK / "dist", "--workpath", WORK / "work"]
    run(
        # -P: the folder that this is started in holds one called packaging, as a library is.
        [python, *freezing, *places, ROOT / "packaging" / "soft-landing.spec"],
        more={
            "PYTHONHASHSEED": "0",
            "PYINSTALLER_CONFIG_DIR": str(WORK / "cache"),
            "SOFT_LANDING_WORK": str(WORK),
        },
    )
    bundle = WORK / "dist" / COMMAND
    if sys.platform == "linux":
        _strip(bundle / "_internal")
        licenses.collect(bundle / "licenses", environment.FOLDER, system_libraries())
    extra = contents.left_over(str(path.relative_to(bundle)) for path in bundle.rglob("*.so*"))
    if extra:
        raise Failed(f"These should not be in the build: {', '.join(extra)}")
    return bundle


def _strip(folder: Path) -> None:
    """Take debugging symbols out of Python and its modules, which may be built with them.

    Everything else comes without; and strip breaks FFmpeg's libraries as PySide6 ships them: their
    parts would no longer lie where pages of memory begin, and no music could be read.
    """
    compiled = sorted((*folder.glob("libpython3*"), *folder.rglob("*.cpython-*.so")))
    run(["strip", "--strip-unneeded", *compiled])


def system_libraries() -> dict[str, Path]:
    """Return which files of the newest build are libraries of the system, and where from."""
    known = json.loads((WORK / "system-libraries.json").read_text(encoding="utf-8"))
    return {name: Path(source) for name, source in known.items()}


def without_system_libraries(bundle: Path, target: Path) -> Path:
    """Copy *bundle* to *target* without the libraries that a package manager brings."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(bundle, target, symlinks=True)
    for name in system_libraries():
        (target / "_internal" / name).unlink()
    licenses.collect(target / "licenses", environment.FOLDER, {})
    return target


def tidy(folder: Path) -> None:
    """Give everything below *folder* the permissions and the moment that packages have."""
    for path in (folder, *sorted(folder.rglob("*"))):
        if not path.is_symlink():
            is_run = path.is_dir() or (path.stat().st_mode & 0o100 and ".so" not in path.name)
            path.chmod(0o755 if is_run else 0o644)
        os.utime(path, (moment(), moment()), follow_symlinks=False)
