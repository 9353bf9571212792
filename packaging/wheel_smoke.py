"""Builds the wheel, looks inside, installs it where nothing else is, and lets it test itself."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "wheel"
LOCK = ROOT / "packaging" / "locks" / "run.txt"
INSTALL = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def build() -> Path:
    """Return a new wheel, built by the locked back end."""
    shutil.rmtree(BUILD, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "--no-build-isolation", "--no-deps", "--wheel-dir", BUILD, ROOT], check=True
    )
    (wheel,) = BUILD.glob("*.whl")
    return wheel


def faults(wheel: Path) -> list[str]:
    """Return what is wrong with the contents of *wheel*."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    found = [
        f"{name} should not be in the wheel"
        for name in sorted(names)
        if not name.startswith(("app/", "soft_landing-")) or "__pycache__" in name
    ]
    shipped = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    wanted = [
        *(f"app/{path.relative_to(ROOT).as_posix()}" for path in shipped),
        *(path.relative_to(ROOT).as_posix() for path in (ROOT / "app").rglob("*.py")),
    ]
    return [*found, *(f"{name} is missing" for name in wanted if name not in names)]


def try_out(wheel: Path, folder: Path, report: Path) -> int:
    """Install *wheel* in an empty environment below *folder*; return its self-test's exit code."""
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if sys.platform == "win32" else "bin")
    python = programs / "python"
    subprocess.run([python, *INSTALL, "--require-hashes", "-r", LOCK], check=True)
    subprocess.run([python, *INSTALL, "--no-deps", "--no-index", wheel], check=True)
    subprocess.run([python, "-m", "pip", "check", "--disable-pip-version-check"], check=True)
    command = programs / "soft-landing"
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "SOFT_LANDING"))}
    subprocess.run([command, "--version"], cwd=folder, env=clean, check=True)
    self_test: list[str | Path] = [command, "self-test", "--out", report]
    return subprocess.run(self_test, cwd=folder, env=clean, check=False).returncode


def main() -> int:
    """Say in one line what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only-contents", action="store_true", help="do not install it")
    wanted = parser.parse_args()
    wheel = build()
    found = faults(wheel)
    for fault in found:
        print(fault)
    if found or wanted.only_contents:
        print(f"wheel: {len(found)} faults in {wheel.name} ({wheel.stat().st_size:,} bytes)")
        return 1 if found else 0
    report = BUILD / "self-test.json"
    with tempfile.TemporaryDirectory(prefix="soft-landing-wheel-") as folder:
        code = try_out(wheel, Path(folder), report)
    print(f"wheel: {wheel.name} in an empty environment, self-test exit code {code}")
    return code


if __name__ == "__main__":
    sys.exit(main())
