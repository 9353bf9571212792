"""The ring around what the keyboard is on; a mouse never shows it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Slot
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFocusFrame, QWidget
from shiboken6 import isValid

from app.ui.theme.night import RING
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.check import CheckBox
from app.ui.widgets.sight import bring_into_sight

GAP: Final = 3
LINE: Final = 3
MARGIN: Final = 24
"""How much around the focused control is brought into sight with it, in pixels at 100 %."""

RINGS_ITSELF: Final = "rings_itself"
"""A property: set to true, a control shows by itself that the keyboard is on it."""

_KEYBOARD: Final = {QEvent.Type.KeyPress, QEvent.Type.Shortcut, QEvent.Type.ShortcutOverride}
_MOVES: Final = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class _Frame(QFocusFrame):
    """The ring itself; it lies over everything in its layer and lets the mouse through."""

    def __init__(self, theme: Theme, layer: QWidget) -> None:
        super().__init__(layer)
        self._theme = theme
        self.color = theme.color("focus")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = painting.painter_for(self)
        scale = max(self._theme.scale, 1.0)
        painting.draw_box(
            painter,
            self.rect(),
            14 * scale,
            line=self.color,
            width=LINE * scale,
        )
        painter.end()


class FocusRing(QObject):
    """Follows the focus inside *window*, draws the ring and scrolls to it, for keys only."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._frame: _Frame | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_keyboard = False
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        theme.changed.connect(self._place)

    @property
    def is_shown(self) -> bool:
        """Whether the ring is to be seen now."""
        return self._frame is not None and isValid(self._frame) and self._frame.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn whether keys or the mouse are used, and move along with the control."""
        kind = event.type()
        if kind in _KEYBOARD:
            self._by_keyboard = True
            if not self.is_shown:
                self._place()
        elif kind is QEvent.Type.MouseButtonPress:
            self._by_keyboard = False
            self._place()
        elif kind in _MOVES and watched is not self._window:
            self._place()
        return False

    @Slot(QWidget, QWidget)
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if QApplication.mouseButtons():
            self._by_keyboard = False
        self._watch(new if new is not None and self._window.isAncestorOf(new) else None)
        if self._by_keyboard and self._target is not None:
            bring_into_sight(self._target, self._theme.px(MARGIN))
        self._place()

    def _watch(self, target: QWidget | None) -> None:
        """Watch *target* and what it lies in, up to the layer that the ring is drawn on."""
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._target, self._watched = target, []
        if target is None:
            return
        layer = _layer(target, self._window)
        step: QWidget | None = target
        while step is not None and step is not layer:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()

    @Slot()
    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not self._is_wanted(target):
            if self._frame is not None and isValid(self._frame):
                self._frame.hide()
            return
        layer = _layer(target, self._window)
        if self._frame is None or not isValid(self._frame):
            self._frame = _Frame(self._theme, layer)
        elif self._frame.parentWidget() is not layer:
            self._frame.setParent(layer)
        around = round((GAP + LINE) * max(self._theme.scale, 1.0))
        inside = target.focus_area() if isinstance(target, CheckBox) else target.rect()
        place = QRect(target.mapTo(layer, inside.topLeft()), inside.size())
        self._frame.color = self._color_around(target)
        self._frame.setGeometry(place.adjusted(-around, -around, around, around))
        self._frame.raise_()
        self._frame.show()

    def _color_around(self, target: QWidget) -> QColor:
        """Return the color that stands out from the ground of *target*."""
        step: QWidget | None = target
        while step is not None:
            color = step.property(RING)
            if isinstance(color, QColor):
                return color
            step = step.parentWidget()
        return self._theme.color("focus")

    def _is_wanted(self, target: QWidget) -> bool:
        return self._by_keyboard and target.isVisible() and not target.property(RINGS_ITSELF)


def _layer(target: QWidget, window: QWidget) -> QWidget:
    """Return what the ring is drawn on: the content of the nearest scroll area, or the window."""
    child, parent = target, target.parentWidget()
    while parent is not None and parent is not window:
        grand = parent.parentWidget()
        if isinstance(grand, QAbstractScrollArea) and parent is grand.viewport():
            return child if child is not target else window
        child, parent = parent, grand
    return window
