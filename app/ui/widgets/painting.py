"""What the painted controls share: boxes, ticks, dots, and text that wraps."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.ui.theme.theme import Theme

CENTER = Qt.AlignmentFlag.AlignCenter
LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
"""Where a line begins: left, or right in a right-to-left language."""

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextHideMnemonic
_UNBOUNDED = 100_000.0


def painter_for(widget: QWidget) -> QPainter:
    """Return a smooth painter for *widget*; end it before the paint event returns."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def fill(painter: QPainter, rect: QRect | QRectF, color: QColor) -> None:
    """Fill *rect* with *color*.

    ``fillRect`` would wake every gradient there is to find out what is meant.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(rect)


def draw_box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1,
) -> None:
    """Draw a rounded box whose line lies inside *rect*."""
    inset = width / 2 if line is not None else 0
    inside = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    radius = min(radius - inset, inside.height() / 2, inside.width() / 2)
    painter.setPen(QPen(line, width) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, radius, radius)


def draw_tick(painter: QPainter, rect: QRectF, color: QColor, width: float) -> None:
    """Draw a tick in the middle of *rect*."""
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = ((0.27, 0.52), (0.43, 0.68), (0.73, 0.36))
    painter.drawPolyline(
        QPolygonF(
            [QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()) for x, y in points]
        )
    )


def draw_round_tick(painter: QPainter, rect: QRectF, theme: Theme, *, is_on: bool) -> None:
    """Draw the circle of a chip: open, or filled with a tick."""
    line = 2 * theme.scale
    if not is_on:
        draw_box(painter, rect, rect.width(), line=theme.color("border_strong"), width=line)
        return
    draw_box(painter, rect, rect.width(), fill=theme.color("primary"))
    draw_tick(painter, rect, theme.color("on_primary"), line)


def draw_words(
    painter: QPainter,
    rect: QRect | QRectF,
    text: str,
    font: QFont,
    color: QColor,
    *,
    align: Qt.AlignmentFlag = CENTER,
) -> None:
    """Draw *text* into *rect*, wrapped between words where it is too long."""
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QRectF(rect), int(_WRAPPED) | int(align), text)


def text_size(text: str, font: QFont, width: float = _UNBOUNDED) -> QSizeF:
    """Return the room *text* takes when no line is longer than *width*."""
    around = QRectF(0, 0, max(width, 1), _UNBOUNDED)
    size = QFontMetricsF(font).boundingRect(around, int(_WRAPPED), text).size()
    return QSizeF(size.width() + 1, size.height())


def longest_word(text: str, font: QFont) -> float:
    """Return the width of the longest word, below which *text* cannot be set.

    A word ends at a place to wrap at as well, which ``paths.breakable`` puts into long ones.
    """
    metrics = QFontMetricsF(font)
    words = text.replace("\u200b", " ").split()
    return max((metrics.horizontalAdvance(word) for word in words), default=0.0) + 1


def visual(widget: QWidget, rect: QRect | QRectF) -> QRectF:
    """Return *rect* of *widget*, mirrored where the language runs from right to left."""
    if widget.layoutDirection() is Qt.LayoutDirection.LeftToRight:
        return QRectF(rect)
    whole = QRect(widget.rect())
    plain = QRectF(rect)
    return QRectF(whole.width() - plain.right(), plain.y(), plain.width(), plain.height())


def strong(font: QFont) -> QFont:
    """Return *font* in semibold: what a checked control is measured and set in."""
    result = QFont(font)
    result.setWeight(QFont.Weight.DemiBold)
    return result


def is_hovered(widget: QWidget) -> bool:
    """Tell whether the mouse is over *widget* and it can be used."""
    return widget.underMouse() and widget.isEnabled()


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a dynamic property of *widget* again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
