"""The way around: a sidebar, or a rail where the window is narrow, and Help now always."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.nav_button import HELP, RAIL, WIDE, NavButton

RAIL_BELOW: Final = 900
"""Pixels of window width at 100 % text below which the sidebar is a rail."""

RING: Final = 6
"""How far the ring around what the keyboard is on goes beyond it, in pixels at 100 % text."""

LAST: Final = "settings"


class Sidebar(QWidget):
    """The places in order, Settings at the end of the list, Help now pinned below it.

    ``wanted`` carries where to go. The shell calls ``fit`` with the window's width, and
    ``set_current`` when it has gone somewhere.
    """

    wanted = Signal(Route)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_rail = False
        self._window_width = 1180
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self._brand = Brand(theme, name)
        self._build()
        give_role(self, QAccessible.Role.PageTabList)
        self._group.buttonClicked.connect(self._tell)
        theme.changed.connect(self._refit)
        self._arrange()

    @property
    def is_rail(self) -> bool:
        """Whether it is the narrow form."""
        return self._is_rail

    @property
    def buttons(self) -> list[NavButton]:
        """The places in order, Help now last."""
        return list(self._buttons.values())

    def add(self, page: str, icon: str, text: str, *, short: str = "", hint: str = "") -> NavButton:
        """Add the place *page*; ``settings`` goes to the end of the list, ``help`` below it."""
        button = self._buttons.get(page)
        if button is None:
            button = NavButton(self._theme, page, icon)
            button.set_rail(self._is_rail)
            button.setObjectName(f"nav:{page}")
            self._buttons[page] = button
            self._group.addButton(button)
            if page == HELP:
                self._frame.addWidget(button)
            elif page == LAST:
                self._list.addWidget(button)
            else:
                self._list.insertWidget(self._list.indexOf(self._space), button)
        button.set_texts(text, short, hint)
        return button

    def set_current(self, page: str) -> None:
        """Mark *page*; nothing is marked when there is no such entry."""
        button = self._buttons.get(page)
        if button is not None:
            button.setChecked(True)
            return
        self._group.setExclusive(False)
        for other in self._buttons.values():
            other.setChecked(False)
        self._group.setExclusive(True)

    def fit(self, window_width: int) -> None:
        """Become a rail or a sidebar, as a window of *window_width* pixels wants it."""
        self._window_width = window_width
        is_rail = window_width / self._theme.scale < RAIL_BELOW
        if is_rail != self._is_rail:
            self._is_rail = is_rail
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painting.fill(painter, self.rect(), self._theme.color("sidebar"))
        painter.end()

    def _build(self) -> None:
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._space = QWidget()
        self._space.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._list.addWidget(self._space, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setViewport(QWidget())  # asking for Qt's own wakes every kind of widget there is
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._frame = QVBoxLayout(self)
        self._frame.addWidget(self._brand)
        self._frame.addWidget(area, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @Slot()
    def _refit(self) -> None:
        self._is_rail = self._window_width / self._theme.scale < RAIL_BELOW
        self._arrange()

    def _arrange(self) -> None:
        px = self._theme.px
        self.setFixedWidth(px(RAIL if self._is_rail else WIDE))
        self._brand.setVisible(not self._is_rail)
        self._space.setVisible(not self._is_rail)
        side, ring = px(8 if self._is_rail else 14), px(RING)
        top, foot = (px(12), px(12)) if self._is_rail else (0, px(16))
        # The share of the ring lies within what scrolls: beyond that it would be cut off.
        self._frame.setContentsMargins(side - ring, max(top - ring, 0), side - ring, foot - ring)
        self._frame.setSpacing(px(8) - ring)
        self._list.setContentsMargins(ring, ring, ring, ring)
        self._list.setSpacing(px(0 if self._is_rail else 4))
        self._list.setAlignment(Qt.AlignmentFlag.AlignTop if self._is_rail else Qt.AlignmentFlag(0))
        for button in self._buttons.values():
            button.set_rail(self._is_rail)

    @Slot(QPushButton)
    def _tell(self, button: NavButton) -> None:
        self.wanted.emit(Route(button.page))


class Brand(QWidget):
    """The leaf and the name of the program."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the height of the sidebar's head."""
        return QSize(0, self._theme.px(65))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint leaf and name."""
        painter = painting.painter_for(self)
        px = self._theme.px
        side = px(26)
        middle = px(38)
        place = painting.visual(self, QRectF(px(12), middle - side / 2, side, side))
        pixmap = self._theme.pixmap("leaf", 26, "primary")
        painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        words = QRectF(px(46), middle - px(20), self.width() - px(46), px(40))
        font = self._theme.font("h3")
        color = self._theme.color("text")
        place = painting.visual(self, words)
        painting.draw_words(painter, place, self._name, font, color, align=painting.LEADING)
        painter.end()
