"""Whom to call, shown at once after question nine of the PHQ-9 was answered above 0.

It is the same for everyone. It names no score, and nothing on it alarms.
"""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.country import guess_country
from app.i18n import _
from app.services.content import Content
from app.services.numbers_to_call import crisis_numbers, looked_up
from app.services.own_numbers import unread_sentence
from app.services.preferences import Preferences
from app.services.saving import Saving
from app.ui.dates import month_name
from app.ui.profile_draft import computers_locale
from app.ui.questionnaire.numbers_card import NumbersCard
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.labels import Caption, Heading, Lead, Prose
from app.ui.widgets.page import Page

SIGN: Final = 40
LOW: Final = 420
"""A page that is lower has no sign; in pixels at 100 % text."""


class CrisisPage(Page):
    """The numbers to call. Going on leads back to the questions, whenever somebody is ready.

    Until the patient names a country, the one of *locale_name* is taken: by default the
    computer's own, ``en_US``.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        content: Content,
        preferences: Preferences,
        saving: Saving,
        locale_name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, column=680, parent=parent)
        self._content = content
        self._preferences = preferences
        self._saving = saving
        self._guess = guess_country(computers_locale() if locale_name is None else locale_name)
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the numbers as they are known now."""
        self._show()
        self.area.verticalScrollBar().setValue(0)

    def take_keyboard(self) -> None:
        """Begin at the first number."""
        self._numbers.begin()

    def _build(self) -> None:
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self._thanks = Heading(self.theme, 1)
        self._thanks.setObjectName("crisis:thanks")
        self._lead = Lead(self.theme)
        self._stays_here = Heading(self.theme, 3)
        self._numbers = NumbersCard(self.theme)
        self._unread = Prose(self.theme)
        self._foot = Caption(self.theme)
        self.add(self._sign)
        self.add(self._thanks, gap=10)
        self.add(self._lead, gap=6)
        self.add(self._stays_here, gap=22)
        self.add(self._numbers, gap=12)
        self.add(self._unread)
        self.add(self._foot, gap=12)
        self._help = self.bar.add_link()
        self._help.setObjectName("crisis:help")
        self._go_on = self.bar.set_secondary()
        self._go_on.setObjectName("crisis:go_on")

    def _bind(self) -> None:
        self._help.clicked.connect(self._open_help)
        self._go_on.clicked.connect(self._leave_it)
        self.theme.changed.connect(self._restyle)

    def _translate(self) -> None:
        words, about = self._content.questionnaires, self._content.about
        self._thanks.setText(words.sentence("thanks"))
        self.setAccessibleName(words.sentence("thanks"))
        self._lead.setText(words.sentence("talk_to_someone"))
        self._stays_here.setText("\n".join((about["stays_here"], about["reach_a_person"])))
        self._help.setText(_("Show all of Help now"))
        self._restyle()
        self._show()

    def _show(self) -> None:
        profile = self._preferences.profile
        country = profile.country or self._guess
        self._numbers.show_numbers(crisis_numbers(self._content, profile, country))
        for first, second in pairwise((*self._numbers.stops, self._help, self._go_on)):
            QWidget.setTabOrder(first, second)
        unread = unread_sentence(self._saving, profile)
        self._unread.setText(unread)
        self._unread.setVisible(bool(unread))
        kept = self._content.questionnaires.sentence("answers_kept")
        month = looked_up(self._content, country)
        if month is not None:
            numbers = _("Numbers looked up {month}").format(month=month_name(month))
            kept = f"{numbers} · {kept}"
        self._foot.setText(kept)

    @Slot()
    def _restyle(self) -> None:
        """Paint the sign, and say less on the button where the whole sentence has no room."""
        self._sign.setPixmap(self.theme.pixmap("hand-heart", SIGN, "primary"))
        whole = _("Go on when you are ready")
        wide = painting.text_size(whole, self._go_on.font()).width() + self.theme.px(24)
        has_room = wide <= self.width() - self.theme.px(48)
        self.bar.set_secondary(text=whole if has_room else _("Go on"))
        self._go_on.setAccessibleName(whole)

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help"))

    @Slot()
    def _leave_it(self) -> None:
        self.route_wanted.emit(Route("questionnaire"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the sign where there is little height: the numbers matter more."""
        super().resizeEvent(event)
        self._sign.setVisible(self.height() / self.theme.scale >= LOW)
        self._restyle()
