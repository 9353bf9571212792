"""A picture from outside, ready to be drawn: a PNG or an SVG that Qt can read, or nothing."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

MOST_MEGABYTES: Final = 128
"""What a PNG may take while it is read; 4096 × 4096 pixels of 8 bytes do."""

KEPT: Final = QSize(1600, 400)
"""Larger than this, in pixels, no picture is kept: a logo is small on every screen."""

_SAMPLE: Final = QSize(32, 32)
_OPAQUE, _SEEN = 250, 100
_LIGHT: Final = 0.7
_PNG: Final = b"\x89PNG"


class Ground(Enum):
    """What a picture has to stand on to be seen."""

    OWN = "own"
    """Its own: it fills its corners."""

    LIGHT = "light"
    DARK = "dark"


class LogoPicture:
    """Draws a picture at any size. Nothing is fetched for it; make one with ``picture_of``."""

    size: QSizeF
    """Its own size; what counts is how wide it is for its height."""

    def __init__(self) -> None:
        self.ground: Ground | None = None
        """What it needs below it; nothing if there is nothing in it to be seen."""

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Draw it into *place*, which has its shape."""
        raise NotImplementedError

    def look(self) -> None:
        """Find out what it needs below it."""
        sample = QImage(_SAMPLE, QImage.Format.Format_RGBA8888)
        sample.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sample)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.draw(painter, QRectF(sample.rect()))
        painter.end()
        self.ground = _ground_of(bytes(sample.constBits()))


class _Png(LogoPicture):
    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        self.size = QSizeF(image.size())
        self.look()

    def draw(self, painter: QPainter, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image, QRectF(self._image.rect()))


class _Svg(LogoPicture):
    def __init__(self, data: bytes) -> None:
        from PySide6.QtSvg import QSvgRenderer

        super().__init__()
        self._renderer = QSvgRenderer(QByteArray(data))
        self.size = QSizeF(self._renderer.defaultSize())
        if self._renderer.isValid() and not self.size.isEmpty():
            self.look()

    def draw(self, painter: QPainter, place: QRectF) -> None:
        self._renderer.render(painter, place)


def picture_of(data: bytes | None) -> LogoPicture | None:
    """Return the PNG or SVG in *data* as a picture; nothing where there is nothing to be seen."""
    if not data:
        return None
    picture = _png(data) if data.startswith(_PNG) else _Svg(data)
    return picture if picture is not None and picture.ground is not None else None


def _png(data: bytes) -> _Png | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    image = QImageReader(buffer, QByteArray(b"png")).read()
    if image.isNull():
        return None
    if image.width() > KEPT.width() or image.height() > KEPT.height():
        shape, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        image = image.scaled(KEPT, shape, smooth.SmoothTransformation)
    return _Png(image)


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
    total = sum(
        0.2126 * pixels[at * 4] + 0.7152 * pixels[at * 4 + 1] + 0.0722 * pixels[at * 4 + 2]
        for at in seen
    )
    return Ground.DARK if total / len(seen) / 255 > _LIGHT else Ground.LIGHT
