"""The month beside the days; below each other where there is little room."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.clock import Clock
from app.i18n import _
from app.ui.journal.calendar import Calendar
from app.ui.journal.day_card import DayCard
from app.ui.journal.entry_words import EntryTeller
from app.ui.journal.history_model import HistoryModel, ShownDay
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.discard import discard
from app.ui.widgets.labels import Prose
from app.ui.widgets.tab_order import tab_through
from app.ui.widgets.way_back import KeyboardPlace

CALENDAR_SHARE: Final = 43
DAYS_SHARE: Final = 57


class DaysView(QWidget):
    """The calendar at 43 %, the cards of the days at 57 %."""

    opened = Signal(object)
    removed = Signal(object)
    story_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        model: HistoryModel,
        teller: EntryTeller,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._teller = teller
        self._clock = clock
        self._cards: dict[tuple[ShownDay, bool], DayCard] = {}
        self._rows: list[QWidget] = []
        self._build()
        self._bind()

    def fit(self, *, side_by_side: bool, calendar: bool) -> None:
        """Stand *side_by_side* or below each other, with a *calendar* or without."""
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if side_by_side else directions.TopToBottom
        if self._columns.direction() is not wanted:
            self._columns.setDirection(wanted)
            for place, share in enumerate((CALENDAR_SHARE, DAYS_SHARE)):
                self._columns.setStretch(place, share if side_by_side else place)
        top = Qt.AlignmentFlag.AlignTop if side_by_side else Qt.AlignmentFlag(0)
        self._columns.setAlignment(self.calendar, top)
        self.calendar.setVisible(calendar)

    def translate(self) -> None:
        """Set every text anew."""
        self._nothing_words.setText(
            _("Nothing is written yet. A few taps after an infusion are enough.")
        )
        self._earlier.setText(_("Earlier days"))
        self._newest.setText(_("Newest days"))
        discard(self._cards.values())
        self._cards.clear()
        self._rows = []
        self._show()

    def _build(self) -> None:
        theme = self._theme
        self.calendar = Calendar(theme)
        self._nothing = Card(theme)
        self._nothing_words = Prose(theme)
        self._nothing.add(self._nothing_words)
        self._newest, self._earlier = LinkButton(theme), LinkButton(theme)
        self._newest.setObjectName("journal:newest")
        self._earlier.setObjectName("journal:earlier")
        self._days = QVBoxLayout()
        self._days.setSpacing(theme.px(14))
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(self._nothing)
        column.addWidget(self._newest, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._days)
        column.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.px(16))
        self._columns.addWidget(self.calendar, CALENDAR_SHARE)
        self._columns.addWidget(beside, DAYS_SHARE)

    def _bind(self) -> None:
        model, calendar = self._model, self.calendar
        model.changed.connect(self._show)
        calendar.opened.connect(model.choose)
        calendar.days_walked.connect(model.walk_days)
        calendar.months_walked.connect(model.walk_months)
        calendar.end_wanted.connect(model.walk_to_end)
        calendar.back_wanted.connect(self._turn_back)
        calendar.forth_wanted.connect(self._turn_forth)
        self._newest.clicked.connect(model.choose_newest)
        self._earlier.clicked.connect(self._show_earlier)

    @Slot()
    def _show(self) -> None:
        model = self._model
        self.calendar.show_month(model.cursor, model.weeks(), model.cursor)
        year = self._clock.now().year
        wanted = {shown: (shown, shown.date.year == year) for shown in model.days}
        place = KeyboardPlace(self._rows)
        for key in self._cards.keys() - set(wanted.values()):
            discard((self._cards.pop(key),))
        for number, shown in enumerate(model.days):
            card = self._cards.get(wanted[shown]) or self._make(wanted[shown])
            if self._days.indexOf(card) != number:
                self._days.insertWidget(number, card)
        self._nothing.setVisible(model.is_empty)
        self._newest.setVisible(model.has_newer)
        self._earlier.setVisible(model.has_earlier)
        self._rows = [stop for shown in model.days for stop in self._cards[wanted[shown]].stops]
        tab_through((self._newest, *self._rows, self._earlier))
        place.bring_back(self._rows)

    def _make(self, key: tuple[ShownDay, bool]) -> DayCard:
        card = DayCard(self._theme, key[0], self._teller, this_year=key[1])
        card.opened.connect(self.opened)
        card.removed.connect(self.removed)
        card.story_wanted.connect(self.story_wanted)
        self._cards[key] = card
        return card

    @Slot()
    def _turn_back(self) -> None:
        self._model.walk_months(-1)

    @Slot()
    def _turn_forth(self) -> None:
        self._model.walk_months(1)

    @Slot()
    def _show_earlier(self) -> None:
        self._model.show_earlier()
