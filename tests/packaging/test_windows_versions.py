"""What the files for Windows say of their versions."""

import struct
from pathlib import Path

from windows.version_info import file_version, product_version


def resource(product: str, numbers: tuple[int, int]) -> bytes:
    """Return what an executable file holds that states its version."""
    fixed = struct.pack("<IIII", 0xFEEF04BD, 0x10000, *numbers)
    words = "".join(f"{word}\0" for word in ("ProductVersion\0", product, "Translation"))
    return b"MZ" + fixed + words.encode("utf-16-le")


def test_newer_files_are_told_from_older_ones(tmp_path: Path) -> None:
    """Of several copies of a library the newest is shipped; one without a version is the oldest."""
    newer, older, silent = (tmp_path / name for name in ("newer", "older", "silent"))
    newer.write_bytes(resource("7.1.5", (61 << 16 | 19, 101)))
    older.write_bytes(resource("7.1.5", (61 << 16 | 7, 103)))
    silent.write_bytes(b"MZ")

    assert max((older, newer, silent), key=file_version) == newer
    assert min((older, newer, silent), key=file_version) == silent


def test_a_library_names_the_release_that_it_is_a_part_of(tmp_path: Path) -> None:
    """FFmpeg 7.1.5 has an avcodec 61 and an avutil 59."""
    library, silent = tmp_path / "avcodec-61.dll", tmp_path / "silent.dll"
    library.write_bytes(resource("7.1.5", (61 << 16 | 19, 101)))
    silent.write_bytes(b"MZ")

    assert product_version(library) == "7.1.5"
    assert not product_version(silent)
