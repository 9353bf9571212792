"""One infusion: its plan, what became of it, and everything that was written around it."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.calm_session import CalmSession
from app.domain.check_in import TimePoint
from app.domain.infusion import Infusion
from app.domain.journal import Entry, entry_time
from app.domain.story import PointState, Story, StoryPoint
from app.i18n import _
from app.services.entry_address import new_at
from app.services.names import check_in_name, infusion_name
from app.ui.dates import day_with_year
from app.ui.entry_route import route_of
from app.ui.following import FollowingPage
from app.ui.route import Route
from app.ui.story.model import StoryModel
from app.ui.story.words import outcome_words, plan_line, point_words
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.discard import discard
from app.ui.widgets.entry_row import EntryRow, EntryWords, RemovableRow
from app.ui.widgets.labels import Caption, Heading, Prose
from app.ui.widgets.rows import ActionRow, Row
from app.ui.widgets.tab_order import tab_through
from app.ui.widgets.way_back import KeyboardPlace, Opened, bring_keyboard_to

Tell = Callable[[Entry], EntryWords]


class _ListCard(Card):
    """Rows below a heading, with a line between two."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme)
        self._rows = 0
        self.stops: list[QWidget] = []
        """What Tab comes to, in order."""
        self.body.setSpacing(theme.px(6))
        self.add(Heading(theme, 2, text=title))

    def add_row(self, row: QWidget) -> None:
        """Add *row* at the end."""
        if self._rows:
            self.add_rule()
        self._rows += 1
        self.add(row)
        if isinstance(row, RemovableRow):
            self.stops.append(row.stop)
        elif isinstance(row, ActionRow):
            self.stops.append(row)

    def add_foot(self, text: str) -> None:
        """Add a quiet sentence below the rows."""
        self.add(Caption(self._theme, text=text))


class _RouteRow(ActionRow):
    """A row that leads somewhere."""

    wanted = Signal(Route)

    def __init__(self, theme: Theme, route: Route) -> None:
        super().__init__(theme)
        self._route = route
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self._route)


class StoryPage(FollowingPage):
    """Each row opens its page. Nothing that is open is asked for twice, and nothing is judged."""

    def __init__(
        self, theme: Theme, model: StoryModel, tell: Tell, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, model, column=720, parent=parent)
        self._model = model
        self._tell = tell
        self._cards: list[_ListCard] = []
        self._shown: Story | None = None
        self._opened = Opened()
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the infusion whose id *argument* is."""
        is_same = self._shown is not None and self._shown.infusion.id == argument
        if not (self._opened.arrive() and is_same):
            self._opened.take()
            self.area.verticalScrollBar().setValue(0)
        self._model.start(argument)

    def take_keyboard(self) -> None:
        """Bring the keyboard back to what was opened from here, or to the first row."""
        bring_keyboard_to(self._opened.take() or "story:plan", self)

    def _build(self) -> None:
        self._gone = Card(self.theme)
        self._gone_words = Prose(self.theme)
        self._gone.add(self._gone_words)
        self.add(self._gone)
        self._help = self.bar.add_link()
        self._help.setObjectName("story:help")
        self._back = self.bar.add_link()
        self._back.setObjectName("story:journal")
        self._report = self.bar.set_secondary("printer")
        self._report.setObjectName("story:report")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._help.clicked.connect(self._open_help)
        self._back.clicked.connect(self._go_back)
        self._report.clicked.connect(self._open_report)

    def _translate(self) -> None:
        self._help.setText(_("When to call"))
        self._back.setText(_("Back to the journal"))
        self.bar.set_secondary("printer", _("Page for my clinic"))
        self._gone_words.setText(_("This infusion is not here any more."))
        self._show()

    @Slot()
    def _show(self) -> None:
        story = self._model.story
        self._gone.setVisible(story is None)
        self._report.setVisible(story is not None and story.infusion.took_place)
        if story is None:
            self.header(_("Infusion"))
        else:
            infusion = story.infusion
            self.header(infusion_name(infusion), plan_line(infusion), outcome_words(infusion))
        if story == self._shown and story is not None:
            return
        self._shown = story
        place = KeyboardPlace(self._stops)
        discard(self._cards)
        self._cards = []
        if story is not None:
            self._cards = [card for card in self._make(story) if card is not None]
            for card in self._cards:
                self.add(card)
            tab_through((*self._stops, self._help, self._back, self._report))
            place.bring_back(self._stops)

    @property
    def _stops(self) -> list[QWidget]:
        """What Tab comes to above the bar, in order."""
        return [stop for card in self._cards for stop in card.stops]

    def _make(self, story: Story) -> list[_ListCard | None]:
        return [
            self._plan_card(story.infusion),
            self._points_card(story),
            self._entries_card(_("Reflections"), story.reflections, dated=True),
            self._entries_card(_("Calm sessions of that day"), story.sessions, dated=False),
            self._entries_card(
                _("Questionnaires of these days"),
                story.questionnaires,
                dated=True,
                foot=_("They ask about two weeks, not about this infusion."),
            ),
        ]

    def _plan_card(self, infusion: Infusion) -> _ListCard:
        card = _ListCard(self.theme, _("The plan"))
        texts = (
            (_("Intention"), infusion.intention),
            (_("What helped"), infusion.helped),
            (_("What was hard"), infusion.hurt),
            (_("Notes"), infusion.notes),
        )
        for title, text in texts:
            if text.strip():
                card.add_row(Row(self.theme, title=title, caption=text.strip()))
        row = _RouteRow(self.theme, Route("plan", infusion.id))
        row.setObjectName("story:plan")
        row.set_texts(_("Open the plan"), _("Date, place, music, notes"))
        row.wanted.connect(self._go)
        card.add_row(row)
        return card

    def _points_card(self, story: Story) -> _ListCard | None:
        if not story.points:
            return None
        card = _ListCard(self.theme, _("Check-ins"))
        for point in story.points:
            if point.state is PointState.MADE:
                for check_in in point.check_ins:
                    card.add_row(self._entry_row(check_in, dated=True))
            else:
                card.add_row(self._point_row(story.infusion, point))
        return card

    def _point_row(self, infusion: Infusion, point: StoryPoint) -> QWidget:
        title, words = check_in_name(point.point), point_words(point)
        if point.check_ins:
            return self._entry_row(point.check_ins[-1], dated=True, summary=words)
        if point.state is not PointState.OPEN:
            return Row(self.theme, title=title, caption=words)
        opening = _RouteRow(self.theme, _new_check_in(point.point, infusion))
        opening.setObjectName(f"story:{point.point.value}")
        opening.set_texts(title, words)
        opening.wanted.connect(self._go)
        return opening

    def _entries_card(
        self, title: str, entries: tuple[Entry, ...], *, dated: bool, foot: str = ""
    ) -> _ListCard | None:
        if not entries:
            return None
        card = _ListCard(self.theme, title)
        for entry in entries:
            card.add_row(self._entry_row(entry, dated=dated))
        if foot:
            card.add_foot(foot)
        return card

    def _entry_row(self, entry: Entry, *, dated: bool, summary: str = "") -> QWidget:
        words = self._tell(entry)
        if summary:
            words = words._replace(summary=summary)
        if isinstance(entry, CalmSession):
            session = RemovableRow(self.theme, entry, words)
            session.removed.connect(self._model.delete)
            return session
        if dated:
            when = f"{day_with_year(entry_time(entry).date())}, {words.lead}"
            words = EntryWords(words.title, f"{when} · {words.summary}")
        row = EntryRow(self.theme, entry, words)
        row.opened.connect(self._open)
        row.removed.connect(self._model.delete)
        return row

    @Slot(object)
    def _open(self, entry: Entry) -> None:
        route = route_of(entry)
        if route is not None:
            self._opened.note(f"entry:{entry.id}")
            self.route_wanted.emit(route)

    @Slot(Route)
    def _go(self, route: Route) -> None:
        self.route_wanted.emit(route)

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help", "when_to_call"))

    @Slot()
    def _open_report(self) -> None:
        if self._shown is not None:
            self._opened.note("story:report")
            self.route_wanted.emit(Route("visit_report", self._shown.infusion.id))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("journal"))


def _new_check_in(point: TimePoint, infusion: Infusion) -> Route:
    return Route("check_in", new_at(point, infusion.id))
