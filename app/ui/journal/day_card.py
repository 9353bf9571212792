"""One day of the journal: its entries in the order of time."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.calm_session import CalmSession
from app.domain.journal import Entry
from app.i18n import _
from app.services.names import infusion_name
from app.ui.dates import day_name, day_with_year
from app.ui.journal.entry_words import EntryTeller
from app.ui.journal.history_model import ShownDay
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.entry_row import EntryRow, RemovableRow
from app.ui.widgets.labels import Caption, Heading, Prose


class DayCard(Card):
    """The day, which infusion it belongs to, and a row for each entry."""

    opened = Signal(object)
    removed = Signal(object)
    story_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        shown: ShownDay,
        teller: EntryTeller,
        *,
        this_year: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self.shown = shown
        self.stops: list[QWidget] = []
        """What Tab comes to, in order."""
        self._head(this_year=this_year)
        self.body.setSpacing(theme.px(6))
        if shown.day.is_empty:
            self.add(Prose(theme, text=_("Nothing is written on this day.")))
        for number, entry in enumerate(shown.day.entries()):
            if number:
                self.add_rule()
            self.add(self._row(entry, teller))

    def _head(self, *, this_year: bool) -> None:
        shown, theme = self.shown, self._theme
        top = QHBoxLayout()
        top.addWidget(Heading(theme, 2, text=day_name(shown.date)), 1)
        belongs = shown.infusion or shown.after
        if belongs is not None:
            link = LinkButton(theme, text=_aside(shown))
            link.set_dense(True)
            link.setObjectName(f"story:{shown.date.isoformat()}")
            link.clicked.connect(self._tell_story)
            top.addWidget(link)
            self.stops.append(link)
        self.body.addLayout(top)
        if not this_year:
            self.add(Caption(theme, text=day_with_year(shown.date)))

    def _row(self, entry: Entry, teller: EntryTeller) -> QWidget:
        words = teller.tell(entry)
        if isinstance(entry, CalmSession):
            session = RemovableRow(self._theme, entry, words)
            session.removed.connect(self.removed)
            self.stops.append(session.stop)
            return session
        row = EntryRow(self._theme, entry, words)
        row.opened.connect(self.opened)
        row.removed.connect(self.removed)
        self.stops.append(row)
        return row

    @Slot()
    def _tell_story(self) -> None:
        infusion = self.shown.infusion or self.shown.after
        if infusion is not None:
            self.story_wanted.emit(infusion.id)


def _aside(shown: ShownDay) -> str:
    """Return "Infusion 2 of 6", or "Day after infusion 2"."""
    if shown.infusion is not None:
        return infusion_name(shown.infusion)
    number = None if shown.after is None else shown.after.number
    if number is None:
        return _("Day after an infusion")
    return _("Day after infusion {number}").format(number=number)
