"""Clean Debian systems to try packages in: a folder each, entered by chroot. They need root.

What is mounted is mounted in a namespace of the one command that needs it, and is gone with it:
nothing can be left mounted, or be deleted through a mount.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from workshop import OUT, Failed, run, say

ROOMS: Final = OUT / "rooms"
ARCHIVES: Final = ROOMS / "archives"
"""What apt has downloaded, for all rooms and the next time."""

USER: Final = "patient"
HOME: Final = Path("/home") / USER
SCREENS: Final = Path("/tmp/.X11-unix")  # noqa: S108 -- where X servers put their sockets
ENTER: Final = """\
room=$1; shift
mount -t proc proc "$room/proc"
mount --rbind /dev "$room/dev"
mount --bind "$ARCHIVES" "$room/var/cache/apt/archives"
mkdir -p "$room$SCREENS"; mount --bind "$SCREENS" "$room$SCREENS"
exec chroot "$@"
"""
PATIENCE_SECONDS: Final = 900


class Room:
    """One clean system with an ordinary user; *name* is that of its folder."""

    def __init__(self, suite: str, name: str) -> None:
        self.suite = suite
        self.folder = ROOMS / name
        base = _base(suite)
        shutil.rmtree(self.folder, ignore_errors=True)
        run(["cp", "--archive", "--reflink=auto", base, self.folder])

    def path(self, inside: str | Path) -> Path:
        """Return where the path *inside* the room really is."""
        return self.folder / str(inside).lstrip("/")

    def command(self, *words: str | Path, user: str = "root", **variables: str) -> list[str]:
        """Return what runs *words* in the room, with *variables* and nothing else from outside."""
        home = "/root" if user == "root" else str(HOME)
        known = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": home,
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            **variables,
        }
        places = [f"ARCHIVES={ARCHIVES}", f"SCREENS={SCREENS}"]
        return [
            *("unshare", "--mount", "--propagation", "private", "env", *places),
            *("sh", "-euc", ENTER, "enter", str(self.folder)),
            *(f"--userspec={user}", str(self.folder), "env", "--ignore-environment"),
            *(f"--chdir={home}", *(f"{name}={value}" for name, value in known.items())),
            *map(str, words),
        ]

    def run(self, *words: str | Path, user: str = "root", **variables: str) -> str:
        """Run *words* in the room and return what they print; raises Failed if they fail."""
        return run(self.command(*words, user=user, **variables))

    def refused(self, *words: str | Path, user: str = "root", **variables: str) -> tuple[int, str]:
        """Run *words*, which may fail; return the exit code and what was printed."""
        done = subprocess.run(
            self.command(*words, user=user, **variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        return done.returncode, done.stdout

    def install(self, *what: str | Path) -> str:
        """Have apt install packages, or files of packages, and what they need, but no more."""
        return self.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *what)

    def bring(self, file: Path, inside: str) -> str:
        """Copy *file* to the path *inside* the room, for everyone to read; return that."""
        shutil.copyfile(file, self.path(inside))
        self.path(inside).chmod(0o755)
        return inside

    def files(self) -> set[str]:
        """Return the path of everything in the room."""
        found: set[str] = set()
        for folder, folders, names in os.walk(self.folder):
            here = "/" + os.path.relpath(folder, self.folder).removeprefix(".")
            found.update(f"{here}/{name}".replace("//", "/") for name in [*folders, *names])
        return found

    def close(self) -> None:
        """Remove the room."""
        shutil.rmtree(self.folder)


def _base(suite: str) -> Path:
    """Return a folder with the smallest system of *suite*, made once."""
    if os.geteuid() != 0:
        raise Failed("Packages are tried in clean systems, and to make those takes root.")
    ARCHIVES.joinpath("partial").mkdir(parents=True, exist_ok=True)
    SCREENS.mkdir(mode=0o1777, exist_ok=True)
    base, beside = ROOMS / f"base-{suite}", ROOMS / f"base-{suite}.new"
    if not base.exists():
        say(f"Making a clean system of Debian {suite} (this happens once).")
        shutil.rmtree(beside, ignore_errors=True)
        run(["unshare", "--mount", "debootstrap", "--variant=minbase", suite, beside])
        shutil.copyfile("/etc/resolv.conf", beside / "etc" / "resolv.conf")
        run(["chroot", beside, "useradd", "--create-home", "--shell", "/bin/bash", USER])
        beside.rename(base)
    return base
