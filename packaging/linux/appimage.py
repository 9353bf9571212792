"""The program as one file for any Linux desktop: our own runtime, and an image behind it."""

import shutil
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

import environment
import freeze
import licenses
from linux import share
from workshop import APP_ID, COMMAND, NAME, OUT, PYTHON_NEEDS, run, say, version, within

LINKED_FROM: Final = (
    *("libc6-dev", "libsquashfuse-dev", "zlib1g-dev", "liblzma-dev", "liblzo2-dev"),
    *("liblz4-dev", "libzstd-dev"),
)
LIBRARIES: Final = ("squashfuse", "z", "lzma", "lzo2", "lz4", "zstd")
"""What the program at the head is made of, besides our own source and the C library."""

NEEDS: Final[Sequence[str]] = (
    *(*PYTHON_NEEDS, *LINKED_FROM, "gcc", "squashfs-tools"),
    *("ffmpeg", "xvfb", "desktop-file-utils", "appstream", "debootstrap"),
)
LIMIT_MB: Final = 60
WORK: Final = OUT / "appimage"
RUNTIME: Final = share.HERE / "runtime"
MAGIC: Final = b"AI\x02"
"""Bytes 8 to 10 of the file: an AppImage of the second type, to those who look."""

WARNINGS: Final = (
    *("-std=gnu11", "-Wall", "-Wextra", "-Wshadow", "-Wconversion", "-Wmissing-prototypes"),
    "-Werror",
)


def build(out: Path) -> list[Path]:
    """Freeze the program, lay it out as an AppImage wants it, and put the runtime before it."""
    bundled = freeze.frozen()
    say("Packing the AppImage.")
    root = WORK / "AppDir"
    shutil.rmtree(root, ignore_errors=True)
    usr = share.install(bundled, root)
    carried = {path.name: path for path in linked()}
    texts = usr / "lib" / COMMAND / "licenses"
    licenses.collect(texts, environment.FOLDER, {**freeze.system_libraries(), **carried})
    (root / "AppRun").symlink_to(f"usr/lib/{COMMAND}/{COMMAND}")
    shutil.copyfile(
        usr / "share" / "applications" / f"{APP_ID}.desktop", root / f"{APP_ID}.desktop"
    )
    icon = usr / "share" / "icons" / "hicolor" / "256x256" / "apps" / f"{APP_ID}.png"
    shutil.copyfile(icon, root / f"{APP_ID}.png")
    (root / ".DirIcon").symlink_to(f"{APP_ID}.png")
    freeze.tidy(root)
    image = squashed(root)
    target = out / f"{NAME.replace(' ', '_')}-{version()}-x86_64.AppImage"
    head = runtime(image, root, WORK / "runtime")
    target.write_bytes(head.read_bytes() + image.read_bytes())
    target.chmod(0o755)
    return [target]


def squashed(root: Path) -> Path:
    """Return the folder *root* as a squashfs image, the same each time."""
    image = WORK / "image.squashfs"
    image.unlink(missing_ok=True)
    packing = ["-comp", "zstd", "-Xcompression-level", "19", "-b", "1M"]
    run(
        ["mksquashfs", root, image, "-root-owned", "-noappend", "-no-xattrs", "-quiet", *packing],
    )
    return image


def runtime(image: Path, root: Path, compiled: Path) -> Path:
    """Write the program that unpacks *image*, which holds *root*, to *compiled*; return that.

    It is linked against no library of the system.
    """
    known = f"{version()}-{sha256(image.read_bytes()).hexdigest()[:16]}"
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
    libraries = [*(f"-l{name}" for name in LIBRARIES), "-Wl,--build-id=none"]
    known_to_it = [f'-DIMAGE_ID="{known}"', f"-DUNPACKED_MB={size // 1_000_000 + 20}"]
    compiling = ["gcc", "-O2", "-static", "-s", "-D_FILE_OFFSET_BITS=64", *WARNINGS]
    headers = ["-isystem", "/usr/include/squashfuse"]
    sources = sorted(path.name for path in RUNTIME.glob("*.c"))
    run([*compiling, *headers, *known_to_it, "-o", compiled, *sources, *libraries], cwd=RUNTIME)
    code = bytearray(compiled.read_bytes())
    code[8:11] = MAGIC
    compiled.write_bytes(code)
    return compiled


def linked() -> list[Path]:
    """Return the libraries of the system that are a part of the program at the head."""
    files = (f"lib{name}.a" for name in ("c", *LIBRARIES))
    return [Path(run(["gcc", f"-print-file-name={file}"]).strip()).resolve() for file in files]


def try_out(artifacts: list[Path], work: Path) -> list[str]:
    """Check the AppImage, and run it as an ordinary user of a system that has no FUSE."""
    from linux import appimage_trials

    (package,) = artifacts
    lines = [within(package, LIMIT_MB), *share.checked(WORK / "AppDir" / "usr")]
    return [*lines, *appimage_trials.lived_through(package, WORK / "runtime", work)]
