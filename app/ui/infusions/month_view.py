"""One month as a calendar; the days with an infusion are buttons."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.domain.infusion import Infusion, Outcome
from app.domain.month import MonthDay
from app.i18n import _
from app.services.names import infusion_name
from app.ui.dates import day_name
from app.ui.infusions.model import InfusionsModel
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TARGET
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.buttons import SMALLEST
from app.ui.widgets.discard import discard
from app.ui.widgets.month_card import MonthCard


class MonthView(MonthCard):
    """Today is ringed, planned days are filled, past ones outlined; the words say the same."""

    wanted = Signal(Infusion)

    def __init__(self, theme: Theme, model: InfusionsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "infusions", parent)
        self._model = model
        self._squares: list[QWidget] = []
        self.back_wanted.connect(model.back)
        self.forth_wanted.connect(model.forth)

    def show_month(self) -> None:
        """Show the month of the model."""
        weeks = self._model.grid()
        self.show_head(self._model.month, [day.date for day in weeks[0]])
        discard(self._squares)
        self._squares = []
        for row, week in enumerate(weeks):
            if any(day.in_month for day in week):
                for column, day in enumerate(week):
                    square = self._square(day)
                    self.place(square, row, column)
                    self._squares.append(square)

    def _square(self, day: MonthDay) -> QWidget:
        if not day.infusions or not day.in_month:
            return _Day(self._theme, day, is_today=day.date == self._model.today)
        button = _InfusionDay(self._theme, day, is_today=day.date == self._model.today)
        button.wanted.connect(self.wanted)
        return button


class _Day(QWidget):
    """A day without an infusion; of the months beside it only the room is there."""

    def __init__(self, theme: Theme, day: MonthDay, *, is_today: bool) -> None:
        super().__init__()
        self._theme = theme
        self._text = str(day.date.day) if day.in_month else ""
        self._is_today = is_today and day.in_month
        self.setFont(theme.font("body"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if self._text:
            self.setAccessibleName(self._text)
        give_role(self, QAccessible.Role.StaticText)

    def sizeHint(self) -> QSize:
        """Return the room of a day."""
        return QSize(SMALLEST, self._theme.px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number, ringed today."""
        painter = painting.painter_for(self)
        color = self._theme.color("text")
        if self._is_today:
            box = _round(self, self._theme)
            painting.draw_box(painter, box, box.width() / 2, line=color, width=1.5)
        painting.draw_words(painter, QRectF(self.rect()), self._text, self.font(), color)
        painter.end()


class _InfusionDay(QPushButton):
    """A day with an infusion; pressing it opens the plan of the first one."""

    wanted = Signal(Infusion)

    def __init__(self, theme: Theme, day: MonthDay, *, is_today: bool) -> None:
        super().__init__(str(day.date.day))
        self._theme = theme
        self._infusion = day.infusions[0]
        self._is_today = is_today
        self.setFont(theme.font("body", strong=True))
        self.setObjectName(f"day:{day.date.isoformat()}")
        names = ", ".join(infusion_name(one) for one in day.infusions)
        said = (day_name(day.date), names, outcome_name(self._infusion))
        self.setAccessibleName(", ".join(one for one in said if one))
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._tell)

    def sizeHint(self) -> QSize:
        """Return the room of a day."""
        return QSize(SMALLEST, self._theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a number is never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a disc, filled when it is planned or went ahead, outlined when cancelled."""
        painter = painting.painter_for(self)
        color = self._theme.color
        box = _round(self, self._theme)
        is_off = self._infusion.outcome is Outcome.CANCELLED
        is_open = self._infusion.outcome is None
        fill = None if is_off else color("primary" if is_open else "primary_soft")
        line = color("border_strong" if is_off else "primary")
        painting.draw_box(painter, box, box.width() / 2, fill=fill, line=line, width=1.5)
        words = color("text_muted" if is_off else "on_primary" if is_open else "on_primary_soft")
        painting.draw_words(painter, QRectF(self.rect()), self.text(), self.font(), words)
        painter.end()

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self._infusion)


def outcome_name(infusion: Infusion) -> str:
    """Return what became of *infusion*; nothing while that is open."""
    if infusion.outcome is None:
        return ""
    return {
        Outcome.WENT_AHEAD: _("went ahead"),
        Outcome.STOPPED_EARLY: _("stopped early"),
        Outcome.CANCELLED: _("cancelled"),
    }[infusion.outcome]


def _round(widget: QWidget, theme: Theme) -> QRectF:
    side = min(widget.width(), widget.height(), theme.px(36))
    return QRectF((widget.width() - side) / 2, (widget.height() - side) / 2, side, side)
