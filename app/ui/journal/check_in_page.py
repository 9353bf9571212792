"""A check-in: what was noticed, how strong, how are you now, and words."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.check_in import CheckIn, TimePoint
from app.domain.country import guess_country
from app.i18n import _
from app.services.content import Content
from app.services.entry_address import address_of
from app.services.names import check_in_name, infusion_name
from app.services.preferences import Preferences
from app.ui.dates import day_name, time_name
from app.ui.journal.bothering_card import BotheringCard
from app.ui.journal.effects_card import EffectsCard
from app.ui.journal.model import CheckInModel
from app.ui.journal.ratings_card import RatingsCard
from app.ui.journal.strength_card import StrengthCard
from app.ui.journal.vitals_card import VitalsCard
from app.ui.journal.when_card import WhenCard
from app.ui.profile_draft import computers_locale
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.call_card import CallCard
from app.ui.widgets.card import Card
from app.ui.widgets.fields import LongText
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.page import Page
from app.ui.widgets.versions_link import VersionsLink
from app.ui.widgets.written import show_words, words_in


class CheckInPage(Page):
    """Every tap is kept at once. Nothing has to be answered."""

    def __init__(
        self,
        theme: Theme,
        model: CheckInModel,
        content: Content,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, column=760, parent=parent)
        self._model = model
        self._content = content
        self._preferences = preferences
        self._shows = False
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Begin or open a check-in: ``new``, ``new:point:infusion`` or ``open:day:id``."""
        self._model.arrive(argument)
        self.area.verticalScrollBar().setValue(0)

    def step_aside(self) -> None:
        """Keep what can be read as it is; what is half typed stays in its field."""
        self._when.settle()
        self._model.flush()

    def come_back(self) -> None:
        """Let nothing that was hidden meanwhile have the keyboard."""
        focused = self.focusWidget()
        if focused is None or not focused.isVisible():
            self._effects.take_keyboard()

    def leave(self) -> None:
        """Keep what is still being typed; a day that cannot be is not shown any more."""
        self._effects.keep_own()
        for unclear in (self._when.take_unclear(), self._vitals.take_unclear()):
            if unclear:
                self._words.appendPlainText(unclear)
        self._when.settle()  # after a time that is none was taken: it would hold up the day
        self._when.show_moment(self._model.check_in.at)
        self._model.flush()

    def _build(self) -> None:
        self._one_at_a_time = LinkButton(self.theme)
        self._one_at_a_time.setObjectName("check_in:foggy")
        self._one_at_a_time.set_dense(True)
        self.add(self._one_at_a_time)
        self._when = WhenCard(self.theme)
        self._bothering = BotheringCard(self.theme)
        self._effects = EffectsCard(self.theme, self._content.effect_names)
        self._strength = StrengthCard(self.theme, self._content.effect_name)
        self._call = CallCard(self.theme, self._content.when_to_call)
        self._call.setObjectName("check_in:when_to_call")
        self._vitals = VitalsCard(self.theme, self._content)
        self._ratings = RatingsCard(self.theme)
        self._words_card = Card(self.theme)
        self._words_title = Heading(self.theme, 2)
        self._words = LongText(self.theme)
        self._words.setObjectName("check_in:words")
        self._stays_here = Caption(self.theme)
        for widget in (self._words_title, self._words, self._stays_here):
            self._words_card.add(widget)
        self._tomorrow = LinkButton(self.theme)
        self._tomorrow.setObjectName("check_in:tomorrow")
        self._skip = LinkButton(self.theme)
        self._skip.setObjectName("check_in:skip")
        self._remove = LinkButton(self.theme)
        self._remove.setObjectName("check_in:remove")
        self._versions = VersionsLink(self.theme)
        self._foot = FlowLayout(spacing=self.theme.px(24), line_spacing=0)
        for link in (self._tomorrow, self._skip, self._versions, self._remove):
            self._foot.addWidget(link)
        noticed = (self._bothering, self._effects, self._strength, self._call)
        for card in (self._when, *noticed, self._vitals, self._ratings, self._words_card):
            self.add(card)
        self.column.addLayout(self._foot)
        self._when_to_call = self.bar.add_link()
        self._when_to_call.setObjectName("check_in:help")
        self._done = self.bar.set_primary("check")
        self._done.setObjectName("check_in:done")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._model.state_changed.connect(self.bar.set_note)
        self._when.moment_told.connect(self._move)
        self._when.point_chosen.connect(self._set_point)
        self._when.infusion_chosen.connect(self._set_infusion)
        self._bothering.said.connect(self._model.say_if_bothered)
        self._effects.noticed.connect(self._model.notice)
        self._effects.none_said.connect(self._model.say_none)
        self._strength.noted.connect(self._model.note)
        self._strength.written.connect(self._model.write_note)
        self._vitals.told.connect(self._model.tell)
        self._vitals.measured.connect(self._model.measure)
        self._ratings.rated.connect(self._model.rate)
        self._words.textChanged.connect(self._write)
        self._versions.wanted.connect(self.route_wanted)
        self._tomorrow.clicked.connect(self._ask_tomorrow)
        self._skip.clicked.connect(self._skip_it)
        self._remove.clicked.connect(self._remove_check_in)
        self._one_at_a_time.clicked.connect(self._open_foggy)
        self._when_to_call.clicked.connect(self._open_help)
        self._done.clicked.connect(self._finish)

    def _translate(self) -> None:
        self._one_at_a_time.setText(_("One question at a time"))
        self._words_title.setText(_("In your own words"))
        self._words.setAccessibleName(_("In your own words"))
        self._words.setPlaceholderText(_("Anything you want to remember …"))
        self._stays_here.setText(self._content.about["stays_here"])
        self._tomorrow.setText(_("Ask me tomorrow"))
        self._skip.setText(_("Skip this one"))
        self._remove.setText(_("Remove this check-in"))
        self._when_to_call.setText(_("When to call"))
        self.bar.set_primary("check", _("Done"))
        self.bar.set_note(_("Saved as you tap"))
        self._show(self._model.check_in)

    @Slot(CheckIn)
    def _show(self, check_in: CheckIn) -> None:
        self._shows = True
        moment = _("{day}, {time}").format(day=day_name(check_in.day), time=time_name(check_in.at))
        infusion = self._model.infusion
        caption = f"{infusion_name(infusion)} · {moment}" if infusion is not None else moment
        self.header(check_in_name(check_in.time_point), _lead(check_in), caption)
        self._when.show_check_in(check_in, self._model.infusions)
        self._bothering.show_check_in(check_in)
        self._effects.show_check_in(check_in, self._model.offered)
        self._strength.show_check_in(check_in)
        self._call.setVisible(check_in.any_severe)
        self._show_numbers()
        self._vitals.show_check_in(check_in)
        self._ratings.show_check_in(check_in)
        show_words(self._words, check_in.words)
        self._versions.show_entry(check_in, self._model.versions)
        self._tomorrow.setVisible(self._model.can_be_put_off)
        self._skip.setVisible(self._model.can_be_skipped)
        self._remove.setVisible(self._model.is_stored)
        self._shows = False

    def _show_numbers(self) -> None:
        profile = self._preferences.profile
        lines = self._content.crisis_lines
        country = lines.of(profile.country or guess_country(computers_locale()))
        self._call.show_numbers(
            country.emergency if country is not None else "", self._preferences.clinic
        )
        self._vitals.show_clinic(self._preferences.clinic)

    @Slot()
    def _write(self) -> None:
        if not self._shows:
            self._model.write(words_in(self._words))

    @Slot(date, str)
    def _move(self, day: date, wall_time: str) -> None:
        self._when.show_refusal(self._model.move(day, wall_time))

    @Slot(object)
    def _set_point(self, point: TimePoint) -> None:
        self._model.assign(point, self._model.check_in.infusion)

    @Slot(object)
    def _set_infusion(self, infusion: str) -> None:
        self._model.assign(self._model.check_in.time_point, infusion or None)

    @Slot()
    def _ask_tomorrow(self) -> None:
        self._model.ask_tomorrow()
        self.route_wanted.emit(Route("today"))

    @Slot()
    def _skip_it(self) -> None:
        self._model.skip()
        self.route_wanted.emit(Route("today"))

    @Slot()
    def _remove_check_in(self) -> None:
        """Remove it with what is still being typed, so that the way back leads to that too."""
        self.leave()
        self._model.delete()
        self.route_wanted.emit(Route("journal"))

    @Slot()
    def _open_foggy(self) -> None:
        """Go on with this check-in one question at a time; what was typed is kept first."""
        self.leave()
        model = self._model
        address = address_of(model.check_in, is_stored=model.is_stored)
        self.route_wanted.emit(Route("foggy", address))

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help", "when_to_call"))

    @Slot()
    def _finish(self) -> None:
        self._model.finish()
        self.route_wanted.emit(Route("journal"))


def _lead(check_in: CheckIn) -> str:
    """Return what there is to do; and what was answered instead, for whoever opens it again."""
    if check_in.skipped:
        return _("You skipped this one. Fill it in if you like.")
    if check_in.ask_again_on is not None:
        day = day_name(check_in.ask_again_on)
        return _("You wanted to be asked again on {day}. Skip anything you like.").format(day=day)
    return _("Tap what you noticed. Skip anything you like.")
