"""A clinic's logo, small: drawn from what came with its pack, or not at all."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import DARK, LIGHT, Radius
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.kept_picture import KeptPicture, picture
from app.ui.widgets.logo_picture import Ground, LogoPicture, picture_of

AROUND: Final = 4
"""How much of a plate is seen around the logo, in pixels at 100 % text."""


class Logo(QWidget):
    """At most *height* and *width* large, in pixels at 100 % text; it keeps its shape.

    A dark logo stands on a light plate where the page is dark, and the other way round. Put it in
    its place before it is told what to show: what is shown without a parent is a window.
    """

    def __init__(
        self, theme: Theme, *, height: int, width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = QSizeF(width, height)
        self._data: bytes | None = None
        self._picture: LogoPicture | None = None
        self._kept = KeptPicture()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        give_role(self, QAccessible.Role.Graphic)
        self.hide()
        theme.changed.connect(self._dress)

    def show_logo(self, data: bytes | None, name: str) -> None:
        """Show the PNG or SVG in *data*, the logo of the clinic *name*; hide if there is none."""
        self.setAccessibleName(name)
        if data != self._data:
            self._data, self._picture = data, picture_of(data)
            self._dress()
        self.setVisible(self._picture is not None)

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to be seen."""
        return self._picture is not None

    def sizeHint(self) -> QSize:
        """Return the size of the logo with its plate."""
        return self._drawn_size().toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plate, if there is need of one, and the logo."""
        if self._picture is not None:
            ratio, size = self.devicePixelRatioF(), self._drawn_size()
            key = (self._data, size.width(), size.height(), ratio, self._theme.tokens.name)
            kept = self._kept.get(key, partial(self._drawn, self._picture))
            painter = QPainter(self)
            painter.drawPixmap(QRectF(QPointF(0, 0), size), kept, QRectF(kept.rect()))
            painter.end()

    def _drawn(self, logo: LogoPicture) -> QPixmap:
        ratio = self.devicePixelRatioF()
        return picture(self._drawn_size(), ratio, partial(self._draw, logo))

    def _draw(self, logo: LogoPicture, painter: QPainter) -> None:
        whole, around = QRectF(QPointF(0, 0), self._drawn_size()), self._around()
        plate = self._plate()
        if plate is not None:
            painting.draw_box(painter, whole, self._theme.px(Radius.CONTROL), fill=plate)
        logo.draw(painter, whole.adjusted(around, around, -around, -around))

    def _plate(self) -> QColor | None:
        """Return the color of what the logo stands on; nothing where the page does."""
        ground = self._picture.ground if self._picture is not None else None
        is_dark = self._theme.tokens.is_dark
        if ground is Ground.LIGHT and is_dark:
            return QColor(LIGHT.surface)
        if ground is Ground.DARK and not is_dark:
            return QColor(DARK.surface)
        return None

    def _around(self) -> int:
        return 0 if self._plate() is None else self._theme.px(AROUND)

    def _drawn_size(self) -> QSizeF:
        """Return the size in pixels, the plate included; at least a pixel to each side."""
        if self._picture is None:
            return QSizeF(0, 0)
        around = 2 * self._around()
        room = self._most * self._theme.scale - QSizeF(around, around)
        fitting = self._picture.size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return fitting.expandedTo(QSizeF(1, 1)) + QSizeF(around, around)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
