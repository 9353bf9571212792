"""A package for Debian and its relatives, byte for byte the same each time, without their tools."""

import lzma
import tarfile
import zlib
from collections.abc import Iterable, Mapping
from hashlib import md5
from io import BytesIO
from typing import Final

MODE: Final = 0o644
FOLDER_MODE: Final = 0o755


def deb(control: str, files: Mapping[str, bytes], seconds: int) -> bytes:
    """Return a package with the fields *control*, which puts *files* in their places.

    *files* are named without a slash in front; those in ``etc`` are settings, which a
    computer's owner may change. Everything in it is of *seconds* since 1970.
    """
    size = sum(1 + len(data) // 1024 for data in files.values())
    about = {"control": f"{control}Installed-Size: {size}\n".encode()}
    settings = [name for name in files if name.startswith("etc/")]
    about["conffiles"] = "".join(f"/{name}\n" for name in settings).encode()
    rest = {name: data for name, data in files.items() if name not in settings}
    about["md5sums"] = "".join(
        f"{md5(data, usedforsecurity=False).hexdigest()}  {name}\n" for name, data in rest.items()
    ).encode()
    members = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": _tar(about, (), seconds),
        "data.tar.xz": _tar(files, _folders(files), seconds),
    }
    return b"!<arch>\n" + b"".join(_member(*one, seconds) for one in members.items())


def gzipped(data: bytes) -> bytes:
    """Return *data* as gzip makes it at its best, without a name and a time."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    head = b"\x1f\x8b\x08\0\0\0\0\0\x02\x03"
    return head + packed + zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")


def _member(name: str, data: bytes, seconds: int) -> bytes:
    head = f"{name:<16}{seconds:<12}{0:<6}{0:<6}{'100644':<8}{len(data):<10}`\n"
    return head.encode("ascii") + data + b"\n" * (len(data) % 2)


def _folders(names: Iterable[str]) -> list[str]:
    """Return the folders that *names* lie in, each after the one around it."""
    found: dict[str, None] = {}
    for name in names:
        parts = name.split("/")[:-1]
        found.update({"/".join(parts[: end + 1]): None for end in range(len(parts))})
    return list(found)


def _tar(files: Mapping[str, bytes], folders: Iterable[str], seconds: int) -> bytes:
    raw = BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for folder in ("", *folders):
            entry = _entry(f"./{folder}", seconds, FOLDER_MODE)
            entry.type = tarfile.DIRTYPE
            archive.addfile(entry)
        for name, data in files.items():
            entry = _entry(f"./{name}", seconds, MODE)
            entry.size = len(data)
            archive.addfile(entry, BytesIO(data))
    return lzma.compress(raw.getvalue(), preset=6)


def _entry(name: str, seconds: int, mode: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.mode, entry.mtime = mode, seconds
    entry.uname = entry.gname = "root"
    return entry
