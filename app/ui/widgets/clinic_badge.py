"""Whose program this is for the patient: the clinic's logo and name, on one quiet line."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.logo import Logo

LOGO_HIGH: Final = 24
LOGO_WIDE: Final = 96
LEAST: Final = 72
"""With less room for the name, in pixels at 100 % text, a logo stands for it."""


class ClinicBadge(QWidget):
    """Stands at the end of its line. A long name ends in dots; a screen reader says all of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._logo = Logo(theme, height=LOGO_HIGH, width=LOGO_WIDE, parent=self)
        self._name = _Name(theme)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(10))
        self._row.addStretch(1)
        self._row.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_clinic(self, name: str, logo: bytes | None) -> None:
        """Show the clinic *name* with its *logo*, a PNG or SVG, if there is one."""
        self._logo.show_logo(logo, name)
        self._name.set_name(name)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return room for the logo, or for the beginning of the name."""
        name = min(self._name.sizeHint().width(), self._theme.px(LEAST))
        wide = self._logo.sizeHint().width() if self._logo.has_picture else name
        return QSize(wide, max(self._logo.sizeHint().height(), self._name.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name out where there is room for little more than the logo."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._logo.sizeHint().width() - self._row.spacing()
        wanted = min(self._name.sizeHint().width(), self._theme.px(LEAST))
        self._name.setVisible(not self._logo.has_picture or room >= wanted)


class _Name(QWidget):
    """The name, as far as there is room for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        give_role(self, QAccessible.Role.StaticText)
        theme.changed.connect(self._dress)
        self._dress()

    def set_name(self, name: str) -> None:
        """Show *name*."""
        self.setAccessibleName(name)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return room for the whole name."""
        size = painting.text_size(self.accessibleName(), self.font())
        return QSize(round(size.width() + 1), round(size.height()))

    def minimumSizeHint(self) -> QSize:
        """Return room for nothing: the rest is left out."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the name as there is room for."""
        painter = painting.painter_for(self)
        metrics = QFontMetricsF(self.font())
        end = Qt.TextElideMode.ElideRight
        text = metrics.elidedText(self.accessibleName(), end, self.width())
        painter.setFont(self.font())
        painter.setPen(self._theme.color("text_muted"))
        painter.drawText(self.rect(), int(painting.LEADING), text)
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("caption"))
        self.updateGeometry()
        self.update()
