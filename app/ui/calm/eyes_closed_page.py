"""A session with closed eyes: nearly black, locked, and one large area for "I need someone"."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.i18n import _
from app.ui.calm.eyes_closed_model import EyesClosedModel
from app.ui.calm.hold import Hold
from app.ui.calm.someone_area import SomeoneArea
from app.ui.route import Route
from app.ui.theme.eyes_closed_tokens import NEARLY_BLACK
from app.ui.theme.night import NightTheme
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import announce
from app.ui.widgets.labels import Centered, Words
from app.ui.widgets.page import SLIM, Page

CORNER: Final = 120
"""How far a corner reaches from the edges, in pixels at 100 % text."""

LINE: Final = 4
EDGE: Final = 32
"""What is left free beside the area, so that a corner can be found without pressing it."""


class EyesClosedPage(Page):
    """Keys do nothing but three: the space bar asks, F1 opens Help now, Escape held leaves."""

    def __init__(self, theme: Theme, model: EyesClosedModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=4000, parent=parent)
        self._model = model
        self._held = 0.0
        self._is_coming = False
        self._hold = Hold(self)
        self._night = NightTheme(theme, self, self, dark=NEARLY_BLACK)
        self.setAutoFillBackground(True)
        # It would be the brightest thing there, and lie over two of the corners.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Lock; go where the end is shown if the session is over."""
        self.come_back()

    def come_back(self) -> None:
        """Go on, or show the end that came meanwhile."""
        self._is_coming = True
        self._model.arrive()
        self._is_coming = False
        if self._model.is_over:
            self._go()
            return
        self._show()
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Let go of what is held."""
        self._hold.let_go()

    def step_aside(self) -> None:
        """Let go of what is held."""
        self._hold.let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to count at Escape, and swallow every other key."""
        if event.key() == Qt.Key.Key_Escape and event.isAutoRepeat():
            self._hold.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self._begin_to_leave()
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stop counting when Escape is let go."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._hold.release()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to count in a corner."""
        if self._is_corner(event.position().toPoint()):
            self._begin_to_leave()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stop counting."""
        self._hold.let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop counting: the key may be let go where nobody hears of it."""
        super().focusOutEvent(event)
        self._hold.let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting."""
        super().hideEvent(event)
        self._hold.let_go()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint along the foot how long is still to be held."""
        super().paintEvent(event)
        if self._held:
            painter = painting.painter_for(self)
            high = LINE * max(self._night.scale, 1.0)
            line = QRectF(0, self.height() - high, self.width() * self._held, high)
            color = self._night.color("text_muted")
            painting.fill(painter, painting.visual(self, line), color)
            painter.end()

    def _build(self) -> None:
        px = self.theme.px
        self._intention = Centered(self._night, "lead", "text_muted")
        self._breath = Centered(self._night, "h2", "text_muted")
        self._area = SomeoneArea(self._night)
        self._area.setObjectName("eyes_closed:someone")
        self._calls_nobody = Words(self._night, "caption", "text_muted")
        self._ways = Words(self._night, "caption", "text_muted")
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(px(24))
        self._foot.addWidget(self._calls_nobody, 1)
        self._foot.addWidget(self._ways, 1)
        self.column.setSpacing(px(20))
        self.column.setContentsMargins(px(EDGE), 0, px(EDGE), 0)
        self.column.addWidget(self._intention)
        self.column.addWidget(self._breath)
        self.column.addWidget(self._area, 1)
        self.column.addLayout(self._foot)
        self.fill()

    def _bind(self) -> None:
        self._area.pressed.connect(self._ask)
        self._hold.moved.connect(self._show_hold)
        self._hold.done.connect(self._go)
        self._model.changed.connect(self._show)
        self._model.ended.connect(self._show_end)
        self.room_changed.connect(self._fit)

    def _translate(self) -> None:
        self.setAccessibleName(_("Eyes-closed session"))
        self._area.set_texts(_("I need someone"), _("Press the space bar, or tap anywhere in here"))
        self._ways.setText(_("To leave, hold Esc or a corner for 2 seconds. Help now: F1"))
        self._show()

    @Slot()
    def _show(self) -> None:
        self._calls_nobody.setText(
            _("This key calls nobody. It shows a card. No sound can be heard here now.")
            if self._model.is_silent
            else _("This key calls nobody. It shows a card and plays a sound here.")
        )
        for label, text in (
            (self._intention, self._model.intention),
            (self._breath, self._model.breath_word),
        ):
            label.setText(text)
            label.setVisible(bool(text))

    @Slot()
    def _show_end(self) -> None:
        """Go where the end is shown, unless somebody is asked for: then the card stays."""
        if self.isVisible() and not self._is_coming:
            self._go()

    @Slot()
    def _fit(self) -> None:
        slim = self.room < SLIM
        direction = QBoxLayout.Direction
        self._foot.setDirection(direction.TopToBottom if slim else direction.LeftToRight)
        end = Qt.AlignmentFlag.AlignLeft if slim else Qt.AlignmentFlag.AlignRight
        self._ways.setAlignment(end | Qt.AlignmentFlag.AlignVCenter)

    def _is_corner(self, place: QPoint) -> bool:
        reach = self.theme.px(CORNER)
        beside = min(place.x(), self.width() - place.x()) <= reach
        return beside and min(place.y(), self.height() - place.y()) <= reach

    def _begin_to_leave(self) -> None:
        if not self._hold.is_held:
            announce(self, _("Keep holding to leave"))
        self._hold.begin()

    @Slot(float)
    def _show_hold(self, share: float) -> None:
        self._held = share
        high = round(LINE * max(self._night.scale, 1.0)) + 1
        self.update(0, self.height() - high, self.width(), high)

    @Slot()
    def _ask(self) -> None:
        self._area.setDown(False)
        self.route_wanted.emit(Route("someone"))

    @Slot()
    def _go(self) -> None:
        self.route_wanted.emit(Route("calm_running"))
