"""A picture from outside, ready to be drawn: a PNG or an SVG that Qt can read, or nothing."""

from collections.abc import Callable
from enum import Enum
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

MOST_MEGABYTES: Final = 128
"""What a PNG may take while it is read; 4096 × 4096 pixels of 8 bytes do."""

KEPT: Final = QSize(1600, 400)
"""Larger than this, in pixels, no picture is kept: a logo is small on every screen."""

_SAMPLE: Final = QSize(32, 32)
_OPAQUE, _SEEN = 250, 100
_ON_LIGHT, _ON_DARK = 0.7, 0.55
"""Darker than the one is seen on a light page, lighter than the other on a dark one."""

_ENOUGH: Final = 0.1
"""How much of a picture is to be seen for a page to carry it."""

_PNG: Final = b"\x89PNG"


class Ground(Enum):
    """What a picture has to stand on to be seen."""

    OWN = "own"
    """None: it fills its corners, or holds light and dark enough for any page."""

    LIGHT = "light"
    DARK = "dark"


class LogoPicture(NamedTuple):
    """A picture that can be drawn at any size; make one with ``picture_of``.

    *size* is its own: what counts is how wide it is for its height. *draw* draws it into a place
    of that shape, and fetches nothing for that.
    """

    size: QSizeF
    ground: Ground
    draw: Callable[[QPainter, QRectF], None]


def picture_of(data: bytes | None) -> LogoPicture | None:
    """Return the PNG or SVG in *data* as a picture; nothing where there is nothing to be seen."""
    if not data:
        return None
    return _png(data) if data.startswith(_PNG) else _svg(data)


def _png(data: bytes) -> LogoPicture | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    read = QImageReader(buffer, QByteArray(b"png")).read()
    if read.isNull():
        return None
    is_large = read.width() > KEPT.width() or read.height() > KEPT.height()
    smooth = Qt.TransformationMode.SmoothTransformation
    image = read.scaled(KEPT, Qt.AspectRatioMode.KeepAspectRatio, smooth) if is_large else read

    def draw(painter: QPainter, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image, QRectF(image.rect()))

    return _looked_at(QSizeF(read.size()), draw)


def _svg(data: bytes) -> LogoPicture | None:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(data))
    size = QSizeF(renderer.defaultSize())
    if not renderer.isValid() or size.isEmpty():
        return None
    return _looked_at(size, renderer.render)


def _looked_at(size: QSizeF, draw: Callable[[QPainter, QRectF], None]) -> LogoPicture | None:
    """Return the picture with what it needs below it; nothing if it leaves everything empty."""
    sample = QImage(_SAMPLE, QImage.Format.Format_RGBA8888)
    sample.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sample)
    draw(painter, QRectF(sample.rect()))
    painter.end()
    ground = _ground_of(bytes(sample.constBits()))
    return None if ground is None else LogoPicture(size, ground, draw)


def _ground_of(pixels: bytes) -> Ground | None:
    """Return what a picture of *pixels*, four bytes each, needs below it."""
    wide = _SAMPLE.width()
    alphas = pixels[3::4]
    corners = (alphas[0], alphas[wide - 1], alphas[-wide], alphas[-1])
    if min(corners) >= _OPAQUE:
        return Ground.OWN
    seen = [at for at, alpha in enumerate(alphas) if alpha >= _SEEN]
    if not seen:
        return None
    light = [
        (0.2126 * pixels[at * 4] + 0.7152 * pixels[at * 4 + 1] + 0.0722 * pixels[at * 4 + 2]) / 255
        for at in seen
    ]
    enough = len(seen) * _ENOUGH
    if sum(one < _ON_LIGHT for one in light) < enough:
        return Ground.DARK
    return Ground.LIGHT if sum(one > _ON_DARK for one in light) < enough else Ground.OWN
