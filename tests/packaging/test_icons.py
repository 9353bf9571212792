"""The icon in all its formats, from one drawing."""

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import icons


@pytest.mark.parametrize("size", [16, 48, 512])
def test_the_icon_is_a_leaf_on_a_ground_with_round_corners(size: int) -> None:
    """Seen on any background: the corners let it through, the ground does not."""
    image = QImage.fromData(icons.png(size))

    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(size // 2, size // 8).alpha() == 255


def test_windows_gets_every_size_in_one_file(tmp_path: Path) -> None:
    """Its directory tells where each begins, and the last ends where the file does."""
    data = icons.write_ico(tmp_path / "icon.ico").read_bytes()
    count = struct.unpack_from("<HHH", data)[2]
    entries = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * number) for number in range(count)]

    assert [entry[0] or 256 for entry in entries] == list(icons.ICO)
    assert max(place + size for *_, size, place in entries) == len(data)
    assert QImage.fromData(data).width() in icons.ICO


def test_macos_gets_every_size_in_one_file(tmp_path: Path) -> None:
    """The head says how long the whole is, and each part how long it is."""
    data = icons.write_icns(tmp_path / "icon.icns").read_bytes()
    kinds = []
    place = 8
    while place < len(data):
        kind, size = struct.unpack_from(">4sI", data, place)
        kinds.append(kind)
        place += size

    assert struct.unpack_from(">4sI", data) == (b"icns", len(data))
    assert kinds == list(icons.ICNS)


def test_linux_gets_a_file_for_each_size_and_the_drawing(tmp_path: Path) -> None:
    """Where the icon theme of every desktop looks for them."""
    icons.write_hicolor(tmp_path)

    found = {path.relative_to(tmp_path / "icons" / "hicolor") for path in tmp_path.rglob("*.*g")}

    assert len(found) == len(icons.HICOLOR) + 1
    assert Path("scalable/apps/org.softlanding.SoftLanding.svg") in found
