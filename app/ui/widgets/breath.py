"""The circle that breathes: it grows and shrinks, or a ring fills where less should move."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QFontMetricsF,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.breathing import Breath, Phase
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.breath_disc import REACH, Disc
from app.ui.widgets.breath_shape import BreathShape, around, filled
from app.ui.widgets.kept_picture import KeptPicture, picture

FRAMES_PER_SECOND: Final = 30
LEAST: Final = 130
"""The height of a modest circle in pixels at 100 % text."""

FADE: Final = 0.2
"""The share of a phase in which its word comes, and again in which it goes; faster flashes."""

STEPS: Final = 720
"""So fine is the ring of the session divided: half a degree, about two pixels."""

STILL: Final = Breath(phase=Phase.IN, fraction=0.5, fullness=1.0)


class BreathCircle(QWidget):
    """Shows a breath, a word for its phase, and around both how much of the session is over.

    It asks for the breath 30 times a second while it is seen and not paused, and never
    otherwise. With reduced motion the disc stays as it is, a ring fills with the breath and
    the word fades in and out. The picture is a pure function of breath, progress and size.

    It paints on its own ground, and from one breath to the next only the disc anew: what does
    not move is drawn once and kept.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source: Callable[[], Breath] | None = None
        self._breath = STILL
        self._progress: float | None = None
        self._words: Mapping[Phase, str] = {}
        self._is_paused = self._is_seen = False
        self.is_modest = False
        """Whether it asks for little room, and takes what the words around it leave."""
        self._ground = KeptPicture()
        self._word_picture = KeptPicture()
        self._disc: Disc | None = None
        self._shape = BreathShape(self.size(), theme.scale, REACH, has_ring=False)
        self._timer = QTimer(self, interval=1000 // FRAMES_PER_SECOND)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
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
        if words != self._words:
            self._words = dict(words)
            self._forget_word()

    def set_progress(self, share: float | None) -> None:
        """Show how much of the session is over, from 0 to 1; None hides the ring."""
        share = None if share is None else round(share * STEPS) / STEPS
        if share != self._progress:
            self._progress = share
            self._measure()
            self._forget_ground()

    def breathe(self, source: Callable[[], Breath]) -> None:
        """Ask *source* for the breath from now on, while seen and not paused."""
        self._source = source
        self._is_paused = False
        self._forget_word()
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
        if self._source is not None:
            self._source = None
            self._forget_word()
        self.show_breath(breath)
        self._mind()

    def show_breath(self, breath: Breath) -> None:
        """Show *breath* once."""
        self._breath = breath
        self.update(self._shape.place)

    def sizeHint(self) -> QSize:
        """Return room for a circle that can be followed from a chair; less if it is modest."""
        side = self._theme.px(LEAST if self.is_modest else 260)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest circle whose word can still be read."""
        return self.sizeHint() if self.is_modest else QSize(160, 160)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move."""
        super().showEvent(event)
        self._is_seen = True
        self._mind()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop moving: hidden, or in a window that is minimized."""
        super().hideEvent(event)
        self._is_seen = False
        self._mind()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw everything anew in its new size."""
        super().resizeEvent(event)
        self._measure()
        self._forget_ground()
        self._forget_word()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the ring anew, from the top in the direction of the words."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._forget_ground()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ring, disc and word."""
        painter = painting.painter_for(self)
        if event.region() == QRegion(self._shape.place):
            self._clear_disc(painter)
        else:
            painter.drawPixmap(0, 0, self._ground.get(self.size(), self._make_ground))
        shape, full = self._shape, self._breath.fullness
        disc = shape.resting if self._is_still else shape.disc(full)
        shade = 1.0 if self._theme.reduced_motion else full
        self._kept_disc().draw(painter, shape.center, disc, shade, moves=self.is_moving)
        if self._theme.tokens.name == "contrast":
            line = 2 * self._theme.scale
            edge = around(shape.center, disc)
            painting.draw_box(painter, edge, disc, line=self._theme.color("primary"), width=line)
        if self._is_still:
            self._paint_arc(painter, disc * 1.12, filled(full), 4)
        self._paint_word(painter)
        painter.end()

    def _measure(self) -> None:
        """Find out anew how large everything is."""
        has_ring = self._progress is not None
        self._shape = BreathShape(self.size(), self._theme.scale, REACH, has_ring=has_ring)

    @property
    def _is_still(self) -> bool:
        """Whether the disc stays as it is while the breath goes on."""
        return self._theme.reduced_motion and self._source is not None

    def _kept_disc(self) -> Disc:
        if self._disc is None:
            color, ground = self._theme.color, self._theme.color("bg")
            is_dark = self._theme.tokens.is_dark
            self._disc = Disc(color("breath_in"), color("breath_out"), ground, is_dark=is_dark)
        return self._disc

    def _clear_disc(self, painter: QPainter) -> None:
        """Paint over where the disc may have been; the ring around it is there from before."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("bg"))
        painter.drawEllipse(self._shape.place)

    def _make_ground(self) -> QPixmap:
        """Return what does not move with the breath: the ground, and the ring of the session."""
        color = self._theme.color("bg")
        return picture(QSizeF(self.size()), self.devicePixelRatio(), self._draw_ring, ground=color)

    def _draw_ring(self, painter: QPainter) -> None:
        if self._progress is not None:
            self._paint_arc(painter, self._shape.ring, self._progress, 3)

    def _paint_arc(self, painter: QPainter, radius: float, share: float, width: float) -> None:
        """Paint a ring of which *share* is over, from the top; mirrored from right to left."""
        width *= max(self._theme.scale**0.5, 1.0)
        place = around(self._shape.center, radius - width / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("border"), width))
        painter.drawEllipse(place)
        pen = QPen(self._theme.color("primary"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        turn = 1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else -1
        painter.drawArc(place, 90 * 16, round(turn * share * 360 * 16))

    def _paint_word(self, painter: QPainter) -> None:
        """Paint the word as large as the disc allows, coming and going with its phase."""
        if not self.word:
            return
        fraction = self._breath.fraction
        strength = min(fraction / FADE, (1 - fraction) / FADE, 1.0)
        painter.setOpacity(1.0 if self._source is None else max(strength, 0.0))
        word = self._word_picture.get(self.word, self._make_word)
        size = word.deviceIndependentSize()
        corner = self._shape.center - QPointF(size.width() / 2, size.height() / 2)
        painter.drawPixmap(corner.toPoint(), word)
        painter.setOpacity(1)

    def _make_word(self) -> QPixmap:
        word, font, color = self.word, self._word_font(), self._theme.color("on_breath")
        size = painting.text_size(word, font)

        def draw(painter: QPainter) -> None:
            painting.draw_words(painter, QRectF(QPointF(), size), word, font, color)

        return picture(size, self.devicePixelRatio(), draw)

    def _word_font(self) -> QFont:
        """Return the font in which each of the words fits into the smallest disc there will be."""
        font = self._theme.font("h1")
        font.setWeight(font.Weight.DemiBold)
        wide = QFontMetricsF(font).horizontalAdvance(max(self._words.values(), key=len))
        shape = self._shape
        room = shape.smallest * 1.8
        if self._source is None:
            room = shape.disc(self._breath.fullness) * 1.45
        elif self._theme.reduced_motion:
            room = shape.resting * 1.45
        if wide > room:
            font.setPointSizeF(max(font.pointSizeF() * room / wide, 9))
        return font

    def _mind(self) -> None:
        """Let the timer run only while there is something to see.

        Whether it is seen only the events tell: in a minimized window it stays "visible".
        """
        if self._is_seen and self._source is not None and not self._is_paused:
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
        """Draw everything anew in other colors and sizes."""
        self._disc = None
        self._measure()
        self._forget_ground()
        self._forget_word()
        self.updateGeometry()

    def _forget_ground(self) -> None:
        self._ground.forget()
        self.update()

    def _forget_word(self) -> None:
        self._word_picture.forget()
        self.update()
