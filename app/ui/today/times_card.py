"""The times of the day on a line: what is past, what comes next and when, what follows."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.services.day_times import TimeLine
from app.ui.dates import time_name
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Caption, Heading, Words

DOT: Final = 12
HALO: Final = 20


class TimesCard(Card):
    """Each line is heard as one; the dots say nothing that the words do not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("today:times")
        self._shown: tuple[TimeLine, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._title = Heading(theme, 2)
        self._fasting = Caption(theme)
        self.add(self._title)
        self.body.addLayout(self._lines)
        self.add_rule()
        self.add(self._fasting)
        self.body.addStretch(1)
        theme.changed.connect(self._build_lines)

    def show_times(self, times: tuple[TimeLine, ...], before_fasting: str) -> None:
        """Show *times*; hidden where there are none."""
        self.setVisible(bool(times))
        self._title.setText(_("Your times"))
        self._fasting.setText(before_fasting)
        if times == self._shown:
            return
        self._shown = times
        self._build_lines()

    @Slot()
    def _build_lines(self) -> None:
        """Build the lines anew, with the times as wide as the widest of them needs."""
        clear(self._lines)
        font = self._theme.font("body", strong=True, tabular=True)
        sizes = [painting.text_size(time_name(line.at), font).width() for line in self._shown]
        for place, line in enumerate(self._shown):
            ends = (place == 0, place == len(self._shown) - 1)
            self._lines.addWidget(_Line(self._theme, line, ends, round(max(sizes) + 0.5)))


class _Line(QWidget):
    """One time: when, its dot, and what it is about."""

    def __init__(
        self, theme: Theme, line: TimeLine, ends: tuple[bool, bool], time_wide: int
    ) -> None:
        super().__init__()
        color = "text_muted" if line.is_past else "text"
        time = Words(theme, color=color, strong=line.is_next, tabular=True, wraps=False)
        time.setText(time_name(line.at))
        time.setMinimumWidth(time_wide)
        title = Words(theme, color=color, strong=not line.is_past, text=line.title)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.setContentsMargins(0, 0, 0, theme.px(14))
        words.addWidget(title)
        if line.left:
            words.addWidget(Words(theme, color="primary", text=line.left))
        if line.caption:
            words.addWidget(Caption(theme, text=line.caption))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_Dot(theme, line, ends))
        row.addLayout(words, 1)
        said = (time.text(), line.title, _("past") if line.is_past else line.left, line.caption)
        self.setAccessibleName(", ".join(one for one in said if one))
        give_role(self, QAccessible.Role.ListItem)


class _Dot(QWidget):
    """A dot on the line that joins the times: ticked when past, filled when it comes next."""

    def __init__(self, theme: Theme, line: TimeLine, ends: tuple[bool, bool]) -> None:
        super().__init__()
        self._theme = theme
        self._line = line
        self._is_first, self._is_last = ends
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return room for the halo of the next one."""
        return QSize(self._theme.px(HALO), self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line and dot at the height of the first line of words."""
        painter = painting.painter_for(self)
        theme, middle = self._theme, QPointF(self.width() / 2, self.fontMetrics().lineSpacing() / 2)
        top = middle.y() if self._is_first else 0.0
        bottom = middle.y() if self._is_last else float(self.height())
        wide = max(1.0, theme.scale)
        line = QRectF(middle.x() - wide / 2, top, wide, bottom - top)
        painting.fill(painter, line, theme.color("border_strong"))
        radius = theme.px(DOT) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if self._line.is_next:
            painter.setBrush(theme.color("primary_soft"))
            painter.drawEllipse(middle, theme.px(HALO) / 2, theme.px(HALO) / 2)
        outer = theme.color("text_muted" if not self._line.is_next else "primary")
        painter.setBrush(outer)
        painter.drawEllipse(middle, radius, radius)
        if not (self._line.is_past or self._line.is_next):
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(middle, radius - 1.5 * theme.scale, radius - 1.5 * theme.scale)
        if self._line.is_past:
            box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            painting.draw_tick(painter, box, theme.color("surface"), 1.6 * theme.scale)
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
