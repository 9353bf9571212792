"""When a check-in was, and which infusion it belongs to; folded away at first."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.check_in import CheckIn, TimePoint
from app.domain.infusion import Infusion
from app.domain.wall_time import parse
from app.domain.when import Unlikely
from app.i18n import _
from app.services.names import infusion_name, time_point_name
from app.ui.dates import day_with_year, time_name
from app.ui.journal.ask_row import AskRow
from app.ui.pause import TypingPause
from app.ui.theme.theme import Theme
from app.ui.widgets.editors import date_edit, line_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field
from app.ui.widgets.fold import Fold

NO_INFUSION: Final = ""


class WhenCard(Fold):
    """Day and time are told when they can be read; what cannot be is said beside its field.

    ``moment_told`` carries a day and "13:30", ``point_chosen`` a time point, and
    ``infusion_chosen`` the id of an infusion, or an empty text for none.
    """

    moment_told = Signal(date, str)
    point_chosen = Signal(object)
    infusion_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QWidget(), parent)
        self._shown_id = ""
        self._at: datetime | None = None
        self._build_inside()
        self._bind_inside()
        self._translate_inside()

    def show_check_in(self, check_in: CheckIn, infusions: Sequence[Infusion]) -> None:
        """Show when *check_in* was; it can belong to one of *infusions*.

        What is being typed and not told yet stays.
        """
        if check_in.id != self._shown_id:
            self._shown_id = check_in.id
            self._at = None
            self.set_open(False)
        if check_in.at != self._at:
            self.show_moment(check_in.at)
        self._point.choose(check_in.time_point)
        self._infusion.offer("check_in:infusion", _named(infusions))
        self._infusion.choose(check_in.infusion or NO_INFUSION)
        self._infusion.setVisible(bool(infusions))

    def show_moment(self, at: datetime) -> None:
        """Show that it was *at*, whatever stands in the fields."""
        self._at = at
        self._date.blockSignals(True)
        self._date.setDate(QDate(at.year, at.month, at.day))
        self._date.blockSignals(False)
        self._time.setText(time_name(at))
        self.show_refusal(None)

    def show_refusal(self, refusal: Unlikely | None) -> None:
        """Say why the check-in cannot have been then, or that nothing is wrong."""
        day, time = "", ""
        match refusal:
            case Unlikely.DAY_TO_COME:
                day = _("This day is still to come. The check-in stays where it is.")
            case Unlikely.TIME_TO_COME:
                time = _("This time is still to come. The check-in stays where it is.")
            case Unlikely.LONG_AGO:
                day = _("Is the year right? The check-in stays where it is.")
        self._date_field.show_error(day)
        self._time_field.show_error(time)

    def settle(self) -> None:
        """Tell at once what was changed and not told yet."""
        self._pause.flush()
        if self._wall_time is not None:
            self._tell()

    def take_unclear(self) -> str:
        """Return the line that keeps a time which is none, and show the time that is known."""
        text = self._time.text().strip()
        if not text or self._wall_time is not None or self._at is None:
            return ""
        self._time.setText(time_name(self._at))
        self._time_field.show_error("")
        return _("{reading}: {text}").format(reading=_("Time"), text=text)

    @property
    def _wall_time(self) -> str | None:
        """The time in its field, as "13:30"; what the program wrote there is always one."""
        text = self._time.text()
        if self._at is not None and text == time_name(self._at):
            return f"{self._at:%H:%M}"
        return parse(text)

    def _build_inside(self) -> None:
        self._pause = TypingPause(self)
        self._date = date_edit("check_in:date")
        self._date.setKeyboardTracking(False)
        self._time = line_edit("check_in:time")
        self._date_field = Field(self._theme, self._date)
        self._time_field = Field(self._theme, self._time)
        self._point = AskRow(self._theme, _("Which check-in is it?"), must_choose=True)
        self._point.offer(
            "check_in:point", {one.value: (one, time_point_name(one)) for one in TimePoint}
        )
        self._infusion = AskRow(self._theme, _("Which infusion?"), must_choose=True)
        row = EvenLayout(spacing=self._theme.px(16))
        row.addWidget(self._date_field)
        row.addWidget(self._time_field)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, self._theme.px(4), 0, 0)
        column.setSpacing(self._theme.px(12))
        column.addLayout(row)
        column.addWidget(self._point)
        column.addWidget(self._infusion)
        self.button.setObjectName("check_in:when")

    def _bind_inside(self) -> None:
        self._date.dateChanged.connect(self._pause.touch)
        self._date.editingFinished.connect(self._pause.flush)
        self._time.textEdited.connect(self._forgive)
        self._time.editingFinished.connect(self._tell)
        self._pause.due.connect(self._tell)
        self._point.chosen.connect(self.point_chosen)
        self._infusion.chosen.connect(self.infusion_chosen)

    def _translate_inside(self) -> None:
        self.set_title(_("When was this?"))
        self.set_summary(_("change the day, the time or the infusion"))
        self._date_field.set_label(_("Day"))
        self._time_field.set_label(_("Time"))

    @Slot()
    def _forgive(self) -> None:
        self._time_field.show_error("")

    @Slot()
    def _tell(self) -> None:
        """Tell day and time, if somebody changed them and both can be read."""
        wall_time = self._wall_time
        if wall_time is None:
            self._time_field.show_error(_("Write it like 1:30 PM or 13:30."))
            return
        day = self._date.date()
        self.moment_told.emit(date(day.year(), day.month(), day.day()), wall_time)


def _named(infusions: Sequence[Infusion]) -> dict[str, tuple[object, str]]:
    """Return what to call each of *infusions*, newest first, and none of them."""
    names: dict[str, tuple[object, str]] = {}
    for one in infusions:
        day = day_with_year(one.date)
        text = _("{infusion}, {day}").format(infusion=infusion_name(one), day=day)
        names[one.id] = (one.id, text)
    return {**names, "none": (NO_INFUSION, _("None of them"))}
