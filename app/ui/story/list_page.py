"""The infusions, newest first; each leads to everything that belongs to it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.infusion import Infusion
from app.i18n import _
from app.services.names import infusion_name
from app.ui.dates import day_with_year
from app.ui.following import FollowingPage
from app.ui.route import Route
from app.ui.story.model import StoriesModel
from app.ui.story.words import outcome_words
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Prose
from app.ui.widgets.rows import ActionRow
from app.ui.widgets.tab_order import tab_through
from app.ui.widgets.way_back import KeyboardPlace, Opened, bring_keyboard_to


class StoriesPage(FollowingPage):
    """One row for each infusion."""

    def __init__(self, theme: Theme, model: StoriesModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, column=720, parent=parent)
        self._model = model
        self._opened = Opened()
        self._rows: list[_InfusionRow] = []
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show what is stored: anew, unless one was opened from here."""
        is_back = self._opened.arrive()
        if not is_back:
            self.area.verticalScrollBar().setValue(0)
        self._model.start(anew=not is_back)

    def take_keyboard(self) -> None:
        """Bring the keyboard back to what was opened from here, or to the first row."""
        first = f"infusion:{self._model.infusions[0].id}" if self._model.infusions else ""
        bring_keyboard_to(self._opened.take() or first, self)

    def _build(self) -> None:
        self._card = Card(self.theme)
        self._card.body.setSpacing(self.theme.px(6))
        self._nothing = Card(self.theme)
        self._nothing_words = Prose(self.theme)
        self._nothing.add(self._nothing_words)
        self._earlier = LinkButton(self.theme)
        self._earlier.setObjectName("by_infusion:earlier")
        for widget in (self._nothing, self._card, self._earlier):
            self.add(widget)
        self._back = self.bar.add_link()
        self._back.setObjectName("by_infusion:journal")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._earlier.clicked.connect(self._show_earlier)
        self._back.clicked.connect(self._go_back)

    def _translate(self) -> None:
        self.header(_("By infusion"), _("What belongs to each, on one page."))
        self._nothing_words.setText(_("No infusion is planned yet."))
        self._earlier.setText(_("Earlier infusions"))
        self._back.setText(_("Back to the journal"))
        self._show()

    @Slot()
    def _show(self) -> None:
        infusions = self._model.infusions
        self._nothing.setVisible(not infusions)
        self._card.setVisible(bool(infusions))
        self._earlier.setVisible(self._model.has_earlier)
        place = KeyboardPlace(self._rows)
        clear(self._card.body)
        self._rows = []
        for number, infusion in enumerate(infusions):
            if number:
                self._card.add_rule()
            row = _InfusionRow(self.theme, infusion)
            row.wanted.connect(self._open)
            self._card.add(row)
            self._rows.append(row)
        tab_through((*self._rows, self._earlier, self._back))
        place.bring_back(self._rows)

    @Slot(str)
    def _open(self, infusion_id: str) -> None:
        self._opened.note(f"infusion:{infusion_id}")
        self.route_wanted.emit(Route("infusion_story", infusion_id))

    @Slot()
    def _show_earlier(self) -> None:
        self._model.show_earlier()

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("journal"))


class _InfusionRow(ActionRow):
    """When it was, which one, and what became of it."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, infusion: Infusion) -> None:
        super().__init__(theme)
        self._id = infusion.id
        self.setObjectName(f"infusion:{infusion.id}")
        said = (infusion_name(infusion), infusion.place, outcome_words(infusion))
        self.set_texts(day_with_year(infusion.date), " · ".join(one for one in said if one))
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self._id)
