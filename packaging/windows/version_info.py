"""The versions that executable files of Windows state of themselves."""

import struct
from pathlib import Path
from typing import Final

_FIXED_FILE_INFO: Final = struct.pack("<I", 0xFEEF04BD)
_PRODUCT: Final = "ProductVersion\0".encode("utf-16-le")


def file_version(path: Path) -> tuple[int, int]:
    """Return the version of the file *path*, to be compared with others'; zeros if it has none."""
    data = path.read_bytes()
    place = data.find(_FIXED_FILE_INFO)
    if place < 0:
        return (0, 0)
    major, minor = struct.unpack_from("<II", data, place + 8)
    return (major, minor)


def product_version(path: Path) -> str:
    """Return the version of what the file *path* is a part of, in words; nothing if it has none.

    FFmpeg's libraries have a version each, and this one is FFmpeg's.
    """
    data = path.read_bytes()
    place = data.find(_PRODUCT)
    if place < 0:
        return ""
    words = data[place + len(_PRODUCT) :][:128].decode("utf-16-le", errors="replace")
    return words.lstrip("\0").partition("\0")[0]
