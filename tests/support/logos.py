"""Logos of made-up clinics, as their files come."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter

_SVG: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{inside}</svg>'
)


def png(width: int, height: int, color: str = "#1F5851") -> bytes:
    """Return a PNG of one *color*, ``#RRGGBB`` or ``#AARRGGBB``."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(color))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def svg(width: int = 120, height: int = 40, color: str = "#1F5851") -> bytes:
    """Return a drawing with empty corners: a wave in a ring, and a bar where there is room."""
    middle = height / 2
    ring = (
        f'<circle cx="{middle}" cy="{middle}" r="{middle * 0.85}" fill="none" stroke="{color}"'
        f' stroke-width="{height / 12}"/>'
    )
    wave = (
        f'<path d="M{middle * 0.4} {middle} q{middle * 0.3} -{middle * 0.6} {middle * 0.6} 0'
        f' t{middle * 0.6} 0" fill="none" stroke="{color}" stroke-width="{height / 10}"/>'
    )
    bar = (
        f'<rect x="{height * 1.2}" y="{height * 0.3}" width="{max(width - height * 1.4, 1)}"'
        f' height="{height * 0.4}" rx="{height * 0.1}" fill="{color}"/>'
    )
    return _SVG.format(width=width, height=height, inside=ring + wave + bar).encode()
