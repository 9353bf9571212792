"""Help now: whom to call, and when. Works when nothing else does."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.preferences import Person
from app.i18n import _
from app.ui.dates import month_name
from app.ui.help.lists import WhenToCallLists
from app.ui.help.model import HelpModel
from app.ui.help.numbers import NumberCard
from app.ui.help.person_editor import PersonEditor
from app.ui.route import BACK, Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.country_field import CountryField
from app.ui.widgets.labels import Caption, Prose
from app.ui.widgets.page import SLIM, Page

WHEN_TO_CALL: Final = "when_to_call"
TIGHT: Final = 480
"""Below this room a long way back would part the title into single words; see Page.room."""
SESSION: Final = "calm_running"


class HelpPage(Page):
    """The numbers first, the lists second. *argument* ``when_to_call`` goes to the lists."""

    def __init__(self, theme: Theme, model: HelpModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=820, parent=parent)
        self._model = model
        self._way_back = ""
        self._begins_at_lists = False
        self._build()
        self._bind()
        self._translate()

    def know_way_back(self, name: str) -> None:
        """Offer the way back to the page *name*."""
        self._way_back = name

    def arrive(self, argument: str) -> None:
        """Show what is known now, from the top or from the lists on."""
        self._model.refresh()
        self._show()
        self._begins_at_lists = argument == WHEN_TO_CALL
        if self._begins_at_lists:
            self.scroll_to(self._lists)
        else:
            self.area.verticalScrollBar().setValue(0)

    def take_keyboard(self) -> None:
        """Begin at the first number, or at the lists."""
        if self._begins_at_lists:
            self._lists.begin()
        else:
            self._numbers.begin()

    def leave(self) -> None:
        """Keep what was typed."""
        self._close_editor()

    def _build(self) -> None:
        self._back = self.header_link()
        self._back.setObjectName("help:back")
        self._session = self.header_link()
        self._session.setObjectName("help:session")
        self._escape = QShortcut(QKeySequence("Esc"), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._numbers = NumberCard(self.theme)
        self._unread = Prose(self.theme)
        self._country = CountryField(self.theme, self._model.countries)
        self._country.box.setObjectName("help:country")
        self._add = LinkButton(self.theme)
        self._add.setObjectName("help:person:add")
        self._clinic = LinkButton(self.theme)
        self._clinic.setObjectName("help:clinic")
        self._editor = PersonEditor(self.theme)
        self._editor.hide()
        self._lists = WhenToCallLists(self.theme)
        self._looked_up = Caption(self.theme)
        foot = QWidget()
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight, foot)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setSpacing(self.theme.px(20))
        self._foot.addWidget(self._country, 0, Qt.AlignmentFlag.AlignTop)
        self._foot.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        self._foot.addWidget(self._clinic, 0, Qt.AlignmentFlag.AlignTop)
        self._foot.addStretch(1)
        for widget in (
            self._numbers,
            self._unread,
            foot,
            self._editor,
            self._lists,
            self._looked_up,
        ):
            self.add(widget)

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._country.chosen.connect(self._model.choose_country)
        self._numbers.edit_wanted.connect(self._open_person)
        self._add.clicked.connect(self._open_new_person)
        self._clinic.clicked.connect(self._open_settings)
        self._editor.typed.connect(self._type)
        self._editor.removed.connect(self._remove)
        self._editor.closed.connect(self._finish)
        self.area.verticalScrollBar().rangeChanged.connect(self._follow_editor)
        self._back.clicked.connect(self._go_back)
        self._session.clicked.connect(self._go_to_session)
        self._escape.activated.connect(self._step_back)
        self.room_changed.connect(self._stack)

    def _translate(self) -> None:
        sentences = self._model.sentences
        lead = "\n".join((sentences["stays_here"], sentences["reach_a_person"]))
        self.header(_("Help now"), lead)
        self._country.set_name(_("Country of the numbers"))
        self._add.setText(_("Add someone I can call"))
        self._clinic.setText(_("Add my clinic's phones"))
        self._session.setText(_("Back to the session"))
        self._show()

    @Slot()
    def _show(self) -> None:
        self._show_numbers()
        self._show_ways()
        unread = self._model.unread
        self._unread.setText(unread)
        self._unread.setVisible(bool(unread))
        self._country.show_country(self._model.country)
        self._country.set_caption(self._country_note())
        self._clinic.setVisible(not self._model.has_clinic_phone)
        self._lists.show_lists(self._model)
        month = self._model.looked_up
        self._looked_up.setText(
            _("Numbers looked up {month}").format(month=month_name(month)) if month else ""
        )
        self._looked_up.setVisible(month is not None)

    def _show_numbers(self) -> None:
        """Show the numbers, and let Tab come to them in the order in which they are seen."""
        self._numbers.show_numbers(self._model.numbers, self._model.clinic)
        ways = [self._back, self._session]
        after = [self._country.box, self._add, self._clinic, *self._editor.stops, *ways]
        for first, second in pairwise([*self._numbers.stops, *after]):
            QWidget.setTabOrder(first, second)

    def _show_ways(self) -> None:
        """Offer the way back, and the session under way where that is another page."""
        runs, from_it = self._model.session_runs, self._way_back == SESSION
        whole = _("Back to the session") if runs and from_it else _("Back")
        self._back.setText(whole if self.room >= TIGHT else _("Back"))
        self._back.setAccessibleName(whole)
        self._back.setVisible(bool(self._way_back))
        self._session.setVisible(runs and not from_it)

    def _country_note(self) -> str:
        if not self._model.is_country_guessed:
            return ""
        if self._model.emergency:
            return _("Taken from this computer.")
        return _("Choose yours, and its numbers show here.")

    @Slot()
    def _stack(self) -> None:
        self._show_ways()
        slim = self.room < SLIM
        direction = QBoxLayout.Direction
        self._foot.setDirection(direction.TopToBottom if slim else direction.LeftToRight)
        self._country.setMinimumWidth(self.theme.px(240))
        self._editor.set_stacked(slim)
        self._lists.set_stacked(self.narrow)

    @Slot()
    def _open_new_person(self) -> None:
        self._close_editor()
        self._open_person(Person())

    @Slot(Person)
    def _open_person(self, person: Person) -> None:
        self._editor.open(person)
        self._add.hide()
        self.area.ensureWidgetVisible(self._editor)

    @Slot(Person, Person)
    def _type(self, before: Person, person: Person) -> None:
        self._model.type_person(before, person)
        self._show_numbers()

    @Slot()
    def _follow_editor(self) -> None:
        """Stay where somebody types, while what they type makes the list above grow."""
        if self._editor.isVisible():
            self._keep_focus_in_sight()

    @Slot(Person)
    def _remove(self, person: Person) -> None:
        self._model.remove(person)
        self._finish()

    @Slot()
    def _finish(self) -> None:
        self._close_editor()
        self._add.setFocus(Qt.FocusReason.TabFocusReason)

    def _close_editor(self) -> None:
        self._editor.hide()
        self._add.show()
        self._model.finish()
        self._show()

    @Slot()
    def _step_back(self) -> None:
        """Close what is open on this page, else go to where the patient was."""
        if self._editor.isVisible():
            self._finish()
        else:
            self._go_back()

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(BACK)

    @Slot()
    def _go_to_session(self) -> None:
        self.route_wanted.emit(Route("calm"))

    @Slot()
    def _open_settings(self) -> None:
        self.route_wanted.emit(Route("settings", "clinic"))
