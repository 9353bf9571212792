"""Choosing a calm session and starting it."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.calm_phases import LONGEST_MINUTES
from app.domain.patterns import COHERENT
from app.i18n import _
from app.services.content import Content
from app.ui.calm.model import CalmModel
from app.ui.calm.words import breath_words
from app.ui.dates import minutes_name
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.breath import BreathCircle
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.check import Switch, Tile
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.editors import number_edit
from app.ui.widgets.fields import Field
from app.ui.widgets.page import Page
from app.ui.widgets.rows import Row

PRESETS: Final = (5, 10, 20)
OWN: Final = 0
"""Stands for the patient's own length."""


class CalmPage(Page):
    """A few lengths, one circle, one button."""

    def __init__(
        self, theme: Theme, model: CalmModel, content: Content, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, column=720, parent=parent)
        self._model = model
        self._content = content
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the choice; go on to a session that is under way."""
        if self._model.running is not None:
            self.route_wanted.emit(Route("calm_running"))
        self._show()

    def _build(self) -> None:
        self._lengths = ChoiceGroup(self.theme, "even", must_choose=True)
        self._tiles = {minutes: Tile(self.theme) for minutes in (*PRESETS, OWN)}
        for minutes, tile in self._tiles.items():
            tile.setObjectName(f"calm:length:{minutes or 'own'}")
            self._lengths.add(tile, minutes)
        self._own = number_edit("calm:own", 1, LONGEST_MINUTES)
        self._own.setValue(15)
        self._own_field = Field(self.theme, self._own)
        self._circle = BreathCircle(self.theme)
        self._circle.rest()
        self._time = Switch(self.theme)
        self._time.setObjectName("calm:show_time")
        self._breathing = Row(self.theme, "wind")
        self._sound = Row(self.theme, "volume-2")
        self._show_time = Row(self.theme, "clock", trailing=self._time)
        card = Card(self.theme)
        for number, row in enumerate((self._breathing, self._sound, self._show_time)):
            if number:
                card.add_rule()
            card.add(row)
        self._eyes_closed = LinkButton(self.theme)
        self._eyes_closed.setObjectName("calm:eyes_closed")
        self._dark = Row(self.theme, "eye-off", trailing=self._eyes_closed)
        self._scripts = LinkButton(self.theme)
        self._scripts.setObjectName("calm:scripts")
        self._words = Row(self.theme, "book-open", trailing=self._scripts)
        for widget in (self._lengths, self._own_field, self._circle, card, self._dark, self._words):
            self.add(widget)
        self._start = self.bar.set_primary("play")
        self._start.setObjectName("calm:start")

    def _bind(self) -> None:
        self._lengths.chosen.connect(self._show)
        self._own.valueChanged.connect(self._show)
        self._time.clicked.connect(self._set_show_time)
        self._eyes_closed.clicked.connect(self._close_eyes)
        self._scripts.clicked.connect(self._open_scripts)
        self._start.clicked.connect(self._begin)

    def _translate(self) -> None:
        words = self._content.breathing
        self.header(_("Calm"), _("Take a few minutes. You can stop at any time."))
        self._lengths.setAccessibleName(_("How long"))
        for minutes in PRESETS:
            self._tiles[minutes].set_texts(minutes_name(minutes), _("Breathing"))
        self._tiles[OWN].set_texts(_("My own"), _("You choose"))
        self._own_field.set_label(_("Minutes"))
        self._circle.set_words(breath_words())
        self._circle.setAccessibleName(_("A circle that grows and shrinks with the breath"))
        pattern = words.of(COHERENT.id)
        self._breathing.set_texts(_("Breathing"), "" if pattern is None else pattern.text)
        self._sound.set_texts(
            _("Sound"), _("None yet. At the end there is a beep, and this window comes forward.")
        )
        self._show_time.set_texts(_("Show the time while it runs"))
        self._eyes_closed.setText(_("Eyes-closed session"))
        self._dark.set_texts("", _("For the infusion itself: a dark screen, nothing to look at."))
        self._scripts.setText(_("Read a script"))
        self._words.set_texts("", _("Something to follow in words: senses, body, muscles."))
        self.bar.set_note(words.sentence("caution"))
        self._lengths.choose(PRESETS[0])
        self._show()

    def _minutes(self) -> int:
        chosen = self._lengths.chosen_value
        return chosen if isinstance(chosen, int) and chosen else self._own.value()

    @Slot()
    def _show(self) -> None:
        self._own_field.setVisible(self._lengths.chosen_value == OWN)
        self._time.setChecked(self._model.shows_time)
        text = _("Start {minutes}").format(minutes=minutes_name(self._minutes()))
        self.bar.set_primary("play", text)

    @Slot()
    def _set_show_time(self) -> None:
        self._model.shows_time = self._time.isChecked()

    @Slot()
    def _close_eyes(self) -> None:
        self.route_wanted.emit(Route("eyes_closed_start"))

    @Slot()
    def _open_scripts(self) -> None:
        self.route_wanted.emit(Route("scripts"))

    @Slot()
    def _begin(self) -> None:
        self._model.start(self._minutes())
        self.route_wanted.emit(Route("calm_running"))
