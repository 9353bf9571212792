"""What a package has to live through on a clean system: install, run, upgrade, purge."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Final

import bundle
from common import COMMAND, Failed, say, version
from linux import screens
from linux.rooms import HOME, USER, Room
from tests.support.screen import private_screen
from tests.support.ten_years import write_ten_years

SUITES: Final = ("bookworm", "trixie")
STALE: Final = f"/usr/lib/{COMMAND}/_internal/app/stale.txt"
"""A file of the older version that today's does not have."""

CLINIC_PACK: Final = "/etc/xdg/soft-landing/clinic.yaml"
"""What a clinic may have put there, which is not ours to take away."""

FILES: Final = HOME / ".local" / "share" / COMMAND
OFFSCREEN: Final = {"QT_QPA_PLATFORM": "offscreen"}


def of_deb(suite: str, package: Path, older: Path, work: Path) -> list[str]:
    """Put *older* and then *package* on a clean system of *suite*, run it and take it off again."""
    say(f"Trying {package.name} on Debian {suite}.")
    room = Room(suite, f"deb-{suite}")
    room.run("apt-get", "update", "-qq")
    pack = room.path(CLINIC_PACK)
    pack.parent.mkdir(parents=True)
    pack.write_text("name: Riverside Clinic\n", encoding="utf-8")
    write_ten_years(room.path(FILES), date(2026, 11, 24), days=30)
    room.run("chown", "--recursive", f"{USER}:", HOME)
    before = room.files()
    room.install(room.bring(older, "/root/older.deb"))
    if not room.path(STALE).exists():
        raise Failed("The older version did not bring the file that has to go.")
    room.install(room.bring(package, "/root/newer.deb"))
    is_there = room.run("dpkg-query", "--show", "--showformat=${Version}", COMMAND)
    if is_there != version() or room.path(STALE).exists():
        raise Failed(f"After the upgrade there is {is_there}, or a file of the older version.")
    lines = [f"Debian {suite}: installed, upgraded from 0.0.1, its stale file is gone"]
    home = room.path(HOME)
    program = room.command(COMMAND, user=USER, **OFFSCREEN)
    lines += [f"Debian {suite}: {line}" for line in bundle.checked(program, home, HOME)]
    lines.append(f"Debian {suite}: {on_a_screen(room, COMMAND)}")
    picture = screens.photograph(
        lambda display: room.command(COMMAND, user=USER, DISPLAY=display),
        work / f"window-{suite}.png",
    )
    lines.append(f"Debian {suite}: {picture}")
    room.run(COMMAND, "check", user=USER)
    kept = digest(room.path(FILES))
    room.run("apt-get", "purge", "-y", "-qq", COMMAND)
    if digest(room.path(FILES)) != kept or not pack.exists():
        raise Failed("Purging changed the patient's files, or took the clinic's.")
    left = [path for path in sorted(room.files() - before) if _is_ours(path)]
    if left:
        raise Failed(f"Purging left {', '.join(left)}.")
    as_before = f"all {len(kept)} files of the patient are as before, nothing else is left"
    lines.append(f"Debian {suite}: purged, {as_before}")
    room.close()
    return lines


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
    return is_named and not path.startswith(f"{HOME}/")
