"""What matters now, with at most one thing to press."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.infusion import Outcome
from app.domain.today import Situation
from app.i18n import _
from app.services.conflicts import TwoVersions
from app.services.recovery import Recovery
from app.services.saving import Saving
from app.ui.dates import day_name, time_name
from app.ui.following import FollowingPage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.today.cards import NextCard, RideCard
from app.ui.today.clinic_cards import ClinicCards
from app.ui.today.model import TodayModel
from app.ui.today.notices import Notices
from app.ui.today.second_way import SecondWay, second_way
from app.ui.today.top_cards import TopCards
from app.ui.today.words import TodayWords, words_for
from app.ui.undo import UndoStack
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.page import SLIM
from app.ui.widgets.tab_order import follow

if TYPE_CHECKING:
    from app.ui.today.ate_card import AteCard
    from app.ui.today.open_card import OpenCard
    from app.ui.today.outcome_card import OutcomeCard
    from app.ui.today.times_card import TimesCard
    from app.ui.today.waiting_card import WaitingCard

COLUMN: Final = 720
TWO_COLUMNS: Final = 890
_TIMES_WIDE, _REST_WIDE = 54, 46
"""How times and what is left share the width, in percent."""


class TodayPage(FollowingPage):
    """The next infusion, what is open, and one button that leads on."""

    def __init__(
        self,
        theme: Theme,
        model: TodayModel,
        *,
        saving: Saving,
        recovery: Recovery,
        versions: TwoVersions,
        undo: UndoStack,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, model, column=COLUMN, parent=parent)
        self._model = model
        self._saving = saving
        self._top = TopCards(self.column, self)
        self._notices = Notices(
            theme, self._top, saving=saving, recovery=recovery, versions=versions, undo=undo
        )
        self._outcome: OutcomeCard | None = None
        self._open: OpenCard | None = None
        self._times: TimesCard | None = None
        self._waiting: WaitingCard | None = None
        self._ate: AteCard | None = None
        self._words, self._aside = TodayWords(title="", lead=""), SecondWay()
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Look at the clock and what is stored."""
        self._model.follow()

    def _build(self) -> None:
        self._next = NextCard(self.theme)
        self._ride = RideCard(self.theme)
        self._ate_link = LinkButton(self.theme)
        self._ate_link.setObjectName("today:ate")
        self._rest = QWidget()
        self._rest_column = QVBoxLayout(self._rest)
        self._rest_column.setContentsMargins(0, 0, 0, 0)
        self._rest_column.setSpacing(self.theme.px(14))
        for widget in (self._next, self._ride, self._ate_link):
            self._rest_column.addWidget(widget)
        self._rest_column.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(self.theme.px(14))
        self._beside.addWidget(self._rest, _REST_WIDE)
        self.column.addLayout(self._beside)
        self._clinic_cards = ClinicCards(self, self._model, self._top)
        self._when_to_call = self.bar.add_link()
        self._when_to_call.setObjectName("today:when_to_call")
        self._plans_changed = self.bar.add_link()
        self._plans_changed.setObjectName("today:plans_changed")
        self._second = self.bar.set_secondary()
        self._second.setObjectName("today:second")
        self._primary = self.bar.set_primary()
        self._primary.setObjectName("today:primary")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self.room_changed.connect(self._show)
        self._next.ticked.connect(self._model.tick)
        self._when_to_call.clicked.connect(self._open_help)
        self._plans_changed.clicked.connect(self._change_plans)
        self._second.clicked.connect(self._go_aside)
        self._ride.opened.connect(self._open_companion_view)
        self._ate_link.clicked.connect(self._say_kindly)
        self._primary.clicked.connect(self._go_on)

    def _translate(self) -> None:
        self._when_to_call.setText(_("When to call"))
        self._ate_link.setText(_("I ate or drank something"))

    @Slot()
    def _show(self) -> None:
        view, now = self._model.today, self._model.now
        has_begun = self._model.has_begun
        self._words = words_for(
            view, is_out_of_reach=self._saving.is_out_of_reach, has_begun=has_begun
        )
        moment = _("{day}, {time}").format(day=day_name(now.date()), time=time_name(now))
        self.header(self._words.title, self._words.lead, moment)
        asks = view.situation is Situation.DID_IT_GO_AHEAD
        self._show_outcome(asks)
        self._notices.show_state(narrow=self.narrow)
        self._next.show_lines(view.first_open, view.open_count)
        rests = view.situation is Situation.AFTERWARDS and not view.days
        self._next.setVisible(bool(view.first_open) and not asks and not rests)
        self._show_open()
        has_ride = not asks and view.days >= 0
        self._ride.show_ride(
            view.infusion if has_ride else None, is_today=not view.days, is_over=rests
        )
        self._show_times()
        self._clinic_cards.show_state()
        self._top.keep_in_order()
        can_change = view.coming is not None and not asks
        self._plans_changed.setText(_("Plans changed") if can_change else "")
        self._primary.setVisible(bool(self._words.primary))
        self.bar.set_primary(self._words.icon, self._words.primary)
        self._aside = second_way(self._words, is_before=not (asks or has_begun), rests=rests)
        self._second.setVisible(bool(self._aside.text) and self.room >= SLIM)
        self.bar.set_secondary(self._aside.icon, self._aside.text)

    def _show_outcome(self, asks: bool) -> None:
        """Ask whether the infusion went ahead; the card is built when it is first asked."""
        if self._outcome is None and asks:
            from app.ui.today.outcome_card import OutcomeCard

            self._outcome = OutcomeCard(self.theme)
            self._outcome.answered.connect(self._answer)
            self._outcome.moved.connect(self._change_plans)
            self._top.put_last(self._outcome)
        if self._outcome is not None:
            self._outcome.setVisible(asks)

    def _show_open(self) -> None:
        """Offer what is open; the card is built when first something is."""
        things = self._model.open_things
        if self._open is None and things:
            from app.ui.today.open_card import OpenCard

            self._open = OpenCard(self.theme)
            self._open.opened.connect(self.route_wanted)
            self._rest_column.insertWidget(self._rest_column.indexOf(self._ate_link), self._open)
        if self._open is not None:
            self._open.show_things(things)
            follow(self._ride.last_stop, *self._open.rows)

    def _show_times(self) -> None:
        """Show the times of the day beside the rest, and below it what waits afterwards."""
        day, situation = self._model.day, self._model.today.situation
        times = day.times if day is not None else ()
        if self._times is None and times:
            from app.ui.today.times_card import TimesCard

            self._times = TimesCard(self.theme)
            self._beside.insertWidget(0, self._times, _TIMES_WIDE)
        if self._times is not None and day is not None:
            self._times.show_times(times, day.before_fasting)
        elif self._times is not None:
            self._times.hide()
        self._show_waits()
        fasts = situation is Situation.THE_DAY or (day is not None and day.fasts)
        self._ate_link.setVisible(fasts)
        if self._ate is not None and not fasts:
            self._ate.hide()
        self._share_width(in_two=bool(times) and not self.narrow)

    def _show_waits(self) -> None:
        """Show what waits after the last infusion; the card is built when first something does."""
        waits = self._model.waits
        if self._waiting is None and waits is not None:
            from app.ui.today.waiting_card import WaitingCard

            self._waiting = WaitingCard(self.theme, self._model)
            self.column.insertWidget(self.column.indexOf(self._beside) + 1, self._waiting)
        if self._waiting is not None:
            self._waiting.show_waits(waits)
            follow(self._ate_link, self._waiting)

    def _share_width(self, *, in_two: bool) -> None:
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if in_two else directions.TopToBottom)
        self.set_column(TWO_COLUMNS if in_two else COLUMN)

    @Slot()
    def _say_kindly(self) -> None:
        """Answer what was eaten or drunk; the card is built when it is first asked for."""
        if self._ate is None:
            from app.ui.today.ate_card import AteCard

            self._ate = AteCard(self.theme)
            self._rest_column.insertWidget(self._rest_column.indexOf(self._ate_link) + 1, self._ate)
        self._ate.show_answer(self._model.ate_words, self._model.clinic)
        self._ate.show()
        announce(self._ate, self._model.ate_words)

    @Slot(Outcome)
    def _answer(self, outcome: Outcome) -> None:
        if self._model.today.infusion is not None:
            self._model.answer(self._model.today.infusion, outcome)

    @Slot()
    def _change_plans(self) -> None:
        infusion = self._model.today.infusion
        self.route_wanted.emit(Route("plan", infusion.id if infusion is not None else ""))

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help", "when_to_call"))

    @Slot()
    def _open_companion_view(self) -> None:
        self.route_wanted.emit(Route("companion", "today"))

    @Slot()
    def _go_aside(self) -> None:
        self.route_wanted.emit(self._aside.route)

    @Slot()
    def _go_on(self) -> None:
        if self._words.route is not None:
            self.route_wanted.emit(self._words.route)
