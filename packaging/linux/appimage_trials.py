"""What the AppImage has to live through, as an ordinary user of a system without FUSE."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import bundle
from linux import appimage, screens
from linux.rooms import HOME, USER, Room
from linux.trials import OFFSCREEN, PACK, on_a_screen
from workshop import Failed, run, say

SUITE: Final = "trixie"
DESKTOP: Final = (
    *("libgl1", "libegl1", "libglib2.0-0t64", "libdbus-1-3", "libfontconfig1", "libx11-xcb1"),
    *("libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "libpulse0", "libcups2t64"),
    *("libgssapi-krb5-2", "libfreetype6", "libx11-6", "libxcb1", "zlib1g", "tzdata"),
)
"""What every desktop has, and the AppImage therefore does not carry."""

CACHE: Final = HOME / ".cache" / "soft-landing-appimage"
PAINTED: Final = {**OFFSCREEN, "SOFT_LANDING_EXIT_AFTER_PAINT": "1"}
COULD_NOT_START: Final = 127

PARTS: Final = 300
LOOK: Final = f"""\
#!/bin/sh
look() {{ set -- "$APPDIR"/part-*; test $# -eq {PARTS}; }}
look && sleep 0.05 && look && echo whole || echo "not whole"
"""
"""A program that looks twice whether all its files are there."""

STARTS: Final = 300
CROWD: Final = f"""
for turn in $(seq {STARTS // 6}); do
    rm -f "$XDG_CACHE_HOME"/*/*/part-7
    for many in 1 2 3; do /opt/one.AppImage & /opt/other.AppImage & done
    wait
done
"""


def lived_through(package: Path, runtime: Path, work: Path) -> list[str]:
    """Run *package* for the first time, again, and where it cannot be run; return what was seen.

    *runtime* is the program at its head, which is tried with other images too.
    """
    say(f"Trying {package.name} on Debian {SUITE}.")
    room = Room(SUITE, "appimage")
    room.run("apt-get", "update", "-qq")
    room.install(*DESKTOP)
    program = room.bring(package, f"/opt/{package.name}")
    lines = [
        *_starts(room, program),
        *bundle.checked(room.command(program, user=USER, **OFFSCREEN), room.path(HOME), HOME),
        on_a_screen(room, program),
        _tells_where_it_lies(room, program, work),
        *_refusals(room, program, package),
        _strange_images(room, runtime, work),
        _two_versions_at_once(room, work),
    ]
    room.close()
    return [f"Debian {SUITE}: {line}" for line in lines]


def _starts(room: Room, program: str) -> list[str]:
    """Start twice: the first unpacks and clears away older versions, unless somebody runs them."""
    for name in ("0.0.1-idle", "0.0.2-running"):
        room.run("mkdir", "-p", f"{CACHE}/{name}/usr", user=USER)
        room.run("touch", f"{CACHE}/{name}.lock", user=USER)
    seconds = []
    with _running(room, "0.0.2-running"):
        for _ in range(2):
            began = time.monotonic()
            room.run(program, user=USER, **PAINTED)
            seconds.append(time.monotonic() - began)
    cache = room.path(CACHE)
    names = {path.name for path in cache.iterdir()}
    if cache.stat().st_mode & 0o077:
        raise Failed("The cache can be read by others.")
    if "0.0.2-running" not in names or "0.0.1-idle" in names or len(names) != 2 * 2:
        raise Failed(f"The cache holds {', '.join(sorted(names))}.")
    library = next(cache.glob("*/usr/lib/*/_internal/PySide6/Qt/lib/libQt6Core.so.6"))
    library.unlink()
    room.run(program, user=USER, **PAINTED)
    version = library.relative_to(cache).parts[0]
    shutil.rmtree(cache / version)
    with _running(room, version):
        _expect(room.refused(program, user=USER, **PAINTED), "Please close it")
    room.run(program, user=USER, **PAINTED)
    first, second = seconds
    return [
        "a file that was cleared away from its cache is back",
        "where all of them were, while it runs, the next start says so",
        f"first start {first:.2f} s, from its cache {second:.2f} s",
        "an older version was removed from the cache, one that runs was left",
    ]


@contextmanager
def _running(room: Room, version: str) -> Iterator[None]:
    """Hold the lock of *version* as a program does that runs from the cache."""
    held = f"{CACHE}/{version}.lock"
    holder = subprocess.Popen(room.command("flock", "-F", "-s", held, "sleep", "60", user=USER))
    time.sleep(1)
    try:
        yield
    finally:
        holder.terminate()
        holder.wait()


def _tells_where_it_lies(room: Room, program: str, work: Path) -> str:
    """Show the window with a clinic's pack beside the file, whose place the program is told."""
    for file in PACK.iterdir():
        room.bring(file, f"/opt/{file.name}")

    def look(process: "subprocess.Popen[str]") -> None:
        told = Path(f"/proc/{process.pid}/environ").read_bytes().split(b"\0")
        if f"APPIMAGE={program}".encode() not in told:
            raise Failed("The program is not told where the AppImage lies.")

    command = room.command
    return screens.photograph(
        lambda display: command(program, user=USER, DISPLAY=display), work / "window.png", look
    )


def _refusals(room: Room, program: str, package: Path) -> list[str]:
    """Start a broken download, and from a full disk: a sentence, and nothing left behind."""
    half = room.path("/opt/half.AppImage")
    half.write_bytes(package.read_bytes()[: package.stat().st_size // 2])
    half.chmod(0o755)
    _expect(room.refused("/opt/half.AppImage", user=USER, **PAINTED), "damaged")
    full = (
        f"mount -t tmpfs -o size=20m,mode=1777 none /mnt; mkdir -m 700 /mnt/c; chown {USER} /mnt/c"
    )
    small = f"su {USER} -c 'XDG_CACHE_HOME=/mnt/c QT_QPA_PLATFORM=offscreen {program}'"
    left = "find /mnt/c -type f -size +0"
    code, said = room.refused("sh", "-c", f"{full}; {small}; code=$?; {left}; exit $code")
    _expect((code, said), "The disk is full")
    if any(line.startswith("/mnt/c") for line in said.splitlines()):
        raise Failed(f"Something was left on the full disk: {said}")
    return ["a broken download and a full disk are told in a sentence, nothing is left behind"]


def _strange_images(room: Room, runtime: Path, work: Path) -> str:
    """Start images that nobody packs in good faith: nothing of them may come to lie anywhere."""
    for name, target in {"absolute": "/etc/passwd", "upwards": "a/../../../x", "pipe": ""}.items():
        folder, image = work / name, work / f"{name}.squashfs"
        folder.mkdir()
        (folder / "AppRun").write_text("#!/bin/sh\ntouch /tmp/it-ran\n", encoding="utf-8")
        (folder / "AppRun").chmod(0o755)
        if target:
            (folder / "link").symlink_to(target)
        else:
            os.mkfifo(folder / "pipe")
        run(["mksquashfs", folder, image, "-quiet", "-noappend", "-comp", "zstd"])
        whole = work / f"{name}.AppImage"
        whole.write_bytes(runtime.read_bytes() + image.read_bytes())
        cache = f"/tmp/cache-{name}"  # noqa: S108 -- of a room that nobody else is in
        program = room.bring(whole, f"/opt/{whole.name}")
        _expect(room.refused(program, user=USER, XDG_CACHE_HOME=cache), "damaged")
        if room.path("/tmp/it-ran").exists() or any(room.path(cache).glob("*/*/*")):  # noqa: S108
            raise Failed(f"An image with a strange entry was unpacked: {name}.")
    return "images with links that lead out, or with a pipe, are refused"


def _two_versions_at_once(room: Room, work: Path) -> str:
    """Start two versions many times at once, each of which clears the other one away.

    Before each turn both lack a file, so that both are unpacked again. Every start has to find all
    of its files, from its beginning to its end.
    """
    for name in ("one", "other"):
        folder, image = work / name, work / f"{name}.squashfs"
        folder.mkdir()
        for number in range(PARTS):
            (folder / f"part-{number}").write_text(name, encoding="ascii")
        (folder / "AppRun").write_text(LOOK, encoding="ascii")
        (folder / "AppRun").chmod(0o755)
        run(["mksquashfs", folder, image, "-quiet", "-noappend", "-comp", "zstd"])
        head = appimage.runtime(image, folder, work / f"{name}.runtime")
        whole = work / f"{name}.AppImage"
        whole.write_bytes(head.read_bytes() + image.read_bytes())
        room.bring(whole, f"/opt/{whole.name}")
    cache = "/tmp/cache-at-once"  # noqa: S108 -- of a room that nobody else is in
    _, said = room.refused("sh", "-c", CROWD, user=USER, XDG_CACHE_HOME=cache)
    lines = said.splitlines()
    if lines != ["whole"] * STARTS:
        odd = sorted({line for line in lines if line != "whole"})
        raise Failed(f"{lines.count('whole')} of {STARTS} starts found all their files: {odd}")
    if any(room.path(cache).glob("*/*.new")):
        raise Failed("A half unpacked version was left in the cache.")
    return f"{STARTS} starts of two versions at once, each of which found all its files"


def _expect(answer: tuple[int, str], words: str) -> None:
    code, said = answer
    if code != COULD_NOT_START or words not in said:
        raise Failed(f"Expected “{words}”, got {code}: {said}")
