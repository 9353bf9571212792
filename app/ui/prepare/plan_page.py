"""Planning one infusion, or changing its plan."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QWidget

from app.domain.infusion import Infusion, InfusionRoute
from app.domain.wall_time import parse
from app.i18n import _
from app.ui.dates import day_name, wall_time_name
from app.ui.prepare.plan_cards import LookBackCard, SeriesCard
from app.ui.prepare.plan_model import PlanModel
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.check import ChoiceChip
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.editors import date_edit, line_edit, number_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field, LongText
from app.ui.widgets.labels import Heading
from app.ui.widgets.page import Page


class PlanPage(Page):
    """Date, arrival, place and what else is known. Everything but the date may stay empty."""

    def __init__(self, theme: Theme, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=720, parent=parent)
        self._model = model
        self._shows = False
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Change the plan of the infusion whose id *argument* is, or begin a new one."""
        self._model.arrive(argument)
        self._date.setFocus()

    def leave(self) -> None:
        """Lose nothing that was typed; a time that cannot be read is kept in the notes."""
        unclear = self._unclear
        if unclear:
            self._arrive.clear()
            self._notes.appendPlainText(_("Be there at: {time}").format(time=unclear))
        self._model.leave()

    def _build(self) -> None:
        self._date = date_edit("plan:date")
        self._arrive = line_edit("plan:arrive")
        self._place = line_edit("plan:place")
        self._minutes = number_edit("plan:minutes", 5, 240, step=5)
        self._travel = number_edit("plan:travel", 0, 1440, step=5)
        self._travel.setSpecialValueText(_("Not said"))
        self._early = number_edit("plan:early", 0, 240, step=5)
        self._number = number_edit("plan:number", 1, 999)
        self._total = number_edit("plan:total", 1, 999)
        self._intention = line_edit("plan:intention")
        self._notes = LongText(self.theme, lines=3)
        self._notes.setObjectName("plan:notes")
        self._fields = {
            editor: Field(self.theme, editor)
            for editor in (
                self._date,
                self._arrive,
                self._place,
                self._minutes,
                self._travel,
                self._early,
                self._number,
                self._total,
                self._intention,
                self._notes,
            )
        }
        self._build_route()
        self._build_cards()
        self._when_to_call = self.bar.add_link()
        self._cancel = self.bar.add_link()
        self._cancel.setObjectName("plan:cancel")
        self._remove = self.bar.add_link()
        self._remove.setObjectName("plan:remove")
        self._primary = self.bar.set_primary("check")
        self._primary.setObjectName("plan:keep")

    def _build_route(self) -> None:
        self._route_title = Heading(self.theme, 3)
        self._route = ChoiceGroup(self.theme, "flow", must_choose=True)
        self._chips = {route: ChoiceChip(self.theme) for route in InfusionRoute}
        for route, chip in self._chips.items():
            chip.setObjectName(f"plan:route:{route.value}")
            self._route.add(chip, route)

    def _build_cards(self) -> None:
        self._when_card, self._more_card = Card(self.theme), Card(self.theme)
        fields = self._fields
        self._when_card.body.addLayout(_pair(self.theme, fields[self._date], fields[self._arrive]))
        self._when_card.add(fields[self._place])
        self._when_card.body.addLayout(_pair(self.theme, fields[self._travel], fields[self._early]))
        self._when_card.body.addLayout(_pair(self.theme, fields[self._number], fields[self._total]))
        for widget in (
            self._fields[self._minutes],
            self._route_title,
            self._route,
            self._fields[self._intention],
            self._fields[self._notes],
        ):
            self._more_card.add(widget)
        self._series, self._look_back = SeriesCard(self.theme), LookBackCard(self.theme)
        for card in (self._when_card, self._series, self._look_back, self._more_card):
            self.add(card)

    def _bind(self) -> None:
        self._model.shown.connect(self._show)
        self._date.dateChanged.connect(self._write)
        for line in (self._arrive, self._place, self._intention):
            line.textEdited.connect(self._write)
        for number in (self._minutes, self._travel, self._early, self._number, self._total):
            number.valueChanged.connect(self._write)
        self._notes.textChanged.connect(self._write)
        self._route.chosen.connect(self._write)
        self._arrive.textEdited.connect(self._forgive)
        self._arrive.editingFinished.connect(self._check_time)
        self._when_to_call.clicked.connect(self._open_help)
        self._cancel.clicked.connect(self._cancel_plan)
        self._remove.clicked.connect(self._remove_plan)
        self._series.changed.connect(self._plan_series)
        self._look_back.typed.connect(self._write)
        self._primary.clicked.connect(self._keep)

    def _translate(self) -> None:
        for editor, label, caption in (
            (self._date, _("Date"), ""),
            (self._arrive, _("Be there at"), ""),
            (self._place, _("Where"), ""),
            (self._travel, _("Minutes on the way there"), ""),
            (self._early, _("Minutes there before it starts"), ""),
            (self._number, _("Number in the series"), ""),
            (self._total, _("Planned in all"), ""),
            (self._minutes, _("Planned minutes"), _("About 40 is usual. Yours may be different.")),
            (self._intention, _("An intention, if you like"), ""),
            (self._notes, _("Notes"), ""),
        ):
            self._fields[editor].set_label(label)
            self._fields[editor].set_caption(caption)
        self._route_title.setText(_("How it is given"))
        self._route.setAccessibleName(_("How it is given"))
        self._chips[InfusionRoute.IV].setText(_("By IV, into a vein"))
        self._chips[InfusionRoute.OTHER].setText(_("Another way"))
        self._when_to_call.setText(_("When to call"))
        self._show(self._model.plan)

    @Slot(Infusion)
    def _show(self, plan: Infusion) -> None:
        self._shows = True
        self._date.setDate(QDate(plan.date.year, plan.date.month, plan.date.day))
        self._arrive.setText(wall_time_name(plan.arrive) if plan.arrive else "")
        self._place.setText(plan.place)
        self._minutes.setValue(plan.minutes)
        self._travel.setValue(plan.travel_minutes or 0)
        self._early.setValue(plan.early_minutes)
        self._number.setValue(plan.number or 1)
        self._total.setValue(plan.total or 1)
        self._route.choose(plan.route)
        self._intention.setText(plan.intention)
        self._notes.setPlainText(plan.notes)
        self._look_back.helped.setPlainText(plan.helped)
        self._look_back.hurt.setPlainText(plan.hurt)
        self._fields[self._arrive].show_error("")
        self._shows = False
        self._show_hints()
        is_new = self._model.is_new
        self._series.setVisible(is_new)
        if is_new:
            self._series.clear()
        self._look_back.setVisible(self._model.was)
        self._cancel.setText(_("It is cancelled") if self._model.can_cancel else "")
        self._remove.setText("" if is_new else _("Remove this plan"))
        self.header(
            _("Plan an infusion") if is_new else _("The plan"),
            _("Only the date is needed. The rest can wait."),
        )
        self.bar.set_primary("check", _("Keep this plan") if is_new else _("Done"))

    @Slot()
    def _write(self) -> None:
        if self._shows:
            return
        route = self._route.chosen_value
        self._model.write(
            replace(
                self._model.plan,
                date=_python_date(self._date.date()),
                arrive=parse(self._arrive.text()),
                place=self._place.text(),
                minutes=self._minutes.value(),
                travel_minutes=self._travel.value() or None,
                early_minutes=self._early.value(),
                helped=self._look_back.helped.toPlainText(),
                hurt=self._look_back.hurt.toPlainText(),
                number=self._number.value(),
                total=max(self._total.value(), self._number.value()),
                route=route if isinstance(route, InfusionRoute) else InfusionRoute.IV,
                intention=self._intention.text(),
                notes=self._notes.toPlainText(),
            )
        )
        self._show_hints()

    def _show_hints(self) -> None:
        """Say what is odd about the day or the time; nothing of it is refused."""
        self._fields[self._date].set_caption(self._model.day_hint)
        usual = _("The time your clinic gave you. Or leave it open.")
        self._fields[self._arrive].set_caption(self._model.time_hint or usual)
        self._show_last()

    def _show_last(self) -> None:
        last = self._model.last_day
        when = _("The last is on {day}.").format(day=day_name(last)) if last is not None else ""
        self._series.show_last(when)

    @Slot()
    def _plan_series(self) -> None:
        if not self._shows:
            self._model.plan_series(self._series.count, self._series.spacing)
            self._show_last()

    @property
    def _unclear(self) -> str:
        """What stands in the field of the arrival, if it is no time of day."""
        text = self._arrive.text().strip()
        return text if parse(text) is None else ""

    @Slot()
    def _forgive(self) -> None:
        self._fields[self._arrive].show_error("")

    @Slot()
    def _check_time(self) -> None:
        if self._unclear:
            self._fields[self._arrive].show_error(_("Write it like 1:30 PM or 13:30."))

    @Slot()
    def _keep(self) -> None:
        if self._model.lacks_spacing:
            self._series.ask()
            self.scroll_to(self._series)
            return
        self._model.keep()
        self.route_wanted.emit(Route("prepare"))

    @Slot()
    def _cancel_plan(self) -> None:
        self._model.cancel()
        self.route_wanted.emit(Route("today"))

    @Slot()
    def _remove_plan(self) -> None:
        self._model.remove()
        self.route_wanted.emit(Route("today"))

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help", "when_to_call"))


def _pair(theme: Theme, first: QWidget, second: QWidget) -> EvenLayout:
    """Return the two fields beside each other, or below where there is no room."""
    layout = EvenLayout(spacing=theme.px(16))
    layout.addWidget(first)
    layout.addWidget(second)
    return layout


def _python_date(qdate: QDate) -> date:
    return date(qdate.year(), qdate.month(), qdate.day())
