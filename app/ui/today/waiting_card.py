"""What has to wait after an infusion, until when, and whose rule that is. It permits nothing."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.rules import RuleId
from app.i18n import _
from app.services.waiting import WaitLine, Waits
from app.ui.dates import not_before
from app.ui.theme.theme import Theme
from app.ui.today.end_row import EndRow
from app.ui.today.model import TodayModel
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.bullets import Bullets
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Caption, Heading, Words

RING: Final = 48
ICON: Final = 22
LINE: Final = 3
_WHOLE: Final = 360 * 16
_TOP: Final = 90 * 16
_ICONS: Final = {
    RuleId.DRIVING: "car",
    RuleId.ALCOHOL_AFTER: "no-glass",
    RuleId.DECISIONS: "pencil",
}


class WaitingCard(Card):
    """Driving, alcohol and decisions, each with a ring that fills; never a tick, never green."""

    def __init__(self, theme: Theme, model: TodayModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("today:waiting")
        self._shown: tuple[WaitLine, ...] = ()
        self._title = Heading(theme, 2)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(14))
        self._end = EndRow(theme, model)
        self._tonight_title = Heading(theme, 3, text=_("Tonight"))
        self._tonight = Bullets(theme)
        self.add(self._title)
        self.body.addLayout(self._lines)
        for widget in (self._end, self._tonight_title, self._tonight):
            self.add(widget)

    def show_waits(self, waits: Waits | None) -> None:
        """Show what waits; hidden where nothing does."""
        self.setVisible(waits is not None)
        if waits is None:
            return
        self._title.setText(_("After the waiting time") if waits.is_over else _("Not yet"))
        self._end.show_end(waits)
        self._tonight.set_texts(waits.tonight)
        for widget in (self._tonight_title, self._tonight):
            widget.setVisible(bool(waits.tonight))
        if waits.lines != self._shown:
            self._shown = waits.lines
            clear(self._lines)
            for line in waits.lines:
                self._lines.addWidget(_Line(self._theme, line))


class _Line(QWidget):
    """One waiting time."""

    def __init__(self, theme: Theme, line: WaitLine) -> None:
        super().__init__()
        state = line.passed or ("" if line.until is None else not_before(line.until))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Words(theme, strong=True, text=line.title))
        if state:
            words.addWidget(Words(theme, text=state))
        if line.left:
            words.addWidget(Words(theme, color="primary", tabular=True, text=line.left))
        words.addWidget(Caption(theme, text=line.rule))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(_Ring(theme, _ICONS[line.kind], line.part), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        said = (line.title, state, line.left, line.rule)
        self.setAccessibleName(", ".join(one for one in said if one))
        give_role(self, QAccessible.Role.ListItem)


class _Ring(QWidget):
    """How much of the time has passed, around the sign of what waits."""

    def __init__(self, theme: Theme, icon: str, part: float) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._part = part
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return the ring's size."""
        return QSize(self._theme.px(RING), self._theme.px(RING))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, the part that has passed, and the icon."""
        painter = painting.painter_for(self)
        theme, wide = self._theme, LINE * self._theme.scale
        box = QRectF(self.rect()).adjusted(wide, wide, -wide, -wide)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, part in (("border", 1.0), ("primary", self._part)):
            pen = QPen(theme.color(color), wide)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, _TOP, -round(_WHOLE * part))
        side = theme.px(ICON)
        start = QPointF((self.width() - side) / 2, (self.height() - side) / 2)
        pixmap = theme.pixmap(self._icon, ICON, "text")
        painter.drawPixmap(QRectF(start.x(), start.y(), side, side), pixmap, QRectF(pixmap.rect()))
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
