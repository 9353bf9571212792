"""The folder that all packages for Windows hold: the programs, Python, the packages, and ours.

Soft Landing/
    SoftLanding.exe  soft-landing.exe  LICENSE.txt
    SoftLanding-files/
        python/      what python.org calls the embeddable package, as far as it is needed
        lib/         the packages
        program/     the program, as in a wheel
        licenses/
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from windows import allowed, fetching, libraries, notices, programs, signatures
from windows.names import BUILD, FILES, HERE, PYTHON_LIBRARY
from windows.wine import Wine
from workshop import NAME, ROOT, moment

FOLDERS: Final = (f"{PYTHON_LIBRARY}.zip", ".", r"..\lib", r"..\program")
"""Where Python looks for modules, as seen from its own folder, and nowhere else."""


def make(into: Path, icon: Path, version: str, say: Callable[[str], None]) -> Path:
    """Return a new bundle of *version* in the folder *into*, checked; *say* hears of each check."""
    bundle = into / NAME
    shutil.rmtree(bundle, ignore_errors=True)
    files = bundle / FILES
    files.mkdir(parents=True)
    python, packages = fetching.python(), fetching.packages()
    _take_python(python, files / "python")
    _take_packages(packages, files / "lib")
    _take_program(files / "program")
    libraries.keep_newest_runtime(packages, bundle, files / "python")
    notices.write(files / "licenses", packages, python)
    _compile(files)
    shutil.copyfile(ROOT / "LICENSE", bundle / "LICENSE.txt")
    programs.make(bundle, icon, version)
    say(libraries.check(bundle))
    say(signatures.check(bundle))
    _date(bundle)
    return bundle


def _take_python(source: Path, target: Path) -> None:
    target.mkdir()
    for name in allowed.PYTHON:
        shutil.copyfile(source / name, target / name)
    lines = "".join(f"{folder}\r\n" for folder in FOLDERS)
    (target / f"{PYTHON_LIBRARY}._pth").write_text(lines, encoding="ascii", newline="")


def _take_packages(source: Path, target: Path) -> None:
    found = (path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())
    for name in allowed.allowed(found):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)


def _take_program(target: Path) -> None:
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "app", target / "app", ignore=without)
    shutil.copytree(ROOT / "resources", target / "app" / "resources", ignore=without)
    shutil.copyfile(HERE / "launcher" / "start.py", target / "start.py")


def _compile(files: Path) -> None:
    """Compile every module for good: nothing is to be written where a clinic installs it.

    By the very Python that is going to run them, so it is started under Wine.
    """
    wine = Wine(BUILD / "wine-for-building")
    script = wine.path(HERE / "compile_modules.py")
    wine.run(fetching.python() / "python.exe", "-B", script, wine.path(files))


def _date(bundle: Path) -> None:
    """Give everything the one moment that packages are dated with."""
    for path in (*bundle.rglob("*"), bundle):
        os.utime(path, (moment(), moment()))
