"""What a package has to live through on a clean system: install, run, upgrade, purge."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Final

import bundle
from linux import screens
from linux.rooms import HOME, USER, Room
from tests.support.screen import private_screen
from tests.support.ten_years import write_ten_years
from workshop import COMMAND, ROOT, Failed, say, version

SUITES: Final = ("bookworm", "trixie")
STALE: Final = f"/usr/lib/{COMMAND}/_internal/app/stale.txt"
"""A file of the older version that today's does not have."""

PACK: Final = ROOT / "packaging" / "clinic" / "samples" / "small-us-clinic"
"""A clinic's pack, and where it lies once its package is installed."""

PLACE_OF_PACK: Final = "/etc/xdg/soft-landing/clinic.yaml"
FILES: Final = HOME / ".local" / "share" / COMMAND
OFFSCREEN: Final = {"QT_QPA_PLATFORM": "offscreen"}


def of_deb(suite: str, package: Path, older: Path, work: Path) -> list[str]:
    """Put *older* and then *package* on a clean system of *suite*, run it and take it off again.

    A patient's files of a month are there, and the clinic's own package comes along.
    """
    say(f"Trying {package.name} on Debian {suite}.")
    room = Room(suite, f"deb-{suite}")
    room.run("apt-get", "update", "-qq")
    write_ten_years(room.path(FILES), date(2026, 11, 24), days=30)
    room.run("chown", "--recursive", f"{USER}:", HOME)
    before = room.files()
    room.install(room.bring(older, "/root/older.deb"))
    companion = _companion(room)
    room.install(companion)
    program = room.command(COMMAND, user=USER, **OFFSCREEN)
    lines = [
        _upgraded(room, package),
        *bundle.checked(program, room.path(HOME), HOME),
        on_a_screen(room, COMMAND),
        screens.photograph(
            lambda display: room.command(COMMAND, user=USER, DISPLAY=display),
            work / f"window-{suite}.png",
        ),
        _purged(room, before, companion),
    ]
    room.close()
    return [f"Debian {suite}: {line}" for line in lines]


def _companion(room: Room) -> str:
    """Have the program make the clinic's own package of its pack, and return where it lies."""
    for file in PACK.iterdir():
        room.bring(file, str(HOME / file.name))
    pack: list[str | Path] = ["--installers", HOME, "--out", HOME / "kit", HOME / "clinic.yaml"]
    code, said = room.refused(COMMAND, "clinic", "kit", *pack, user=USER)  # 1: no setup to zip
    made = sorted(room.path(HOME / "kit").glob("*_all.deb"))
    if len(made) != 1:
        raise Failed(f"The clinic's package was not made, {code}: {said}")
    return room.bring(made[0], f"/root/{made[0].name}")


def _upgraded(room: Room, package: Path) -> str:
    """Install *package* over an older version, and see what is gone and what is not."""
    if not room.path(STALE).exists():
        raise Failed("The older version did not bring the file that has to go.")
    room.install(room.bring(package, "/root/newer.deb"))
    is_there = room.run("dpkg-query", "--show", "--showformat=${Version}", COMMAND)
    if is_there != version() or room.path(STALE).exists():
        raise Failed(f"After the upgrade there is {is_there}, or a file of the older version.")
    if room.path(PLACE_OF_PACK).read_bytes() != (PACK / "clinic.yaml").read_bytes():
        raise Failed("After the upgrade the clinic's pack is another one.")
    return "upgraded from 0.0.1, its stale file is gone, the clinic's pack is there"


def _purged(room: Room, before: set[str], companion: str) -> str:
    """Purge the program and the clinic's package: nothing is left but the patient's files."""
    room.run(COMMAND, "check", user=USER)
    kept = digest(room.path(FILES))
    name = Path(companion).name.split("_")[0]
    room.run("apt-get", "purge", "-y", "-qq", COMMAND, name)
    if digest(room.path(FILES)) != kept:
        raise Failed("Purging changed the patient's files.")
    left = [path for path in sorted(room.files() - before) if _is_ours(path)]
    if left:
        raise Failed(f"Purging left {', '.join(left)}.")
    return f"purged, all {len(kept)} files of the patient are as before, nothing else is left"


def on_a_screen(room: Room, program: str) -> str:
    """Have *program* live its day in the window that people see; return a line."""
    with private_screen(manager=False) as screen:
        told = room.run(program, "self-test", "--show", user=USER, DISPLAY=screen["DISPLAY"])
    report = json.loads(told)
    if report["platform"] != "xcb":
        raise Failed(f"The window was drawn by {report['platform']}.")
    return f"self-test passed on a real screen, {len(report['steps'])} steps"


def digest(folder: Path) -> dict[str, str]:
    """Return the digest of every file below *folder*; raises Failed if there is none."""
    found = {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    if not found:
        raise Failed(f"The program left no files of the patient in {folder}.")
    return found


def _is_ours(path: str) -> bool:
    is_named = "softlanding" in path.lower().replace("-", "")
    return is_named and not path.startswith((f"{HOME}/", "/root/"))
