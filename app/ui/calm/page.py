"""Choosing a calm session and starting it."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QWidget

from app.domain.calm_phases import LONGEST_MINUTES
from app.i18n import _
from app.services.content import Content
from app.ui.calm.breathing_fold import BreathingFold
from app.ui.calm.own_words import length_words
from app.ui.calm.parts_fold import PartsFold
from app.ui.calm.session_choice import SessionChoice
from app.ui.calm.sound_fold import SoundFold
from app.ui.calm.sound_model import SoundModel
from app.ui.calm.start_model import Length, StartModel
from app.ui.calm.words import breath_words
from app.ui.dates import minutes_name
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.breath import BreathCircle
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.check import Switch
from app.ui.widgets.editors import number_edit
from app.ui.widgets.fields import Field
from app.ui.widgets.page import Page
from app.ui.widgets.rows import Row


class CalmPage(Page):
    """A few lengths, one circle, one button."""

    def __init__(
        self,
        theme: Theme,
        model: StartModel,
        heard: SoundModel,
        content: Content,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, column=720, parent=parent)
        self._model = model
        self._heard = heard
        self._content = content
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the choice; go on to a session that is under way."""
        if self._model.runs:
            self.route_wanted.emit(Route("calm_running"))
        self._heard.approach()
        self._show()

    def _build(self) -> None:
        self._sessions = SessionChoice(self.theme, self._model, self._content.breathing)
        self._own = number_edit("calm:own", 1, LONGEST_MINUTES)
        self._own_field = Field(self.theme, self._own)
        self._parts = PartsFold(self.theme, self._model.parts, "calm:parts")
        self._circle = BreathCircle(self.theme)
        self._circle.rest()
        self._breathing = BreathingFold(self.theme, self._model, self._content.breathing)
        self._time = Switch(self.theme)
        self._time.setObjectName("calm:show_time")
        self._sound = SoundFold(self.theme, self._heard, "calm:sound")
        self._show_time = Row(self.theme, trailing=self._time)
        card = Card(self.theme, compact=True)
        card.add(self._show_time)
        self._eyes_closed = LinkButton(self.theme)
        self._eyes_closed.setObjectName("calm:eyes_closed")
        self._dark = Row(self.theme, "eye-off", trailing=self._eyes_closed)
        self._scripts = LinkButton(self.theme)
        self._scripts.setObjectName("calm:scripts")
        self._words = Row(self.theme, "book-open", trailing=self._scripts)
        for widget in (
            *(self._sessions, self._own_field, self._parts, self._circle),
            *(self._breathing, self._sound, card, self._dark, self._words),
        ):
            self.add(widget)
        self._start = self.bar.set_primary("play")
        self._start.setObjectName("calm:start")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._sessions.wanted.connect(self._open_preset)
        self._own.valueChanged.connect(self._model.choose_own_minutes)
        self._time.clicked.connect(self._model.choose_shows_time)
        self._eyes_closed.clicked.connect(self._close_eyes)
        self._scripts.clicked.connect(self._open_scripts)
        self._sound.music_wanted.connect(self._open_music)
        self._breathing.pattern_wanted.connect(self._open_pattern)
        self._start.clicked.connect(self._begin)

    def _translate(self) -> None:
        self.header(_("Calm"), _("Take a few minutes. You can stop at any time."))
        self._own_field.set_label(_("Minutes"))
        self._circle.setAccessibleName(_("A circle that grows and shrinks with the breath"))
        self._show_time.set_texts(_("Show the time while it runs"))
        self._eyes_closed.setText(_("Eyes-closed session"))
        self._dark.set_texts("", _("For the infusion itself: a dark screen, nothing to look at."))
        self._scripts.setText(_("Read a script"))
        self._words.set_texts("", _("Something to follow in words: senses, body, muscles."))
        self._show()

    @Slot()
    def _show(self) -> None:
        model, preset = self._model, self._model.preset
        self._sessions.show_choice()
        self._own_field.setVisible(preset is None and model.length is Length.OWN)
        with QSignalBlocker(self._own):
            self._own.setValue(model.own_minutes)
        self._parts.setVisible(preset is None and model.length is Length.INFUSION_DAY)
        self._parts.show_parts()
        self._circle.set_words({} if model.is_quiet else breath_words())
        self._breathing.show_choice()
        self._breathing.setVisible(preset is None)
        self._time.setChecked(model.shows_time)
        self.bar.set_note("" if model.is_quiet else self._content.breathing.sentence("caution"))
        length = minutes_name(model.minutes) if preset is None else length_words(preset)
        self.bar.set_primary("play", _("Start {minutes}").format(minutes=length))
        self._start.setEnabled(model.can_start)

    @Slot()
    def _close_eyes(self) -> None:
        self.route_wanted.emit(Route("eyes_closed_start"))

    @Slot()
    def _open_scripts(self) -> None:
        self.route_wanted.emit(Route("scripts"))

    @Slot()
    def _open_music(self) -> None:
        self.route_wanted.emit(Route("music"))

    @Slot(str)
    def _open_preset(self, preset_id: str) -> None:
        self.route_wanted.emit(Route("preset", preset_id))

    @Slot(str)
    def _open_pattern(self, pattern_id: str) -> None:
        self.route_wanted.emit(Route("pattern", pattern_id))

    @Slot()
    def _begin(self) -> None:
        self._model.start()
        self.route_wanted.emit(Route("calm_running"))
