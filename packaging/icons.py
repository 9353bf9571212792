"""The program's icon in the formats that systems want, all rendered from one drawing."""

import struct
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workshop import APP_ID, ROOT

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

DRAWING: Final = ROOT / "resources" / "icons" / "soft-landing.svg"
HICOLOR: Final = (16, 24, 32, 48, 64, 128, 256, 512)
"""Sizes in pixels for Linux, one PNG each."""

ICO: Final = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS: Final = {b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
LARGEST_BITMAP: Final = 64
"""Up to here an .ico holds bare pixels, which whatever reads it understands; above, a PNG."""


def png(size: int) -> bytes:
    """Return the icon as a PNG of *size* by *size* pixels."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(_image(size)):
        raise OSError("no PNG could be written")
    return bytes(buffer.data().data())


def write_hicolor(share: Path) -> None:
    """Write the icons of a Linux desktop below *share*, ``/usr/share``."""
    folder = share / "icons" / "hicolor"
    for size in HICOLOR:
        _write(folder / f"{size}x{size}" / "apps" / f"{APP_ID}.png", png(size))
    _write(folder / "scalable" / "apps" / f"{APP_ID}.svg", DRAWING.read_bytes())


def write_ico(path: Path) -> Path:
    """Write the icon for Windows, all sizes in one file, and return *path*."""
    entries = [(size, _bitmap(size) if size <= LARGEST_BITMAP else png(size)) for size in ICO]
    head, place = struct.pack("<HHH", 0, 1, len(entries)), 6 + 16 * len(entries)
    for size, data in entries:
        side = size % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return _write(path, head + b"".join(data for _, data in entries))


def write_icns(path: Path) -> Path:
    """Write the icon for macOS, all sizes in one file, and return *path*."""
    body = b""
    for kind, size in ICNS.items():
        data = png(size)
        body += kind + struct.pack(">I", 8 + len(data)) + data
    return _write(path, b"icns" + struct.pack(">I", 8 + len(body)) + body)


def _bitmap(size: int) -> bytes:
    """Return *size* by *size* pixels as they stand in an .ico: from the lowest row, then a mask."""
    image = _image(size)
    rows = bytes(image.constBits())
    step = image.bytesPerLine()
    pixels = b"".join(rows[row * step : row * step + 4 * size] for row in reversed(range(size)))
    mask = bytes((size + 31) // 32 * 4 * size)  # what can be seen through says the alpha channel
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, len(pixels), 0, 0, 0, 0)
    return head + pixels + mask


def _image(size: int) -> "QImage":
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return image


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
