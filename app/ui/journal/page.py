"""The journal: the days that are kept, a search over all years, and a way to write."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.clock import Clock
from app.domain.journal import Entry
from app.i18n import _
from app.services.content import Content
from app.services.saving import Saving
from app.ui.entry_route import route_of, route_to
from app.ui.following import FollowingPage
from app.ui.journal.days_view import DaysView
from app.ui.journal.entry_words import EntryTeller
from app.ui.journal.history_model import HistoryModel
from app.ui.journal.results_model import ResultRow, ResultsModel
from app.ui.journal.results_view import ResultsView
from app.ui.journal.search_bar import SearchBar
from app.ui.journal.search_model import SearchModel
from app.ui.journal.unreadable_note import UnreadableNote
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.way_back import Opened, bring_keyboard_to

COLUMN = 890

MONTH_FROM = 500
"""The width of the window, in pixels at 100 % text, from which on seven days can be hit."""


class JournalPage(FollowingPage):
    """Month and days while nothing is asked for; else one list of what is found.

    Whoever opens an entry from here finds all as it was on the way back.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        history: HistoryModel,
        search: SearchModel,
        content: Content,
        saving: Saving,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, history, search, column=COLUMN, parent=parent)
        self._history = history
        self._search = search
        self._content = content
        teller = EntryTeller(content)
        self._rows = ResultsModel(search, teller, self)
        self._unreadable = UnreadableNote(theme, saving)
        self._days = DaysView(theme, history, teller, clock)
        self._opened = Opened()
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show what is stored: anew, unless something was opened from here."""
        is_back = self._opened.arrive()
        if not is_back:
            self.area.verticalScrollBar().setValue(0)
            self._ask_nothing()
        self._start(anew=not is_back)

    def come_back(self) -> None:
        """Go on following what is stored."""
        super().come_back()
        self._offer()

    def take_keyboard(self) -> None:
        """Bring the keyboard back to what was opened from here."""
        target = self._opened.take()
        if self._search.is_active:
            if self._search.hits:
                self._results.list.take_keyboard()
        elif target:
            bring_keyboard_to(target, self)

    def _start(self, *, anew: bool) -> None:
        self._history.start(anew=anew)
        self._search.follow()
        self._offer()

    def _build(self) -> None:
        self._questionnaires = self.header_link()
        self._questionnaires.setObjectName("journal:questionnaires")
        self._reflect = self.header_link()
        self._reflect.setObjectName("journal:reflect")
        self._new = self.header_primary("plus")
        self._new.setObjectName("journal:new")
        self._bar = SearchBar(self.theme)
        self._results = ResultsView(self.theme, self._search, self._rows)
        self.add(self._unreadable)
        self.add(self._bar)
        self.column.addWidget(self._results, 1)
        self.column.addWidget(self._days, 1)
        self.fill()

    def _bind(self) -> None:
        self._history.changed.connect(self._unreadable.show_state)
        self._search.changed.connect(self._show)
        self._search.all_read.connect(self._history.look_again)
        self._bar.said.connect(self._search.say)
        self._bar.wanted.connect(self._search.want)
        self._bar.left.connect(self._go_to_results)
        self._bar.offers_wanted.connect(self._offer)
        self._results.opened.connect(self._open_found)
        self._results.removed.connect(self._remove_found)
        self._results.cleared.connect(self._clear)
        self._days.opened.connect(self._open)
        self._days.removed.connect(self._history.delete)
        self._days.story_wanted.connect(self._open_story)
        self._unreadable.check_wanted.connect(self._check_data)
        self._bar.by_infusion.clicked.connect(self._list_infusions)
        self._new.clicked.connect(self._begin)
        self._questionnaires.clicked.connect(self._open_questionnaires)
        self._reflect.clicked.connect(self._begin_reflection)
        self.room_changed.connect(self._fit)

    def _translate(self) -> None:
        self.header(_("Journal"))
        self._new.setText(_("New check-in"))
        self._questionnaires.setText(_("Questionnaires"))
        self._reflect.setText(_("Reflection"))
        self._reflect.setAccessibleName(_("Write a reflection"))
        self._bar.translate(self._content.effect_names)
        self._results.translate()
        self._days.translate()
        self._unreadable.show_state()
        self._show()

    @Slot()
    def _show(self) -> None:
        is_active = self._search.is_active
        if is_active:
            self._history.stop()  # nobody sees the days
        elif self.isVisible() and not self._history.is_followed:
            self._history.follow()
        self._bar.show_search(self._search.words, self._search.wanted)
        self._bar.describe(self._results.sentence if is_active else "")
        self._results.setVisible(is_active)
        self._days.setVisible(not is_active)

    @Slot()
    def _fit(self) -> None:
        self._days.fit(side_by_side=not self.narrow, calendar=self.room >= MONTH_FROM)
        self._bar.fit(side_by_side=not self.narrow)

    @Slot()
    def _offer(self) -> None:
        is_seen = self._bar.is_more_open or self._search.wanted.infusion is not None
        infusions = self._search.infusions() if is_seen else ()
        self._bar.offer(self._search.own_effects(), infusions)

    @Slot()
    def _go_to_results(self) -> None:
        if self._search.hits:
            self._results.list.take_keyboard()

    @Slot()
    def _clear(self) -> None:
        self._bar.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask_nothing()

    def _ask_nothing(self) -> None:
        self._bar.more.clear()
        self._search.clear()

    @Slot(object)
    def _open(self, entry: Entry) -> None:
        route = route_of(entry)
        if route is not None:
            self._opened.note(f"entry:{entry.id}")
            self.route_wanted.emit(route)

    @Slot(ResultRow)
    def _open_found(self, row: ResultRow) -> None:
        route = route_to(row.hit.kind, row.hit.day, row.hit.record_id)
        if route is not None:
            self._opened.note(f"entry:{row.hit.record_id}")
            self.route_wanted.emit(route)

    @Slot(ResultRow)
    def _remove_found(self, row: ResultRow) -> None:
        self._search.delete(row.hit)

    @Slot(str)
    def _open_story(self, infusion_id: str) -> None:
        self._opened.note(f"story:{infusion_id}")
        self.route_wanted.emit(Route("infusion_story", infusion_id))

    @Slot()
    def _list_infusions(self) -> None:
        self._opened.note("journal:by_infusion")
        self.route_wanted.emit(Route("by_infusion"))

    @Slot()
    def _open_questionnaires(self) -> None:
        self.route_wanted.emit(Route("questionnaires"))

    @Slot()
    def _begin(self) -> None:
        self.route_wanted.emit(Route("check_in", "new"))

    @Slot()
    def _begin_reflection(self) -> None:
        self.route_wanted.emit(Route("reflection", "new"))

    @Slot()
    def _check_data(self) -> None:
        self.route_wanted.emit(Route("check_data"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the search by Escape."""
        if event.key() == Qt.Key.Key_Escape and self._search.is_active:
            self._clear()
        else:
            super().keyPressEvent(event)
