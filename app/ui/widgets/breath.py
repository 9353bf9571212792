"""The circle that breathes: it grows and shrinks, or a ring fills where less should move."""

from collections.abc import Callable, Mapping
from math import cos, pi
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAccessible,
    QFontMetricsF,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.breathing import Breath, Phase
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.breath_disc import REACH, disc_pixmap

FRAMES_PER_SECOND: Final = 30
LARGEST_RADIUS: Final = 292
"""Of the ring around it all, in pixels."""

SMALL: Final = 0.42
LARGE: Final = 0.70
RESTING: Final = 0.62
"""Radii of the disc as shares of the ring's: lungs empty, full, and when it does not move."""

FADE: Final = 0.2
"""The share of a phase in which its word comes, and again in which it goes; faster flashes."""

STILL: Final = Breath(phase=Phase.IN, fraction=0.5, fullness=1.0)


class BreathCircle(QWidget):
    """Shows a breath, a word for its phase, and around both how much of the session is over.

    It asks for the breath 30 times a second while it is seen and not paused, and never
    otherwise. With reduced motion the disc stays as it is, a ring fills with the breath and
    the word fades in and out. The picture is a pure function of breath, progress and size.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source: Callable[[], Breath] | None = None
        self._breath = STILL
        self._progress: float | None = None
        self._words: Mapping[Phase, str] = {}
        self._is_paused = False
        self._discs: dict[str, QPixmap] = {}
        self._timer = QTimer(self, interval=1000 // FRAMES_PER_SECOND)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        give_role(self, QAccessible.Role.Animation)
        theme.changed.connect(self._forget)

    @property
    def is_moving(self) -> bool:
        """Whether it is asking for the breath now."""
        return self._timer.isActive()

    @property
    def word(self) -> str:
        """The word that is shown."""
        return self._words.get(self._breath.phase, "")

    def set_words(self, words: Mapping[Phase, str]) -> None:
        """Set the word for each phase; a phase without one shows none."""
        self._words = dict(words)
        self.update()

    def set_progress(self, share: float | None) -> None:
        """Show how much of the session is over, from 0 to 1; None hides the ring."""
        if share != self._progress:
            self._progress = share
            self.update()

    def breathe(self, source: Callable[[], Breath]) -> None:
        """Ask *source* for the breath from now on, while seen and not paused."""
        self._source = source
        self._is_paused = False
        self._look()
        self._mind()

    def pause(self) -> None:
        """Stay as it is."""
        self._is_paused = True
        self._mind()

    def resume(self) -> None:
        """Go on after a pause."""
        self._is_paused = False
        self._mind()

    def rest(self, breath: Breath = STILL) -> None:
        """Stop breathing and show *breath*, still."""
        self._source = None
        self.show_breath(breath)
        self._mind()

    def show_breath(self, breath: Breath) -> None:
        """Show *breath* once."""
        self._breath = breath
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a circle that can be followed from a chair."""
        return QSize(self._theme.px(260), self._theme.px(260))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest circle whose word can still be read."""
        return QSize(160, 160)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move."""
        super().showEvent(event)
        self._mind(is_seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop moving: hidden, or in a window that is minimized."""
        super().hideEvent(event)
        self._mind(is_seen=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ring, disc and word."""
        painter = painting.painter_for(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        center = QPointF(self.width() / 2, self.height() / 2)
        ring = self._ring_radius()
        disc = self._disc_radius(ring)
        self._paint_disc(painter, center, disc, ring)
        if self._theme.reduced_motion and self._source is not None:
            self._paint_arc(painter, center, disc * 1.12, self._filled(), 4)
        if self._progress is not None:
            self._paint_arc(painter, center, ring, self._progress, 3)
        self._paint_word(painter, center, disc)
        painter.end()

    def _ring_radius(self) -> float:
        free = min(self.width(), self.height()) / 2 - 4
        return min(free, LARGEST_RADIUS * float(max(self._theme.scale**0.5, 1.0)))

    def _disc_radius(self, ring: float) -> float:
        if self._progress is None:
            ring = ring / (LARGE * REACH)
        if self._theme.reduced_motion and self._source is not None:
            return ring * RESTING
        return ring * (SMALL + (LARGE - SMALL) * self._eased())

    def _filled(self) -> float:
        """Return how much of the breath's ring is filled; slower still where it turns."""
        full = self._breath.fullness
        return full**3 * (6 * full**2 - 15 * full + 10)

    def _eased(self) -> float:
        """Return how full the lungs are, slow where the breath turns."""
        return (1 - cos(pi * self._breath.fullness)) / 2

    def _paint_disc(self, painter: QPainter, center: QPointF, radius: float, ring: float) -> None:
        """Paint the disc with its halos, in the color of full lungs over that of empty ones."""
        around = radius * REACH
        place = QRectF(center.x() - around, center.y() - around, 2 * around, 2 * around)
        empty = 0.0 if self._theme.reduced_motion else 1 - self._breath.fullness
        for name, strength in (("breath_in", 1.0), ("breath_out", empty * 0.8)):
            if strength > 0:
                pixmap = self._disc(name, ring)
                painter.setOpacity(strength)
                painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        painter.setOpacity(1)
        if self._theme.tokens.name == "contrast":
            line = 2 * self._theme.scale
            edge = place.adjusted(*(around - radius,) * 2, *(radius - around,) * 2)
            painting.draw_box(painter, edge, radius, line=self._theme.color("primary"), width=line)

    def _disc(self, name: str, ring: float) -> QPixmap:
        largest = ring / REACH if self._progress is None else ring * LARGE
        side = round(2 * largest * REACH * self.devicePixelRatio())
        known = self._discs.get(name)
        if known is None or known.width() != side:
            known = disc_pixmap(side, self._theme.color(name), is_dark=self._theme.tokens.is_dark)
            self._discs[name] = known
        return known

    def _paint_arc(
        self, painter: QPainter, center: QPointF, radius: float, share: float, width: float
    ) -> None:
        """Paint a ring of which *share* is over, from the top; mirrored from right to left."""
        width *= max(self._theme.scale**0.5, 1.0)
        inside = radius - width / 2
        place = QRectF(center.x() - inside, center.y() - inside, 2 * inside, 2 * inside)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("border"), width))
        painter.drawEllipse(place)
        pen = QPen(self._theme.color("primary"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        turn = 1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else -1
        painter.drawArc(place, 90 * 16, round(turn * share * 360 * 16))

    def _paint_word(self, painter: QPainter, center: QPointF, disc: float) -> None:
        """Paint the word as large as the disc allows, coming and going with its phase."""
        if not self.word:
            return
        font = self._theme.font("h1")
        font.setWeight(font.Weight.DemiBold)
        wide = QFontMetricsF(font).horizontalAdvance(max(self._words.values(), key=len))
        is_still = self._source is None or self._theme.reduced_motion
        room = disc * 1.45 if is_still else self._ring_radius() * SMALL * 1.8
        if wide > room:
            font.setPointSizeF(max(font.pointSizeF() * room / wide, 9))
        fraction = self._breath.fraction
        strength = min(fraction / FADE, (1 - fraction) / FADE, 1.0)
        painter.setOpacity(1.0 if self._source is None else max(strength, 0.0))
        place = QRectF(center.x() - disc, center.y() - disc, 2 * disc, 2 * disc)
        painting.draw_words(painter, place, self.word, font, self._theme.color("on_breath"))
        painter.setOpacity(1)

    def _mind(self, *, is_seen: bool | None = None) -> None:
        """Let the timer run only while there is something to see."""
        seen = self.isVisible() if is_seen is None else is_seen
        if seen and self._source is not None and not self._is_paused:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _look(self) -> None:
        if self._source is not None:
            self.show_breath(self._source())

    @Slot()
    def _forget(self) -> None:
        """Draw the disc anew in other colors."""
        self._discs.clear()
        self.updateGeometry()
        self.update()
