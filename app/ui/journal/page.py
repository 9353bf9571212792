"""The journal: the days that are kept, and a way to write."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calm_session import CalmSession
from app.domain.check_in import CheckIn
from app.domain.reflection import Reflection
from app.i18n import _
from app.services.content import Content
from app.services.names import check_in_name, infusion_name
from app.ui.dates import day_name, day_with_year, time_name
from app.ui.journal.history_model import HistoryModel, ShownDay, route_argument
from app.ui.journal.reflection_row import ReflectionRow
from app.ui.journal.summaries import check_in_summary, said, session_summary, session_title
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.discard import discard
from app.ui.widgets.labels import Caption, Heading, Prose
from app.ui.widgets.page import Page
from app.ui.widgets.rows import ActionRow, Row


class CheckInRow(ActionRow):
    """One check-in; pressing opens it."""

    opened = Signal(str)

    def __init__(self, theme: Theme, check_in: CheckIn, content: Content) -> None:
        super().__init__(theme)
        self._argument = route_argument(check_in)
        self.setObjectName(f"entry:{check_in.id}")
        self.set_texts(
            check_in_name(check_in.time_point),
            check_in_summary(check_in, content.effect_name),
            time_name(check_in.at),
        )
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.opened.emit(self._argument)


class SessionRow(QWidget):
    """One calm session, which can be removed."""

    removed = Signal(CalmSession)

    def __init__(self, theme: Theme, session: CalmSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._remove = IconButton(theme, "trash-2")
        self._remove.setObjectName(f"remove:{session.id}")
        title = session_title(session)
        self._remove.setAccessibleName(_("Remove {title}").format(title=title))
        self._remove.setToolTip(_("Remove"))
        row = Row(theme, title=title, caption=session_summary(session), trailing=self._remove)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(row)
        self._remove.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.removed.emit(self._session)


class DayCard(Card):
    """One day: its entries in the order of time."""

    opened = Signal(str)
    reflection_opened = Signal(str)
    removed = Signal(CalmSession)

    def __init__(
        self, theme: Theme, shown: ShownDay, content: Content, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self.shown = shown
        top = QHBoxLayout()
        top.addWidget(Heading(theme, 2, text=day_name(shown.date)), 1)
        aside = infusion_name(shown.infusion) if shown.infusion else day_with_year(shown.date)
        top.addWidget(Caption(theme, text=aside))
        self.body.addLayout(top)
        self.body.setSpacing(theme.px(6))
        for number, entry in enumerate(shown.day.entries()):
            if number:
                self.add_rule()
            if isinstance(entry, CheckIn):
                row = CheckInRow(theme, entry, content)
                row.opened.connect(self.opened)
                self.add(row)
            elif isinstance(entry, Reflection):
                words = ReflectionRow(theme, entry)
                words.opened.connect(self.reflection_opened)
                self.add(words)
            elif isinstance(entry, CalmSession):
                session = SessionRow(theme, entry)
                session.removed.connect(self.removed)
                self.add(session)
            else:
                title, caption = said(entry)
                self.add(Row(theme, title=title, caption=caption))


class JournalPage(Page):
    """Past days, newest first."""

    def __init__(
        self,
        theme: Theme,
        model: HistoryModel,
        content: Content,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, column=760, parent=parent)
        self._model = model
        self._content = content
        self._cards: dict[ShownDay, DayCard] = {}
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show what is stored."""
        self._model.start()

    def _build(self) -> None:
        self._questionnaires = self.header_link()
        self._questionnaires.setObjectName("journal:questionnaires")
        self._reflect = self.header_link()
        self._reflect.setObjectName("journal:reflect")
        self._new = self.header_primary("plus")
        self._new.setObjectName("journal:new")
        self._nothing = Card(self.theme)
        self._nothing_words = Prose(self.theme)
        self._nothing.add(self._nothing_words)
        days = QWidget()
        self._days = QVBoxLayout(days)
        self._days.setContentsMargins(0, 0, 0, 0)
        self._days.setSpacing(self.theme.px(14))
        self._earlier = LinkButton(self.theme)
        self._earlier.setObjectName("journal:earlier")
        for widget in (self._nothing, days, self._earlier):
            self.add(widget)

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._questionnaires.clicked.connect(self._open_questionnaires)
        self._new.clicked.connect(self._begin)
        self._reflect.clicked.connect(self._begin_reflection)
        self._earlier.clicked.connect(self._show_earlier)

    def _translate(self) -> None:
        self.header(_("Journal"), _("What you noticed, day by day."))
        self._questionnaires.setText(_("Questionnaires"))
        self._new.setText(_("New check-in"))
        self._reflect.setText(_("Write a reflection"))
        self._nothing_words.setText(
            _("Nothing is written yet. A few taps after an infusion are enough.")
        )
        self._earlier.setText(_("Earlier days"))
        self._show()

    @Slot()
    def _show(self) -> None:
        wanted = set(self._model.days)
        for shown in self._cards.keys() - wanted:
            discard((self._cards.pop(shown),))
        for place, shown in enumerate(self._model.days):
            card = self._cards.get(shown) or self._make_card(shown)
            if self._days.indexOf(card) != place:
                self._days.insertWidget(place, card)
        self._nothing.setVisible(not wanted)
        self._earlier.setVisible(self._model.has_earlier)

    def _make_card(self, shown: ShownDay) -> DayCard:
        card = DayCard(self.theme, shown, self._content)
        card.opened.connect(self._open)
        card.reflection_opened.connect(self._open_reflection)
        card.removed.connect(self._model.delete)
        self._cards[shown] = card
        return card

    @Slot(str)
    def _open(self, argument: str) -> None:
        self.route_wanted.emit(Route("check_in", argument))

    @Slot()
    def _open_questionnaires(self) -> None:
        self.route_wanted.emit(Route("questionnaires"))

    @Slot()
    def _begin(self) -> None:
        self.route_wanted.emit(Route("check_in", "new"))

    @Slot(str)
    def _open_reflection(self, argument: str) -> None:
        self.route_wanted.emit(Route("reflection", argument))

    @Slot()
    def _begin_reflection(self) -> None:
        self.route_wanted.emit(Route("reflection", "new"))

    @Slot()
    def _show_earlier(self) -> None:
        self._model.show_earlier()

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow changes no more; a window that is only minimized goes on following them."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._model.stop()
